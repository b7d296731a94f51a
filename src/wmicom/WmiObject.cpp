// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wmicom/WmiObject.h"

#include "wmicom/ComError.h"
#include "wmicom/ComText.h"
#include "wmicom/ScopedVariant.h"
#include "wmicom/VariantReader.h"

#include <memory>

namespace deskwarden::wmicom {

namespace {

struct ArrayDeleter
{
    void operator()(SAFEARRAY* array) const noexcept { SafeArrayDestroy(array); }
};

} // namespace

core::Result<core::Instance> WmiObject::toInstance() const
{
    KnownLayout layout;
    return toInstance(layout);
}

core::Result<core::Instance> WmiObject::toInstance(KnownLayout& layout) const
{
    ScopedVariant className;
    m_object->Get(L"__CLASS", 0, className.put(), nullptr, nullptr);
    const bool hasName = className.get().vt == VT_BSTR && className.get().bstrVal;
    const std::wstring_view name =
        hasName ? std::wstring_view(className.get().bstrVal, SysStringLen(className.get().bstrVal))
                : std::wstring_view();
    if (layout.names.empty() || layout.className != name) {
        layout.className = name;
        layout.sharedClassName = core::SharedString(core::utf8FromWide(name));
        if (const HRESULT status = readNames(layout); status < 0)
            return core::failure(comError(status));
    }

    std::vector<core::Property> properties;
    properties.reserve(layout.names.size());
    for (const KnownLayout::Name& known : layout.names) {
        ScopedVariant value;
        CIMTYPE type = CIM_EMPTY;
        const HRESULT status = m_object->Get(known.wide.c_str(), 0, value.put(), &type, nullptr);
        if (status < 0)
            return core::failure(comError(status));
        properties.push_back({known.shared, readVariant(value.get(), type)});
    }
    return core::Instance(layout.sharedClassName, std::move(properties));
}

HRESULT WmiObject::readNames(KnownLayout& layout) const
{
    layout.names.clear();
    SAFEARRAY* raw = nullptr;
    const HRESULT status = m_object->GetNames(nullptr, WBEM_FLAG_ALWAYS | WBEM_FLAG_NONSYSTEM_ONLY, nullptr, &raw);
    const std::unique_ptr<SAFEARRAY, ArrayDeleter> array(raw);
    if (status < 0)
        return status;
    LONG lower = 0;
    LONG upper = -1;
    if (!array || SafeArrayGetLBound(raw, 1, &lower) < 0 || SafeArrayGetUBound(raw, 1, &upper) < 0)
        return S_OK;
    for (LONG index = lower; index <= upper; ++index) {
        Bstr name;
        if (const HRESULT got = SafeArrayGetElement(raw, &index, name.put()); got < 0)
            return got;
        if (name.view().starts_with(L"__")) // Wine gives system properties all the same
            continue;
        layout.names.push_back({std::wstring(name.view()), core::SharedString(core::utf8FromWide(name.view()))});
    }
    return S_OK;
}

core::Value WmiObject::property(const wchar_t* name) const
{
    ScopedVariant value;
    CIMTYPE type = CIM_EMPTY;
    if (m_object->Get(name, 0, value.put(), &type, nullptr) < 0)
        return core::Value();
    return readVariant(value.get(), type);
}

} // namespace deskwarden::wmicom
