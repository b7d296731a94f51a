// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/report/ReportVocabulary.h"

#include "core/Names.h"
#include "management/seam/RdmsSchema.h"

#include <algorithm>
#include <array>

namespace deskwarden::wsman {

namespace {

using management::CimType;

// Those of the protocol that stand in tags, besides the words below.
constexpr std::array<std::string_view, 92> protocolIdentifiers{"Envelope",
                                                               "Header",
                                                               "Body",
                                                               "To",
                                                               "From",
                                                               "ReplyTo",
                                                               "FaultTo",
                                                               "Address",
                                                               "Action",
                                                               "MessageID",
                                                               "RelatesTo",
                                                               "ResourceURI",
                                                               "MaxEnvelopeSize",
                                                               "Locale",
                                                               "DataLocale",
                                                               "OperationTimeout",
                                                               "SelectorSet",
                                                               "Selector",
                                                               "OptionSet",
                                                               "Option",
                                                               "Name",
                                                               "Enumerate",
                                                               "OptimizeEnumeration",
                                                               "MaxElements",
                                                               "MaxCharacters",
                                                               "Filter",
                                                               "Dialect",
                                                               "Pull",
                                                               "Release",
                                                               "EnumerationContext",
                                                               "EnumerateResponse",
                                                               "PullResponse",
                                                               "Items",
                                                               "Item",
                                                               "EndOfSequence",
                                                               "Expires",
                                                               "TotalItemsCountEstimate",
                                                               "RequestTotalItemsCountEstimate",
                                                               "EnumerationMode",
                                                               "XmlFragment",
                                                               "EndpointReference",
                                                               "ReferenceParameters",
                                                               "Fault",
                                                               "Code",
                                                               "Subcode",
                                                               "Value",
                                                               "Reason",
                                                               "Text",
                                                               "Detail",
                                                               "FaultDetail",
                                                               "WSManFault",
                                                               "Message",
                                                               "ProviderFault",
                                                               "Machine",
                                                               "ProviderId",
                                                               "provider",
                                                               "path",
                                                               "providerId",
                                                               "MSFT_WmiError",
                                                               "__ExtendedStatus",
                                                               "CIM_Error",
                                                               "error_Code",
                                                               "error_Type",
                                                               "error_Category",
                                                               "error_WindowsErrorMessage",
                                                               "CIMStatusCode",
                                                               "CIMStatusCodeDescription",
                                                               "ErrorSource",
                                                               "ErrorSourceFormat",
                                                               "ErrorType",
                                                               "OwningEntity",
                                                               "PerceivedSeverity",
                                                               "ProbableCause",
                                                               "ProbableCauseDescription",
                                                               "StatusCode",
                                                               "Operation",
                                                               "ParameterInfo",
                                                               "ProviderName",
                                                               "Description",
                                                               "Identify",
                                                               "IdentifyResponse",
                                                               "ProtocolVersion",
                                                               "ProductVendor",
                                                               "ProductVersion",
                                                               "SecurityProfiles",
                                                               "SecurityProfileName",
                                                               "ReturnValue",
                                                               "Datetime",
                                                               "Interval",
                                                               "mustUnderstand",
                                                               "nil",
                                                               "type"};

constexpr std::array<std::string_view, 69> protocolWords{"http",
                                                         "https",
                                                         "uuid",
                                                         "xml",
                                                         "wbem",
                                                         "wsman",
                                                         "xsd",
                                                         "wmi",
                                                         "wscim",
                                                         "schema",
                                                         "cim",
                                                         "root",
                                                         "cimv2",
                                                         "rdms",
                                                         "standardcimv2",
                                                         "interop",
                                                         "soap",
                                                         "envelope",
                                                         "addressing",
                                                         "ws",
                                                         "eventing",
                                                         "transfer",
                                                         "enumeration",
                                                         "role",
                                                         "anonymous",
                                                         "fault",
                                                         "faultdetail",
                                                         "wsmanfault",
                                                         "common",
                                                         "XMLSchema",
                                                         "instance",
                                                         "XML",
                                                         "namespace",
                                                         "identity",
                                                         "wsmanidentity",
                                                         "secprofile",
                                                         "spnego",
                                                         "kerberos",
                                                         "basic",
                                                         "mutual",
                                                         "WQL",
                                                         "SELECT",
                                                         "FROM",
                                                         "WHERE",
                                                         "Enumerate",
                                                         "EnumerateResponse",
                                                         "Pull",
                                                         "PullResponse",
                                                         "Release",
                                                         "ReleaseResponse",
                                                         "Get",
                                                         "GetResponse",
                                                         "Identify",
                                                         "IdentifyResponse",
                                                         "Sender",
                                                         "Receiver",
                                                         "MustUnderstand",
                                                         "VersionMismatch",
                                                         "s",
                                                         "w",
                                                         "p",
                                                         "a",
                                                         "n",
                                                         "e",
                                                         "__cimnamespace",
                                                         "version",
                                                         "encoding",
                                                         "utf",
                                                         "wsmid"};

// Numbers that their URIs have.
constexpr std::array<std::string_view, 13> uriNumbers{"1",    "2",    "3",    "05",   "08",   "09",  "1998",
                                                      "1999", "2001", "2003", "2004", "2005", "2006"};

constexpr std::array<std::string_view, 4> schemaHosts{"www.w3.org", "schemas.xmlsoap.org", "schemas.dmtf.org",
                                                      "schemas.microsoft.com"};

constexpr std::array<std::string_view, 15> protocolElements{"Action",
                                                            "ResourceURI",
                                                            "Address",
                                                            "Value",
                                                            "Filter",
                                                            "Dialect",
                                                            "ProtocolVersion",
                                                            "SecurityProfileName",
                                                            "EnumerationMode",
                                                            "type",
                                                            "Name",
                                                            "FaultDetail",
                                                            "XmlFragment",
                                                            "__cimnamespace",
                                                            "xmlns"};

constexpr std::array<std::string_view, 15> numberElements{
    "Code",           "error_Code",        "error_Type",
    "error_Category", "CIMStatusCode",     "ErrorSourceFormat",
    "ErrorType",      "PerceivedSeverity", "ProbableCause",
    "StatusCode",     "ReturnValue",       "MaxEnvelopeSize",
    "MaxElements",    "MaxCharacters",     "TotalItemsCountEstimate"};

constexpr std::array<std::string_view, 7> sentenceElements{"Text",
                                                           "Message",
                                                           "Reason",
                                                           "Description",
                                                           "CIMStatusCodeDescription",
                                                           "error_WindowsErrorMessage",
                                                           "ProbableCauseDescription"};

template <std::size_t Size>
bool isAmong(const std::array<std::string_view, Size>& names, std::string_view name) noexcept
{
    return std::ranges::find(names, name) != names.end();
}

bool isOfClass(const management::ClassSchema& schema, std::string_view name) noexcept
{
    if (name.starts_with(schema.name)) {
        const std::string_view rest = name.substr(schema.name.size());
        if (rest.empty() || rest == "_Type")
            return true;
    }
    const auto isNamed = [name](const auto& each) { return each.name == name; };
    if (std::ranges::any_of(schema.properties, isNamed))
        return true;
    return std::ranges::any_of(schema.methods, [&](const management::MethodSchema& method) {
        if (std::ranges::any_of(method.out, isNamed) || std::ranges::any_of(method.in, isNamed))
            return true;
        if (!name.starts_with(method.name))
            return false;
        const std::string_view rest = name.substr(method.name.size());
        return rest.empty() || rest == "_INPUT" || rest == "_OUTPUT" || rest == "_OUTPUT_Type" || rest == "Response";
    });
}

bool isOfSchema(std::string_view name) noexcept
{
    return std::ranges::any_of(management::knownClasses(),
                               [name](const management::ClassSchema& schema) { return isOfClass(schema, name); });
}

} // namespace

bool isKnownIdentifier(std::string_view name) noexcept
{
    return isAmong(protocolIdentifiers, name) || isOfSchema(name);
}

bool isProtocolWord(std::string_view word) noexcept
{
    return isAmong(protocolWords, word) || isAmong(uriNumbers, word) || isAmong(protocolIdentifiers, word) ||
           isOfSchema(word) || word == "true" || word == "false";
}

bool isSchemaHost(std::string_view host) noexcept
{
    return isAmong(schemaHosts, host);
}

bool holdsProtocolWords(std::string_view element) noexcept
{
    return isAmong(protocolElements, element);
}

bool holdsNumber(std::string_view element) noexcept
{
    if (isAmong(numberElements, element))
        return true;
    return std::ranges::any_of(management::knownClasses(), [element](const management::ClassSchema& schema) {
        const auto* const property = schema.findProperty(element);
        return property && !property->isArray && property->type != CimType::String &&
               property->type != CimType::DateTime;
    });
}

bool holdsDuration(std::string_view element) noexcept
{
    return element == "OperationTimeout" || element == "Expires" || element == "MaxTime";
}

bool holdsSentences(std::string_view element) noexcept
{
    return isAmong(sentenceElements, element);
}

} // namespace deskwarden::wsman
