// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Result.h"
#include "core/Value.h"
#include "wmicom/WindowsHeaders.h"

#include <string>
#include <vector>

namespace deskwarden::wmicom {

/// Property names of the class that the last rows had, so that a long list asks for them once.
struct KnownLayout
{
    std::wstring className;
    core::SharedString sharedClassName;
    struct Name
    {
        std::wstring wide;
        core::SharedString shared;
    };
    std::vector<Name> names;
};

/// Reads one IWbemClassObject, which it does not own. Fails: as ComError says, or OutOfResources.
class WmiObject final
{
public:
    explicit WmiObject(IWbemClassObject* object) noexcept
        : m_object(object)
    {}

    /// Class and non-system properties, in the order in which WMI gives them.
    [[nodiscard]] core::Result<core::Instance> toInstance() const;
    /// The same for a row of a list: `layout` is kept up to date and spares asking again.
    [[nodiscard]] core::Result<core::Instance> toInstance(KnownLayout& layout) const;
    /// A property by its name; NULL if there is none.
    [[nodiscard]] core::Value property(const wchar_t* name) const;

private:
    [[nodiscard]] HRESULT readNames(KnownLayout& layout) const;

    IWbemClassObject* m_object;
};

} // namespace deskwarden::wmicom
