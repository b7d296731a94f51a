// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/tls/CertificateCrypt.h"

#include "core/StatusCode.h"
#include "core/WideText.h"

#include <bcrypt.h>
#include <ws2tcpip.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <span>
#include <vector>

namespace deskwarden::wsman {

namespace {

struct ChainDeleter
{
    void operator()(const CERT_CHAIN_CONTEXT* chain) const noexcept { CertFreeCertificateChain(chain); }
};
using Chain = std::unique_ptr<const CERT_CHAIN_CONTEXT, ChainDeleter>;

struct Words
{
    DWORD status;
    const char* text;
};

// OpenSSL's words for the same, so that a person reads one language.
constexpr std::array chainWords{
    Words{CERT_TRUST_IS_NOT_SIGNATURE_VALID, "certificate signature failure"},
    Words{CERT_TRUST_IS_NOT_TIME_VALID, "certificate has expired or is not yet valid"},
    Words{CERT_TRUST_IS_NOT_VALID_FOR_USAGE, "unsuitable certificate purpose"},
    Words{CERT_TRUST_IS_PARTIAL_CHAIN, "unable to get local issuer certificate"},
    Words{CERT_TRUST_IS_CYCLIC, "unable to get local issuer certificate"},
    Words{CERT_TRUST_INVALID_BASIC_CONSTRAINTS, "invalid CA certificate"},
    Words{CERT_TRUST_HAS_NOT_PERMITTED_NAME_CONSTRAINT, "permitted subtree violation"},
    Words{CERT_TRUST_HAS_EXCLUDED_NAME_CONSTRAINT, "excluded subtree violation"},
    Words{CERT_TRUST_INVALID_NAME_CONSTRAINTS, "unsupported name constraint type"},
    Words{CERT_TRUST_HAS_NOT_SUPPORTED_NAME_CONSTRAINT, "unsupported name constraint type"},
    Words{CERT_TRUST_HAS_NOT_SUPPORTED_CRITICAL_EXT, "unhandled critical extension"},
    Words{CERT_TRUST_IS_EXPLICIT_DISTRUST, "certificate rejected"},
    Words{CERT_TRUST_IS_REVOKED, "certificate revoked"},
};

/// Flaws of a chain that do not refuse it: its end is judged by us, revocation is not asked, and a sort of names about
/// which an authority says nothing is free (RFC 5280, section 4.2.1.10).
constexpr DWORD noFlaws = CERT_TRUST_IS_NOT_TIME_NESTED | CERT_TRUST_IS_UNTRUSTED_ROOT |
                          CERT_TRUST_REVOCATION_STATUS_UNKNOWN | CERT_TRUST_IS_OFFLINE_REVOCATION |
                          CERT_TRUST_HAS_NOT_DEFINED_NAME_CONSTRAINT;

/// As OpenSSL's level of 112 bits, which is asked of it, too (PeerVerifierOpenSsl.cpp). Windows itself takes much of
/// this from authorities other than Microsoft's.
constexpr DWORD fewestRsaBits = 2048;
constexpr std::array<std::string_view, 9> weakSignatures{
    szOID_RSA_MD2RSA,         szOID_RSA_MD4RSA, szOID_RSA_MD5RSA,   szOID_RSA_SHA1RSA,   szOID_OIWSEC_md5RSA,
    szOID_OIWSEC_sha1RSASign, szOID_ECDSA_SHA1, szOID_X957_SHA1DSA, szOID_OIWSEC_dsaSHA1};

std::string nameText(CERT_NAME_BLOB name)
{
    constexpr DWORD form = CERT_X500_NAME_STR | CERT_NAME_STR_REVERSE_FLAG;
    std::array<wchar_t, 1024> text{};
    const DWORD size =
        CertNameToStrW(X509_ASN_ENCODING, &name, form, text.data(), static_cast<DWORD>(text.size())); // with its end
    return size > 1 ? core::utf8FromWide({text.data(), size - 1}) : std::string();
}

std::string timeText(const FILETIME& time)
{
    SYSTEMTIME broken{};
    if (!FileTimeToSystemTime(&time, &broken))
        return {};
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%04u-%02u-%02uT%02u:%02u:%02uZ", unsigned{broken.wYear},
                  unsigned{broken.wMonth}, unsigned{broken.wDay}, unsigned{broken.wHour}, unsigned{broken.wMinute},
                  unsigned{broken.wSecond});
    return text.data();
}

std::string hexDigits(std::string_view bytes)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const char byte : bytes) {
        const auto value = static_cast<unsigned char>(byte);
        text.push_back(digits[value >> 4U]);
        text.push_back(digits[value & 15U]);
    }
    return text;
}

