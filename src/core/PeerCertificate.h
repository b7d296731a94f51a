// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <string>

namespace deskwarden::core {

/// What a person needs in order to judge a server's TLS certificate. All texts come from the certificate: untrusted.
struct PeerCertificate
{
    std::string subject;
    std::string issuer;
    std::string alternativeNames; ///< "DNS:a, DNS:b", empty if there are none
    std::string validFrom;        ///< ISO 8601, UTC
    std::string validUntil;       ///< ISO 8601, UTC
    std::string sha256;           ///< fingerprint of the DER form: 64 hexadecimal digits, lower case, no separators
    std::string whyUntrusted;     ///< the TLS library's words; empty if it is trusted
    bool hasOtherName = false;    ///< that is why: it is made out for other names than the one that was asked for

    friend bool operator==(const PeerCertificate&, const PeerCertificate&) = default;
};

} // namespace deskwarden::core
