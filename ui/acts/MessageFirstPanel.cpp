// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/acts/MessageFirstPanel.h"

#include "models/texts/MessageTemplate.h"
#include "storage/Preferences.h"
#include "ui/acts/MessageEditor.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStyle>
#include <QVBoxLayout>

#include <array>

namespace deskwarden::ui {

management::GraceOptions MessageFirst::options() const
{
    return {std::chrono::minutes(minutes), isForTold};
}

MessageFirstPanel::MessageFirstPanel(QWidget* parent)
    : QWidget(parent)
    , m_wanted(new QCheckBox(tr("Send a &message first"), this))
    , m_body(new QWidget(this))
    , m_editor(new MessageEditor(m_body))
    , m_minutes(new QSpinBox(m_editor))
    , m_forTold(new QCheckBox(tr("Log off &only users who got the message"), m_body))
{
    layOut();
    connect(m_wanted, &QCheckBox::toggled, this, &MessageFirstPanel::update);
    connect(m_editor, &MessageEditor::changed, this, &MessageFirstPanel::changed);
    connect(m_minutes, &QSpinBox::valueChanged, this, &MessageFirstPanel::update);
    connect(m_forTold, &QCheckBox::toggled, this, &MessageFirstPanel::changed);
    update();
}

void MessageFirstPanel::layOut()
{
    m_wanted->setObjectName(QStringLiteral("messageFirstCheck"));
    m_body->setObjectName(QStringLiteral("messageFirstBody"));
    m_minutes->setObjectName(QStringLiteral("graceSpin"));
    m_forTold->setObjectName(QStringLiteral("forToldCheck"));
    m_minutes->setRange(0, 1440);
    m_minutes->setSuffix(tr(" min"));
    m_minutes->setSpecialValueText(tr("at once"));
    m_forTold->setToolTip(tr("Users who may not have got the message are left alone, and the list says so"));
    auto* const time = new QHBoxLayout;
    auto* const after = new QLabel(tr("Log off a&fter:"), m_editor);
    after->setBuddy(m_minutes);
    time->addWidget(after);
    time->addWidget(m_minutes);
    time->addStretch(1);
    m_editor->addBeside(time);
    auto* const body = new QVBoxLayout(m_body);
    body->setContentsMargins(style()->pixelMetric(QStyle::PM_IndicatorWidth) + 6, 0, 0, 0);
    body->addWidget(m_editor);
    body->addWidget(m_forTold);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_wanted);
    column->addWidget(m_body);
    if (auto* const edit = m_editor->findChild<QWidget*>(QStringLiteral("editTemplatesButton"))) {
        setTabOrder(edit, m_minutes);
        setTabOrder(m_minutes, m_editor->findChild<QWidget*>(QStringLiteral("messageTitleEdit")));
    }
    setTabOrder(m_editor->findChild<QWidget*>(QStringLiteral("messagePreview")), m_forTold);
    m_body->hide();
}

void MessageFirstPanel::offer(storage::Preferences& preferences, std::span<const core::Session> sessions)
{
    namespace key = storage::preference;
    m_preferences = &preferences;
    m_editor->setUp(MessageEditor::Purpose::Warning, sessions);
    m_editor->offerTemplates(preferences);
    const QString title = preferences.value(key::messageTitle);
    const QString text = preferences.value(key::messageText);
    const bool isFirstTime = title.isEmpty() || text.isEmpty();
    const std::array quiet{QSignalBlocker(m_minutes), QSignalBlocker(m_forTold), QSignalBlocker(m_wanted)};
    m_editor->setMessage(isFirstTime ? m_editor->templates().front().title : title,
                         isFirstTime ? m_editor->templates().front().text : text);
    m_minutes->setValue(preferences.value(key::graceMinutes));
    m_forTold->setChecked(preferences.value(key::onlyTold));
    m_wanted->setChecked(preferences.value(key::messageFirst));
    update();
}

void MessageFirstPanel::forbid(const QString& why)
{
    m_wanted->setChecked(false);
    m_wanted->setEnabled(false);
    m_wanted->setToolTip(why);
    m_wanted->setText(tr("Send a message first (policy forbids messages)"));
}

void MessageFirstPanel::switchOn()
{
    m_isSwitchedOn = true;
    m_wanted->setChecked(m_wanted->isEnabled());
}

void MessageFirstPanel::setTicket(const QString& ticket)
{
    m_ticket = ticket.trimmed();
    update();
}

void MessageFirstPanel::remember()
{
    namespace key = storage::preference;
    if (m_preferences == nullptr || !m_wanted->isEnabled())
        return;
    if (!m_isSwitchedOn)
        m_preferences->setValue(key::messageFirst, m_wanted->isChecked());
    const auto chosen = choice();
    if (!chosen)
        return;
    m_preferences->setValue(key::messageTitle, chosen->title);
    m_preferences->setValue(key::messageText, chosen->text);
    m_preferences->setValue(key::graceMinutes, chosen->minutes);
    m_preferences->setValue(key::onlyTold, chosen->isForTold);
}

std::optional<MessageFirst> MessageFirstPanel::choice() const
{
    if (!m_wanted->isChecked())
        return std::nullopt;
    return MessageFirst{m_editor->title().trimmed(), m_editor->text(), m_minutes->value(), m_forTold->isChecked()};
}

bool MessageFirstPanel::isValid() const
{
    return !m_wanted->isChecked() || m_editor->isValid();
}

void MessageFirstPanel::update()
{
    m_body->setVisible(m_wanted->isChecked());
    m_editor->setFacts({m_minutes->value(), m_ticket}); // tells that it has changed
}

/// Enter in a field must neither confirm nor throw away what was typed: it goes on to the next one.
void MessageFirstPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        focusNextChild();
    else
        QWidget::keyPressEvent(event);
}

} // namespace deskwarden::ui
