// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "storm/Scenario.h"

namespace deskwarden::storm {

/// Two hundred servers in one console, which logs everybody off on all of them at once.
class ManyServers final : public Scenario
{
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] Finding play(const Strength& strength) override;
};

} // namespace deskwarden::storm
