// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/WideText.h"
#include "wmicom/WindowsHeaders.h"

#include <string_view>

namespace deskwarden::wmicom {

/// An owned BSTR.
class Bstr final
{
public:
    Bstr() = default;
    explicit Bstr(std::wstring_view text)
        : m_text(SysAllocStringLen(text.data(), static_cast<UINT>(text.size())))
    {}
    explicit Bstr(std::string_view utf8)
        : Bstr(std::wstring_view(core::wideFrom(utf8)))
    {}
    Bstr(const Bstr&) = delete;
    Bstr& operator=(const Bstr&) = delete;
    ~Bstr() { SysFreeString(m_text); }

    [[nodiscard]] BSTR get() const noexcept { return m_text; }
    /// Where a call puts its text; frees what was there.
    [[nodiscard]] BSTR* put() noexcept
    {
        SysFreeString(m_text);
        m_text = nullptr;
        return &m_text;
    }
    [[nodiscard]] std::wstring_view view() const noexcept { return {m_text, m_text ? SysStringLen(m_text) : 0}; }

private:
    BSTR m_text = nullptr;
};

} // namespace deskwarden::wmicom
