// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "simulator/BasicAcceptor.h"

#include <cstddef>
#include <cstdint>

namespace deskwarden::simulator {

namespace {

core::Secret joined(std::string_view user, const core::Secret& password)
{
    std::string text(user);
    text += ':';
    text += password.reveal();
    core::Secret secret(text);
    core::wipe(text);
    return secret;
}

// Looks at all of the given text, whatever differs, and never at more of the expected one than there is.
bool isSame(std::string_view given, std::string_view expected) noexcept
{
    unsigned difference = given.size() == expected.size() ? 0 : 1;
    for (std::size_t place = 0; place < given.size(); ++place) {
        const auto wanted = static_cast<unsigned char>(expected[place % expected.size()]);
        difference |= static_cast<unsigned char>(given[place]) ^ unsigned { wanted };
    }
    return difference == 0;
}

} // namespace

std::optional<std::string> fromBase64(std::string_view text)
{
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    while (text.ends_with('='))
        text.remove_suffix(1);
    std::string result;
    std::uint32_t bits = 0;
    unsigned count = 0;
    for (const char letter : text) {
        const auto value = alphabet.find(letter);
        if (value == std::string_view::npos)
            return std::nullopt;
        bits = (bits << 6U) | static_cast<std::uint32_t>(value);
        count += 6;
        if (count >= 8) {
            count -= 8;
            result += static_cast<char>((bits >> count) & 0xFFU);
        }
    }
    return result;
}

BasicAcceptor::BasicAcceptor(std::string_view user, const core::Secret& password)
    : m_expected(joined(user, password))
{}

Acceptor::Step BasicAcceptor::accept(std::string_view credentials)
{
    auto given = fromBase64(credentials);
    const bool isRight = given && isSame(*given, m_expected.reveal());
    if (given)
        core::wipe(*given);
    return {isRight ? Progress::Accepted : Progress::Refused, {}};
}

} // namespace deskwarden::simulator
