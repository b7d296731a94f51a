// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/signin/EncryptedMime.h"

#include <QTest>

using namespace deskwarden;
using namespace deskwarden::wsman;

/// The multipart/encrypted bodies of MS-WSMV 2.2.9.1.
class EncryptedMimeTest final : public QObject
{
    Q_OBJECT

private slots:
    void whatIsWrittenIsReadBack_data();
    void whatIsWrittenIsReadBack();
    void theBytesAreThoseOfTheSpecification();
    void aBoundaryInsideTheCiphertextIsData();
    void paddingBehindTheDataIsKept();
    void otherSendersSpellingsAreRead();
    void blankLinesAroundAreNoAttack_data();
    void blankLinesAroundAreNoAttack();
    void damagedBodiesAreTampered_data();
    void damagedBodiesAreTampered();
};

namespace {

const SealedMessage message{std::string("\x01\x00\x00\x00signature", 13), std::string("cipher\0\r\n--text", 15)};

std::string written(MimeIndent indent = MimeIndent::Tab)
{
    return writeEncryptedMime(message, MimeProtocol::Spnego, indent);
}

std::string replaced(std::string text, std::string_view what, std::string_view with)
{
    text.replace(text.find(what), what.size(), with);
    return text;
}

} // namespace

void EncryptedMimeTest::whatIsWrittenIsReadBack_data()
{
    QTest::addColumn<int>("protocol");
    QTest::addColumn<int>("indent");
    for (const auto protocol : {MimeProtocol::Spnego, MimeProtocol::Kerberos}) {
        for (const auto indent : {MimeIndent::Tab, MimeIndent::None})
            QTest::addRow("protocol %d, indent %d", static_cast<int>(protocol), static_cast<int>(indent))
                << static_cast<int>(protocol) << static_cast<int>(indent);
    }
}

void EncryptedMimeTest::whatIsWrittenIsReadBack()
{
    QFETCH(int, protocol);
    QFETCH(int, indent);
    const std::string body =
        writeEncryptedMime(message, static_cast<MimeProtocol>(protocol), static_cast<MimeIndent>(indent));
    const auto parts = readEncryptedMime(body);
    QVERIFY(parts.has_value());
    QCOMPARE(std::string(parts->header), message.header);
    QCOMPARE(std::string(parts->ciphertext), message.ciphertext);
    QCOMPARE(parts->plainSize, message.ciphertext.size());
    QVERIFY(isEncryptedContentType(encryptedContentType(static_cast<MimeProtocol>(protocol))));
}

void EncryptedMimeTest::theBytesAreThoseOfTheSpecification()
{
    const std::string expected = std::string("--Encrypted Boundary\r\n"
                                             "\tContent-Type: application/HTTP-SPNEGO-session-encrypted\r\n"
                                             "\tOriginalContent: type=application/soap+xml;charset=UTF-8;Length=15\r\n"
                                             "--Encrypted Boundary\r\n"
                                             "\tContent-Type: application/octet-stream\r\n") +
                                 std::string("\x0d\0\0\0", 4) + message.header + message.ciphertext +
                                 "--Encrypted Boundary--\r\n";
    QCOMPARE(written(), expected);
}

void EncryptedMimeTest::aBoundaryInsideTheCiphertextIsData()
{
    SealedMessage tricky = message;
    tricky.ciphertext = "x--Encrypted Boundary--\r\ny";
    const std::string body = writeEncryptedMime(tricky, MimeProtocol::Spnego, MimeIndent::Tab);
    const auto parts = readEncryptedMime(body);
    QVERIFY(parts.has_value());
    QCOMPARE(std::string(parts->ciphertext), tricky.ciphertext);
}

void EncryptedMimeTest::paddingBehindTheDataIsKept()
{
    const std::string body = replaced(written(), "Length=15", "Length=14");
    const auto parts = readEncryptedMime(body);
    QVERIFY(parts.has_value());
    QCOMPARE(parts->plainSize, std::size_t{14});
    QCOMPARE(std::string(parts->ciphertext), message.ciphertext);
}

