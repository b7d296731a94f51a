// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "simulator/farm/FarmBuilder.h"

#include "simulator/farm/People.h"

#include <QtTest>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

using namespace deskwarden;
using simulator::Farm;
using simulator::FarmBuilder;
using simulator::FarmOptions;
using simulator::FarmSession;
using simulator::none;

namespace {

Farm farmOf(std::size_t sessions, std::uint64_t seed = 1)
{
    FarmOptions options;
    options.sessions = sessions;
    options.seed = seed;
    return FarmBuilder(options).build();
}

// FNV-1a, so that the number below is the same everywhere.
std::uint64_t hashOf(const Farm& farm)
{
    std::uint64_t hash = 0xCBF29CE484222325U;
    const auto add = [&hash](std::string_view text) {
        for (const char letter : text)
            hash = (hash ^ static_cast<unsigned char>(letter)) * 0x100000001B3U;
        hash = (hash ^ 0xFFU) * 0x100000001B3U;
    };
    for (const FarmSession& session : farm.sessions) {
        add(farm.layout->hosts[session.host].view());
        add(std::to_string(session.sessionId));
        add(session.machine == none ? "" : farm.layout->machines[session.machine].name.view());
        add(std::to_string(static_cast<std::uint32_t>(session.state)));
        add(session.userName.view());
        add(session.domainName.view());
        add(session.clientName.view());
    }
    return hash;
}

} // namespace

class FarmBuilderTest : public QObject
{
    Q_OBJECT

private slots:
    void countIsExact_data();
    void countIsExact();
    void keysAreDistinct();
    void sameSeedGivesTheSameFarmEverywhere();
    void otherSeedGivesAnotherFarm();
    void everyStateIsThere();
    void peopleAreBelievable();
    void whatGoesWrongInRealFarmsIsThere();
    void hundredThousandAreBuiltQuickly();
    void accountsArePersonal();
};

void FarmBuilderTest::countIsExact_data()
{
    QTest::addColumn<int>("count");
    for (const int count : {0, 1, 2, 29, 30, 200, 5000})
        QTest::addRow("%d", count) << count;
}

void FarmBuilderTest::countIsExact()
{
    QFETCH(int, count);
    QCOMPARE(farmOf(static_cast<std::size_t>(count)).sessions.size(), static_cast<std::size_t>(count));
}

void FarmBuilderTest::keysAreDistinct()
{
    std::set<std::pair<std::uint32_t, std::uint32_t>> keys;
    std::set<std::string> machines;
    const Farm farm = farmOf(20'000);
    for (const FarmSession& session : farm.sessions)
        keys.emplace(session.host, session.sessionId);
    for (const auto& machine : farm.layout->machines)
        machines.insert(machine.name.toString());
    QCOMPARE(keys.size(), farm.sessions.size());
    QCOMPARE(machines.size(), farm.layout->machines.size());
}

void FarmBuilderTest::sameSeedGivesTheSameFarmEverywhere()
{
    QCOMPARE(hashOf(farmOf(1000, 7)), hashOf(farmOf(1000, 7)));
    // Scripts rely on it: change this number only with a note in the change log.
    QCOMPARE(hashOf(farmOf(1000, 7)), std::uint64_t{12610425943201686459U});
}

void FarmBuilderTest::otherSeedGivesAnotherFarm()
{
    QVERIFY(hashOf(farmOf(1000, 7)) != hashOf(farmOf(1000, 8)));
}

void FarmBuilderTest::everyStateIsThere()
{
    std::map<core::ConnectState, std::size_t> counts;
    for (const FarmSession& session : farmOf(200).sessions)
        ++counts[session.state];
    for (std::uint32_t state = 0; state <= 9; ++state)
        QVERIFY2(counts.contains(core::ConnectState{state}), std::to_string(state).c_str());
    QVERIFY(counts.contains(core::ConnectState::Absent));
    QVERIFY(counts[core::ConnectState::Active] > counts[core::ConnectState::Disconnected]);
    QVERIFY(counts[core::ConnectState::Disconnected] > 40);
}

void FarmBuilderTest::peopleAreBelievable()
{
    bool hasUmlaut = false;
    bool hasCyrillic = false;
    bool hasQuote = false;
    for (const FarmSession& session : farmOf(500).sessions) {
        const QString user = QString::fromStdString(session.userName.toString());
        hasUmlaut = hasUmlaut || user.contains(QChar(0xFC));
        hasQuote = hasQuote || user.contains(QLatin1Char('\''));
        hasCyrillic = hasCyrillic || (!user.isEmpty() && user.at(0).script() == QChar::Script_Cyrillic);
    }
    QVERIFY(hasUmlaut);
    QVERIFY(hasCyrillic);
    QVERIFY(hasQuote);
}

void FarmBuilderTest::whatGoesWrongInRealFarmsIsThere()
{
    const Farm farm = farmOf(2000);
    std::map<std::string, int> sessionsOf;
    int ghosts = 0;
    int disagreeing = 0;
    int withoutDomain = 0;
    int withoutMachine = 0;
    for (const FarmSession& session : farm.sessions) {
        ++sessionsOf[session.userName.toString()];
        withoutDomain += !session.userName.isNull() && session.domainName.isNull() ? 1 : 0;
        withoutMachine += session.machine == none || session.isMachineNameNull ? 1 : 0;
        if (session.machine == none || !farm.layout->machines[session.machine].isGhost)
            continue;
        ++ghosts;
        QVERIFY(farm.layout->machines[session.machine].vmState != 2);
        disagreeing += farm.layout->machines[session.machine].reportedUser != none ? 1 : 0;
    }
    sessionsOf.erase("");
    const auto hasTwo = [](const auto& entry) { return entry.second > 1; };
    QVERIFY(std::ranges::any_of(sessionsOf, hasTwo));
    QVERIFY(ghosts > 0);
    QVERIFY(disagreeing > 0);
    QVERIFY(withoutDomain > 0);
    QVERIFY(withoutMachine > 0);
}

void FarmBuilderTest::hundredThousandAreBuiltQuickly()
{
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(farmOf(100'000).sessions.size(), std::size_t{100'000});
    qInfo("100,000 sessions: %lld ms", timer.elapsed());
    QVERIFY(timer.elapsed() < 10'000); // a limit for sanitizers, not the aim
}

void FarmBuilderTest::accountsArePersonal()
{
    std::set<std::string> accounts;
    constexpr std::uint32_t people = 60'000;
    for (std::uint32_t person = 0; person < people; ++person)
        accounts.insert(simulator::accountOfPerson(person));
    QCOMPARE(accounts.size(), std::size_t{people});
}

QTEST_APPLESS_MAIN(FarmBuilderTest)
#include "FarmBuilderTest.moc"
