// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/access/AccessReport.h"

#include "core/Names.h"
#include "management/access/AccessList.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace deskwarden::management {

namespace {

using enum AccessAnswer;

struct Looked
{
    AccessAnswer answer = NotFound;
    std::vector<AccessEvidence> evidence;
    std::optional<core::ManagementError> error;
    AccessGap gap = AccessGap::None;

    void add(AccessEvidence one)
    {
        answer = AccessAnswer::Found;
        evidence.push_back(std::move(one));
    }
    /// What was found outweighs what is not known; what is not known outweighs what was not found.
    void doubt(std::optional<core::ManagementError> why = std::nullopt)
    {
        if (answer != NotFound)
            return;
        answer = NotKnown;
        error = std::move(why);
    }
    void doubt(AccessGap why)
    {
        if (answer == NotFound)
            gap = why;
        doubt();
    }
};

Looked notKnown(std::optional<core::ManagementError> why = std::nullopt)
{
    Looked found;
    found.doubt(std::move(why));
    return found;
}

Looked notKnown(AccessGap why)
{
    Looked found;
    found.doubt(why);
    return found;
}

Looked ofAccount(const AccessFacts& facts, std::optional<bool> AccessAccount::*mark)
{
    if (!facts.account)
        return notKnown(AccessGap::NoDirectory);
    if (!*facts.account)
        return notKnown(facts.account->error());
    const std::optional<bool> told = facts.account->value().*mark;
    if (!told)
        return notKnown(AccessGap::DirectoryMute);
    Looked found;
    if (*told)
        found.add({});
    return found;
}

AccessEvidence collectionEvidence(const AccessCollection& collection)
{
    AccessEvidence evidence;
    evidence.collection = collection.name.empty() ? collection.alias : collection.name;
    return evidence;
}

AccessEvidence machineEvidence(const AccessDesktop& desktop)
{
    AccessEvidence evidence;
    evidence.machine = desktop.name;
    evidence.host = desktop.host;
    return evidence;
}

AccessEvidence sessionEvidence(const core::Session& session)
{
    AccessEvidence evidence;
    evidence.session = session;
    evidence.machine = session.vmName.toString();
    evidence.host = session.key.vmHostName.toString();
    return evidence;
}

/// Those that belong to the person, or nothing if none does: then nobody knows where the person wants in.
std::vector<const AccessCollection*> collectionsOfPerson(const AccessFacts& facts)
{
    std::vector<const AccessCollection*> mine;
    for (const AccessCollection& collection : *facts.collections) {
        if (collection.isOfPerson)
            mine.push_back(&collection);
    }
    return mine;
}

Looked inCollections(const AccessFacts& facts, const std::function<void(const AccessCollection&, Looked&)>& look)
{
    if (!facts.collections)
        return notKnown(facts.collections.error());
    const auto mine = collectionsOfPerson(facts);
    if (mine.empty())
        return notKnown(AccessGap::NoCollection);
    Looked found;
    for (const AccessCollection* collection : mine)
        look(*collection, found);
    // Without a name all of them are known only by both lists.
    if (facts.request.collection.empty() && !facts.sessions)
        found.doubt(facts.sessions.error());
    if (facts.request.collection.empty() && !facts.desktops)
        found.doubt(facts.desktops.error());
    return found;
}

/// Why a list could not be judged, where nothing failed.
AccessGap gapOfGroups(const AccessFacts& facts, bool hasSids)
{
    if (!facts.account)
        return AccessGap::NoDirectory;
    return hasSids ? AccessGap::ListUnclear : AccessGap::DirectoryMute;
}

Looked notInCollection(const AccessFacts& facts)
{
    return inCollections(facts, [&facts](const AccessCollection& collection, Looked& found) {
        if (collection.descriptor.empty())
            return found.doubt(AccessGap::NoAccessList);
        const auto list = AccessList::parse(collection.descriptor);
        if (!list)
            return found.doubt(list.error());
        std::optional<std::set<std::string>> sids;
        std::optional<core::ManagementError> why;
        if (facts.account && *facts.account && (*facts.account)->sids)
            sids = *(*facts.account)->sids;
        else if (facts.account)
            why = *facts.account ? (*facts.account)->sids.error() : facts.account->error();
        const auto letsIn = list->letsIn(sids);
        if (!letsIn && why)
            return found.doubt(std::move(why));
        if (!letsIn)
            return found.doubt(gapOfGroups(facts, sids.has_value()));
        if (!*letsIn)
            found.add(collectionEvidence(collection));
    });
}

Looked noPersonalDesktop(const AccessFacts& facts)
{
    constexpr std::uint32_t byHand = 2;
    constexpr std::uint32_t byItself = 3;
    return inCollections(facts, [&facts](const AccessCollection& collection, Looked& found) {
        if (collection.type != byHand && collection.type != byItself)
            return;
        if (!facts.desktops)
            return found.doubt(facts.desktops.error());
        const bool hasOne = std::ranges::any_of(*facts.desktops, [&collection](const AccessDesktop& desktop) {
            return desktop.isOfPerson && core::isSameName(desktop.collection, collection.alias);
        });
        if (!hasOne && (collection.type == byHand || collection.free == 0))
            found.add(collectionEvidence(collection));
    });
}

bool isAsked(const AccessFacts& facts, std::string_view machine)
{
    return !facts.request.machine.empty() && core::isSameMachine(machine, facts.request.machine);
}

Looked desktopOfAnother(const AccessFacts& facts)
{
    if (!facts.desktops)
        return notKnown(facts.desktops.error());
    Looked found;
    for (const AccessDesktop& desktop : *facts.desktops) {
        if (!isAsked(facts, desktop.name) || desktop.owner.empty() || desktop.isOfPerson)
            continue;
        AccessEvidence evidence = machineEvidence(desktop);
        evidence.other = desktop.ownerDomain.empty() ? desktop.owner : desktop.ownerDomain + '\\' + desktop.owner;
        found.add(std::move(evidence));
    }
    return found;
}

GhostSign ghostOf(const AccessFacts& facts, const core::Session& session)
{
    const SessionFact* fact = facts.marks ? facts.marks->find(session) : nullptr;
    return fact ? fact->ghost : GhostSign::None;
}

Looked ghostSession(const AccessFacts& facts)
{
    if (!facts.sessions)
        return notKnown(facts.sessions.error());
    Looked found;
    for (const core::Session& session : *facts.sessions) {
        const GhostSign sign = ghostOf(facts, session);
        if (sign == GhostSign::None)
            continue;
        AccessEvidence evidence = sessionEvidence(session);
        evidence.ghost = sign;
        if (const SessionFact* fact = facts.marks->find(session))
            evidence.other = fact->other.toString();
        found.add(std::move(evidence));
    }
    // Without the list of machines no session can be told from a ghost.
    if (!facts.desktops && !facts.sessions->empty())
        found.doubt(facts.desktops.error());
    return found;
}

Looked sessionsThat(const AccessFacts& facts, bool (*isSo)(core::ConnectState))
{
    if (!facts.sessions)
        return notKnown(facts.sessions.error());
    Looked found;
    for (const core::Session& session : *facts.sessions) {
        if (isSo(session.state) && ghostOf(facts, session) == GhostSign::None)
            found.add(sessionEvidence(session));
    }
    return found;
}

bool isStuck(core::ConnectState state)
{
    return !core::isInUse(state) && state != core::ConnectState::Disconnected;
}

/// What is known of the machines that matter, but for those of ghosts: their state is a part of that.
Looked machinesThat(const AccessFacts& facts, const std::function<void(const AccessDesktop&, Looked&)>& look)
{
    if (!facts.desktops)
        return notKnown(facts.desktops.error());
    Looked found;
    for (const AccessDesktop& desktop : *facts.desktops) {
        const bool isOfGhost =
            facts.sessions && std::ranges::any_of(*facts.sessions, [&](const core::Session& session) {
                return ghostOf(facts, session) != GhostSign::None &&
                       core::isSameMachine(session.vmName.view(), desktop.name);
            });
        if (!isOfGhost)
            look(desktop, found);
    }
    if (!facts.sessions) // their machines would matter, too
        found.doubt(facts.sessions.error());
    return found;
}

/// An answer that says that the host could not be asked, unlike one that says that this account may not ask.
bool isSilence(const core::ManagementError& error)
{
    constexpr std::uint32_t rpcUnavailable = 1722;
    constexpr std::uint32_t rpcFailed = 1726;
    constexpr std::uint32_t win32Mask = 0xFFFF0000;
    constexpr std::uint32_t win32 = 0x80070000; // an HRESULT that only wraps a Win32 code
    const std::uint32_t status = error.status();
    const std::uint32_t code = (status & win32Mask) == win32 ? status & ~win32Mask : status;
    return error.kind == core::ErrorKind::Fault && (code == rpcUnavailable || code == rpcFailed);
}

Looked hostSilent(const AccessFacts& facts)
{
    return machinesThat(facts, [](const AccessDesktop& desktop, Looked& found) {
        const bool isSilent =
            desktop.liveState ? *desktop.liveState == MachineState::Unknown : isSilence(desktop.liveState.error());
        if (isSilent)
            found.add(machineEvidence(desktop));
        else if (!desktop.liveState)
            found.doubt(desktop.liveState.error());
    });
}

bool isChanging(MachineState state)
{
    using enum MachineState;
    return state == Starting || state == Saving || state == Stopping || state == Pausing || state == Resuming;
}

Looked machineIs(const AccessFacts& facts, bool (*isSo)(MachineState))
{
    return machinesThat(facts, [isSo](const AccessDesktop& desktop, Looked& found) {
        if (!desktop.liveState)
            return found.doubt(desktop.liveState.error());
        if (!isSo(*desktop.liveState))
            return *desktop.liveState == MachineState::Unknown ? found.doubt() : void();
        AccessEvidence evidence = machineEvidence(desktop);
        evidence.state = *desktop.liveState;
        found.add(std::move(evidence));
    });
}

Looked patchWindow(const AccessFacts& facts)
{
    return inCollections(facts, [&facts](const AccessCollection& collection, Looked& found) {
        if (!collection.patches)
            return found.doubt(collection.patches.error());
        const auto& window = *collection.patches;
        if (!window || facts.now < window->start || facts.now > window->forcedLogoff)
            return;
        AccessEvidence evidence = collectionEvidence(collection);
        evidence.from = window->start;
        evidence.until = window->forcedLogoff;
        found.add(std::move(evidence));
    });
}

/// Only a broker that the deployment lists by this name is known to be another than the active one: what was typed may
/// be an alias or an address of either.
Looked passiveBroker(const AccessFacts& facts)
{
    if (!facts.activeBroker)
        return notKnown(facts.activeBroker.error());
    const auto isThat = [](std::string_view asked) {
        return [asked](const std::string& name) {
            return core::isSameName(name, asked) ||
                   (asked.find('.') == std::string_view::npos && core::isSameName(core::firstLabel(name), asked));
        };
    };
    Looked found;
    if (isThat(facts.request.broker)(*facts.activeBroker))
        return found;
    if (facts.activeBroker->empty() || std::ranges::none_of(facts.brokers, isThat(facts.request.broker)))
        return notKnown();
    AccessEvidence evidence;
    evidence.other = *facts.activeBroker;
    found.add(std::move(evidence));
    return found;
}

Looked lookFor(AccessCause cause, const AccessFacts& facts)
{
    switch (cause) {
    case AccessCause::AccountDisabled:
        return ofAccount(facts, &AccessAccount::isDisabled);
    case AccessCause::AccountExpired:
        return ofAccount(facts, &AccessAccount::isExpired);
    case AccessCause::AccountLocked:
        return ofAccount(facts, &AccessAccount::isLocked);
    case AccessCause::PasswordExpired:
        return ofAccount(facts, &AccessAccount::isPasswordExpired);
    case AccessCause::NotInCollection:
        return notInCollection(facts);
    case AccessCause::NoPersonalDesktop:
        return noPersonalDesktop(facts);
    case AccessCause::DesktopOfAnother:
        return desktopOfAnother(facts);
    case AccessCause::GhostSession:
        return ghostSession(facts);
    case AccessCause::StuckSession:
        return sessionsThat(facts, isStuck);
    case AccessCause::HostSilent:
        return hostSilent(facts);
    case AccessCause::MachineOff:
        return machineIs(facts, [](MachineState state) { return state == MachineState::Off; });
    case AccessCause::MachinePaused:
        return machineIs(facts, [](MachineState state) { return state == MachineState::Paused; });
    case AccessCause::MachineChanging:
        return machineIs(facts, isChanging);
    case AccessCause::PatchWindow:
        return patchWindow(facts);
    case AccessCause::SessionElsewhere:
        return sessionsThat(facts, core::isInUse);
    case AccessCause::PassiveBroker:
        return passiveBroker(facts);
    }
    return {};
}

} // namespace

