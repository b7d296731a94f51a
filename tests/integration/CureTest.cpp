// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "integration/GhostFarm.h"
#include "storage/AuditLog.h"
#include "support/ProgramRun.h"

#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include <algorithm>
#include <vector>

using namespace deskwarden;
using support::field;
using support::SimulatorProcess;
using support::text;

namespace {

/// A farm that lives outside the test, with ghosts in it, and one cure of them all.
class CureGround final
{
public:
    explicit CureGround(const QStringList& faults)
        : m_farm(faults)
    {}

    [[nodiscard]] const SimulatorProcess& simulator() const { return m_farm.simulator(); }
    [[nodiscard]] QString auditFile() const { return m_farm.file("audit.sqlite"); }
    void start()
    {
        m_process.setProcessEnvironment(support::programEnvironment(m_farm.file(".")));
        QStringList arguments{auditFile()};
        arguments += simulator().arguments(text("cure"));
        arguments += QStringList{text("--all-matching"),
                                 text("--host"),
                                 hostOfGhost(),
                                 text("--yes"),
                                 text("--json"),
                                 text("--settle"),
                                 text("0"),
                                 text("--verify-timeout"),
                                 text("5")};
        m_process.start(QStringLiteral(DESKWARDEN_PERMITTED_CLI), arguments);
        m_process.write(SimulatorProcess::password() + '\n');
        m_process.closeWriteChannel();
    }
    [[nodiscard]] int finish() { return m_process.waitForFinished(60'000) ? m_process.exitCode() : -1; }
    [[nodiscard]] QByteArray output() { return m_process.readAllStandardOutput() + m_process.readAllStandardError(); }
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    [[nodiscard]] QStringList recorded() const { return m_farm.recordedIn(auditFile()); }
    [[nodiscard]] QStringList journaled() const { return m_farm.journaled(); }

private:
    [[nodiscard]] QString hostOfGhost() const
    {
        for (const QJsonObject& row : simulator().cli(text("list"), {text("--json")}).objects()) {
            if (field(row, "UserName") == text("ghost"))
                return field(row, "VMHostName");
        }
        return {};
    }

    integration::GhostFarm m_farm;
    QProcess m_process;
};

} // namespace

/// The cure of ghosts over the wire: to its end, to the step that fails, and killed in the middle.
class CureTest final : public QObject
{
    Q_OBJECT

private slots:
    void aGhostIsStartedAndLoggedOff()
    {
        CureGround ground({});
        QVERIFY2(ground.simulator().isListening(), ground.simulator().complaint().constData());
        ground.start();
        const int code = ground.finish();
        QVERIFY2(code == 0, ground.output().constData());
        QCOMPARE(ground.recorded(), (QStringList{text("start done"), text("logoff done")}));
        QCOMPARE(ground.journaled(), (QStringList{text("start"), text("logoff")}));
    }

    void theStepThatFailsIsNamed_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QStringList>("recorded");
        QTest::addColumn<QString>("step");
        QTest::addColumn<int>("code");
        QTest::newRow("start refused") << text("set-state=return:5") << QStringList{text("start failed")}
                                       << text("start") << 1;
        QTest::newRow("start stuck") << text("set-state=stuck") << QStringList{text("start still_changing")}
                                     << text("start") << 1;
        QTest::newRow("logoff refused") << text("logoff=return:5")
                                        << QStringList{text("start done"), text("logoff failed")} << text("logoff")
                                        << 1;
        QTest::newRow("logoff lost") << text("logoff=drop-before")
                                     << QStringList{text("start done"), text("logoff unknown")} << text("logoff") << 4;
    }

    void theStepThatFailsIsNamed()
    {
        QFETCH(QString, fault);
        QFETCH(QStringList, recorded);
        QFETCH(QString, step);
        QFETCH(int, code);
        CureGround ground({text("--fault"), fault});
        QVERIFY2(ground.simulator().isListening(), ground.simulator().complaint().constData());
        ground.start();
        const int ended = ground.finish();
        const QByteArray said = ground.output();
        QVERIFY2(ended == code, said.constData());
        QCOMPARE(ground.recorded(), recorded);
        QVERIFY2(said.contains(QByteArray("\"stoppedAt\":\"" + step.toUtf8() + '"')), said.constData());
    }

    void aKillLeavesTheStepOnRecord_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QStringList>("recorded");
        QTest::newRow("in the start") << text("set-state=hang") << QStringList{text("start ")};
        QTest::newRow("in the logoff") << text("logoff=hang") << QStringList{text("start done"), text("logoff ")};
    }

    void aKillLeavesTheStepOnRecord()
    {
        QFETCH(QString, fault);
        QFETCH(QStringList, recorded);
        CureGround ground({text("--fault"), fault});
        QVERIFY2(ground.simulator().isListening(), ground.simulator().complaint().constData());
        ground.start();
        QTRY_COMPARE_WITH_TIMEOUT(ground.recorded(), recorded, 60'000);
        ground.kill();
        QCOMPARE(ground.recorded(), recorded);
        // The next start finds what was open, and looks.
        storage::AuditLog log(ground.auditFile(), {text("ben"), text("desk")});
        const auto open = log.leftBehind();
        QVERIFY(open);
        const auto isOfGhost = [](const storage::AuditRecord& record) {
            return record.vmName.startsWith(text("WHY-ghost"));
        };
        QCOMPARE(std::ranges::count_if(*open, isOfGhost), std::ptrdiff_t{1});
        QCOMPARE(std::ranges::find_if(*open, isOfGhost)->action + QLatin1Char(' '), recorded.back());
    }
};

QTEST_GUILESS_MAIN(CureTest)
#include "CureTest.moc"
