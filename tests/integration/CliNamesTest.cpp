// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "OddServer.h"
#include "support/ProgramRun.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <map>
#include <memory>

using namespace deskwarden;
using support::field;
using support::nameOf;
using support::ProgramResult;
using support::saidBy;
using support::SimulatorProcess;
using support::text;
using tests::OddServer;

namespace {

constexpr const char* sessions = "Win32_VirtualDesktopSession";

} // namespace

/// Names that stand for nothing, and rows that stand for nobody: neither is ever told as done.
class CliNamesTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aNameThatNothingKnowsIsSkipped_data();
    void aNameThatNothingKnowsIsSkipped();
    void aKnownHostIsAskedByTheKey_data();
    void aKnownHostIsAskedByTheKey();
    void whatTheListLacksIsActedUponIfItIsThere();
    void nobodyIsGoneWhereTheServerCannotBeAsked();
    void aFilterThatMatchesNobodyIsNoError();
    void aCollectionThatNothingKnowsIsTold();
    void hostsThatMayNotBeReadAreTold();
    void rowsThatCannotBeTakenAreCountedAndTold_data();
    void rowsThatCannotBeTakenAreCountedAndTold();
    void whiteSpaceAroundNumbersIsRead();
    void aDoubledKeyIsNotActedUpon();

private:
    std::unique_ptr<SimulatorProcess> m_simulator;
    QTemporaryDir m_folder;
    QString m_journal;
    std::vector<QJsonObject> m_rows;
    QJsonObject m_person; ///< somebody's session
};

void CliNamesTest::initTestCase()
{
    m_journal = m_folder.filePath(text("journal"));
    m_simulator =
        std::make_unique<SimulatorProcess>(QStringList{text("--sessions"), text("60"), text("--hosts"), text("4"),
                                                       text("--seed"), text("7"), text("--journal"), m_journal});
    QVERIFY2(m_simulator->isListening(), m_simulator->complaint().constData());
    m_rows = m_simulator->cli(text("list"), {text("--json")}).objects();
    const auto person =
        std::ranges::find_if(m_rows, [](const QJsonObject& row) { return !field(row, "UserName").isEmpty(); });
    QVERIFY(person != m_rows.end());
    m_person = *person;
}

void CliNamesTest::aNameThatNothingKnowsIsSkipped_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("isLike");
    const QString host = field(m_person, "VMHostName");
    const QString machine = host.section(QLatin1Char('.'), 0, 0);
    QVERIFY(machine != host);
    const auto row = [](const char* what, const QString& name, bool isLike) { QTest::newRow(what) << name << isLike; };
    row("short", machine, true);
    row("of another domain", machine + text(".elsewhere.invalid"), true);
    row("with a dot at its end", host + QLatin1Char('.'), true);
    row("a letter too many", host + QLatin1Char('x'), true);
    row("a letter too few", host.chopped(1), true);
    row("with a blank inside", QString(host).insert(3, QLatin1Char(' ')), true);
    row("nothing alike", text("mailserver.invalid"), false);
    row("an address in numbers", text("192.0.2.17"), false);
    row("with a port", host + text(":5986"), true);
    row("a look-alike letter", QString(host).replace(QLatin1Char('e'), QChar(0x0435)), true);
}

