// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/http/CurlFailure.h"

#include <curl/curl.h>

#include <cerrno>
#include <utility>

namespace deskwarden::wsman {

namespace {

using core::ErrorKind;

/// The codes by which Windows' own clients name these conditions (wsmerror.h).
constexpr std::uint32_t nameNotResolved = 0x803381B9;
constexpr std::uint32_t networkTimedOut = 0x80338126;

/// A TLS record (alert or handshake, version 3.x) instead of a status line.
bool isTlsRecord(std::string_view bytes) noexcept
{
    return bytes.size() >= 2 && (bytes[0] == '\x15' || bytes[0] == '\x16') && bytes[1] == '\x03';
}

ErrorKind refusalKind(long osError) noexcept
{
    switch (osError) {
    case EHOSTUNREACH:
    case ENETUNREACH:
    case ENETDOWN:
    case ETIMEDOUT:
        return ErrorKind::HostUnreachable;
    case EMFILE:
    case ENFILE:
    case ENOBUFS:
    case ENOMEM:
        return ErrorKind::OutOfResources;
    default:
        return ErrorKind::ConnectionRefused;
    }
}

/// The server closed or reset before it answered. On a port that is known for TLS, that is how it answers plain HTTP.
ErrorKind lostKind(const CurlSituation& situation) noexcept
{
    const bool isTlsPort = situation.port == 5986 || situation.port == 443;
    return !situation.isTls && isTlsPort && !situation.wasKept && !situation.hasAnswer ? ErrorKind::TlsRequired
                                                                                       : ErrorKind::ConnectionLost;
}

/// All lines of the answer's head together are beyond libcurl's limit, which has no code of its own.
bool isHeadTooLarge(std::string_view words)
{
    return words.starts_with("Too large response headers");
}

ErrorKind kindOf(const CurlSituation& situation)
{
    if (situation.isTooLarge || isHeadTooLarge(situation.words))
        return ErrorKind::TooLarge;
    if (!situation.firstBytes.empty())
        return isTlsRecord(situation.firstBytes) ? ErrorKind::TlsRequired : ErrorKind::NotWsman;
    // What else could not be opened (the name server's socket, a file of certificates) has many codes.
    if (situation.areDescriptorsShort && !situation.wasKept && !situation.isReady &&
        situation.code != CURLE_OPERATION_TIMEDOUT)
        return ErrorKind::OutOfResources;
    switch (situation.code) {
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
        return ErrorKind::NameNotResolved;
    case CURLE_COULDNT_CONNECT:
        // A kept connection that died: we refused curl the new one on which it would have sent everything again.
        return situation.wasKept ? ErrorKind::ConnectionLost : refusalKind(situation.osError);
    case CURLE_OPERATION_TIMEDOUT:
        return situation.isConnected ? ErrorKind::TimedOut : ErrorKind::HostUnreachable;
    case CURLE_SSL_CONNECT_ERROR:
        return ErrorKind::TlsFailed;
    case CURLE_PEER_FAILED_VERIFICATION:
        return ErrorKind::CertificateUntrusted;
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_URL_MALFORMAT:
        return ErrorKind::InvalidInput;
    case CURLE_OUT_OF_MEMORY: // that is also how libcurl tells that a line of the answer's head is beyond its limit
        return situation.hasSent ? ErrorKind::TooLarge : ErrorKind::OutOfResources;
    case CURLE_NOT_BUILT_IN:
    case CURLE_UNSUPPORTED_PROTOCOL:
        return ErrorKind::NotSupported;
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_BAD_CONTENT_ENCODING:
        return ErrorKind::NotWsman;
    default:
        if (situation.isTls && !situation.isReady && !situation.wasKept)
            return ErrorKind::TlsFailed;
        return lostKind(situation);
    }
}

/// The first bytes of a foreign protocol as text: what a banner says ("SSH-2.0-…") tells a person most.
std::string banner(std::string_view bytes)
{
    std::string text;
    for (const char byte : bytes) {
        if (byte == '\r' || byte == '\n')
            break;
        text.push_back(byte >= ' ' && byte <= '~' ? byte : '.');
    }
    return text;
}

} // namespace

core::ManagementError errorFromCurl(const CurlSituation& situation)
{
    core::ManagementError error;
    error.kind = kindOf(situation);
    error.delivery = situation.hasSent ? core::Delivery::MaybeSent : core::Delivery::NotSent;
    if (error.kind == ErrorKind::NameNotResolved)
        error.code = nameNotResolved;
    if (error.kind == ErrorKind::HostUnreachable)
        error.code = networkTimedOut;
    if (error.kind == ErrorKind::OutOfResources && situation.areDescriptorsShort)
        error.detail = "no more files or sockets can be opened; " + situation.words;
    else if (!situation.firstBytes.empty())
        error.detail = "answered: " + banner(situation.firstBytes);
    else if (situation.wasKept && situation.code == CURLE_COULDNT_CONNECT)
        error.detail = "the server closed the connection";
    else if (!situation.words.empty())
        error.detail = situation.words;
    else
        error.detail = curl_easy_strerror(static_cast<CURLcode>(situation.code));
    return error;
}

} // namespace deskwarden::wsman