const char* symbol(AccessCause cause) noexcept
{
    switch (cause) {
    case AccessCause::AccountDisabled:
        return "account_disabled";
    case AccessCause::AccountExpired:
        return "account_expired";
    case AccessCause::AccountLocked:
        return "account_locked";
    case AccessCause::PasswordExpired:
        return "password_expired";
    case AccessCause::NotInCollection:
        return "not_in_collection";
    case AccessCause::NoPersonalDesktop:
        return "no_personal_desktop";
    case AccessCause::DesktopOfAnother:
        return "desktop_of_another";
    case AccessCause::GhostSession:
        return "ghost_session";
    case AccessCause::StuckSession:
        return "stuck_session";
    case AccessCause::HostSilent:
        return "host_silent";
    case AccessCause::MachineOff:
        return "machine_off";
    case AccessCause::MachinePaused:
        return "machine_paused";
    case AccessCause::MachineChanging:
        return "machine_changing";
    case AccessCause::PatchWindow:
        return "patch_window";
    case AccessCause::SessionElsewhere:
        return "session_elsewhere";
    case AccessCause::PassiveBroker:
        return "passive_broker";
    }
    return "";
}

const AccessFinding* AccessReport::verdict() const noexcept
{
    const auto found = std::ranges::find(findings, AccessAnswer::Found, &AccessFinding::answer);
    return found == findings.end() ? nullptr : &*found;
}

bool AccessReport::isAllKnown() const noexcept
{
    return std::ranges::find(findings, NotKnown, &AccessFinding::answer) == findings.end();
}

AccessReport judgeAccess(const AccessFacts& facts)
{
    AccessReport report;
    report.isSeen = !facts.sessions || !facts.desktops || !facts.sessions->empty() ||
                    std::ranges::any_of(*facts.desktops, &AccessDesktop::isOfPerson);
    report.findings.reserve(accessCauses.size());
    for (const AccessCause cause : accessCauses) {
        Looked found = lookFor(cause, facts);
        report.findings.push_back({cause, found.answer, std::move(found.evidence), std::move(found.error), found.gap});
    }
    return report;
}

} // namespace deskwarden::management
