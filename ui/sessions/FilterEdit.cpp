// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/sessions/FilterEdit.h"

#include "models/table/FilterPieces.h"
#include "ui/widgets/FieldProblem.h"
#include "ui/widgets/InEachLanguage.h"
#include "ui/widgets/SearchField.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QKeySequence>
#include <QStandardItemModel>
#include <QStyle>

#include <algorithm>
#include <utility>

namespace deskwarden::ui {

FilterEdit::FilterEdit(QWidget* parent)
    : QLineEdit(parent)
    , m_offers(new QStandardItemModel(this))
    , m_completer(new QCompleter(m_offers, this))
    , m_problem(new FieldProblem(*this, QStringLiteral("filterProblemLabel")))
{
    setObjectName(QStringLiteral("filterEdit"));
    makeSearchField(*this);
    setMaxLength(200);
    // The lines say what is offered, and what they put in is the whole text that comes of it.
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setCompletionRole(Qt::UserRole);
    m_completer->setMaxVisibleItems(12);
    setCompleter(m_completer);
    connect(this, &QLineEdit::textEdited, this, &FilterEdit::offer);
    connect(this, &QLineEdit::textChanged, this, &FilterEdit::read);
    inEachLanguage(*this, [this] {
        setAccessibleName(tr("Filter"));
        const QString keys = QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText);
        m_hint = tr("Find a person, machine, host… (%1)").arg(keys);
        //: In a field that is too narrow for a sentence. %1 are keys, such as Ctrl+F.
        m_shortHint = tr("Find (%1)").arg(keys);
        setToolTip(m_hint);
        showHint();
        read();
    });
}

const QString& FilterEdit::problem() const
{
    return m_problem->sentence();
}

void FilterEdit::removeTerm(const models::FilterTerm& term)
{
    setText(QString(text()).remove(term.start, term.length).simplified());
}

void FilterEdit::focus()
{
    setFocus(Qt::ShortcutFocusReason);
    selectAll();
}

QSize FilterEdit::minimumSizeHint() const
{
    return {fontMetrics().horizontalAdvance(QLatin1Char('0')) * 18, QLineEdit::minimumSizeHint().height()};
}

void FilterEdit::read()
{
    const auto query = models::parseFilter(text());
    m_unfinished = query || !query.error().isUnfinished ? QString() : query.error().sentence;
    m_problem->say(query || query.error().isUnfinished ? QString() : query.error().sentence);
    m_query = models::understoodOf(text(), models::parseFilter); // the other conditions hold, where they stand
    emit queryChanged();
}

void FilterEdit::offer()
{
    const models::FilterProposals found = models::proposalsFor(text(), cursorPosition(), m_names());
    m_offers->clear();
    for (const models::FilterProposal& proposal : found.proposals) {
        auto* const item = new QStandardItem(
            proposal.meaning.isEmpty() ? proposal.text : proposal.text + QStringLiteral("   ") + proposal.meaning);
        item->setData(QString(text()).replace(found.start, found.length, proposal.text), Qt::UserRole);
        m_offers->appendRow(item);
    }
    if (found.proposals.empty())
        m_completer->popup()->hide();
}

void FilterEdit::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key();
    const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
    // An offer that only begins like the text is the completer's guess: it is taken once a person has marked it.
    if (isEnter && m_completer->popup()->isVisible() && m_completer->popup()->selectionModel()->hasSelection()) {
        event->ignore(); // the completer takes it
        return;
    }
    const bool goesOn = isEnter || key == Qt::Key_Down;
    if (goesOn)
        m_completer->popup()->hide(); // it would take the focus back to the field
    if (goesOn && !m_unfinished.isEmpty())
        m_problem->say(m_unfinished);
    else if (goesOn && problem().isEmpty() && isEnter && (event->modifiers() & Qt::ControlModifier) != 0)
        emit allRequested();
    else if (goesOn && problem().isEmpty())
        emit listRequested();
    else if (key == Qt::Key_Escape && !text().isEmpty())
        clear();
    else if (!goesOn)
        QLineEdit::keyPressEvent(event);
}

void FilterEdit::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    // Only the other conditions hold, and somebody who has gone on must be able to see why.
    if (!m_unfinished.isEmpty() && event->reason() != Qt::PopupFocusReason)
        m_problem->say(m_unfinished);
}

void FilterEdit::resizeEvent(QResizeEvent* event)
{
    QLineEdit::resizeEvent(event);
    showHint();
}

void FilterEdit::showHint()
{
    const int icons = 2 * (style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this) + 12);
    const bool hasRoom = fontMetrics().horizontalAdvance(m_hint) + icons <= width();
    setPlaceholderText(hasRoom ? m_hint : m_shortHint);
}

} // namespace deskwarden::ui
