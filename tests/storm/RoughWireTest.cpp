// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/RoughWire.h"

#include "support/ScriptedServer.h"

#include <QTcpSocket>
#include <QTest>

#include <optional>

using namespace deskwarden::tests;

namespace {

constexpr int patience = 30'000;

QByteArray request(int number)
{
    const QByteArray body = "<q>" + QByteArray::number(number) + "</q>";
    return "POST /wsman HTTP/1.1\r\nAuthorization: Basic eDp5\r\nContent-Length: " + QByteArray::number(body.size()) +
           "\r\n\r\n" + body;
}

/// The body of the next answer; nothing if the connection ended before it was whole.
std::optional<QByteArray> answerOn(QTcpSocket& socket)
{
    QByteArray bytes;
    while (true) {
        const qsizetype end = bytes.indexOf("\r\n\r\n");
        const qsizetype at = bytes.indexOf("Content-Length: ");
        if (end >= 0 && at >= 0) {
            const qsizetype size = bytes.mid(at + 16, bytes.indexOf("\r\n", at) - at - 16).toInt();
            if (bytes.size() >= end + 4 + size)
                return bytes.mid(end + 4, size);
        }
        if (socket.bytesAvailable() == 0 && !socket.waitForReadyRead(patience))
            return std::nullopt;
        bytes += socket.readAll();
    }
}

/// Answers "<a>BODY</a>".
void echo(ScriptedServer::Connection& client)
{
    while (const auto asked = client.read())
        client.answer("<a>" + asked->body + "</a>");
}

} // namespace

/// Each mishap of the bad wire does what its name says, and the same seed does the same again.
class RoughWireTest final : public QObject
{
    Q_OBJECT

private slots:
    void everyMishapHappens_data();
    void everyMishapHappens();
    void calmWiresChangeNothing();
    void theSameSeedIsTheSameStorm();
    void signingInIsNotTamperedWith();
};

void RoughWireTest::everyMishapHappens_data()
{
    QTest::addColumn<int>("mishap");
    QTest::addColumn<QList<QByteArray>>("seen"); // bodies of requests at the server
    QTest::addColumn<QByteArray>("answer");      // empty = the connection broke
    using enum Mishap;
    const auto row = [](const char* name, Mishap mishap, const QList<QByteArray>& seen, const QByteArray& answer) {
        QTest::newRow(name) << static_cast<int>(mishap) << seen << answer;
    };
    row("DropRequest", DropRequest, {"<q>1</q>"}, {});
    row("CutRequest", CutRequest, {"<q>1</q>"}, {});
    row("FlipRequest", FlipRequest, {"<q>1</q>", "|q>2</q>"}, "<a>|q>2</q></a>");
    row("RepeatRequest", RepeatRequest, {"<q>1</q>", "<q>2</q>", "<q>2</q>"}, "<a><q>2</q></a>");
    row("Delay", Delay, {"<q>1</q>", "<q>2</q>"}, "<a><q>2</q></a>");
    row("DropAnswer", DropAnswer, {"<q>1</q>", "<q>2</q>"}, {});
    row("CutAnswer", CutAnswer, {"<q>1</q>", "<q>2</q>"}, {});
    row("FlipAnswer", FlipAnswer, {"<q>1</q>", "<q>2</q>"}, "|a><q>2</q></a>");
    row("OldAnswer", OldAnswer, {"<q>1</q>", "<q>2</q>"}, "<a><q>1</q></a>");
}

void RoughWireTest::everyMishapHappens()
{
    QFETCH(const int, mishap);
    QFETCH(const QList<QByteArray>, seen);
    QFETCH(const QByteArray, answer);
    const ScriptedServer server(echo);
    RoughWire::Weather weather;
    weather.calm = 1;
    weather.every = 1;
    weather.kinds = {static_cast<Mishap>(mishap)};
    const RoughWire wire(server.port(), weather);
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), wire.port());
    QVERIFY(socket.waitForConnected(patience));
    socket.write(request(1));
    QCOMPARE(answerOn(socket).value_or("none"), QByteArray("<a><q>1</q></a>"));
    socket.write(request(2));
    QCOMPARE(answerOn(socket).value_or(QByteArray()), answer);
    QList<QByteArray> bodies;
    for (const ScriptedServer::Request& asked : server.requests())
        bodies << QByteArray::fromStdString(asked.body);
    QCOMPARE(bodies, seen);
    QCOMPARE(wire.mishaps().at(static_cast<std::size_t>(mishap)), 1);
    QCOMPARE(wire.repeated().size(), static_cast<Mishap>(mishap) == Mishap::RepeatRequest ? 1U : 0U);
}

void RoughWireTest::calmWiresChangeNothing()
{
    const ScriptedServer server(echo);
    RoughWire::Weather weather;
    weather.every = 0;
    weather.watched = "<q>7";
    const RoughWire wire(server.port(), weather);
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), wire.port());
    for (int number = 0; number < 100; ++number) {
        socket.write(request(number));
        QCOMPARE(answerOn(socket).value_or("none"), "<a><q>" + QByteArray::number(number) + "</q></a>");
    }
    QCOMPARE(wire.exchanges(), 100);
    QCOMPARE(wire.watched(), 11);
}

void RoughWireTest::theSameSeedIsTheSameStorm()
{
    const auto stormOf = [](std::uint64_t seed) {
        const ScriptedServer server(echo);
        RoughWire::Weather weather;
        weather.seed = seed;
        weather.calm = 0;
        weather.every = 3;
        weather.kinds = {Mishap::DropAnswer, Mishap::Delay, Mishap::OldAnswer, Mishap::FlipAnswer};
        const RoughWire wire(server.port(), weather);
        QList<QByteArray> answers;
        for (int number = 0; number < 60; ++number) {
            QTcpSocket socket;
            socket.connectToHost(QStringLiteral("127.0.0.1"), wire.port());
            socket.write(request(number));
            answers << answerOn(socket).value_or("none");
        }
        return answers;
    };
    const QList<QByteArray> one = stormOf(1);
    QVERIFY(one.contains("none"));
    QCOMPARE(stormOf(1), one);
    QVERIFY(stormOf(2) != one);
}

void RoughWireTest::signingInIsNotTamperedWith()
{
    const ScriptedServer server(echo);
    RoughWire::Weather weather;
    weather.calm = 0;
    weather.every = 1;
    weather.kinds = {Mishap::FlipRequest, Mishap::FlipAnswer, Mishap::RepeatRequest, Mishap::OldAnswer};
    const RoughWire wire(server.port(), weather);
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), wire.port());
    for (int number = 0; number < 10; ++number) {
        socket.write(request(number).replace("Basic", "Negotiate"));
        QCOMPARE(answerOn(socket).value_or("none"), "<a><q>" + QByteArray::number(number) + "</q></a>");
    }
    QCOMPARE(server.requests().size(), 10U);
}

QTEST_GUILESS_MAIN(RoughWireTest)
#include "RoughWireTest.moc"
