// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/http/HttpVerdict.h"

#include "core/Names.h"
#include "wsman/soap/XmlDocument.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace deskwarden::wsman {

namespace {

using core::Delivery;
using core::ErrorKind;

constexpr std::uint32_t notFound = 0x80338113; // ERROR_WSMAN_HTTP_NOT_FOUND_STATUS

bool contains(std::string_view text, std::string_view part) noexcept
{
    return text.find(part) != std::string_view::npos;
}

bool isHtml(const HttpAnswer& answer)
{
    const std::string start = core::lowered(trimmed(std::string_view(answer.body).substr(0, 200)));
    return core::lowered(answer.contentType).starts_with("text/html") || start.starts_with("<!doctype html") ||
           start.starts_with("<html");
}

bool isSuccessful(long status) noexcept
{
    return status >= 200 && status < 300;
}

bool isRedirection(long status) noexcept
{
    return status >= 300 && status < 400;
}

/// Whether the body may be the service's own word. HTTP's own statuses come with pages of web servers and proxies:
/// those that are no answer of a service at all are taken by their number, and with the others an envelope must look
/// like one.
bool mayBeEnvelope(const HttpAnswer& answer)
{
    if (answer.body.empty() || isRedirection(answer.status) || answer.status == 407 || isHtml(answer))
        return false;
    if (contains(std::string_view(answer.body).substr(0, 1000), "Envelope"))
        return true;
    const bool isOfServices = isSuccessful(answer.status) || answer.status == 400 || answer.status == 500;
    return isOfServices && contains(core::lowered(answer.contentType), "xml");
}

/// The next part of a header value, up to a comma outside quotes; the value loses it.
std::string_view takePart(std::string_view& value)
{
    bool isQuoted = false;
    std::size_t end = 0;
    for (; end < value.size() && (isQuoted || value[end] != ','); ++end) {
        if (isQuoted && value[end] == '\\')
            ++end;
        else if (value[end] == '"')
            isQuoted = !isQuoted;
    }
    end = std::min(end, value.size());
    const std::string_view part = trimmed(value.substr(0, end));
    value.remove_prefix(std::min(end + 1, value.size()));
    return part;
}

core::ManagementError signInError(const HttpAnswer& answer, std::string_view scheme)
{
    core::ManagementError error;
    error.offered = offeredSchemes(answer.wwwAuthenticate);
    error.kind = isOffered(error.offered, scheme) ? ErrorKind::SignInRefused : ErrorKind::SchemeNotOffered;
    error.code = 401;
    return error;
}

/// Statuses with which a server refuses a request before anything acts upon it.
bool isRefusal(long status)
{
    static constexpr std::array<long, 10> refusals{400, 403, 404, 405, 407, 411, 413, 415, 431, 503};
    return std::ranges::find(refusals, status) != refusals.end();
}

ErrorKind kindOf(const HttpAnswer& answer, bool isEncryptionMissing)
{
    if (answer.status == 400 && contains(answer.body, "HTTPS"))
        return ErrorKind::TlsRequired; // "The plain HTTP request was sent to HTTPS port"
    if (answer.status == 500 && answer.body.empty() && isEncryptionMissing)
        return ErrorKind::EncryptionRequired; // AllowUnencrypted=false says no more
    if (answer.status == 404)
        return ErrorKind::NotWsman;
    if (isSuccessful(answer.status))
        return answer.body.empty() ? ErrorKind::Malformed : ErrorKind::NotWsman;
    return ErrorKind::HttpStatus;
}

} // namespace

std::vector<std::string> offeredSchemes(const std::vector<std::string>& wwwAuthenticate)
{
    std::vector<std::string> schemes;
    for (std::string_view value : wwwAuthenticate) {
        while (!value.empty()) {
            const std::string_view part = takePart(value);
            const std::string_view word = part.substr(0, part.find(' '));
            if (word.empty() || contains(word, "=")) // a parameter of the scheme before it
                continue;
            if (std::ranges::find(schemes, word) == schemes.end())
                schemes.emplace_back(word);
        }
    }
    return schemes;
}

bool isOffered(const std::vector<std::string>& offered, std::string_view scheme)
{
    return offered.empty() || scheme == "Certificate" ||
           std::ranges::any_of(offered, [scheme](const std::string& one) { return core::isSameName(one, scheme); });
}

std::optional<core::ManagementError> httpVerdict(const HttpAnswer& answer, std::string_view scheme,
                                                 bool isEncryptionMissing)
{
    if (answer.status == 401)
        return signInError(answer, scheme);
    if (mayBeEnvelope(answer))
        return std::nullopt;
    core::ManagementError error;
    error.kind = kindOf(answer, isEncryptionMissing);
    if (error.kind == ErrorKind::HttpStatus || error.kind == ErrorKind::EncryptionRequired)
        error.code = static_cast<std::uint32_t>(answer.status);
    else if (answer.status == 404)
        error.code = notFound;
    if (isRedirection(answer.status))
        error.subject = answer.location;
    error.detail = "HTTP status " + std::to_string(answer.status);
    if (!answer.contentType.empty())
        error.detail += ", " + answer.contentType;
    else if (answer.body.empty())
        error.detail += ", empty";
    const bool isRefused = isRefusal(answer.status) || error.kind == ErrorKind::EncryptionRequired;
    error.delivery = isRefused ? Delivery::NotSent : Delivery::MaybeSent;
    return error;
}

} // namespace deskwarden::wsman
