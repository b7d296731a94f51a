// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/acts/ConfirmationDialog.h"

#include "management/seam/ActionSpec.h"
#include "models/activity/DrainTexts.h"
#include "models/table/CellTexts.h"
#include "models/table/SessionListModel.h"
#include "models/table/SessionTableModel.h"
#include "models/texts/PersonImpact.h"
#include "models/texts/Texts.h"
#include "ui/acts/ConfirmationEntry.h"
#include "ui/acts/ReasonField.h"
#include "ui/acts/SessionListTable.h"
#include "ui/widgets/DestructiveButton.h"
#include "ui/widgets/InEachPalette.h"
#include "ui/widgets/ListsGoOn.h"
#include "ui_ConfirmationDialog.h"

#include <QCollator>
#include <QDialogButtonBox>
#include <QLocale>
#include <QPushButton>
#include <QScreen>

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace deskwarden::ui {

namespace {

constexpr qsizetype hostsShown = 6;

/// The name without the domain: the table has it in full.
QString shortHostName(std::string_view host)
{
    const QString name = models::plainText(host, 64);
    const qsizetype dot = name.indexOf(QLatin1Char('.'));
    return dot > 0 ? name.left(dot) : name;
}

} // namespace

ConfirmationDialog::ConfirmationDialog(management::ActionPlan plan, QWidget* parent, models::ServerNames names)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ConfirmationDialog>())
    , m_plan(std::move(plan))
    , m_serverNames(std::move(names))
    , m_sessions(new models::SessionListModel(std::span<const core::Session>(m_plan.sessions), this, m_serverNames))
    , m_leftOut(new models::SessionListModel(std::span<const management::LeftOutSession>(m_plan.leftOut), this,
                                             m_serverNames))
{
    m_ui->setupUi(this);
    setWindowModality(Qt::WindowModal);
    letListsGoOnBehind(*this);
    m_confirmButton = m_ui->buttonBox->addButton(QString(), QDialogButtonBox::ActionRole);
    m_confirmButton->setObjectName(QStringLiteral("confirmButton"));
    if (m_plan.action.kind == management::ActionKind::Logoff)
        inEachPalette(*this, [this] { makeDestructive(*m_confirmButton); });
    m_entry = new ConfirmationEntry(
        {*m_ui->titleLabel, *m_ui->whoLabel, *m_ui->countLabel, *m_ui->countEdit, *m_ui->reasonField}, this);
    setWindowTitle(models::actionName(m_plan.action.kind));
    if (m_plan.sessions.size() == 1)
        m_now = {true, m_plan.sessions.front().state, {}, {}};
    m_tableWidth = showLists();
    m_ui->buttonBox->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    connect(m_confirmButton, &QPushButton::clicked, this, &ConfirmationDialog::confirm);
    connect(m_entry, &ConfirmationEntry::confirmed, this, &ConfirmationDialog::confirm);
    connect(m_entry, &ConfirmationEntry::changed, this, &ConfirmationDialog::updateButton);
    connect(&m_ui->reasonField->edit(), &QLineEdit::textChanged, m_ui->messagePanel, &MessageFirstPanel::setTicket);
    connect(m_ui->messagePanel, &MessageFirstPanel::changed, this, &ConfirmationDialog::takeMessage);
    m_ui->messagePanel->hide();
    m_ui->wavesPanel->offer(m_plan.sessions.size());
    showImpact();
    m_ui->reasonField->setFocus();
}

bool ConfirmationDialog::isPersonal() const noexcept
{
    return m_plan.sessions.size() == 1 && m_plan.leftOut.empty() && !m_isDrain;
}

/// Not once the session has come into use: the key may be on its way to what stood there before.
bool ConfirmationDialog::confirmsByEnter() const noexcept
{
    return isPersonal() && !m_plan.needsTypedCount(m_policy) && !m_hasComeIntoUse;
}

void ConfirmationDialog::follow(const models::SessionTableModel& sessions)
{
    m_live = &sessions;
    connect(&sessions, &models::SessionTableModel::arranged, this, &ConfirmationDialog::refresh);
    refresh();
    m_hasComeIntoUse = false; // it was so when the dialog came
    updateButton();
}

