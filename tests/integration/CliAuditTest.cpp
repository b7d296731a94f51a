// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/ProgramRun.h"

#include <QDir>
#include <QHash>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace deskwarden;
using support::field;
using support::ProgramResult;
using support::SimulatorProcess;
using support::text;

namespace {

QStringList words(const char* line)
{
    return text(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

/// The command line under a policy and with its audit log: nothing without a record, nothing against policy.
class CliAuditTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void everyActIsRecorded();
    void sinceLeavesOlderActsOut();
    void changedRecordsAreNamed();
    void removedRecordsAreNamed();
    void anUnwritableLogRefusesEveryAct();
    void policyRefuses_data();
    void policyRefuses();
    void policyProtects();
    void theOwnSessionIsLeftOut();
    void nothingIsInFlightAfterAnOrdinaryRun();
    void nobodyWrongIsLoggedOff();

private:
    [[nodiscard]] ProgramResult act(const QStringList& arguments) const;
    [[nodiscard]] ProgramResult audit(const QStringList& arguments) const;
    [[nodiscard]] QString policyFile(const QByteArray& content) const;
    void tamper(const char* statement) const;

    std::optional<SimulatorProcess> m_simulator;
    std::optional<QTemporaryDir> m_folder;
};

void CliAuditTest::initTestCase()
{
    m_simulator.emplace(words("--sessions 60 --hosts 6 --seed 7"));
    QVERIFY2(m_simulator->isListening(), m_simulator->complaint().constData());
}

void CliAuditTest::init()
{
    m_folder.emplace();
}

ProgramResult CliAuditTest::act(const QStringList& arguments) const
{
    return m_simulator->cli(text("message"),
                            words("--all-matching --state Disconnected --yes --json --title T --text T") + arguments,
                            m_folder->path());
}

ProgramResult CliAuditTest::audit(const QStringList& arguments) const
{
    return support::runProgram(text("deskwarden-cli"), QStringList{text("audit")} + arguments, {},
                               std::chrono::seconds(60), m_folder->path());
}

QString CliAuditTest::policyFile(const QByteArray& content) const
{
    QFile file(m_folder->filePath(text("policy.json")));
    if (file.open(QIODevice::WriteOnly))
        file.write(content);
    return file.fileName();
}

void CliAuditTest::tamper(const char* statement) const
{
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(text("QSQLITE"), text("tamper"));
        database.setDatabaseName(m_folder->filePath(text("deskwarden/audit.sqlite")));
        QVERIFY(database.open());
        QSqlQuery query(database);
        QVERIFY(query.exec(text(statement)));
    }
    QSqlDatabase::removeDatabase(text("tamper"));
}

void CliAuditTest::everyActIsRecorded()
{
    const ProgramResult run = act({text("--reason"), text("INC 4711")});
    QCOMPARE(run.exitCode, 0);
    const auto told = run.objects();
    QVERIFY(!told.empty());
    const ProgramResult log = audit({text("--json")});
    QCOMPARE(log.exitCode, 0);
    const auto recorded = log.objects();
    QCOMPARE(recorded.size(), told.size());
    for (const QJsonObject& line : told) {
        const auto found = std::ranges::find_if(recorded, [&line](const QJsonObject& record) {
            return field(record, "VMHostName") == field(line, "VMHostName") &&
                   record.value(QLatin1String("SessionId")) == line.value(QLatin1String("SessionId"));
        });
        QVERIFY(found != recorded.end());
        for (const char* name : {"UserName", "DomainName", "VMName", "action", "outcome"})
            QCOMPARE(field(*found, name), field(line, name));
        QCOMPARE(found->value(QLatin1String("returnValue")), line.value(QLatin1String("returnValue")));
        QCOMPARE(field(*found, "reason"), text("INC 4711"));
        QCOMPARE(field(*found, "server"), m_simulator->address());
        QVERIFY(!field(*found, "operator").isEmpty());
        QVERIFY(!field(*found, "machine").isEmpty());
        QCOMPARE(field(*found, "hash").size(), 64);
    }
    QVERIFY(!log.says(SimulatorProcess::password()));
    QCOMPARE(audit({text("--verify")}).exitCode, 0);
}

void CliAuditTest::sinceLeavesOlderActsOut()
{
    QCOMPARE(audit({text("--json")}).exitCode, 0); // no log yet
    QVERIFY(!act({}).objects().empty());
    QVERIFY(!audit({text("--json"), text("--since"), text("1h")}).objects().empty());
    QVERIFY(audit({text("--json"), text("--since"), text("2990-01-01")}).objects().empty());
    QVERIFY(!audit({text("--json"), text("--since"), text("2020-01-01T00:00:00Z")}).objects().empty());
}

void CliAuditTest::changedRecordsAreNamed()
{
    QVERIFY(!act({}).objects().empty());
    tamper("UPDATE records SET user = 'somebody.else' WHERE id = 3");
    const ProgramResult check = audit({text("--verify"), text("--json")});
    QCOMPARE(check.exitCode, 5);
    QVERIFY2(check.errors.contains("record 3 was changed"), check.errors.constData());
    QCOMPARE(check.objects().front().value(QLatin1String("record")).toInt(), 3);
    QCOMPARE(field(check.objects().front(), "damage"), text("changed"));
}

void CliAuditTest::removedRecordsAreNamed()
{
    QVERIFY(!act({}).objects().empty());
    tamper("DELETE FROM records WHERE id = (SELECT MAX(id) FROM records)");
    const ProgramResult cut = audit({text("--verify"), text("--json")});
    QCOMPARE(cut.exitCode, 5);
    QCOMPARE(field(cut.objects().front(), "damage"), text("tail_cut"));
    tamper("DELETE FROM records WHERE id = 2");
    const ProgramResult gap = audit({text("--verify")});
    QCOMPARE(gap.exitCode, 5);
    QVERIFY2(gap.errors.contains("before record 3 were removed"), gap.errors.constData());
}

void CliAuditTest::anUnwritableLogRefusesEveryAct()
{
    // A file where the folder should be: not even root writes into that.
    QFile inTheWay(m_folder->filePath(text("deskwarden")));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    const QString journal = m_folder->filePath(text("journal"));
    const SimulatorProcess simulator(words("--sessions 60 --seed 7 --journal") + QStringList(journal));
    const ProgramResult run =
        simulator.cli(text("logoff"), words("--all-matching --yes --json --state Disconnected"), m_folder->path());
    QCOMPARE(run.exitCode, 5);
    for (const QJsonObject& line : run.objects())
        QCOMPARE(field(line, "outcome"), text("failed"));
    QVERIFY(support::journalIn(journal).empty());
}

void CliAuditTest::policyRefuses_data()
{
    QTest::addColumn<QByteArray>("policy");
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QByteArray>("sentence");
    const auto row = [](const char* name, const char* policy, const QStringList& more, int code, const char* sentence) {
        QTest::newRow(name) << QByteArray(policy) << more << code << QByteArray(sentence);
    };
    row("nothing forbidden", "{}", {}, 0, "");
    row("read-only", R"({"readOnly": true})", {}, 5, "nothing on this computer but to look");
    row("not this action", R"({"actions": ["logoff"]})", {}, 5, "does not allow this action");
    row("too many", R"({"largestPlan": 1})", {}, 5, "no more than 1 session");
    row("no reason", R"({"requireReason": true})", {}, 5, "asks for a reason");
    row("a reason", R"({"requireReason": true})", {text("--reason"), text("INC 1")}, 0, "");
    row("not this transport", R"({"transports": ["https"]})", {}, 5, "kind of connection");
    row("broken", R"({"readOnly": true)", {}, 5, "cannot be understood");
    row("a misspelt word", R"({"readonly": false})", {}, 5, "\"readonly\" is not known");
}

void CliAuditTest::policyRefuses()
{
    QFETCH(const QByteArray, policy);
    QFETCH(const QStringList, more);
    QFETCH(const int, exitCode);
    QFETCH(const QByteArray, sentence);
    const ProgramResult run = act(QStringList{text("--policy"), policyFile(policy)} + more);
    QCOMPARE(run.exitCode, exitCode);
    QVERIFY2(run.errors.contains(sentence), run.errors.constData());
    QCOMPARE(run.objects().empty(), exitCode == 5);
    QCOMPARE(audit({text("--json")}).objects().empty(), exitCode == 5);
}

void CliAuditTest::policyProtects()
{
    const auto list = m_simulator->cli(text("list"), words("--json --state Disconnected")).objects();
    QVERIFY(!list.empty());
    const QString host = field(list.front(), "VMHostName");
    const QString policy = policyFile("{\"protectedHosts\": [\"" + host.toUtf8() + "\"]}");
    const ProgramResult run = m_simulator->cli(
        text("logoff"), words("--all-matching --state Disconnected --dry-run --json --policy") + QStringList(policy),
        m_folder->path());
    QCOMPARE(run.exitCode, 0);
    for (const QJsonObject& line : run.objects()) {
        if (field(line, "VMHostName") == host)
            QCOMPARE(field(line, "reason"), text("protected_host"));
        else
            QVERIFY(line.value(QLatin1String("planned")).toBool());
    }
}

void CliAuditTest::theOwnSessionIsLeftOut()
{
    // The user who signs in to the broker has a session on it.
    const auto list = m_simulator->cli(text("list"), words("--json --state Disconnected")).objects();
    QVERIFY(!list.empty());
    const QString user = field(list.front(), "DomainName") + QLatin1Char('\\') + field(list.front(), "UserName");
    const ProgramResult run = support::runProgram(
        text("deskwarden-cli"),
        QStringList{text("logoff"), text("--server"), text("demo:60"), text("--user"), user, text("--password-stdin")} +
            words("--all-matching --dry-run --json"),
        "x\n", std::chrono::seconds(60), m_folder->path());
    QCOMPARE(run.exitCode, 0);
    for (const QJsonObject& line : run.objects()) {
        if (field(line, "UserName") == field(list.front(), "UserName"))
            QCOMPARE(field(line, "reason"), text("own_session"));
    }
}

void CliAuditTest::nothingIsInFlightAfterAnOrdinaryRun()
{
    QVERIFY(!act({}).objects().empty());
    const ProgramResult resolve =
        m_simulator->cli(text("audit"), {text("--resolve"), text("--json")}, m_folder->path());
    QCOMPARE(resolve.exitCode, 0);
    QVERIFY(resolve.objects().empty());
    QVERIFY(resolve.errors.contains("Nothing is in flight"));
}

/// One in a hundred sessions is given to somebody else, one in a hundred is in use again, directly before the re-read.
void CliAuditTest::nobodyWrongIsLoggedOff()
{
    const QString journalFile = m_folder->filePath(text("journal"));
    QStringList arguments = words("--sessions 1200 --hosts 10 --seed 3 --logoff-ms 5:20 --journal");
    arguments << journalFile;
    for (int nth = 10; nth <= 400; nth += 50) {
        arguments << text("--fault") << QStringLiteral("get#%1=reuse").arg(nth);
        arguments << text("--fault") << QStringLiteral("get#%1=reconnect").arg(nth + 25);
    }
    const SimulatorProcess simulator(arguments);
    QVERIFY2(simulator.isListening(), simulator.complaint().constData());
    const ProgramResult run = simulator.cli(
        text("logoff"), words("--all-matching --state Disconnected --yes --json --parallel 8"), m_folder->path());
    QCOMPARE(run.exitCode, 1); // some are skipped
    const auto whom = [](const QJsonObject& line) {
        return QStringLiteral("%1/%2 %3")
            .arg(field(line, "VMHostName"), QString::number(line.value(QLatin1String("SessionId")).toInteger()),
                 field(line, "DomainName") + QLatin1Char('\\') + field(line, "UserName"));
    };
    QHash<QString, QString> reported;
    for (const QJsonObject& line : run.objects())
        reported.insert(whom(line), field(line, "outcome") + QLatin1Char(' ') + field(line, "symbol"));
    QHash<QString, QString> recorded;
    for (const QJsonObject& line : audit({text("--json")}).objects())
        recorded.insert(whom(line), field(line, "outcome"));
    int changed = 0;
    for (const QJsonObject& line : support::journalIn(journalFile)) {
        if (field(line, "action") == text("logoff")) {
            // Only who was confirmed, and nobody twice.
            QVERIFY2(reported.value(whom(line)).startsWith(text("done")), qPrintable(whom(line)));
            QCOMPARE(recorded.value(whom(line)), text("done"));
        } else {
            ++changed;
        }
    }
    int skipped = 0;
    for (auto line = reported.constBegin(); line != reported.constEnd(); ++line) {
        if (!line.value().startsWith(text("skipped")))
            continue;
        ++skipped;
        QVERIFY(line.value().contains(text("user_changed")) || line.value().contains(text("in_use_again")));
        QCOMPARE(recorded.value(line.key()), text("skipped"));
    }
    QVERIFY(skipped > 5);
    QVERIFY(changed >= skipped);
    qInfo("%d sessions, %d changed under way, %d skipped", static_cast<int>(reported.size()), changed, skipped);
}

QTEST_GUILESS_MAIN(CliAuditTest)
#include "CliAuditTest.moc"
