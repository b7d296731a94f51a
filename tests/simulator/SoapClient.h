// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <curl/curl.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace deskwarden::tests {

struct Reply
{
    CURLcode result = CURLE_OK;
    long status = 0;
    std::string headers;
    std::string body;

    [[nodiscard]] bool has(std::string_view text) const { return body.find(text) != std::string::npos; }
    /// What stands between the first ">" after the name and the next "<".
    [[nodiscard]] std::string valueOf(std::string_view name) const;
    /// The Code of the outermost WSManFault; 0 if there is none.
    [[nodiscard]] unsigned long faultCode() const;
    [[nodiscard]] std::size_t count(std::string_view text) const;
};

/// A client that knows nothing of ours: libcurl, and envelopes written by hand. One connection.
/// Thread: one.
class SoapClient final
{
public:
    explicit SoapClient(std::string address);
    SoapClient(const SoapClient&) = delete;
    SoapClient& operator=(const SoapClient&) = delete;
    ~SoapClient();

    std::string credentials = "tester:secret"; ///< empty = no Authorization header
    std::vector<std::string> extraHeaders;
    std::string contentType = "application/soap+xml;charset=UTF-8";
    std::string maxEnvelopeSize = "512000";
    long timeoutMs = 20'000;

    [[nodiscard]] Reply post(const std::string& body, const std::string& path = "/wsman");
    [[nodiscard]] Reply identify();
    [[nodiscard]] Reply enumerate(const std::string& wql, int maxElements = 50);
    [[nodiscard]] Reply pull(const std::string& context, int maxElements = 50);
    [[nodiscard]] Reply release(const std::string& context);
    [[nodiscard]] Reply get(const std::string& selectors);
    [[nodiscard]] Reply invoke(const std::string& method, const std::string& selectors,
                               const std::string& parameters = {});
    /// All answers of one enumeration; the last one is a fault if it failed.
    [[nodiscard]] std::vector<Reply> all(const std::string& wql, int maxElements = 50);

    [[nodiscard]] static std::string selectors(const std::string& host, const std::string& id);
    [[nodiscard]] std::string envelope(const std::string& action, const std::string& uri, const std::string& header,
                                       const std::string& body) const;
    [[nodiscard]] CURL* handle() noexcept { return m_curl; }

private:
    const std::string m_address;
    CURL* m_curl;
};

/// The items in the answers.
[[nodiscard]] std::size_t itemsIn(const std::vector<Reply>& replies);

inline const std::string wmiUri = "http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2/rdms/";
inline const std::string sessionUri = wmiUri + "Win32_VirtualDesktopSession";

} // namespace deskwarden::tests
