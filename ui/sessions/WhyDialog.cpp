// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/sessions/WhyDialog.h"

#include "core/Names.h"
#include "models/texts/AccessTexts.h"
#include "ui/sessions/DetailLines.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/NoticePanel.h"

#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace deskwarden::ui {

namespace {

using management::AccessAnswer;

constexpr int longestName = 300; ///< letters of a user or a machine
constexpr int questionLetters = 40;

QString findingText(const management::AccessFinding& finding)
{
    const QString answer = models::answerText(finding.answer);
    const QString sentence = models::describe(finding).joined();
    return sentence.isEmpty() ? answer : WhyDialog::tr("%1. %2").arg(answer, sentence);
}

/// "CORP\ann", "ann@corp.example" or "ann", as on the command line.
management::AccessRequest requestFor(const QString& user, const QString& machine, const core::ServerAddress& broker)
{
    const std::string person = user.trimmed().toStdString();
    const std::size_t backslash = person.find('\\');
    management::AccessRequest request;
    request.user = core::userPart(person);
    request.domain = backslash == std::string::npos ? std::string() : person.substr(0, backslash);
    request.machine = machine.trimmed().toStdString();
    request.broker = broker.host;
    return request;
}

} // namespace

WhyDialog::WhyDialog(std::vector<Broker> brokers, std::function<QDateTime()> now, QWidget* parent,
                     core::StartThread start)
    : QDialog(parent)
    , m_brokers(std::move(brokers))
    , m_now(std::move(now))
    , m_user(new QLineEdit(this))
    , m_machine(new QLineEdit(this))
    , m_brokerLabel(new QLabel(tr("&Broker"), this))
    , m_broker(new QComboBox(this))
    , m_verdict(new NoticePanel(this))
    , m_ask(new QPushButton(outlineIcon("search"), tr("&Look"), this))
    , m_stop(new QPushButton(tr("&Stop"), this))
    , m_copy(new QPushButton(outlineIcon("copy"), tr("&Copy for ticket"), this))
    , m_run(nullptr, std::move(start))
{
    setObjectName(QStringLiteral("whyDialog"));
    setWindowTitle(tr("Why can't the user get in?"));
    layOut();
    for (const Broker& broker : m_brokers)
        m_broker->addItem(broker.name);
    m_brokerLabel->setVisible(m_brokers.size() > 1);
    m_broker->setVisible(m_brokers.size() > 1);
    showHint();
    connect(m_broker, &QComboBox::currentIndexChanged, this, [this] {
        if (m_asked.host.empty())
            showHint();
    });
    connect(m_user, &QLineEdit::textChanged, this, &WhyDialog::enableButtons);
    connect(m_ask, &QPushButton::clicked, this, &WhyDialog::ask);
    connect(m_stop, &QPushButton::clicked, &m_run, &desk::AccessRun::cancel);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_ticket); });
    connect(&m_run, &desk::AccessRun::answered, this, &WhyDialog::showReport);
    connect(&m_run, &desk::AccessRun::failed, this, &WhyDialog::showFailure);
    enableButtons();
}

