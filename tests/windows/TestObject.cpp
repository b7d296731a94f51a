// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "windows/TestObject.h"

#include "wmicom/ComText.h"
#include "wmicom/VariantReader.h"
#include "wmicom/VariantWriter.h"

namespace deskwarden::testwmi {

CIMTYPE cimTypeOf(management::CimType type)
{
    using management::CimType;
    switch (type) {
    case CimType::Boolean:
        return CIM_BOOLEAN;
    case CimType::Uint8:
        return CIM_UINT8;
    case CimType::Uint16:
        return CIM_UINT16;
    case CimType::Uint32:
        return CIM_UINT32;
    case CimType::Uint64:
        return CIM_UINT64;
    case CimType::Sint32:
        return CIM_SINT32;
    case CimType::Sint64:
        return CIM_SINT64;
    case CimType::Real64:
        return CIM_REAL64;
    case CimType::String:
        return CIM_STRING;
    case CimType::DateTime:
        return CIM_DATETIME;
    }
    return CIM_STRING;
}

Cell* TestObject::find(LPCWSTR name)
{
    for (Cell& cell : m_cells) {
        if (_wcsicmp(cell.name.c_str(), name) == 0)
            return &cell;
    }
    return nullptr;
}

HRESULT TestObject::Get(LPCWSTR name, LONG, VARIANT* value, CIMTYPE* type, LONG*)
{
    if (_wcsicmp(name, L"__CLASS") == 0) {
        value->vt = VT_BSTR;
        value->bstrVal = SysAllocString(m_className.c_str());
        return S_OK;
    }
    const Cell* cell = find(name);
    if (!cell)
        return static_cast<HRESULT>(WBEM_E_NOT_FOUND);
    if (type)
        *type = cell->type;
    if (!value)
        return S_OK;
    auto written = wmicom::writeVariant(cell->value, cell->type);
    return written ? VariantCopy(value, written->address()) : static_cast<HRESULT>(WBEM_E_TYPE_MISMATCH);
}

HRESULT TestObject::Put(LPCWSTR name, LONG, VARIANT* value, CIMTYPE)
{
    Cell* cell = find(name);
    if (!cell)
        return static_cast<HRESULT>(WBEM_E_NOT_FOUND);
    cell->value = value ? wmicom::readVariant(*value, cell->type) : core::Value();
    return S_OK;
}

HRESULT TestObject::GetNames(LPCWSTR, LONG, VARIANT*, SAFEARRAY** names)
{
    *names = SafeArrayCreateVector(VT_BSTR, 0, static_cast<ULONG>(m_cells.size()));
    LONG index = 0;
    for (const Cell& cell : m_cells) {
        const wmicom::Bstr name{std::wstring_view(cell.name)};
        SafeArrayPutElement(*names, &index, name.get());
        ++index;
    }
    return S_OK;
}

HRESULT TestObject::SpawnInstance(LONG, IWbemClassObject** instance)
{
    *instance = new TestObject(m_className, m_cells);
    return S_OK;
}

HRESULT TestObject::GetMethod(LPCWSTR name, LONG, IWbemClassObject** in, IWbemClassObject** out)
{
    if (out)
        *out = nullptr;
    *in = nullptr;
    const auto* method = m_methodsOf ? m_methodsOf->findMethod(core::utf8FromWide(name)) : nullptr;
    if (!method)
        return static_cast<HRESULT>(WBEM_E_NOT_FOUND);
    if (method->in.empty())
        return S_OK; // WMI gives no signature where there are no parameters
    std::vector<Cell> cells;
    for (const management::ParameterSchema& parameter : method->in)
        cells.push_back({core::wideFrom(parameter.name), cimTypeOf(parameter.type), core::Value()});
    *in = new TestObject(L"__PARAMETERS", std::move(cells));
    return S_OK;
}

} // namespace deskwarden::testwmi
