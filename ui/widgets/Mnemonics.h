// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QPointer>
#include <QString>
#include <QTimer>

#include <vector>

class QAbstractButton;
class QMenu;
class QWidget;

namespace deskwarden::ui {

/// The text without the mark of its mnemonic: as it is read.
[[nodiscard]] QString withoutMnemonic(const QString& text);
/// Gives the button that text, unless it reads so already: its letter stays then.
void setReadText(QAbstractButton& button, const QString& text);

/// Letters for Alt, in every window and menu of the program, whatever the language: what a text brings along is kept
/// where it is the only one in its window, and what has none gets a letter that is free. Looked at when a window or a
/// menu is shown, and when something in it has changed its place. Thread: GUI. Owner: the main window.
class Mnemonics final : public QObject
{
    Q_OBJECT

public:
    explicit Mnemonics(QObject* parent);

    /// The children of that widget go without: there are others keys for them, or they bear names of people.
    static void leaveOut(QWidget& widget);
    /// At once; the window's menu bar keeps its letters.
    static void assign(QWidget& window);
    static void assign(QMenu& menu);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void assignSoon(QWidget& widget);
    void assignDue();

    std::vector<QPointer<QWidget>> m_due; ///< windows and menus
    QTimer m_soon;
};

} // namespace deskwarden::ui
