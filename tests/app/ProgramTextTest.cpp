// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/cli/CliOptions.h"
#include "app/cli/PolicyManual.h"
#include "app/Completion.h"
#include "app/console/ConsoleOptions.h"
#include "app/KnownNames.h"
#include "app/ManualPage.h"
#include "app/simulator/SimulatorOptions.h"
#include "core/TransportSpec.h"
#include "management/seam/ActionSpec.h"
#include "storage/AuditLog.h"
#include "storage/PolicyFile.h"
#include "storage/ServerProfileStore.h"
#include "storage/StoragePlaces.h"
#include "support/Enumerators.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>

using namespace deskwarden;

namespace {

const std::array<const app::ProgramText*, 3>& programs()
{
    static const std::array<const app::ProgramText*, 3> all{&app::cliText(), &app::consoleText(),
                                                            &app::SimulatorOptions::text()};
    return all;
}

/// troff's ways to write a letter, undone.
QString read(const std::string& page)
{
    return QString::fromStdString(page).replace(QStringLiteral("\\-"), QStringLiteral("-"));
}

bool holds(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

/// The help, the manual and the shells say what the programs understand.
class ProgramTextTest final : public QObject
{
    Q_OBJECT

private slots:
    void everyOptionIsToldEverywhere();
    void everyVerbIsToldEverywhere();
    void pagesHoldNoLineThatTroffTakesForItsOwn();
    void theManualOfThePolicyHasItsKeys();
    void everyActHasAVerb();
    void knownNamesAreOfferedLatestFirst();
};

void ProgramTextTest::everyOptionIsToldEverywhere()
{
    for (const app::ProgramText* const program : programs()) {
        const QString page = read(app::manualPage(*program));
        for (const app::OptionText& option : program->options) {
            const std::string name = option.name;
            QVERIFY(holds(app::helpOf(*program), "  " + name));
            QVERIFY2(page.contains(QStringLiteral(".TP\n\\fB%1\\fR").arg(QString::fromStdString(name))), option.name);
            for (const app::Shell shell : {app::Shell::Bash, app::Shell::Zsh, app::Shell::PowerShell})
                QVERIFY2(holds(app::completionOf(*program, shell), name), option.name);
            QVERIFY2(holds(app::completionOf(*program, app::Shell::Fish), " -l " + name.substr(2) + ' '), option.name);
        }
    }
}

void ProgramTextTest::everyVerbIsToldEverywhere()
{
    QVERIFY(!app::cliText().verbs.empty());
    for (const app::VerbText& verb : app::cliText().verbs) {
        QVERIFY(!verb.description.empty() && !verb.options.empty());
        QVERIFY(read(app::manualPage(app::cliText())).contains(QString::fromStdString("\\fB" + verb.name + "\\fR")));
        for (const app::Shell shell : {app::Shell::Bash, app::Shell::Zsh, app::Shell::Fish, app::Shell::PowerShell})
            QVERIFY(holds(app::completionOf(app::cliText(), shell), verb.name));
        // The first words of the usage are the verb, which the parser knows.
        QCOMPARE(verb.usage.substr(0, verb.name.size()), verb.name);
        QVERIFY(app::parseCli({QString::fromStdString(verb.name), QStringLiteral("--help")}));
    }
}

void ProgramTextTest::pagesHoldNoLineThatTroffTakesForItsOwn()
{
    app::FileText file;
    file.name = "x";
    file.summary = "y";
    file.opening = ".so /etc/passwd\n'sh rm\nC:\\temp\\new";
    file.keys = {{".key", "'value", false, ".help\n  'more", app::ValueKind::Word, ".so 'a"}};
    file.sections = {{"Example", ".so 1\n'so 2\n", true}, {"List", "  .term  'meaning\n"}};
    for (const std::string& line : app::partsOf(app::manualPage(file), '\n')) {
        const bool isRequest = line.starts_with('.') || line.starts_with('\'');
        const auto requests = {".SH ", ".TH ", ".TP", ".PP", ".br", ".nf", ".fi", ".B ", ".nh", ".ad l", ".\\\""};
        QVERIFY2(!isRequest ||
                     std::ranges::any_of(requests, [&line](const char* known) { return line.starts_with(known); }),
                 line.c_str());
        QVERIFY2(!holds(line, "\\t") && !holds(line, "\\n"), line.c_str());
    }
}

void ProgramTextTest::theManualOfThePolicyHasItsKeys()
{
    QStringList told;
    for (const app::OptionText& key : app::policyManual().keys)
        told << QString::fromLatin1(key.name);
    QCOMPARE(told, storage::policyKeys());
    for (const management::ActionSpec& spec : management::actionSpecs) {
        const auto isNamed = [&spec](const app::OptionText& key) { return holds(key.help, spec.word); };
        QVERIFY2(std::ranges::any_of(app::policyManual().keys, isNamed), spec.word);
    }
    for (const core::TransportSpec& spec : core::transportSpecs) {
        const auto isNamed = [&spec](const app::OptionText& key) { return holds(key.help, spec.word); };
        QVERIFY(spec.word == nullptr || std::ranges::any_of(app::policyManual().keys, isNamed));
    }
    // The example of the page is a policy.
    const auto& example = app::policyManual().sections.front();
    const auto policy = storage::readPolicy(QByteArray::fromStdString(example.text), QStringLiteral("example"));
    QCOMPARE(QString::fromStdString(policy.problem), QString());
    QCOMPARE(policy.largestPlan, std::size_t(200));
}

void ProgramTextTest::everyActHasAVerb()
{
    for (const management::ActionSpec& spec : management::actionSpecs) {
        const auto doesIt = [&spec](app::Verb verb) {
            return app::actionOf(verb) == spec.kind && app::word(verb) == QLatin1String(spec.word);
        };
        QVERIFY2(std::ranges::count_if(support::enumerators<app::Verb>(), doesIt) == 1, spec.word);
    }
}

void ProgramTextTest::knownNamesAreOfferedLatestFirst()
{
#ifdef Q_OS_WIN
    QSKIP("Where Windows keeps a person's files is not told by the environment.");
#endif
    const QTemporaryDir home;
    qputenv("XDG_CONFIG_HOME", home.filePath(QStringLiteral("config")).toUtf8());
    qputenv("XDG_DATA_HOME", home.filePath(QStringLiteral("data")).toUtf8());
    QCOMPARE(app::completionAnswer({QStringLiteral("--complete"), QStringLiteral("servers")}), QStringList());
    const auto places = storage::StoragePlaces::standard();
    QVERIFY(places.auditFile().startsWith(home.path()));

    storage::ServerProfileStore servers(places.profileFile());
    for (const char* address : {"https://old.example.com", "https://new.example.com:5999"}) {
        core::ServerProfile profile;
        profile.address = *core::ServerAddress::parse(address);
        QVERIFY(servers.remember(profile));
    }
    storage::AuditLog log(places.auditFile(), {QStringLiteral("ada"), QStringLiteral("here")});
    const auto act = [&log](const char* server, const char* host) {
        management::ActionRequest request;
        request.confirmed.key = {core::ServerAddress::parse(server)->id(), core::SharedString(std::string(host)), 1};
        return log.recordIntents(std::array{request}).has_value();
    };
    QVERIFY(act("https://acts.example.com", "hv1"));
    QVERIFY(act("https://new.example.com:5999", "hv2"));
    for (const char* hostile :
         {"$(touch evil)", "hv;evil", "`evil`", "hv evil", "-rf", "hv\nevil", "hv*", "hv'", "hv\"", "\xd1\x85"})
        QVERIFY(act("https://new.example.com:5999", hostile));

    const auto answer = [](const QStringList& rest) {
        return app::completionAnswer(QStringList{QStringLiteral("--complete")} + rest);
    };
    QCOMPARE(answer({QStringLiteral("servers")}),
             (QStringList{QStringLiteral("https://new.example.com:5999"), QStringLiteral("https://old.example.com"),
                          QStringLiteral("https://acts.example.com")}));
    QCOMPARE(answer({QStringLiteral("hosts")}), (QStringList{QStringLiteral("hv2"), QStringLiteral("hv1")}));
    QCOMPARE(answer({QStringLiteral("hosts"), QStringLiteral("HTTPS://Acts.example.com:5986")}),
             QStringList{QStringLiteral("hv1")});
    QCOMPARE(answer({QStringLiteral("passwords")}), QStringList());
}

QTEST_GUILESS_MAIN(ProgramTextTest)
#include "ProgramTextTest.moc"
