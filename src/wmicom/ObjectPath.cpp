// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wmicom/ObjectPath.h"

#include <optional>

namespace deskwarden::wmicom {

namespace {

std::string quoted(std::string_view text)
{
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            result += '\\';
        result += c;
    }
    result += '"';
    return result;
}

std::optional<std::string> keyLiteral(const core::Value& value)
{
    if (const auto* text = std::get_if<core::SharedString>(&value.variant()))
        return quoted(text->view());
    if (const auto* time = std::get_if<core::DateTime>(&value.variant()))
        return quoted(time->text.view());
    if (const auto* flag = std::get_if<bool>(&value.variant()))
        return *flag ? "TRUE" : "FALSE";
    if (const auto* number = std::get_if<std::int64_t>(&value.variant()))
        return std::to_string(*number);
    if (const auto* number = std::get_if<std::uint64_t>(&value.variant()))
        return std::to_string(*number);
    return std::nullopt;
}

/// Class and property names go into the path as they are: only what can be a name may.
bool isName(std::string_view text)
{
    if (text.empty())
        return false;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || byte >= 0x80;
        if (!isLetter && !(c >= '0' && c <= '9') && c != '_')
            return false;
    }
    return true;
}

} // namespace

core::Result<std::string> objectPath(const management::InstancePath& path)
{
    if (!isName(path.className))
        return core::failure(core::ErrorKind::InvalidInput, "not a class name: " + path.className);
    std::string text = path.className;
    char separator = '.';
    for (const core::Property& key : path.keys) {
        const auto literal = keyLiteral(key.value);
        if (!literal || !isName(key.name.view()))
            return core::failure(core::ErrorKind::InvalidInput, "not usable as a key: " + key.name.toString());
        text += separator;
        text += key.name.view();
        text += '=';
        text += *literal;
        separator = ',';
    }
    return text;
}

std::string singletonPath(const management::InstancePath& path)
{
    return path.className + "=@";
}

} // namespace deskwarden::wmicom
