// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/http/HttpVerdict.h"

#include "management/seam/ErrorRules.h"
#include "wsman/Answers.h"
#include "wsman/ConnectionFixture.h"

#include <QTest>

#include <array>
#include <functional>

using namespace deskwarden;
using namespace deskwarden::wsman::fixture;
using core::Delivery;
using core::ErrorKind;
using tests::ScriptedServer;
using wsman::HttpAnswer;

namespace {

/// What a status means by itself, with nothing that WS-Management says in its body.
struct StatusRow
{
    long status;
    ErrorKind kind;
    std::uint32_t code; ///< of the error; 0x8033… are those by which Windows' own clients name it
    Delivery delivery;
    bool readsFaults = true; ///< an envelope with it is the server's own word
};

constexpr std::array statuses{
    StatusRow{300, ErrorKind::HttpStatus, 300, Delivery::MaybeSent, false},
    StatusRow{301, ErrorKind::HttpStatus, 301, Delivery::MaybeSent, false},
    StatusRow{302, ErrorKind::HttpStatus, 302, Delivery::MaybeSent, false},
    StatusRow{303, ErrorKind::HttpStatus, 303, Delivery::MaybeSent, false},
    StatusRow{307, ErrorKind::HttpStatus, 307, Delivery::MaybeSent, false},
    StatusRow{308, ErrorKind::HttpStatus, 308, Delivery::MaybeSent, false},
    StatusRow{400, ErrorKind::HttpStatus, 400, Delivery::NotSent},
    StatusRow{401, ErrorKind::SignInRefused, 401, Delivery::NotSent, false},
    StatusRow{402, ErrorKind::HttpStatus, 402, Delivery::MaybeSent},
    StatusRow{403, ErrorKind::HttpStatus, 403, Delivery::NotSent},
    StatusRow{404, ErrorKind::NotWsman, 0x80338113, Delivery::NotSent},
    StatusRow{405, ErrorKind::HttpStatus, 405, Delivery::NotSent},
    StatusRow{406, ErrorKind::HttpStatus, 406, Delivery::MaybeSent},
    StatusRow{407, ErrorKind::HttpStatus, 407, Delivery::NotSent, false},
    StatusRow{408, ErrorKind::HttpStatus, 408, Delivery::MaybeSent},
    StatusRow{409, ErrorKind::HttpStatus, 409, Delivery::MaybeSent},
    StatusRow{411, ErrorKind::HttpStatus, 411, Delivery::NotSent},
    StatusRow{413, ErrorKind::HttpStatus, 413, Delivery::NotSent},
    StatusRow{414, ErrorKind::HttpStatus, 414, Delivery::MaybeSent},
    StatusRow{415, ErrorKind::HttpStatus, 415, Delivery::NotSent},
    StatusRow{429, ErrorKind::HttpStatus, 429, Delivery::MaybeSent},
    StatusRow{431, ErrorKind::HttpStatus, 431, Delivery::NotSent},
    StatusRow{500, ErrorKind::HttpStatus, 500, Delivery::MaybeSent},
    StatusRow{501, ErrorKind::HttpStatus, 501, Delivery::MaybeSent},
    StatusRow{502, ErrorKind::HttpStatus, 502, Delivery::MaybeSent},
    StatusRow{503, ErrorKind::HttpStatus, 503, Delivery::NotSent},
    StatusRow{504, ErrorKind::HttpStatus, 504, Delivery::MaybeSent},
    StatusRow{505, ErrorKind::HttpStatus, 505, Delivery::MaybeSent},
};

constexpr const char* moved = "https://elsewhere.example.test/wsman";

/// A page as HTTP.sys writes it.
std::string pageOf(long status)
{
    return "<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\"\"http://www.w3.org/TR/html4/strict.dtd\">\r\n"
           "<HTML><HEAD><TITLE>Trouble</TITLE>\r\n<META HTTP-EQUIV=\"Content-Type\" Content=\"text/html; "
           "charset=us-ascii\"></HEAD>\r\n<BODY><h2>Trouble</h2>\r\n<hr><p>HTTP Error " +
           std::to_string(status) + ".</p>\r\n</BODY></HTML>\r\n";
}

HttpAnswer answerOf(long status, std::string type, std::string body)
{
    HttpAnswer answer;
    answer.status = status;
    answer.contentType = std::move(type);
    answer.body = std::move(body);
    answer.location = status / 100 == 3 ? moved : "";
    return answer;
}

std::string faultText()
{
    return wsman::answers::wsManFault("2150858752", "Gone.");
}

} // namespace

