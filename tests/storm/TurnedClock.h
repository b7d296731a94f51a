// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "storm/BrokerFarm.h"

namespace deskwarden::storm {

/// The machine's clock jumps by hours, days and years, both ways, while programs act (libfaketime in their processes).
class TurnedClock final : public Scenario
{
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] Finding play(const Strength& strength) override;
};

} // namespace deskwarden::storm
