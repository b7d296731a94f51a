// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/ProgramText.h"
#include "management/seam/Action.h"

#include <QString>

#include <optional>
#include <string>
#include <string_view>

namespace deskwarden::app {

enum class Verb {
    List,
    Logoff,
    Disconnect,
    Message,
    Probe,
    Why,
    Person,
    Query,
    Codes,
    Audit,
    Forget,
    Drain,
    Report,
    Machines,
    Start,
    Save,
    TurnOff,
    Pause,
    Assign,
    Free,
    Cure,
    Hosts
};

/// "list", "logoff", …
[[nodiscard]] QString word(Verb verb);
[[nodiscard]] std::optional<Verb> verbFrom(std::string_view word);
/// "list, logoff, … CONJUNCTION forget", in the order of the help.
[[nodiscard]] std::string allVerbs(std::string_view conjunction);
/// The act that the verb does; nothing for the verbs that only look.
[[nodiscard]] std::optional<management::ActionKind> actionOf(Verb verb);

/// What is said of the program: its help, manual page and completion.
[[nodiscard]] const ProgramText& cliText();
/// The text of --help: of the program, or of one verb.
[[nodiscard]] QString cliHelp();
[[nodiscard]] QString cliHelp(Verb verb);

} // namespace deskwarden::app
