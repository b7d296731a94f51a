// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "integration/JournaledSimulator.h"
#include "support/ProgramRun.h"

#include <QJsonArray>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <map>

using namespace deskwarden;
using integration::JournaledSimulator;
using support::field;
using support::nameOf;
using support::namesOf;
using support::ProgramResult;
using support::saidBy;
using support::text;

namespace {

/// A farm that is the same each time, and its busiest host.
struct Farm
{
    std::vector<QJsonObject> all;
    QString host;
    std::vector<QJsonObject> people; ///< on that host
};

QStringList farmOptions()
{
    return {text("--sessions"), text("60"), text("--hosts"),     text("4"),
            text("--seed"),     text("7"),  text("--logoff-ms"), text("100:300")};
}

Farm look(const JournaledSimulator& simulator)
{
    Farm farm;
    farm.all = simulator.cli(text("list"), {text("--json")}).objects();
    std::map<QString, int> counts;
    for (const QJsonObject& row : farm.all)
        ++counts[field(row, "VMHostName")];
    for (const auto& [host, count] : counts) {
        if (farm.host.isEmpty() || count > counts[farm.host])
            farm.host = host;
    }
    for (const QJsonObject& row : farm.all) {
        if (field(row, "VMHostName") == farm.host && !field(row, "UserName").isEmpty())
            farm.people.push_back(row);
    }
    return farm;
}

/// The last line: the report.
QJsonObject reportOf(const ProgramResult& result)
{
    const auto lines = result.objects();
    return lines.empty() ? QJsonObject() : lines.back();
}

QStringList drainOf(const QString& host, const QStringList& more)
{
    return QStringList{text("--vm-host"), host, text("--interval"), text("1"), text("--yes"), text("--json")} + more;
}

} // namespace

/// A host is emptied, and what scripts rely on when it is.
class CliDrainTest final : public QObject
{
    Q_OBJECT

private slots:
    void theHostIsEmptyAndNobodyElseIsHit();
    void newcomersAreLoggedOffToo();
    void everybodyIsToldFirst();
    void whoIsStuckIsToldAndNotRepeated();
    void theProtectedStayAndAreNamed();
    void readOnlyForbidsIt();
    void whoWasToldIsToldOfAnInterruption();
    void theDryRunDoesNothing();
    void aHostWithoutSessionsIsSaid();
    void mistypedLinesEndWithTwo();
};

void CliDrainTest::theHostIsEmptyAndNobodyElseIsHit()
{
    const JournaledSimulator simulator(farmOptions());
    QVERIFY2(simulator.isListening(), simulator.complaint().constData());
    const Farm farm = look(simulator);
    QVERIFY(farm.people.size() > 3);
    const ProgramResult drain = simulator.cli(text("drain"), drainOf(farm.host.toUpper(), {}));
    QVERIFY2(drain.exitCode == 0, saidBy(drain).constData());
    QVERIFY(drain.errors.contains("drain mode")); // it says that it keeps nobody from signing in
    const QJsonObject report = reportOf(drain);
    QCOMPARE(field(report, "drain"), text("drained"));
    QCOMPARE(report.value(QLatin1String("gone")).toInt(), static_cast<int>(farm.people.size()));
    QVERIFY(report.value(QLatin1String("remaining")).toArray().isEmpty());
    QVERIFY(field(report, "start") < field(report, "end"));
    QCOMPARE(drain.objects().size(), farm.people.size() + 1);
    QCOMPARE(namesOf(simulator.journal()), namesOf(farm.people));
    const Farm after = look(simulator);
    QCOMPARE(after.all.size(), farm.all.size() - farm.people.size());
}

