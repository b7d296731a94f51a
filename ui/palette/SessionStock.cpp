// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/palette/SessionStock.h"

#include "core/Names.h"
#include "models/table/CellTexts.h"
#include "models/texts/Texts.h"
#include "ui/widgets/Icons.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace deskwarden::ui {

namespace {

using Fit = models::FilterWord::Fit;

constexpr std::size_t sessionsBetweenLooks = 256; ///< at whether it is to stop
constexpr int behindAll = 1000;                   ///< a rank that nothing else has

/// What an index of a find stands for, in its lowest digit.
enum Line : std::size_t { MachineLine, PersonLine, QuestionLine, lineKinds };

QString questionText()
{
    return QCoreApplication::translate("Palette", "Why can't %1 get in?");
}

} // namespace

struct SessionStock::Match
{
    int rank = 0;
    bool isPerson = false; ///< a word is in the name of the user
    std::size_t index = 0;
    const core::Session* session = nullptr;

    [[nodiscard]] std::string_view name() const { return isPerson ? session->userName.view() : session->vmName.view(); }
    [[nodiscard]] bool isBefore(const Match& other) const
    {
        if (rank != other.rank)
            return rank < other.rank;
        const auto isLess = [](char a, char b) { return core::lowered(a) < core::lowered(b); };
        if (std::ranges::lexicographical_compare(name(), other.name(), isLess))
            return true;
        return !std::ranges::lexicographical_compare(other.name(), name(), isLess) && index < other.index;
    }
};

SessionStock::SessionStock(std::vector<management::SnapshotPointer> lists, std::map<core::ServerId, QString> servers,
                           Choose choose, models::PeopleOfServers people, Choose askWhy)
    : m_lists(std::move(lists))
    , m_servers(std::move(servers))
    , m_choose(std::move(choose))
    , m_people(std::move(people))
    , m_askWhy(std::move(askWhy))
{}

std::optional<SessionStock::Match> SessionStock::matchOf(const core::Session& session,
                                                         const models::PersonNames* people,
                                                         const PaletteQuery& query) const
{
    Match match;
    std::optional<core::SharedString> name; // is looked up for the first word that is nowhere else
    for (const models::FilterWord& word : query.words()) {
        Fit user = core::hasUser(session) ? word.fit(session.userName.view()) : Fit::None;
        const Fit machine = word.fit(session.vmName.view());
        if (people != nullptr && user != Fit::Start && core::hasUser(session)) {
            if (!name)
                name = people->nameOf(session);
            if (!name->isNull())
                user = std::min(user, word.fit(name->view()));
        }
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

PaletteFinds SessionStock::find(const PaletteQuery& query, const std::stop_token& stop) const
{
    PaletteFinds finds;
    if (query.isEmpty())
        return finds;
    const PaletteQuery person = m_askWhy ? query.without(questionText()) : query;
    const bool isAsked = !person.isEmpty() && person.words().size() < query.words().size();
    std::vector<Match> matches;
    std::vector<Match> askedAbout;
    std::size_t index = 0;
    for (const management::SnapshotPointer& list : m_lists) {
        const auto known = m_people.find(list->server);
        const models::PersonNames* const people = known == m_people.end() ? nullptr : known->second.get();
        for (const core::Session& session : list->sessions) {
            if (index % sessionsBetweenLooks == 0 && stop.stop_requested())
                return finds;
            const auto take = [&](const PaletteQuery& wanted, std::vector<Match>& found) {
                if (std::optional<Match> match = matchOf(session, people, wanted)) {
                    match->index = index;
                    found.push_back(*match);
                }
            };
            take(query, matches);
            if (isAsked)
                take(person, askedAbout);
            ++index;
        }
    }
    finds.total = matches.size();
    const auto shown = static_cast<std::ptrdiff_t>(std::min(matches.size(), mostHits));
    std::ranges::partial_sort(matches, matches.begin() + shown, &Match::isBefore);
    matches.resize(static_cast<std::size_t>(shown));
    for (const Match& match : matches)
        finds.best.push_back({match.rank, match.index * lineKinds + (match.isPerson ? PersonLine : MachineLine)});
    // Where nobody is found by all the words, some of them may be those of the question.
    if (m_askWhy && matches.empty())
        addQuestions(std::move(askedAbout), 0, finds);
    else if (m_askWhy)
        addQuestions(std::move(matches), behindAll, finds);
    return finds;
}

/// Each user once, however many sessions there are.
void SessionStock::addQuestions(std::vector<Match> matches, int rank, PaletteFinds& finds) const
{
    std::erase_if(matches, [](const Match& match) { return !match.isPerson; });
    std::ranges::sort(matches, &Match::isBefore);
    std::vector<const core::Session*> asked;
    for (const Match& match : matches) {
        const auto isSameUser = [&match](const core::Session* other) {
            return other->key.server == match.session->key.server &&
                   core::isSameName(core::accountName(*other), core::accountName(*match.session));
        };
        if (std::ranges::any_of(asked, isSameUser))
            continue;
        asked.push_back(match.session);
        finds.best.push_back({rank + match.rank, match.index * lineKinds + QuestionLine});
        if (asked.size() == mostAskedAbout)
            break;
    }
    // What fits best stands first.
    std::ranges::stable_sort(finds.best, {}, &PaletteHit::rank);
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

QString SessionStock::nameOf(const core::Session& session) const
{
    const auto people = m_people.find(session.key.server);
    return people == m_people.end() || !people->second ? QString() : models::plainText(people->second->nameOf(session));
}

PaletteEntry SessionStock::question(const core::Session& session) const
{
    PaletteEntry entry;
    entry.kind = PaletteKind::Command;
    entry.icon = outlineIcon("help");
    entry.title = questionText().arg(models::plainText(session.userName));
    entry.muted = models::plainText(session.domainName);
    QStringList details{nameOf(session)};
    if (const auto server = m_servers.find(session.key.server); server != m_servers.end())
        details << server->second;
    details.removeAll(QString());
    entry.detail = details.join(QStringLiteral(" · "));
    entry.choose = [ask = m_askWhy, session] { ask(session); };
    return entry;
}

PaletteEntry SessionStock::entry(std::size_t index) const
{
    const core::Session& session = sessionAt(index / lineKinds);
    if (index % lineKinds == QuestionLine)
        return question(session);
    const bool isPerson = index % lineKinds == PersonLine;
    PaletteEntry entry;
    entry.kind = isPerson ? PaletteKind::Person : PaletteKind::Machine;
    entry.icon = stateIcon(session.state);
    const QString name = nameOf(session);
    QStringList details{models::stateName(session.state)};
    if (isPerson) {
        entry.title = models::plainText(session.userName);
        entry.muted = models::plainText(session.domainName);
        details.prepend(name);
        details << models::plainText(session.vmName);
    } else {
        entry.title = models::plainText(session.vmName);
        details << models::accountText(session) << name;
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
