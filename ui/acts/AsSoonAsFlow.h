// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "desk/Console.h"

#include <QMainWindow>
#include <QObject>
#include <QPointer>

#include <vector>

namespace deskwarden::ui {

class OrdersWindow;

/// From selected sessions over the dialog to a standing order, the window that lists them, and the news of them.
/// Thread: GUI. Owner: the window; outlived by the console.
class AsSoonAsFlow final : public QObject
{
    Q_OBJECT

public:
    AsSoonAsFlow(QMainWindow& window, desk::Console& console);

    void start(const std::vector<core::Session>& chosen);
    /// The list of all orders.
    void open();

signals:
    /// What has become of an order, or why there can be none.
    void told(const QString& sentence);

private:
    void give(const std::vector<management::StandingOrder>& orders);
    void tellOf(std::uint64_t order);
    void tellOfFile();

    QMainWindow& m_window;
    desk::Console& m_console;
    QPointer<OrdersWindow> m_list;
};

} // namespace deskwarden::ui
