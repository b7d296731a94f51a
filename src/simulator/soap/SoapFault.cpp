// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "simulator/soap/SoapFault.h"

#include "core/StatusCode.h"
#include "core/XmlText.h"
#include "simulator/farm/WmiStatus.h"
#include "simulator/soap/SoapNames.h"

#include <algorithm>
#include <array>

namespace deskwarden::simulator {

namespace {

struct FaultShape
{
    std::uint32_t code;
    std::string_view subcode;
    std::string_view detail; // last segment of the w:FaultDetail; empty = none
    std::string_view text;
};

constexpr FaultShape unknownShape{0, "w:InternalError", "", "The service reported an error."};
constexpr std::array<FaultShape, 32> shapes{{
    {5, "w:AccessDenied", "", "Access is denied. "},
    {0x80070005, "w:AccessDenied", "", "Access is denied. "},
    {0x80041003, "w:AccessDenied", "", "Access denied "},
    {wsmanCode::resourceNotFound, "a:DestinationUnreachable", "InvalidResourceURI",
     "The service cannot find the resource identified by the resource URI and selectors. "},
    {wsmanCode::invalidUri, "a:DestinationUnreachable", "InvalidResourceURI",
     "The resource URI is missing or it has an incorrect format. "},
    {wsmanCode::pullInProgress, "w:Concurrency", "", "A Pull operation is already in progress for this context. "},
    {wsmanCode::soapVersion, "s:VersionMismatch", "", "The SOAP version does not match. "},
    {wsmanCode::mustUnderstand, "s:MustUnderstand", "", "A SOAP header that must be understood is not known. "},
    {wsmanCode::headerRequired, "a:MessageInformationHeaderRequired", "", "A required header is missing. "},
    {wsmanCode::actionNotSupported, "a:ActionNotSupported", "", "The action is not supported by the service. "},
    {wsmanCode::dialectUnavailable, "n:FilterDialectRequestedUnavailable", "", "The filter dialect is not supported. "},
    {wsmanCode::cannotProcessFilter, "n:CannotProcessFilter", "",
     "The data source could not process the filter. The filter might be missing or it might be invalid. Change the "
     "filter and try the request again. "},
    {wsmanCode::invalidContext, "n:InvalidEnumerationContext", "",
     "The supplied enumeration context is invalid. Start the enumeration over again. "},
    {wsmanCode::invalidBody, "w:SchemaValidationError", "", "The SOAP body of the request is not valid. "},
    {0x80338029, "w:TimedOut", "",
     "The WS-Management service cannot complete the operation within the time specified in OperationTimeout. "},
    {wsmanCode::unsupportedEncoding, "w:EncodingLimit", "CharacterSet", "The character set is not supported. "},
    {wsmanCode::schemaValidation, "w:SchemaValidationError", "", "The message does not fit the schema. "},
    {wsmanCode::invalidXml, "w:SchemaValidationError", "", "The request is not well-formed XML. "},
    {wsmanCode::envelopeExceeded, "w:EncodingLimit", "MaxEnvelopeSizeExceeded",
     "The response that the service computed exceeds the maximum envelope size in the request. "},
    {wsmanCode::serverEnvelopeLimit, "w:EncodingLimit", "ServiceEnvelopeLimit",
     "The response that the service computed exceeds its internal limit for envelope size. "},
    {wsmanCode::invalidXmlNamespace, "w:SchemaValidationError", "", "The input parameters use a wrong namespace. "},
    {wsmanCode::missingSelectors, "w:InvalidSelectors", "InsufficientSelectors",
     "The request is missing selectors that identify the resource. "},
    {wsmanCode::unexpectedSelectors, "w:InvalidSelectors", "UnexpectedSelectors",
     "The request contains selectors that are not valid for the resource. "},
    {wsmanCode::selectorType, "w:InvalidSelectors", "TypeMismatch", "A selector value has an incorrect type. "},
    {wsmanCode::minEnvelopeSize, "w:EncodingLimit", "MinimumEnvelopeLimit",
     "The maximum envelope size in the request must be at least 8192. "},
    {wsmanCode::enumerationModeUnsupported, "w:UnsupportedFeature", "EnumerationMode",
     "The enumeration mode is not supported. "},
    {wsmanCode::localeMustUnderstand, "w:UnsupportedFeature", "Locale",
     "The service does not support mustUnderstand on the Locale header. "},
    {wsmanCode::noSelectors, "w:InvalidSelectors", "InsufficientSelectors",
     "The WMI class is not a singleton: the key properties are needed as selectors. "},
    {wsmanCode::wqlNeedsStar, "a:DestinationUnreachable", "InvalidResourceURI",
     "A WQL filter needs a resource URI that ends in * and no selectors. "},
    {wsmanCode::enumerateWithKeys, "w:InvalidSelectors", "UnexpectedSelectors",
     "Key selectors must not be used when enumerating. "},
    {wsmanCode::tooManyOperations, "w:InternalError", "",
     "The maximum number of concurrent operations for this user has been exceeded. "},
    {wsmanCode::pullParametersDiffer, "w:InvalidParameter", "",
     "The maximum envelope size and the maximum number of elements of a Pull must be those of its Enumerate. "},
}};

const FaultShape& shapeOf(std::uint32_t code)
{
    const auto* found = std::ranges::find(shapes, code, &FaultShape::code);
    return found == shapes.end() ? unknownShape : *found;
}

std::string textOf(const SoapFault& fault)
{
    if (!fault.text.empty())
        return fault.text;
    const FaultShape& shape = shapeOf(fault.code);
    if (shape.code != 0)
        return std::string(shape.text);
    const core::StatusCode* known = core::findStatusCode(fault.code);
    return std::string(shape.text) + " " + (known ? std::string(known->symbol) : core::hexText(fault.code)) + ". ";
}

void appendWsmanFault(std::string& xml, std::uint32_t code, std::string_view machine, bool isOuter)
{
    xml += "<f:WSManFault ";
    if (isOuter)
        ((xml += "xmlns:f=\"") += soap::windowsFault) += "\" ";
    xml += "Code=\"" + std::to_string(code) + "\" Machine=\"";
    core::appendXmlEscaped(xml, machine);
    xml += "\"><f:Message>";
}

void appendProviderFault(std::string& xml, const SoapFault& fault, std::string_view machine)
{
    xml += "<f:ProviderFault provider=\"WMI Provider\" path=\"%systemroot%\\system32\\WsmWmiPl.dll\">";
    appendWsmanFault(xml, fault.innerCode, machine, false);
    core::appendXmlEscaped(xml, textOf(fault));
    xml += "</f:Message></f:WSManFault>";
    if (!fault.operation.empty()) {
        xml += "<f:ExtendedError><p:__ExtendedStatus "
               "xmlns:p=\"http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/__ExtendedStatus\" xmlns:xsi=\"";
        xml += soap::instance;
        xml += "\"><p:Description xsi:nil=\"true\"/><p:Operation>";
        core::appendXmlEscaped(xml, fault.operation);
        xml += "</p:Operation><p:ParameterInfo xsi:nil=\"true\"/><p:ProviderName>Win32_RDManagement_Prov"
               "</p:ProviderName><p:StatusCode xsi:nil=\"true\"/></p:__ExtendedStatus></f:ExtendedError>";
    }
    xml += "</f:ProviderFault>";
}

void appendWmiError(std::string& xml, const SoapFault& fault)
{
    const std::string text = textOf(fault);
    const auto child = [&xml](std::string_view name, std::string_view value) {
        ((xml += "<p:") += name) += '>';
        core::appendXmlEscaped(xml, value);
        ((xml += "</p:") += name) += '>';
    };
    ((xml += "<p:MSFT_WmiError b:IsCIM_Error=\"true\" xmlns:p=\"") += soap::cimSchema) += "MSFT_WmiError\" xmlns:b=\"";
    ((xml += soap::cimBinding) += "\" xmlns:xsi=\"") += soap::instance;
    xml += "\" xsi:type=\"p:MSFT_WmiError_Type\">";
    child("CIMStatusCode", "1");
    child("CIMStatusCodeDescription", "");
    child("ErrorType", "0");
    child("Message", text);
    child("MessageID", "HRESULT " + core::hexText(fault.code));
    child("OwningEntity", "");
    child("ProbableCause", "0");
    child("error_Category", "0");
    child("error_Code", std::to_string(fault.code));
    child("error_Type", "HRESULT");
    child("error_WindowsErrorMessage", text);
    xml += "</p:MSFT_WmiError>";
}

bool isReceiver(std::string_view subcode)
{
    return subcode == "w:InternalError" || subcode == "w:TimedOut" || subcode == "n:InvalidEnumerationContext";
}

} // namespace

std::string_view SoapFault::action() const
{
    const std::string_view subcode = shapeOf(code).subcode;
    if (subcode.starts_with("a:"))
        return "http://schemas.xmlsoap.org/ws/2004/08/addressing/fault";
    if (subcode.starts_with("n:"))
        return "http://schemas.xmlsoap.org/ws/2004/09/enumeration/fault";
    return "http://schemas.dmtf.org/wbem/wsman/1/wsman/fault";
}

std::string SoapFault::body(std::string_view machine) const
{
    const FaultShape& shape = shapeOf(code);
    std::string xml = "<s:Fault><s:Code><s:Value>";
    if (shape.subcode.starts_with("s:")) // a fault of SOAP itself has no subcode
        xml += shape.subcode;
    else
        ((xml += isReceiver(shape.subcode) ? "s:Receiver" : "s:Sender") += "</s:Value><s:Subcode><s:Value>") +=
            shape.subcode;
    xml += shape.subcode.starts_with("s:") ? "</s:Value></s:Code>" : "</s:Value></s:Subcode></s:Code>";
    xml += "<s:Reason><s:Text xml:lang=\"en-US\">";
    core::appendXmlEscaped(xml, textOf(*this));
    xml += "</s:Text></s:Reason><s:Detail>";
    if (isWmiError) {
        appendWmiError(xml, *this);
    } else {
        if (!shape.detail.empty())
            (((xml += "<w:FaultDetail>") += soap::faultDetail) += shape.detail) += "</w:FaultDetail>";
        appendWsmanFault(xml, code, machine, true);
        if (innerCode != 0)
            appendProviderFault(xml, *this, machine);
        else
            core::appendXmlEscaped(xml, textOf(*this));
        xml += "</f:Message></f:WSManFault>";
    }
    return xml += "</s:Detail></s:Fault>";
}

SoapFault faultOfQuery(const core::ManagementError& error)
{
    switch (WmiStatus{error.code}) {
    case WmiStatus::InvalidClass:
        return {wsmanCode::cannotProcessFilter, "The specified class does not exist in the given namespace. ",
                wsmanCode::cannotProcessFilter, "CreateEnumerator"};
    case WmiStatus::InvalidQuery:
        return {wsmanCode::cannotProcessFilter, {}, wsmanCode::cannotProcessFilter, {}};
    case WmiStatus::InvalidNamespace:
    case WmiStatus::NotFound:
    case WmiStatus::TypeMismatch:
    case WmiStatus::InvalidMethod:
    case WmiStatus::InvalidMethodParameters:
    case WmiStatus::InvalidProperty:
    case WmiStatus::InvalidObjectPath:
        break;
    }
    return faultOfCall(error, {});
}

SoapFault faultOfCall(const core::ManagementError& error, std::string_view operation)
{
    switch (WmiStatus{error.code}) {
    case WmiStatus::NotFound:
        return {wsmanCode::resourceNotFound, {}, wsmanCode::resourceNotFound, std::string(operation)};
    case WmiStatus::InvalidNamespace:
    case WmiStatus::InvalidClass:
        return {wsmanCode::resourceNotFound, {}, error.code, {}};
    case WmiStatus::InvalidMethod:
        return {wsmanCode::actionNotSupported, {}, 0, {}};
    case WmiStatus::InvalidObjectPath:
        return {wsmanCode::missingSelectors, {}, 0, {}};
    case WmiStatus::InvalidProperty:
        return {wsmanCode::unexpectedSelectors, {}, 0, {}};
    case WmiStatus::TypeMismatch:
        return {wsmanCode::selectorType, {}, 0, {}};
    case WmiStatus::InvalidQuery:
    case WmiStatus::InvalidMethodParameters:
        break;
    }
    return {error.code, {}, error.code, std::string(operation)};
}

} // namespace deskwarden::simulator
