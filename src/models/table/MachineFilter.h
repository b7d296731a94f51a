// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/VirtualDesktop.h"
#include "models/table/FilterQuery.h"
#include "models/table/SessionFilter.h"

#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
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

/// Where machines are, or whose: what a place beside the list, or a pin, narrows them to. All conditions must hold.
struct MachinePlace
{
    std::optional<core::ServerId> server;
    std::optional<std::string> vmHost;     ///< written in full or not
    std::optional<std::string> collection; ///< the id, not the displayed name
    std::optional<std::string> machine;    ///< compared without regard to ASCII case
    std::optional<std::string> user;       ///< DOMAIN\user: it is assigned to that account, or has its session
    [[nodiscard]] bool isEmpty() const { return *this == MachinePlace{}; }
    friend bool operator==(const MachinePlace&, const MachinePlace&) = default;
};

/// The place by which sessions are filtered, and nothing else of it.
[[nodiscard]] MachinePlace machinePlaceOf(const SessionFilter& filter);
[[nodiscard]] bool isIn(const core::VirtualDesktop& machine, const MachinePlace& place);

/// Reads such a text. Thread: GUI, as the sentence of a problem is translated.
[[nodiscard]] tl::expected<MachineFilter, FilterProblem> parseMachineFilter(const QString& text);
/// "machine", "host", …; none for Word.
[[nodiscard]] QString fieldName(MachineField field);
/// Those that have a name.
[[nodiscard]] std::span<const MachineField> machineFields() noexcept;
/// Those that have a name, in the order in which they are offered.
[[nodiscard]] std::span<const core::MachineState> machineStates() noexcept;

} // namespace deskwarden::models