/// What is confirmed is what is shown: the acts compare with these states before they begin.
void ConfirmationDialog::refresh()
{
    const auto nowOf = [this](const core::Session& session) { return m_live->nowOf(session); };
    m_sessions->refresh(nowOf);
    m_leftOut->refresh(nowOf);
    // Both tables are seen in one width.
    m_tableWidth +=
        std::max(showNamesIn(*m_ui->sessionsTable, *m_sessions), showNamesIn(*m_ui->leftOutTable, *m_leftOut));
    bool isChanged = false;
    for (core::Session& session : m_plan.sessions) {
        auto now = nowOf(session);
        if (!now)
            continue;
        if (now->name.isEmpty())
            now->name = m_now.name;
        if (m_plan.sessions.size() == 1 && *now != m_now) {
            m_now = *now;
            isChanged = true;
        }
        if (!now->isThere || now->state == session.state)
            continue;
        m_hasComeIntoUse = m_hasComeIntoUse || (core::isInUse(now->state) && !core::isInUse(session.state));
        session.state = now->state;
        isChanged = true;
    }
    if (isChanged)
        showImpact();
}

/// Measuring asks each child: once, when all is known that is to be shown.
void ConfirmationDialog::setVisible(bool isShown)
{
    if (isShown && !isVisible()) {
        fitSize();
        // The first that must be filled in.
        if (!m_ui->countEdit->isHidden() && !m_policy.requiresReason)
            m_ui->countEdit->setFocus();
    }
    QDialog::setVisible(isShown);
}

/// As wide as the table, as high as all that is shown.
void ConfirmationDialog::fitSize()
{
    const int margins = layout()->contentsMargins().left() + layout()->contentsMargins().right();
    const int wanted = std::max({isPersonal() ? 0 : m_tableWidth, 72 * fontMetrics().averageCharWidth(),
                                 m_ui->messagePanel->isHidden() ? 0 : m_ui->messagePanel->sizeHint().width(),
                                 isVisible() ? this->width() - margins : 0});
    const int width = std::min(wanted + margins, screen()->availableSize().width() * 9 / 10);
    const int height = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width) : sizeHint().height();
    resize(width, isVisible() ? std::max(height, this->height()) : height);
}

ConfirmationDialog::~ConfirmationDialog() = default;

void ConfirmationDialog::showImpact()
{
    const bool isOne = isPersonal();
    for (QWidget* const widget : std::initializer_list<QWidget*>{m_ui->consequenceLabel, m_ui->listsTabs})
        widget->setVisible(!isOne);
    m_ui->whoLabel->setVisible(isOne);
    isOne ? showPerson() : showMany();
    m_confirmButton->setVisible(!m_plan.sessions.empty());
    setAccessibleDescription(m_ui->titleLabel->text());
    showTypedCount();
    takeMessage();
}

void ConfirmationDialog::showPerson()
{
    const core::Session& session = m_plan.sessions.front();
    const models::PersonImpact impact = models::describePerson(
        m_plan.action.kind, session, m_now.unused, models::serverText(session.key.server, m_serverNames), m_now.name);
    m_ui->titleLabel->setText(impact.title);
    m_ui->whoLabel->setText(impact.who);
    if (!m_now.isThere)
        m_ui->impactNotice->showNotice(NoticePanel::Kind::Warning,
                                       tr("This session has ended meanwhile: there is nothing left to do."));
    else
        m_ui->impactNotice->showNotice(impact.isSevere ? NoticePanel::Kind::Warning : NoticePanel::Kind::Hint,
                                       impact.notice);
    m_confirmLabel = impact.confirmLabel;
    for (QLabel* const label : {m_ui->statesCaption, m_ui->statesLabel, m_ui->hostsCaption, m_ui->hostsLabel,
                                m_ui->serversCaption, m_ui->serversLabel})
        label->hide();
}

