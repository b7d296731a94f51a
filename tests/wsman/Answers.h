// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <string>
#include <string_view>

/// Answers composed after the shapes that servers really send, for tests.
namespace deskwarden::wsman::answers {

inline const std::string classUri =
    "http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2/rdms/Win32_VirtualDesktopSession";

/// An envelope as Windows builds it: one prefix is bound to two namespaces.
inline std::string envelope(std::string_view body, std::string_view header = {})
{
    std::string xml = R"(<s:Envelope xml:lang="en-US" xmlns:s="http://www.w3.org/2003/05/soap-envelope")"
                      R"( xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing")"
                      R"( xmlns:n="http://schemas.xmlsoap.org/ws/2004/09/enumeration")"
                      R"( xmlns:w="http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd")"
                      R"( xmlns:p="http://schemas.microsoft.com/wbem/wsman/1/wsman.xsd"><s:Header>)";
    xml.append(header).append("</s:Header><s:Body>").append(body).append("</s:Body></s:Envelope>");
    return xml;
}

inline std::string typedRow(std::string_view properties)
{
    std::string xml =
        R"(<p:Win32_VirtualDesktopSession xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:p=")";
    xml.append(classUri).append(R"(" xmlns:cim="http://schemas.dmtf.org/wbem/wscim/1/common")");
    xml.append(R"( xsi:type="p:Win32_VirtualDesktopSession_Type">)").append(properties);
    return xml.append("</p:Win32_VirtualDesktopSession>");
}

inline std::string enumerateResponse(std::string_view items, std::string_view context, bool isEnd)
{
    std::string xml = "<n:EnumerateResponse><n:EnumerationContext>";
    xml.append(context).append("</n:EnumerationContext><w:Items>").append(items).append("</w:Items>");
    return envelope(xml.append(isEnd ? "<w:EndOfSequence/>" : "").append("</n:EnumerateResponse>"));
}

inline std::string pullResponse(std::string_view items, std::string_view context, bool isEnd)
{
    std::string xml = "<n:PullResponse><n:EnumerationContext>";
    xml.append(context).append("</n:EnumerationContext><n:Items>").append(items).append("</n:Items>");
    return envelope(xml.append(isEnd ? "<n:EndOfSequence/>" : "").append("</n:PullResponse>"));
}

inline std::string methodOutput(std::string_view method, std::string_view content)
{
    std::string xml = "<p:";
    xml.append(method).append("_OUTPUT xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns:p=\"");
    xml.append(classUri).append("\">").append(content).append("</p:").append(method).append("_OUTPUT>");
    return envelope(xml);
}

inline std::string fault(std::string_view detail, std::string_view subcode = "w:InternalError",
                         std::string_view reason = "It failed.")
{
    std::string xml = "<s:Fault><s:Code><s:Value>s:Receiver</s:Value><s:Subcode><s:Value>";
    xml.append(subcode).append("</s:Value></s:Subcode></s:Code><s:Reason><s:Text xml:lang=\"en-US\">");
    xml.append(reason).append("</s:Text></s:Reason>");
    if (!detail.empty())
        xml.append("<s:Detail>").append(detail).append("</s:Detail>");
    return envelope(xml.append("</s:Fault>"));
}

inline std::string wsManFault(std::string_view code, std::string_view message = "No.")
{
    std::string xml = R"(<f:WSManFault xmlns:f="http://schemas.microsoft.com/wbem/wsman/1/wsmanfault" Code=")";
    xml.append(code).append(R"(" Machine="BROKER"><f:Message>)").append(message);
    return fault(xml.append("</f:Message></f:WSManFault>"));
}

} // namespace deskwarden::wsman::answers
