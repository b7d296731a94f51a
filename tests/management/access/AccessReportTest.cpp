// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/access/AccessReport.h"

#include "support/FakeConnection.h"

#include <QTest>

#include <algorithm>
#include <functional>

using namespace deskwarden;
using namespace deskwarden::management;
using core::ConnectState;

namespace {

constexpr std::uint32_t now = 1'800'000'000;

core::Session sessionOn(std::string_view machine, std::uint32_t id, ConnectState state)
{
    core::Session session = support::makeSession("HV-1", id, "ann", state);
    session.vmName = core::SharedString(machine);
    session.collectionId = core::SharedString("Personal");
    return session;
}

AccessDesktop desktop(std::string name, MachineState state)
{
    AccessDesktop made;
    made.name = std::move(name);
    made.host = "HV-1";
    made.collection = "Personal";
    made.owner = "ann";
    made.isOfPerson = true;
    made.liveState = state;
    return made;
}

/// Everything was read, and nothing keeps ann out.
AccessFacts goodFacts()
{
    AccessFacts facts;
    facts.request.user = "ann";
    facts.request.machine = "ANN-PC";
    facts.request.broker = "cb1.example";
    facts.now = now;
    facts.sessions = std::vector<core::Session>{sessionOn("ANN-PC", 1, ConnectState::Disconnected)};
    facts.desktops = std::vector{desktop("ANN-PC", MachineState::Running)};
    AccessCollection collection;
    collection.alias = "Personal";
    collection.name = "Personal desktops";
    collection.type = 3;
    collection.descriptor = "D:(A;;GA;;;S-1-5-21-1)";
    collection.isOfPerson = true;
    facts.collections = std::vector{collection};
    facts.activeBroker = "CB1.example";
    facts.brokers = {"cb1.example", "cb2.example"};
    facts.account = AccessAccount{false, false, false, false, std::set<std::string>{"S-1-5-21-1"}};
    return facts;
}

void addMachine(AccessFacts& facts, const char* name, MachineState state)
{
    facts.desktops->push_back(desktop(name, state));
}

/// Seeds one cause. What it adds is independent of what the others add.
void seed(AccessFacts& facts, AccessCause cause)
{
    using enum AccessCause;
    switch (cause) {
    case AccountDisabled:
        facts.account->value().isDisabled = true;
        break;
    case AccountExpired:
        facts.account->value().isExpired = true;
        break;
    case AccountLocked:
        facts.account->value().isLocked = true;
        break;
    case PasswordExpired:
        facts.account->value().isPasswordExpired = true;
        break;
    case NotInCollection:
        facts.collections->front().descriptor = "D:(A;;GA;;;S-1-5-21-2)";
        break;
    case NoPersonalDesktop: {
        AccessCollection other;
        other.alias = "Other";
        other.type = 2;
        other.descriptor = "D:(A;;GA;;;AU)";
        other.isOfPerson = true;
        facts.collections->push_back(other);
        break;
    }
    case DesktopOfAnother: {
        AccessDesktop others = desktop("ann-pc.example", MachineState::Running);
        others.isOfPerson = false;
        others.owner = "bob";
        others.ownerDomain = "CORP";
        facts.desktops->push_back(others);
        break;
    }
    case GhostSession: {
        const core::Session ghost = sessionOn("GHOST-PC", 2, ConnectState::Disconnected);
        facts.sessions->push_back(ghost);
        addMachine(facts, "GHOST-PC", MachineState::Off);
        auto marks = std::make_shared<SessionFacts>();
        marks->add(ghost, {.other = {}, .ghost = GhostSign::MachineOff});
        facts.marks = marks;
        break;
    }
    case StuckSession:
        facts.sessions->push_back(sessionOn("STUCK-PC", 3, ConnectState::Down));
        break;
    case HostSilent:
        addMachine(facts, "SILENT-PC", MachineState::Running);
        facts.desktops->back().liveState = core::failure(support::makeFault(1722));
        break;
    case MachineOff:
        addMachine(facts, "OFF-PC", MachineState::Off);
        break;
    case MachinePaused:
        addMachine(facts, "PAUSED-PC", MachineState::Paused);
        break;
    case MachineChanging:
        addMachine(facts, "STARTING-PC", MachineState::Starting);
        break;
    case PatchWindow:
        facts.collections->front().patches = management::PatchWindow{now - 60, now + 60};
        break;
    case SessionElsewhere:
        facts.sessions->push_back(sessionOn("OTHER-PC", 4, ConnectState::Active));
        break;
    case PassiveBroker:
        facts.activeBroker = "cb2.example";
        break;
    }
}

AccessGap gapOf(const AccessReport& report, AccessCause cause)
{
    return std::ranges::find(report.findings, cause, &AccessFinding::cause)->gap;
}

AccessAnswer answerOf(const AccessReport& report, AccessCause cause)
{
    return std::ranges::find(report.findings, cause, &AccessFinding::cause)->answer;
}

/// A machine whose host is silent is known to be in no state.
bool isHiddenBy(AccessCause cause, AccessCause seeded)
{
    using enum AccessCause;
    return seeded == HostSilent && (cause == MachineOff || cause == MachinePaused || cause == MachineChanging);
}

struct Refusal
{
    const char* name;
    std::function<void(AccessFacts&)> take;
    std::vector<AccessCause> hidden;
};

std::vector<Refusal> refusals()
{
    using enum AccessCause;
    const core::ManagementError denied = support::makeFault(5);
    const std::vector account{AccountDisabled, AccountExpired, AccountLocked, PasswordExpired, NotInCollection};
    return {
        {"no directory", [](AccessFacts& facts) { facts.account.reset(); }, account},
        {"directory refused", [denied](AccessFacts& facts) { facts.account = core::failure(denied); }, account},
        {"whether it is disabled",
         [](AccessFacts& facts) { facts.account->value().isDisabled.reset(); },
         {AccountDisabled}},
        {"whether it has expired",
         [](AccessFacts& facts) { facts.account->value().isExpired.reset(); },
         {AccountExpired}},
        {"whether it is locked", [](AccessFacts& facts) { facts.account->value().isLocked.reset(); }, {AccountLocked}},
        {"whether the password has expired",
         [](AccessFacts& facts) { facts.account->value().isPasswordExpired.reset(); },
         {PasswordExpired}},
        {"groups not told", [](AccessFacts& facts) { facts.account->value().sids = std::nullopt; }, {NotInCollection}},
        {"groups refused",
         [denied](AccessFacts& facts) { facts.account->value().sids = core::failure(denied); },
         {NotInCollection}},
        {"sessions",
         [denied](AccessFacts& facts) { facts.sessions = core::failure(denied); },
         {GhostSession, StuckSession, SessionElsewhere, HostSilent, MachineOff, MachinePaused, MachineChanging,
          NotInCollection, NoPersonalDesktop, PatchWindow}},
        {"desktops",
         [denied](AccessFacts& facts) { facts.desktops = core::failure(denied); },
         {NoPersonalDesktop, DesktopOfAnother, GhostSession, HostSilent, MachineOff, MachinePaused, MachineChanging,
          NotInCollection, PatchWindow}},
        {"live states",
         [denied](AccessFacts& facts) { facts.desktops->front().liveState = core::failure(denied); },
         {HostSilent, MachineOff, MachinePaused, MachineChanging}},
        {"collections",
         [denied](AccessFacts& facts) { facts.collections = core::failure(denied); },
         {NotInCollection, NoPersonalDesktop, PatchWindow}},
        {"no collection is hers",
         [](AccessFacts& facts) { facts.collections->front().isOfPerson = false; },
         {NotInCollection, NoPersonalDesktop, PatchWindow}},
        {"descriptor", [](AccessFacts& facts) { facts.collections->front().descriptor.clear(); }, {NotInCollection}},
        {"broken descriptor",
         [](AccessFacts& facts) { facts.collections->front().descriptor = "?"; },
         {NotInCollection}},
        {"patches",
         [denied](AccessFacts& facts) { facts.collections->front().patches = core::failure(denied); },
         {PatchWindow}},
        {"active broker",
         [denied](AccessFacts& facts) { facts.activeBroker = core::failure(denied); },
         {PassiveBroker}},
        {"asked by an alias", [](AccessFacts& facts) { facts.request.broker = "desktops.example"; }, {PassiveBroker}},
        {"no active broker is named", [](AccessFacts& facts) { facts.activeBroker = ""; }, {PassiveBroker}},
    };
}

} // namespace

