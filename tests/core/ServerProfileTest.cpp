// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/ServerProfile.h"

#include <QTest>

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
