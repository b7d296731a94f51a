// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/help/ReportDialog.h"

#include "models/texts/Texts.h"
#include "ui/help/ReviewPane.h"
#include "ui/widgets/NoticePanel.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace deskwarden::ui {

ReportDialog::ReportDialog(QWidget* parent, core::StartThread start)
    : QDialog(parent)
    , m_server(new QComboBox(this))
    , m_collect(new QPushButton(tr("&Put it together"), this))
    , m_cancel(new QPushButton(tr("S&top"), this))
    , m_notice(new NoticePanel(this))
    , m_review(new ReviewPane(QStringLiteral("deskwarden-report.txt"), this, start))
    , m_report(nullptr, start)
{
    setObjectName(QStringLiteral("reportDialog"));
    setWindowTitle(tr("Report a problem"));
    setSizeGripEnabled(true);
    auto* const about =
        new QLabel(tr("Versions, settings and the last lines of the log, and if you choose a broker, what is said "
                      "between it and this program while it is asked once more. Nothing is changed there. Names and "
                      "addresses are replaced, passwords are never in it. You read it first; it goes to nobody by "
                      "itself."),
                   this);
    about->setTextFormat(Qt::PlainText);
    about->setWordWrap(true);
    m_server->setObjectName(QStringLiteral("reportServerBox"));
    m_collect->setObjectName(QStringLiteral("collectButton"));
    m_collect->setDefault(true);
    m_cancel->setObjectName(QStringLiteral("cancelReportButton"));
    m_cancel->setAutoDefault(false);
    m_notice->setObjectName(QStringLiteral("reportNotice"));
    auto* const label = new QLabel(tr("Conversation &with"), this);
    label->setBuddy(m_server);
    auto* const choice = new QHBoxLayout;
    choice->addWidget(label);
    choice->addWidget(m_server, 1);
    choice->addWidget(m_collect);
    choice->addWidget(m_cancel);
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    auto* const layout = new QVBoxLayout(this);
    layout->addWidget(about);
    layout->addLayout(choice);
    layout->addWidget(m_notice);
    layout->addWidget(m_review, 1);
    layout->addWidget(buttons);
    connect(m_collect, &QPushButton::clicked, this, &ReportDialog::collect);
    connect(m_cancel, &QPushButton::clicked, this, &ReportDialog::cancelRun);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&m_report, &desk::ProblemReport::finished, this, &ReportDialog::showReport);
    setServers({});
    setRunning(false);
    resize(fontMetrics().averageCharWidth() * 100, fontMetrics().height() * 34);
}

void ReportDialog::setServers(const std::vector<std::pair<QString, core::ServerId>>& servers)
{
    m_server->clear();
    m_servers.clear();
    m_server->addItem(tr("No broker"));
    for (const auto& [name, server] : servers) {
        m_server->addItem(name);
        m_servers.push_back(server);
    }
}

void ReportDialog::collect()
{
    m_review->clear();
    m_notice->clear();
    const int chosen = m_server->currentIndex() - 1;
    emit wanted(chosen < 0 ? std::nullopt : std::optional(m_servers.at(static_cast<std::size_t>(chosen))));
}

void ReportDialog::start(desk::ReportFacts facts, std::optional<desk::ConversationRun> conversation)
{
    if (conversation)
        m_notice->showNotice(NoticePanel::Kind::Hint, tr("Asking %1…").arg(m_server->currentText()));
    m_report.start(std::move(facts), std::move(conversation));
    setRunning(true);
}

void ReportDialog::showFailure(const core::ManagementError& error)
{
    const models::Sentence why = models::describe(error);
    m_notice->showNotice(NoticePanel::Kind::Failure, why.what, why.nextStep);
}

void ReportDialog::cancelRun()
{
    m_report.cancel();
    m_notice->showNotice(NoticePanel::Kind::Hint, tr("It was stopped."));
    setRunning(false);
    m_collect->setFocus();
}

void ReportDialog::showReport(const QByteArray& report)
{
    setRunning(false);
    m_notice->showNotice(NoticePanel::Kind::Hint, tr("Read it before you give it away."));
    m_review->showText(report);
    m_review->setFocus();
}

void ReportDialog::setRunning(bool isRunning)
{
    m_collect->setEnabled(!isRunning);
    m_server->setEnabled(!isRunning);
    m_cancel->setVisible(isRunning);
}

} // namespace deskwarden::ui
