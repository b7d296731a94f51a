// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/signin/NtHash.h"

#include <openssl/evp.h>
#include <openssl/provider.h>

#include <array>
#include <cstdint>
#include <string>

namespace deskwarden::wsman {

namespace {

constexpr std::size_t hashSize = 16;

/// MD4, for the life of the process and in a library context of its own, so that no other code finds old ciphers
/// switched on; nullptr if there is none.
EVP_MD* loadMd4()
{
    OSSL_LIB_CTX* context = OSSL_LIB_CTX_new();
    if (!context || !OSSL_PROVIDER_load(context, "legacy"))
        return nullptr;
    return EVP_MD_fetch(context, "MD4", nullptr);
}

const EVP_MD* md4()
{
    static const EVP_MD* const loaded = loadMd4();
    return loaded;
}

void appendUnit(std::string& text, std::uint32_t unit)
{
    text += static_cast<char>(unit & 0xFFU);
    text += static_cast<char>(unit >> 8U);
}

/// Takes one character of UTF-8 off the front; nothing if it is none (RFC 3629 4).
std::optional<std::uint32_t> takeCharacter(std::string_view& text)
{
    const auto first = static_cast<unsigned char>(text.front());
    const std::size_t more = first < 0x80 ? 0 : (first >> 5U) == 6 ? 1 : (first >> 4U) == 14 ? 2 : 3;
    if ((first >= 0x80 && first < 0xC2) || first > 0xF4 || text.size() <= more)
        return std::nullopt;
    constexpr std::array<std::uint32_t, 4> smallest{0, 0x80, 0x800, 0x10000};
    std::uint32_t character = more == 0 ? first : first & (0x3FU >> more);
    for (std::size_t index = 1; index <= more; ++index) {
        const auto byte = static_cast<unsigned char>(text[index]);
        if ((byte >> 6U) != 2)
            return std::nullopt;
        character = (character << 6U) | (byte & 0x3FU);
    }
    const bool isSurrogate = character >= 0xD800 && character < 0xE000;
    if (character < smallest.at(more) || character > 0x10FFFF || isSurrogate)
        return std::nullopt;
    text.remove_prefix(more + 1);
    return character;
}

std::optional<std::string> utf16Of(std::string_view text)
{
    std::string wide;
    wide.reserve(text.size() * 2); // no copy is left behind by growing
    while (!text.empty()) {
        const auto character = takeCharacter(text);
        if (!character) {
            core::wipe(wide);
            return std::nullopt;
        }
        if (*character >= 0x10000) {
            appendUnit(wide, 0xD800 + ((*character - 0x10000) >> 10U));
            appendUnit(wide, 0xDC00 + ((*character - 0x10000) & 0x3FFU));
        } else {
            appendUnit(wide, *character);
        }
    }
    return wide;
}

} // namespace

std::optional<core::Secret> ntHash(std::string_view password)
{
    auto wide = md4() ? utf16Of(password) : std::nullopt;
    if (!wide)
        return std::nullopt;
    std::array<unsigned char, EVP_MAX_MD_SIZE> hash{};
    unsigned size = 0;
    const bool isMade = EVP_Digest(wide->data(), wide->size(), hash.data(), &size, md4(), nullptr) == 1;
    core::wipe(*wide);
    if (!isMade || size != hashSize)
        return std::nullopt;
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string text;
    text.reserve(2 * hashSize);
    for (std::size_t index = 0; index < hashSize; ++index) {
        text += digits[hash.at(index) >> 4U];
        text += digits[hash.at(index) & 15U];
    }
    hash.fill(0);
    core::Secret secret(text);
    core::wipe(text);
    return secret;
}

} // namespace deskwarden::wsman
