// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/acts/MessageDialog.h"

#include "models/table/CellTexts.h"
#include "models/table/SessionListModel.h"
#include "models/table/SessionTableModel.h"
#include "models/texts/PersonImpact.h"
#include "models/texts/Texts.h"
#include "ui/acts/MessageEditor.h"
#include "ui/acts/ReasonField.h"
#include "ui/acts/SessionListTable.h"
#include "ui_MessageDialog.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>

#include <algorithm>
#include <utility>

namespace deskwarden::ui {

MessageDialog::MessageDialog(management::ActionPlan plan, QWidget* parent, models::ServerNames names)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::MessageDialog>())
    , m_plan(std::move(plan))
    , m_serverNames(std::move(names))
{
    m_plan.action.kind = management::ActionKind::Message;
    m_ui->setupUi(this);
    setWindowModality(Qt::WindowModal);
    m_ui->messageEditor->setUp(MessageEditor::Purpose::Note, m_plan.sessions);
    m_ui->messageEditor->setMessage(QString::fromStdString(m_plan.action.title),
                                    QString::fromStdString(m_plan.action.text));
    m_ui->wavesPanel->offer(m_plan.sessions.size());
    showRecipients();

    connect(m_sendButton, &QPushButton::clicked, this, &MessageDialog::send);
    connect(m_ui->messageEditor, &MessageEditor::changed, this, &MessageDialog::validate);
    connect(m_ui->reasonField, &ReasonField::changed, this, &MessageDialog::validate);
    connect(&m_ui->reasonField->edit(), &QLineEdit::textChanged, this, [this] {
        m_ui->messageEditor->setFacts({0, m_ui->reasonField->reason()});
    });
    validate();
    m_ui->messageEditor->focusTitle();
    const QFontMetrics metrics = fontMetrics();
    m_ui->sessionsTable->setMinimumHeight(metrics.lineSpacing() * 6);
    const int lines = m_plan.sessions.size() == 1 ? 20 : 30;
    resize(sizeHint()
               .expandedTo(QSize(84 * metrics.averageCharWidth(), lines * metrics.lineSpacing()))
               .boundedTo(screen()->availableSize() * 0.95));
}

MessageDialog::~MessageDialog() = default;

void MessageDialog::setReason(const QString& reason)
{
    m_ui->reasonField->setReason(reason);
}

void MessageDialog::offer(storage::Preferences& preferences, const management::Policy& policy)
{
    m_ui->messageEditor->offerTemplates(preferences);
    m_ui->reasonField->offer(preferences, policy);
    validate();
}

void MessageDialog::follow(const models::SessionTableModel& sessions)
{
    const auto refresh = [this, &sessions] {
        m_recipients->refresh([&sessions](const core::Session& session) { return sessions.nowOf(session); });
    };
    connect(&sessions, &models::SessionTableModel::arranged, this, refresh);
    refresh();
}

void MessageDialog::showRecipients()
{
    models::Impact impact = models::describeImpact(m_plan.action, m_plan.sessions);
    const bool isEmpty = m_plan.sessions.empty();
    const bool isOne = m_plan.sessions.size() == 1;
    if (isOne) {
        const core::Session& session = m_plan.sessions.front();
        const models::PersonImpact person = models::describePerson(
            m_plan.action.kind, session, {}, models::serverText(session.key.server, m_serverNames));
        impact.title = person.title;
        impact.confirmLabel = person.confirmLabel;
        impact.consequence = person.who + u'\n' + person.notice;
        impact.groups.clear();
    }
    m_ui->headingLabel->setText(isEmpty ? tr("There is nobody to write to.") : impact.title);
    QFont font = m_ui->headingLabel->font();
    font.setPointSizeF(font.pointSizeF() * 1.35);
    font.setBold(true);
    m_ui->headingLabel->setFont(font);
    m_ui->recipientsLabel->setText(impact.lines().join(QLatin1Char('\n')));
    m_ui->recipientsLabel->setVisible(!isEmpty);
    m_recipients = new models::SessionListModel(std::span<const core::Session>(m_plan.sessions), this);
    m_ui->sessionsTable->setVisible(!isOne);
    m_ui->listLabel->setVisible(!isOne);
    const int width = isOne ? 0 : setUpSessionTable(*m_ui->sessionsTable, *m_recipients);
    m_ui->sessionsTable->setMinimumWidth(std::min(width, screen()->availableSize().width() * 8 / 10));
    if (!m_plan.leftOut.empty())
        m_ui->leftOutNotice->showNotice(NoticePanel::Kind::Hint, models::leftOutSummary(m_plan.leftOut));

    m_sendButton = m_ui->buttonBox->addButton(isEmpty ? models::actionName(m_plan.action.kind) : impact.confirmLabel,
                                              QDialogButtonBox::ActionRole);
    m_sendButton->setObjectName(QStringLiteral("sendButton"));
    // Enter in the title must not send an unfinished message.
    m_sendButton->setAutoDefault(false);
    QPushButton* cancel = m_ui->buttonBox->button(QDialogButtonBox::Cancel);
    cancel->setText(tr("Cancel"));
    cancel->setAutoDefault(false);
}

std::optional<management::WaveOptions> MessageDialog::waves() const
{
    return m_ui->wavesPanel->choice();
}

void MessageDialog::validate()
{
    m_sendButton->setEnabled(m_ui->messageEditor->isValid() && m_ui->reasonField->isValid() &&
                             !m_plan.sessions.empty());
}

void MessageDialog::send()
{
    if (result() == Accepted || !m_sendButton->isEnabled())
        return;
    const QString title = m_ui->messageEditor->title().trimmed();
    const QString text = m_ui->messageEditor->text();
    const QString reason = m_ui->reasonField->reason();
    m_ui->reasonField->remember();
    accept();
    emit sendRequested(title, text, reason);
}

} // namespace deskwarden::ui
