// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <cstdint>
#include <span>

namespace deskwarden::models {

/// The code's sentence and its next step, in the source language; nullptr for an unknown code. Texts translates them
/// (context "CodeTexts").
struct CodeText
{
    std::uint32_t value;
    const char* meaning;
    const char* nextStep;
};

/// The text of exactly that value (no unwrapping: that is core::findStatusCode's work).
[[nodiscard]] const CodeText* findCodeText(std::uint32_t value) noexcept;

/// All of them, in the order of core::knownStatusCodes().
[[nodiscard]] std::span<const CodeText> allCodeTexts() noexcept;

} // namespace deskwarden::models
