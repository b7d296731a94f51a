// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/RowMatcher.h"

#include "core/Names.h"
#include "models/table/RowFacts.h"
#include "models/texts/Texts.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace deskwarden::models {

namespace {

/// Whole minutes from a moment to now; nothing if it is not known.
std::optional<std::int64_t> minutesSince(std::int64_t momentMs, std::int64_t nowMs)
{
    return momentMs == 0 ? std::nullopt : std::optional((nowMs - momentMs) / 60'000);
}

bool isText(const core::SharedString& text, std::string_view wanted) noexcept
{
    return text.view() == wanted;
}

} // namespace

core::SharedString collectionText(const TableNames& names, const core::ServerId& server, const core::SharedString& id)
{
    if (const auto known = names.collections.find(server); known != names.collections.end()) {
        if (const auto name = known->second.find(id.view()); name != known->second.end())
            return name->second;
    }
    return id;
}

core::SharedString personName(const TableNames& names, const core::Session& session)
{
    const auto known = names.people.find(session.key.server);
    return known == names.people.end() || !known->second ? core::SharedString() : known->second->nameOf(session);
}

RowMatcher::RowMatcher(const SessionFilter& filter, const RowSet& rows, const TableNames& names, std::int64_t nowMs)
    : m_rows(rows)
    , m_filter(filter)
    , m_nowMs(nowMs)
    , m_states(filter.states)
    , m_conditions(filter.query, Accents::Fold)
    , m_hasGroupFilter(filter.server || filter.vmHost || filter.collection)
{
    for (const Group& group : rows.collections) {
        const core::ServerId& server = rows.sources[group.source].snapshot->server;
        m_collectionTexts.push_back(collectionText(names, server, group.name));
    }
    for (const QString& text : filter.text.simplified().split(u' ', Qt::SkipEmptyParts))
        addWord(text, false);
    for (const FilterTerm& term : filter.query.terms) {
        if (term.field == FilterField::Word)
            addWord(term.texts.constFirst(), term.isNegated);
    }
    for (const Source& source : rows.sources) {
        const auto people = names.people.find(source.snapshot->server);
        m_people.push_back(people == names.people.end() ? nullptr : people->second);
        const auto name = names.servers.find(source.snapshot->server);
        m_serverNames.push_back(name == names.servers.end() ? std::string() : name->second.toStdString());
    }
    for (const Source& source : rows.sources)
        m_isServerShown.push_back(!filter.server || source.snapshot->server == *filter.server);
    for (const Group& host : rows.hosts)
        m_isHostShown.push_back(!filter.vmHost || core::isSameName(host.name.view(), *filter.vmHost));
    for (const Group& group : rows.collections)
        m_isCollectionShown.push_back(!filter.collection || isText(group.name, *filter.collection));
}

void RowMatcher::addWord(const QString& text, bool isNegated)
{
    Word word{FilterWord(text), 0, isNegated};
    for (std::uint32_t state = 0; state < statesWithNames; ++state) {
        if (word.text.isIn(stateName(static_cast<core::ConnectState>(state))))
            word.states |= std::uint64_t{1} << state;
    }
    std::vector<bool>& hosts = m_hostHits.emplace_back();
    for (const Group& host : m_rows.hosts)
        hosts.push_back(word.text.isIn(host.name.view()));
    std::vector<bool>& collections = m_collectionHits.emplace_back();
    for (const core::SharedString& name : m_collectionTexts)
        collections.push_back(word.text.isIn(name.view()));
    m_words.push_back(std::move(word));
}

bool RowMatcher::matchesGroups(const Row& row) const
{
    return m_isServerShown[row.source] && m_isHostShown[row.host] && m_isCollectionShown[row.collection];
}

/// The one user and the one machine that a person has pinned.
bool RowMatcher::matchesNames(const core::Session& session) const
{
    if (m_filter.machine && !core::isSameName(session.vmName.view(), *m_filter.machine))
        return false;
    if (!m_filter.user)
        return true;
    // The length decides of nearly all, before a text is made.
    const std::size_t domain = session.domainName.isEmpty() ? 0 : session.domainName.view().size() + 1;
    return core::hasUser(session) && domain + session.userName.view().size() == m_filter.user->size() &&
           core::isSameName(core::accountName(session), *m_filter.user);
}

bool RowMatcher::matchesWord(const Row& row, const QString& note, const Word& word, std::size_t number) const
{
    const core::Session& session = *row.session;
    const auto state = static_cast<std::uint32_t>(session.state);
    if (state < statesWithNames ? (word.states >> state & 1) != 0 : word.text.isIn(stateName(session.state)))
        return true;
    if (m_hostHits[number][row.host] || m_collectionHits[number][row.collection])
        return true;
    if (word.text.isIn(session.vmName.view()) || word.text.isIn(session.clientMachineName.view()))
        return true;
    if (m_people[row.source] && word.text.isIn(m_people[row.source]->nameOf(session).view()))
        return true;
    if (core::hasUser(session)) {
        if (word.text.isIn(session.userName.view()) || word.text.isIn(session.domainName.view()))
            return true;
        // Only a word with a backslash can reach over from the domain to the user.
        if (word.text.folded().contains(u'\\') && word.text.isIn(core::accountName(session)))
            return true;
    }
    std::array<char, 10> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), session.key.sessionId);
    if (word.text.isIn(std::string_view(digits.data(), static_cast<std::size_t>(end.ptr - digits.data()))))
        return true;
    return !note.isEmpty() && word.text.isIn(note);
}

