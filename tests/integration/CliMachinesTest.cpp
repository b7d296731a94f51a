// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/ProgramRun.h"

#include <QFile>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace deskwarden;
using support::field;
using support::ProgramResult;
using support::SimulatorProcess;
using support::text;

namespace {

/// A farm with machines in several states beside those of its seed.
QStringList mixedFarm()
{
    return {text("--sessions"), text("300"),
            text("--trouble"),  text("machine-off:WHY\\off"),
            text("--trouble"),  text("machine-paused:WHY\\paused"),
            text("--trouble"),  text("machine-starting:WHY\\starting")};
}

std::size_t countOf(const std::vector<QJsonObject>& rows, const char* name, const QString& value)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(rows, [&](const QJsonObject& row) { return field(row, name) == value; }));
}

} // namespace

/// deskwarden-cli machines against the simulator.
class CliMachinesTest final : public QObject
{
    Q_OBJECT

private slots:
    void allMachinesAreListedAsTheyAre()
    {
        const SimulatorProcess simulator(mixedFarm());
        QVERIFY2(simulator.isListening(), simulator.complaint().constData());
        const ProgramResult listed = simulator.cli(text("machines"), {text("--json")});
        QVERIFY2(listed.exitCode == 0, support::saidBy(listed).constData());
        const ProgramResult asked =
            simulator.cli(text("query"), {text("SELECT * FROM Win32_RDMSVirtualDesktop"), text("--json")});
        QCOMPARE(listed.objects(), asked.objects());
        QVERIFY(listed.objects().size() > 100);
    }

    void stateHostAndCollectionListWhatTheyNameAndNothingElse()
    {
        const SimulatorProcess simulator(mixedFarm());
        QVERIFY2(simulator.isListening(), simulator.complaint().constData());
        const auto all = simulator.cli(text("machines"), {text("--json")}).objects();
        const QString host = field(all.front(), "HostName");
        const QString collection = field(all.front(), "CollectionAlias");
        const struct
        {
            QStringList options;
            const char* property;
            QString value;
        } cells[]{
            {{text("--state"), text("off")}, "VMState", text("3")},
            {{text("--state"), text("Paused")}, "VMState", text("32768")},
            {{text("--state"), text("32770")}, "VMState", text("32770")},
            {{text("--host"), host.toUpper()}, "HostName", host},
            {{text("--collection"), collection.toLower()}, "CollectionAlias", collection},
        };
        for (const auto& cell : cells) {
            const ProgramResult result = simulator.cli(text("machines"), cell.options + QStringList{text("--json")});
            QVERIFY2(result.exitCode == 0, support::saidBy(result).constData());
            const auto rows = result.objects();
            QCOMPARE(countOf(rows, cell.property, cell.value), rows.size());
            QCOMPARE(rows.size(), countOf(all, cell.property, cell.value));
            QVERIFY(!rows.empty());
        }
    }

    void peopleReadWordsInsteadOfNumbers()
    {
        const SimulatorProcess simulator(mixedFarm());
        QVERIFY2(simulator.isListening(), simulator.complaint().constData());
        const ProgramResult listed = simulator.cli(text("machines"), {text("--state"), text("Paused")});
        QVERIFY2(listed.exitCode == 0, support::saidBy(listed).constData());
        QVERIFY2(listed.output.startsWith("STATE "), listed.output.constData());
        QVERIFY2(listed.says("Paused") && listed.says("WHY\\paused") && listed.says("WHY-machine-paused-"),
                 listed.output.constData());
    }

    void namesThatStandForNothingAreTold()
    {
        const SimulatorProcess simulator(mixedFarm());
        QVERIFY2(simulator.isListening(), simulator.complaint().constData());
        for (const char* const option : {"--host", "--collection"}) {
            const ProgramResult result = simulator.cli(text("machines"), {text(option), text("no-such-name")});
            QCOMPARE(result.exitCode, 1);
            QVERIFY2(result.errors.contains("no-such-name"), result.errors.constData());
        }
    }

    void actsAreDoneInADemonstration_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("action");
        QTest::newRow("start") << QStringList{text("start"), text("--all-matching"), text("--state"), text("saved")}
                               << text("start");
        QTest::newRow("turn off") << QStringList{text("turn-off"), text("--machine"), text("off-0001")}
                                  << text("turn-off");
        QTest::newRow("save") << QStringList{text("save"), text("--machine"), text("OFF-0001")} << text("save");
        QTest::newRow("pause") << QStringList{text("pause"), text("--machine"), text("OFF-0001")} << text("pause");
        QTest::newRow("assign") << QStringList{text("assign"), text("--machine"), text("OFF-0001"), text("--owner"),
                                               text("NORDWIND\\anna")}
                                << text("assign");
        QTest::newRow("free") << QStringList{text("free"), text("--all-matching"), text("--collection"),
                                             text("Development")}
                              << text("free");
    }

    void actsAreDoneInADemonstration()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, action);
        const ProgramResult result =
            support::runProgram(text("deskwarden-cli"), arguments + QStringList{text("--server"), text("demo:120"),
                                                                                text("--yes"), text("--json")});
        QVERIFY2(result.exitCode == 0, support::saidBy(result).constData());
        QVERIFY(!result.objects().empty());
        for (const QJsonObject& row : result.objects()) {
            QCOMPARE(field(row, "action"), action);
            QCOMPARE(field(row, "outcome"), text("done"));
            QVERIFY(row.value(QLatin1String("SessionId")).isNull());
        }
    }

    void actsAreOffUntilTheComputersPolicyNamesThem()
    {
        const SimulatorProcess simulator(mixedFarm());
        QVERIFY2(simulator.isListening(), simulator.complaint().constData());
        const QTemporaryDir folder;
        const QString policy = folder.filePath(text("policy.json"));
        QFile file(policy);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"actions": ["start"]})"); // what a person brings along opens nothing
        file.close();
        for (const QStringList& more : {QStringList(), QStringList{text("--policy"), policy}}) {
            const ProgramResult result = simulator.cli(
                text("start"), QStringList{text("--all-matching"), text("--state"), text("off"), text("--yes")} + more);
            QVERIFY2(result.exitCode == 5, support::saidBy(result).constData());
        }
        QVERIFY(simulator.cli(text("machines"), {text("--state"), text("off"), text("--json")}).objects().size() > 0);
    }

    void aPlanIsShownAndNothingIsDone()
    {
        const SimulatorProcess simulator(mixedFarm());
        QVERIFY2(simulator.isListening(), simulator.complaint().constData());
        const ProgramResult result =
            simulator.cli(text("turn-off"), {text("--all-matching"), text("--dry-run"), text("--json")});
        QVERIFY2(result.exitCode == 0, support::saidBy(result).constData());
        const auto rows = result.objects();
        QCOMPARE(rows.size(), simulator.cli(text("machines"), {text("--json")}).objects().size());
        for (const QJsonObject& row : rows) {
            const bool isOff = field(row, "VMState") == text("3");
            const bool isChanging = field(row, "VMState") == text("32770");
            QCOMPARE(row.value(QLatin1String("planned")).toBool(), !isOff && !isChanging);
        }
    }

    void aStateOfSessionsIsNoneOfMachines()
    {
        const ProgramResult result =
            support::runProgram(text("deskwarden-cli"), {text("machines"), text("--server"), text("demo:10"),
                                                         text("--state"), text("Disconnected")});
        QCOMPARE(result.exitCode, 2);
        QVERIFY2(result.errors.contains("Running"), result.errors.constData());
    }
};

QTEST_GUILESS_MAIN(CliMachinesTest)
#include "CliMachinesTest.moc"
