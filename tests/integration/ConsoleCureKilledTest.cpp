// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/AuditDatabase.h"
#include "support/DrivenConsole.h"
#include "support/ProgramRun.h"

#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace deskwarden;
using support::DrivenConsole;
using support::field;
using support::SimulatorProcess;
using support::text;

namespace {

/// A farm that lives outside the test, with one ghost to be told apart, and a console that cures it.
class GhostGround final
{
public:
    explicit GhostGround(const QString& fault)
        : m_simulator({text("--sessions"), text("60"), text("--logoff-ms"), text("10:40"), text("--trouble"),
                       text("ghost:WHY\\ghost"), text("--journal"), m_folder.filePath(text("journal")), text("--fault"),
                       fault})
    {}

    [[nodiscard]] const SimulatorProcess& simulator() const { return m_simulator; }
    /// HOST/ID of the ghost.
    [[nodiscard]] QString ghost() const
    {
        for (const QJsonObject& row : m_simulator.cli(text("list"), {text("--json")}).objects()) {
            if (field(row, "UserName") == text("ghost"))
                return field(row, "VMHostName") + QLatin1Char('/') +
                       QString::number(row.value(QLatin1String("SessionId")).toInteger());
        }
        return {};
    }
    [[nodiscard]] std::unique_ptr<DrivenConsole> start(const QStringList& cured) const
    {
        DrivenConsole::Orders orders{{m_simulator.address()}, cured};
        orders.act = text("cureGhostsAction");
        orders.program = QStringLiteral(DESKWARDEN_PERMITTED_CONSOLE);
        return std::make_unique<DrivenConsole>(orders, m_folder.filePath(text("desk")));
    }
    /// The acts on the ghost, the oldest first: "start done", "logoff " while in flight.
    [[nodiscard]] QStringList recorded() const
    {
        QStringList acts;
        const auto database = storage::AuditDatabase::open(m_folder.filePath(text("desk/data/deskwarden/audit.sqlite")),
                                                           storage::AuditDatabase::Access::ReadOnly);
        if (!database)
            return acts;
        for (const storage::AuditAct& act : (*database)->newestActs(1'000).value_or(std::vector<storage::AuditAct>())) {
            if (act.intent.vmName.startsWith(text("WHY-ghost")))
                acts.append(act.intent.action + QLatin1Char(' ') + (act.outcome ? act.outcome->outcome : QString()));
        }
        return acts;
    }
    [[nodiscard]] QStringList journaled() const
    {
        QStringList acts;
        for (const QJsonObject& line : support::journalIn(m_folder.filePath(text("journal")))) {
            if (field(line, "VMName").startsWith(text("WHY-ghost")))
                acts << field(line, "action");
        }
        return acts;
    }

private:
    QTemporaryDir m_folder;
    SimulatorProcess m_simulator;
};

} // namespace

/// SIGKILL in the middle of a cure in the real console: the record says which step, and the next start looks.
class ConsoleCureKilledTest final : public QObject
{
    Q_OBJECT

private slots:
    void theNextStartLooksAtTheStep_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QStringList>("atTheKill");
        QTest::addColumn<QStringList>("done");
        QTest::newRow("in the start") << text("set-state=hang") << QStringList{text("start ")} << QStringList();
        QTest::newRow("in the logoff") << text("logoff=hang") << QStringList{text("start done"), text("logoff ")}
                                       << QStringList{text("start")};
    }

    void theNextStartLooksAtTheStep()
    {
        QFETCH(QString, fault);
        QFETCH(QStringList, atTheKill);
        QFETCH(QStringList, done);
        const GhostGround ground(fault);
        QVERIFY2(ground.simulator().isListening(), ground.simulator().complaint().constData());
        const QString ghost = ground.ghost();
        QVERIFY(!ghost.isEmpty());

        auto console = ground.start({ghost});
        QVERIFY2(console->waitFor("confirmed"), console->output().constData());
        QTRY_COMPARE_WITH_TIMEOUT(ground.recorded(), atTheKill, 60'000);
        console->kill();
        QCOMPARE(ground.recorded(), atTheKill);
        QCOMPARE(ground.journaled(), done);

        console = ground.start({});
        QVERIFY2(console->waitFor("outcome"),
                 console->output().constData()); // the act stands in Activity, with its end
        QTRY_VERIFY_WITH_TIMEOUT(!ground.recorded().constLast().endsWith(QLatin1Char(' ')), 60'000);
        const QStringList looked = ground.recorded();
        QCOMPARE(looked.size(), atTheKill.size()); // no step was begun that nobody asked for
        QVERIFY2(looked.constLast().startsWith(atTheKill.constLast()), qPrintable(looked.constLast()));
        QVERIFY2(!looked.constLast().endsWith(text("done")), qPrintable(looked.constLast())); // it had not been
        QCOMPARE(ground.journaled(), done);
        QVERIFY(console->isClosedOrderly());
    }
};

QTEST_GUILESS_MAIN(ConsoleCureKilledTest)
#include "ConsoleCureKilledTest.moc"
