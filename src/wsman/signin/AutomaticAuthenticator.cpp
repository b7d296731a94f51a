// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/signin/AutomaticAuthenticator.h"

#include "core/Names.h"
#include "wsman/http/HttpVerdict.h"

#include <algorithm>
#include <array>
#include <utility>

namespace deskwarden::wsman {

using core::AuthScheme;
using core::ErrorKind;
using core::failure;
using core::Result;

namespace {

struct Preference
{
    std::string_view offered;
    AuthScheme scheme;
};
constexpr std::array preferences{Preference{"Negotiate", AuthScheme::Negotiate},
                                 Preference{"Kerberos", AuthScheme::Kerberos}, Preference{"Basic", AuthScheme::Basic}};

using Schemes = std::vector<std::string>;

/// Nothing was refused: this scheme cannot be used from here, and another one may be.
bool mayTryNext(const core::ManagementError& error)
{
    return error.kind == ErrorKind::SignInImpossible || error.kind == ErrorKind::NotSupported ||
           error.kind == ErrorKind::UnprotectedRefused;
}

} // namespace

AutomaticAuthenticator::AutomaticAuthenticator(AuthenticatorMaker make, std::chrono::milliseconds patience)
    : m_make(std::move(make))
    , m_patience(patience)
{}

std::string_view AutomaticAuthenticator::scheme() const noexcept
{
    return m_chosen ? m_chosen->scheme() : std::string_view();
}

Result<> AutomaticAuthenticator::establish(HttpChannel& channel, const management::CallContext& context)
{
    return m_chosen ? m_chosen->establish(channel, context) : choose(channel, context);
}

/// The schemes that the server has named; none for silence, and for any answer but a refusal: guessing one would show
/// the password to a server that has not asked for it.
Result<std::vector<std::string>> AutomaticAuthenticator::askForSchemes(HttpChannel& channel,
                                                                       const management::CallContext& context) const
{
    management::CallContext call = context;
    call.deadline = std::min(context.deadline, std::chrono::steady_clock::now() + m_patience);
    auto answer = channel.post({}, {"Content-Type: application/soap+xml;charset=UTF-8"}, call);
    if (!answer) {
        const bool isSilent = answer.error().kind == ErrorKind::TimedOut && !management::ended(context);
        return isSilent ? Schemes() : Result<Schemes>(failure(std::move(answer.error())));
    }
    if (answer->status == 401)
        return offeredSchemes(answer->wwwAuthenticate);
    // Lets anybody in, or is something else. Whatever it is, it has named no scheme.
    auto verdict = httpVerdict(*answer, {}, false);
    const bool isEmptySuccess = verdict && verdict->kind == ErrorKind::Malformed;
    return !verdict || isEmptySuccess ? Schemes() : Result<Schemes>(failure(std::move(*verdict)));
}

Result<> AutomaticAuthenticator::choose(HttpChannel& channel, const management::CallContext& context)
{
    auto offered = askForSchemes(channel, context);
    if (!offered) {
        offered.error().delivery = core::Delivery::NotSent;
        return failure(std::move(offered.error()));
    }
    core::ManagementError reason;
    reason.kind = ErrorKind::SchemeNotOffered;
    for (const Preference& preference : preferences) {
        const bool isOffered = std::ranges::any_of(
            *offered, [&](const std::string& scheme) { return core::isSameName(scheme, preference.offered); });
        if (!isOffered)
            continue;
        auto candidate = m_make(preference.scheme);
        auto established = candidate ? (*candidate)->establish(channel, context) : Result<>(failure(candidate.error()));
        if (established) {
            m_chosen = std::move(*candidate);
            return {};
        }
        // The first cause is told: it is that of the strongest scheme.
        if (reason.kind == ErrorKind::SchemeNotOffered)
            reason = established.error();
        if (!mayTryNext(established.error()))
            return established;
    }
    if (reason.offered.empty())
        reason.offered = std::move(*offered);
    return failure(std::move(reason));
}

bool AutomaticAuthenticator::signsConnection() const noexcept
{
    return m_chosen && m_chosen->signsConnection();
}

Result<ProtectedRequest> AutomaticAuthenticator::protect(std::string_view envelope)
{
    return m_chosen->protect(envelope);
}

Result<> AutomaticAuthenticator::unprotect(HttpAnswer& answer)
{
    return m_chosen->unprotect(answer);
}

void AutomaticAuthenticator::reset() noexcept
{
    if (m_chosen)
        m_chosen->reset();
}

} // namespace deskwarden::wsman
