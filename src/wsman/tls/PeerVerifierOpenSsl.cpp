// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/tls/CertificateFiles.h"
#include "wsman/tls/ChannelBinding.h"
#include "wsman/tls/PeerVerifier.h"

#include <curl/curl.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <array>
#include <cstdio>
#include <ctime>
#include <exception>
#include <string_view>
#include <utility>

namespace deskwarden::wsman {

namespace {

/// What was written into memory with OpenSSL's own printing.
class Printed final
{
public:
    Printed()
        : m_bio(BIO_new(BIO_s_mem()))
    {}
    Printed(const Printed&) = delete;
    Printed& operator=(const Printed&) = delete;
    ~Printed() { BIO_free(m_bio); }

    [[nodiscard]] BIO* bio() const noexcept { return m_bio; }
    [[nodiscard]] std::string text() const
    {
        char* bytes = nullptr;
        const long size = BIO_ctrl(m_bio, BIO_CTRL_INFO, 0, static_cast<void*>(&bytes));
        return bytes && size > 0 ? std::string(bytes, static_cast<std::size_t>(size)) : std::string();
    }

private:
    BIO* m_bio;
};

std::string nameText(const X509_NAME* name)
{
    const Printed printed;
    const unsigned long flags = XN_FLAG_RFC2253 & ~static_cast<unsigned long>(ASN1_STRFLGS_ESC_MSB);
    X509_NAME_print_ex(printed.bio(), name, 0, flags);
    return printed.text();
}

std::string timeText(const ASN1_TIME* time)
{
    std::tm broken{};
    if (!time || ASN1_TIME_to_tm(time, &broken) != 1)
        return {};
    std::array<char, 32> text{};
    std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &broken);
    return text.data();
}

std::string alternativeNamesText(const X509* leaf)
{
    auto* names = static_cast<GENERAL_NAMES*>(X509_get_ext_d2i(leaf, NID_subject_alt_name, nullptr, nullptr));
    const Printed printed;
    for (int index = 0; index < sk_GENERAL_NAME_num(names); ++index) {
        if (index > 0)
            BIO_puts(printed.bio(), ", ");
        GENERAL_NAME_print(printed.bio(), sk_GENERAL_NAME_value(names, index));
    }
    GENERAL_NAMES_free(names);
    return printed.text();
}

std::string fingerprintOf(const X509* leaf)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    if (X509_digest(leaf, EVP_sha256(), digest.data(), &size) != 1)
        return {};
    std::string text;
    for (unsigned index = 0; index < size; ++index) {
        std::array<char, 3> pair{};
        std::snprintf(pair.data(), pair.size(), "%02x", digest.at(index));
        text.append(pair.data());
    }
    return text;
}

std::string derOf(const X509* leaf)
{
    unsigned char* bytes = nullptr;
    const int size = i2d_X509(leaf, &bytes);
    std::string der;
    if (size > 0)
        der.assign(bytes, bytes + size);
    OPENSSL_free(bytes);
    return der;
}

core::PeerCertificate describe(const X509* leaf)
{
    core::PeerCertificate certificate;
    certificate.subject = nameText(X509_get_subject_name(leaf));
    certificate.issuer = nameText(X509_get_issuer_name(leaf));
    certificate.alternativeNames = alternativeNamesText(leaf);
    certificate.validFrom = timeText(X509_get0_notBefore(leaf));
    certificate.validUntil = timeText(X509_get0_notAfter(leaf));
    certificate.sha256 = fingerprintOf(leaf);
    return certificate;
}

/// OpenSSL's level of 112 bits: RSA and Diffie-Hellman from 2048 bits, no SHA-1 or MD5 under a certificate, no cipher
/// without encryption or without a certificate. A system's configuration may ask for more, but not for less.
constexpr int leastSecurityLevel = 2;

} // namespace

/// The part that OpenSSL calls.
class PeerVerifier::Library
{
public:
    static CURLcode setUp(CURL* /*curl*/, void* context, void* verifier)
    {
        auto* tls = static_cast<SSL_CTX*>(context);
        if (SSL_CTX_get_security_level(tls) < leastSecurityLevel)
            SSL_CTX_set_security_level(tls, leastSecurityLevel);
        // Also with a pin, where curl itself is told not to verify: the callback's refusal must end the handshake.
        SSL_CTX_set_verify(tls, SSL_VERIFY_PEER, nullptr);
        SSL_CTX_set_cert_verify_callback(tls, &Library::verify, verifier);
        SSL_CTX_set_app_data(tls, verifier);
        SSL_CTX_set_info_callback(tls, &Library::noteAlert);
        SSL_CTX_set_cert_cb(tls, &Library::noteCertificateWanted, verifier);
        static_cast<PeerVerifier*>(verifier)->m_hasBegun = true;
        return CURLE_OK;
    }

private:
    static void noteAlert(const SSL* ssl, int where, int value)
    {
        const bool isFromServer = (where & SSL_CB_READ_ALERT) == SSL_CB_READ_ALERT;
        if (isFromServer && (value >> 8) == SSL3_AL_FATAL)
            static_cast<PeerVerifier*>(SSL_CTX_get_app_data(SSL_get_SSL_CTX(ssl)))->m_signs.alert = value & 0xff;
    }

