// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/FieldProblem.h"

#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolTip>

#include <algorithm>
#include <utility>

namespace deskwarden::ui {

FieldProblem::FieldProblem(QLineEdit& field, QString name)
    : QObject(&field)
    , m_field(field)
    , m_name(std::move(name))
{
    field.installEventFilter(this);
}

void FieldProblem::say(const QString& sentence)
{
    m_sentence = sentence;
    m_field.setAccessibleDescription(sentence);
    place();
}

void FieldProblem::place()
{
    if (m_sentence.isEmpty() || !m_field.isVisible()) {
        if (m_label)
            m_label->hide();
        return;
    }
    QWidget* const window = m_field.window();
    if (!m_label) {
        m_label = new QLabel(window);
        m_label->setObjectName(m_name);
        m_label->setTextFormat(Qt::PlainText);
        m_label->setWordWrap(true);
        m_label->setFrameShape(QFrame::Box);
        m_label->setMargin(6);
        m_label->setAutoFillBackground(true);
        m_label->setPalette(QToolTip::palette());
        m_label->setBackgroundRole(QPalette::ToolTipBase);
        m_label->setForegroundRole(QPalette::ToolTipText);
    }
    m_label->setText(m_sentence);
    const int room =
        std::min(std::max(m_field.width(), m_field.fontMetrics().averageCharWidth() * 60), window->width() - 16);
    m_label->resize(room, m_label->heightForWidth(room));
    const QPoint below =
        m_field.mapTo(window, QPoint(m_field.isRightToLeft() ? m_field.width() - room : 0, m_field.height() + 2));
    m_label->move(std::clamp(below.x(), 8, std::max(8, window->width() - room - 8)), below.y());
    m_label->show();
    m_label->raise();
}

bool FieldProblem::eventFilter(QObject* watched, QEvent* event)
{
    const bool isElsewhere =
        event->type() == QEvent::Resize || event->type() == QEvent::Show || event->type() == QEvent::Hide;
    if (isElsewhere)
        place();
    return QObject::eventFilter(watched, event);
}

} // namespace deskwarden::ui
