// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/sessions/ChangesFlow.h"

#include "ui/sessions/ChangesWindow.h"
#include "ui/sessions/SessionPane.h"

#include <QMainWindow>
#include <QTimer>

#include <chrono>

namespace deskwarden::ui {

ChangesFlow::ChangesFlow(QMainWindow& window, desk::Console& console, SessionPane& pane)
    : QObject(&window)
    , m_window(window)
    , m_pane(pane)
    , m_changes(console.services().now)
{
    connect(&console.sessions(), &models::SessionTableModel::changed, &m_changes,
            [this](const auto& changes) { m_changes.add(changes); });
    auto* const minute = new QTimer(this);
    connect(minute, &QTimer::timeout, &m_changes, &models::ChangeListModel::forgetOld);
    minute->start(std::chrono::minutes(1));
}

void ChangesFlow::open()
{
    m_changes.forgetOld();
    auto* const changes = new ChangesWindow(m_changes, &m_window);
    changes->setAttribute(Qt::WA_DeleteOnClose);
    connect(changes, &ChangesWindow::sessionRequested, &m_pane, &SessionPane::showSession);
    changes->show();
}

} // namespace deskwarden::ui