std::string addressText(std::string_view bytes)
{
    std::array<char, INET6_ADDRSTRLEN> text{};
    const int family = bytes.size() == 4 ? AF_INET : AF_INET6;
    if ((bytes.size() != 4 && bytes.size() != 16) || !inet_ntop(family, bytes.data(), text.data(), text.size()))
        return "<invalid>";
    return text.data();
}

/// The bytes of an address; nothing for a name.
std::optional<std::string> addressBytes(const std::string& host)
{
    std::array<char, 16> bytes{};
    if (inet_pton(AF_INET, host.c_str(), bytes.data()) == 1)
        return std::string(bytes.data(), 4);
    if (inet_pton(AF_INET6, host.c_str(), bytes.data()) == 1)
        return std::string(bytes.data(), 16);
    return std::nullopt;
}

struct AlternativeName
{
    bool isAddress = false;
    std::string value; ///< a DNS name, or the bytes of an address
};

std::vector<AlternativeName> alternativeNames(const CERT_CONTEXT& certificate)
{
    const CERT_EXTENSION* extension = CertFindExtension(szOID_SUBJECT_ALT_NAME2, certificate.pCertInfo->cExtension,
                                                        certificate.pCertInfo->rgExtension);
    CERT_ALT_NAME_INFO* info = nullptr;
    DWORD size = 0;
    std::vector<AlternativeName> names;
    if (!extension ||
        !CryptDecodeObjectEx(X509_ASN_ENCODING, X509_ALTERNATE_NAME, extension->Value.pbData, extension->Value.cbData,
                             CRYPT_DECODE_ALLOC_FLAG, nullptr, static_cast<void*>(&info), &size))
        return names;
    for (const CERT_ALT_NAME_ENTRY& entry : std::span(info->rgAltEntry, info->cAltEntry)) {
        if (entry.dwAltNameChoice == CERT_ALT_NAME_DNS_NAME)
            names.push_back({false, core::utf8FromWide(entry.pwszDNSName)});
        else if (entry.dwAltNameChoice == CERT_ALT_NAME_IP_ADDRESS)
            names.push_back(
                {true, {reinterpret_cast<const char*>(entry.IPAddress.pbData), std::size_t{entry.IPAddress.cbData}}});
    }
    LocalFree(info);
    return names;
}

std::string alternativeNamesText(const CERT_CONTEXT& certificate)
{
    std::string text;
    for (const AlternativeName& name : alternativeNames(certificate)) {
        text.append(text.empty() ? "" : ", ");
        text.append(name.isAddress ? "IP Address:" + addressText(name.value) : "DNS:" + name.value);
    }
    return text;
}

bool addAll(HCERTSTORE target, HCERTSTORE source)
{
    bool isWhole = true;
    for (const CERT_CONTEXT* one = nullptr; (one = CertEnumCertificatesInStore(source, one)) != nullptr;)
        isWhole = CertAddCertificateContextToStore(target, one, CERT_STORE_ADD_USE_EXISTING, nullptr) && isWhole;
    return isWhole;
}

CertificateStore emptyStore()
{
    return CertificateStore(CertOpenStore(CERT_STORE_PROV_MEMORY, 0, 0, CERT_STORE_CREATE_NEW_FLAG, nullptr));
}

Chain chainOf(const CERT_CONTEXT& leaf, HCERTSTORE authorities)
{
    const CertificateStore helpers = emptyStore(); // what the server sent along, and the given authorities
    if (!helpers || (leaf.hCertStore && !addAll(helpers.get(), leaf.hCertStore)) ||
        (authorities && !addAll(helpers.get(), authorities)))
        return nullptr;
    std::string serverUse = szOID_PKIX_KP_SERVER_AUTH;
    std::array<char*, 1> uses{serverUse.data()};
    CERT_CHAIN_PARA wanted{};
    wanted.cbSize = sizeof(wanted);
    wanted.RequestedUsage.dwType = USAGE_MATCH_TYPE_OR;
    wanted.RequestedUsage.Usage.cUsageIdentifier = static_cast<DWORD>(uses.size());
    wanted.RequestedUsage.Usage.rgpszUsageIdentifier = uses.data();
    const CERT_CHAIN_CONTEXT* chain = nullptr;
    if (!CertGetCertificateChain(nullptr, &leaf, nullptr, helpers.get(), &wanted, CERT_CHAIN_CACHE_ONLY_URL_RETRIEVAL,
                                 nullptr, &chain))
        return nullptr;
    return Chain(chain);
}

