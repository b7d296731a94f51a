// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/RowGrouper.h"

#include "core/Names.h"
#include "models/table/RowMatcher.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace deskwarden::models {

namespace {

/// The groups of a RowSet (hosts or collections) in the given order, those without a name last.
RowGrouper::Groups groupsInOrder(char kind, const RowSet& set, const std::vector<Group>& groups,
                                 std::vector<std::uint32_t> order, const std::vector<std::uint32_t>& shown,
                                 std::uint32_t Row::*member)
{
    std::stable_partition(order.begin(), order.end(),
                          [&groups](std::uint32_t group) { return !groups[group].name.isEmpty(); });
    RowGrouper::Groups made;
    std::vector<std::uint32_t> rankOf(groups.size());
    for (const std::uint32_t group : order) {
        rankOf[group] = static_cast<std::uint32_t>(made.keys.size());
        const core::ServerId& server = set.sources[groups[group].source].snapshot->server;
        made.keys.push_back(kind + server.address.toString() + '\n' + groups[group].folded + '\n' +
                            (kind == 'c' ? groups[group].name.toString() : std::string()));
    }
    made.ofRow.reserve(shown.size());
    for (const std::uint32_t row : shown)
        made.ofRow.push_back(rankOf[set.rows[row].*member]);
    return made;
}

} // namespace

RowGrouper::RowGrouper(const QCollator& collator)
    : m_collator(collator)
    , m_users(collator)
    , m_domains(collator)
{}

RowGrouper::Groups RowGrouper::groupsOf(const ArrangeRequest& request, const RowSet& set,
                                        const std::vector<std::uint32_t>& shown, const Stop& isStopped)
{
    switch (request.grouping) {
    case SessionGrouping::None:
        return {};
    case SessionGrouping::Collection:
        return byCollection(request, set, shown);
    case SessionGrouping::VmHost:
        return byHost(set, shown);
    case SessionGrouping::User:
        return byUser(set, shown, isStopped);
    case SessionGrouping::State:
        return byState(set, shown);
    }
    return {};
}

RowGrouper::Groups RowGrouper::byHost(const RowSet& set, const std::vector<std::uint32_t>& shown) const
{
    return groupsInOrder('h', set, set.hosts, set.hostOrder, shown, &Row::host);
}

RowGrouper::Groups RowGrouper::byCollection(const ArrangeRequest& request, const RowSet& set,
                                            const std::vector<std::uint32_t>& shown) const
{
    std::vector<NaturalKey> names; // as people call them
    names.reserve(set.collections.size());
    for (const Group& group : set.collections) {
        const core::ServerId& server = set.sources[group.source].snapshot->server;
        names.emplace_back(m_collator,
                           QString::fromStdString(collectionText(*request.names, server, group.name).toString()));
    }
    std::vector<std::uint32_t> order(set.collections.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, [&](std::uint32_t left, std::uint32_t right) {
        if (const int compared = names[left].compare(names[right]); compared != 0)
            return compared < 0;
        const Group& one = set.collections[left];
        const Group& other = set.collections[right];
        return one.source != other.source ? one.source < other.source : one.name < other.name;
    });
    return groupsInOrder('c', set, set.collections, std::move(order), shown, &Row::collection);
}

RowGrouper::Groups RowGrouper::byState(const RowSet& set, const std::vector<std::uint32_t>& shown)
{
    std::map<std::uint32_t, std::uint32_t> rankOf; // by number of the state
    for (const std::uint32_t row : shown)
        rankOf.try_emplace(static_cast<std::uint32_t>(set.rows[row].session->state));
    Groups made;
    for (auto& [state, rank] : rankOf) {
        rank = static_cast<std::uint32_t>(made.keys.size());
        made.keys.push_back('s' + std::to_string(state));
    }
    made.ofRow.reserve(shown.size());
    for (const std::uint32_t row : shown)
        made.ofRow.push_back(rankOf.find(static_cast<std::uint32_t>(set.rows[row].session->state))->second);
    return made;
}

RowGrouper::Groups RowGrouper::byUser(const RowSet& set, const std::vector<std::uint32_t>& shown, const Stop& isStopped)
{
    std::vector<const core::SharedString*> users;
    std::vector<const core::SharedString*> domains;
    users.reserve(shown.size());
    domains.reserve(shown.size());
    for (const std::uint32_t row : shown) {
        users.push_back(&set.rows[row].session->userName);
        domains.push_back(&set.rows[row].session->domainName);
    }
    const std::vector<std::uint32_t> userRanks = m_users.ranksOf(users, isStopped);
    const std::vector<std::uint32_t> domainRanks = m_domains.ranksOf(domains, isStopped);
    if (userRanks.size() != shown.size() || domainRanks.size() != shown.size())
        return {};
    struct Person
    {
        bool isNobody;
        std::uint32_t user;
        std::uint32_t domain;
        std::string key;
        std::uint32_t number;
    };
    std::vector<Person> people;
    std::unordered_map<std::string, std::uint32_t> known;
    Groups made;
    made.ofRow.reserve(shown.size());
    for (std::size_t i = 0; i < shown.size(); ++i) {
        // Names that collate alike can be of different people: a heading must not name one and stand for two.
        const core::Session& session = *set.rows[shown[i]].session;
        const bool isNobody = !core::hasUser(session);
        std::string key = "u"; // GCC 12's optimiser misreads "u" + …
        if (!isNobody)
            key += core::lowered(core::accountName(session));
        const auto [place, isNew] = known.try_emplace(key, static_cast<std::uint32_t>(people.size()));
        if (isNew)
            people.push_back({isNobody, userRanks[i], domainRanks[i], std::move(key), place->second});
        made.ofRow.push_back(place->second);
    }
    std::ranges::sort(people, [](const Person& left, const Person& right) {
        return std::tie(left.isNobody, left.user, left.domain, left.key) <
               std::tie(right.isNobody, right.user, right.domain, right.key);
    });
    std::vector<std::uint32_t> rankOf(people.size());
    for (Person& person : people) {
        rankOf[person.number] = static_cast<std::uint32_t>(made.keys.size());
        made.keys.push_back(std::move(person.key));
    }
    for (std::uint32_t& group : made.ofRow)
        group = rankOf[group];
    return made;
}

} // namespace deskwarden::models
