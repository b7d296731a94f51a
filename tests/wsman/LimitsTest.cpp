// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/sessions/SessionQuery.h"
#include "wsman/Answers.h"
#include "wsman/ConnectionFixture.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>

using namespace deskwarden;
using namespace deskwarden::wsman::fixture;
using tests::ScriptedServer;
namespace answers = wsman::answers;

namespace {

using Connection = ScriptedServer::Connection;
using management::SnapshotHealth;

std::string row(int session)
{
    return answers::typedRow("<p:VMHostName>H1</p:VMHostName><p:SessionId>" + std::to_string(session) +
                             "</p:SessionId>");
}

bool isFor(const ScriptedServer::Request& request, std::string_view word)
{
    return request.body.find(word) != std::string::npos;
}

bool isAboutSessions(const ScriptedServer::Request& request)
{
    return isFor(request, "FROM Win32_VirtualDesktopSession<");
}

std::string elements(int most)
{
    return "MaxElements>" + std::to_string(most) + "</";
}

/// The questions that asked for so many elements.
std::ptrdiff_t asked(const ScriptedServer& server, std::string_view question, int most)
{
    const auto requests = server.requests();
    return std::ranges::count_if(
        requests, [&](const auto& request) { return isFor(request, question) && isFor(request, elements(most)); });
}

/// A server that breaks a list off after its first row, unless at most so many elements are asked for.
ScriptedServer::Script breakingOff(int mostElements, std::string code)
{
    return [mostElements, code = std::move(code)](Connection& connection) {
        while (auto request = connection.read()) {
            const bool isModest = isFor(*request, elements(mostElements));
            if (isFor(*request, "<n:Enumerate>") && !isAboutSessions(*request))
                connection.answer(answers::enumerateResponse("", "", true));
            else if (isFor(*request, "<n:Enumerate>"))
                connection.answer(answers::enumerateResponse(row(1), isModest ? "modest" : "greedy", false));
            else if (isModest)
                connection.answer(answers::pullResponse(row(2) + row(3), "", true));
            else
                connection.answer(answers::wsManFault(code), 500);
        }
    };
}

/// A query over the wire, and its last snapshot that is more than a beginning.
class WatchedQuery final
{
public:
    explicit WatchedQuery(std::uint16_t port)
        : m_query(profileOf(port).address.id(), wsman::connectorFor(profileOf(port), core::Secret(password)), options(),
                  [this] { wake(); })
    {}
    management::SnapshotPointer next()
    {
        std::unique_lock lock(m_mutex);
        while (m_changed.wait_for(lock, std::chrono::seconds(60), [this] { return m_isWoken; })) {
            m_isWoken = false;
            if (auto taken = m_query.takeSnapshot(); taken && taken->health != SnapshotHealth::Filling)
                return taken;
        }
        return nullptr;
    }

private:
    static management::SessionQueryOptions options()
    {
        management::SessionQueryOptions made;
        made.interval = std::chrono::milliseconds::zero();
        return made;
    }
    void wake()
    {
        const std::lock_guard lock(m_mutex);
        m_isWoken = true;
        m_changed.notify_all();
    }

    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_isWoken = false;           // guarded by m_mutex
    management::SessionQuery m_query; // last: its thread uses the rest
};

} // namespace

/// What becomes of a list that does not fit a server's limits, over a real socket.
class LimitsTest final : public QObject
{
    Q_OBJECT

private slots:
    void whatDidNotFitIsNotAskedForAgain();
    void anElementThatNeverFitsLeavesTheConnectionAsItWas();
    void aListThatBreaksOffComesWholeAndOnce_data();
    void aListThatBreaksOffComesWholeAndOnce();
    void aListThatNeverFitsIsGivenUp();
};

void LimitsTest::whatDidNotFitIsNotAskedForAgain()
{
    // The first list breaks off in its middle; the next ones, on the same connection, ask for less from their start.
    const ScriptedServer server(breakingOff(250, "2150858825"));
    auto connection = connectionTo(profileOf(server.port()));
    Rows rows;
    const auto first = connection.enumerate(allSessions(), rows.sink, patiently());
    QVERIFY(!first);
    QCOMPARE(first.error().code, 0x80338049U);
    QCOMPARE(rows.count, std::size_t{1});
    for (int turn = 0; turn < 2; ++turn)
        QVERIFY(connection.enumerate(allSessions(), rows.sink, patiently()));
    QCOMPARE(asked(server, "<n:Enumerate>", 2000), 1);
    QCOMPARE(asked(server, "<n:Enumerate>", 250), 2);
    QCOMPARE(asked(server, "<n:Pull>", 250), 2); // the limit that the enumeration began with
}

void LimitsTest::anElementThatNeverFitsLeavesTheConnectionAsItWas()
{
    std::atomic<bool> isHopeless = true;
    const ScriptedServer server([&isHopeless](Connection& connection) {
        while (connection.read()) {
            if (isHopeless)
                connection.answer(answers::wsManFault("2150858824"), 500);
            else
                connection.answer(answers::enumerateResponse(row(1), "", true));
        }
    });
    auto connection = connectionTo(profileOf(server.port()));
    Rows rows;
    QVERIFY(!connection.enumerate(allSessions(), rows.sink, patiently()));
    QCOMPARE(server.requests().size(), std::size_t{5});
    QCOMPARE(asked(server, "<n:Enumerate>", 1), 1);
    isHopeless = false;
    QVERIFY(connection.enumerate(allSessions(), rows.sink, patiently()));
    QCOMPARE(asked(server, "<n:Enumerate>", 2000), 2);
}

void LimitsTest::aListThatBreaksOffComesWholeAndOnce_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<int>("most");
    QTest::newRow("more than was asked for") << QByteArray("2150858824") << 31;
    QTest::newRow("more than the server allows") << QByteArray("2150858825") << 250;
    QTest::newRow("the encoding's limit") << QByteArray("2150858805") << 3;
    QTest::newRow("only one at a time") << QByteArray("2150858790") << 1;
}

void LimitsTest::aListThatBreaksOffComesWholeAndOnce()
{
    QFETCH(const QByteArray, code);
    QFETCH(const int, most);
    const ScriptedServer server(breakingOff(most, code.toStdString()));
    WatchedQuery query(server.port());
    const auto snapshot = query.next();
    QVERIFY(snapshot);
    QVERIFY2(!snapshot->error, snapshot->error ? snapshot->error->detail.c_str() : "");
    QCOMPARE(snapshot->health, SnapshotHealth::Fresh);
    QCOMPARE(snapshot->sessions.size(), std::size_t{3});
    std::vector<std::uint32_t> ids;
    for (const core::Session& session : snapshot->sessions)
        ids.push_back(session.key.sessionId);
    std::ranges::sort(ids);
    QCOMPARE(ids, (std::vector<std::uint32_t>{1, 2, 3}));
}

void LimitsTest::aListThatNeverFitsIsGivenUp()
{
    const ScriptedServer server(breakingOff(0, "2150858825"));
    WatchedQuery query(server.port());
    const auto snapshot = query.next();
    QVERIFY(snapshot && snapshot->error);
    QCOMPARE(snapshot->health, SnapshotHealth::Failed);
    QCOMPARE(snapshot->error->code, 0x80338049U);
    QCOMPARE(asked(server, "<n:Enumerate>", 1), 1); // down to one element, and no further
}

QTEST_GUILESS_MAIN(LimitsTest)

#include "LimitsTest.moc"
