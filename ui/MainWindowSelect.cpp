// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

// How whole sets of sessions become the selection, and what is told of the selected one.

#include "desk/SeenKeeper.h"
#include "models/Texts.h"
#include "ui/DetailsDock.h"
#include "ui/FilterBar.h"
#include "ui/MainWindow.h"
#include "ui/PastedListDialog.h"
#include "ui/SelectMenu.h"
#include "ui/SessionView.h"

namespace deskwarden::ui {

void MainWindow::connectSelecting()
{
    connect(m_select, &SelectMenu::marksChosen, this, &MainWindow::selectMarked);
    connect(m_select, &SelectMenu::hostChosen, this, [this] { selectPlace(true); });
    connect(m_select, &SelectMenu::collectionChosen, this, [this] { selectPlace(false); });
    connect(m_select, &SelectMenu::pastedListRequested, this, &MainWindow::openPastedList);
    connect(&m_sessions, &models::SessionTableModel::arranged, this, [this] {
        if (m_selectsShown)
            selectShown();
    });
    connect(m_details, &QDockWidget::visibilityChanged, this, &MainWindow::showDetails);
    connect(&m_activity, &models::ActivityModel::progressChanged, this, &MainWindow::showDetails);
    m_seen->watch(*m_servers);
}

void MainWindow::selectMarked(const models::SessionFilter& marks)
{
    m_filter->setMarks(marks);
    selectShown();
}

void MainWindow::selectPlace(bool isHost)
{
    const QItemSelection selection = m_view->selectionModel()->selection();
    const int row = selection.isEmpty() ? m_view->currentIndex().row() : selection.front().top();
    if (row < 0)
        return;
    const core::Session session = m_sessions.sessionAt(row);
    models::SessionFilter place;
    place.server = session.key.server;
    QString label;
    if (isHost) {
        place.vmHost = session.key.vmHostName.toString();
        label = models::plainText(session.key.vmHostName, 80);
    } else {
        place.collection = session.collectionId.toString();
        label = models::plainText(m_sessions.collectionName(session.key.server, session.collectionId), 80);
    }
    m_filter->clear();
    m_filter->setPlace(place, label);
    selectShown();
}

void MainWindow::openPastedList()
{
    std::vector<management::SnapshotPointer> lists;
    for (const auto& link : links()) {
        if (link->snapshot() != nullptr)
            lists.push_back(link->snapshot());
    }
    auto* const dialog = new PastedListDialog(std::move(lists), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PastedListDialog::chosen, this, &MainWindow::selectChosen);
    dialog->open();
}

void MainWindow::selectChosen(const std::vector<core::Session>& sessions)
{
    auto chosen = std::make_shared<models::ChosenSessions>();
    for (const core::Session& session : sessions)
        chosen->identities.insert(management::sessionIdentity(session));
    m_filter->clear();
    m_filter->setChosen(std::move(chosen), tr("Pasted list"));
    selectShown();
}

void MainWindow::selectShown()
{
    // What is to be shown is still on its way to the screen.
    m_selectsShown = m_sessions.isBusy();
    if (m_selectsShown)
        return;
    m_view->selectAll();
    m_view->setFocus(Qt::ShortcutFocusReason);
}

void MainWindow::showDetails()
{
    const QItemSelection selection = m_view->selectionModel()->selection();
    const int count = m_view->selectedCount();
    m_details->showRow(count == 1 ? selection.front().top() : -1, count);
}

} // namespace deskwarden::ui
