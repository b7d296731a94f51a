// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "simulator/signin/BasicAcceptor.h"

#include "core/Base64.h"

#include <cstddef>

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

BasicAcceptor::BasicAcceptor(std::string_view user, const core::Secret& password)
    : m_expected(joined(user, password))
{}

Acceptor::Step BasicAcceptor::accept(std::string_view credentials)
{
    auto given = core::fromBase64(credentials);
    const bool isRight = given && isSame(*given, m_expected.reveal());
    if (given)
        core::wipe(*given);
    return {isRight ? Progress::Accepted : Progress::Refused, {}};
}

} // namespace deskwarden::simulator
