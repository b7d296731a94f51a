// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/ServerAddress.h"

#include <QTest>

#include <string>

using namespace deskwarden::core;

Q_DECLARE_METATYPE(deskwarden::core::Transport)

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

    void hostileInputIsRefusedWithAHint_data()
    {
        QTest::addColumn<QByteArray>("typed");
        const QList<QByteArray> inputs{"",
                                       "   ",
                                       "https://",
                                       "https://:5986",
                                       "http://broker:0",
                                       "http://broker:65536",
                                       "http://broker:-1",
                                       "http://broker:5985x",
                                       "http://broker:",
                                       "http://user:secret@broker",
                                       "http://user@broker",
                                       "http://broker/other/path",
                                       "http://broker?x=1",
                                       "http://broker#x",
                                       "http://bro ker",
                                       "http://broker\r\nX-Injected: 1",
                                       QByteArray("http://bro\0ker", 14),
                                       "http://[::1",
                                       "http://[]:5985",
                                       "http://[evil.example]:5985",
                                       "http://[::1]x",
                                       "::1",
                                       "ftp://broker",
                                       "file:///etc/passwd",
                                       "javascript://x",
                                       "wmi://broker:135",
                                       "broker:5985",
                                       "demo:-1",
                                       "demo:1e9",
                                       "demo:99999999999999999999999",
                                       "$(reboot)",
                                       "`id`",
                                       "broker;rm",
                                       "..\\..\\x",
                                       QByteArray(100'000, 'a')};
        for (const QByteArray& input : inputs)
            QTest::newRow(input.left(40).toHex().constData()) << input;
    }

    void hostileInputIsRefusedWithAHint()
    {
        QFETCH(QByteArray, typed);
        const auto address = ServerAddress::parse(typed.toStdString());
        QVERIFY(!address.has_value());
        QCOMPARE(address.error().kind, ErrorKind::InvalidInput);
        QVERIFY(!address.error().detail.empty());
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
        QTest::newRow("lookalike") << QByteArray("http://127.example.com") << false;
        QTest::newRow("lookalike with dots") << QByteArray("http://127.0.0.evil") << false;
        for (const char* host : {"127.0.0.999", "127.0.0.256", "127.256.0.1", "127...1", "127.0.0.", "127.1", "127",
                                 "127.0.0.01", "127.0.00.1", "0127.0.0.1", "127.0.0.1.1", "127.0.0.1.", "2130706433",
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
        for (int round = 0; round < 20'000; ++round) {
            std::string text = round % 2 == 0 ? "https://" : "";
            for (int letter = 0; letter < 12; ++letter) {
                random = random * 1664525 + 1013904223;
                constexpr std::string_view letters = "a0.:/[]-_%@\\ #\t\x80\xff";
                text += letters[(random >> 16) % letters.size()];
            }
            const auto address = ServerAddress::parse(text);
            if (!address)
                continue;
            const auto again = ServerAddress::parse(address->text());
            QVERIFY2(again.has_value() && *again == *address, text.c_str());
        }
    }
};

QTEST_APPLESS_MAIN(ServerAddressTest)
#include "ServerAddressTest.moc"
