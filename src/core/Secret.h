// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <string>
#include <string_view>

namespace deskwarden::core {

/// A password in memory: wiped when it goes, and without any way to be printed by accident.
/// Thread: a value.
class Secret final
{
public:
    Secret() = default;
    explicit Secret(std::string_view text)
        : m_text(text)
    {}
    Secret(const Secret&) = default;
    Secret(Secret&& other) noexcept;
    Secret& operator=(const Secret& other);
    Secret& operator=(Secret&& other) noexcept;
    ~Secret();

    [[nodiscard]] bool isEmpty() const noexcept { return m_text.empty(); }
    /// The secret itself. Hand it to the library that needs it; never keep, log or format it.
    [[nodiscard]] std::string_view reveal() const noexcept { return m_text; }

    friend bool operator==(const Secret&, const Secret&) = default;

private:
    std::string m_text;
};

/// Overwrites the text's memory in a way the compiler may not leave out, then empties it.
void wipe(std::string& text) noexcept;

} // namespace deskwarden::core
