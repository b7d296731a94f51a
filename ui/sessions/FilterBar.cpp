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
#include <QLocale>
#include <QMenu>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace deskwarden::ui {

namespace {

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
    : ChipLine(QStringLiteral("filter"), parent)
    , m_field(new FilterEdit(this))
    , m_problem(new StateChip("problems", outlineIcon("alert-triangle", Tone::Bad), this))
    , m_more(new StateChip("more", outlineIcon("circle-dashed", Tone::Muted), this))
    , m_idle(new QMenu(this))
    , m_unused(textButton("x", this))
    , m_place(textButton("x", this))
    , m_chosen(textButton("x", this))
    , m_clear(textButton("filter-off", this))
{
    connect(m_field, &FilterEdit::queryChanged, this, &FilterBar::apply);
    connect(m_field, &FilterEdit::listRequested, this, &FilterBar::listRequested);
    connect(m_field, &FilterEdit::allRequested, this, &FilterBar::allRequested);
    addChips();
    addButtons();
    for (QWidget* const widget : line())
        lead(*widget);
    inEachLanguage(*this, [this] { retranslate(); });
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
    emit placeRenamed(label);
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
        setSum(counts.total == 0 ? QString() : models::sessionsText(counts.total));
    else
        setSum(tr("Showing %1 of %2").arg(locale.toString(static_cast<qulonglong>(counts.visible)), total));
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
        forget(*button);
    }
    m_terms.clear();
    for (const models::FilterTerm& term : m_filter.query.terms) {
        QToolButton* const button = textButton("x", this);
        button->setObjectName(QStringLiteral("termButton"));
        const QString typed = m_field->text().mid(term.start, term.length);
        button->setText(models::plainText(typed, 40).replace(u'&', QStringLiteral("&&"))); // no key of the button
        button->setToolTip(tr("Take this condition away"));
        button->setAccessibleName(tr("%1. Take this condition away").arg(typed));
        lead(*button);
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

} // namespace deskwarden::ui