void CliDrainTest::newcomersAreLoggedOffToo()
{
    // Between the list and the first re-read somebody else gets the session's id.
    const JournaledSimulator simulator(farmOptions() << text("--fault") << text("get#1=reuse"));
    QVERIFY2(simulator.isListening(), simulator.complaint().constData());
    const Farm farm = look(simulator);
    const ProgramResult drain = simulator.cli(text("drain"), drainOf(farm.host, {}));
    QVERIFY2(drain.exitCode == 0, saidBy(drain).constData());
    const QJsonObject report = reportOf(drain);
    QCOMPARE(report.value(QLatin1String("newcomers")).toInt(), 1);
    const auto outcomes = drain.objects();
    QCOMPARE(std::ranges::count_if(outcomes,
                                   [](const QJsonObject& row) { return field(row, "outcome") == text("skipped"); }),
             1);
    const auto done = simulator.journal();
    const auto reused =
        std::ranges::find_if(done, [](const QJsonObject& row) { return field(row, "action") == text("reuse"); });
    QVERIFY(reused != done.end());
    const auto isNewcomer = [&reused](const QJsonObject& row) {
        return field(row, "action") == text("logoff") && nameOf(row) == nameOf(*reused) &&
               field(row, "UserName") != field(*reused, "UserName");
    };
    QCOMPARE(std::ranges::count_if(done, isNewcomer), 1);
    const auto isReplaced = [&reused](const QJsonObject& row) {
        return field(row, "action") == text("logoff") && field(row, "UserName") == field(*reused, "UserName");
    };
    QCOMPARE(std::ranges::count_if(done, isReplaced), 0);
}

void CliDrainTest::everybodyIsToldFirst()
{
    const JournaledSimulator simulator(farmOptions());
    QVERIFY2(simulator.isListening(), simulator.complaint().constData());
    const Farm farm = look(simulator);
    const ProgramResult drain =
        simulator.cli(text("drain"), drainOf(farm.host, {text("--message"), text("Bye, {user}: {ticket}"),
                                                         text("--grace"), text("0"), text("--reason"), text("INC7")}));
    QVERIFY2(drain.exitCode == 0, saidBy(drain).constData());
    QSet<QString> told;
    for (const QJsonObject& done : simulator.journal()) {
        if (field(done, "action") == text("message")) {
            QCOMPARE(field(done, "text"), text("Bye, %1: INC7").arg(field(done, "UserName")));
            told.insert(nameOf(done));
        } else {
            QVERIFY(told.contains(nameOf(done)));
        }
    }
    QCOMPARE(told, namesOf(farm.people));
}

void CliDrainTest::whoIsStuckIsToldAndNotRepeated()
{
    QString host;
    QString stuck;
    {
        const JournaledSimulator same(farmOptions());
        const Farm farm = look(same);
        host = farm.host;
        stuck = nameOf(farm.people.front());
    }
    const JournaledSimulator simulator(farmOptions() << text("--fault") << text("logoff@%1=stuck").arg(stuck));
    QVERIFY2(simulator.isListening(), simulator.complaint().constData());
    const ProgramResult drain = simulator.cli(text("drain"), drainOf(host, {text("--verify-timeout"), text("1")}));
    QVERIFY2(drain.exitCode == 1, saidBy(drain).constData());
    const QJsonObject report = reportOf(drain);
    QCOMPARE(field(report, "drain"), text("stopped"));
    const QJsonArray remaining = report.value(QLatin1String("remaining")).toArray();
    QCOMPARE(remaining.size(), 1);
    QCOMPARE(nameOf(remaining.first().toObject()), stuck);
    QCOMPARE(field(remaining.first().toObject(), "outcome"), text("still_signing_out"));
    const auto done = simulator.journal();
    QCOMPARE(std::ranges::count_if(done, [&stuck](const QJsonObject& row) { return nameOf(row) == stuck; }), 1);
}

void CliDrainTest::theProtectedStayAndAreNamed()
{
    const JournaledSimulator simulator(farmOptions());
    QVERIFY2(simulator.isListening(), simulator.complaint().constData());
    const Farm farm = look(simulator);
    const QString boss = field(farm.people.front(), "UserName");
    const QString policy = simulator.fileWith(QStringLiteral(R"({"protectedAccounts": ["%1"]})").arg(boss).toUtf8());
    QVERIFY(!policy.isEmpty());
    const ProgramResult drain = simulator.cli(text("drain"), drainOf(farm.host, {text("--policy"), policy}));
    QVERIFY2(drain.exitCode == 1, saidBy(drain).constData());
    const QJsonObject report = reportOf(drain);
    QCOMPARE(field(report, "drain"), text("drained"));
    const QJsonArray leftOut = report.value(QLatin1String("leftOut")).toArray();
    const auto isBoss = [&boss](const QJsonValue& row) {
        return field(row.toObject(), "UserName") == boss &&
               field(row.toObject(), "reason") == text("protected_account");
    };
    QVERIFY(std::any_of(leftOut.begin(), leftOut.end(), isBoss));
    for (const QJsonObject& done : simulator.journal())
        QVERIFY(field(done, "UserName") != boss);
}

