// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/acting/Waves.h"

#include "core/Names.h"
#include "management/seam/ActionSpec.h"
#include "management/sessions/SessionFacts.h"

#include <algorithm>
#include <utility>

namespace deskwarden::management {

namespace {

constexpr unsigned listsToBelieve = 2; ///< the first may be older than the outcome
constexpr std::chrono::minutes patienceWithLists{3};

std::uint64_t accountHash(const core::Session& session)
{
    return core::nameHash(session.domainName.view(), core::nameHash(session.userName.view()) * core::nameHashFactor);
}

bool isSameAccount(const core::Session& left, const core::Session& right)
{
    return core::isSameName(left.userName, right.userName) && core::isSameName(left.domainName, right.domainName);
}

} // namespace

Waves::Waves(std::vector<ActionRequest> acts, WaveOptions options)
    : m_options(std::move(options))
    , m_kind(acts.empty() ? ActionKind::Logoff : acts.front().action.kind)
    , m_held(acts.size())
{
    m_items.reserve(acts.size());
    for (ActionRequest& act : acts) {
        Item item;
        item.identity = sessionIdentity(act.confirmed);
        item.account = accountHash(act.confirmed);
        item.act = std::move(act);
        m_ofAct.emplace(item.act.id, m_items.size());
        m_ofIdentity.emplace(item.identity, m_items.size());
        m_ofAccount.emplace(item.account, m_items.size());
        m_items.push_back(std::move(item));
    }
    std::size_t left = m_items.size();
    for (const std::size_t size : m_options.sizes) {
        if (left == 0)
            break;
        left -= std::min(left, std::max<std::size_t>(size, 1));
        ++m_waveCount;
    }
    m_waveCount += left > 0 ? 1 : 0;
}

Waves::Steps Waves::begin()
{
    Steps steps;
    if (m_wave == 0)
        handOut(steps);
    return steps;
}

void Waves::handOut(Steps& steps)
{
    m_trouble.reset();
    m_counts = {};
    m_lists.clear();
    m_isTimeUp = false;
    if (m_held == 0) {
        settle();
        return;
    }
    m_ofWave = m_wave < m_options.sizes.size() ? std::max<std::size_t>(m_options.sizes[m_wave], 1) : m_held;
    ++m_wave;
    m_waveCount = std::max(m_waveCount, m_wave);
    for (Item& item : m_items)
        item.isWatched = false;
    m_phase = WavePhase::UnderWay;
    handOutMore(steps);
}

/// As many of the wave as may be open at once.
void Waves::handOutMore(Steps& steps)
{
    const std::size_t most = m_options.mostOpen > 0 ? m_options.mostOpen : m_items.size();
    for (; m_next < m_items.size() && m_ofWave > 0 && m_open < most; ++m_next) {
        Item& item = m_items[m_next];
        if (item.stage != Stage::Held)
            continue;
        item.stage = Stage::Open;
        steps.toSubmit.push_back(item.act);
        ++m_counts.handedOut;
        ++m_open;
        --m_held;
        --m_ofWave;
    }
    m_ofWave = std::min(m_ofWave, m_held);
    m_counts.toCome = m_ofWave;
}

/// The wave is bad already: nobody of it is begun any more.
void Waves::brake(WaveTrouble why, Steps& steps)
{
    if (m_phase != WavePhase::UnderWay || m_trouble)
        return;
    m_trouble = why;
    m_ofWave = 0;
    m_counts.toCome = 0;
    if (m_held > 0) // what is left is one more
        m_waveCount = std::max(m_waveCount, m_wave + 1);
    if (m_options.mostOpen > 0)
        return;
    for (const Item& item : m_items) {
        if (item.stage == Stage::Open)
            steps.toCancel.push_back(item.act.id);
    }
}

Waves::Steps Waves::take(std::span<const ActionReport> reports, Time now)
{
    Steps steps;
    bool isAnyOurs = false;
    for (const ActionReport& report : reports) {
        const auto found = m_ofAct.find(report.id);
        if (found == m_ofAct.end() || report.phase != ActionPhase::Finished)
            continue;
        Item& item = m_items[found->second];
        if (item.stage != Stage::Open)
            continue;
        item.stage = Stage::Ended;
        --m_open;
        count(report.outcome, item);
        isAnyOurs = true;
    }
    if (!isAnyOurs)
        return steps;
    if (m_counts.bad() > m_options.limit)
        brake(WaveTrouble::BadOutcomes, steps);
    if (m_phase == WavePhase::UnderWay)
        handOutMore(steps);
    if (m_open == 0)
        endWave(now, steps);
    return steps;
}

void Waves::count(const Outcome& outcome, Item& item)
{
    ++m_counts.finished;
    switch (outcome.kind) {
    case OutcomeKind::Done:
        item.isWatched = isWatching();
        break;
    case OutcomeKind::StillSigningOut:
    case OutcomeKind::StillChanging:
        ++m_counts.stuck;
        break;
    case OutcomeKind::Failed:
        ++m_counts.failed;
        break;
    case OutcomeKind::Unknown:
        ++m_counts.unknown;
        break;
    case OutcomeKind::Cancelled:
        m_counts.failed += outcome.error ? 1U : 0U; // not by a person: every further call could endanger the account
        break;
    case OutcomeKind::AlreadyGone:
    case OutcomeKind::Skipped:
        break;
    }
}

/// A message sends nobody away.
bool Waves::isWatching() const noexcept
{
    return m_options.watch.count() > 0 && specOf(m_kind).interruptsUser;
}

/// All of a wave is always too many.
bool Waves::isBad(std::size_t count) const noexcept
{
    return count > m_options.limit || (count > 0 && count == m_counts.handedOut);
}

void Waves::endWave(Time now, Steps& steps)
{
    if (m_held == 0 || m_phase == WavePhase::Stopping) {
        settle();
        return;
    }
    if (isBad(m_counts.bad())) {
        pause(WaveTrouble::BadOutcomes);
        return;
    }
    if (isBad(m_counts.back)) {
        pause(WaveTrouble::CameBack);
        return;
    }
    for (const Item& item : m_items) {
        if (item.isWatched)
            m_lists.emplace(item.act.confirmed.key.server, 0);
    }
    if (m_lists.empty()) { // nobody was sent away
        handOut(steps);
        return;
    }
    m_phase = WavePhase::Watching;
    m_watchEnd = now + m_options.watch;
}

void Waves::pause(WaveTrouble why)
{
    m_phase = WavePhase::Paused;
    m_trouble = why;
}

void Waves::settle()
{
    if (m_held == 0 && m_open == 0)
        m_phase = WavePhase::Over;
}

Waves::Steps Waves::look(const SessionSnapshot& list, Time now)
{
    // A list may be told more than once, as more is learnt about it.
    if (isOver() || !list.isWhole() || std::exchange(m_taken[list.server], list.taken) == list.taken)
        return {};
    for (Item& item : m_items) {
        if (item.isWatched && item.act.confirmed.key.server == list.server)
            ++item.listsSinceEnd;
    }
    lookForBack(list);
    if (m_phase != WavePhase::Watching) {
        Steps steps;
        if (m_counts.back > m_options.limit)
            brake(WaveTrouble::CameBack, steps);
        return steps;
    }
    if (const auto seen = m_lists.find(list.server); seen != m_lists.end())
        ++seen->second;
    if (isBad(m_counts.back)) {
        pause(WaveTrouble::CameBack);
        return {};
    }
    return advance(now);
}

void Waves::lookForBack(const SessionSnapshot& list)
{
    for (const core::Session& session : list.sessions) {
        if (!core::hasUser(session) || !m_ofAccount.contains(accountHash(session)))
            continue;
        if (Item* const item = backOf(session); item != nullptr && !std::exchange(item->isBack, true))
            ++m_counts.back;
    }
}

/// The item whose user has this session again.
Waves::Item* Waves::backOf(const core::Session& session)
{
    const std::uint64_t identity = sessionIdentity(session);
    const auto isBelieved = [](const Item& item) { return item.isWatched && item.listsSinceEnd >= listsToBelieve; };
    if (const auto planned = m_ofIdentity.find(identity); planned != m_ofIdentity.end()) {
        Item& item = m_items[planned->second];
        const bool isUsed = m_kind != ActionKind::Disconnect || core::isInUse(session.state);
        return item.act.confirmed.key.server == session.key.server && isBelieved(item) && isUsed ? &item : nullptr;
    }
    if (m_kind == ActionKind::Disconnect || m_elsewhere.contains(identity))
        return nullptr;
    Item* back = nullptr;
    bool isAnySentAway = false;
    const auto [first, last] = m_ofAccount.equal_range(accountHash(session));
    for (auto place = first; place != last; ++place) {
        Item& item = m_items[place->second];
        if (item.act.confirmed.key.server != session.key.server || !isSameAccount(item.act.confirmed, session))
            continue;
        isAnySentAway = isAnySentAway || item.stage == Stage::Ended;
        if (isBelieved(item))
            back = &item;
    }
    if (!isAnySentAway) // it was there before anything was done to its user
        m_elsewhere.insert(identity);
    return back;
}

bool Waves::isSeen() const
{
    return std::ranges::all_of(m_lists, [](const auto& server) { return server.second >= listsToBelieve; });
}

Waves::Steps Waves::advance(Time now)
{
    Steps steps;
    if (m_phase != WavePhase::Watching || now < m_watchEnd)
        return steps;
    m_isTimeUp = true;
    if (isSeen())
        handOut(steps);
    else if (now >= m_watchEnd + patienceWithLists)
        pause(WaveTrouble::NotSeen);
    return steps;
}

std::optional<Waves::Time> Waves::nextDue() const
{
    if (m_phase != WavePhase::Watching)
        return std::nullopt;
    return m_isTimeUp ? m_watchEnd + patienceWithLists : m_watchEnd;
}

Waves::Steps Waves::goOn()
{
    Steps steps;
    if (m_phase == WavePhase::Paused)
        handOut(steps);
    return steps;
}

Waves::Steps Waves::stop()
{
    Steps steps;
    if (isOver())
        return steps;
    m_phase = WavePhase::Stopping;
    m_trouble.reset();
    m_ofWave = 0;
    m_counts.toCome = 0;
    for (Item& item : m_items) {
        if (item.stage == Stage::Held)
            endHeld(item, steps);
        else if (item.stage == Stage::Open)
            steps.toCancel.push_back(item.act.id);
    }
    settle();
    return steps;
}

Waves::Steps Waves::cancel(std::span<const std::uint64_t> acts)
{
    Steps steps;
    for (const std::uint64_t id : acts) {
        if (const auto found = m_ofAct.find(id); found != m_ofAct.end()) {
            if (Item& item = m_items[found->second]; item.stage == Stage::Held)
                endHeld(item, steps);
        }
    }
    m_ofWave = std::min(m_ofWave, m_held);
    m_counts.toCome = m_ofWave;
    if (!steps.ended.empty())
        settle();
    return steps;
}

void Waves::endHeld(Item& item, Steps& steps)
{
    item.stage = Stage::Ended;
    --m_held;
    steps.ended.push_back(ActionReport{item.act.id, ActionPhase::Finished, Outcome{}});
}

bool Waves::isOn(const core::ServerId& server) const
{
    return std::ranges::any_of(m_items, [&server](const Item& item) {
        return item.stage != Stage::Ended && item.act.confirmed.key.server == server;
    });
}

const char* symbol(WaveTrouble trouble) noexcept
{
    switch (trouble) {
    case WaveTrouble::BadOutcomes:
        return "bad_outcomes";
    case WaveTrouble::CameBack:
        return "came_back";
    case WaveTrouble::NotSeen:
        return "not_seen";
    }
    return "";
}

} // namespace deskwarden::management