bool RowMatcher::matchesMarks(const Row& row, bool isStuck) const
{
    const bool hasProblem = (m_filter.isGhost && ghostOf(row) != management::GhostSign::None) ||
                            (m_filter.isStuck && isStuck) || (m_filter.isBroken && isBrokenState(row)) ||
                            (m_filter.isUserOnSeveral && row.isUserOnSeveral);
    if (m_filter.hasProblem() && !hasProblem)
        return false;
    if (m_filter.unusedFor) {
        const std::int64_t since = unusedSinceMs(row);
        if (since == 0 || m_nowMs - since < std::chrono::milliseconds(*m_filter.unusedFor).count())
            return false;
    }
    return m_states.empty() || std::ranges::find(m_states, row.session->state) != m_states.end();
}

bool RowMatcher::matchesQuery(const Row& row, bool isStuck) const
{
    const core::Session& session = *row.session;
    const bool isActive = core::isInUse(session.state);
    return m_conditions.matches(
        {.session = session,
         .collection = m_collectionTexts[row.collection].view(),
         .server = m_serverNames[row.source],
         .name = m_people[row.source] ? m_people[row.source]->nameOf(session) : core::SharedString(),
         .gone = minutesSince(disconnectedMs(row), m_nowMs),
         .idle = minutesSince(isActive ? idleSinceMs(row) : unusedSinceMs(row), m_nowMs),
         .isGhost = ghostOf(row) != management::GhostSign::None,
         .isStuck = isStuck,
         .isUserOnSeveral = row.isUserOnSeveral,
         .isStale = row.isStale()});
}

bool RowMatcher::isInPlace(const Row& row, const QString& note, bool isStuck) const
{
    if (m_filter.chosen && !m_filter.chosen->identities.contains(management::sessionIdentity(*row.session)))
        return false;
    if (m_hasGroupFilter && !matchesGroups(row))
        return false;
    if (!matchesNames(*row.session))
        return false;
    for (std::size_t i = 0; i < m_words.size(); ++i) {
        if (matchesWord(row, note, m_words[i], i) == m_words[i].isNegated)
            return false;
    }
    return m_conditions.isEmpty() || matchesQuery(row, isStuck);
}

} // namespace deskwarden::models