void CliDrainTest::readOnlyForbidsIt()
{
    const JournaledSimulator simulator(farmOptions());
    QVERIFY2(simulator.isListening(), simulator.complaint().constData());
    const QString policy = simulator.fileWith(R"({"readOnly": true})");
    QVERIFY(!policy.isEmpty());
    const ProgramResult drain = simulator.cli(text("drain"), drainOf(look(simulator).host, {text("--policy"), policy}));
    QCOMPARE(drain.exitCode, 5);
    QVERIFY(simulator.journal().empty());
}

void CliDrainTest::whoWasToldIsToldOfAnInterruption()
{
    const JournaledSimulator simulator(farmOptions());
    QVERIFY2(simulator.isListening(), simulator.complaint().constData());
    const Farm farm = look(simulator);
    const ProgramResult result = simulator.interrupted(
        text("drain"), drainOf(farm.host, {text("--message"), text("Goodbye, {user}."), text("--grace"), text("600")}),
        3);
    QCOMPARE(result.exitCode, 1);
    QCOMPARE(integration::cancelledLogoffs(result), farm.people.size());
    QCOMPARE(field(reportOf(result), "drain"), text("stopped"));
    const auto heard = simulator.heard(text("Goodbye"));
    QVERIFY(heard.isAll);
    QCOMPARE(heard.other, heard.begunSo);
}

void CliDrainTest::theDryRunDoesNothing()
{
    const JournaledSimulator simulator(farmOptions());
    QVERIFY2(simulator.isListening(), simulator.complaint().constData());
    const Farm farm = look(simulator);
    const ProgramResult plan =
        simulator.cli(text("drain"), {text("--vm-host"), farm.host, text("--dry-run"), text("--json")});
    QCOMPARE(plan.exitCode, 0);
    std::vector<QJsonObject> planned = plan.objects();
    std::erase_if(planned, [](const QJsonObject& row) { return !row.value(QLatin1String("planned")).toBool(); });
    QCOMPARE(namesOf(planned), namesOf(farm.people));
    QVERIFY(simulator.journal().empty());
}

void CliDrainTest::aHostWithoutSessionsIsSaid()
{
    const JournaledSimulator simulator(farmOptions());
    QVERIFY2(simulator.isListening(), simulator.complaint().constData());
    // A server of the deployment, on which nobody is; what no server is called, is CliNamesTest's.
    const QString broker = field(
        simulator.cli(text("query"), {text("SELECT * FROM Win32_RDMSJoinedNode WHERE IsRdcb = TRUE"), text("--json")})
            .objects()
            .front(),
        "FQDN");
    const ProgramResult drain = simulator.cli(text("drain"), drainOf(broker, {}));
    QVERIFY2(drain.errors.contains(QByteArray("lists no session on ").append(broker.toUtf8())),
             saidBy(drain).constData());
    QCOMPARE(drain.exitCode, 0);
}

void CliDrainTest::mistypedLinesEndWithTwo()
{
    const auto exitCode = [](const QStringList& arguments) {
        return support::runProgram(text("deskwarden-cli"), QStringList{text("drain")} + arguments).exitCode;
    };
    QCOMPARE(exitCode({text("--server"), text("demo:5")}), 2);
    QCOMPARE(exitCode({text("--vm-host"), text("a")}), 2);
    QCOMPARE(exitCode({text("--server"), text("demo:5"), text("--vm-host"), text("a"), text("--session"), text("a/1")}),
             2);
    QCOMPARE(exitCode({text("--server"), text("demo:5"), text("--vm-host"), text("a"), text("--grace"), text("5")}), 2);
    QCOMPARE(exitCode({text("--server"), text("demo:5"), text("--vm-host"), text("a")}), 2); // nobody has confirmed
}

QTEST_GUILESS_MAIN(CliDrainTest)
#include "CliDrainTest.moc"
