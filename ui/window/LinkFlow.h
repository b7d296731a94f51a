// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/ConsoleLink.h"
#include "desk/Console.h"

#include <QObject>
#include <QPointer>

class QMessageBox;
class QWidget;

namespace deskwarden::ui {

class ActFlow;
class ConnectFlow;
class FilterBar;

/// What a link asks for is filled in: the user into the filter, the ticket into the reason of the next act, the server
/// into the connection dialog. Nothing is done to anybody, nothing is connected to without a person's yes, and of a
/// server that is new the person is asked first.
/// Thread: GUI. Owner: the window that its dialogs belong to; outlived by the console and the other flows.
class LinkFlow final : public QObject
{
    Q_OBJECT

public:
    LinkFlow(QWidget& window, desk::Console& console, ConnectFlow& connecting, ActFlow& acting, FilterBar& filter);

    void follow(const core::ConsoleLink& link);

private:
    void raise();
    void go(const core::ServerAddress& server);
    void ask(const core::ServerProfile& unknown);

    QWidget& m_window;
    desk::Console& m_console;
    ConnectFlow& m_connecting;
    ActFlow& m_acting;
    FilterBar& m_filter;
    QPointer<QMessageBox> m_question; ///< of the latest link
};

} // namespace deskwarden::ui
