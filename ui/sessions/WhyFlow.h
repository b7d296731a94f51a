// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "desk/Console.h"

#include <QObject>

class QAction;
class QMainWindow;

namespace deskwarden::ui {

class SessionView;
class WhyDialog;

/// From a session, or from nothing, to why its user does not get in. Thread: GUI. Owner: the window; outlived by the
/// console.
class WhyFlow final : public QObject
{
    Q_OBJECT

public:
    /// The action opens the dialog, and rests while there is no broker to be asked.
    WhyFlow(QMainWindow& window, desk::Console& console, SessionView& view, QAction& why);

    void open();
    void askAbout(const core::Session& session);

private:
    [[nodiscard]] WhyDialog& openDialog();

    QMainWindow& m_window;
    desk::Console& m_console;
    SessionView& m_view;
};

} // namespace deskwarden::ui
