// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "wsman/http/HttpChannel.h"
#include "wsman/signin/Authenticator.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace deskwarden::wsman {

/// May a request be sent again after its answer was lost, or after the server no longer knew the sign-in?
enum class Repeat {
    Allowed,   ///< asking twice does no harm
    IfRefused, ///< only if it certainly was not acted upon: no byte went out, or an answer that nobody on the way can
               ///< have made refuses it
    IfUnsent,  ///< only if certainly no byte of it went out
};

/// Asks a server one envelope after the other, signed in: the channel, the authenticator, and the rule by which a
/// request is sent again on a fresh connection. A server may forget a sign-in at any time and then answers 401 to what
/// it has taken before: that is no refusal of the password, and the same credentials sign in anew, once a request.
/// Thread: that of the connection. Blocks: as HttpChannel::post. Fails: SignInRefused only when a fresh sign-in was
/// refused; HttpStatus with the code 401, maybe sent, for a request that may not be repeated, or whose fresh sign-in
/// was forgotten as well.
class Conversation final
{
public:
    Conversation(HttpOptions options, std::unique_ptr<Authenticator> authenticator);

    /// The plain body of the answer, to be read whatever its HTTP status was.
    [[nodiscard]] core::Result<std::string> ask(std::string_view envelope, Repeat repeat,
                                                const management::CallContext& context);
    /// A question that is not signed in: the answer as it came, whatever its status.
    [[nodiscard]] core::Result<HttpAnswer> askUnsigned(std::string_view body, const std::vector<std::string>& headers,
                                                       const management::CallContext& context);
    [[nodiscard]] HttpChannel& channel() noexcept { return m_channel; }
    [[nodiscard]] const Authenticator& authenticator() const noexcept { return *m_authenticator; }

    /// False if the last answer came in the clear where sealed ones are expected.
    [[nodiscard]] bool wasAuthentic() const noexcept { return m_wasAuthentic; }

private:
    void tellObserver(std::string_view envelope, const core::Result<HttpAnswer>& answer) const;
    [[nodiscard]] core::Result<HttpAnswer> askOnce(std::string_view envelope, const management::CallContext& context);
    [[nodiscard]] core::Result<HttpAnswer> askOnAnyConnection(std::string_view envelope, Repeat repeat,
                                                              const management::CallContext& context);
    [[nodiscard]] bool mayAskAgain(Repeat repeat) const noexcept;
    [[nodiscard]] bool hasLostSignIn(const core::Result<HttpAnswer>& answer) const;

    HttpChannel m_channel;
    std::unique_ptr<Authenticator> m_authenticator;
    bool m_hasBeenUnderstood = false; // the server has answered an envelope with an envelope
    bool m_isSignedIn = false;        // the same, since it last refused a sign-in or forgot one
    bool m_wasAuthentic = true;
    bool m_wasSealed = false;
};

} // namespace deskwarden::wsman