/// What HTTP itself says about a request, before anything of WS-Management is read.
class HttpVerdictTest final : public QObject
{
    Q_OBJECT

private slots:
    void theStatusSpeaksFirst_data();
    void theStatusSpeaksFirst();
    void aFaultIsReadWhateverTheStatus_data() { theStatusSpeaksFirst_data(); }
    void aFaultIsReadWhateverTheStatus();
    void aSuccessWithoutAnEnvelopeIsAnotherServer();
    void anEmpty500IsAboutEncryptionOnlyWhereThatIsMissing();
    void theSameOverAConnection_data() { theStatusSpeaksFirst_data(); }
    void theSameOverAConnection();
    void nothingFollowsARedirection_data();
    void nothingFollowsARedirection();
    void aHeadWithoutEndIsNoLackOfMemory_data();
    void aHeadWithoutEndIsNoLackOfMemory();
};

void HttpVerdictTest::theStatusSpeaksFirst_data()
{
    QTest::addColumn<int>("row");
    int index = 0;
    for (const StatusRow& row : statuses)
        QTest::addRow("%ld", row.status) << index++;
}

void HttpVerdictTest::theStatusSpeaksFirst()
{
    QFETCH(const int, row);
    const StatusRow& expected = statuses.at(static_cast<std::size_t>(row));
    const std::array bodies{answerOf(expected.status, {}, {}),
                            answerOf(expected.status, "text/html; charset=us-ascii", pageOf(expected.status)),
                            answerOf(expected.status, {}, pageOf(expected.status)),
                            answerOf(expected.status, "text/plain", "No."),
                            answerOf(expected.status, "application/json", "{\"error\":1}")};
    for (const HttpAnswer& answer : bodies) {
        const auto verdict = wsman::httpVerdict(answer, "Negotiate", false);
        QVERIFY2(verdict, answer.body.c_str());
        QCOMPARE(nameOf(*verdict), std::string(core::symbol(expected.kind)));
        QCOMPARE(verdict->code, expected.code);
        QCOMPARE(verdict->delivery, expected.delivery);
        QCOMPARE(verdict->subject, answer.location);
        QCOMPARE(management::isServerBusy(*verdict), expected.status == 503);
    }
}

void HttpVerdictTest::aFaultIsReadWhateverTheStatus()
{
    QFETCH(const int, row);
    const StatusRow& expected = statuses.at(static_cast<std::size_t>(row));
    const auto verdict = wsman::httpVerdict(
        answerOf(expected.status, "application/soap+xml;charset=UTF-8", faultText()), "Negotiate", false);
    QCOMPARE(!verdict, expected.readsFaults);
    if (verdict)
        QCOMPARE(nameOf(*verdict), std::string(core::symbol(expected.kind)));
}

void HttpVerdictTest::aSuccessWithoutAnEnvelopeIsAnotherServer()
{
    for (const long status : {200L, 201L, 202L, 206L}) {
        const auto page = wsman::httpVerdict(answerOf(status, "text/html", pageOf(status)), {}, false);
        QVERIFY(page);
        QCOMPARE(page->kind, ErrorKind::NotWsman);
        const auto empty = wsman::httpVerdict(answerOf(status, {}, {}), {}, false);
        QVERIFY(empty);
        QCOMPARE(empty->kind, ErrorKind::Malformed);
        QVERIFY(!wsman::httpVerdict(answerOf(status, "application/soap+xml", faultText()), {}, false));
    }
}

