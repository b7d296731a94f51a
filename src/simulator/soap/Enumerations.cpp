// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "simulator/soap/Enumerations.h"

#include <random>
#include <utility>

namespace deskwarden::simulator {

std::string newUuid()
{
    thread_local std::mt19937_64 source{(std::uint64_t{std::random_device{}()} << 32U) | std::random_device{}()};
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string text = "uuid:";
    for (int part = 0; part < 2; ++part) {
        std::uint64_t bits = source();
        for (int digit = 0; digit < 16; ++digit, bits >>= 4U) {
            const int place = part * 16 + digit;
            if (place == 8 || place == 12 || place == 16 || place == 20)
                text += '-';
            text += place == 12 ? '4' : digits[bits & 0xFU];
        }
    }
    return text;
}

std::string Enumerations::newContext()
{
    return newUuid();
}

bool Enumerations::hasRoom()
{
    const std::lock_guard lock(m_mutex);
    dropExpired();
    return m_entries.size() < m_limit;
}

void Enumerations::dropExpired()
{
    const auto now = std::chrono::steady_clock::now();
    std::erase_if(m_entries,
                  [now](const auto& entry) { return entry.second.enumeration && entry.second.expires < now; });
}

void Enumerations::put(const std::string& context, Pointer enumeration)
{
    const std::lock_guard lock(m_mutex);
    m_entries[context] = {std::move(enumeration), std::chrono::steady_clock::now() + m_expiry};
}

tl::expected<Enumerations::Pointer, SoapFault> Enumerations::take(const std::string& context)
{
    const std::lock_guard lock(m_mutex);
    dropExpired();
    const auto found = m_entries.find(context);
    if (found == m_entries.end())
        return tl::unexpected(SoapFault{wsmanCode::invalidContext});
    if (!found->second.enumeration)
        return tl::unexpected(SoapFault{wsmanCode::pullInProgress});
    return std::move(found->second.enumeration);
}

void Enumerations::forget(const std::string& context)
{
    const std::lock_guard lock(m_mutex);
    m_entries.erase(context);
}

std::optional<SoapFault> Enumerations::release(const std::string& context)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_entries.find(context);
    if (found == m_entries.end())
        return SoapFault{wsmanCode::invalidContext};
    if (!found->second.enumeration)
        return SoapFault{wsmanCode::pullInProgress};
    m_entries.erase(found);
    return std::nullopt;
}

} // namespace deskwarden::simulator
