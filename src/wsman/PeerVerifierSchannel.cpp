// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/StatusCode.h"
#include "wsman/ChannelBinding.h"
#include "wsman/PeerVerifier.h"
#include "wsman/SspiHeaders.h"

#include <curl/curl.h>
#include <schannel.h>

#include <array>
#include <cstddef>
#include <cstdio>
#include <exception>
#include <fstream>
#include <iterator>
#include <string_view>
#include <utility>
#include <vector>

// Schannel verifies inside its handshake and shows the certificate only afterwards. So curl is told not to verify, and
// the certificate is judged here, by Windows' own chain engine, after the handshake and before a byte of HTTP.

namespace deskwarden::wsman {

namespace {

struct CertificateDeleter
{
    void operator()(const CERT_CONTEXT* certificate) const noexcept { CertFreeCertificateContext(certificate); }
};
using Certificate = std::unique_ptr<const CERT_CONTEXT, CertificateDeleter>;
struct StoreDeleter
{
    void operator()(void* store) const noexcept { CertCloseStore(store, 0); }
};
using Store = std::unique_ptr<void, StoreDeleter>;
struct EngineDeleter
{
    void operator()(void* engine) const noexcept { CertFreeCertificateChainEngine(engine); }
};
using Engine = std::unique_ptr<void, EngineDeleter>;
struct ChainDeleter
{
    void operator()(const CERT_CHAIN_CONTEXT* chain) const noexcept { CertFreeCertificateChain(chain); }
};
using Chain = std::unique_ptr<const CERT_CHAIN_CONTEXT, ChainDeleter>;

std::wstring wide(std::string_view utf8)
{
    const int size = static_cast<int>(utf8.size());
    const int needed = size > 0 ? MultiByteToWideChar(CP_UTF8, 0, utf8.data(), size, nullptr, 0) : 0;
    std::wstring text(static_cast<std::size_t>(needed), L'\0');
    if (needed > 0)
        MultiByteToWideChar(CP_UTF8, 0, utf8.data(), size, text.data(), needed);
    return text;
}

std::string utf8(std::wstring_view wideText)
{
    const int size = static_cast<int>(wideText.size());
    const int needed =
        size > 0 ? WideCharToMultiByte(CP_UTF8, 0, wideText.data(), size, nullptr, 0, nullptr, nullptr) : 0;
    std::string text(static_cast<std::size_t>(needed), '\0');
    if (needed > 0)
        WideCharToMultiByte(CP_UTF8, 0, wideText.data(), size, text.data(), needed, nullptr, nullptr);
    return text;
}

std::string nameText(const CERT_NAME_BLOB& name)
{
    CERT_NAME_BLOB blob = name; // the call wants it writable and does not write
    constexpr DWORD form = CERT_X500_NAME_STR | CERT_NAME_STR_REVERSE_FLAG;
    const DWORD size = CertNameToStrW(X509_ASN_ENCODING, &blob, form, nullptr, 0);
    std::wstring text(size, L'\0');
    CertNameToStrW(X509_ASN_ENCODING, &blob, form, text.data(), size);
    text.resize(size > 0 ? size - 1 : 0);
    return utf8(text);
}

std::string timeText(const FILETIME& time)
{
    SYSTEMTIME broken{};
    if (!FileTimeToSystemTime(&time, &broken))
        return {};
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%04u-%02u-%02uT%02u:%02u:%02uZ", static_cast<unsigned>(broken.wYear),
                  static_cast<unsigned>(broken.wMonth), static_cast<unsigned>(broken.wDay),
                  static_cast<unsigned>(broken.wHour), static_cast<unsigned>(broken.wMinute),
                  static_cast<unsigned>(broken.wSecond));
    return text.data();
}

std::string alternativeNamesText(const CERT_INFO& info)
{
    const CERT_EXTENSION* extension = CertFindExtension(szOID_SUBJECT_ALT_NAME2, info.cExtension, info.rgExtension);
    if (!extension)
        return {};
    CERT_ALT_NAME_INFO* names = nullptr;
    DWORD size = 0;
    if (!CryptDecodeObjectEx(X509_ASN_ENCODING, X509_ALTERNATE_NAME, extension->Value.pbData, extension->Value.cbData,
                             CRYPT_DECODE_ALLOC_FLAG, nullptr, &names, &size))
        return {};
    std::string text;
    for (DWORD index = 0; index < names->cAltEntry; ++index) {
        const CERT_ALT_NAME_ENTRY& entry = names->rgAltEntry[index];
        if (entry.dwAltNameChoice != CERT_ALT_NAME_DNS_NAME)
            continue;
        text += (text.empty() ? "DNS:" : ", DNS:") + utf8(entry.pwszDNSName);
    }
    LocalFree(names);
    return text;
}

std::string fingerprintOf(const CERT_CONTEXT& leaf)
{
    std::array<BYTE, 32> digest{};
    DWORD size = static_cast<DWORD>(digest.size());
    if (!CryptHashCertificate(0, CALG_SHA_256, 0, leaf.pbCertEncoded, leaf.cbCertEncoded, digest.data(), &size))
        return {};
    std::string text;
    for (const BYTE byte : digest) {
        std::array<char, 3> pair{};
        std::snprintf(pair.data(), pair.size(), "%02x", static_cast<unsigned>(byte));
        text.append(pair.data());
    }
    return text;
}

core::PeerCertificate describe(const CERT_CONTEXT& leaf)
{
    core::PeerCertificate certificate;
    certificate.subject = nameText(leaf.pCertInfo->Subject);
    certificate.issuer = nameText(leaf.pCertInfo->Issuer);
    certificate.alternativeNames = alternativeNamesText(*leaf.pCertInfo);
    certificate.validFrom = timeText(leaf.pCertInfo->NotBefore);
    certificate.validUntil = timeText(leaf.pCertInfo->NotAfter);
    certificate.sha256 = fingerprintOf(leaf);
    return certificate;
}

/// The authorities of a PEM file; null if there are none.
Store authoritiesIn(const std::string& file)
{
    std::ifstream input(wide(file).c_str(), std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(input), {}};
    Store store(CertOpenStore(CERT_STORE_PROV_MEMORY, 0, 0, 0, nullptr));
    constexpr std::string_view begin = "-----BEGIN CERTIFICATE-----";
    constexpr std::string_view end = "-----END CERTIFICATE-----";
    bool hasAny = false;
    for (auto place = text.find(begin); store && place != std::string::npos; place = text.find(begin, place)) {
        const auto stop = text.find(end, place);
        if (stop == std::string::npos)
            break;
        const DWORD size = static_cast<DWORD>(stop + end.size() - place);
        std::vector<BYTE> der(size);
        DWORD used = size;
        if (CryptStringToBinaryA(text.data() + place, size, CRYPT_STRING_BASE64HEADER, der.data(), &used, nullptr,
                                 nullptr) &&
            CertAddEncodedCertificateToStore(store.get(), X509_ASN_ENCODING, der.data(), used, CERT_STORE_ADD_ALWAYS,
                                             nullptr))
            hasAny = true;
        place = stop;
    }
    return hasAny ? std::move(store) : Store();
}

std::string wordsFor(DWORD status)
{
    switch (static_cast<HRESULT>(status)) {
    case CERT_E_UNTRUSTEDROOT:
        return "its authority is not trusted here";
    case CERT_E_CHAINING:
        return "its authority is not known here";
    case CERT_E_CN_NO_MATCH:
        return "it is for another name";
    case CERT_E_EXPIRED:
        return "it is expired, or not valid yet";
    case CERT_E_WRONG_USAGE:
        return "it is not made for servers";
    case TRUST_E_CERT_SIGNATURE:
        return "its signature is wrong";
    default:
        return "not trusted: " + core::hexText(status);
    }
}

/// Why Windows does not trust the certificate for this host; empty if it does.
std::string objectionTo(const CERT_CONTEXT& leaf, const PeerExpectation& expected)
{
    Engine engine; // null = the system's own authorities
    Store authorities;
    if (!expected.caFile.empty()) {
        authorities = authoritiesIn(expected.caFile);
        if (!authorities)
            return "there is no certificate in " + expected.caFile;
        CERT_CHAIN_ENGINE_CONFIG config{};
        config.cbSize = offsetof(CERT_CHAIN_ENGINE_CONFIG, dwExclusiveFlags); // as Windows 7 and Wine have it
        config.hExclusiveRoot = authorities.get();
        HCERTCHAINENGINE made = nullptr;
        if (!CertCreateCertificateChainEngine(&config, &made))
            return "the authorities cannot be used: " + core::hexText(GetLastError());
        engine.reset(made);
    }
    CERT_CHAIN_PARA wanted{};
    wanted.cbSize = sizeof(wanted);
    const CERT_CHAIN_CONTEXT* found = nullptr;
    if (!CertGetCertificateChain(engine.get(), &leaf, nullptr, leaf.hCertStore, &wanted, 0, nullptr, &found))
        return "its chain cannot be built: " + core::hexText(GetLastError());
    const Chain chain(found);
    std::wstring host = wide(expected.host);
    SSL_EXTRA_CERT_CHAIN_POLICY_PARA tls{};
    tls.cbSize = sizeof(tls);
    tls.dwAuthType = AUTHTYPE_SERVER;
    tls.pwszServerName = host.data();
    CERT_CHAIN_POLICY_PARA policy{};
    policy.cbSize = sizeof(policy);
    policy.pvExtraPolicyPara = &tls;
    CERT_CHAIN_POLICY_STATUS status{};
    status.cbSize = sizeof(status);
    if (!CertVerifyCertificateChainPolicy(CERT_CHAIN_POLICY_SSL, chain.get(), &policy, &status))
        return "it cannot be verified";
    return status.dwError == 0 ? std::string() : wordsFor(status.dwError);
}

} // namespace

