// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Value.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace deskwarden::management {

/// The CIM types that the classes here use (DSP0004 5.2).
enum class CimType { Boolean, Uint8, Uint16, Uint32, Uint64, Sint32, Sint64, Real64, String, DateTime };

struct PropertySchema
{
    std::string_view name;
    CimType type = CimType::String;
    bool isKey = false;
    bool isArray = false;
};

struct ParameterSchema
{
    std::string_view name;
    CimType type = CimType::String;
};

/// A method; every one here returns a uint32.
struct MethodSchema
{
    std::string_view name;
    std::span<const ParameterSchema> in;  ///< in MOF order
    std::span<const ParameterSchema> out; ///< in MOF order
    bool isStatic = false;                ///< called on the class, without keys
};

/// What Microsoft documents about one class, as data, so that transports without types and the simulator agree on it.
struct ClassSchema
{
    std::string_view name;
    std::string_view nameSpace;
    std::span<const PropertySchema> properties; ///< in MOF order
    std::span<const MethodSchema> methods;

    [[nodiscard]] const PropertySchema* findProperty(std::string_view propertyName) const noexcept;
    [[nodiscard]] const MethodSchema* findMethod(std::string_view methodName) const noexcept;
};

inline constexpr std::string_view sessionClass = "Win32_VirtualDesktopSession";
inline constexpr std::string_view collectionClass = "Win32_RDMSVirtualDesktopCollection";
inline constexpr std::string_view virtualDesktopClass = "Win32_RDMSVirtualDesktop";
inline constexpr std::string_view environmentClass = "Win32_RDMSEnvironment";
inline constexpr std::string_view joinedNodeClass = "Win32_RDMSJoinedNode";
inline constexpr std::string_view sessionDirectoryClass = "Win32_SessionDirectorySessionEx";
inline constexpr std::string_view directoryServerClass = "Win32_SessionDirectoryServer";
inline constexpr std::string_view directoryNameSpace = "root\\cimv2"; ///< of both directory classes

[[nodiscard]] std::span<const ClassSchema> knownClasses() noexcept;
/// The class of that name, without regard to ASCII case; nullptr for one that is not known here.
[[nodiscard]] const ClassSchema* findClass(std::string_view name) noexcept;

/// WQL for every instance of a class, with all its properties.
[[nodiscard]] std::string selectAll(std::string_view className);

/// The text read as that type; nothing if it is no such value. Numbers are decimal; a negative one read as an unsigned
/// 32-bit type keeps its bits, as some servers write them signed. White space around a number or a boolean is no part
/// of it.
[[nodiscard]] std::optional<core::Value> typedValue(std::string_view text, CimType type);
/// Turns the texts of a transport without types into typed values. A text that is no such value stays a text, and a
/// property that the class does not have stays as it came.
void applySchema(core::Instance& instance, const ClassSchema& schema);

} // namespace deskwarden::management