    static int noteCertificateWanted(SSL* /*ssl*/, void* verifier)
    {
        static_cast<PeerVerifier*>(verifier)->m_signs.isCertificateWanted = true;
        return 1; // and go on with the certificate that is there, or without
    }

    static int verify(X509_STORE_CTX* store, void* opaque)
    {
        auto* verifier = static_cast<PeerVerifier*>(opaque);
        try {
            return judge(*verifier, store) ? 1 : 0;
        } catch (const std::exception&) { // no memory: nothing may pass through C
            verifier->m_verdict = Verdict::Untrusted;
            X509_STORE_CTX_set_error(store, X509_V_ERR_OUT_OF_MEM);
            return 0;
        }
    }

    static bool judge(PeerVerifier& verifier, X509_STORE_CTX* store)
    {
        const X509* leaf = X509_STORE_CTX_get0_cert(store);
        if (!leaf) {
            verifier.m_verdict = Verdict::Untrusted;
            return false;
        }
        core::PeerCertificate certificate = describe(leaf);
        verifier.m_channelBinding = serverEndPointBinding(derOf(leaf));
        const PeerExpectation& expected = verifier.m_expectation;
        if (!expected.fingerprint.empty()) {
            const bool isPinned = certificate.sha256 == expected.fingerprint;
            verifier.m_verdict = isPinned ? Verdict::Trusted : Verdict::Changed;
            X509_STORE_CTX_set_error(store, isPinned ? X509_V_OK : X509_V_ERR_APPLICATION_VERIFICATION);
        } else {
            expectName(store, *leaf, expected.host);
            const bool isTrusted = X509_verify_cert(store) == 1;
            verifier.m_verdict = isTrusted ? Verdict::Trusted : Verdict::Untrusted;
            if (!isTrusted) {
                const int error = X509_STORE_CTX_get_error(store);
                certificate.whyUntrusted = X509_verify_cert_error_string(error);
                certificate.hasOtherName =
                    error == X509_V_ERR_HOSTNAME_MISMATCH || error == X509_V_ERR_IP_ADDRESS_MISMATCH;
            }
        }
        verifier.m_certificate = std::make_shared<const core::PeerCertificate>(std::move(certificate));
        return verifier.m_verdict == Verdict::Trusted;
    }

    static void expectName(X509_STORE_CTX* store, const X509& leaf, const std::string& host)
    {
        X509_VERIFY_PARAM* parameters = X509_STORE_CTX_get0_param(store);
        if (X509_VERIFY_PARAM_set1_ip_asc(parameters, host.c_str()) == 1)
            return;
        unsigned flags = X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS;
        // The common name counts only where the certificate has no alternative names of any sort, as with Schannel.
        if (X509_get_ext_by_NID(&leaf, NID_subject_alt_name, -1) >= 0)
            flags |= X509_CHECK_FLAG_NEVER_CHECK_SUBJECT;
        X509_VERIFY_PARAM_set_hostflags(parameters, flags);
        X509_VERIFY_PARAM_set1_host(parameters, host.c_str(), host.size());
    }
};

core::Result<> PeerVerifier::attach(void* curl)
{
    const std::string_view library = curl_version_info(CURLVERSION_NOW)->ssl_version;
    if (!library.starts_with("OpenSSL"))
        return core::failure(core::ErrorKind::NotSupported, "libcurl was built without OpenSSL");
    const bool isPinned = !m_expectation.fingerprint.empty();
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, isPinned ? 0L : 1L);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, isPinned ? 0L : 2L);
    if (!isPinned && !m_expectation.caFile.empty()) {
        auto authorities = authoritiesIn(m_expectation.caFile);
        if (!authorities)
            return core::failure(std::move(authorities.error()));
        curl_blob pem{authorities->data(), authorities->size(), CURL_BLOB_COPY};
        curl_easy_setopt(curl, CURLOPT_CAINFO_BLOB, &pem);
        curl_easy_setopt(curl, CURLOPT_CAINFO, nullptr);
        curl_easy_setopt(curl, CURLOPT_CAPATH, nullptr);
    }
    // A resumed session would skip the callback.
    curl_easy_setopt(curl, CURLOPT_SSL_SESSIONID_CACHE, 0L);
    curl_easy_setopt(curl, CURLOPT_SSL_CTX_FUNCTION, &Library::setUp);
    curl_easy_setopt(curl, CURLOPT_SSL_CTX_DATA, this);
    return {};
}

} // namespace deskwarden::wsman
