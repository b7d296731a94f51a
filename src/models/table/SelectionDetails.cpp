// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/SelectionDetails.h"

#include "models/table/CellTexts.h"
#include "models/table/RowFacts.h"
#include "models/table/RowMatcher.h"
#include "models/texts/Texts.h"
#include "models/texts/Translate.h"

#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <map>
#include <utility>

namespace deskwarden::models {

namespace {

constexpr std::size_t mostLines = 6;
constexpr int rowsBetweenLooks = 4096; ///< at whether it is to stop

struct Tally
{
    QString name;
    std::size_t sessions = 0;
};

QString linesOf(std::vector<Tally> tallies)
{
    std::erase_if(tallies, [](const Tally& tally) { return tally.sessions == 0; });
    std::ranges::stable_sort(tallies, std::ranges::greater(), &Tally::sessions);
    QStringList lines;
    for (std::size_t i = 0; i < std::min(tallies.size(), mostLines); ++i) {
        lines << QStringLiteral("%1: %2").arg(tallies[i].name.isEmpty() ? QStringLiteral("–") : tallies[i].name,
                                              QLocale().toString(static_cast<qulonglong>(tallies[i].sessions)));
    }
    if (tallies.size() > mostLines)
        lines << translate("Texts", "and %1 more")
                     .arg(QLocale().toString(static_cast<qulonglong>(tallies.size() - mostLines)));
    return lines.join(u'\n');
}

/// Counts rows by what they have in common.
class Counter final
{
public:
    explicit Counter(const RowSet& rows)
        : m_rows(rows)
        , m_hosts(rows.hosts.size())
        , m_collections(rows.collections.size())
        , m_servers(rows.sources.size())
    {}

    void add(const Row& row)
    {
        ++m_states[row.session->state];
        ++m_hosts[row.host];
        ++m_collections[row.collection];
        ++m_servers[row.source];
        const std::int64_t since = unusedSinceMs(row);
        if (since != 0 && (m_longest == nullptr || since < unusedSinceMs(*m_longest)))
            m_longest = &row;
    }

    [[nodiscard]] std::vector<SessionDetail> details(const TableNames& names, std::int64_t nowMs) const
    {
        std::vector<Tally> states;
        for (const auto& [state, sessions] : m_states)
            states.push_back({stateName(state), sessions});
        std::vector<SessionDetail> details{{translate("Texts", "State"), linesOf(std::move(states))}};
        if (m_longest != nullptr) {
            const core::Session& session = *m_longest->session;
            const QString account = accountText(session);
            details.push_back({translate("Texts", "Unused for longest"),
                               QStringLiteral("%1 · %2").arg(
                                   account.isEmpty() ? placeText(session.key) : account,
                                   durationText(std::chrono::milliseconds(nowMs - unusedSinceMs(*m_longest))))});
        }
        details.push_back(
            {translate("Texts", "VM host"), linesOf(tallies(m_rows.hosts, m_hosts, [](const Group& group) {
                 return plainText(group.name.view().substr(0, shortHostLength(group.name.view())));
             }))});
        details.push_back({translate("Texts", "Collection"),
                           linesOf(tallies(m_rows.collections, m_collections, [&](const Group& group) {
                               const core::ServerId& server = m_rows.sources[group.source].snapshot->server;
                               return plainText(collectionText(names, server, group.name));
                           }))});
        if (m_rows.sources.size() > 1) {
            details.push_back(
                {translate("Texts", "Server"), linesOf(tallies(m_rows.sources, m_servers, [&](const Source& source) {
                     return serverText(source.snapshot->server, names.servers);
                 }))});
        }
        return details;
    }

private:
    template <typename Groups, typename NameOf>
    [[nodiscard]] static std::vector<Tally> tallies(const Groups& groups, const std::vector<std::size_t>& counts,
                                                    const NameOf& nameOf)
    {
        std::vector<Tally> named;
        for (std::size_t i = 0; i < counts.size(); ++i) {
            if (counts[i] > 0)
                named.push_back({nameOf(groups[i]), counts[i]});
        }
        return named;
    }

    const RowSet& m_rows;
    std::map<core::ConnectState, std::size_t> m_states;
    std::vector<std::size_t> m_hosts;
    std::vector<std::size_t> m_collections;
    std::vector<std::size_t> m_servers;
    const Row* m_longest = nullptr;
};

} // namespace

std::vector<SessionDetail> selectionDetails(const FrozenTable& table, const std::vector<RowRange>& rows,
                                            const std::stop_token& stop)
{
    const Arrangement& arrangement = table.arrangement();
    Counter counter(*arrangement.rowSet);
    for (const RowRange& range : rows) {
        for (int row = range.first; row <= range.last && row < table.rowCount(); ++row) {
            if (row % rowsBetweenLooks == 0 && stop.stop_requested())
                return {};
            const Row& shown = *arrangement.visible[static_cast<std::size_t>(row)];
            if (!shown.isSection)
                counter.add(shown);
        }
    }
    return counter.details(table.names(), table.nowMs());
}

} // namespace deskwarden::models
