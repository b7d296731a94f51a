// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Result.h"

#include <string>
#include <string_view>

namespace deskwarden::wsman {

/// What is known about a transfer that curl gave up.
struct CurlSituation
{
    int code = 0;             ///< CURLcode
    long osError = 0;         ///< errno of the connection attempt
    std::string words;        ///< curl's error buffer
    bool isTls = false;       ///< the scheme was https
    bool isConnected = false; ///< TCP was there
    bool isReady = false;     ///< TLS too, where there is one
    bool wasKept = false;     ///< over a connection that had served before
    bool hasSent = false;     ///< bytes of the request went out
    bool hasAnswer = false;   ///< a status line came
    bool isTooLarge = false;  ///< we ended it, because the answer exceeded its limit
    unsigned port = 0;
    std::string firstBytes;           ///< of an answer that is no HTTP
    bool areDescriptorsShort = false; ///< this program may open hardly anything more
};

/// The failure as an error of ours (certificates apart: PeerVerifier knows them better).
[[nodiscard]] core::ManagementError errorFromCurl(const CurlSituation& situation);

} // namespace deskwarden::wsman