void EncryptedMimeTest::otherSendersSpellingsAreRead()
{
    std::string body = replaced(written(), "--Encrypted Boundary\r\n", "-- Encrypted Boundary\r\n");
    body = replaced(body, "Length=", "length=");
    body = replaced(body, "\tOriginalContent:", "  ORIGINALCONTENT:");
    QVERIFY(readEncryptedMime(body).has_value());
}

void EncryptedMimeTest::blankLinesAroundAreNoAttack_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("behind"); // the closing delimiter
    QTest::newRow("no line end") << QByteArray() << QByteArray();
    QTest::newRow("one line end") << QByteArray() << QByteArray("\r\n");
    QTest::newRow("two, as OMI sends them") << QByteArray() << QByteArray("\r\n\r\n");
    QTest::newRow("many") << QByteArray() << QByteArray("\r\n").repeated(300);
    QTest::newRow("blanks in the delimiter's line") << QByteArray() << QByteArray(" \t\r\n");
    QTest::newRow("lines of blanks") << QByteArray() << QByteArray("\r\n \t \r\n\t\r\n ");
    QTest::newRow("bare line feeds") << QByteArray() << QByteArray("\n\n");
    QTest::newRow("a blank line in front") << QByteArray("\r\n") << QByteArray("\r\n");
    QTest::newRow("several in front") << QByteArray("\r\n \r\n\r\n") << QByteArray("\r\n");
}

/// MIME calls what stands before the first delimiter a preamble, and behind the closing one an epilogue (RFC
/// 2046 5.1.1).
void EncryptedMimeTest::blankLinesAroundAreNoAttack()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, behind);
    std::string body = before.toStdString() + written();
    body.erase(body.size() - 2);
    body += behind.toStdString();
    const auto parts = readEncryptedMime(body);
    QVERIFY2(parts.has_value(), parts ? "" : parts.error().detail.c_str());
    QCOMPARE(std::string(parts->header), message.header);
    QCOMPARE(std::string(parts->ciphertext), message.ciphertext);
}

void EncryptedMimeTest::damagedBodiesAreTampered_data()
{
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char* name, const std::string& body) {
        QTest::newRow(name) << QByteArray::fromStdString(body);
    };
    row("empty", {});
    row("plain text", "<s:Envelope/>");
    row("cut in the head", written().substr(0, 60));
    row("cut in the data", written().substr(0, written().size() - 30));
    row("no length", replaced(written(), "Length=15", "Width=15"));
    row("length too small by more than any padding",
        replaced(written(), "Length=15", "Length=1") + std::string(300, 'x'));
    row("length too large", replaced(written(), "Length=15", "Length=16"));
    row("length no number", replaced(written(), "Length=15", "Length=1x"));
    row("length overflows", replaced(written(), "Length=15", "Length=99999999999999999999999"));
    row("garbage behind the boundary", written() + "GET / HTTP/1.1\r\n");
    row("garbage behind blank lines", written() + "\r\n \r\nx");
    row("garbage in the delimiter's line", written().substr(0, written().size() - 2) + "x\r\n");
    row("a second message behind it", written() + written());
    row("garbage in front", "x\r\n" + written());
    row("signature larger than the body", replaced(written(), std::string("\x0d\0\0\0", 4), "\xff\xff\xff\xff"));
}

void EncryptedMimeTest::damagedBodiesAreTampered()
{
    QFETCH(QByteArray, body);
    const std::string bytes = body.toStdString();
    const auto parts = readEncryptedMime(bytes);
    QVERIFY(!parts.has_value());
    QCOMPARE(core::symbol(parts.error().kind), "message_tampered");
    QCOMPARE(parts.error().delivery, core::Delivery::MaybeSent);
}

QTEST_APPLESS_MAIN(EncryptedMimeTest)
#include "EncryptedMimeTest.moc"
