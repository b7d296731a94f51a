// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>

class QWidget;

namespace deskwarden::ui {

/// F1 in each window and dialog of the program's window opens the help at the section of the widget that has the focus,
/// as HelpTopic tells. The help belongs to the window that it was asked for in, so that a dialog does not lock it out.
/// Thread: GUI. Owner: the window.
class HelpKey final : public QObject
{
    Q_OBJECT

public:
    explicit HelpKey(QWidget& window);

    /// As if F1 had been pressed there.
    static void openFor(QWidget& widget);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget& m_window;
};

} // namespace deskwarden::ui