void HttpVerdictTest::anEmpty500IsAboutEncryptionOnlyWhereThatIsMissing()
{
    QCOMPARE(wsman::httpVerdict(answerOf(500, {}, {}), {}, true)->kind, ErrorKind::EncryptionRequired);
    QCOMPARE(wsman::httpVerdict(answerOf(500, {}, {}), {}, false)->kind, ErrorKind::HttpStatus);
    QCOMPARE(wsman::httpVerdict(answerOf(500, "text/html", pageOf(500)), {}, true)->kind, ErrorKind::HttpStatus);
}

void HttpVerdictTest::theSameOverAConnection()
{
    QFETCH(const int, row);
    const StatusRow& expected = statuses.at(static_cast<std::size_t>(row));
    for (const std::string& body : {std::string(), pageOf(expected.status), faultText()}) {
        const bool isFault = body == faultText();
        const ScriptedServer server([&](ScriptedServer::Connection& connection) {
            while (connection.read())
                connection.answer(body, static_cast<int>(expected.status),
                                  expected.status / 100 == 3 ? "Location: " + std::string(moved) + "\r\n"
                                                             : std::string(),
                                  isFault ? "application/soap+xml" : "text/html; charset=us-ascii");
        });
        auto connection = connectionTo(profileOf(server.port()));
        const auto got = connection.get(oneSession(), patiently());
        QVERIFY(!got);
        const bool isRead = isFault && expected.readsFaults;
        const bool isUnencrypted = expected.status == 500 && body.empty();
        const ErrorKind kind = isRead          ? ErrorKind::Fault
                               : isUnencrypted ? ErrorKind::EncryptionRequired
                                               : expected.kind;
        QCOMPARE(nameOf(got.error()), std::string(core::symbol(kind)));
        QVERIFY(got.error().detail.find(password) == std::string::npos);
    }
}

void HttpVerdictTest::nothingFollowsARedirection_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {300, 301, 302, 303, 307, 308})
        QTest::addRow("%d", status) << status;
}

void HttpVerdictTest::nothingFollowsARedirection()
{
    QFETCH(const int, status);
    const ScriptedServer target([](ScriptedServer::Connection& connection) { connection.read(); });
    const std::string address = "http://127.0.0.1:" + std::to_string(target.port()) + "/wsman";
    const ScriptedServer server([&](ScriptedServer::Connection& connection) {
        while (connection.read())
            connection.answer("<html>", status, "Location: " + address + "\r\n", "text/html");
    });
    for (const auto scheme : {core::AuthScheme::Basic, core::AuthScheme::Automatic}) {
        auto profile = profileOf(server.port());
        profile.auth = scheme;
        auto connection = connectionTo(profile);
        const auto result = connection.invoke(oneSession(), "Logoff", {}, patiently());
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::HttpStatus);
        QCOMPARE(result.error().code, static_cast<std::uint32_t>(status));
        QCOMPARE(result.error().subject, address);
    }
    QVERIFY(target.requests().empty());
}

void HttpVerdictTest::aHeadWithoutEndIsNoLackOfMemory_data()
{
    QTest::addColumn<int>("lines");
    QTest::addColumn<int>("length");
    QTest::newRow("one line") << 1 << 2'000'000;
    QTest::newRow("many lines") << 200 << 10'000;
}

void HttpVerdictTest::aHeadWithoutEndIsNoLackOfMemory()
{
    QFETCH(const int, lines);
    QFETCH(const int, length);
    std::string head = "HTTP/1.1 200 OK\r\n";
    for (int line = 0; line < lines; ++line)
        head += "X-Line: " + std::string(static_cast<std::size_t>(length), 'x') + "\r\n";
    const ScriptedServer server([&head](ScriptedServer::Connection& connection) {
        connection.read();
        connection.write(head + "Content-Length: 0\r\n\r\n");
        connection.hang();
    });
    auto connection = connectionTo(profileOf(server.port()));
    const auto result = connection.invoke(oneSession(), "Logoff", {}, patiently());
    QVERIFY(!result);
    QCOMPARE(nameOf(result.error()), std::string(core::symbol(ErrorKind::TooLarge)));
    QCOMPARE(result.error().delivery, Delivery::MaybeSent);
}

QTEST_GUILESS_MAIN(HttpVerdictTest)
#include "HttpVerdictTest.moc"
