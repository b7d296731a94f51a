// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/ServerAddress.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <variant>

using namespace deskwarden::core;

Q_DECLARE_METATYPE(deskwarden::core::Transport)
Q_DECLARE_METATYPE(deskwarden::core::InputProblem)

class ServerAddressTest final : public QObject
{
    Q_OBJECT

private slots:
    void goodAddressesAreUnderstood_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<Transport>("transport");
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<int>("port");
        QTest::addColumn<QByteArray>("canonical");
        QTest::newRow("bare") << QByteArray("Broker.Example.com") << Transport::Automatic
                              << QByteArray("broker.example.com") << 0 << QByteArray("broker.example.com");
        QTest::newRow("https") << QByteArray("https://broker") << Transport::WsmanHttps << QByteArray("broker") << 5986
                               << QByteArray("https://broker");
        QTest::newRow("http port") << QByteArray("HTTP://broker:8080/wsman") << Transport::WsmanHttp
                                   << QByteArray("broker") << 8080 << QByteArray("http://broker:8080");
        QTest::newRow("default port") << QByteArray("http://broker:5985/") << Transport::WsmanHttp
                                      << QByteArray("broker") << 5985 << QByteArray("http://broker");
        QTest::newRow("ipv6") << QByteArray("https://[::1]:443") << Transport::WsmanHttps << QByteArray("::1") << 443
                              << QByteArray("https://[::1]:443");
        QTest::newRow("dcom") << QByteArray("wmi://broker") << Transport::Dcom << QByteArray("broker") << 0
                              << QByteArray("wmi://broker");
        QTest::newRow("demo") << QByteArray("demo:") << Transport::Demo << QByteArray() << 0 << QByteArray("demo:");
        QTest::newRow("demo size") << QByteArray(" demo:10000\n") << Transport::Demo << QByteArray() << 0
                                   << QByteArray("demo:10000");
        const auto copied = [](const char* typed, const char* canonical) {
            const auto scheme = QByteArray(canonical).startsWith("https://")  ? Transport::WsmanHttps
                                : QByteArray(canonical).startsWith("http://") ? Transport::WsmanHttp
                                : QByteArray(canonical).startsWith("wmi://")  ? Transport::Dcom
                                                                              : Transport::Automatic;
            const int port = scheme == Transport::WsmanHttps ? 5986 : scheme == Transport::WsmanHttp ? 5985 : 0;
            const auto host = QByteArray(canonical).mid(QByteArray(canonical).indexOf("://") + 1).replace("//", "");
            QTest::newRow(typed) << QByteArray(typed) << scheme << host << port << QByteArray(canonical);
        };
        for (const char* path : {"/wsman", "/wsman/", "/WSMAN", "/WsMan//", "//wsman", "/", "//", "///", "/wsman?",
                                 "/wsman?PSVersion=5.1.17763.1", "/wsman/?psversion=7.4", "?PSVersion=5.1", "?"})
            for (const char* server : {"https://broker", "http://broker", "wmi://broker", "broker"})
                copied(QByteArray(server).append(path).constData(), server);
        copied("https://broker.example.test.", "https://broker.example.test");
        copied("broker.", "broker");
        copied("https://broker.:5986/wsman/", "https://broker");
        copied("https://b\u00fccher.example.test", "https://xn--bcher-kva.example.test");
        copied("B\u00dcCHER.Example.test", "xn--bcher-kva.example.test");
        copied("bu\u0308cher.example.test", "xn--bcher-kva.example.test"); // decomposed, as macOS copies it
        copied("https://\u0431\u0440\u043e\u043a\u0435\u0440.\u0440\u0444", "https://xn--90aiopjd.xn--p1ai");
        copied("\u6771\u4eac\u3002example", "xn--1lqs71d.example"); // an ideographic full stop
        copied("\ufeffhttps://broker\u200b", "https://broker");
        copied("\u200ebroker.example.test\u00a0", "broker.example.test");
        copied("\u202abroker\u202c", "broker");
        QTest::newRow("zone by name") << QByteArray("http://[fe80::1%eth0]") << Transport::WsmanHttp
                                      << QByteArray("fe80::1%eth0") << 5985 << QByteArray("http://[fe80::1%eth0]");
        QTest::newRow("zone of a VLAN") << QByteArray("https://[FE80::1%Br-LAN_0.100]:443/wsman")
                                        << Transport::WsmanHttps << QByteArray("fe80::1%Br-LAN_0.100") << 443
                                        << QByteArray("https://[fe80::1%Br-LAN_0.100]:443");
        QTest::newRow("zone as in a URL") << QByteArray("http://[fe80::1%25eth0]") << Transport::WsmanHttp
                                          << QByteArray("fe80::1%eth0") << 5985 << QByteArray("http://[fe80::1%eth0]");
        QTest::newRow("zone by number") << QByteArray("[fe80::1%12]") << Transport::Automatic
                                        << QByteArray("fe80::1%12") << 0 << QByteArray("[fe80::1%12]");
        QTest::newRow("zone 25") << QByteArray("[fe80::1%25]") << Transport::Automatic << QByteArray("fe80::1%25") << 0
                                 << QByteArray("[fe80::1%25]");
        QTest::newRow("zone 251, escaped") << QByteArray("[fe80::1%25251]") << Transport::Automatic
                                           << QByteArray("fe80::1%251") << 0 << QByteArray("[fe80::1%25251]");
        QTest::newRow("long ipv6") << QByteArray("http://[0:0:0:0:0:0:0:1]") << Transport::WsmanHttp
                                   << QByteArray("::1") << 5985 << QByteArray("http://[::1]");
        QTest::newRow("ipv4 in ipv6") << QByteArray("[::FFFF:10.0.0.1]") << Transport::Automatic
                                      << QByteArray("::ffff:10.0.0.1") << 0 << QByteArray("[::ffff:10.0.0.1]");
    }

    void goodAddressesAreUnderstood()
    {
        QFETCH(QByteArray, typed);
        QFETCH(Transport, transport);
        QFETCH(QByteArray, host);
        QFETCH(int, port);
        QFETCH(QByteArray, canonical);
        const auto address = ServerAddress::parse(typed.toStdString());
        QVERIFY(address.has_value());
        QCOMPARE(address->transport, transport);
        QCOMPARE(QByteArray::fromStdString(address->host), host);
        QCOMPARE(int{address->port}, port);
        QCOMPARE(QByteArray::fromStdString(address->text()), canonical);
        const auto again = ServerAddress::parse(address->text());
        QVERIFY(again.has_value());
        QVERIFY(*again == *address);
    }

    void whatIsNoAddressIsRefusedForWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<InputProblem>("problem");
        const auto row = [](InputProblem problem, std::initializer_list<QByteArray> inputs) {
            for (const QByteArray& input : inputs)
                QTest::newRow(input.left(40).toPercentEncoding(" :/[]@?#%").constData()) << input << problem;
        };
        using enum InputProblem;
        row(AddressMissing, {"", "   ", "\ufeff", "https://", "https://:5986", "http:///wsman", "/wsman"});
        row(AddressTooLong, {QByteArray(100'000, 'a')});
        row(PortOutOfRange, {"http://broker:0", "http://broker:65536", "http://broker:-1", "http://broker:5985x",
                             "http://broker:", "https://[::1]:", "https://[::1]:x", "http://broker:\uff15\uff19"});
        row(UserInAddress, {"http://user:secret@broker", "http://user@broker", "http://user@broker:5985/wsman",
                            "user@broker", "https://u:p@[::1]"});
        row(PathInAddress, {"http://broker/other/path", "http://broker?x=1", "http://broker#x", "http://broker/wsman#x",
                            "http://broker/wsman/wsman", "http://broker/wsmanx", "http://broker/wsman?x=1",
                            "broker/powershell", "https://[::1]/x", "wmi://broker/root/cimv2"});
        row(NotAHostName, {"http://bro ker", "http://broker\r\nX-Injected: 1", QByteArray("http://bro\0ker", 14),
                           "$(reboot)", "`id`", "broker;rm", "..\\..\\x", "https://.", "https://..", "broker..",
                           ".broker", "a..b", "https://bro\xffker", "https://\xc3", "https://broker\u2044x",
                           "https://a\uff0fb", "https://a\uff20b", "https://b\u202ey\u2028x", "100%"});
        row(BracketNotClosed, {"http://[::1", "[", "https://[::1/wsman"});
        row(NotIpv6, {"http://[]:5985", "http://[evil.example]:5985", "http://[%%%%1]:1", "http://[::1%]",
                      "http://[:::]", "http://[12345::]", "http://[1:2:3:4:5:6:7:8:9]", "http://[fe80::1%e th]",
                      "http://[fe80::1%a%b]", "http://[1.2.3.4]", "http://[%eth0]", QByteArray("http://[::1\0]", 13)});
        row(TextAfterBracket, {"http://[::1]x", "http://[::1]5985", "http://[fe80::1%a]b]"});
        row(BracketsMissing, {"::1", "https://fe80::1", "http://a:b:c"});
        row(SchemeUnknown,
            {"ftp://broker", "file:///etc/passwd", "javascript://x", "http:/broker", "https:broker", "WMI:broker"});
        row(PortNeedsScheme, {"wmi://broker:135", "broker:5985", "[::1]:5985"});
        row(DemoSizeUnusable, {"demo:-1", "demo:1e9", "demo:99999999999999999999999", "demo:5/wsman"});
    }

    void whatIsNoAddressIsRefusedForWhatIsWrong()
    {
        QFETCH(QByteArray, typed);
        QFETCH(InputProblem, problem);
        const auto address = ServerAddress::parse(typed.toStdString());
        QVERIFY(!address.has_value());
        QCOMPARE(address.error().kind, ErrorKind::InvalidInput);
        const auto* found = std::get_if<InputProblem>(&address.error().reason);
        QVERIFY(found);
        QCOMPARE(static_cast<int>(*found), static_cast<int>(problem));
        // What was typed may hold a password: it is not repeated.
        QCOMPARE(address.error().detail, std::string());
    }

    void anotherTransportKeepsThePortThatServes()
    {
        const auto bare = ServerAddress::parse("broker");
        QCOMPARE(bare->over(Transport::WsmanHttps).text(), std::string("https://broker"));
        QCOMPARE(int{bare->over(Transport::WsmanHttps).port}, 5986);
        QCOMPARE(int{bare->over(Transport::WsmanHttp).port}, 5985);
        const auto special = ServerAddress::parse("https://broker:444");
        QCOMPARE(special->over(Transport::WsmanHttp).text(), std::string("http://broker:444"));
        QCOMPARE(special->over(Transport::Dcom).text(), std::string("wmi://broker"));
        QCOMPARE(special->over(Transport::Automatic).text(), std::string("broker"));
    }

    void onlyThisMachineIsLoopback_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<bool>("isLoopback");
        QTest::newRow("name") << QByteArray("http://localhost") << true;
        QTest::newRow("ipv4") << QByteArray("http://127.0.0.1:5985") << true;
        QTest::newRow("ipv4 net") << QByteArray("http://127.8.9.10") << true;
        QTest::newRow("ipv6") << QByteArray("http://[::1]") << true;
        QTest::newRow("demo") << QByteArray("demo:") << true;
        QTest::newRow("ipv6 in full") << QByteArray("http://[0:0:0:0:0:0:0:1]") << true;
        QTest::newRow("ipv6 with a zone") << QByteArray("http://[::1%lo]") << true;
        QTest::newRow("end of the ipv4 net") << QByteArray("http://127.255.255.255.") << true;
        QTest::newRow("too large a number") << QByteArray("http://127.0.0.999") << false;
        QTest::newRow("empty number") << QByteArray("http://127.0.0") << false;
        QTest::newRow("five numbers") << QByteArray("http://127.0.0.1.1") << false;
        QTest::newRow("octal") << QByteArray("http://127.0.0.0001") << false;
        QTest::newRow("other ipv6") << QByteArray("http://[::2]") << false;
        QTest::newRow("lookalike") << QByteArray("http://127.example.com") << false;
        QTest::newRow("lookalike with dots") << QByteArray("http://127.0.0.evil") << false;
        for (const char* host : {"127.0.0.999", "127.0.0.256", "127.256.0.1", "127...1", "127.0.0.", "127.1", "127",
                                 "127.0.0.01", "127.0.00.1", "0127.0.0.1", "127.0.0.1.1", "127.0.0.1..", "2130706433",
                                 "0x7f.0.0.1", "0.0.0.0", "128.0.0.1", "1.127.0.0"})
            QTest::addRow("%s", host) << QByteArray("http://") + host << false;
        QTest::newRow("subdomain") << QByteArray("http://localhost.example.com") << false;
        QTest::newRow("other") << QByteArray("http://10.0.0.1") << false;
    }

    void onlyThisMachineIsLoopback()
    {
        QFETCH(QByteArray, typed);
        QFETCH(bool, isLoopback);
        const auto address = ServerAddress::parse(typed.toStdString());
        QVERIFY(address.has_value() || !isLoopback);
        QCOMPARE(address && address->isLoopback(), isLoopback);
    }

    void randomBytesNeverParseIntoAnAddressThatDoesNotComeBack()
    {
        std::uint32_t random = 12345;
        const auto below = [&random](std::size_t limit) {
            random = random * 1664525 + 1013904223;
            return (random >> 16) % limit;
        };
        constexpr std::array<std::string_view, 6> starts{"https://", "",          "http://[",
                                                         "wmi://",   "[fe80::1%", "http://[::"};
        constexpr std::array<std::string_view, 30> pieces{
            "a",      "0",  "25",  ".",     ":", "/",      "[", "]",      "-",    "_",
            "%",      "@",  "\\",  " ",     "#", "\t",     "A", "?",      "\xff", "\u00fc",
            "\u200e", "::", "]:1", "wsman", "f", "\uff10", "1", "\u3002", "~",    "%25"};
        int understood = 0;
        for (int round = 0; round < 60'000; ++round) {
            std::string text(starts.at(below(starts.size())));
            for (std::size_t letter = below(10); letter > 0; --letter)
                text += pieces.at(below(pieces.size()));
            const auto address = ServerAddress::parse(text);
            if (!address)
                continue;
            ++understood;
            const auto again = ServerAddress::parse(address->text());
            QVERIFY2(again.has_value() && *again == *address, text.c_str());
            QVERIFY2(std::ranges::all_of(address->host, [](char byte) { return byte > ' ' && byte < '\x7f'; }),
                     text.c_str());
        }
        QVERIFY2(understood > 2000, std::to_string(understood).c_str());
    }
};

QTEST_APPLESS_MAIN(ServerAddressTest)
#include "ServerAddressTest.moc"
