// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "storm/BrokerFarm.h"

namespace deskwarden::storm {

/// The disk of the record fills up in the middle of runs, some of which are killed as well; then there is room again.
class FullDisk final : public Scenario
{
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] Finding play(const Strength& strength) override;
};

} // namespace deskwarden::storm
