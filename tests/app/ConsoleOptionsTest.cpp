// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/ConsoleOptions.h"

#include <QTest>

using namespace deskwarden;

class ConsoleOptionsTest final : public QObject
{
    Q_OBJECT

private slots:
    void serversAreOpenedInTheirOrder();
    void theDemonstrationTakesANumberOrNone();
    void wrongLinesAreExplained_data();
    void wrongLinesAreExplained();
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

void ConsoleOptionsTest::wrongLinesAreExplained_data()
{
    QTest::addColumn<QString>("line");
    for (const char* line :
         {"--server", "--server gopher://x", "--frob", "--user u", "--demo=x", "--connect=x", "stray"})
        QTest::newRow(line) << QString::fromUtf8(line);
}

void ConsoleOptionsTest::wrongLinesAreExplained()
{
    QFETCH(const QString, line);
    const auto options = app::parseConsole(line.split(QLatin1Char(' ')));
    QVERIFY(!options);
    QVERIFY(options.error().endsWith(QLatin1Char('.')));
}

QTEST_GUILESS_MAIN(ConsoleOptionsTest)
#include "ConsoleOptionsTest.moc"
