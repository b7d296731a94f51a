// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wmicom/VariantReader.h"

#include "wmicom/ComText.h"
#include "wmicom/WindowsHeaders.h"
#include "wmicom/WmiObject.h"

#include <charconv>
#include <cstdint>
#include <optional>
#include <string>

namespace deskwarden::wmicom {

namespace {

using core::Value;

std::string textOf(BSTR text)
{
    return text ? core::utf8FromWide({text, SysStringLen(text)}) : std::string();
}

/// The bits of whatever integer the VARIANT holds, sign extended.
std::optional<std::int64_t> integerOf(const VARIANT& variant)
{
    switch (variant.vt) {
    case VT_I1:
        return static_cast<signed char>(variant.cVal);
    case VT_I2:
        return variant.iVal;
    case VT_I4:
        return variant.lVal;
    case VT_INT:
        return variant.intVal;
    case VT_I8:
        return variant.llVal;
    case VT_UI1:
        return variant.bVal;
    case VT_UI2:
        return variant.uiVal;
    case VT_UI4:
        return variant.ulVal;
    case VT_UINT:
        return variant.uintVal;
    case VT_UI8:
        return static_cast<std::int64_t>(variant.ullVal);
    case VT_BOOL:
        return variant.boolVal != VARIANT_FALSE ? 1 : 0;
    default: // a VARTYPE is a number, not an enumeration
        return std::nullopt;
    }
}

template <typename Number>
std::optional<Number> parsed(const std::string& text)
{
    Number number = 0;
    const char* end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc() || stopped != end)
        return std::nullopt;
    return number;
}

Value signedValue(const VARIANT& variant)
{
    if (variant.vt == VT_BSTR) {
        const std::string text = textOf(variant.bstrVal);
        const auto number = parsed<std::int64_t>(text);
        return number ? Value(*number) : Value(std::string_view(text));
    }
    const auto bits = integerOf(variant);
    return bits ? Value(*bits) : Value();
}

Value unsignedValue(const VARIANT& variant, std::uint64_t mask)
{
    if (variant.vt == VT_BSTR) {
        const std::string text = textOf(variant.bstrVal);
        const auto number = parsed<std::uint64_t>(text);
        return number ? Value(*number) : Value(std::string_view(text));
    }
    const auto bits = integerOf(variant);
    return bits ? Value(static_cast<std::uint64_t>(*bits) & mask) : Value();
}

Value realValue(const VARIANT& variant)
{
    if (variant.vt == VT_R4)
        return Value(static_cast<double>(variant.fltVal));
    if (variant.vt == VT_R8)
        return Value(variant.dblVal);
    const auto bits = integerOf(variant);
    return bits ? Value(static_cast<double>(*bits)) : Value();
}

Value objectValue(const VARIANT& variant)
{
    if ((variant.vt != VT_UNKNOWN && variant.vt != VT_DISPATCH) || !variant.punkVal)
        return Value();
    Microsoft::WRL::ComPtr<IWbemClassObject> object;
    if (variant.punkVal->QueryInterface(IID_PPV_ARGS(object.GetAddressOf())) < 0)
        return Value();
    auto instance = WmiObject(object.Get()).toInstance();
    return instance ? Value(std::move(*instance)) : Value();
}

/// For a property whose CIM type is not one that DSP0004 names: what the VARIANT itself says.
Value valueByVariant(const VARIANT& variant)
{
    if (variant.vt == VT_BOOL)
        return Value(variant.boolVal != VARIANT_FALSE);
    if (variant.vt == VT_BSTR)
        return Value(std::string_view(textOf(variant.bstrVal)));
    if (variant.vt == VT_R4 || variant.vt == VT_R8)
        return realValue(variant);
    return signedValue(variant);
}

Value scalarValue(const VARIANT& variant, CIMTYPE type)
{
    switch (type) {
    case CIM_BOOLEAN:
        return integerOf(variant) ? Value(*integerOf(variant) != 0) : Value();
    case CIM_SINT8:
    case CIM_SINT16:
    case CIM_SINT32:
    case CIM_SINT64:
        return signedValue(variant);
    case CIM_UINT8:
        return unsignedValue(variant, 0xFF);
    case CIM_UINT16:
    case CIM_CHAR16:
        return unsignedValue(variant, 0xFFFF);
    case CIM_UINT32:
        return unsignedValue(variant, 0xFFFFFFFF);
    case CIM_UINT64:
        return unsignedValue(variant, ~std::uint64_t{0});
    case CIM_REAL32:
    case CIM_REAL64:
        return realValue(variant);
    case CIM_DATETIME:
        if (variant.vt == VT_BSTR)
            return Value(core::DateTime{core::SharedString(textOf(variant.bstrVal))});
        return valueByVariant(variant);
    case CIM_OBJECT:
        return objectValue(variant);
    default: // CIM_STRING, CIM_REFERENCE, and numbers that nobody has defined
        return valueByVariant(variant);
    }
}

Value arrayValue(const VARIANT& variant, CIMTYPE type)
{
    SAFEARRAY* const array = (variant.vt & VT_BYREF) ? *variant.pparray : variant.parray;
    const VARTYPE elementType = variant.vt & VT_TYPEMASK;
    LONG lower = 0;
    LONG upper = -1;
    if (!array || SafeArrayGetDim(array) != 1 || SafeArrayGetLBound(array, 1, &lower) < 0 ||
        SafeArrayGetUBound(array, 1, &upper) < 0)
        return Value();
    core::ValueArray values;
    for (LONG index = lower; index <= upper; ++index) {
        VARIANT element;
        VariantInit(&element);
        element.vt = elementType;
        void* const place =
            elementType == VT_VARIANT ? static_cast<void*>(&element) : static_cast<void*>(&element.llVal);
        if (SafeArrayGetElement(array, &index, place) < 0)
            return Value();
        values.push_back(readVariant(element, type));
        VariantClear(&element);
    }
    return Value(std::move(values));
}

} // namespace

core::Value readVariant(const VARIANT& variant, CIMTYPE type)
{
    if (variant.vt == VT_NULL || variant.vt == VT_EMPTY)
        return Value();
    const CIMTYPE elementType = type & ~static_cast<CIMTYPE>(CIM_FLAG_ARRAY);
    if (variant.vt & VT_ARRAY)
        return arrayValue(variant, elementType);
    return scalarValue(variant, elementType);
}

} // namespace deskwarden::wmicom
