// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/sessions/FilterEdit.h"

#include "ui/widgets/Icons.h"

#include <QKeyEvent>
#include <QKeySequence>

namespace deskwarden::ui {

FilterEdit::FilterEdit(QWidget* parent)
    : QLineEdit(parent)
{
    setObjectName(QStringLiteral("filterEdit"));
    setAccessibleName(tr("Filter"));
    setPlaceholderText(tr("Find a person, machine, host… (%1)")
                           .arg(QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText)));
    setClearButtonEnabled(true);
    setMaxLength(200);
    addAction(outlineIcon("search", Tone::Muted), LeadingPosition);
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

void FilterEdit::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key();
    if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter)
        emit listRequested();
    else if (key == Qt::Key_Escape && !text().isEmpty())
        clear();
    else
        QLineEdit::keyPressEvent(event);
}

} // namespace deskwarden::ui
