// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/acts/AsSoonAsDialog.h"

#include "core/Names.h"
#include "models/table/SessionListModel.h"
#include "models/table/SessionTableModel.h"
#include "models/texts/MessageRules.h"
#include "models/texts/Texts.h"
#include "ui/acts/ReasonField.h"
#include "ui/acts/SessionListTable.h"
#include "ui/widgets/ListsGoOn.h"
#include "ui/widgets/NoticePanel.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScreen>
#include <QSpinBox>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace deskwarden::ui {

using management::AwaitedEvent;

namespace {

constexpr int usualHours = 4; ///< until the end
constexpr int longestMinutes = 7 * 24 * 60;
constexpr int mostLines = 6; ///< of sessions that are seen at once

QDateTime asQt(management::StandingOrder::Time time)
{
    return QDateTime::fromMSecsSinceEpoch(
        std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count());
}

} // namespace

AsSoonAsDialog::AsSoonAsDialog(std::vector<core::Session> sessions, management::PlanRules rules,
                               management::StandingOrder::Time now, QWidget* parent)
    : QDialog(parent)
    , m_sessions(std::move(sessions))
    , m_rules(std::move(rules))
    , m_list(new models::SessionListModel(std::span<const core::Session>(m_sessions), this))
    , m_form(new QFormLayout)
    , m_event(new QButtonGroup(this))
    , m_minutes(new QSpinBox(this))
    , m_title(new QLineEdit(this))
    , m_text(new QLineEdit(this))
    , m_until(new QDateTimeEdit(asQt(now).addSecs(usualHours * 3600), this))
    , m_kept(new QCheckBox(tr("&Keep it when the program ends"), this))
    , m_reason(new ReasonField(this))
    , m_notice(new NoticePanel(this))
{
    setObjectName(QStringLiteral("asSoonAsDialog"));
    setWindowTitle(tr("As soon as"));
    setWindowModality(Qt::WindowModal);
    letListsGoOnBehind(*this);
    m_until->setMinimumDateTime(asQt(now).addSecs(60));
    m_until->setMaximumDateTime(asQt(now).addDays(30));
    m_reason->setPolicy(m_rules.policy);
    layOut();
    connect(m_event, &QButtonGroup::idClicked, this, &AsSoonAsDialog::update);
    connect(m_kept, &QCheckBox::toggled, this, &AsSoonAsDialog::update);
    for (QLineEdit* const edit : {m_title, m_text})
        connect(edit, &QLineEdit::textChanged, this, &AsSoonAsDialog::update);
    connect(m_reason, &ReasonField::changed, this, &AsSoonAsDialog::update);
    for (QAbstractButton* const button : m_event->buttons()) {
        if (button->isEnabled()) {
            button->setChecked(true);
            break;
        }
    }
    update();
}

void AsSoonAsDialog::layOut()
{
    m_minutes->setObjectName(QStringLiteral("disconnectedMinutesSpin"));
    m_minutes->setRange(1, longestMinutes);
    m_minutes->setValue(15);
    m_minutes->setSuffix(tr(" min"));
    m_minutes->setAccessibleName(tr("For how many minutes the session has been disconnected"));
    m_title->setObjectName(QStringLiteral("backTitleEdit"));
    m_text->setObjectName(QStringLiteral("backTextEdit"));
    m_until->setObjectName(QStringLiteral("untilEdit"));
    m_until->setCalendarPopup(true);
    m_kept->setObjectName(QStringLiteral("keptCheck"));
    m_reason->setObjectName(QStringLiteral("asSoonAsReason"));
    auto* const table = new QTableView(this);
    table->setAccessibleName(tr("Sessions that it is about"));
    const int room = screen()->availableSize().width() - fontMetrics().averageCharWidth() * 12;
    const int width = setUpSessionTable(*table, *m_list);
    const int lines = 1 + std::clamp(static_cast<int>(m_sessions.size()), 1, mostLines); // with the titles
    const int height = (lines + 1) * table->verticalHeader()->defaultSectionSize();
    table->setMinimumSize(std::min(width, room), height);
    if (m_sessions.size() <= mostLines)
        table->setMaximumHeight(height);

    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->addRow(addChoice(AwaitedEvent::DisconnectedFor, "disconnectedForRadio",
                             tr("&Log off when the session has been disconnected for:")),
                   m_minutes);
    m_form->addRow(addChoice(AwaitedEvent::HostEmpty, "hostEmptyRadio", tr("&Tell me when nobody is on the VM host")));
    m_form->addRow(addChoice(AwaitedEvent::UserBack, "userBackRadio", tr("Send a &message when the user is back")));
    m_form->addRow(tr("T&itle:"), m_title);
    m_form->addRow(tr("Te&xt:"), m_text);
    m_form->addRow(tr("&Until:"), m_until);
    m_form->addRow(tr("&Reason or ticket:"), m_reason);
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    m_give = buttons->addButton(tr("Wait for it"), QDialogButtonBox::ActionRole);
    m_give->setObjectName(QStringLiteral("giveButton"));
    connect(m_give, &QPushButton::clicked, this, &AsSoonAsDialog::give);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* const column = new QVBoxLayout(this);
    column->addWidget(table, 1);
    column->addLayout(m_form);
    column->addWidget(m_kept);
    column->addWidget(m_notice);
    column->addWidget(buttons);
}