void CliNamesTest::aNameThatNothingKnowsIsSkipped()
{
    QFETCH(const QString, host);
    QFETCH(const bool, isLike);
    const QString id = QString::number(m_person.value(QLatin1String("SessionId")).toInteger());
    const QString name = host + QLatin1Char('/') + id;
    QFile list(m_folder.filePath(text("list")));
    QVERIFY(list.open(QIODevice::WriteOnly | QIODevice::Truncate));
    list.write(name.toUtf8() + '\n');
    list.close();
    const QStringList yes{text("--yes"), text("--json")};
    for (const QStringList& who :
         {QStringList{text("--session"), name}, QStringList{text("--sessions-from"), list.fileName()}})
    {
        for (const char* const verb : {"logoff", "disconnect", "message"}) {
            QStringList options = who + yes;
            if (qstrcmp(verb, "message") == 0)
                options << text("--title") << text("T") << text("--text") << text("x");
            const ProgramResult act = m_simulator->cli(text(verb), options);
            QVERIFY2(act.exitCode == 1, saidBy(act).constData());
            QCOMPARE(act.objects().size(), std::size_t(1));
            const QJsonObject outcome = act.objects().front();
            QCOMPARE(field(outcome, "outcome"), text("skipped"));
            QCOMPARE(field(outcome, "symbol"), text("host_unknown"));
            QCOMPARE(field(outcome, "message").contains(field(m_person, "VMHostName")), isLike);
            QVERIFY(!act.output.contains("gone") && !act.errors.contains("gone"));
        }
        const ProgramResult plan = m_simulator->cli(text("logoff"), who + QStringList{text("--dry-run")});
        QVERIFY2(plan.exitCode == 1, saidBy(plan).constData());
    }
    const QStringList select{text("--host"), host};
    const QStringList all{text("--all-matching")};
    for (const ProgramResult& told :
         {m_simulator->cli(text("list"), select), m_simulator->cli(text("list"), select + QStringList{text("--json")}),
          m_simulator->cli(text("logoff"), all + select + yes),
          m_simulator->cli(text("logoff"), all + select + QStringList{text("--dry-run")}),
          m_simulator->cli(text("drain"), QStringList{text("--vm-host"), host} + yes),
          m_simulator->cli(text("drain"), {text("--vm-host"), host, text("--dry-run")})})
    {
        QVERIFY2(told.exitCode == 1, saidBy(told).constData());
        QVERIFY2(told.errors.contains("knows no VM host"), told.errors.constData());
        QCOMPARE(told.errors.contains(field(m_person, "VMHostName").toUtf8()), isLike);
    }
    QVERIFY(support::journalIn(m_journal).empty());
}

void CliNamesTest::aKnownHostIsAskedByTheKey_data()
{
    QTest::addColumn<QString>("host");
    const QString host = field(m_person, "VMHostName");
    QTest::newRow("as it is listed") << host;
    QTest::newRow("in capitals") << host.toUpper();
    const auto nodes =
        m_simulator->cli(text("query"), {text("SELECT * FROM Win32_RDMSJoinedNode"), text("--json")}).objects();
    const auto other = std::ranges::find_if(nodes, [this](const QJsonObject& node) {
        return std::ranges::none_of(
            m_rows, [&](const QJsonObject& row) { return field(row, "VMHostName") == field(node, "FQDN"); });
    });
    QVERIFY(other != nodes.end());
    QTest::newRow("a server of the deployment without sessions") << field(*other, "FQDN");
}

void CliNamesTest::aKnownHostIsAskedByTheKey()
{
    QFETCH(const QString, host);
    const ProgramResult act = m_simulator->cli(
        text("logoff"), {text("--session"), host + text("/4000000000"), text("--yes"), text("--json")});
    QVERIFY2(act.exitCode == 0, saidBy(act).constData());
    QCOMPARE(field(act.objects().front(), "outcome"), text("already_gone"));
    const ProgramResult none = m_simulator->cli(
        text("logoff"), {text("--all-matching"), text("--host"), host, text("--state"), text("Init"), text("--yes")});
    QVERIFY2(none.exitCode == 0, none.errors.constData());
    QCOMPARE(none.errors, QByteArray("0 acts.\n"));
    const ProgramResult list = m_simulator->cli(text("list"), {text("--host"), host});
    QVERIFY2(list.exitCode == 0, list.errors.constData());
}

void CliNamesTest::whatTheListLacksIsActedUponIfItIsThere()
{
    // Listed is another session of the host, and a virtual desktop is all that the second host is known by.
    const OddServer server(
        {{sessions, OddServer::row("hv1.corp.example", "1")},
         {"Win32_RDMSVirtualDesktop", OddServer::instance("Win32_RDMSVirtualDesktop", "HostName", "hv2.corp.example")}},
        OddServer::row("hv2.corp.example", "2", "ben"));
    const ProgramResult plan =
        server.cli(text("logoff"), {text("--session"), text("hv2.corp.example/2"), text("--dry-run"), text("--json")});
    QVERIFY2(plan.exitCode == 0, saidBy(plan).constData());
    QCOMPARE(plan.objects().size(), std::size_t{1});
    QCOMPARE(field(plan.objects().front(), "UserName"), text("ben"));
    QVERIFY(plan.objects().front().value(QLatin1String("planned")).toBool());
}

