// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/acts/ReasonField.h"

#include "models/texts/Texts.h"
#include "storage/Preferences.h"
#include "ui/widgets/NoticePanel.h"

#include <QComboBox>
#include <QEvent>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>
#include <QVBoxLayout>

namespace deskwarden::ui {

namespace {

constexpr int longestTicket = 500;
constexpr int mostRecent = 10;

QStringList recentTickets(const storage::Preferences& preferences)
{
    QStringList tickets;
    const QString kept = preferences.value(storage::preference::recentTickets);
    const QJsonArray entries = QJsonDocument::fromJson(kept.toUtf8()).array();
    for (const auto& entry : entries) {
        const QString ticket = entry.toString().trimmed();
        if (!ticket.isEmpty() && ticket.size() <= longestTicket && tickets.size() < mostRecent)
            tickets << ticket;
    }
    return tickets;
}

} // namespace

QString ReasonField::latestTicket(const storage::Preferences& preferences)
{
    const QStringList tickets = recentTickets(preferences);
    return tickets.isEmpty() ? QString() : tickets.front();
}

ReasonField::ReasonField(QWidget* parent)
    : QWidget(parent)
    , m_combo(new QComboBox(this))
    , m_notice(new NoticePanel(this))
{
    m_combo->setObjectName(QStringLiteral("reasonCombo"));
    m_combo->setEditable(true);
    m_combo->setInsertPolicy(QComboBox::NoInsert);
    // What completes itself while somebody types would put an old ticket into the record.
    m_combo->setCompleter(nullptr);
    m_combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_combo->setMinimumContentsLength(24);
    edit().setObjectName(QStringLiteral("reasonEdit"));
    edit().setMaxLength(longestTicket);
    edit().setAccessibleName(tr("Reason or ticket"));
    m_combo->setAccessibleName(tr("Reason or ticket"));
    m_notice->setObjectName(QStringLiteral("reasonNotice"));
    m_combo->installEventFilter(this);
    setFocusProxy(m_combo);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_combo);
    column->addWidget(m_notice);
    connect(m_combo, &QComboBox::currentTextChanged, this, &ReasonField::validate);
    setPolicy(m_policy);
}

QLineEdit& ReasonField::edit() const
{
    return *m_combo->lineEdit();
}

void ReasonField::installKeyFilter(QObject* filter)
{
    m_combo->installEventFilter(filter); // it has the focus, and hands keys on
    edit().installEventFilter(filter);
}

/// A wheel that is turned above the field must not put an old ticket into it.
bool ReasonField::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Wheel) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ReasonField::offer(storage::Preferences& preferences, const management::Policy& policy)
{
    m_preferences = &preferences;
    m_pattern = preferences.value(storage::preference::ticketPattern).trimmed();
    const QString written = edit().text();
    m_combo->clear();
    m_combo->addItems(recentTickets(preferences));
    m_combo->setCurrentIndex(-1);
    edit().setText(written);
    setPolicy(policy);
}

void ReasonField::setPolicy(const management::Policy& policy)
{
    m_policy = policy;
    QStringList patterns;
    for (const std::string& pattern : policy.ticketPatterns)
        patterns << models::plainText(pattern, 40);
    if (!m_pattern.isEmpty())
        patterns << models::plainText(m_pattern, 40);
    if (!patterns.isEmpty()) {
        const QString looks = patterns.join(QStringLiteral(", "));
        edit().setPlaceholderText(policy.requiresReason ? tr("needed; such as %1").arg(looks)
                                                        : tr("such as %1; may stay empty").arg(looks));
    } else {
        edit().setPlaceholderText(policy.requiresReason ? tr("Policy asks for a reason or a ticket number")
                                                        : tr("for the record, may stay empty"));
    }
    validate();
}

QString ReasonField::reason() const
{
    return edit().text().trimmed();
}

void ReasonField::setReason(const QString& reason)
{
    edit().setText(reason);
}

QString ReasonField::problem() const
{
    if (const auto refusal = m_policy.refusalOf(reason().toStdString());
        refusal && *refusal != management::PolicyRefusal::ReasonMissing)
        return models::describe(*refusal, m_policy).joined();
    if (reason().isEmpty() || m_pattern.isEmpty() ||
        management::fitsTicketPattern(reason().toStdString(), m_pattern.toStdString()))
        return {};
    return tr("By your preferences a ticket looks like %1 (* stands for any text, # for one digit).")
        .arg(models::plainText(m_pattern, 80));
}

void ReasonField::validate()
{
    const QString wrong = problem();
    m_isValid = wrong.isEmpty() && !m_policy.refusalOf(reason().toStdString());
    if (wrong.isEmpty())
        m_notice->clear();
    else
        m_notice->showNotice(NoticePanel::Kind::Hint, wrong);
    emit changed();
}

void ReasonField::remember()
{
    if (m_preferences == nullptr || reason().isEmpty())
        return;
    QStringList tickets = recentTickets(*m_preferences);
    tickets.removeAll(reason());
    tickets.prepend(reason());
    m_preferences->setValue(
        storage::preference::recentTickets,
        QString::fromUtf8(
            QJsonDocument(QJsonArray::fromStringList(tickets.mid(0, mostRecent))).toJson(QJsonDocument::Compact)));
}

} // namespace deskwarden::ui
