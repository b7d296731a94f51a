// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/tls/ChannelBinding.h"

#include <openssl/evp.h>
#include <openssl/x509.h>

#include <array>
#include <memory>

namespace deskwarden::wsman {

std::string serverEndPointBinding(std::string_view certificateDer)
{
    const auto* bytes = reinterpret_cast<const unsigned char*>(certificateDer.data());
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(
        d2i_X509(nullptr, &bytes, static_cast<long>(certificateDer.size())), &X509_free);
    int digest = NID_undef;
    // Knows RSA-PSS too, where the hash stands in the parameters and not in the algorithm's name.
    if (!certificate || X509_get_signature_info(certificate.get(), &digest, nullptr, nullptr, nullptr) != 1 ||
        digest == NID_undef)
        return {};
    if (digest == NID_md5 || digest == NID_sha1 || digest == NID_md5_sha1)
        digest = NID_sha256;
    const EVP_MD* algorithm = EVP_get_digestbynid(digest);
    std::array<unsigned char, EVP_MAX_MD_SIZE> hash{};
    unsigned size = 0;
    if (!algorithm ||
        EVP_Digest(certificateDer.data(), certificateDer.size(), hash.data(), &size, algorithm, nullptr) != 1)
        return {};
    return "tls-server-end-point:" + std::string(hash.begin(), hash.begin() + size);
}

} // namespace deskwarden::wsman
