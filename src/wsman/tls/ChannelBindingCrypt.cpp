// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/tls/CertificateCrypt.h"
#include "wsman/tls/ChannelBinding.h"

#include <windows.h>
// windows.h must come first
#include <bcrypt.h>
#include <wincrypt.h>

#include <algorithm>
#include <array>
#include <memory>

namespace deskwarden::wsman {

namespace {

struct ContextDeleter
{
    void operator()(const CERT_CONTEXT* certificate) const noexcept { CertFreeCertificateContext(certificate); }
};

struct SignatureHash
{
    std::string_view signature; ///< OID of the certificate's signature
    const wchar_t* hash;        ///< as CNG names it
};

// MD5 and SHA-1 are replaced by SHA-256 (RFC 5929 4.1). RSA-PSS names its hash in parameters; SHA-256 is its usual one.
constexpr std::array signatureHashes{
    SignatureHash{"1.2.840.113549.1.1.4", BCRYPT_SHA256_ALGORITHM},  // md5WithRSAEncryption
    SignatureHash{"1.2.840.113549.1.1.5", BCRYPT_SHA256_ALGORITHM},  // sha1WithRSAEncryption
    SignatureHash{"1.2.840.113549.1.1.10", BCRYPT_SHA256_ALGORITHM}, // RSASSA-PSS
    SignatureHash{"1.2.840.113549.1.1.11", BCRYPT_SHA256_ALGORITHM}, // sha256WithRSAEncryption
    SignatureHash{"1.2.840.113549.1.1.12", BCRYPT_SHA384_ALGORITHM}, // sha384WithRSAEncryption
    SignatureHash{"1.2.840.113549.1.1.13", BCRYPT_SHA512_ALGORITHM}, // sha512WithRSAEncryption
    SignatureHash{"1.2.840.10045.4.1", BCRYPT_SHA256_ALGORITHM},     // ecdsa-with-SHA1
    SignatureHash{"1.2.840.10045.4.3.2", BCRYPT_SHA256_ALGORITHM},   // ecdsa-with-SHA256
    SignatureHash{"1.2.840.10045.4.3.3", BCRYPT_SHA384_ALGORITHM},   // ecdsa-with-SHA384
    SignatureHash{"1.2.840.10045.4.3.4", BCRYPT_SHA512_ALGORITHM},   // ecdsa-with-SHA512
};

/// Empty for a signature without a hash of its own.
std::wstring hashOf(const CERT_CONTEXT& certificate)
{
    const auto* known =
        std::ranges::find(signatureHashes, std::string_view(certificate.pCertInfo->SignatureAlgorithm.pszObjId),
                          &SignatureHash::signature);
    return known == signatureHashes.end() ? std::wstring() : std::wstring(known->hash);
}

} // namespace

std::string serverEndPointBinding(std::string_view certificateDer)
{
    const std::unique_ptr<const CERT_CONTEXT, ContextDeleter> certificate(
        CertCreateCertificateContext(X509_ASN_ENCODING, reinterpret_cast<const BYTE*>(certificateDer.data()),
                                     static_cast<DWORD>(certificateDer.size())));
    if (!certificate)
        return {};
    const std::wstring algorithm = hashOf(*certificate);
    const std::string hash = algorithm.empty() ? std::string() : cryptDigest(algorithm.c_str(), certificateDer);
    return hash.empty() ? std::string() : "tls-server-end-point:" + hash;
}

} // namespace deskwarden::wsman