void ConfirmationDialog::showMany()
{
    const models::Impact impact = models::describeImpact(m_plan.action, m_plan.sessions);
    const bool isEmpty = m_plan.sessions.empty();
    m_ui->titleLabel->setText(isEmpty     ? tr("There is nobody to act upon")
                              : m_isDrain ? tr("Drain VM host %1?").arg(m_drainedHost)
                                          : impact.title);
    m_ui->consequenceLabel->setText(m_isDrain ? impact.consequence + QStringLiteral("\n\n") + models::newcomersNotice()
                                              : impact.consequence);
    m_ui->consequenceLabel->setVisible(!isEmpty);

    QStringList severe;
    QStringList others;
    for (const models::ImpactGroup& group : impact.groups)
        (group.isSevere ? severe : others) << group.text;
    if (severe.isEmpty())
        m_ui->impactNotice->clear();
    else
        m_ui->impactNotice->showNotice(NoticePanel::Kind::Warning, severe.join(QLatin1Char('\n')));
    m_ui->statesCaption->setText(severe.isEmpty() ? tr("By state:") : tr("And:"));
    m_ui->statesLabel->setText(others.join(QLatin1Char('\n')));
    m_ui->statesCaption->setVisible(!others.isEmpty());
    m_ui->statesLabel->setVisible(!others.isEmpty());
    m_ui->hostsLabel->setText(hostsText());
    m_ui->hostsCaption->setVisible(!isEmpty);
    m_ui->hostsLabel->setVisible(!isEmpty);
    m_ui->serversLabel->setText(serversText());
    m_ui->serversCaption->setVisible(m_sessions->hasSeveralServers());
    m_ui->serversLabel->setVisible(m_sessions->hasSeveralServers());
    m_confirmLabel = impact.confirmLabel;
}

QString ConfirmationDialog::serversText() const
{
    std::map<QString, int> counts;
    for (const core::Session& session : m_plan.sessions)
        ++counts[models::serverText(session.key.server, m_serverNames)];
    QStringList parts;
    for (const auto& [server, count] : counts)
        parts << QStringLiteral("%2 (%1)").arg(QLocale().toString(count), server);
    return parts.join(QStringLiteral(" \u00B7 "));
}

QString ConfirmationDialog::hostsText() const
{
    QCollator collator;
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    const auto isBefore = [&collator](const QString& left, const QString& right) {
        return collator.compare(left, right) < 0;
    };
    // Comparing by the rules of a language is dear: once for a host, not for each of its sessions.
    std::unordered_map<std::string_view, int> sessionsOn;
    for (const core::Session& session : m_plan.sessions)
        ++sessionsOn[session.key.vmHostName.view()];
    std::map<QString, int, decltype(isBefore)> counts(isBefore);
    for (const auto& [host, count] : sessionsOn)
        counts[shortHostName(host)] += count;
    QStringList parts;
    for (const auto& [host, count] : counts) {
        if (parts.size() == hostsShown)
            break;
        parts << QStringLiteral("%2 (%1)").arg(QLocale().toString(count), host);
    }
    const int rest = static_cast<int>(counts.size()) - static_cast<int>(parts.size());
    if (rest == 1)
        parts << tr("and 1 more");
    else if (rest > 1)
        parts << tr("and %n more", nullptr, rest);
    return parts.join(QStringLiteral(" · "));
}

int ConfirmationDialog::showLists()
{
    const int sessionsWidth = setUpSessionTable(*m_ui->sessionsTable, *m_sessions);
    const int included = static_cast<int>(m_plan.sessions.size());
    const int excluded = static_cast<int>(m_plan.leftOut.size());
    const int leftOutWidth = excluded > 0 ? setUpSessionTable(*m_ui->leftOutTable, *m_leftOut) : 0;
    m_ui->listsTabs->setTabText(0, tr("&Hit: %1").arg(QLocale().toString(included)));
    m_ui->listsTabs->setTabText(1, tr("&Left out: %1").arg(QLocale().toString(excluded)));
    m_ui->listsTabs->setTabToolTip(1, models::leftOutSummary(m_plan.leftOut));
    m_ui->listsTabs->setTabVisible(1, excluded > 0);
    if (included == 0)
        m_ui->listsTabs->setCurrentIndex(1);
    const int rows = std::clamp(std::max(included, excluded), 4, 12);
    const int rowHeight = fontMetrics().height() * 3 / 2;
    m_listHeight = rowHeight * (std::min(rows, 6) + 3);
    m_ui->listsTabs->setMinimumHeight(m_listHeight);
    for (QTableView* table : {m_ui->sessionsTable, m_ui->leftOutTable})
        table->setSizeAdjustPolicy(QAbstractScrollArea::AdjustIgnored);
    return std::max(sessionsWidth, leftOutWidth);
}

