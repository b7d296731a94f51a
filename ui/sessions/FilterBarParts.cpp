// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

// What the line of chips is made of, and what its parts are called.

#include "models/texts/Texts.h"
#include "ui/sessions/FilterBar.h"
#include "ui/sessions/StateChip.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/InEachLanguage.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QToolButton>

namespace deskwarden::ui {

namespace {

/// What the helpdesk asks for all day; the other states stand in a menu.
constexpr core::ConnectState chipStates[] = {core::ConnectState::Active, core::ConnectState::Disconnected,
                                             core::ConnectState::Reset};
constexpr core::ConnectState menuStates[] = {
    core::ConnectState::Connected, core::ConnectState::ConnectQuery, core::ConnectState::Shadow,
    core::ConnectState::Idle,      core::ConnectState::Listen,       core::ConnectState::Down,
    core::ConnectState::Init,      core::ConnectState::Absent,
};

QString unusedText(int minutes)
{
    if (minutes == 0)
        return FilterBar::tr("Any idle time");
    if (minutes < 60)
        return FilterBar::tr("Idle for at least %1 min").arg(minutes);
    return minutes < 24 * 60 ? FilterBar::tr("Idle for at least %1 h").arg(minutes / 60)
                             : FilterBar::tr("Idle for at least %1 d").arg(minutes / 60 / 24);
}

} // namespace

void FilterBar::addChips()
{
    for (const core::ConnectState state : chipStates) {
        auto* const chip = new StateChip(state, this);
        connect(chip, &StateChip::toggled, this, &FilterBar::apply);
        m_chips.push_back(chip);
    }
    m_problem->setMenu(new QMenu(this));
    m_problem->menu()->setObjectName(QStringLiteral("problemsMenu"));
    fillProblems();
    m_more->setMenu(new QMenu(this));
    m_more->menu()->setObjectName(QStringLiteral("moreMenu"));
    fillMore();
}

void FilterBar::addProblem(const char* name, const char* icon, const char* text, bool models::SessionFilter::*mark,
                           std::size_t models::StateCounts::*count)
{
    QAction* const action = m_problem->menu()->addAction(outlineIcon(icon, Tone::Bad), QString());
    action->setObjectName(QString::fromLatin1(name));
    action->setCheckable(true);
    connect(action, &QAction::triggered, this, &FilterBar::apply);
    m_problems.push_back({mark, count, text, action});
}

void FilterBar::fillProblems()
{
    using models::SessionFilter;
    using models::StateCounts;
    addProblem("ghostsFilterAction", "ghost", QT_TR_NOOP("Probable &ghosts"), &SessionFilter::isGhost,
               &StateCounts::ghosts);
    addProblem("stuckFilterAction", "hourglass", QT_TR_NOOP("&Stuck"), &SessionFilter::isStuck, &StateCounts::stuck);
    addProblem("brokenFilterAction", "power", QT_TR_NOOP("&Broken"), &SessionFilter::isBroken, &StateCounts::broken);
    addProblem("severalFilterAction", "users-group", QT_TR_NOOP("On several &machines"),
               &SessionFilter::isUserOnSeveral, &StateCounts::usersOnSeveral);
    m_problem->menu()->addSeparator();
    QAction* const all = m_problem->menu()->addAction(QString());
    inEachLanguage(*this, [all] { all->setText(tr("&All problems")); });
    all->setObjectName(QStringLiteral("allProblemsAction"));
    connect(all, &QAction::triggered, this, [this] {
        for (const Problem& problem : m_problems)
            problem.action->setChecked(true);
        apply();
    });
}

void FilterBar::fillMore()
{
    using std::chrono::minutes;
    for (const core::ConnectState state : menuStates) {
        QAction* const action = m_more->menu()->addAction(stateIcon(state), QString());
        action->setObjectName(
            QStringLiteral("%1FilterAction").arg(QString::fromUtf8(core::name(state).data()).toLower()));
        action->setCheckable(true);
        action->setData(static_cast<uint>(state));
        connect(action, &QAction::triggered, this, &FilterBar::apply);
        m_states.push_back(action);
    }
    m_more->menu()->addSeparator();
    m_idle->setObjectName(QStringLiteral("unusedMenu"));
    m_idle->setIcon(outlineIcon("clock-pause"));
    auto* const group = new QActionGroup(m_idle);
    for (const int least : {0, 15, 60, 240, 720, 1440, 4320}) {
        QAction* const action = m_idle->addAction(QString());
        inEachLanguage(*m_idle, [action, least] { action->setText(unusedText(least)); });
        action->setObjectName(QStringLiteral("unused%1Action").arg(least));
        action->setCheckable(true);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, least] {
            showUnused(least == 0 ? std::nullopt : std::optional(minutes(least)));
            apply();
        });
    }
    m_more->menu()->addMenu(m_idle);
}

void FilterBar::addButtons()
{
    m_unused->setObjectName(QStringLiteral("unusedButton"));
    connect(m_unused, &QToolButton::clicked, this, [this] {
        showUnused(std::nullopt);
        apply();
    });
    m_place->setObjectName(QStringLiteral("placeButton"));
    connect(m_place, &QToolButton::clicked, this, [this] { setPlace({}, {}); });
    m_chosen->setObjectName(QStringLiteral("chosenButton"));
    connect(m_chosen, &QToolButton::clicked, this, [this] { setChosen({}); });
    m_clear->setObjectName(QStringLiteral("clearFilterButton"));
    m_clear->setToolButtonStyle(Qt::ToolButtonIconOnly);
    connect(m_clear, &QToolButton::clicked, this, &FilterBar::clear);
}

void FilterBar::showUnused(std::optional<std::chrono::minutes> least)
{
    const int minutes = least ? static_cast<int>(least->count()) : 0;
    m_filter.unusedFor = least;
    m_unused->setText(unusedText(minutes));
    nameButtons();
    m_unused->setVisible(least.has_value());
    if (auto* const action = m_idle->findChild<QAction*>(QStringLiteral("unused%1Action").arg(minutes)))
        action->setChecked(true);
}

/// What a screen reader says of those that go when they are pressed.
void FilterBar::nameButtons()
{
    m_unused->setAccessibleName(tr("%1. Show all again").arg(m_unused->text()));
    m_place->setAccessibleName(tr("Only %1. Show all places again").arg(m_placeLabel));
    m_chosen->setAccessibleName(tr("Only %1. Show all sessions again").arg(m_chosen->text()));
}

void FilterBar::retranslate()
{
    m_problem->setWords(tr("Problems"), tr("Sessions that somebody should look after"));
    m_more->setWords(tr("More"), tr("Other states, and sessions that nobody has used for a while"));
    m_idle->setTitle(tr("&Idle time"));
    m_unused->setToolTip(
        tr("Only sessions that nobody has used for a while: idle as the broker tells, or else seen disconnected from "
           "here. Press to show all again"));
    m_place->setToolTip(tr("Show all places again"));
    m_chosen->setToolTip(tr("Show all sessions again, not only those of the list"));
    m_clear->setToolTip(tr("Clear the filter"));
    m_clear->setAccessibleName(m_clear->toolTip());
    m_chosen->setText(tr("Pasted list"));
    showUnused(m_filter.unusedFor);
    nameButtons();
    showMenuChips();
    m_shownTerms = {};
    showTerms();
    arrange();
}

} // namespace deskwarden::ui
