// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/window/HandOffMenu.h"

#include "models/texts/HandOffTexts.h"
#include "storage/Preferences.h"
#include "ui/acts/ReasonField.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/InEachLanguage.h"

#include <QAction>
#include <QDesktopServices>
#include <QProcess>
#include <QStandardPaths>
#include <QUrl>
#include <QWidget>

#include <utility>

namespace deskwarden::ui {

namespace {

/// Later versions of it come under this name.
constexpr const char* laterFreeRdp = "xfreerdp3";

QString textFrom(const std::string& text)
{
    return QString::fromStdString(text);
}

/// An "&" gives no letter for Alt.
QString shownInMenu(QString text)
{
    return text.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

} // namespace

HandOffMenu::HandOffMenu(QWidget& window, desk::Console& console, Selection selection, Start start, OpenPage openPage)
    : QObject(&window)
    , m_console(console)
    , m_selection(std::move(selection))
    , m_start(std::move(start))
    , m_openPage(std::move(openPage))
{
    m_menu.setObjectName(QStringLiteral("handOffMenu"));
    m_menu.setIcon(outlineIcon("send"));
    m_menu.setToolTipsVisible(true);
    connect(&m_menu, &QMenu::aboutToShow, this, &HandOffMenu::fill);
    inEachLanguage(window, [this] { m_menu.setTitle(tr("Hand o&ver to")); });
}

void HandOffMenu::fill()
{
    m_menu.clear();
    const management::Policy& policy = m_console.services().rules.policy;
    const std::vector<core::Session> chosen = m_selection();
    if (policy.forbidsHandOffs) {
        addNote(tr("Policy does not let programs take over."));
        return;
    }
    if (chosen.size() != 1) {
        addNote(tr("Select one session."));
        return;
    }
    const storage::Preferences& preferences = m_console.services().preferences;
    const core::HandOffFacts facts = models::handOffFacts(chosen.front(), ReasonField::latestTicket(preferences));
    for (const core::HandOff& handOff :
         models::offeredHandOffs(policy, preferences.value(storage::preference::handOffs))) {
        QAction* const action = m_menu.addAction(shownInMenu(models::handOffName(handOff)));
        const auto call = core::callOf(handOff, facts);
        action->setToolTip(call ? textFrom(core::commandText(*call)).toHtmlEscaped()
                                : models::describe(call.error()).joined().toHtmlEscaped());
        action->setEnabled(call.has_value());
        connect(action, &QAction::triggered, this, [this, handOff, facts] { start(handOff, facts); });
    }
    if (policy.handOffs.empty())
        addTicketPage();
}

void HandOffMenu::addTicketPage()
{
    const storage::Preferences& preferences = m_console.services().preferences;
    const QString ticket = ReasonField::latestTicket(preferences);
    const QString page = models::ticketPage(preferences.value(storage::preference::ticketAddress), ticket);
    if (page.isEmpty())
        return;
    QAction* const action =
        m_menu.addAction(shownInMenu(tr("Ticket %1 in the browser").arg(models::plainText(ticket, 40))));
    action->setToolTip(page.toHtmlEscaped());
    connect(action, &QAction::triggered, this, [this, page] { m_openPage(page); });
}

void HandOffMenu::addNote(const QString& text)
{
    m_menu.addAction(text)->setEnabled(false);
}

void HandOffMenu::start(const core::HandOff& handOff, const core::HandOffFacts& facts)
{
    auto call = core::callOf(handOff, facts);
    if (!call) {
        emit refused(models::describe(call.error()).joined());
        return;
    }
    const bool isStarted =
        m_work.start([this, handOff, begin = m_start, call = *std::move(call)](const std::stop_token&) {
            const QString problem = begin(handOff, call);
            return problem.isEmpty() ? std::function<void()>() : [this, problem] { emit refused(problem); };
        });
    if (!isStarted)
        emit refused(models::describe(core::noThread()).joined());
}

QString HandOffMenu::startProgram(const core::HandOff& handOff, const core::ProgramCall& call)
{
    QString program = QStandardPaths::findExecutable(textFrom(call.program));
    if (program.isEmpty() && call.program == "xfreerdp")
        program = QStandardPaths::findExecutable(QString::fromLatin1(laterFreeRdp));
    if (program.isEmpty())
        return models::programMissing(handOff).joined();
    QStringList arguments;
    for (const std::string& argument : call.arguments)
        arguments << textFrom(argument);
    return QProcess::startDetached(program, arguments)
               ? QString()
               : tr("The program %1 could not be started.").arg(models::plainText(program, 200));
}

void HandOffMenu::openInBrowser(const QString& address)
{
    QDesktopServices::openUrl(QUrl(address, QUrl::StrictMode));
}

} // namespace deskwarden::ui
