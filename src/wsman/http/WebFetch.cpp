// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/http/WebFetch.h"

#include "wsman/http/HttpChannel.h"

#include <utility>

namespace deskwarden::wsman {

namespace {

bool leadsElsewhere(long status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

core::Result<HttpAnswer> askOnce(const core::WebAddress& address, const FetchLimits& limits,
                                 const management::CallContext& context)
{
    HttpOptions options;
    options.host = address.host;
    options.port = address.port;
    options.path = address.path;
    options.caFile = limits.caFile;
    options.connectTimeout = limits.connectTimeout;
    options.maxAnswer = limits.largest;
    options.usesProxy = true;
    HttpChannel channel(std::move(options));
    return channel.get(context);
}

} // namespace

core::Result<std::string> fetchFromWeb(core::WebAddress address, const FetchLimits& limits,
                                       const management::CallContext& context)
{
    for (int followed = 0;; ++followed) {
        auto answer = askOnce(address, limits, context);
        if (!answer)
            return core::failure(std::move(answer).error());
        if (answer->status == 200)
            return std::move(answer->body);
        const auto next = leadsElsewhere(answer->status) && followed < limits.redirections
                              ? address.resolved(answer->location)
                              : std::nullopt;
        if (!next) {
            core::ManagementError error;
            error.kind = core::ErrorKind::HttpStatus;
            error.code = static_cast<std::uint32_t>(answer->status);
            error.subject = answer->location;
            return core::failure(std::move(error));
        }
        address = *next;
    }
}

} // namespace deskwarden::wsman
