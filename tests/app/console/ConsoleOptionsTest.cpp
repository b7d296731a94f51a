// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/console/ConsoleOptions.h"

#include "core/HiddenLetters.h"

#include <QTest>

using namespace deskwarden;

class ConsoleOptionsTest final : public QObject
{
    Q_OBJECT

private slots:
    void serversAreOpenedInTheirOrder();
    void theDemonstrationTakesANumberOrNone();
    void aLinkStandsAlone();
    void wrongLinesAreExplained_data();
    void wrongLinesAreExplained();
    void whatIsTypedIsEchoedSafely_data();
    void whatIsTypedIsEchoedSafely();
};

namespace {

QStringList words(const char* line)
{
    return QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

std::vector<std::string> addresses(const char* line)
{
    const auto options = app::parseConsole(words(line));
    std::vector<std::string> result;
    for (const core::ServerProfile& profile : options.value().servers)
        result.push_back(profile.address.text());
    return result;
}

} // namespace

void ConsoleOptionsTest::serversAreOpenedInTheirOrder()
{
    const auto options = app::parseConsole(words("--server https://b --user D\\u --server=a --tour x"));
    QVERIFY(options);
    QCOMPARE(options->servers.size(), std::size_t(2));
    QCOMPARE(options->servers[0].address.text(), std::string("https://b"));
    QCOMPARE(options->servers[1].address.text(), std::string("a"));
    QCOMPARE(options->servers[1].user, std::string("D\\u"));
    QCOMPARE(options->tourFolder, QStringLiteral("x"));
}

void ConsoleOptionsTest::theDemonstrationTakesANumberOrNone()
{
    QCOMPARE(addresses("--demo"), std::vector<std::string>{"demo:"});
    QCOMPARE(addresses("--demo 500"), std::vector<std::string>{"demo:500"});
    QCOMPARE(addresses("--demo=7 --demo --server demo:9"), (std::vector<std::string>{"demo:7", "demo:", "demo:9"}));
}

/// What opens a link may put more behind it, or before it.
void ConsoleOptionsTest::aLinkStandsAlone()
{
    const auto options = app::parseConsole(words("deskwarden://find?user=bob"));
    QVERIFY(options && options->link);
    QCOMPARE(options->link->user, std::string("bob"));
    for (const char* line : {"deskwarden://find?user=bob --demo", "--tour x deskwarden://find?user=bob",
                             "DESKWARDEN://find?user=bob --server=x", "--user deskwarden://find?user=bob --server=x"})
        QVERIFY2(!app::parseConsole(words(line)), line);
}

void ConsoleOptionsTest::wrongLinesAreExplained_data()
{
    QTest::addColumn<QString>("line");
    for (const char* line : {"--server", "--server gopher://x", "--frob", "--user u", "--demo=x", "--connect=x",
                             "stray", "deskwarden:", "deskwarden://logoff?user=bob"})
        QTest::newRow(line) << QString::fromUtf8(line);
}

void ConsoleOptionsTest::wrongLinesAreExplained()
{
    QFETCH(const QString, line);
    const auto options = app::parseConsole(line.split(QLatin1Char(' ')));
    QVERIFY(!options);
    QVERIFY(options.error().endsWith(QLatin1Char('.')));
}

void ConsoleOptionsTest::whatIsTypedIsEchoedSafely_data()
{
    QTest::addColumn<QString>("value");
    QTest::newRow("escape") << QStringLiteral("x\x1B[31m");
    QTest::newRow("C1") << QStringLiteral("x\u009B31m");
    QTest::newRow("override") << QStringLiteral("x\u202Ey");
    QTest::newRow("isolate") << QStringLiteral("x\u2066y");
    QTest::newRow("line end") << QStringLiteral("x\ny");
    QTest::newRow("300 letters") << QString(300, u'a');
    QTest::newRow("100 kB") << QString(100'000, u'a');
}

void ConsoleOptionsTest::whatIsTypedIsEchoedSafely()
{
    QFETCH(const QString, value);
    // What is good in itself is followed by a word that is not, so that each is told.
    for (const QString& option : {QStringLiteral("--server"), QStringLiteral("--user"), QStringLiteral("--tour"),
                                  QStringLiteral("--demo"), QStringLiteral("--frob"), QStringLiteral("--help")})
    {
        for (const QStringList& line : {QStringList{option, value, value}, QStringList{option + u'=' + value, value},
                                        QStringList{option + value}, QStringList{value, option}})
        {
            const auto options = app::parseConsole(line);
            QVERIFY(!options);
            QVERIFY(options.error().size() < 700);
            for (const char32_t character : options.error().toUcs4())
                QVERIFY2(!core::isHidden(character), qPrintable(options.error()));
        }
    }
}

QTEST_GUILESS_MAIN(ConsoleOptionsTest)
#include "ConsoleOptionsTest.moc"
