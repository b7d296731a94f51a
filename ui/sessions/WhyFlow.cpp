// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/sessions/WhyFlow.h"

#include "ui/sessions/SessionView.h"
#include "ui/sessions/WhyDialog.h"

#include <QAction>
#include <QMainWindow>

#include <utility>
#include <vector>

namespace deskwarden::ui {

WhyFlow::WhyFlow(QMainWindow& window, desk::Console& console, SessionView& view, QAction& why)
    : QObject(&window)
    , m_window(window)
    , m_console(console)
    , m_view(view)
{
    const auto enable = [this, &why] { why.setEnabled(!m_console.links().empty()); };
    connect(&console.servers(), &desk::ConnectedServers::linksChanged, this, enable);
    connect(&why, &QAction::triggered, this, &WhyFlow::open);
    enable();
}

void WhyFlow::open()
{
    WhyDialog& dialog = openDialog();
    // What is selected where it cannot be seen is not meant.
    if (m_view.isVisible() && m_view.selectedCount() > 0 && m_view.chosenRow() >= 0)
        dialog.askAbout(m_console.sessions().sessionAt(m_view.chosenRow()));
}

void WhyFlow::askAbout(const core::Session& session)
{
    openDialog().askAbout(session);
}

WhyDialog& WhyFlow::openDialog()
{
    std::vector<WhyDialog::Broker> brokers;
    for (const auto& link : m_console.links())
        brokers.push_back({link->profile(), link->connector(), m_console.sessions().serverName(link->server()),
                           m_console.people().directoryOf(link->server())});
    const auto now = [this] {
        const auto time = m_console.services().now().time_since_epoch();
        return QDateTime::fromMSecsSinceEpoch(std::chrono::duration_cast<std::chrono::milliseconds>(time).count());
    };
    auto* const dialog = new WhyDialog(std::move(brokers), now, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    return *dialog;
}

} // namespace deskwarden::ui
