// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/HandOff.h"
#include "desk/Console.h"
#include "ui/widgets/BackgroundWork.h"

#include <QMenu>
#include <QObject>
#include <QString>

#include <functional>
#include <vector>

class QWidget;

namespace deskwarden::ui {

/// The menu of programs that take over from here, for one selected session. They are started without a shell, beside
/// the window. Thread: GUI; a program is looked for and started by another one. Owner: the window; outlived by the
/// console.
class HandOffMenu final : public QObject
{
    Q_OBJECT

public:
    using Selection = std::function<std::vector<core::Session>()>;
    /// Runs on another thread. Returns what to say if it did not work; empty if it did.
    using Start = std::function<QString(const core::HandOff&, const core::ProgramCall&)>;
    using OpenPage = std::function<void(const QString& address)>;

    /// Tests bring a start and an opening of their own.
    HandOffMenu(QWidget& window, desk::Console& console, Selection selection, Start start = startProgram,
                OpenPage openPage = openInBrowser);

    [[nodiscard]] QMenu& menu() noexcept { return m_menu; }
    /// Looks for the program and starts it.
    [[nodiscard]] static QString startProgram(const core::HandOff& handOff, const core::ProgramCall& call);
    static void openInBrowser(const QString& address);

signals:
    /// Why a program was not started.
    void refused(const QString& sentence);

private:
    void fill();
    void addTicketPage();
    void addNote(const QString& text);
    void start(const core::HandOff& handOff, const core::HandOffFacts& facts);

    desk::Console& m_console;
    const Selection m_selection;
    const Start m_start;
    const OpenPage m_openPage;
    QMenu m_menu;
    BackgroundWork m_work; // last: posts to all above
};

} // namespace deskwarden::ui
