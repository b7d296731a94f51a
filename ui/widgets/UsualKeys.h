// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>

class QAbstractButton;
class QKeyEvent;
class QWidget;

namespace deskwarden::ui {

/// Keys that Qt knows only in some places, in all windows of the program: Enter presses the button that has the focus
/// (not a check box, where it belongs to the dialog), and Shift+F10 opens the context menu where the desktop does not
/// ask for it by itself. A key that is held down presses nothing.
/// Thread: GUI. Owner: the main window.
class UsualKeys final : public QObject
{
    Q_OBJECT

public:
    explicit UsualKeys(QObject* parent);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    static bool openContextMenu(QWidget& focused, const QKeyEvent& key);
};

} // namespace deskwarden::ui
