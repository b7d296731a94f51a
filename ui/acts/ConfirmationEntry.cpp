// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/acts/ConfirmationEntry.h"

#include "ui/acts/ReasonField.h"

#include <QFont>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>

namespace deskwarden::ui {

ConfirmationEntry::ConfirmationEntry(const Parts& parts, QObject* parent)
    : QObject(parent)
    , m_parts(parts)
{
    QFont font = m_parts.title.font();
    font.setPointSizeF(font.pointSizeF() * 1.35);
    font.setBold(true);
    m_parts.title.setFont(font);
    m_parts.who.setForegroundRole(QPalette::PlaceholderText);
    m_parts.reason.installKeyFilter(this);
    m_parts.count.installEventFilter(this);
    connect(&m_parts.count, &QLineEdit::textChanged, this, &ConfirmationEntry::changed);
    connect(&m_parts.reason, &ReasonField::changed, this, &ConfirmationEntry::changed);
}

void ConfirmationEntry::ask(std::size_t number, bool isTyped)
{
    m_number = number;
    m_isTyped = isTyped;
    const QString digits = QString::number(number);
    m_parts.countLabel.setText(tr("To confirm, type the &number %1:").arg(digits));
    m_parts.count.setAccessibleName(tr("To confirm, type the number %1").arg(digits));
    m_parts.countLabel.setVisible(isTyped);
    m_parts.count.setVisible(isTyped);
}

void ConfirmationEntry::addField(QLineEdit& field)
{
    field.installEventFilter(this);
    m_field = &field;
}

bool ConfirmationEntry::isFilledIn() const
{
    const bool isRight = !m_isTyped || m_parts.count.text().trimmed() == QString::number(m_number);
    return isRight && m_parts.reason.isValid();
}

bool ConfirmationEntry::eventFilter(QObject* watched, QEvent* event)
{
    // Enter in a field never throws away what was typed. It confirms where that was said, and else goes on to the next
    // field, never onto the button, where one more Enter would confirm. A key that is held down is no answer.
    if (event->type() == QEvent::KeyPress) {
        const auto* const press = static_cast<QKeyEvent*>(event);
        if (press->key() == Qt::Key_Return || press->key() == Qt::Key_Enter) {
            if (watched == m_field && !m_isByEnter)
                m_parts.reason.setFocus(Qt::TabFocusReason);
            else if (watched != &m_parts.count && m_parts.count.isVisible())
                m_parts.count.setFocus(Qt::TabFocusReason);
            else if (m_isByEnter && !press->isAutoRepeat())
                emit confirmed();
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace deskwarden::ui
