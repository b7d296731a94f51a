// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/window/SupportFlow.h"

#include "desk/ConsoleLog.h"
#include "desk/UpdateCheck.h"
#include "models/texts/Texts.h"
#include "ui/help/LogWindow.h"
#include "ui/help/ReportDialog.h"
#include "ui/help/UpdateDialog.h"
#include "ui/sessions/SessionPane.h"
#include "ui/sessions/TableState.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/InEachLanguage.h"
#include "ui/widgets/NoticePanel.h"
#include "ui/window/ActionSet.h"

#include <QAction>
#include <QGuiApplication>
#include <QLocale>
#include <QMainWindow>
#include <QMenu>
#include <QSysInfo>

#include <utility>
#include <vector>

namespace deskwarden::ui {

namespace {

QStringList surroundings(const QMainWindow& window)
{
    return {QStringLiteral("Qt %1 on %2, %3")
                .arg(QString::fromLatin1(qVersion()), QGuiApplication::platformName(), QSysInfo::buildAbi()),
            QStringLiteral("system: %1, kernel %2 %3")
                .arg(QSysInfo::prettyProductName(), QSysInfo::kernelType(), QSysInfo::kernelVersion()),
            QStringLiteral("language: %1, scale: %2, window: %3x%4")
                .arg(QLocale().name())
                .arg(window.devicePixelRatioF())
                .arg(window.width())
                .arg(window.height())};
}

} // namespace

SupportFlow::SupportFlow(QMainWindow& window, desk::Console& console, SessionPane& pane, const ActionSet& actions)
    : QObject(&window)
    , m_window(window)
    , m_console(console)
    , m_pane(pane)
    , m_actions(actions)
{
    const desk::Services& services = console.services();
    if (services.log != nullptr) {
        new desk::ConsoleLog(console.servers(), console.acts(), this);
        offerLog();
    }
    offerReport();
    if (services.readWeb)
        offerUpdateCheck();
    if (services.files != nullptr)
        connect(services.files, &storage::FileQueue::failed, this, &SupportFlow::noteUnsaved);
}

/// Into the menu of the help, before its last entry.
QAction* SupportFlow::make(const char* name, const char* icon, const char* text, const char* tip)
{
    auto* const action = new QAction(outlineIcon(icon), QString(), this);
    inEachLanguage(m_window, [action, text, tip] {
        action->setText(tr(text));
        action->setStatusTip(tr(tip));
    });
    action->setObjectName(QString::fromLatin1(name));
    m_window.addAction(action);
    for (QObject* const holder : m_actions.about->associatedObjects()) {
        if (auto* const menu = qobject_cast<QMenu*>(holder))
            menu->insertAction(m_actions.about, action);
    }
    return action;
}

void SupportFlow::offerLog()
{
    QAction* const log = make("logAction", "list-details", QT_TR_NOOP("&Log"),
                              QT_TR_NOOP("What this program has done and met since it was started."));
    connect(log, &QAction::triggered, this, &SupportFlow::openLog);
}

void SupportFlow::offerReport()
{
    QAction* const report = make("reportAction", "alert-circle", QT_TR_NOOP("&Report a problem…"),
                                 QT_TR_NOOP("Put together what helps those who mend this program; you read it first."));
    connect(report, &QAction::triggered, this, &SupportFlow::openReport);
}

void SupportFlow::offerUpdateCheck()
{
    const bool isForbidden = m_console.services().rules.policy.forbidsUpdateCheck;
    QAction* const update = make("updateAction", "refresh", QT_TR_NOOP("Look for a &newer version…"),
                                 isForbidden ? QT_TR_NOOP("The policy of this computer forbids to ask.")
                                             : QT_TR_NOOP("Ask whether there is a newer version of this program."));
    update->setEnabled(!isForbidden);
    connect(update, &QAction::triggered, this, &SupportFlow::lookForNewer);
}

void SupportFlow::openLog()
{
    if (m_log == nullptr) {
        m_log = new LogWindow(*m_console.services().log, m_console.services().trace, &m_window);
        m_log->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_log->show();
    m_log->raise();
    m_log->activateWindow();
}

void SupportFlow::openReport()
{
    auto* const dialog = new ReportDialog(&m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (m_console.conversations().isPossible()) {
        std::vector<std::pair<QString, core::ServerId>> servers;
        for (const auto& link : m_console.links())
            servers.emplace_back(m_console.sessions().serverName(link->server()), link->server());
        dialog->setServers(servers);
    }
    connect(dialog, &ReportDialog::wanted, this, [this, dialog](const auto& server) { collect(*dialog, server); });
    dialog->open();
}

void SupportFlow::collect(ReportDialog& dialog, const std::optional<core::ServerId>& server)
{
    std::optional<desk::ConversationRun> conversation;
    if (server) {
        auto prepared = m_console.conversations().prepare(*server);
        if (!prepared) {
            dialog.showFailure(prepared.error());
            return;
        }
        conversation = *std::move(prepared);
    }
    dialog.start(facts(server), std::move(conversation));
}

desk::ReportFacts SupportFlow::facts(const std::optional<core::ServerId>& server) const
{
    const desk::Services& services = m_console.services();
    desk::ReportFacts facts;
    facts.program = QStringLiteral("deskwarden ") + QCoreApplication::applicationVersion();
    facts.surroundings = surroundings(m_window);
    facts.settings = desk::settingLines(services.preferences, services.rules.policy);
    for (const auto& link : m_console.links()) {
        facts.servers.push_back(link->profile());
        if (server == link->server())
            facts.conversationWith = QStringLiteral("server %1").arg(facts.servers.size());
    }
    if (services.log != nullptr)
        facts.log = services.log->since(0);
    return facts;
}

void SupportFlow::lookForNewer()
{
    const desk::Services& services = m_console.services();
    auto* const dialog = new UpdateDialog(services.readWeb, QCoreApplication::applicationVersion(), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (const auto address = desk::updateAddress(services.rules.policy, services.preferences))
        dialog->ask(*address);
    else
        dialog->refuse(address.error());
    dialog->open();
}

void SupportFlow::noteUnsaved(const core::ManagementError& error)
{
    desk::ConsoleLog::noteFailure("not saved:", error);
    const models::Sentence said = models::describe(error);
    m_pane.showNotice(NoticePanel::Kind::Failure, tr("This could not be saved. %1").arg(said.what), said.nextStep);
}

} // namespace deskwarden::ui