void ConfirmationDialog::showTypedCount()
{
    m_entry->ask(m_plan.sessions.size(), m_plan.needsTypedCount(m_policy));
}

void ConfirmationDialog::setReason(const QString& reason)
{
    m_ui->reasonField->setReason(reason);
}

void ConfirmationDialog::setDrainedHost(const QString& host)
{
    setWindowTitle(tr("Drain VM host"));
    m_isDrain = !m_plan.sessions.empty();
    m_drainedHost = models::plainText(host, 80);
    m_ui->wavesPanel->hide(); // a drain has an order of its own
    if (!m_ui->messagePanel->isHidden())
        m_ui->messagePanel->switchOn(); // a user who works there is to be told
    showImpact();
}

void ConfirmationDialog::setPolicy(const management::Policy& policy)
{
    m_policy = policy;
    m_ui->reasonField->setPolicy(policy);
    showTypedCount();
    updateButton();
}

void ConfirmationDialog::offerTickets(storage::Preferences& preferences, const management::Policy& policy)
{
    m_ui->reasonField->offer(preferences, policy);
    setPolicy(policy);
}

void ConfirmationDialog::offerMessage(storage::Preferences& preferences, const QString& whyNot)
{
    if (m_plan.sessions.empty() || !management::specOf(m_plan.action.kind).canBeToldBefore)
        return;
    m_ui->messagePanel->show();
    m_ui->messagePanel->offer(preferences, m_plan.sessions);
    if (!whyNot.isEmpty())
        m_ui->messagePanel->forbid(whyNot);
}

std::optional<MessageFirst> ConfirmationDialog::messageFirst() const
{
    return m_ui->messagePanel->isHidden() ? std::nullopt : m_ui->messagePanel->choice();
}

std::optional<management::WaveOptions> ConfirmationDialog::waves() const
{
    return m_ui->wavesPanel->choice();
}

void ConfirmationDialog::takeMessage()
{
    const auto message = messageFirst();
    if (!message)
        m_confirmButton->setText(m_confirmLabel);
    else if (message->minutes == 0)
        m_confirmButton->setText(tr("Message first, then log off"));
    else
        m_confirmButton->setText(tr("Message first, log off in %1 min").arg(message->minutes));
    updateButton();
    if (std::exchange(m_hasMessage, message.has_value()) == m_hasMessage)
        return;
    m_ui->listsTabs->setMinimumHeight(m_hasMessage ? std::min(m_listHeight, shortList()) : m_listHeight);
    if (isVisible())
        fitSize();
}

void ConfirmationDialog::updateButton()
{
    const bool isOver = isPersonal() && !m_now.isThere;
    m_confirmButton->setEnabled(!m_plan.sessions.empty() && !isOver && m_entry->isFilledIn() &&
                                m_ui->messagePanel->isValid());
    m_entry->setByEnter(confirmsByEnter());
    m_ui->buttonBox->button(QDialogButtonBox::Cancel)->setDefault(!confirmsByEnter());
    m_confirmButton->setDefault(confirmsByEnter());
}

void ConfirmationDialog::confirm()
{
    if (result() == Accepted || !m_confirmButton->isEnabled())
        return;
    const QString reason = m_ui->reasonField->reason();
    m_ui->reasonField->remember();
    m_ui->messagePanel->remember();
    accept();
    emit confirmed(reason);
}

} // namespace deskwarden::ui
