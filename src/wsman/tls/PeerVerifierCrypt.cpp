// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/tls/CertificateCrypt.h"
#include "wsman/tls/ChannelBinding.h"
#include "wsman/tls/PeerVerifier.h"
#include "wsman/tls/SspiHeaders.h"

#include <curl/curl.h>
#include <schannel.h>

#include <exception>
#include <string_view>
#include <utility>

namespace deskwarden::wsman {

/// The part that libcurl calls. Schannel calls nobody: its handshake takes any certificate, and libcurl asks here after
/// it, before the first byte of HTTP.
class PeerVerifier::Library
{
public:
    static int askBeforeRequest(void* opaque, char* /*address*/, char* /*ownAddress*/, int /*port*/, int /*ownPort*/)
    {
        auto* verifier = static_cast<PeerVerifier*>(opaque);
        if (verifier->m_verdict != Verdict::None) // a further request on a connection that was judged
            return verifier->m_verdict == Verdict::Trusted ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT;
        try {
            judge(*verifier);
        } catch (const std::exception&) { // no memory: nothing may pass through C
            verifier->m_verdict = Verdict::Untrusted;
        }
        return verifier->m_verdict == Verdict::Trusted ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT;
    }

private:
    static CertificateHandle shownOn(CURL* curl)
    {
        const curl_tlssessioninfo* session = nullptr;
        if (curl_easy_getinfo(curl, CURLINFO_TLS_SSL_PTR, &session) != CURLE_OK || !session || !session->internals ||
            session->backend != CURLSSLBACKEND_SCHANNEL)
            return nullptr;
        CERT_CONTEXT* leaf = nullptr;
        if (QueryContextAttributesW(static_cast<CtxtHandle*>(session->internals), SECPKG_ATTR_REMOTE_CERT_CONTEXT,
                                    static_cast<void*>(&leaf)) != SEC_E_OK)
            return nullptr;
        return CertificateHandle(leaf);
    }

    static void judge(PeerVerifier& verifier)
    {
        verifier.m_hasBegun = true;
        verifier.m_verdict = Verdict::Untrusted;
        const CertificateHandle leaf = shownOn(verifier.m_curl);
        if (!leaf)
            return;
        const PeerExpectation& expected = verifier.m_expectation;
        core::PeerCertificate certificate = describeCertificate(*leaf);
        verifier.m_channelBinding = serverEndPointBinding(derOf(*leaf));
        if (!expected.fingerprint.empty()) {
            verifier.m_verdict = certificate.sha256 == expected.fingerprint ? Verdict::Trusted : Verdict::Changed;
        } else {
            certificate.whyUntrusted = reasonAgainst(*leaf, expected);
            certificate.hasOtherName = certificate.whyUntrusted.ends_with("mismatch");
            verifier.m_verdict = certificate.whyUntrusted.empty() ? Verdict::Trusted : Verdict::Untrusted;
        }
        verifier.m_certificate = std::make_shared<const core::PeerCertificate>(std::move(certificate));
    }

    static std::string reasonAgainst(const CERT_CONTEXT& leaf, const PeerExpectation& expected)
    {
        if (expected.caFile.empty())
            return whyUntrusted(leaf, expected.host, nullptr);
        const auto authorities = certificatesInFile(expected.caFile);
        return authorities ? whyUntrusted(leaf, expected.host, authorities->get()) : authorities.error().detail;
    }
};

core::Result<> PeerVerifier::attach(void* curl)
{
    const std::string_view library = curl_version_info(CURLVERSION_NOW)->ssl_version;
    if (!library.starts_with("Schannel"))
        return core::failure(core::ErrorKind::NotSupported, "libcurl was built without Schannel");
    if (m_expectation.fingerprint.empty() && !m_expectation.caFile.empty()) {
        if (auto authorities = certificatesInFile(m_expectation.caFile); !authorities)
            return core::failure(std::move(authorities.error()));
    }
    m_curl = curl;
    // Judged by us: left to libcurl, a certificate that is refused is shown to nobody.
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 0L);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 0L);
    curl_easy_setopt(curl, CURLOPT_SSL_SESSIONID_CACHE, 0L);
    curl_easy_setopt(curl, CURLOPT_PREREQFUNCTION, &Library::askBeforeRequest);
    curl_easy_setopt(curl, CURLOPT_PREREQDATA, this);
    return {};
}

} // namespace deskwarden::wsman