/// Why somebody does not get in.
class AccessReportTest final : public QObject
{
    Q_OBJECT

private slots:
    void whereNothingIsWrongNothingIsFound()
    {
        const AccessReport report = judgeAccess(goodFacts());
        QCOMPARE(report.findings.size(), accessCauses.size());
        QVERIFY(report.isAllKnown());
        QVERIFY(!report.verdict());
    }

    void eachCauseIsFoundAloneAndBesideAnother()
    {
        for (const AccessCause first : accessCauses) {
            for (const AccessCause second : accessCauses) {
                AccessFacts facts = goodFacts();
                seed(facts, first);
                if (second != first)
                    seed(facts, second);
                const AccessReport report = judgeAccess(facts);
                const std::string cell = std::string(symbol(first)) + " and " + symbol(second);
                QVERIFY2(report.verdict() && report.verdict()->cause == std::min(first, second), cell.c_str());
                for (const AccessFinding& finding : report.findings) {
                    const bool isSeeded = finding.cause == first || finding.cause == second;
                    const bool isHidden = isHiddenBy(finding.cause, first) || isHiddenBy(finding.cause, second);
                    const AccessAnswer expected = isSeeded   ? AccessAnswer::Found
                                                  : isHidden ? AccessAnswer::NotKnown
                                                             : AccessAnswer::NotFound;
                    QVERIFY2(finding.answer == expected, (cell + ": " + symbol(finding.cause)).c_str());
                    QCOMPARE(finding.evidence.empty(), !isSeeded);
                }
            }
        }
    }

