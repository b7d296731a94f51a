// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/palette/PaletteEntry.h"
#include "ui/palette/PaletteQuery.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

namespace deskwarden::ui {

/// Something of a stock that fits what was typed.
struct PaletteHit
{
    int rank = 0; ///< 0 fits best
    std::size_t index = 0;
};

struct PaletteFinds
{
    std::vector<PaletteHit> best; ///< the best first, not all of them
    std::size_t total = 0;
};

/// What the palette can find of one sort, as it was when the palette opened. Immutable.
class PaletteStock
{
public:
    static constexpr std::size_t mostHits = 60; ///< of one stock; more are narrowed down, not scrolled through

    PaletteStock() = default;
    PaletteStock(const PaletteStock&) = delete;
    PaletteStock& operator=(const PaletteStock&) = delete;
    virtual ~PaletteStock() = default;

    /// Thread: any. Stopped, it returns whatever it has.
    [[nodiscard]] virtual PaletteFinds find(const PaletteQuery& query, const std::stop_token& stop) const = 0;
    /// The line of a hit. Thread: GUI.
    [[nodiscard]] virtual PaletteEntry entry(std::size_t index) const = 0;
};

/// Takes stock of one sort of thing when the palette opens; quickly, whatever its size. Thread: GUI.
using PaletteSource = std::function<std::shared_ptr<const PaletteStock>()>;

} // namespace deskwarden::ui
