// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "storm/BrokerFarm.h"

#include <QSet>

#include <random>

namespace deskwarden::storm {

/// Eight command line programs and two consoles act at the same time and write one record; some of them are killed in
/// the middle, and new ones begin.
class SharedRecord final : public Scenario
{
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] Finding play(const Strength& strength) override;

private:
    void playRound(BrokerFarm& farm, bool isShort, Truth& truth, Tally& tally);

    std::mt19937 m_random;
    QSet<QString> m_told; // by the command line program: HOST/ID
    int m_runs = 0;
    int m_kills = 0;
};

} // namespace deskwarden::storm
