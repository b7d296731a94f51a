// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "integration/GhostFarm.h"
#include "support/DrivenConsole.h"
#include "support/ProgramRun.h"

#include <QJsonObject>
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
        : m_farm({text("--fault"), fault})
    {}

    [[nodiscard]] const SimulatorProcess& simulator() const { return m_farm.simulator(); }
    /// HOST/ID of the ghost.
    [[nodiscard]] QString ghost() const
    {
        for (const QJsonObject& row : simulator().cli(text("list"), {text("--json")}).objects()) {
            if (field(row, "UserName") == text("ghost"))
                return field(row, "VMHostName") + QLatin1Char('/') +
                       QString::number(row.value(QLatin1String("SessionId")).toInteger());
        }
        return {};
    }
    [[nodiscard]] std::unique_ptr<DrivenConsole> start(const QStringList& cured) const
    {
        DrivenConsole::Orders orders{{simulator().address()}, cured};
        orders.act = text("cureGhostsAction");
        orders.program = QStringLiteral(DESKWARDEN_PERMITTED_CONSOLE);
        return std::make_unique<DrivenConsole>(orders, m_farm.file("desk"));
    }
    [[nodiscard]] QStringList recorded() const
    {
        return m_farm.recordedIn(m_farm.file("desk/data/deskwarden/audit.sqlite"));
    }
    [[nodiscard]] QStringList journaled() const { return m_farm.journaled(); }

private:
    integration::GhostFarm m_farm;
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