/// What is too weak in the chain; empty if nothing is. Its end is trusted by itself, not by its signature.
std::string weakness(const CERT_CHAIN_CONTEXT& chain)
{
    const std::span elements(chain.rgpChain[0]->rgpElement, chain.rgpChain[0]->cElement);
    for (std::size_t index = 0; index < elements.size(); ++index) {
        CERT_INFO& info = *elements[index]->pCertContext->pCertInfo;
        const bool isRsa = std::string_view(info.SubjectPublicKeyInfo.Algorithm.pszObjId) == szOID_RSA_RSA;
        if (isRsa && CertGetPublicKeyLength(X509_ASN_ENCODING, &info.SubjectPublicKeyInfo) < fewestRsaBits)
            return index == 0 ? "EE certificate key too weak" : "CA certificate key too weak";
        const bool isEnd = index + 1 == elements.size();
        if (!isEnd && std::ranges::find(weakSignatures, info.SignatureAlgorithm.pszObjId) != weakSignatures.end())
            return "CA signature digest algorithm too weak";
    }
    return {};
}

bool hasExtension(const CERT_CONTEXT& certificate, const char* identifier)
{
    return CertFindExtension(identifier, certificate.pCertInfo->cExtension, certificate.pCertInfo->rgExtension);
}

/// The name is taken from the subject, to which the chain engine applies no constraints, and there are constraints.
bool isFreeOfConstraints(const CERT_CONTEXT& leaf, const CERT_CHAIN_CONTEXT& chain)
{
    const std::span elements(chain.rgpChain[0]->rgpElement, chain.rgpChain[0]->cElement);
    return !hasExtension(leaf, szOID_SUBJECT_ALT_NAME2) &&
           std::ranges::any_of(elements, [](const CERT_CHAIN_ELEMENT* element) {
               return hasExtension(*element->pCertContext, szOID_NAME_CONSTRAINTS);
           });
}

/// The chain's end is one of the authorities, byte for byte.
bool endsIn(const CERT_CHAIN_CONTEXT& chain, HCERTSTORE authorities)
{
    if (chain.cChain == 0 || chain.rgpChain[0]->cElement == 0)
        return false;
    const CERT_SIMPLE_CHAIN& simple = *chain.rgpChain[0];
    const CERT_CONTEXT& root = *simple.rgpElement[simple.cElement - 1]->pCertContext;
    const CertificateHandle found(
        CertFindCertificateInStore(authorities, X509_ASN_ENCODING, 0, CERT_FIND_EXISTING, &root, nullptr));
    return found && derOf(*found) == derOf(root);
}

/// An address must stand in the certificate as one; names are checked with the chain.
bool namesAddress(const CERT_CONTEXT& leaf, const std::string& address)
{
    return std::ranges::any_of(alternativeNames(leaf), [&address](const AlternativeName& name) {
        return name.isAddress && name.value == address;
    });
}

std::string policyWords(DWORD status)
{
    switch (static_cast<std::uint32_t>(status)) {
    case 0:
        return {};
    case 0x800B010F: // CERT_E_CN_NO_MATCH
        return "hostname mismatch";
    case 0x800B0101: // CERT_E_EXPIRED
        return "certificate has expired or is not yet valid";
    case 0x800B0109: // CERT_E_UNTRUSTEDROOT
        return "self-signed certificate in certificate chain";
    case 0x800B010A: // CERT_E_CHAINING
        return "unable to get local issuer certificate";
    case 0x800B0110: // CERT_E_WRONG_USAGE
        return "unsuitable certificate purpose";
    default:
        return "certificate verify failed: " + core::hexText(static_cast<std::uint32_t>(status));
    }
}

/// Windows' rules for TLS servers. An empty host leaves the name out; it was checked already.
std::string judgedByPolicy(const CERT_CHAIN_CONTEXT& chain, const std::string& host, bool hasAuthorities)
{
    constexpr DWORD ignoreUnknownAuthority = 0x00000100; // SECURITY_FLAG_IGNORE_UNKNOWN_CA of wininet.h
    std::wstring name = core::wideFrom(host);
    SSL_EXTRA_CERT_CHAIN_POLICY_PARA server{};
    server.cbSize = sizeof(server);
    server.dwAuthType = AUTHTYPE_SERVER;
    server.fdwChecks = hasAuthorities ? ignoreUnknownAuthority : 0;
    server.pwszServerName = host.empty() ? nullptr : name.data();
    CERT_CHAIN_POLICY_PARA policy{};
    policy.cbSize = sizeof(policy);
    policy.dwFlags = hasAuthorities ? CERT_CHAIN_POLICY_ALLOW_UNKNOWN_CA_FLAG : 0;
    policy.pvExtraPolicyPara = &server;
    CERT_CHAIN_POLICY_STATUS verdict{};
    verdict.cbSize = sizeof(verdict);
    if (!CertVerifyCertificateChainPolicy(CERT_CHAIN_POLICY_SSL, &chain, &policy, &verdict))
        return "certificate verify failed";
    return policyWords(verdict.dwError);
}

} // namespace

