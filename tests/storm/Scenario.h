// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "storm/Truth.h"

#include <QString>

#include <chrono>
#include <cstdint>

namespace deskwarden::storm {

/// How hard it blows.
struct Strength
{
    int acts = 0;                    ///< about so many in each scenario
    std::chrono::seconds longest{0}; ///< a scenario begins no further round after that
    std::uint64_t seed = 1; ///< the same seed gives the same storm, apart from what the machine's clock decides
    bool isShort = false;   ///< as in CI: fewer programs and servers
};

/// One line of the table at the end.
struct Finding
{
    Tally tally;
    QString note;    ///< what else was counted
    QString leftOut; ///< why it could not be played here; empty if it was
};

/// Something that goes wrong around the programs, for a while, and what they told about it held against what happened.
/// Only on loopback and in a folder of its own; what it starts ends with it.
class Scenario
{
public:
    Scenario() = default;
    Scenario(const Scenario&) = delete;
    Scenario& operator=(const Scenario&) = delete;
    virtual ~Scenario() = default;

    [[nodiscard]] virtual QString name() const = 0;
    [[nodiscard]] virtual Finding play(const Strength& strength) = 0;
};

} // namespace deskwarden::storm
