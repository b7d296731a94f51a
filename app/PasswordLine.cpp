// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/PasswordLine.h"

#include "core/TextEncoding.h"

namespace deskwarden::app {

bool PasswordLine::take(char byte)
{
    m_isBegun = true;
    const core::TextEncoding encoding = core::encodingOf(m_line);
    if (encoding == core::TextEncoding::Utf8) {
        if (byte == '\n')
            return false;
    } else if (m_line.size() % 2 == 1) { // the second byte of a unit
        const bool isLittle = encoding == core::TextEncoding::Utf16Little;
        const char other = m_line.back();
        if ((isLittle ? other : byte) == '\n' && (isLittle ? byte : other) == '\0') {
            m_line.pop_back();
            return false;
        }
    }
    m_line += byte;
    return !isTooLong();
}

std::optional<core::Secret> PasswordLine::password() const
{
    std::optional<std::string> text = core::utf8From(m_line);
    if (!text)
        return std::nullopt;
    if (text->ends_with('\r'))
        text->pop_back();
    core::Secret secret(*text);
    core::wipe(*text);
    return secret;
}

} // namespace deskwarden::app
