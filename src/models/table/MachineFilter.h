// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/MachineState.h"
#include "models/table/FilterQuery.h"

#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace deskwarden::models {

/// What a condition on machines is about.
enum class MachineField : std::uint8_t {
    Word,    ///< any column
    Machine, ///< its name
    Host,
    Collection, ///< its name or alias
    User,       ///< whose session it has, or to whom it is assigned
    Owner,      ///< to whom it is assigned
    Server,
    State,
};

/// One condition, as a person typed it.
struct MachineTerm
{
    MachineField field = MachineField::Word;
    bool isNegated = false;
    QStringList texts;                      ///< alternatives, without accents
    std::vector<core::MachineState> states; ///< State: alternatives
    friend bool operator==(const MachineTerm&, const MachineTerm&) = default;
};

/// What a text of the filter above the machines asks for, in the same way as above the sessions: words, `field:value`,
/// `field:a,b`, each with a minus sign before it for its opposite, and quotation marks around what holds blanks. All
/// conditions must hold.
struct MachineFilter
{
    std::vector<MachineTerm> terms;
    friend bool operator==(const MachineFilter&, const MachineFilter&) = default;
};

/// Reads such a text. Thread: GUI, as the sentence of a problem is translated.
[[nodiscard]] tl::expected<MachineFilter, FilterProblem> parseMachineFilter(const QString& text);
/// "machine", "host", …; none for Word.
[[nodiscard]] QString fieldName(MachineField field);
/// Those that have a name.
[[nodiscard]] std::span<const MachineField> machineFields() noexcept;
/// Those that have a name, in the order in which they are offered.
[[nodiscard]] std::span<const core::MachineState> machineStates() noexcept;

} // namespace deskwarden::models
