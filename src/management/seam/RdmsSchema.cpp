// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/seam/RdmsSchema.h"

#include "core/Names.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <utility>

namespace deskwarden::management {

namespace {

using enum CimType;

constexpr std::string_view rdms = "root\\cimv2\\rdms";

constexpr std::array sessionProperties{
    PropertySchema{"VMHostName", String, true}, PropertySchema{"SessionId", Uint32, true},
    PropertySchema{"VMName", String},           PropertySchema{"ConnectState", Uint32},
    PropertySchema{"UserName", String},         PropertySchema{"DomainName", String},
    PropertySchema{"CollectionId", String},     PropertySchema{"ClientMachineName", String},
};
constexpr std::array messageIn{ParameterSchema{"Title", String}, ParameterSchema{"Message", String}};
constexpr std::array sessionMethods{
    MethodSchema{"Logoff", {}, {}, false},
    MethodSchema{"Disconnect", {}, {}, false},
    MethodSchema{"SendMessage", messageIn, {}, false},
};

constexpr std::array collectionProperties{
    PropertySchema{"Alias", String, true},
    PropertySchema{"Type", Uint32},
    PropertySchema{"IsManaged", Boolean},
    PropertySchema{"Name", String},
    PropertySchema{"CollectionDescription", String},
    PropertySchema{"SecurityDescriptor", String},
    PropertySchema{"VmFarmSettings", String},
    PropertySchema{"UserVHDSetting", String},
    PropertySchema{"IconContents", Uint8, false, true},
    PropertySchema{"ShowInPortal", Boolean},
    PropertySchema{"IsHA", Boolean},
    PropertySchema{"IsUserAdmin", Boolean},
    PropertySchema{"RollbackEnabled", Boolean},
};

constexpr std::array patchPropertiesOut{ParameterSchema{"StartTime", DateTime},
                                        ParameterSchema{"ForceLogOffTime", DateTime},
                                        ParameterSchema{"JobGuid", String}, ParameterSchema{"State", Uint32}};
constexpr std::array collectionMethods{MethodSchema{"GetPatchProperties", {}, patchPropertiesOut, false}};

constexpr std::array desktopProperties{
    PropertySchema{"Name", String, true},   PropertySchema{"HostName", String},
    PropertySchema{"Status", Uint32},       PropertySchema{"CollectionAlias", String},
    PropertySchema{"SessionState", String}, PropertySchema{"SessionUserName", String},
    PropertySchema{"UserName", String},     PropertySchema{"UserDomain", String},
    PropertySchema{"VMState", Uint32},
};
constexpr std::array desktopDetailsOut{ParameterSchema{"RAMSizeInMB", Uint32},
                                       ParameterSchema{"RemoteFXEnabled", Boolean},
                                       ParameterSchema{"OSVersion", String}};
constexpr std::array desktopStateOut{ParameterSchema{"VMState", Uint32}};
constexpr std::array desktopStateIn{ParameterSchema{"VMState", Uint32}};
constexpr std::array assignmentIn{ParameterSchema{"UserName", String}, ParameterSchema{"UserDomain", String}};
constexpr std::array freedIn{ParameterSchema{"VMName", String}};
constexpr std::array desktopMethods{
    MethodSchema{"GetVirtualDesktopDetails", {}, desktopDetailsOut, false},
    MethodSchema{"GetVirtualDesktopState", {}, desktopStateOut, false},
    MethodSchema{"SetVirtualDesktopState", desktopStateIn, {}, false},
    MethodSchema{"SetUserAssignment", assignmentIn, {}, false},
    MethodSchema{"RemoveUserAssignment", freedIn, {}, false},
};

constexpr std::array activeServerOut{ParameterSchema{"ServerName", String}};
constexpr std::array clientAccessNameOut{ParameterSchema{"ClientAccessName", String}};
constexpr std::array environmentMethods{
    MethodSchema{"GetActiveServer", {}, activeServerOut, true},
    MethodSchema{"GetClientAccessName", {}, clientAccessNameOut, true},
};

constexpr std::array nodeProperties{
    PropertySchema{"FQDN", String, true},
    PropertySchema{"SID", String},
    PropertySchema{"OSVersion", String},
    PropertySchema{"IsRdcb", Boolean},
    PropertySchema{"IsRdg", Boolean},
    PropertySchema{"IsRdls", Boolean},
    PropertySchema{"IsRdvh", Boolean},
    PropertySchema{"IsRdwa", Boolean},
    PropertySchema{"IsRdsh", Boolean},
    PropertySchema{"IsWebAccessCertificateInstalled", Boolean},
    PropertySchema{"IsGatewayCertificateInstalled", Boolean},
    PropertySchema{"IsRedirectorCertificateInstalled", Boolean},
    PropertySchema{"IsPublishingCertificateInstalled", Boolean},
};

constexpr std::array directoryProperties{
    PropertySchema{"ServerName", String, true}, PropertySchema{"SessionId", Uint32, true},
    PropertySchema{"UserName", String},         PropertySchema{"DomainName", String},
    PropertySchema{"ServerIPAddress", String},  PropertySchema{"CreateTime", DateTime},
    PropertySchema{"DisconnectTime", DateTime}, PropertySchema{"SessionState", Uint32},
    PropertySchema{"CollectionAlias", String},  PropertySchema{"UnifiedSessionId", Uint32},
    PropertySchema{"HostServer", String},       PropertySchema{"IdleTime", Uint32},
};

constexpr std::array serverProperties{
    PropertySchema{"ServerName", String, true},  PropertySchema{"ServerIPAddress", String},
    PropertySchema{"ClusterName", String},       PropertySchema{"NumberOfSessions", Uint32},
    PropertySchema{"SingleSessionMode", Uint32}, PropertySchema{"ServerWeight", Uint32},
    PropertySchema{"NumPendRedir", Uint32},      PropertySchema{"LoadIndicator", Uint32},
};

constexpr std::array classes{
    ClassSchema{sessionClass, rdms, sessionProperties, sessionMethods},
    ClassSchema{collectionClass, rdms, collectionProperties, collectionMethods},
    ClassSchema{virtualDesktopClass, rdms, desktopProperties, desktopMethods},
    ClassSchema{environmentClass, rdms, {}, environmentMethods},
    ClassSchema{joinedNodeClass, rdms, nodeProperties, {}},
    ClassSchema{sessionDirectoryClass, directoryNameSpace, directoryProperties, {}},
    ClassSchema{directoryServerClass, directoryNameSpace, serverProperties, {}},
};

template <typename Schema>
const Schema* findNamed(std::span<const Schema> among, std::string_view name) noexcept
{
    const auto found =
        std::ranges::find_if(among, [name](const Schema& schema) { return core::isSameName(schema.name, name); });
    return found == among.end() ? nullptr : &*found;
}

template <typename Number>
std::optional<Number> number(std::string_view text)
{
    text = core::numberText(text);
    Number value{};
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    if (text.empty() || error != std::errc() || stop != end)
        return std::nullopt;
    return value;
}

std::optional<core::Value> unsignedValue(std::string_view text, std::uint64_t largest)
{
    if (const auto value = number<std::uint64_t>(text))
        return *value <= largest ? std::optional(core::Value(*value)) : std::nullopt;
    if (largest != std::numeric_limits<std::uint32_t>::max())
        return std::nullopt;
    if (const auto value = number<std::int32_t>(text))
        return core::Value(static_cast<std::uint32_t>(*value));
    return std::nullopt;
}

std::optional<core::Value> signedValue(std::string_view text, std::int64_t smallest, std::int64_t largest)
{
    const auto value = number<std::int64_t>(text);
    if (!value || *value < smallest || *value > largest)
        return std::nullopt;
    return core::Value(*value);
}

std::optional<core::Value> booleanValue(std::string_view text)
{
    text = core::collapsed(text);
    if (core::isSameName(text, "true") || text == "1")
        return core::Value(true);
    if (core::isSameName(text, "false") || text == "0")
        return core::Value(false);
    return std::nullopt;
}

core::Value typed(const core::Value& value, CimType type)
{
    if (const auto* items = std::get_if<core::ValueArray>(&value.variant())) {
        core::ValueArray result;
        result.reserve(items->size());
        for (const core::Value& item : *items)
            result.push_back(typed(item, type));
        return core::Value(std::move(result));
    }
    const core::SharedString text = value.text();
    if (text.isNull())
        return value;
    if (type == DateTime)
        return core::Value(core::DateTime{text}); // shares the text
    return typedValue(text.view(), type).value_or(value);
}

/// Servers send the properties in an order of their own, but always in the same one: look at `hint` first.
const PropertySchema* findFrom(std::span<const PropertySchema> properties, std::string_view name, std::size_t hint)
{
    if (hint < properties.size() && properties[hint].name == name)
        return &properties[hint];
    return findNamed(properties, name);
}

} // namespace

const PropertySchema* ClassSchema::findProperty(std::string_view propertyName) const noexcept
{
    return findNamed(properties, propertyName);
}

const MethodSchema* ClassSchema::findMethod(std::string_view methodName) const noexcept
{
    return findNamed(methods, methodName);
}

std::span<const ClassSchema> knownClasses() noexcept
{
    return classes;
}

std::string selectAll(std::string_view className)
{
    return "SELECT * FROM " + std::string(className);
}

const ClassSchema* findClass(std::string_view name) noexcept
{
    return findNamed(std::span<const ClassSchema>(classes), name);
}

std::optional<core::Value> typedValue(std::string_view text, CimType type)
{
    switch (type) {
    case Boolean:
        return booleanValue(text);
    case Uint8:
        return unsignedValue(text, std::numeric_limits<std::uint8_t>::max());
    case Uint16:
        return unsignedValue(text, std::numeric_limits<std::uint16_t>::max());
    case Uint32:
        return unsignedValue(text, std::numeric_limits<std::uint32_t>::max());
    case Uint64:
        return unsignedValue(text, std::numeric_limits<std::uint64_t>::max());
    case Sint32:
        return signedValue(text, std::numeric_limits<std::int32_t>::min(), std::numeric_limits<std::int32_t>::max());
    case Sint64:
        return signedValue(text, std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max());
    case Real64:
        if (const auto value = number<double>(text))
            return core::Value(*value);
        return std::nullopt;
    case String:
        return core::Value(text);
    case DateTime:
        return core::Value(core::DateTime{core::SharedString(text)});
    }
    return std::nullopt;
}

void applySchema(core::Instance& instance, const ClassSchema& schema)
{
    std::size_t next = 0;
    for (core::Property& property : instance.properties()) {
        const PropertySchema* known = findFrom(schema.properties, property.name.view(), next);
        if (!known)
            continue;
        next = static_cast<std::size_t>(known - schema.properties.data()) + 1;
        if (known->type != String && !property.value.isNull())
            property.value = typed(property.value, known->type);
    }
}

} // namespace deskwarden::management