void CliNamesTest::nobodyIsGoneWhereTheServerCannotBeAsked()
{
    const OddServer server({{sessions, OddServer::row("hv1.corp.example", "1")}}, "<p:Nonsense/>");
    const ProgramResult act =
        server.cli(text("logoff"), {text("--session"), text("hv1.corp.example/2"), text("--yes"), text("--json")});
    QVERIFY2(act.exitCode == 1, saidBy(act).constData());
    QCOMPARE(field(act.objects().front(), "outcome"), text("failed"));
    QCOMPARE(server.requestsWith("/Logoff</"), qsizetype{0});
}

void CliNamesTest::aFilterThatMatchesNobodyIsNoError()
{
    for (const QStringList& filter :
         {QStringList{text("--filter"), text("no-such-thing")}, QStringList{text("--state"), text("Init")}})
    {
        const ProgramResult act =
            m_simulator->cli(text("logoff"), QStringList{text("--all-matching"), text("--yes")} + filter);
        QVERIFY2(act.exitCode == 0, act.errors.constData());
        QVERIFY2(act.errors.endsWith("0 acts.\n"), act.errors.constData());
        QCOMPARE(m_simulator->cli(text("list"), filter).exitCode, 0);
    }
}

void CliNamesTest::aCollectionThatNothingKnowsIsTold()
{
    const auto collections =
        m_simulator->cli(text("query"), {text("SELECT * FROM Win32_RDMSVirtualDesktopCollection"), text("--json")})
            .objects();
    const QString known = field(collections.front(), "Name");
    const QString misspelt = known + QLatin1Char('x');
    for (const QStringList& verb :
         {QStringList{text("list")}, QStringList{text("logoff"), text("--all-matching"), text("--yes")},
          QStringList{text("logoff"), text("--all-matching"), text("--dry-run")}})
    {
        const ProgramResult told =
            m_simulator->cli(verb.front(), verb.mid(1) + QStringList{text("--collection"), misspelt});
        QVERIFY2(told.exitCode == 1, told.errors.constData());
        QVERIFY2(told.errors.contains(QString(QStringLiteral("knows no collection \"") + misspelt).toUtf8()),
                 told.errors.constData());
        QVERIFY2(told.errors.contains(QString(QStringLiteral("near: ") + known).toUtf8()), told.errors.constData());
    }
    // Known ones without sessions in that state are no error, by name and by alias, whatever the case.
    for (const QString& name : {known.toUpper(), field(collections.front(), "Alias").toLower()}) {
        const ProgramResult none =
            m_simulator->cli(text("list"), {text("--collection"), name, text("--state"), text("Init")});
        QVERIFY2(none.exitCode == 0, none.errors.constData());
    }
    QVERIFY(support::journalIn(m_journal).empty());
}

void CliNamesTest::hostsThatMayNotBeReadAreTold()
{
    const SimulatorProcess simulator({text("--sessions"), text("20"), text("--seed"), text("7"), text("--fault"),
                                      text("enumerate#2=wmi-error:0x80041003"), text("--fault"),
                                      text("enumerate#3=wmi-error:0x80041003")});
    QVERIFY2(simulator.isListening(), simulator.complaint().constData());
    const ProgramResult act =
        simulator.cli(text("logoff"), {text("--session"), text("nowhere.invalid/1"), text("--yes")});
    QVERIFY2(act.exitCode == 1, act.errors.constData());
    QVERIFY2(act.errors.contains("Not all names of VM hosts could be read"), act.errors.constData());
    QVERIFY(act.output.contains("Skipped"));
}

