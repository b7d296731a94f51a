// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "SoapClient.h"

#include <cstdlib>
#include <utility>

namespace deskwarden::tests {

namespace {

const std::string enumerationUri = "http://schemas.xmlsoap.org/ws/2004/09/enumeration";

std::size_t append(char* data, std::size_t size, std::size_t count, void* target)
{
    static_cast<std::string*>(target)->append(data, size * count);
    return size * count;
}

} // namespace

std::string Reply::valueOf(std::string_view name) const
{
    const auto place = body.find(name);
    const auto start = place == std::string::npos ? place : body.find('>', place);
    if (start == std::string::npos)
        return {};
    return body.substr(start + 1, body.find('<', start) - start - 1);
}

unsigned long Reply::faultCode() const
{
    const auto place = body.find("Code=\"");
    return place == std::string::npos ? 0 : std::strtoul(body.c_str() + place + 6, nullptr, 10);
}

std::size_t Reply::count(std::string_view text) const
{
    std::size_t found = 0;
    for (auto place = body.find(text); place != std::string::npos; place = body.find(text, place + text.size()))
        ++found;
    return found;
}

SoapClient::SoapClient(std::string address)
    : m_address(std::move(address))
    , m_curl(curl_easy_init())
{}

SoapClient::~SoapClient()
{
    curl_easy_cleanup(m_curl);
}

Reply SoapClient::post(const std::string& body, const std::string& path)
{
    Reply reply;
    curl_easy_reset(m_curl); // keeps the connection
    const std::string url = m_address + path;
    curl_slist* headers = curl_slist_append(nullptr, ("Content-Type: " + contentType).c_str());
    headers = curl_slist_append(headers, "Expect:");
    for (const std::string& header : extraHeaders)
        headers = curl_slist_append(headers, header.c_str());
    curl_easy_setopt(m_curl, CURLOPT_URL, url.c_str());
    curl_easy_setopt(m_curl, CURLOPT_NOPROXY, "*");
    curl_easy_setopt(m_curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(m_curl, CURLOPT_SSL_VERIFYPEER, 0L);
    curl_easy_setopt(m_curl, CURLOPT_SSL_VERIFYHOST, 0L);
    curl_easy_setopt(m_curl, CURLOPT_TIMEOUT_MS, timeoutMs);
    curl_easy_setopt(m_curl, CURLOPT_HTTPHEADER, headers);
    curl_easy_setopt(m_curl, CURLOPT_POSTFIELDSIZE, static_cast<long>(body.size()));
    curl_easy_setopt(m_curl, CURLOPT_POSTFIELDS, body.c_str());
    if (!credentials.empty()) {
        curl_easy_setopt(m_curl, CURLOPT_HTTPAUTH, CURLAUTH_BASIC);
        curl_easy_setopt(m_curl, CURLOPT_USERPWD, credentials.c_str());
    }
    curl_easy_setopt(m_curl, CURLOPT_WRITEFUNCTION, &append);
    curl_easy_setopt(m_curl, CURLOPT_WRITEDATA, &reply.body);
    curl_easy_setopt(m_curl, CURLOPT_HEADERFUNCTION, &append);
    curl_easy_setopt(m_curl, CURLOPT_HEADERDATA, &reply.headers);
    reply.result = curl_easy_perform(m_curl);
    curl_easy_getinfo(m_curl, CURLINFO_RESPONSE_CODE, &reply.status);
    curl_slist_free_all(headers);
    return reply;
}

std::string SoapClient::envelope(const std::string& action, const std::string& uri, const std::string& header,
                                 const std::string& body) const
{
    return "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\" "
           "xmlns:a=\"http://schemas.xmlsoap.org/ws/2004/08/addressing\" xmlns:n=\"" +
           enumerationUri +
           "\" xmlns:w=\"http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd\"><s:Header><a:To>http://x/wsman</a:To>"
           "<w:ResourceURI s:mustUnderstand=\"true\"> " +
           uri + " </w:ResourceURI><a:Action s:mustUnderstand=\"true\">" + action +
           "</a:Action><w:MaxEnvelopeSize s:mustUnderstand=\"true\">" + maxEnvelopeSize +
           "</w:MaxEnvelopeSize><a:MessageID>uuid:11111111-2222-3333-4444-555555555555</a:MessageID>" + header +
           "</s:Header><s:Body>" + body + "</s:Body></s:Envelope>";
}

Reply SoapClient::identify()
{
    return post("<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\" "
                "xmlns:wsmid=\"http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd\">"
                "<s:Header/><s:Body><wsmid:Identify/></s:Body></s:Envelope>");
}

Reply SoapClient::enumerate(const std::string& wql, int maxElements)
{
    return post(envelope(enumerationUri + "/Enumerate", wmiUri + "*", {},
                         "<n:Enumerate><w:OptimizeEnumeration/><w:MaxElements>" + std::to_string(maxElements) +
                             "</w:MaxElements><w:Filter Dialect=\"http://schemas.microsoft.com/wbem/wsman/1/WQL\">" +
                             wql + "</w:Filter></n:Enumerate>"));
}

Reply SoapClient::pull(const std::string& context, int maxElements)
{
    return post(envelope(enumerationUri + "/Pull", wmiUri + "*", {},
                         "<n:Pull><n:EnumerationContext>" + context + "</n:EnumerationContext><n:MaxElements>" +
                             std::to_string(maxElements) + "</n:MaxElements></n:Pull>"));
}

Reply SoapClient::release(const std::string& context)
{
    return post(envelope(enumerationUri + "/Release", wmiUri + "*", {},
                         "<n:Release><n:EnumerationContext>" + context + "</n:EnumerationContext></n:Release>"));
}

Reply SoapClient::get(const std::string& selectors)
{
    return post(envelope("http://schemas.xmlsoap.org/ws/2004/09/transfer/Get", sessionUri, selectors, {}));
}

Reply SoapClient::invoke(const std::string& method, const std::string& selectors, const std::string& parameters)
{
    return post(
        envelope(sessionUri + "/" + method, sessionUri, selectors,
                 "<p:" + method + "_INPUT xmlns:p=\"" + sessionUri + "\">" + parameters + "</p:" + method + "_INPUT>"));
}

std::vector<Reply> SoapClient::all(const std::string& wql, int maxElements)
{
    std::vector<Reply> replies{enumerate(wql, maxElements)};
    while (replies.back().status == 200 && !replies.back().has("EndOfSequence/>"))
        replies.push_back(pull(replies.back().valueOf("n:EnumerationContext"), maxElements));
    return replies;
}

std::string SoapClient::selectors(const std::string& host, const std::string& id)
{
    return "<w:SelectorSet><w:Selector Name=\"VMHostName\">" + host + "</w:Selector><w:Selector Name=\"SessionId\">" +
           id + "</w:Selector></w:SelectorSet>";
}

std::size_t itemsIn(const std::vector<Reply>& replies)
{
    std::size_t count = 0;
    for (const Reply& reply : replies)
        count += reply.count("</p:Win32_VirtualDesktopSession>");
    return count;
}

} // namespace deskwarden::tests
