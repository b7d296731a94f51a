// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/ReplayServer.h"

#include <cstdlib>
#include <initializer_list>
#include <string_view>

namespace deskwarden::tests {

namespace {

/// The content of the first element of that name, whatever its prefix, as it is written.
std::string_view contentOf(std::string_view xml, const std::string& name)
{
    const std::size_t place = xml.find(':' + name);
    if (place == std::string_view::npos)
        return {};
    const std::size_t begin = xml.find('>', place);
    const std::size_t end = xml.find('<', begin);
    return begin == std::string_view::npos || end == std::string_view::npos ? std::string_view()
                                                                            : xml.substr(begin + 1, end - begin - 1);
}

/// All that the question is about, and nothing that is another each time.
std::string questionIn(std::string_view envelope)
{
    if (envelope.empty())
        return "nothing";
    if (envelope.find("Identify") != std::string_view::npos)
        return "identify";
    std::string question;
    for (const char* name : {"Action", "ResourceURI", "Filter", "EnumerationContext"})
        question.append(contentOf(envelope, name)) += '\n';
    const std::size_t selectors = envelope.find("<w:SelectorSet>");
    if (selectors != std::string_view::npos)
        question += envelope.substr(selectors, envelope.find("</w:SelectorSet>") - selectors);
    return question;
}

} // namespace

ReplayServer::ReplayServer(const wsman::Report& report)
    : m_exchanges([&report] {
        std::vector<Exchange> exchanges;
        const wsman::ReportLine* request = nullptr;
        for (const wsman::ReportLine& line : report) {
            if (line.kind == wsman::ReportLine::Kind::Request)
                request = &line;
            else if (line.kind == wsman::ReportLine::Kind::Answer && request != nullptr)
                exchanges.push_back({questionIn(request->body), std::string(contentOf(request->body, "MessageID")),
                                     std::atoi(line.text.c_str()), line.body});
        }
        return exchanges;
    }())
    , m_server([this](ScriptedServer::Connection& connection) { serve(connection); })
{}

std::size_t ReplayServer::unknown() const
{
    const std::lock_guard lock(m_mutex);
    return m_unknown;
}

ReplayServer::Exchange* ReplayServer::find(const std::string& question, bool isSignedIn)
{
    Exchange* last = nullptr;
    for (Exchange& exchange : m_exchanges) {
        if (exchange.question != question || (isSignedIn && exchange.status == 401))
            continue;
        last = &exchange;
        if (!exchange.isUsed)
            break;
    }
    if (last != nullptr)
        last->isUsed = true;
    return last;
}

void ReplayServer::serve(ScriptedServer::Connection& connection)
{
    constexpr std::string_view challenge = "WWW-Authenticate: Basic realm=\"WSMAN\"\r\n";
    while (const auto request = connection.read()) {
        const bool isSignedIn = request->head.find("Authorization: Basic") != std::string::npos;
        const std::string question = questionIn(request->body);
        const std::lock_guard lock(m_mutex);
        const Exchange* const exchange = find(question, isSignedIn);
        if (exchange == nullptr) {
            ++m_unknown;
            connection.answer({}, 404, {}, {});
            continue;
        }
        std::string body = exchange->body;
        const std::string_view messageId = contentOf(request->body, "MessageID");
        for (std::size_t place = 0;
             !exchange->messageId.empty() && (place = body.find(exchange->messageId, place)) != std::string::npos;
             place += messageId.size())
            body.replace(place, exchange->messageId.size(), messageId);
        connection.answer(body, exchange->status, exchange->status == 401 ? challenge : std::string_view());
    }
}

} // namespace deskwarden::tests
