// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/sessions/ViewFilter.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <chrono>

namespace deskwarden::ui {

namespace {

struct ProblemWord
{
    const char* word;
    bool models::SessionFilter::*mark;
};
constexpr std::array problemWords{
    ProblemWord{"ghost", &models::SessionFilter::isGhost},
    ProblemWord{"stuck", &models::SessionFilter::isStuck},
    ProblemWord{"broken", &models::SessionFilter::isBroken},
    ProblemWord{"several", &models::SessionFilter::isUserOnSeveral},
};

} // namespace

std::optional<models::SessionFilter> filterOf(const storage::SavedView& view)
{
    models::SessionFilter filter;
    // A line that is edited could not hold it as it is.
    const bool isLine =
        std::ranges::none_of(view.filter, [](QChar letter) { return letter.category() == QChar::Other_Control; });
    const auto typed = models::parseFilter(view.filter);
    if (!typed || !isLine)
        return std::nullopt;
    models::setTyped(filter, *typed);
    for (const QString& name : view.states) {
        const auto state = core::connectStateFromName(name.toStdString());
        // There is a chip for each state with a name, and for those without any.
        if (!state || (core::name(*state).empty() && *state != core::ConnectState::Absent))
            return std::nullopt;
        filter.states.push_back(*state);
    }
    std::ranges::sort(filter.states); // as the chips tell them
    for (const QString& name : view.problems) {
        const auto* const known = std::ranges::find_if(
            problemWords, [&name](const ProblemWord& problem) { return name == QLatin1StringView(problem.word); });
        if (known == problemWords.end())
            return std::nullopt;
        filter.*(known->mark) = true;
    }
    if (view.unusedMinutes > 0)
        filter.unusedFor = std::chrono::minutes(view.unusedMinutes);
    if (view.server)
        filter.server = core::ServerId{core::SharedString(view.server->toStdString())};
    if (view.user)
        filter.user = view.user->toStdString();
    if (view.machine)
        filter.machine = view.machine->toStdString();
    if (view.vmHost)
        filter.vmHost = view.vmHost->toStdString();
    if (view.collection)
        filter.collection = view.collection->toStdString();
    return filter;
}

storage::SavedView viewOf(const models::SessionFilter& filter, const QString& typed, const QString& placeLabel)
{
    storage::SavedView view;
    view.filter = typed;
    for (const core::ConnectState state : filter.states) {
        const std::string_view name = core::name(state);
        view.states << (name.empty() ? QString::number(static_cast<std::uint32_t>(state))
                                     : QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size())));
    }
    for (const ProblemWord& problem : problemWords) {
        if (filter.*problem.mark)
            view.problems << QString::fromLatin1(problem.word);
    }
    view.unusedMinutes = filter.unusedFor ? static_cast<int>(filter.unusedFor->count()) : 0;
    if (filter.server)
        view.server = QString::fromStdString(filter.server->address.toString());
    if (filter.user)
        view.user = QString::fromStdString(*filter.user);
    if (filter.machine)
        view.machine = QString::fromStdString(*filter.machine);
    if (filter.vmHost)
        view.vmHost = QString::fromStdString(*filter.vmHost);
    if (filter.collection)
        view.collection = QString::fromStdString(*filter.collection);
    view.placeLabel = placeLabel;
    return view;
}

std::vector<ShippedView> shippedViews()
{
    const auto say = [](const char* text) { return QCoreApplication::translate("ViewFilter", text); };
    storage::SavedView gone;
    gone.name = say(QT_TRANSLATE_NOOP("ViewFilter", "Disconnected over 4 h"));
    gone.filter = QStringLiteral("gone>4h");
    gone.sortColumn = QStringLiteral("idleOrGone");
    gone.isDescending = true;
    storage::SavedView ghosts;
    ghosts.name = say(QT_TRANSLATE_NOOP("ViewFilter", "Probable ghosts"));
    ghosts.problems = {QStringLiteral("ghost")};
    return {{QStringLiteral("goneLong"), gone}, {QStringLiteral("ghosts"), ghosts}};
}

} // namespace deskwarden::ui
