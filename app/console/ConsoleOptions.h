// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/ProgramText.h"
#include "core/ConsoleLink.h"
#include "core/ServerProfile.h"

#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

#include <optional>
#include <vector>

namespace deskwarden::app {

/// What the command line of the console asks for.
struct ConsoleOptions
{
    std::vector<core::ServerProfile> servers; ///< to open at the start
    std::optional<core::ConsoleLink> link;    ///< to be handed to the running console; then nothing else is asked for
    QString tourFolder;                       ///< play the tour and save its pictures there; empty = no tour
    bool isToConnect = false;                 ///< --connect: show the dialog, whatever else is opened
    bool wantsHelp = false;
    bool wantsVersion = false;
};

/// Reads the arguments after the program's name. The error is one sentence for the person who typed them.
[[nodiscard]] tl::expected<ConsoleOptions, QString> parseConsole(const QStringList& arguments);
/// What is said of the program: its help, manual page and completion.
[[nodiscard]] const ProgramText& consoleText();

} // namespace deskwarden::app
