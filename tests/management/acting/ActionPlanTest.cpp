// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/acting/ActionPlan.h"

#include <QTest>

using namespace deskwarden;

namespace {

core::Session session(std::uint32_t id, const char* user, core::ConnectState state)
{
    core::Session result;
    result.key.vmHostName = core::SharedString("HV01");
    result.key.sessionId = id;
    if (*user != '\0')
        result.userName = core::SharedString(user);
    result.state = state;
    return result;
}

} // namespace

class ActionPlanTest final : public QObject
{
    Q_OBJECT

private slots:
    void sessionsWithoutAUserAreLeftOut();
    void listenersAreLeftOutWithTheirOwnReason();
    void peopleKeepTheOrderInWhichTheyWereChosen();
    void theCountIsTypedForLargePlansOrPeopleAtWork();
    void policyLowersTheNumberFromWhichItIsTyped();
    void aKeyThatIsListedTwiceIsNeverActedUpon();
};

void ActionPlanTest::sessionsWithoutAUserAreLeftOut()
{
    const std::vector chosen{session(1, "", core::ConnectState::Disconnected)};
    const auto plan = management::planFor({}, chosen);
    QVERIFY(plan.sessions.empty());
    QCOMPARE(plan.leftOut.size(), std::size_t{1});
    QCOMPARE(plan.leftOut.front().reason, management::LeftOutReason::NoUser);
    QVERIFY(!plan.needsTypedCount());
}

void ActionPlanTest::listenersAreLeftOutWithTheirOwnReason()
{
    const std::vector chosen{session(65536, "", core::ConnectState::Listen)};
    const auto plan = management::planFor({}, chosen);
    QCOMPARE(plan.leftOut.front().reason, management::LeftOutReason::Listener);
    QCOMPARE(QLatin1String(management::symbol(management::LeftOutReason::Listener)), QLatin1String("listener"));
}

void ActionPlanTest::peopleKeepTheOrderInWhichTheyWereChosen()
{
    const std::vector chosen{session(9, "b", core::ConnectState::Active),
                             session(0, "", core::ConnectState::Disconnected),
                             session(2, "a", core::ConnectState::Disconnected)};
    const auto plan = management::planFor({}, chosen);
    QCOMPARE(plan.sessions.size(), std::size_t{2});
    QCOMPARE(plan.sessions[0].key.sessionId, 9U);
    QCOMPARE(plan.sessions[1].key.sessionId, 2U);
}

void ActionPlanTest::theCountIsTypedForLargePlansOrPeopleAtWork()
{
    const std::vector<core::Session> twentyFive(25, session(1, "a", core::ConnectState::Disconnected));
    QVERIFY(!management::planFor({}, twentyFive).needsTypedCount());
    const std::vector<core::Session> twentySix(26, session(1, "a", core::ConnectState::Disconnected));
    QVERIFY(management::planFor({}, twentySix).needsTypedCount());
    std::vector atWork{session(1, "a", core::ConnectState::Active)};
    QVERIFY(management::planFor({}, atWork).isAnyInUse());
    QVERIFY(!management::planFor({}, atWork).needsTypedCount());
    atWork.push_back(session(2, "b", core::ConnectState::Disconnected));
    QVERIFY(management::planFor({}, atWork).needsTypedCount());
}

void ActionPlanTest::policyLowersTheNumberFromWhichItIsTyped()
{
    management::Policy policy;
    for (const std::size_t from : {std::size_t{1}, std::size_t{3}, std::size_t{1000}}) {
        policy.typeNumberFrom = from;
        for (std::size_t count = 0; count < 30; ++count) {
            const std::vector<core::Session> sessions(count, session(1, "a", core::ConnectState::Disconnected));
            QCOMPARE(management::planFor({}, sessions).needsTypedCount(policy),
                     count > 25 || (count > 0 && count >= from));
        }
    }
}

void ActionPlanTest::aKeyThatIsListedTwiceIsNeverActedUpon()
{
    using enum management::ActionKind;
    std::vector chosen{session(1, "a", core::ConnectState::Active), session(2, "b", core::ConnectState::Active)};
    chosen[0].isDoubled = true;
    for (const management::ActionKind kind : {Logoff, Disconnect, Message}) {
        const auto plan = management::planFor({kind, {}, {}}, chosen);
        QCOMPARE(plan.sessions.size(), std::size_t{1});
        QCOMPARE(plan.sessions.front().key.sessionId, 2U);
        QVERIFY(plan.leftOut.front().reason == management::LeftOutReason::DoubledKey);
    }
    QCOMPARE(QLatin1String(management::symbol(management::LeftOutReason::DoubledKey)), QLatin1String("doubled_key"));
}

QTEST_APPLESS_MAIN(ActionPlanTest)
#include "ActionPlanTest.moc"