void CliNamesTest::rowsThatCannotBeTakenAreCountedAndTold_data()
{
    QTest::addColumn<QByteArray>("rows");
    QTest::addColumn<int>("shown");
    QTest::addColumn<QByteArray>("told");
    const auto row = [](const char* what, const std::string& rows, int shown, const char* told) {
        QTest::newRow(what) << QByteArray::fromStdString(rows) << shown << QByteArray(told);
    };
    const std::string good = OddServer::row("hv1", "1");
    row("without a host", good + OddServer::row(nullptr, "2"), 1, "not shown: 1.");
    row("with an empty host", good + OddServer::row("", "2"), 1, "not shown: 1.");
    row("without an id", OddServer::row("hv1", nullptr) + good, 1, "not shown: 1.");
    row("with an id in words", OddServer::row("hv1", "two") + good, 1, "not shown: 1.");
    row("nothing readable", OddServer::row("hv1", "") + OddServer::row(nullptr, nullptr), 0, "not shown: 2.");
    row("of one key", good + OddServer::row("hv1", "1", "ben") + OddServer::row("HV1", " 1 ", "eva"), 1,
        "another one: 2.");
}

void CliNamesTest::rowsThatCannotBeTakenAreCountedAndTold()
{
    QFETCH(const QByteArray, rows);
    QFETCH(const int, shown);
    QFETCH(const QByteArray, told);
    const OddServer server({{sessions, rows.toStdString()}});
    const ProgramResult table = server.cli(text("list"), {});
    QVERIFY2(table.exitCode == 1, saidBy(table).constData());
    QVERIFY2(table.errors.contains(told), table.errors.constData());
    QCOMPARE(table.output.count('\n'), static_cast<qsizetype>(shown) + 1);
    const ProgramResult json = server.cli(text("list"), {text("--json")});
    QCOMPARE(json.exitCode, 1);
    QVERIFY2(json.errors.contains(told), json.errors.constData());
    QCOMPARE(json.objects().size(), static_cast<std::size_t>(shown));
    for (const QJsonObject& row : json.objects())
        QCOMPARE(nameOf(row), text("hv1/1"));
    // What a filter hides is missing all the same.
    QCOMPARE(server.cli(text("list"), {text("--filter"), text("no-such-thing")}).exitCode, 1);
    const ProgramResult plan = server.cli(text("logoff"), {text("--all-matching"), text("--dry-run")});
    QCOMPARE(plan.exitCode, 1);
    QVERIFY2(plan.errors.contains(told), plan.errors.constData());
}

void CliNamesTest::whiteSpaceAroundNumbersIsRead()
{
    const OddServer server({{sessions, OddServer::row("hv1", "\n   17\t")}});
    const ProgramResult json = server.cli(text("list"), {text("--json")});
    QVERIFY2(json.exitCode == 0, json.errors.constData());
    QCOMPARE(json.objects().front().value(QLatin1String("SessionId")), QJsonValue(17));
}

void CliNamesTest::aDoubledKeyIsNotActedUpon()
{
    const OddServer server({{sessions, OddServer::row("hv1", "1") + OddServer::row("hv1", "1", "ben") +
                                           OddServer::row("hv1", "2", "eva")}});
    const ProgramResult named = server.cli(text("logoff"), {text("--session"), text("hv1/1"), text("--yes")});
    QVERIFY2(named.exitCode == 1, saidBy(named).constData());
    QVERIFY2(named.errors.contains("more than once"), named.errors.constData());
    QCOMPARE(server.requestsWith("/Logoff</"), qsizetype{0});
    const ProgramResult all = server.cli(text("logoff"), {text("--all-matching"), text("--yes"), text("--json")});
    QCOMPARE(all.exitCode, 1);
    QCOMPARE(all.objects().size(), std::size_t{1}); // eva's, of whom the Get finds nothing any more
    QCOMPARE(nameOf(all.objects().front()), text("hv1/2"));
    const ProgramResult drain =
        server.cli(text("drain"), {text("--vm-host"), text("hv1"), text("--dry-run"), text("--json")});
    const auto planned = drain.objects();
    QCOMPARE(std::ranges::count_if(planned,
                                   [](const QJsonObject& row) { return row.value(QLatin1String("planned")).toBool(); }),
             1);
}

QTEST_GUILESS_MAIN(CliNamesTest)
#include "CliNamesTest.moc"