std::string cryptDigest(const wchar_t* algorithm, std::string_view bytes)
{
    BCRYPT_ALG_HANDLE handle = nullptr;
    if (BCryptOpenAlgorithmProvider(&handle, algorithm, nullptr, 0) < 0)
        return {};
    std::array<unsigned char, 64> hash{};
    DWORD size = 0;
    DWORD written = 0;
    BCryptGetProperty(handle, BCRYPT_HASH_LENGTH, reinterpret_cast<PUCHAR>(&size), sizeof(size), &written, 0);
    std::string text(bytes); // the call wants writable memory and does not write
    BCRYPT_HASH_HANDLE running = nullptr;
    const bool isDone =
        size > 0 && size <= hash.size() && BCryptCreateHash(handle, &running, nullptr, 0, nullptr, 0, 0) >= 0 &&
        BCryptHashData(running, reinterpret_cast<PUCHAR>(text.data()), static_cast<ULONG>(text.size()), 0) >= 0 &&
        BCryptFinishHash(running, hash.data(), size, 0) >= 0;
    if (running)
        BCryptDestroyHash(running);
    BCryptCloseAlgorithmProvider(handle, 0);
    return isDone ? std::string(hash.begin(), hash.begin() + size) : std::string();
}

std::string_view derOf(const CERT_CONTEXT& certificate)
{
    return {reinterpret_cast<const char*>(certificate.pbCertEncoded), certificate.cbCertEncoded};
}

core::PeerCertificate describeCertificate(const CERT_CONTEXT& certificate)
{
    const CERT_INFO& info = *certificate.pCertInfo;
    core::PeerCertificate described;
    described.subject = nameText(info.Subject);
    described.issuer = nameText(info.Issuer);
    described.alternativeNames = alternativeNamesText(certificate);
    described.validFrom = timeText(info.NotBefore);
    described.validUntil = timeText(info.NotAfter);
    described.sha256 = hexDigits(cryptDigest(BCRYPT_SHA256_ALGORITHM, derOf(certificate)));
    return described;
}

core::Result<CertificateStore> certificatesInFile(const std::string& file)
{
    std::ifstream stream(std::filesystem::path(core::wideFrom(file)), std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    CertificateStore store = emptyStore();
    constexpr std::string_view begin = "-----BEGIN CERTIFICATE-----";
    std::size_t count = 0;
    for (auto at = text.find(begin); store && at != std::string::npos; at = text.find(begin, at + begin.size())) {
        std::vector<BYTE> der(text.size());
        auto size = static_cast<DWORD>(der.size());
        if (CryptStringToBinaryA(text.data() + at, static_cast<DWORD>(text.size() - at), CRYPT_STRING_BASE64HEADER,
                                 der.data(), &size, nullptr, nullptr) &&
            CertAddEncodedCertificateToStore(store.get(), X509_ASN_ENCODING, der.data(), size,
                                             CERT_STORE_ADD_USE_EXISTING, nullptr))
            ++count;
    }
    if (count == 0 && store &&
        CertAddEncodedCertificateToStore(store.get(), X509_ASN_ENCODING,
                                         static_cast<const BYTE*>(static_cast<const void*>(text.data())),
                                         static_cast<DWORD>(text.size()), CERT_STORE_ADD_USE_EXISTING, nullptr))
        ++count; // DER, as Windows' own dialogs export it
    if (count == 0)
        return core::failure(core::ErrorKind::InvalidInput,
                             stream.is_open() ? core::InputProblem::AuthoritiesMissing
                                              : core::InputProblem::AuthoritiesUnreadable,
                             file);
    return store;
}

std::string whyUntrusted(const CERT_CONTEXT& leaf, const std::string& host, HCERTSTORE authorities)
{
    const auto address = addressBytes(host);
    if (address && !namesAddress(leaf, *address))
        return "IP address mismatch";
    const Chain chain = chainOf(leaf, authorities);
    if (!chain)
        return "certificate verify failed";
    const DWORD flaws = chain->TrustStatus.dwErrorStatus;
    for (const Words& words : chainWords) {
        if ((flaws & words.status) != 0)
            return words.text;
    }
    if ((flaws & ~noFlaws) != 0)
        return "certificate verify failed: " + core::hexText(static_cast<std::uint32_t>(flaws));
    if (chain->cChain == 0)
        return "certificate verify failed";
    if (std::string weak = weakness(*chain); !weak.empty())
        return weak;
    if (isFreeOfConstraints(leaf, *chain))
        return "permitted subtree violation";
    if (authorities && !endsIn(*chain, authorities))
        return "self-signed certificate in certificate chain";
    if (!authorities && (flaws & CERT_TRUST_IS_UNTRUSTED_ROOT) != 0)
        return "self-signed certificate in certificate chain";
    return judgedByPolicy(*chain, address ? std::string() : host, authorities != nullptr);
}

} // namespace deskwarden::wsman
