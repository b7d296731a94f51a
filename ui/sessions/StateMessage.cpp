// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/sessions/StateMessage.h"

#include "ui/widgets/IconLabel.h"
#include "ui/widgets/Icons.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace deskwarden::ui {

namespace {

constexpr int messageIconSide = 64;
constexpr int textWidth = 460;

} // namespace

StateMessage::StateMessage(QWidget* parent, const QString& name)
    : QWidget(parent)
    , m_icon(new IconLabel(messageIconSide, this))
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_button(new QPushButton(this))
{
    setObjectName(name + QStringLiteral("Message"));
    m_title->setObjectName(name + QStringLiteral("TitleLabel"));
    m_text->setObjectName(name + QStringLiteral("TextLabel"));
    m_button->setObjectName(name + QStringLiteral("Button"));
    m_title->setTextFormat(Qt::PlainText);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_title->setWordWrap(true);
    QFont large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 1.4);
    large.setWeight(QFont::DemiBold);
    m_title->setFont(large);
    for (QLabel* const label : {m_title, m_text})
        label->setAlignment(Qt::AlignCenter);
    connect(m_button, &QPushButton::clicked, this, &StateMessage::buttonClicked);

    // The labels fill the column: a layout gives wrapped labels their height only where it does not align them.
    auto* const body = new QWidget(this);
    body->setMaximumWidth(textWidth);
    auto* const column = new QVBoxLayout(body);
    column->setSpacing(10);
    column->addStretch(2);
    column->addWidget(m_icon, 0, Qt::AlignHCenter);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addSpacing(6);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addStretch(3);
    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 16, 0);
    row->addStretch(1);
    row->addWidget(body, 100);
    row->addStretch(1);

    parent->installEventFilter(this);
    setGeometry(parent->rect());
    hide();
}

void StateMessage::showMessage(const char* icon, const QString& title, const QString& text, const QString& buttonLabel)
{
    m_icon->showIcon(outlineIcon(icon, Tone::Muted));
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    m_button->setText(buttonLabel);
    m_button->setVisible(!buttonLabel.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(text);
    show();
}

void StateMessage::forget()
{
    hide();
    for (QLabel* const label : {m_title, m_text})
        label->clear();
    m_button->setText({});
    setAccessibleName({});
    setAccessibleDescription({});
}

QString StateMessage::title() const
{
    return isHidden() ? QString() : m_title->text();
}

bool StateMessage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parent() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

} // namespace deskwarden::ui
