// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/palette/SessionStock.h"

#include "core/Names.h"
#include "models/table/CellTexts.h"
#include "models/texts/Texts.h"
#include "ui/widgets/Icons.h"

#include <QStringList>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace deskwarden::ui {

namespace {

using Fit = models::FilterWord::Fit;

constexpr std::size_t sessionsBetweenLooks = 256; ///< at whether it is to stop

struct Match
{
    int rank = 0;
    bool isPerson = false; ///< a word is in the name of the user
    std::size_t index = 0;
    const core::Session* session = nullptr;
};

std::optional<Match> matchOf(const core::Session& session, const PaletteQuery& query)
{
    Match match;
    for (const models::FilterWord& word : query.words()) {
        const Fit user = core::hasUser(session) ? word.fit(session.userName.view()) : Fit::None;
        const Fit machine = word.fit(session.vmName.view());
        match.isPerson = match.isPerson || user != Fit::None;
        match.rank += static_cast<int>(std::min(user, machine));
        if (user != Fit::None || machine != Fit::None)
            continue;
        // Only a word with a backslash can reach over from the domain to the user.
        const bool isInAccount =
            core::hasUser(session) && (word.isIn(session.domainName.view()) ||
                                       (word.folded().contains(u'\\') && word.isIn(core::accountName(session))));
        if (!isInAccount)
            return std::nullopt;
        match.isPerson = true;
    }
    match.session = &session;
    return match;
}

bool isBefore(const Match& left, const Match& right)
{
    if (left.rank != right.rank)
        return left.rank < right.rank;
    const auto nameOf = [](const Match& match) {
        return match.isPerson ? match.session->userName.view() : match.session->vmName.view();
    };
    const auto isLess = [](char a, char b) { return core::lowered(a) < core::lowered(b); };
    const std::string_view one = nameOf(left);
    const std::string_view other = nameOf(right);
    if (std::ranges::lexicographical_compare(one, other, isLess))
        return true;
    return !std::ranges::lexicographical_compare(other, one, isLess) && left.index < right.index;
}

} // namespace

SessionStock::SessionStock(std::vector<management::SnapshotPointer> lists, std::map<core::ServerId, QString> servers,
                           Choose choose)
    : m_lists(std::move(lists))
    , m_servers(std::move(servers))
    , m_choose(std::move(choose))
{}

// The lowest bit of an index tells a person from a machine.
PaletteFinds SessionStock::find(const PaletteQuery& query, const std::stop_token& stop) const
{
    PaletteFinds finds;
    if (query.isEmpty())
        return finds;
    std::vector<Match> matches;
    std::size_t index = 0;
    for (const management::SnapshotPointer& list : m_lists) {
        for (const core::Session& session : list->sessions) {
            if (index % sessionsBetweenLooks == 0 && stop.stop_requested())
                return finds;
            if (std::optional<Match> match = matchOf(session, query)) {
                match->index = index;
                matches.push_back(*match);
            }
            ++index;
        }
    }
    finds.total = matches.size();
    const auto shown = static_cast<std::ptrdiff_t>(std::min(matches.size(), mostHits));
    std::ranges::partial_sort(matches, matches.begin() + shown, isBefore);
    matches.resize(static_cast<std::size_t>(shown));
    for (const Match& match : matches)
        finds.best.push_back({match.rank, match.index * 2 + (match.isPerson ? 1 : 0)});
    return finds;
}

const core::Session& SessionStock::sessionAt(std::size_t index) const
{
    for (const management::SnapshotPointer& list : m_lists) {
        if (index < list->sessions.size())
            return list->sessions[index];
        index -= list->sessions.size();
    }
    Q_UNREACHABLE();
}

PaletteEntry SessionStock::entry(std::size_t index) const
{
    const core::Session& session = sessionAt(index / 2);
    const bool isPerson = index % 2 == 1;
    PaletteEntry entry;
    entry.kind = isPerson ? PaletteKind::Person : PaletteKind::Machine;
    entry.icon = stateIcon(session.state);
    QStringList details{models::stateName(session.state)};
    if (isPerson) {
        entry.title = models::plainText(session.userName);
        entry.muted = models::plainText(session.domainName);
        details << models::plainText(session.vmName);
    } else {
        entry.title = models::plainText(session.vmName);
        details << models::accountText(session);
    }
    const std::string_view host = session.key.vmHostName.view();
    details << models::plainText(host.substr(0, models::shortHostLength(host)));
    if (const auto server = m_servers.find(session.key.server); server != m_servers.end())
        details << server->second;
    details.removeAll(QString());
    entry.detail = details.join(QStringLiteral(" · "));
    entry.choose = [choose = m_choose, session] { choose(session); };
    return entry;
}

} // namespace deskwarden::ui