/// What policy forbids for the act is forbidden for later as well.
QRadioButton* AsSoonAsDialog::addChoice(AwaitedEvent event, const char* name, const QString& text)
{
    auto* const choice = new QRadioButton(text, this);
    choice->setObjectName(QString::fromLatin1(name));
    m_event->addButton(choice, static_cast<int>(event));
    const auto kind =
        event == AwaitedEvent::UserBack ? management::ActionKind::Message : management::ActionKind::Logoff;
    if (event == AwaitedEvent::HostEmpty)
        return choice;
    if (const auto refusal = m_rules.policy.refusalOf(kind)) {
        choice->setEnabled(false);
        choice->setToolTip(models::describe(*refusal, m_rules.policy).joined());
    }
    return choice;
}

void AsSoonAsDialog::offer(storage::Preferences& preferences)
{
    m_reason->offer(preferences, m_rules.policy);
    update();
}

void AsSoonAsDialog::follow(const models::SessionTableModel& sessions)
{
    const auto refresh = [this, &sessions] {
        m_list->refresh([&sessions](const core::Session& session) { return sessions.nowOf(session); });
    };
    connect(&sessions, &models::SessionTableModel::arranged, this, refresh);
    refresh();
}

AwaitedEvent AsSoonAsDialog::awaited() const
{
    return static_cast<AwaitedEvent>(std::max(m_event->checkedId(), 0));
}

/// The sessions that an order can be about: of a host one, of a user one, and nobody whom the rules leave out.
std::vector<core::Session> AsSoonAsDialog::subjects() const
{
    std::vector<core::Session> chosen;
    const AwaitedEvent what = awaited();
    const auto isSameSubject = [what](const core::Session& left, const core::Session& right) {
        if (left.key.server != right.key.server || what == AwaitedEvent::DisconnectedFor)
            return false;
        return what == AwaitedEvent::HostEmpty ? core::isSameName(left.key.vmHostName, right.key.vmHostName)
                                               : core::isSameName(left.userName, right.userName) &&
                                                     core::isSameName(left.domainName, right.domainName);
    };
    management::Action action;
    action.kind = what == AwaitedEvent::UserBack ? management::ActionKind::Message : management::ActionKind::Logoff;
    const auto candidates =
        what == AwaitedEvent::HostEmpty ? m_sessions : management::planFor(action, m_sessions, m_rules).sessions;
    for (const core::Session& session : candidates) {
        if (std::ranges::none_of(chosen, [&](const core::Session& one) { return isSameSubject(one, session); }))
            chosen.push_back(session);
    }
    return chosen;
}

std::vector<management::StandingOrder> AsSoonAsDialog::orders() const
{
    std::vector<management::StandingOrder> orders;
    for (const core::Session& session : subjects()) {
        management::StandingOrder order;
        order.event = awaited();
        order.session = session;
        order.duration = std::chrono::minutes(m_minutes->value());
        if (order.event == AwaitedEvent::UserBack) {
            order.action.kind = management::ActionKind::Message;
            order.action.title = m_title->text().trimmed().toStdString();
            order.action.text = m_text->text().toStdString();
        }
        order.reason = m_reason->reason().toStdString();
        order.until =
            management::StandingOrder::Time(std::chrono::milliseconds(m_until->dateTime().toMSecsSinceEpoch()));
        order.isAway = !core::isInUse(session.state);
        order.isKept = m_kept->isChecked();
        orders.push_back(std::move(order));
    }
    return orders;
}

/// As for so many acts that are confirmed at once; to be told is no act.
std::optional<management::PolicyRefusal> AsSoonAsDialog::refusalOf(std::size_t orders) const
{
    if (awaited() == AwaitedEvent::HostEmpty)
        return std::nullopt;
    const bool isMessage = awaited() == AwaitedEvent::UserBack;
    return m_rules.policy.refusalOf(isMessage ? management::ActionKind::Message : management::ActionKind::Logoff,
                                    orders);
}

void AsSoonAsDialog::update()
{
    const bool isMessage = awaited() == AwaitedEvent::UserBack;
    m_minutes->setEnabled(awaited() == AwaitedEvent::DisconnectedFor);
    m_form->setRowVisible(m_title, isMessage);
    m_form->setRowVisible(m_text, isMessage);
    m_reason->setEnabled(awaited() != AwaitedEvent::HostEmpty);
    const bool isWritten = !isMessage || (!m_title->text().trimmed().isEmpty() && !m_text->text().trimmed().isEmpty());
    const QString problem =
        isMessage && isWritten ? models::messageProblem(m_title->text().trimmed(), m_text->text()) : QString();
    const std::size_t count = subjects().size();
    if (!problem.isEmpty())
        m_notice->showNotice(NoticePanel::Kind::Failure, problem);
    else if (count == 0)
        m_notice->showNotice(NoticePanel::Kind::Warning, tr("None of these sessions can be waited for in this way."));
    else if (const auto refusal = refusalOf(count))
        m_notice->showNotice(NoticePanel::Kind::Failure, models::describe(*refusal, m_rules.policy).joined());
    else if (m_kept->isChecked())
        m_notice->clear();
    else
        m_notice->showNotice(NoticePanel::Kind::Hint, tr("Without that it ends with the program."));
    m_give->setEnabled(count > 0 && isWritten && problem.isEmpty() && !refusalOf(count) &&
                       m_event->checkedButton() != nullptr &&
                       (awaited() == AwaitedEvent::HostEmpty || m_reason->isValid()));
}

void AsSoonAsDialog::give()
{
    if (result() == Accepted || !m_give->isEnabled())
        return;
    const auto chosen = orders();
    m_reason->remember();
    accept();
    emit given(chosen);
}

} // namespace deskwarden::ui
