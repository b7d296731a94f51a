// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/PeerCertificate.h"
#include "core/Result.h"
#include "wsman/tls/TlsFailure.h"

#include <memory>
#include <string>

namespace deskwarden::wsman {

/// How a server proves who it is.
struct PeerExpectation
{
    std::string host;        ///< what its certificate must be for
    std::string caFile;      ///< PEM or DER; empty = the system's authorities
    std::string fingerprint; ///< SHA-256 of the certificate; replaces the check of chain and name. Empty = none
};

/// Judges the certificate of a TLS server, and keeps it for people to look at. Judges before a single byte of HTTP is
/// sent.
/// Thread: that of the transfer. Owner: outlives the curl handle that it was attached to.
class PeerVerifier final
{
public:
    enum class Verdict { None, Trusted, Untrusted, Changed };

    explicit PeerVerifier(PeerExpectation expectation);
    PeerVerifier(const PeerVerifier&) = delete;
    PeerVerifier& operator=(const PeerVerifier&) = delete;
    ~PeerVerifier();

    /// Sets the TLS options of a curl easy handle (CURL*). Blocks: reads the file of authorities. Fails: NotSupported
    /// where curl's TLS library cannot do what is expected; InvalidInput for that file.
    [[nodiscard]] core::Result<> attach(void* curl);
    /// Forgets the last judgement, before the next connection.
    void reset();

    [[nodiscard]] Verdict verdict() const noexcept { return m_verdict; }
    /// A TLS handshake has begun, so TCP was there. Always false where the TLS library does not tell.
    [[nodiscard]] bool hasBegun() const noexcept { return m_hasBegun; }
    /// The certificate that the server showed; null before the first.
    [[nodiscard]] std::shared_ptr<const core::PeerCertificate> certificate() const noexcept { return m_certificate; }
    /// The channel binding that goes with it (ChannelBinding.h); empty if there is none.
    [[nodiscard]] const std::string& channelBinding() const noexcept { return m_channelBinding; }
    /// What the server's side of the handshake said besides; only its first two members are ours to know.
    [[nodiscard]] const TlsSigns& signs() const noexcept { return m_signs; }
    /// CertificateUntrusted or CertificateChanged as an error, with the certificate.
    [[nodiscard]] core::ManagementError error() const;

private:
    class Library;

    PeerExpectation m_expectation;
    Verdict m_verdict = Verdict::None;
    bool m_hasBegun = false;
    std::shared_ptr<const core::PeerCertificate> m_certificate;
    std::string m_channelBinding;
    TlsSigns m_signs;
    void* m_curl = nullptr; // Schannel's session is asked of it
};

} // namespace deskwarden::wsman
