// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/sessions/FilterBar.h"

#include "models/texts/CountTexts.h"
#include "models/texts/Texts.h"
#include "ui/sessions/FilterEdit.h"
#include "ui/sessions/StateChip.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/InEachLanguage.h"

#include <QAction>
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
    , m_problem(new StateChip("problems", outlineIcon("alert-triangle", Tone::Bad), this))
    , m_more(new StateChip("more", outlineIcon("circle-dashed", Tone::Muted), this))
    , m_idle(new QMenu(this))
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
    inEachLanguage(*this, [this] { retranslate(); });
    keepOneTabStop();
}

void FilterBar::setChosen(std::shared_ptr<const models::ChosenSessions> chosen)
{
    m_filter.chosen = std::move(chosen);
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
    namePlace(label);
    m_place->setVisible(!label.isEmpty());
    apply();
}

void FilterBar::namePlace(const QString& label)
{
    if (label == m_placeLabel)
        return;
    m_placeLabel = label;
    m_place->setText(models::plainText(label, 40).replace(u'&', QStringLiteral("&&"))); // no key of the button
    nameButtons();
    arrange();
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
        m_summary->setText(counts.total == 0 ? QString() : models::sessionsText(counts.total));
    else
        m_summary->setText(tr("Showing %1 of %2").arg(locale.toString(static_cast<qulonglong>(counts.visible)), total));
    arrange();
}

void FilterBar::showMenuChips()
{
    bool isAnyProblem = false;
    for (const Problem& problem : m_problems) {
        problem.action->setText(withCount(tr(problem.text), m_counts.*problem.count));
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
