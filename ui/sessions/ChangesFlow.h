// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "desk/Console.h"
#include "models/table/ChangeListModel.h"

#include <QObject>

class QMainWindow;

namespace deskwarden::ui {

class SessionPane;

/// Keeps what has changed on the brokers in the last minutes, and shows it in a window of its own.
/// Thread: GUI. Owner: the window; outlived by the console and the pane.
class ChangesFlow final : public QObject
{
    Q_OBJECT

public:
    ChangesFlow(QMainWindow& window, desk::Console& console, SessionPane& pane);

    void open();

private:
    QMainWindow& m_window;
    SessionPane& m_pane;
    models::ChangeListModel m_changes;
};

} // namespace deskwarden::ui
