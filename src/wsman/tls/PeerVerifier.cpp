// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/tls/PeerVerifier.h"

#include <utility>

namespace deskwarden::wsman {

PeerVerifier::PeerVerifier(PeerExpectation expectation)
    : m_expectation(std::move(expectation))
{}

PeerVerifier::~PeerVerifier() = default;

void PeerVerifier::reset()
{
    m_verdict = Verdict::None;
    m_hasBegun = false;
    m_certificate.reset();
    m_channelBinding.clear();
    m_signs = {};
}

core::ManagementError PeerVerifier::error() const
{
    core::ManagementError error;
    error.certificate = m_certificate;
    if (m_verdict == Verdict::Changed) {
        error.kind = core::ErrorKind::CertificateChanged;
        error.detail = "pinned SHA-256 " + m_expectation.fingerprint + ", shown " +
                       (m_certificate ? m_certificate->sha256 : std::string("none"));
    } else {
        error.kind = core::ErrorKind::CertificateUntrusted;
        error.detail = m_certificate ? m_certificate->whyUntrusted : std::string();
    }
    return error;
}

} // namespace deskwarden::wsman
