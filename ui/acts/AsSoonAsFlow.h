// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "desk/Console.h"

#include <QMainWindow>
#include <QObject>
#include <QPointer>

#include <vector>

class QAction;

namespace deskwarden::ui {

class OrdersWindow;
class SessionPane;

/// From selected sessions over the dialog to a standing order, the window that lists them, and the news of them.
/// Thread: GUI. Owner: the window; outlived by the console.
class AsSoonAsFlow final : public QObject
{
    Q_OBJECT

public:
    /// `list` opens the list of all. What has become of an order, or why there can be none, is a notice of the pane.
    AsSoonAsFlow(QMainWindow& window, desk::Console& console, SessionPane& pane, QAction& list);

    /// Asks for an order on these.
    void start(const std::vector<core::Session>& chosen);

private:
    void open();
    void tell(const QString& sentence);
    void give(const std::vector<management::StandingOrder>& orders);
    void tellOf(std::uint64_t order);
    void tellOfFile();

    QMainWindow& m_window;
    desk::Console& m_console;
    SessionPane& m_pane;
    QPointer<OrdersWindow> m_list;
};

} // namespace deskwarden::ui
