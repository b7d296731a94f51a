// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "storm/Scenario.h"

namespace deskwarden::storm {

/// A console that is left open for a working day and asks every five seconds, compressed into minutes: it asks again as
/// soon as it can. Its list changes all the time, and the wire breaks now and then. What it holds must not grow.
class LongShift final : public Scenario
{
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] Finding play(const Strength& strength) override;
};

} // namespace deskwarden::storm
