// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wmicom/VariantWriter.h"

#include "wmicom/ComText.h"

#include <charconv>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>

namespace deskwarden::wmicom {

namespace {

using core::Value;

/// A whole number with its sign kept apart, wide enough for both 64-bit types.
struct Whole
{
    bool isNegative = false;
    std::uint64_t bits = 0; ///< two's complement if negative
};

template <typename T>
const T* heldBy(const Value& value)
{
    return std::get_if<T>(&value.variant());
}

Whole wholeOf(std::int64_t number)
{
    return {number < 0, static_cast<std::uint64_t>(number)};
}

std::optional<Whole> wholeOf(std::string_view text)
{
    const char* end = text.data() + text.size();
    if (text.starts_with('-')) {
        std::int64_t number = 0;
        const auto [stopped, error] = std::from_chars(text.data(), end, number);
        return error == std::errc() && stopped == end ? std::optional(wholeOf(number)) : std::nullopt;
    }
    std::uint64_t number = 0;
    const auto [stopped, error] = std::from_chars(text.data(), end, number);
    return error == std::errc() && stopped == end ? std::optional(Whole{false, number}) : std::nullopt;
}

std::optional<Whole> wholeOf(const Value& value)
{
    if (const auto* number = heldBy<std::int64_t>(value))
        return wholeOf(*number);
    if (const auto* number = heldBy<std::uint64_t>(value))
        return Whole{false, *number};
    if (const auto* flag = heldBy<bool>(value))
        return Whole{false, *flag ? std::uint64_t{1} : std::uint64_t{0}};
    if (const auto* text = heldBy<core::SharedString>(value))
        return wholeOf(text->view());
    return std::nullopt;
}

struct Range
{
    std::int64_t lowest;
    std::uint64_t highest;
};

std::optional<Range> rangeOf(CIMTYPE type)
{
    switch (type) {
    case CIM_SINT8:
        return Range{INT8_MIN, INT8_MAX};
    case CIM_UINT8:
        return Range{0, UINT8_MAX};
    case CIM_SINT16:
        return Range{INT16_MIN, INT16_MAX};
    case CIM_UINT16:
    case CIM_CHAR16:
        return Range{0, UINT16_MAX};
    case CIM_SINT32: // bit patterns are declared signed too (hDefKey of StdRegProv under Wine)
        return Range{INT32_MIN, UINT32_MAX};
    case CIM_UINT32:
        return Range{0, UINT32_MAX};
    case CIM_SINT64:
        return Range{std::numeric_limits<std::int64_t>::min(), INT64_MAX};
    case CIM_UINT64:
        return Range{0, UINT64_MAX};
    default: // not a whole number
        return std::nullopt;
    }
}

bool isInside(const Whole& number, const Range& range)
{
    if (number.isNegative)
        return static_cast<std::int64_t>(number.bits) >= range.lowest;
    return number.bits <= range.highest;
}

void putText(VARIANT& variant, std::string_view text)
{
    const std::wstring wide = core::wideFrom(text);
    variant.vt = VT_BSTR;
    variant.bstrVal = SysAllocStringLen(wide.data(), static_cast<UINT>(wide.size()));
}

void putWhole(VARIANT& variant, const Whole& number, CIMTYPE type)
{
    switch (type) {
    case CIM_UINT8:
        variant.vt = VT_UI1;
        variant.bVal = static_cast<BYTE>(number.bits);
        return;
    case CIM_SINT8:
    case CIM_SINT16:
    case CIM_CHAR16:
        variant.vt = VT_I2;
        variant.iVal = static_cast<SHORT>(number.bits);
        return;
    case CIM_SINT64:
    case CIM_UINT64:
        putText(variant, number.isNegative ? std::to_string(static_cast<std::int64_t>(number.bits))
                                           : std::to_string(number.bits));
        return;
    default: // uint16 and both 32-bit types travel as VT_I4
        variant.vt = VT_I4;
        variant.lVal = static_cast<LONG>(static_cast<std::uint32_t>(number.bits));
    }
}

/// The text of a value for a string, reference or datetime.
std::optional<std::string> textOf(const Value& value)
{
    if (const auto* text = heldBy<core::SharedString>(value))
        return text->toString();
    if (const auto* time = heldBy<core::DateTime>(value))
        return time->text.toString();
    if (const auto* flag = heldBy<bool>(value))
        return *flag ? "true" : "false";
    const auto whole = wholeOf(value);
    if (!whole)
        return std::nullopt;
    return whole->isNegative ? std::to_string(static_cast<std::int64_t>(whole->bits)) : std::to_string(whole->bits);
}

bool putScalar(VARIANT& variant, const Value& value, CIMTYPE type)
{
    if (const auto range = rangeOf(type)) {
        const auto whole = wholeOf(value);
        if (!whole || !isInside(*whole, *range))
            return false;
        putWhole(variant, *whole, type);
        return true;
    }
    if (type == CIM_BOOLEAN) {
        const auto* flag = heldBy<bool>(value);
        if (!flag)
            return false;
        variant.vt = VT_BOOL;
        variant.boolVal = *flag ? VARIANT_TRUE : VARIANT_FALSE;
        return true;
    }
    if (type == CIM_REAL32 || type == CIM_REAL64) {
        const auto* number = heldBy<double>(value);
        if (!number)
            return false;
        variant.vt = type == CIM_REAL32 ? VT_R4 : VT_R8;
        if (type == CIM_REAL32)
            variant.fltVal = static_cast<float>(*number);
        else
            variant.dblVal = *number;
        return true;
    }
    const auto text = textOf(value);
    if (!text)
        return false;
    putText(variant, *text);
    return true;
}

VARTYPE elementTypeOf(CIMTYPE type)
{
    switch (type) {
    case CIM_BOOLEAN:
        return VT_BOOL;
    case CIM_UINT8:
        return VT_UI1;
    case CIM_SINT8:
    case CIM_SINT16:
    case CIM_CHAR16:
        return VT_I2;
    case CIM_UINT16:
    case CIM_SINT32:
    case CIM_UINT32:
        return VT_I4;
    case CIM_REAL32:
        return VT_R4;
    case CIM_REAL64:
        return VT_R8;
    default: // texts, and 64-bit numbers as text
        return VT_BSTR;
    }
}

bool putArray(VARIANT& variant, const core::ValueArray& values, CIMTYPE type)
{
    const VARTYPE elementType = elementTypeOf(type);
    SAFEARRAY* const array = SafeArrayCreateVector(elementType, 0, static_cast<ULONG>(values.size()));
    if (!array)
        return false;
    variant.vt = static_cast<VARTYPE>(VT_ARRAY | elementType);
    variant.parray = array; // the VARIANT owns it from here
    LONG index = 0;
    for (const Value& value : values) {
        ScopedVariant element;
        if (!putScalar(*element.address(), value, type))
            return false;
        // SafeArrayPutElement copies; a BSTR is handed over itself, a number by its address.
        void* const place = elementType == VT_BSTR ? static_cast<void*>(element.get().bstrVal)
                                                   : static_cast<void*>(&element.address()->llVal);
        if (SafeArrayPutElement(array, &index, place) < 0)
            return false;
        ++index;
    }
    return true;
}

} // namespace

core::Result<ScopedVariant> writeVariant(const core::Value& value, CIMTYPE type)
{
    ScopedVariant variant;
    const CIMTYPE elementType = type & ~static_cast<CIMTYPE>(CIM_FLAG_ARRAY);
    if (value.isNull()) {
        variant.address()->vt = VT_NULL;
        return variant;
    }
    const auto* array = heldBy<core::ValueArray>(value);
    const bool wantsArray = (type & CIM_FLAG_ARRAY) != 0;
    const bool isWritten =
        array ? wantsArray && putArray(*variant.address(), *array, elementType)
              : !wantsArray && elementType != CIM_OBJECT && putScalar(*variant.address(), value, elementType);
    if (!isWritten)
        return core::failure(core::ErrorKind::InvalidInput, "the value does not suit its CIM type");
    return variant;
}

} // namespace deskwarden::wmicom
