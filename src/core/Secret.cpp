// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/Secret.h"

#include <utility>

namespace deskwarden::core {

void wipe(std::string& text) noexcept
{
    // Short texts live inside the string and long ones keep their block until it is replaced: both are wiped in place,
    // up to the capacity, so that no earlier and longer content stays behind.
    text.resize(text.capacity());
    for (volatile char *letter = text.data(), *end = text.data() + text.size(); letter != end; ++letter)
        *letter = 0;
    text.clear();
}

Secret::Secret(Secret&& other) noexcept
{
    m_text.swap(other.m_text);
    wipe(other.m_text);
}

Secret& Secret::operator=(const Secret& other)
{
    if (this != &other) {
        wipe(m_text);
        m_text = other.m_text;
    }
    return *this;
}

Secret& Secret::operator=(Secret&& other) noexcept
{
    if (this != &other) {
        wipe(m_text);
        m_text.swap(other.m_text);
        wipe(other.m_text);
    }
    return *this;
}

Secret::~Secret()
{
    wipe(m_text);
}

} // namespace deskwarden::core
