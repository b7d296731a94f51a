// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/sessions/SelectFlow.h"

#include "models/texts/Texts.h"
#include "ui/sessions/FilterBar.h"
#include "ui/sessions/PastedListDialog.h"
#include "ui/sessions/SelectMenu.h"
#include "ui/sessions/SessionPane.h"
#include "ui/sessions/SessionView.h"

#include <memory>
#include <utility>

namespace deskwarden::ui {

SelectFlow::SelectFlow(QWidget& window, desk::Console& console, SessionPane& pane, QAction* selectAll)
    : QObject(&window)
    , m_window(window)
    , m_console(console)
    , m_pane(pane)
    , m_menu(new SelectMenu(selectAll, &window))
{
    connect(m_menu, &SelectMenu::marksChosen, this, &SelectFlow::selectMarked);
    connect(m_menu, &SelectMenu::hostChosen, this, [this] { selectPlace(true); });
    connect(m_menu, &SelectMenu::collectionChosen, this, [this] { selectPlace(false); });
    connect(m_menu, &SelectMenu::groupChosen, this, [this] {
        if (const int row = m_pane.view().chosenRow(); row >= 0)
            m_pane.view().selectGroup(row);
    });
    connect(&m_console.sessions(), &models::SessionTableModel::arranged, this,
            [this] { m_menu->setHasGroups(m_console.sessions().grouping() != models::SessionGrouping::None); });
    connect(m_menu, &SelectMenu::pastedListRequested, this, &SelectFlow::openPastedList);
    connect(&m_console.sessions(), &models::SessionTableModel::arranged, this, [this] {
        if (m_isDue)
            selectShown();
        goToWanted();
    });
}

void SelectFlow::selectMarked(const models::SessionFilter& marks)
{
    m_pane.bringForward();
    m_pane.filter().setMarks(marks);
    selectShown();
}

void SelectFlow::selectPlace(bool isHost)
{
    const int row = m_pane.view().chosenRow();
    if (row < 0)
        return;
    const core::Session session = m_console.sessions().sessionAt(row);
    models::SessionFilter place;
    place.server = session.key.server;
    QString label;
    if (isHost) {
        place.vmHost = session.key.vmHostName.toString();
        label = models::plainText(session.key.vmHostName, 80);
    } else {
        place.collection = session.collectionId.toString();
        label = models::plainText(m_console.sessions().collectionName(session.key.server, session.collectionId), 80);
    }
    selectAllOf(place, label);
}

void SelectFlow::selectAllOf(const models::SessionFilter& place, const QString& label)
{
    showPlace(place, label);
    selectShown();
}

void SelectFlow::showPlace(const models::SessionFilter& place, const QString& label)
{
    m_pane.bringForward();
    m_pane.filter().clear();
    m_pane.filter().setPlace(place, label);
    m_pane.view().setFocus(Qt::ShortcutFocusReason);
}

void SelectFlow::selectSession(const core::Session& session)
{
    m_pane.bringForward();
    // What was selected before is not what was just looked for, and must not be acted upon.
    m_pane.view().clearSelection();
    m_pane.view().setFocus(Qt::ShortcutFocusReason);
    m_wanted = session;
    goToWanted();
}

void SelectFlow::goToWanted()
{
    if (!m_wanted || m_console.sessions().isBusy())
        return; // what is to be shown is still on its way to the screen
    const int row = m_console.sessions().rowOf(*m_wanted);
    if (row < 0 && !m_pane.filter().filter().isEmpty()) {
        m_pane.filter().clear();
        return;
    }
    m_wanted.reset();
    if (row < 0) {
        m_pane.showNotice(NoticePanel::Kind::Warning, tr("This session is not listed any more."));
        return;
    }
    m_pane.view().selectOnly(row);
    m_pane.view().scrollTo(m_pane.view().currentIndex());
}

void SelectFlow::openPastedList()
{
    auto* const dialog = new PastedListDialog(m_console.lists(), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PastedListDialog::chosen, this, &SelectFlow::selectChosen);
    dialog->open();
}

void SelectFlow::selectChosen(const std::vector<core::Session>& sessions)
{
    auto chosen = std::make_shared<models::ChosenSessions>();
    for (const core::Session& session : sessions)
        chosen->identities.insert(management::sessionIdentity(session));
    m_pane.bringForward();
    m_pane.filter().clear();
    m_pane.filter().setChosen(std::move(chosen));
    selectShown();
}

void SelectFlow::selectShown()
{
    // What is to be shown is still on its way to the screen.
    m_isDue = m_console.sessions().isBusy();
    if (m_isDue)
        return;
    m_pane.view().selectAll();
    m_pane.view().setFocus(Qt::ShortcutFocusReason);
}

} // namespace deskwarden::ui
