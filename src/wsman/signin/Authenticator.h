// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Result.h"
#include "core/Secret.h"
#include "core/ServerProfile.h"
#include "management/seam/AbandonableCall.h"
#include "wsman/http/HttpChannel.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace deskwarden::wsman {

/// A request as it goes out: with what proves who sends it, and sealed where the scheme seals.
struct ProtectedRequest
{
    std::string body;
    std::vector<std::string> headers; ///< whole lines
};

/// Signs requests in, and protects them. Stands between the conversation and the channel.
/// Thread: that of the connection.
class Authenticator
{
public:
    Authenticator() = default;
    Authenticator(const Authenticator&) = delete;
    Authenticator& operator=(const Authenticator&) = delete;
    virtual ~Authenticator() = default;

    /// The name of the scheme as HTTP writes it ("Basic").
    [[nodiscard]] virtual std::string_view scheme() const noexcept = 0;
    /// Makes the channel's connection a signed-in one, with as many empty requests as that takes; nothing to do if it
    /// is one, or if the scheme signs every request. Fails: UnprotectedRefused before anything is sent.
    [[nodiscard]] virtual core::Result<> establish(HttpChannel& channel, const management::CallContext& context) = 0;
    /// True: establish() proves who we are, for all requests on the channel's connection. False: each request does,
    /// anew.
    [[nodiscard]] virtual bool signsConnection() const noexcept = 0;
    /// Called exactly once per request that is then sent: sealing counts messages.
    [[nodiscard]] virtual core::Result<ProtectedRequest> protect(std::string_view envelope) = 0;
    /// Takes an answer's body back into plain form, in place.
    [[nodiscard]] virtual core::Result<> unprotect(HttpAnswer& answer) = 0;
    /// The connection is gone, and with it what was signed in.
    virtual void reset() noexcept = 0;
};

/// The authenticator that a profile asks for. `calls` counts what a hanging library call leaves behind.
/// Fails: NotSupported for a scheme that is not built in.
[[nodiscard]] core::Result<std::unique_ptr<Authenticator>> authenticatorFor(
    const core::ServerProfile& profile, const core::Secret& password,
    const std::shared_ptr<management::AbandonedCalls>& calls);

} // namespace deskwarden::wsman
