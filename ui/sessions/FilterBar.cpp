// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/sessions/FilterBar.h"

#include "models/texts/Texts.h"
#include "ui/sessions/FilterEdit.h"
#include "ui/sessions/StateChip.h"
#include "ui/widgets/Icons.h"

#include <QAction>
#include <QActionGroup>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QStyle>
#include <QToolButton>

#include <algorithm>
#include <numeric>
#include <utility>

namespace deskwarden::ui {

namespace {

constexpr int gap = 6;
constexpr int sideMargin = 8;
constexpr int lineMargin = 5;

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

QToolButton* textButton(const char* icon, QWidget* parent)
{
    auto* const button = new QToolButton(parent);
    button->setIcon(outlineIcon(icon));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->hide();
    return button;
}

core::ConnectState stateOf(const QAction* action)
{
    return static_cast<core::ConnectState>(action->data().toUInt());
}

std::size_t countOf(const models::StateCounts& counts, core::ConnectState state)
{
    const auto found = counts.states.find(state);
    return found == counts.states.end() ? 0 : found->second;
}

QString withCount(const QString& text, std::size_t count)
{
    return QStringLiteral("%1 (%2)").arg(text, QLocale().toString(static_cast<qulonglong>(count)));
}

} // namespace

FilterBar::FilterBar(QWidget* parent)
    : QWidget(parent)
    , m_field(new FilterEdit(this))
    , m_problem(new StateChip("problems", tr("Problems"), outlineIcon("alert-triangle", Tone::Bad),
                              tr("Sessions that somebody should look after"), this))
    , m_more(new StateChip("more", tr("More"), outlineIcon("circle-dashed", Tone::Muted),
                           tr("Other states, and sessions that nobody has used for a while"), this))
    , m_idle(new QMenu(tr("&Idle time"), this))
    , m_unused(textButton("x", this))
    , m_place(textButton("x", this))
    , m_chosen(textButton("x", this))
    , m_clear(textButton("filter-off", this))
    , m_summary(new QLabel(this))
{
    setObjectName(QStringLiteral("filterBar"));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(m_field, &FilterEdit::queryChanged, this, &FilterBar::apply);
    connect(m_field, &FilterEdit::listRequested, this, &FilterBar::listRequested);
    connect(m_field, &FilterEdit::allRequested, this, &FilterBar::allRequested);
    addChips();
    addButtons();
    m_summary->setObjectName(QStringLiteral("filterSummaryLabel"));
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    for (QWidget* const widget : line())
        widget->installEventFilter(this);
    showUnused(std::nullopt);
    keepOneTabStop();
}

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

void FilterBar::addProblem(const char* name, const char* icon, const QString& text, bool models::SessionFilter::*mark,
                           std::size_t models::StateCounts::*count)
{
    QAction* const action = m_problem->menu()->addAction(outlineIcon(icon, Tone::Bad), text);
    action->setObjectName(QString::fromLatin1(name));
    action->setCheckable(true);
    connect(action, &QAction::triggered, this, &FilterBar::apply);
    m_problems.push_back({mark, count, text, action});
}

void FilterBar::fillProblems()
{
    using models::SessionFilter;
    using models::StateCounts;
    addProblem("ghostsFilterAction", "ghost", tr("Probable &ghosts"), &SessionFilter::isGhost, &StateCounts::ghosts);
    addProblem("stuckFilterAction", "hourglass", tr("&Stuck"), &SessionFilter::isStuck, &StateCounts::stuck);
    addProblem("brokenFilterAction", "power", tr("&Broken"), &SessionFilter::isBroken, &StateCounts::broken);
    addProblem("severalFilterAction", "users-group", tr("On several &machines"), &SessionFilter::isUserOnSeveral,
               &StateCounts::usersOnSeveral);
    m_problem->menu()->addSeparator();
    QAction* const all = m_problem->menu()->addAction(tr("&All problems"));
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
        QAction* const action = m_more->menu()->addAction(stateIcon(state), models::stateName(state));
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
        QAction* const action = m_idle->addAction(unusedText(least));
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
    m_unused->setToolTip(
        tr("Only sessions that nobody has used for a while: idle as the broker tells, or else seen disconnected from "
           "here. Press to show all again"));
    connect(m_unused, &QToolButton::clicked, this, [this] {
        showUnused(std::nullopt);
        apply();
    });
    m_place->setObjectName(QStringLiteral("placeButton"));
    m_place->setToolTip(tr("Show all places again"));
    connect(m_place, &QToolButton::clicked, this, [this] { setPlace({}, {}); });
    m_chosen->setObjectName(QStringLiteral("chosenButton"));
    m_chosen->setToolTip(tr("Show all sessions again, not only those of the list"));
    connect(m_chosen, &QToolButton::clicked, this, [this] { setChosen({}, {}); });
    m_clear->setObjectName(QStringLiteral("clearFilterButton"));
    m_clear->setToolTip(tr("Clear the filter"));
    m_clear->setAccessibleName(m_clear->toolTip());
    m_clear->setToolButtonStyle(Qt::ToolButtonIconOnly);
    connect(m_clear, &QToolButton::clicked, this, &FilterBar::clear);
}

void FilterBar::showUnused(std::optional<std::chrono::minutes> least)
{
    const int minutes = least ? static_cast<int>(least->count()) : 0;
    m_filter.unusedFor = least;
    m_unused->setText(unusedText(minutes));
    m_unused->setAccessibleName(tr("%1. Show all again").arg(m_unused->text()));
    m_unused->setVisible(least.has_value());
    if (auto* const action = m_idle->findChild<QAction*>(QStringLiteral("unused%1Action").arg(minutes)))
        action->setChecked(true);
}

void FilterBar::setChosen(std::shared_ptr<const models::ChosenSessions> chosen, const QString& label)
{
    m_filter.chosen = std::move(chosen);
    m_chosen->setText(label);
    m_chosen->setAccessibleName(tr("Only %1. Show all sessions again").arg(label));
    m_chosen->setVisible(m_filter.chosen != nullptr);
    apply();
}

void FilterBar::setMarks(const models::SessionFilter& marks)
{
    const auto isAsked = [&marks](core::ConnectState state) {
        return std::ranges::find(marks.states, state) != marks.states.end();
    };
    for (StateChip* const chip : m_chips) {
        const QSignalBlocker blocker(chip);
        chip->setChecked(isAsked(chip->state()));
        chip->update();
    }
    for (QAction* const action : m_states)
        action->setChecked(isAsked(stateOf(action)));
    for (const Problem& problem : m_problems)
        problem.action->setChecked(marks.*problem.mark);
    showUnused(marks.unusedFor);
    m_filter.chosen = nullptr;
    m_chosen->hide();
    apply();
}

void FilterBar::setWords(const QString& words)
{
    m_field->setText(models::literalFilter(words));
}

void FilterBar::setPlace(const models::SessionFilter& place, const QString& label)
{
    m_filter.server = place.server;
    m_filter.user = place.user;
    m_filter.machine = place.machine;
    m_filter.vmHost = place.vmHost;
    m_filter.collection = place.collection;
    m_placeLabel = label;
    m_place->setText(models::plainText(label, 40).replace(u'&', QStringLiteral("&&"))); // no key of the button
    m_place->setAccessibleName(tr("Only %1. Show all places again").arg(label));
    m_place->setVisible(!label.isEmpty());
    apply();
}

void FilterBar::showFilter(const models::SessionFilter& filter, const QString& typed, const QString& placeLabel)
{
    m_field->setText(typed);
    setMarks(filter);
    setPlace(filter, placeLabel);
}

QString FilterBar::typed() const
{
    QStringList conditions;
    for (const models::FilterTerm& term : m_field->query().terms)
        conditions << m_field->text().mid(term.start, term.length);
    return conditions.join(u' ');
}

void FilterBar::showCounts(const models::SessionCounts& counts)
{
    m_counts = counts.inPlace;
    for (StateChip* const chip : m_chips)
        chip->setCount(countOf(m_counts, chip->state()));
    showMenuChips();
    const QLocale locale;
    const QString total = locale.toString(static_cast<qulonglong>(counts.total));
    if (m_filter.isEmpty())
        m_summary->setText(counts.total == 0 ? QString() : tr("%1 sessions").arg(total));
    else
        m_summary->setText(tr("Showing %1 of %2").arg(locale.toString(static_cast<qulonglong>(counts.visible)), total));
    arrange();
}

void FilterBar::showMenuChips()
{
    bool isAnyProblem = false;
    for (const Problem& problem : m_problems) {
        problem.action->setText(withCount(problem.text, m_counts.*problem.count));
        isAnyProblem = isAnyProblem || problem.action->isChecked();
    }
    m_problem->setCount(m_counts.problems);
    m_problem->setChecked(isAnyProblem);
    std::size_t others = 0;
    bool isAnyState = m_filter.unusedFor.has_value();
    for (QAction* const action : m_states) {
        const std::size_t count = countOf(m_counts, stateOf(action));
        action->setText(withCount(models::stateName(stateOf(action)), count));
        action->setVisible(count > 0 || action->isChecked());
        isAnyState = isAnyState || action->isChecked();
        others += count;
    }
    m_more->setCount(others);
    m_more->setChecked(isAnyState);
}

/// Each condition that was typed can be taken away by itself.
void FilterBar::showTerms()
{
    if (m_shownTerms == m_filter.query)
        return;
    m_shownTerms = m_filter.query;
    for (QToolButton* const button : m_terms) {
        button->hide();
        button->deleteLater(); // it may be the one that was pressed
        if (m_tabStop == button)
            m_tabStop = nullptr;
    }
    m_terms.clear();
    for (const models::FilterTerm& term : m_filter.query.terms) {
        QToolButton* const button = textButton("x", this);
        button->setObjectName(QStringLiteral("termButton"));
        const QString typed = m_field->text().mid(term.start, term.length);
        button->setText(models::plainText(typed, 40).replace(u'&', QStringLiteral("&&"))); // no key of the button
        button->setToolTip(tr("Take this condition away"));
        button->setAccessibleName(tr("%1. Take this condition away").arg(typed));
        button->installEventFilter(this);
        connect(button, &QToolButton::clicked, this, [this, term] { m_field->removeTerm(term); });
        button->show();
        m_terms.push_back(button);
    }
}

void FilterBar::focusField()
{
    m_field->focus();
}

void FilterBar::clear()
{
    // The field's own button listens to its signals too, so they are not blocked.
    m_field->clear();
    setMarks({});
    setPlace({}, {});
}

void FilterBar::readFilter()
{
    models::setTyped(m_filter, m_field->query());
    m_filter.states.clear();
    for (const StateChip* const chip : m_chips) {
        if (chip->isChecked())
            m_filter.states.push_back(chip->state());
    }
    for (const QAction* const action : m_states) {
        if (action->isChecked())
            m_filter.states.push_back(stateOf(action));
    }
    std::ranges::sort(m_filter.states);
    for (const Problem& problem : m_problems)
        m_filter.*problem.mark = problem.action->isChecked();
}

void FilterBar::apply()
{
    readFilter();
    m_clear->setVisible(!m_filter.isEmpty());
    showTerms();
    showMenuChips();
    arrange();
    emit filterChanged(m_filter);
}

/// In the order in which they stand.
std::vector<QWidget*> FilterBar::line() const
{
    std::vector<QWidget*> widgets(m_chips.begin(), m_chips.end());
    widgets.insert(widgets.end(), {m_problem, m_more});
    widgets.insert(widgets.end(), m_terms.begin(), m_terms.end());
    widgets.insert(widgets.end(), {m_unused, m_place, m_chosen, m_clear});
    return widgets;
}

int FilterBar::widthOfLine() const
{
    const std::vector<QWidget*> widgets = line();
    return std::accumulate(widgets.begin(), widgets.end(), 2 * sideMargin - gap, [](int sum, const QWidget* widget) {
        return widget->isHidden() ? sum : sum + widget->sizeHint().width() + gap;
    });
}

/// The line stays one: first the sum goes, then the words of the chips, and at last the names of places are cut.
void FilterBar::arrange()
{
    std::vector<StateChip*> chips = m_chips;
    chips.insert(chips.end(), {m_problem, m_more});
    for (StateChip* const chip : chips)
        chip->setWordless(false);
    if (widthOfLine() > width()) {
        for (StateChip* const chip : chips)
            chip->setWordless(true);
    }
    int tooMuch = std::max(widthOfLine() - width(), 0);
    int x = sideMargin;
    for (QWidget* const widget : line()) {
        if (widget->isHidden())
            continue;
        QSize size = widget->sizeHint();
        if (auto* const button = qobject_cast<QToolButton*>(widget); button != nullptr && button != m_clear) {
            const int cut = std::min(tooMuch, std::max(size.width() - 3 * size.height(), 0));
            size.rwidth() -= cut;
            tooMuch -= cut;
        }
        const QRect place(x, (height() - size.height()) / 2, size.width(), size.height());
        widget->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
        x += size.width() + gap;
    }
    const int rest = width() - x - sideMargin;
    const QSize sum = m_summary->sizeHint();
    m_summary->setVisible(sum.width() <= rest);
    m_summary->setGeometry(QStyle::visualRect(
        layoutDirection(), rect(),
        QRect(width() - sideMargin - sum.width(), (height() - sum.height()) / 2, sum.width(), sum.height())));
    keepOneTabStop();
}

QSize FilterBar::sizeHint() const
{
    return {widthOfLine() + gap + m_summary->sizeHint().width(), m_more->sizeHint().height() + 2 * lineMargin};
}

QSize FilterBar::minimumSizeHint() const
{
    return {0, sizeHint().height()};
}

void FilterBar::keepOneTabStop()
{
    const std::vector<QWidget*> widgets = line();
    if (m_tabStop == nullptr || m_tabStop->isHidden())
        m_tabStop = widgets.front();
    for (QWidget* const widget : widgets)
        widget->setFocusPolicy(widget == m_tabStop ? Qt::TabFocus : Qt::NoFocus);
}

void FilterBar::step(const QWidget* from, int direction)
{
    std::vector<QWidget*> widgets = line();
    std::erase_if(widgets, [](const QWidget* widget) { return widget->isHidden(); });
    const auto place = std::ranges::find(widgets, from);
    const auto next = place - widgets.begin() + direction;
    if (place == widgets.end() || next < 0 || next >= std::ssize(widgets))
        return;
    m_tabStop = widgets[static_cast<std::size_t>(next)];
    keepOneTabStop();
    m_tabStop->setFocus(Qt::TabFocusReason);
}

bool FilterBar::event(QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::LayoutDirectionChange)
        arrange();
    return QWidget::event(event);
}

bool FilterBar::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Left || key == Qt::Key_Right) {
            const bool isForward = (key == Qt::Key_Right) == (layoutDirection() == Qt::LeftToRight);
            step(qobject_cast<QWidget*>(watched), isForward ? 1 : -1);
            return true;
        }
        const auto* const button = qobject_cast<QAbstractButton*>(watched);
        if (button != nullptr && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
            static_cast<QAbstractButton*>(watched)->click();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void FilterBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace deskwarden::ui