    void whatCouldNotBeReadIsNeverFine()
    {
        for (const Refusal& refusal : refusals()) {
            AccessFacts facts = goodFacts();
            refusal.take(facts);
            const AccessReport report = judgeAccess(facts);
            QVERIFY2(!report.verdict(), refusal.name);
            for (const AccessFinding& finding : report.findings) {
                const bool isHidden = std::ranges::find(refusal.hidden, finding.cause) != refusal.hidden.end();
                QVERIFY2(finding.answer == (isHidden ? AccessAnswer::NotKnown : AccessAnswer::NotFound),
                         (std::string(refusal.name) + ": " + symbol(finding.cause)).c_str());
            }
        }
    }

    void noDirectoryIsToldFromOneThatIsMute()
    {
        using enum AccessCause;
        AccessFacts facts = goodFacts();
        facts.account.reset();
        for (const AccessCause cause :
             {AccountDisabled, AccountExpired, AccountLocked, PasswordExpired, NotInCollection})
            QVERIFY2(gapOf(judgeAccess(facts), cause) == AccessGap::NoDirectory, symbol(cause));
        facts.account = AccessAccount{};
        for (const AccessCause cause :
             {AccountDisabled, AccountExpired, AccountLocked, PasswordExpired, NotInCollection})
            QVERIFY2(gapOf(judgeAccess(facts), cause) == AccessGap::DirectoryMute, symbol(cause));
        facts.account = core::failure(support::makeFault(5)); // its error says it
        for (const AccessCause cause : {AccountDisabled, NotInCollection})
            QVERIFY2(gapOf(judgeAccess(facts), cause) == AccessGap::None, symbol(cause));
    }

    void aListThatIsMissingIsToldFromOneThatIsUnclear()
    {
        AccessFacts facts = goodFacts();
        facts.collections->front().descriptor.clear();
        QVERIFY(gapOf(judgeAccess(facts), AccessCause::NotInCollection) == AccessGap::NoAccessList);
        facts.collections->front().descriptor = "D:(XA;;GA;;;WD;(@User.Project Any_of 1))";
        const AccessReport report = judgeAccess(facts);
        QVERIFY(answerOf(report, AccessCause::NotInCollection) == AccessAnswer::NotKnown);
        QVERIFY(gapOf(report, AccessCause::NotInCollection) == AccessGap::ListUnclear);
        facts.collections->front().isOfPerson = false;
        QVERIFY(gapOf(judgeAccess(facts), AccessCause::PatchWindow) == AccessGap::NoCollection);
    }

    void whatIsHiddenDoesNotHideTheRest()
    {
        for (const Refusal& refusal : refusals()) {
            for (const AccessCause cause : accessCauses) {
                if (std::ranges::find(refusal.hidden, cause) != refusal.hidden.end())
                    continue;
                AccessFacts facts = goodFacts();
                seed(facts, cause);
                refusal.take(facts);
                const AccessReport report = judgeAccess(facts);
                QVERIFY2(answerOf(report, cause) == AccessAnswer::Found,
                         (std::string(refusal.name) + ": " + symbol(cause)).c_str());
                QVERIFY(report.verdict()->cause == cause);
            }
        }
    }

    void aCollectionThatIsNamedIsEnoughWithoutTheLists()
    {
        AccessFacts facts = goodFacts();
        facts.request.collection = "Personal";
        facts.sessions = core::failure(support::makeFault(5));
        facts.desktops = core::failure(support::makeFault(5));
        const AccessReport report = judgeAccess(facts);
        QVERIFY(answerOf(report, AccessCause::NotInCollection) == AccessAnswer::NotFound);
        QVERIFY(answerOf(report, AccessCause::PatchWindow) == AccessAnswer::NotFound);
        QVERIFY(answerOf(report, AccessCause::NoPersonalDesktop) == AccessAnswer::NotKnown);
    }

