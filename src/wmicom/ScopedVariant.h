// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "wmicom/WindowsHeaders.h"

namespace deskwarden::wmicom {

/// An owned VARIANT with all that hangs on it.
class ScopedVariant final
{
public:
    ScopedVariant() noexcept { VariantInit(&m_variant); }
    ScopedVariant(const ScopedVariant&) = delete;
    ScopedVariant& operator=(const ScopedVariant&) = delete;
    ScopedVariant(ScopedVariant&& other) noexcept
        : m_variant(other.m_variant)
    {
        VariantInit(&other.m_variant);
    }
    ScopedVariant& operator=(ScopedVariant&&) = delete;
    ~ScopedVariant() { VariantClear(&m_variant); }

    [[nodiscard]] const VARIANT& get() const noexcept { return m_variant; }
    [[nodiscard]] VARIANT* address() noexcept { return &m_variant; }
    /// Where a call puts its value; clears what was there.
    [[nodiscard]] VARIANT* put() noexcept
    {
        VariantClear(&m_variant);
        return &m_variant;
    }

private:
    VARIANT m_variant;
};

} // namespace deskwarden::wmicom
