// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "directory/SidText.h"

#include <cstddef>
#include <cstdint>

namespace deskwarden::directory {

std::string sidText(std::string_view bytes)
{
    constexpr std::size_t headLength = 8;
    constexpr std::size_t partLength = 4;
    constexpr std::size_t mostParts = 15;
    const auto byteAt = [bytes](std::size_t at) { return static_cast<unsigned char>(bytes[at]); };
    if (bytes.size() < headLength || byteAt(0) != 1 || byteAt(1) > mostParts ||
        bytes.size() != headLength + byteAt(1) * partLength)
        return {};
    std::uint64_t authority = 0; // big-endian
    for (std::size_t at = 2; at < headLength; ++at)
        authority = authority << 8U | byteAt(at);
    std::string text = "S-1-" + std::to_string(authority);
    for (std::size_t at = headLength; at < bytes.size(); at += partLength) {
        std::uint32_t part = 0; // little-endian
        for (std::size_t i = partLength; i-- > 0;)
            part = part << 8U | byteAt(at + i);
        text += '-' + std::to_string(part);
    }
    return text;
}

} // namespace deskwarden::directory
