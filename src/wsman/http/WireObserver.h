// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "wsman/http/HttpChannel.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace deskwarden::wsman {

/// One HTTP request and its answer, without anything that proves who somebody is: of a sign-in's headers only the
/// scheme and the size are left.
struct WireNote
{
    std::string scheme;         ///< of the request's Authorization; empty if it had none
    std::size_t tokenBytes = 0; ///< what stood behind the scheme; 0 for Basic, whose size tells that of the password
    std::size_t requestBytes = 0;
    long status = 0; ///< 0: there was no answer
    std::string contentType;
    std::vector<std::string> offered; ///< schemes of the answer's WWW-Authenticate
    std::size_t challengeBytes = 0;   ///< of those headers
    std::size_t answerBytes = 0;
    std::optional<core::ErrorKind> error; ///< why there was no answer
};

/// Is told what passes between a connection and its server. It sees names and texts as they are.
/// Thread: that of the connection. Owner: shared by all connections of a connector.
class WireObserver
{
public:
    WireObserver() = default;
    WireObserver(const WireObserver&) = delete;
    WireObserver& operator=(const WireObserver&) = delete;
    virtual ~WireObserver() = default;

    /// After each HTTP request, also those of a sign-in.
    virtual void posted(const WireNote& note) = 0;
    /// After each question: the plain envelope, and the answer's plain body or why there is none.
    virtual void exchanged(std::string_view envelope, const core::Result<HttpAnswer>& answer) = 0;
};

/// What may be told of a request with these headers.
[[nodiscard]] WireNote wireNote(std::string_view body, const std::vector<std::string>& headers,
                                const core::Result<HttpAnswer>& answer);

/// The answer as it came, after the observer, if there is one, was told of it.
[[nodiscard]] core::Result<HttpAnswer> toldOf(std::string_view body, const std::vector<std::string>& headers,
                                              core::Result<HttpAnswer> answer, WireObserver* observer);

} // namespace deskwarden::wsman