/// The part that curl calls.
class PeerVerifier::Library
{
public:
    /// After the handshake, before the request.
    static int beforeRequest(void* self, char* /*peer*/, char* /*own*/, int /*peerPort*/, int /*ownPort*/)
    {
        auto* verifier = static_cast<PeerVerifier*>(self);
        if (verifier->m_verdict != Verdict::None) // the same connection again
            return verifier->m_verdict == Verdict::Trusted ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT;
        try {
            return judge(*verifier) ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT;
        } catch (const std::exception&) { // no memory: nothing may pass through C
            verifier->m_verdict = Verdict::Untrusted;
            return CURL_PREREQFUNC_ABORT;
        }
    }

private:
    static Certificate shownBy(void* curl)
    {
        curl_tlssessioninfo* session = nullptr;
        const CERT_CONTEXT* certificate = nullptr;
        if (curl_easy_getinfo(curl, CURLINFO_TLS_SSL_PTR, &session) == CURLE_OK && session && session->internals)
            QueryContextAttributesW(static_cast<CtxtHandle*>(session->internals), SECPKG_ATTR_REMOTE_CERT_CONTEXT,
                                    &certificate);
        return Certificate(certificate);
    }

    static bool judge(PeerVerifier& verifier)
    {
        verifier.m_hasBegun = true;
        const Certificate leaf = shownBy(verifier.m_curl);
        if (!leaf) {
            verifier.m_verdict = Verdict::Untrusted;
            return false;
        }
        core::PeerCertificate certificate = describe(*leaf);
        verifier.m_channelBinding = serverEndPointBinding(
            {reinterpret_cast<const char*>(leaf->pbCertEncoded), static_cast<std::size_t>(leaf->cbCertEncoded)});
        const PeerExpectation& expected = verifier.m_expectation;
        if (!expected.fingerprint.empty()) {
            verifier.m_verdict = certificate.sha256 == expected.fingerprint ? Verdict::Trusted : Verdict::Changed;
        } else {
            certificate.whyUntrusted = objectionTo(*leaf, expected);
            certificate.hasOtherName = certificate.whyUntrusted == wordsFor(static_cast<DWORD>(CERT_E_CN_NO_MATCH));
            verifier.m_verdict = certificate.whyUntrusted.empty() ? Verdict::Trusted : Verdict::Untrusted;
        }
        verifier.m_certificate = std::make_shared<const core::PeerCertificate>(std::move(certificate));
        return verifier.m_verdict == Verdict::Trusted;
    }
};

core::Result<> PeerVerifier::attach(void* curl)
{
    const std::string_view library = curl_version_info(CURLVERSION_NOW)->ssl_version;
    if (!library.starts_with("Schannel"))
        return core::failure(core::ErrorKind::NotSupported, "libcurl was built without Schannel");
    m_curl = curl;
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 0L);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 0L);
    curl_easy_setopt(curl, CURLOPT_PREREQFUNCTION, &Library::beforeRequest);
    curl_easy_setopt(curl, CURLOPT_PREREQDATA, this);
    return {};
}

} // namespace deskwarden::wsman
