// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/WebAddress.h"

#include <QTest>

using deskwarden::core::WebAddress;

class WebAddressTest final : public QObject
{
    Q_OBJECT

private slots:
    void anAddressIsReadAndWritten_data();
    void anAddressIsReadAndWritten();
    void whatIsNoAddressOfTheWebIsRefused_data();
    void whatIsNoAddressOfTheWebIsRefused();
    void aReferenceLeadsOnOverHttpsAlone_data();
    void aReferenceLeadsOnOverHttpsAlone();
};

void WebAddressTest::anAddressIsReadAndWritten_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char* typed, const char* text) {
        QTest::newRow(typed) << QByteArray(typed) << QByteArray(text);
    };
    row("https://example.org", "https://example.org/");
    row("HTTPS://Example.ORG/Path", "https://example.org/Path");
    row("https://example.org:443/a", "https://example.org/a");
    row("https://example.org:8443/a/b.json?c=d&e=%20", "https://example.org:8443/a/b.json?c=d&e=%20");
    row("https://example.org?q", "https://example.org/?q");
    row("https://[2001:DB8::1]:444/x", "https://[2001:db8::1]:444/x");
    row("https://m\xC3\xBCller.example/", "https://xn--mller-kva.example/");
}

void WebAddressTest::anAddressIsReadAndWritten()
{
    QFETCH(const QByteArray, typed);
    const auto address = WebAddress::parse(typed.toStdString());
    QVERIFY(address);
    QTEST(QByteArray::fromStdString(address->text()), "text");
    QVERIFY(WebAddress::parse(address->text()) == address);
}

void WebAddressTest::whatIsNoAddressOfTheWebIsRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char* const text : {"",
                                   "https://",
                                   "https:///path",
                                   "http://example.org/",
                                   "example.org",
                                   "file:///etc/passwd",
                                   "javascript:alert(1)",
                                   "https:example.org",
                                   "https://user@example.org/",
                                   "https://user:pw@example.org/",
                                   "https://example.org/#part",
                                   "https://example.org#part",
                                   "https://example.org/a b",
                                   "https://example.org/\"",
                                   "https://example.org/<b>",
                                   "https://example.org\\@evil.example/",
                                   "https://example.org/a\\b",
                                   "https://example.org:/",
                                   "https://example.org:0/",
                                   "https://example.org:99999/",
                                   "https://exa mple.org/",
                                   "https://example.org/\n",
                                   "https://example.org/\xE2\x80\xAE",
                                   "https://[::1/",
                                   "ftp://example.org/"})
        QTest::newRow(text) << QByteArray(text);
    QTest::newRow("far too long") << QByteArray("https://example.org/") + QByteArray(3000, 'a');
    QTest::newRow("a null in it") << QByteArray("https://example.org/\0a", 22);
}

void WebAddressTest::whatIsNoAddressOfTheWebIsRefused()
{
    QFETCH(const QByteArray, text);
    QVERIFY(!WebAddress::parse(text.toStdString()));
}

void WebAddressTest::aReferenceLeadsOnOverHttpsAlone_data()
{
    QTest::addColumn<QByteArray>("reference");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char* reference, const char* text) {
        QTest::newRow(reference) << QByteArray(reference) << QByteArray(text);
    };
    row("https://elsewhere.example/x", "https://elsewhere.example/x");
    row("/other?y", "https://example.org:444/other?y");
    row("/other#part", "https://example.org:444/other");
    row("http://example.org/x", "");
    row("//elsewhere.example/x", "");
    row("other", "");
    row("", "");
    row("/a b", "");
}

void WebAddressTest::aReferenceLeadsOnOverHttpsAlone()
{
    QFETCH(const QByteArray, reference);
    const auto from = WebAddress::parse("https://example.org:444/a/b");
    QVERIFY(from);
    const auto next = from->resolved(reference.toStdString());
    QTEST(QByteArray::fromStdString(next ? next->text() : std::string()), "text");
}

QTEST_APPLESS_MAIN(WebAddressTest)
#include "WebAddressTest.moc"
