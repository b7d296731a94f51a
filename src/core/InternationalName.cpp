// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/InternationalName.h"

#include <idn2.h>

#include <memory>

namespace deskwarden::core {

std::optional<std::string> asciiName(std::string_view name)
{
    const std::string terminated(name);
    if (terminated.find('\0') != std::string::npos)
        return std::nullopt;
    // Not the locale's encoding, which idn2_lookup_ul would take: what is typed is UTF-8 everywhere here.
    char* converted = nullptr;
    const int status = idn2_to_ascii_8z(terminated.c_str(), &converted, IDN2_NFC_INPUT | IDN2_NONTRANSITIONAL);
    const std::unique_ptr<char, decltype(&idn2_free)> owned(converted, &idn2_free);
    if (status != IDN2_OK || !converted)
        return std::nullopt;
    return std::string(converted);
}

} // namespace deskwarden::core
