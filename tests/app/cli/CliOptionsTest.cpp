// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/cli/CliOptions.h"

#include "app/cli/CliOptionTable.h"
#include "support/Enumerators.h"

#include <QRegularExpression>
#include <QTest>

using namespace deskwarden;
using app::parseCli;
using app::Verb;

namespace {

QStringList words(const char* line)
{
    return QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

class CliOptionsTest final : public QObject
{
    Q_OBJECT

private slots:
    void aFullCommandLineIsUnderstood();
    void optionsMayStandBeforeTheVerb();
    void valuesMayFollowAnEqualsSign();
    void sessionNamesKeepTheirHost();
    void wrongLinesAreExplained_data();
    void wrongLinesAreExplained();
    void everyVerbIsReadAsItsWord();
    void everyOptionIsInTheHelpOfItsVerbs();
};

void CliOptionsTest::aFullCommandLineIsUnderstood()
{
    QStringList arguments =
        words("message --server https://Broker.example.com --user D\\u --password-stdin --auth basic "
              "--timeout 7 --namespace root\\x --uri-style cim --json --all-matching --state "
              "disconnected --state 0 --host hv1 --host hv2 --collection c --expect-user D\\v "
              "--dry-run --yes --parallel 9 --verify-timeout 0 --title T");
    arguments << QStringLiteral("--filter") << QStringLiteral("anna b") << QStringLiteral("--text")
              << QStringLiteral("-- save your work --") << QStringLiteral("--reason") << QStringLiteral("INC 7");
    const auto options = parseCli(arguments);
    QVERIFY2(options, options ? "" : qPrintable(options.error()));
    QCOMPARE(options->verb, Verb::Message);
    QCOMPARE(options->profile.address.text(), std::string("https://broker.example.com"));
    QCOMPARE(options->profile.user, std::string("D\\u"));
    QCOMPARE(options->profile.auth, core::AuthScheme::Basic);
    QCOMPARE(options->profile.timeout, std::chrono::seconds(7));
    QCOMPARE(options->profile.nameSpace, std::string("root\\x"));
    QCOMPARE(options->profile.uriStyle, core::UriStyle::Cim);
    QVERIFY(options->isPasswordOnStdin && options->isJson && options->isAllMatching && options->isDryRun);
    QVERIFY(options->isConfirmed);
    QCOMPARE(options->selection.text, QStringLiteral("anna b"));
    QCOMPARE(options->selection.states, (std::vector{core::ConnectState::Disconnected, core::ConnectState::Active}));
    QCOMPARE(options->selection.hosts, (QStringList{QStringLiteral("hv1"), QStringLiteral("hv2")}));
    QCOMPARE(options->selection.collections, QStringList{QStringLiteral("c")});
    QCOMPARE(options->expectedUser, std::string("D\\v"));
    QCOMPARE(options->parallel, 9);
    QCOMPARE(options->verifyTimeout, std::chrono::seconds(0));
    QCOMPARE(options->text, std::string("-- save your work --"));
    QCOMPARE(options->reason, std::string("INC 7"));
}

void CliOptionsTest::optionsMayStandBeforeTheVerb()
{
    const auto options = parseCli(words("--server demo:20 --json list --filter anna"));
    QVERIFY(options);
    QCOMPARE(options->verb, Verb::List);
    QCOMPARE(options->profile.address.demoSessions, std::size_t(20));
}

void CliOptionsTest::valuesMayFollowAnEqualsSign()
{
    const auto options = parseCli(words("query --server=demo: --namespace=root\\a=b SELECT"));
    QVERIFY(options);
    QCOMPARE(options->profile.nameSpace, std::string("root\\a=b"));
    QCOMPARE(options->argument, QStringLiteral("SELECT"));
}

void CliOptionsTest::sessionNamesKeepTheirHost()
{
    const auto options = parseCli(words("logoff --server demo: --session HV1.example.com/7 --session a/b/4294967295"));
    QVERIFY(options);
    QCOMPARE(options->sessions, (std::vector<models::SessionName>{{"HV1.example.com", 7}, {"a/b", 4294967295U}}));
}

void CliOptionsTest::wrongLinesAreExplained_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("part");
    const auto row = [](const char* line, const char* part) {
        QTest::newRow(line) << QString::fromUtf8(line) << QString::fromUtf8(part);
    };
    row("", "A verb is missing");
    row("frobnicate", "no verb \"frobnicate\"");
    row("audit --server demo:", "audit takes --server only with --resolve");
    row("audit --resolve", "audit needs --server");
    row("audit --verify --since 2d", "--verify looks at the whole log");
    row("audit --resolve --server demo: --verify", "do not go together");
    row("audit --since yesterday", "--since takes a time");
    row("audit --yes", "audit takes no --yes");
    row("list --server demo: --policy nowhere.json", "--policy: the file");
    row("logoff --server demo: --session h/1 --since 2d", "logoff takes no --since");
    row("list", "list needs --server");
    row("list --server", "--server needs a value");
    row("list --server gopher://x", "An address starts with");
    row("list --server demo: --server demo:", "given twice");
    row("list --server demo: --frob", "no option --frob");
    row("list --server demo: --json=1", "--json takes no value");
    row("list --server demo: --saved", "need --user U: whose password");
    row("list --server demo: --password x", "never taken from the command line");
    row("list --server demo: --state Saved", "--state does not know \"Saved\"");
    row("start --server demo:", "which machines");
    row("save --server demo: --machine a --all-matching", "either --machine NAME or --all-matching");
    row("pause --server demo: --machine a --host h", "need --all-matching");
    row("turn-off --server demo: --session h/1", "takes no --session");
    row("assign --server demo: --machine a", "--owner");
    row("assign --server demo: --machine a --machine b --owner c", "takes one --machine");
    row("free --server demo: --machine a --owner c", "takes no --owner");
    row("why --server demo: --user a --machine b --machine c", "one --machine");
    row("machines --server demo: --state Active", "--state does not know \"Active\": the states are Running, Off");
    row("list --server demo: --state Sleeping", "--state does not know \"Sleeping\"");
    row("list --server demo: --timeout 0", "--timeout takes a whole number from 1 to 3600");
    row("list --server demo: --timeout 1.5", "not \"1.5\"");
    row("list --server demo: --auth magic", "--auth takes");
    row("list --server demo: --tls-ca nowhere.pem", "cannot be read");
    row("list --server demo: --tls-fingerprint abcd", "64 hexadecimal digits");
    row("list --server demo: --password-stdin", "--password-stdin needs --user");
    row("list --server demo: --uri-style wql", "--uri-style takes wmi or cim");
    row("list --server demo: --yes", "list takes no --yes");
    row("list --server demo: extra", "one word too many");
    row("logoff --server demo:", "needs to know for whom");
    row("logoff --server demo: --session host", "not HOST/ID");
    row("logoff --server demo: --session /7", "not HOST/ID");
    row("logoff --server demo: --session host/-1", "not HOST/ID");
    row("logoff --server demo: --session host/4294967296", "not HOST/ID");
    row("logoff --server demo: --session h/1 --all-matching", "does not go together");
    row("logoff --server demo: --session h/1 --filter x", "need --all-matching");
    row("logoff --server demo: --session h/1 --title x", "logoff takes --title only with --message");
    row("logoff --server demo: --session h/1 --grace 5", "--grace needs --message");
    row("logoff --server demo: --session h/1 --message m --grace 1441", "from 0 to 1440");
    row("message --server demo: --session h/1 --message m", "message takes no --message");
    row("logoff --server demo: --session h/1 --parallel 0", "--parallel takes");
    row("message --server demo: --session h/1 --title x", "message needs --title T and --text T");
    for (const char* wrong : {"4", "h", "0h", "-1h", "4x", "1.5h", "367d", "9999999999h"}) {
        for (const char* option : {"--disconnected-for", "--idle-for"})
            QTest::addRow("%s %s", option, wrong) << QStringLiteral("logoff --server demo: --all-matching %1 %2")
                                                         .arg(QLatin1String(option), QLatin1String(wrong))
                                                  << QStringLiteral("%1 takes how long").arg(QLatin1String(option));
    }
    for (const char* wrong : {"8-18", "08:00", "08:00-08:00", "08:00-24:00", "08:00-18:00-20:00", "18:60-19:00", "x-y"})
        QTest::addRow("--not-between %s", wrong)
            << QStringLiteral("logoff --server demo: --all-matching --not-between %1").arg(QLatin1String(wrong))
            << QStringLiteral("--not-between takes two times");
    row("logoff --server demo: --session h/1 --disconnected-for 4h", "need --all-matching");
    row("logoff --server demo: --session h/1 --idle-for 4h", "need --all-matching");
    row("logoff --server demo: --session h/1 --at-most 4", "need --all-matching");
    row("logoff --server demo: --all-matching --at-most 0", "--at-most takes");
    row("list --server demo: --idle-for 4h", "list takes no --idle-for");
    row("logoff --server demo: --all-matching --wave-limit 4", "need --waves");
    row("message --server demo: --all-matching --title T --text T --wave-watch 4", "need --waves");
    row("logoff --server demo: --all-matching --waves --wave-limit 1001", "--wave-limit takes");
    row("drain --server demo: --vm-host h --waves", "drain takes no --waves");
    row("logoff --server demo: --all-matching --when-disconnected-for 15m", "need each other");
    row("logoff --server demo: --all-matching --until 18:00", "need each other");
    row("logoff --server demo: --all-matching --when-disconnected-for 15m --until never", "--until takes");
    row("logoff --server demo: --all-matching --when-disconnected-for 15m --until 4h --waves", "does not go together");
    row("disconnect --server demo: --all-matching --until 18:00", "disconnect takes no --until");
    row("drain --server demo: --vm-host h --at-most 4", "drain takes no --at-most");
    row("query --server demo:", "query needs a WQL question");
    row("codes --server demo:", "codes takes no --server");
    row("codes 5 6", "one word too many");
}

void CliOptionsTest::wrongLinesAreExplained()
{
    QFETCH(const QString, line);
    QFETCH(const QString, part);
    const auto options = parseCli(line.split(QLatin1Char(' '), Qt::SkipEmptyParts));
    QVERIFY(!options);
    QVERIFY2(options.error().contains(part), qPrintable(options.error()));
}

void CliOptionsTest::everyVerbIsReadAsItsWord()
{
    for (const Verb verb : support::enumerators<Verb>()) {
        const QString word = app::word(verb);
        QCOMPARE(app::verbFrom(word.toStdString()), std::optional(verb));
        QVERIFY2(app::cliHelp(verb).startsWith(QStringLiteral("Usage: deskwarden-cli ") + word), qPrintable(word));
        const auto wrong = parseCli({QStringLiteral("frobnicate")});
        QVERIFY2(!wrong && wrong.error().contains(word), qPrintable(word));
    }
}

void CliOptionsTest::everyOptionIsInTheHelpOfItsVerbs()
{
    for (const app::CliOption& option : app::cliOptionTable()) {
        const QRegularExpression name(QStringLiteral("  %1\\s").arg(QString::fromLatin1(option.name)));
        QVERIFY(app::cliHelp().contains(name));
        for (const Verb verb : support::enumerators<Verb>())
            QCOMPARE(app::cliHelp(verb).contains(name), (option.verbs & app::setOf(verb)) != 0);
    }
}

QTEST_GUILESS_MAIN(CliOptionsTest)
#include "CliOptionsTest.moc"
