// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "bench/BareDownload.h"

#include "support/ProgramRun.h"

#include <curl/curl.h>
#include <pugixml.hpp>

#include <chrono>
#include <utility>

namespace deskwarden::bench {

namespace {

constexpr std::uint32_t perAnswer = 2000;
constexpr std::chrono::milliseconds patience{60'000};

std::size_t append(char* data, std::size_t size, std::size_t count, void* body)
{
    static_cast<std::string*>(body)->append(data, size * count);
    return size * count;
}

std::string textBetween(std::string_view text, std::string_view start, std::string_view end)
{
    const auto from = text.find(start);
    if (from == std::string_view::npos)
        return {};
    text.remove_prefix(from + start.size());
    return std::string(text.substr(0, text.find(end)));
}

} // namespace

struct BareDownload::Handle
{
    Handle()
        : curl(curl_easy_init())
        , headers(curl_slist_append(nullptr, "Content-Type: application/soap+xml;charset=UTF-8"))
    {
        headers = curl_slist_append(headers, "Expect:");
    }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    ~Handle()
    {
        curl_easy_cleanup(curl);
        curl_slist_free_all(headers);
    }

    CURL* const curl;
    curl_slist* headers;
};

BareDownload::BareDownload(const std::string& url, management::Query query)
    : m_query(std::move(query))
    , m_writer({url, core::UriStyle::Wmi})
    , m_handle(std::make_unique<Handle>())
{
    CURL* const curl = m_handle->curl;
    curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl, CURLOPT_HTTPAUTH, CURLAUTH_BASIC);
    curl_easy_setopt(curl, CURLOPT_USERNAME, support::SimulatorProcess::user().toUtf8().constData());
    curl_easy_setopt(curl, CURLOPT_PASSWORD, support::SimulatorProcess::password().constData());
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, m_handle->headers);
    curl_easy_setopt(curl, CURLOPT_BUFFERSIZE, 256L * 1024L);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &append);
}

BareDownload::~BareDownload() = default;

std::size_t BareDownload::run(bool isParsed, const Look& look)
{
    std::size_t bytes = 0;
    std::string& body = post(m_writer.enumerate(m_query, perAnswer, patience).text);
    for (;;) {
        bytes += body.size();
        if (look)
            look(body);
        const std::string context = textBetween(body, "EnumerationContext>", "<");
        const bool isLast = context.empty() || body.find("EndOfSequence", body.size() - 300) != std::string::npos;
        if (isParsed) {
            pugi::xml_document document;
            if (!document.load_buffer_inplace(body.data(), body.size()))
                return 0;
        }
        if (isLast)
            return bytes;
        post(m_writer.pull(m_query, context, perAnswer, patience).text);
    }
}

std::string& BareDownload::post(const std::string& envelope)
{
    m_body.clear();
    CURL* const curl = m_handle->curl;
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE, static_cast<long>(envelope.size()));
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, envelope.data());
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &m_body);
    curl_easy_perform(curl);
    return m_body;
}

} // namespace deskwarden::bench
