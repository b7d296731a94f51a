// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/acts/MessageDialog.h"

#include "models/table/SessionListModel.h"
#include "models/texts/MessageRules.h"
#include "models/texts/Texts.h"
#include "ui/acts/SessionListTable.h"
#include "ui_MessageDialog.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QScreen>

#include <algorithm>
#include <utility>

namespace deskwarden::ui {

MessageDialog::MessageDialog(management::ActionPlan plan, QWidget* parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::MessageDialog>())
    , m_plan(std::move(plan))
{
    m_plan.action.kind = management::ActionKind::Message;
    m_ui->setupUi(this);
    setWindowModality(Qt::WindowModal);
    m_ui->titleEdit->setText(QString::fromStdString(m_plan.action.title));
    m_ui->textEdit->setPlainText(QString::fromStdString(m_plan.action.text));
    showRecipients();

    connect(m_sendButton, &QPushButton::clicked, this, &MessageDialog::send);
    connect(m_ui->titleEdit, &QLineEdit::textChanged, this, &MessageDialog::validate);
    connect(m_ui->textEdit, &QPlainTextEdit::textChanged, this, &MessageDialog::validate);
    connect(m_ui->reasonEdit, &QLineEdit::textChanged, this, &MessageDialog::validate);
    validate();
    m_ui->titleEdit->setFocus();
    const QFontMetrics metrics = fontMetrics();
    m_ui->textEdit->setMinimumHeight(metrics.lineSpacing() * 5);
    m_ui->sessionsTable->setMinimumHeight(metrics.lineSpacing() * 6);
    resize(sizeHint().expandedTo(QSize(72 * metrics.averageCharWidth(), 32 * metrics.lineSpacing())));
}

MessageDialog::~MessageDialog() = default;

void MessageDialog::setReason(const QString& reason)
{
    m_ui->reasonEdit->setText(reason);
}

void MessageDialog::setReasonRequired(bool isRequired)
{
    m_isReasonRequired = isRequired;
    if (isRequired)
        m_ui->reasonEdit->setPlaceholderText(tr("Policy asks for a reason or a ticket number"));
    validate();
}

void MessageDialog::showRecipients()
{
    const models::Impact impact = models::describeImpact(m_plan.action, m_plan.sessions);
    const bool isEmpty = m_plan.sessions.empty();
    m_ui->headingLabel->setText(isEmpty ? tr("There is nobody to write to.") : impact.title);
    QFont font = m_ui->headingLabel->font();
    font.setPointSizeF(font.pointSizeF() * 1.35);
    font.setBold(true);
    m_ui->headingLabel->setFont(font);
    m_ui->recipientsLabel->setText(impact.lines().join(QLatin1Char('\n')));
    m_ui->recipientsLabel->setVisible(!isEmpty);
    const int width = setUpSessionTable(
        *m_ui->sessionsTable, *new models::SessionListModel(std::span<const core::Session>(m_plan.sessions), this));
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

void MessageDialog::validate()
{
    const QString title = m_ui->titleEdit->text();
    const QString text = m_ui->textEdit->toPlainText();
    m_ui->countLabel->setText(tr("Title %1 of %2, text %3 of %4 characters")
                                  .arg(title.size())
                                  .arg(models::messageTitleLimit)
                                  .arg(text.size())
                                  .arg(models::messageTextLimit));
    const QString problem = models::messageProblem(title, text);
    const QString gap = models::messageGap(title, text);
    if (!problem.isEmpty())
        m_ui->problemNotice->showNotice(NoticePanel::Kind::Failure, problem);
    else if (!gap.isEmpty())
        m_ui->problemNotice->showNotice(NoticePanel::Kind::Hint, gap);
    else
        m_ui->problemNotice->clear();
    const bool isReasoned = !m_isReasonRequired || !m_ui->reasonEdit->text().trimmed().isEmpty();
    m_sendButton->setEnabled(problem.isEmpty() && gap.isEmpty() && isReasoned && !m_plan.sessions.empty());
}

void MessageDialog::send()
{
    if (result() == Accepted || !m_sendButton->isEnabled())
        return;
    const QString title = m_ui->titleEdit->text().trimmed();
    const QString text = m_ui->textEdit->toPlainText();
    const QString reason = m_ui->reasonEdit->text().trimmed();
    accept();
    emit sendRequested(title, text, reason);
}

} // namespace deskwarden::ui
