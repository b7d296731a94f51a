// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Result.h"
#include "core/WebAddress.h"
#include "management/seam/CallContext.h"

#include <chrono>
#include <cstddef>
#include <string>

namespace deskwarden::wsman {

struct FetchLimits
{
    std::size_t largest = std::size_t{64} * 1024; ///< of the answer
    int redirections = 4;                         ///< that are followed; each of them leads over HTTPS again
    std::chrono::milliseconds connectTimeout{10'000};
    std::string caFile; ///< empty = the system's authorities
};

/// What stands at an address of the web, asked for by one GET over TLS, by a proxy where the environment names one. It
/// says nothing about who asks, but for the program's name: no version, no language, no cookie, no sign-in.
/// Thread: any. Blocks: until the answer is there, at most 200 ms beyond a stop request or the deadline.
/// Fails: HttpStatus for any answer but 200, with `subject` where it leads elsewhere than may be followed; TooLarge;
/// else as HttpChannel.
[[nodiscard]] core::Result<std::string> fetchFromWeb(core::WebAddress address, const FetchLimits& limits,
                                                     const management::CallContext& context);

} // namespace deskwarden::wsman
