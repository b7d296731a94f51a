// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/HiddenLetters.h"
#include "models/texts/JsonLines.h"
#include "models/texts/Texts.h"
#include "support/Sessions.h"

#include <QJsonDocument>
#include <QStringDecoder>
#include <QTest>

#include <string>

using namespace deskwarden;
using namespace deskwarden::models;
using tests::session;

namespace {

const std::string mebibyte(std::size_t{1} << 20, 'a');

QString decoded(const QByteArray& bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8,
                           QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    return decoder(bytes);
}

} // namespace

/// Names of any length and with any character in them: what is shown is bounded and on one line, what is compared is
/// whole.
class SafeTextTest final : public QObject
{
    Q_OBJECT

private slots:
    void everyTextOfOthersIsBounded_data();
    void everyTextOfOthersIsBounded();
    void whatIsHiddenIsNeverShown();
    void thePlaceKeepsItsId();
    void theAccountKeepsItsUser();
    void hostsThatBeginAlikeAreSeveral();
    void aJsonLineHoldsNothingHidden();
    void linesOfOurOwnKeepTheirLineEnds();
    void aPlaceholderInATextOfOthersStaysText();
};

void SafeTextTest::everyTextOfOthersIsBounded_data()
{
    QTest::addColumn<QByteArray>("letter");
    QTest::newRow("one byte") << QByteArray("a");
    QTest::newRow("two bytes") << QByteArray("\u0416");
    QTest::newRow("three bytes") << QByteArray("\u4e2d");
    QTest::newRow("four bytes") << QByteArray("\U0001F600");
    QTest::newRow("mixed") << QByteArray("a\u0416\u4e2d\U0001F600");
    QTest::newRow("control") << QByteArray("\x1B");
    QTest::newRow("override") << QByteArray("\u202E");
    QTest::newRow("no UTF-8") << QByteArray("\xFF");
    QTest::newRow("half a character") << QByteArray("\xF0\x9F\x98");
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF");
}

void SafeTextTest::everyTextOfOthersIsBounded()
{
    QFETCH(const QByteArray, letter);
    for (const qsizetype length : {qsizetype(1), qsizetype(2), qsizetype(7), qsizetype(64), longestText}) {
        for (const qsizetype times : {length / 2, length - 1, length, length + 1, length * 4}) {
            const QByteArray name = letter.repeated(times);
            const QString shown = plainText(name.toStdString(), length);
            // The same as of the whole name, of which all was decoded.
            QCOMPARE(shown, plainText(decoded(name), length));
            QVERIFY(shown.size() <= length);
        }
    }
    const std::string huge = letter.repeated(1'000'000).toStdString();
    QBENCHMARK_ONCE
    {
        QVERIFY(plainText(huge).size() <= longestText);
    }
}

void SafeTextTest::whatIsHiddenIsNeverShown()
{
    for (char32_t character = 0; character <= QChar::LastValidCodePoint; ++character) {
        if (core::isHidden(character)) {
            const QString shown = plainText(QStringLiteral("x").append(QStringView(QChar::fromUcs4(character))));
            QVERIFY2(shown.startsWith(QStringLiteral("x\u2039U+")), qPrintable(shown));
        }
    }
}

void SafeTextTest::thePlaceKeepsItsId()
{
    QCOMPARE(placeText(session("s", "HV1", 7, "ada").key), QStringLiteral("HV1/7"));
    const QString place = placeText(session("s", mebibyte, 4'294'967'295, "ada").key);
    QVERIFY(place.endsWith(QStringLiteral("a\u2026/4294967295")));
    QVERIFY(place.size() <= longestText + 11);
}

void SafeTextTest::theAccountKeepsItsUser()
{
    core::Session strange = session("s", "HV1", 7, "ada");
    QCOMPARE(accountText(strange), QStringLiteral("CORP\\ada"));
    strange.domainName = core::SharedString(mebibyte);
    QVERIFY(accountText(strange).endsWith(QStringLiteral("a\u2026\\ada")));
    strange.domainName = {};
    QCOMPARE(accountText(strange), QStringLiteral("ada"));
    strange.userName = core::SharedString(mebibyte);
    QCOMPARE(accountText(strange).size(), longestText);
}

void SafeTextTest::hostsThatBeginAlikeAreSeveral()
{
    const std::vector sessions{session("s", mebibyte + "1", 1, "ada"), session("s", mebibyte + "2", 2, "ben")};
    const Impact impact = describeImpact({}, sessions);
    QCOMPARE(impact.hosts.size(), 2);
    for (const QString& line : impact.hosts)
        QVERIFY(line.size() < longestText + 20);
    for (const QString& person : mostAffected(sessions, 2))
        QVERIFY(person.size() < 3 * longestText);
}

void SafeTextTest::aJsonLineHoldsNothingHidden()
{
    QString hostile;
    for (char32_t character = 0; character <= QChar::LastValidCodePoint; ++character) {
        if (core::isHidden(character))
            hostile += QChar::fromUcs4(character);
    }
    const QJsonObject object{{hostile, hostile}};
    const QByteArray line = jsonLine(object);
    QVERIFY(line.endsWith('\n'));
    QCOMPARE(QJsonDocument::fromJson(line).object(), object);
    for (const char32_t character : QString::fromUtf8(line.chopped(1)).toUcs4())
        QVERIFY2(!core::isHidden(character), qPrintable(QString::number(character, 16)));
}

void SafeTextTest::linesOfOurOwnKeepTheirLineEnds()
{
    QCOMPARE(safeLines(QStringLiteral("one\ntwo\x1B[2J\r\n")),
             QStringLiteral("one\ntwo\u2039U+001B\u203A[2J\u2039U+000D\u203A\n"));
    QCOMPARE(safeLines(QString(100'000, u'a')).size(), 100'000);
}

void SafeTextTest::aPlaceholderInATextOfOthersStaysText()
{
    core::ManagementError error;
    error.kind = core::ErrorKind::HttpStatus;
    error.code = 302;
    error.subject = "http://other/%2/%1";
    QVERIFY(describe(error).what.contains(QStringLiteral("http://other/%2/%1 (HTTP 302)")));
    error.code = 400;
    error.subject = "%2 9";
    QVERIFY(describe(error).what.contains(QStringLiteral("has %2 9 bytes (HTTP 400)")));
}

QTEST_GUILESS_MAIN(SafeTextTest)
#include "SafeTextTest.moc"
