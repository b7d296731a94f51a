// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/ServerProfile.h"

#include <QTest>

#include <string>
#include <variant>

using namespace deskwarden::core;

namespace {

const std::string plain = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

} // namespace

class ServerProfileTest final : public QObject
{
    Q_OBJECT

private slots:
    void fingerprintsAreNormalised()
    {
        std::string colons;
        for (std::size_t index = 0; index < plain.size(); index += 2)
            colons += (index == 0 ? "" : ":") + plain.substr(index, 2);
        for (char& letter : colons)
            letter = letter >= 'a' && letter <= 'f' ? static_cast<char>(letter - 'a' + 'A') : letter;
        QCOMPARE(normalisedFingerprint(colons).value_or(""), plain);
        QCOMPARE(normalisedFingerprint(plain).value_or(""), plain);
        std::string spaces = plain;
        spaces.insert(2, " ");
        QCOMPARE(normalisedFingerprint(spaces).value_or(""), plain);
    }

    void copiedFingerprintsAreTaken_data()
    {
        QTest::addColumn<QByteArray>("start");
        QTest::addColumn<QByteArray>("end");
        for (const char* start : {"\u200e", "\ufeff", "\u200b \u202a", "SHA256 Fingerprint=", "sha256 Fingerprint=",
                                  "SHA-256: ", "sha256:", "\u200eSHA256 Fingerprint=", "\t ", "\u00a0"})
            QTest::newRow(start) << QByteArray(start) << QByteArray();
        QTest::newRow("end of line") << QByteArray() << QByteArray("\r\n");
        QTest::newRow("mark behind") << QByteArray() << QByteArray("\u202c\u00a0");
    }

    void copiedFingerprintsAreTaken()
    {
        QFETCH(QByteArray, start);
        QFETCH(QByteArray, end);
        for (const char* between : {"", ":", " ", "-", "\u200e", "\u00a0"}) {
            std::string text = start.toStdString();
            for (std::size_t index = 0; index < plain.size(); index += 2)
                text += (index == 0 ? std::string() : between) + plain.substr(index, 2);
            QCOMPARE(normalisedFingerprint(text + end.toStdString()).value_or(text), plain);
        }
    }

    void whatIsNoFingerprintIsCalledWhatItIs_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("problem");
        const auto row = [](const char* name, const std::string& text, InputProblem problem) {
            QTest::newRow(name) << QByteArray::fromStdString(text) << static_cast<int>(problem);
        };
        row("Windows' thumbprint", "\u200e" + plain.substr(0, 40), InputProblem::FingerprintIsSha1);
        row("the same from openssl", "SHA1 Fingerprint=" + plain.substr(0, 40), InputProblem::FingerprintIsSha1);
        row("the same, shouted", "SHA-1: " + plain.substr(0, 40), InputProblem::FingerprintIsSha1);
        row("MD5", plain.substr(0, 32), InputProblem::FingerprintLength);
        row("one too many", plain + "0", InputProblem::FingerprintLength);
        row("nothing", {}, InputProblem::FingerprintLength);
        row("words", "certificate", InputProblem::FingerprintLetters);
        row("Base64", "sha256/AbCdEfGh+Q==", InputProblem::FingerprintLetters);
    }

    void whatIsNoFingerprintIsCalledWhatItIs()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, problem);
        const auto fingerprint = normalisedFingerprint(text.toStdString());
        QVERIFY(!fingerprint);
        const auto* found = std::get_if<InputProblem>(&fingerprint.error().reason);
        QVERIFY(found);
        QCOMPARE(static_cast<int>(*found), problem);
    }

    void otherTextsAreNoFingerprint()
    {
        const std::string tooLong = plain + "00";
        const std::string notHexadecimal = 'g' + plain.substr(1);
        for (const std::string& text : {std::string(), plain.substr(2), tooLong, notHexadecimal}) {
            const auto fingerprint = normalisedFingerprint(text);
            QVERIFY(!fingerprint.has_value());
            QCOMPARE(fingerprint.error().kind, ErrorKind::InvalidInput);
        }
    }

    void schemeNamesComeBack()
    {
        using enum AuthScheme;
        for (const AuthScheme scheme : {Negotiate, Kerberos, Ntlm, Basic, Certificate}) {
            const auto again = authSchemeFromName(name(scheme));
            QVERIFY(again.has_value());
            QCOMPARE(*again, scheme);
        }
        QVERIFY(!authSchemeFromName("digest").has_value());
    }
};

QTEST_APPLESS_MAIN(ServerProfileTest)
#include "ServerProfileTest.moc"