    void whatAListThatIsMissingCouldAddDoesNotHideWhatWasFound()
    {
        using enum AccessCause;
        for (const AccessCause cause : {NotInCollection, PatchWindow}) {
            for (const bool isOfSessions : {true, false}) {
                AccessFacts facts = goodFacts();
                seed(facts, cause);
                if (isOfSessions)
                    facts.sessions = core::failure(support::makeFault(5));
                else
                    facts.desktops = core::failure(support::makeFault(5));
                QVERIFY2(answerOf(judgeAccess(facts), cause) == AccessAnswer::Found, symbol(cause));
            }
        }
    }

    void onlyAServerThatWasNotReachedIsSilent()
    {
        for (const std::uint32_t code : {1722U, 0x800706BAU, 1726U, 0x800706BEU}) {
            AccessFacts facts = goodFacts();
            facts.desktops->front().liveState = core::failure(support::makeFault(code));
            QVERIFY2(answerOf(judgeAccess(facts), AccessCause::HostSilent) == AccessAnswer::Found,
                     std::to_string(code).c_str());
        }
        for (const std::uint32_t code : {5U, 0x80041003U, 0x80070005U, 0x80041010U, 1U, 0x80041001U}) {
            AccessFacts facts = goodFacts();
            facts.desktops->front().liveState = core::failure(support::makeFault(code));
            QVERIFY2(answerOf(judgeAccess(facts), AccessCause::HostSilent) == AccessAnswer::NotKnown,
                     std::to_string(code).c_str());
        }
        AccessFacts facts = goodFacts();
        facts.desktops->front().liveState = MachineState::Unknown; // as the broker tells it
        QVERIFY(answerOf(judgeAccess(facts), AccessCause::HostSilent) == AccessAnswer::Found);
    }

    void aPatchWindowCountsOnlyWhileItLasts()
    {
        const auto at = [](std::uint32_t from, std::uint32_t until) {
            AccessFacts facts = goodFacts();
            facts.collections->front().patches = PatchWindow{from, until};
            return answerOf(judgeAccess(facts), AccessCause::PatchWindow);
        };
        QVERIFY(at(now, now) == AccessAnswer::Found);
        QVERIFY(at(now - 10, now + 10) == AccessAnswer::Found);
        QVERIFY(at(now + 1, now + 10) == AccessAnswer::NotFound);
        QVERIFY(at(now - 10, now - 1) == AccessAnswer::NotFound);
    }

    void aPersonalDesktopThatIsFreeIsEnoughWhereWindowsAssignsIt()
    {
        AccessFacts facts = goodFacts();
        facts.desktops->front().isOfPerson = false;
        facts.desktops->front().owner.clear();
        facts.collections->front().free = 1;
        QVERIFY(answerOf(judgeAccess(facts), AccessCause::NoPersonalDesktop) == AccessAnswer::NotFound);
        facts.collections->front().type = 2;
        QVERIFY(answerOf(judgeAccess(facts), AccessCause::NoPersonalDesktop) == AccessAnswer::Found);
        facts.collections->front().type = 1;
        facts.collections->front().free = 0;
        QVERIFY(answerOf(judgeAccess(facts), AccessCause::NoPersonalDesktop) == AccessAnswer::NotFound);
    }

    void aPersonOfWhomNothingIsListedIsToldApart()
    {
        QVERIFY(judgeAccess(goodFacts()).isSeen);
        AccessFacts facts = goodFacts();
        facts.sessions->clear();
        QVERIFY(judgeAccess(facts).isSeen); // there is a desktop
        facts.desktops->front().isOfPerson = false;
        QVERIFY(!judgeAccess(facts).isSeen);
        facts.sessions = core::failure(support::makeFault(5));
        QVERIFY(judgeAccess(facts).isSeen); // nobody knows
    }

    void everyStateOfASessionHasItsPlace()
    {
        for (std::uint32_t number = 0; number <= 12; ++number) {
            const auto state = static_cast<ConnectState>(number);
            AccessFacts facts = goodFacts();
            facts.sessions->front() = sessionOn("ANN-PC", 1, state);
            const AccessReport report = judgeAccess(facts);
            const AccessFinding* verdict = report.verdict();
            if (state == ConnectState::Disconnected)
                QVERIFY(!verdict);
            else
                QVERIFY(verdict && verdict->cause == (core::isInUse(state) ? AccessCause::SessionElsewhere
                                                                           : AccessCause::StuckSession));
        }
    }
};

QTEST_APPLESS_MAIN(AccessReportTest)
#include "AccessReportTest.moc"