void WhyDialog::layOut()
{
    m_user->setObjectName(QStringLiteral("whyUserEdit"));
    m_user->setPlaceholderText(tr("DOMAIN\\user"));
    m_user->setMaxLength(longestName);
    m_machine->setObjectName(QStringLiteral("whyMachineEdit"));
    m_machine->setPlaceholderText(tr("not told"));
    m_machine->setMaxLength(longestName);
    m_broker->setObjectName(QStringLiteral("whyBrokerCombo"));
    m_broker->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_broker->setMinimumContentsLength(20);
    m_verdict->setObjectName(QStringLiteral("whyVerdict"));
    m_ask->setObjectName(QStringLiteral("whyAskButton"));
    m_stop->setObjectName(QStringLiteral("whyStopButton"));
    m_copy->setObjectName(QStringLiteral("whyCopyButton"));
    m_ask->setDefault(true);
    auto* const form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&User"), m_user);
    form->addRow(tr("&Machine that is asked for"), m_machine);
    form->addRow(m_brokerLabel, m_broker);
    m_brokerLabel->setBuddy(m_broker);
    auto* const scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("whyFindings"));
    scroll->setAccessibleName(tr("What was looked at"));
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* const content = new QWidget(scroll);
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    m_findings = new DetailLines(*content, questionLetters);
    auto* const column = new QVBoxLayout(content);
    column->addLayout(m_findings);
    column->addStretch();
    scroll->setWidget(content);
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    m_copy->setAutoDefault(false);
    m_stop->setAutoDefault(false);
    buttons->addButton(m_ask, QDialogButtonBox::ActionRole);
    buttons->addButton(m_stop, QDialogButtonBox::ActionRole);
    buttons->addButton(m_copy, QDialogButtonBox::ActionRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* const all = new QVBoxLayout(this);
    all->addLayout(form);
    all->addWidget(m_verdict);
    all->addWidget(scroll, 1);
    all->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 95, fontMetrics().height() * 32);
}

void WhyDialog::showHint()
{
    const bool hasDirectory = !m_brokers.empty() && chosen().directory.has_value();
    m_verdict->showNotice(NoticePanel::Kind::Hint,
                          hasDirectory ? tr("Looks at what the broker and the directory tell, and changes nothing.")
                                       : tr("Looks at what the broker tells, and changes nothing."));
}

const WhyDialog::Broker& WhyDialog::chosen() const
{
    return m_brokers[static_cast<std::size_t>(std::max(m_broker->currentIndex(), 0))];
}

void WhyDialog::askAbout(const core::Session& session)
{
    for (std::size_t i = 0; i < m_brokers.size(); ++i) {
        if (m_brokers[i].profile.address.id() == session.key.server)
            m_broker->setCurrentIndex(static_cast<int>(i));
    }
    m_user->setText(models::accountText(session));
    if (m_ask->isEnabled())
        ask();
}

void WhyDialog::ask()
{
    if (m_brokers.empty() || m_user->text().trimmed().isEmpty())
        return;
    const Broker& broker = chosen();
    m_request = requestFor(m_user->text(), m_machine->text(), broker.profile.address);
    m_asked = broker.profile.address;
    m_ticket.clear();
    m_findings->showLines({});
    m_verdict->showNotice(NoticePanel::Kind::Hint, broker.directory
                                                       ? tr("Asking %1 and the directory…").arg(broker.name)
                                                       : tr("Asking %1…").arg(broker.name));
    m_run.start(broker.connector, broker.profile, m_request, broker.directory);
    enableButtons();
}

void WhyDialog::showFailure(const core::ManagementError& error)
{
    const models::Sentence why = models::describe(error);
    m_verdict->showNotice(NoticePanel::Kind::Failure, why.what, why.nextStep);
    enableButtons();
}

void WhyDialog::showReport(const management::AccessReport& report)
{
    const models::Sentence verdict = models::describe(report);
    const bool isWell = report.verdict() == nullptr && report.isAllKnown() && report.isSeen;
    m_verdict->showNotice(isWell ? NoticePanel::Kind::Success : NoticePanel::Kind::Warning, verdict.what,
                          verdict.nextStep);
    DetailLines::Lines lines;
    for (const AccessAnswer answer : {AccessAnswer::Found, AccessAnswer::NotKnown, AccessAnswer::NotFound}) {
        for (const management::AccessFinding& finding : report.findings) {
            if (finding.answer == answer)
                lines.push_back({models::causeQuestion(finding.cause), findingText(finding)});
        }
    }
    m_findings->showLines(lines);
    m_ticket = models::ticketText(report, m_request, m_asked, m_now());
    enableButtons();
}

void WhyDialog::enableButtons()
{
    const bool isRunning = m_run.isRunning();
    m_ask->setEnabled(!isRunning && !m_brokers.empty() && !m_user->text().trimmed().isEmpty());
    m_stop->setEnabled(isRunning);
    m_copy->setEnabled(!isRunning && !m_ticket.isEmpty());
}

} // namespace deskwarden::ui
