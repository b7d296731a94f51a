// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "simulator/signin/EndPointBinding.h"

#ifndef _WIN32
#include <gnutls/crypto.h>
#include <gnutls/x509.h>

#include <memory>
#include <string_view>
#include <type_traits>
#endif

namespace deskwarden::simulator {

#ifdef _WIN32

std::string endPointBinding(const std::string& /*certificatePem*/)
{
    return {};
}

#else

std::string endPointBinding(const std::string& certificatePem)
{
    using Certificate = std::remove_pointer_t<gnutls_x509_crt_t>;
    gnutls_x509_crt_t made = nullptr;
    if (gnutls_x509_crt_init(&made) != GNUTLS_E_SUCCESS)
        return {};
    const std::unique_ptr<Certificate, decltype(&gnutls_x509_crt_deinit)> certificate(made, &gnutls_x509_crt_deinit);
    std::string pem(certificatePem);
    const gnutls_datum_t text{reinterpret_cast<unsigned char*>(pem.data()), static_cast<unsigned>(pem.size())};
    gnutls_datum_t der{};
    if (gnutls_x509_crt_import(made, &text, GNUTLS_X509_FMT_PEM) != GNUTLS_E_SUCCESS ||
        gnutls_x509_crt_export2(made, GNUTLS_X509_FMT_DER, &der) != GNUTLS_E_SUCCESS)
        return {};
    const int signature = gnutls_x509_crt_get_signature_algorithm(made);
    gnutls_digest_algorithm_t digest = gnutls_sign_get_hash_algorithm(static_cast<gnutls_sign_algorithm_t>(signature));
    if (digest == GNUTLS_DIG_MD5 || digest == GNUTLS_DIG_SHA1 || digest == GNUTLS_DIG_UNKNOWN)
        digest = GNUTLS_DIG_SHA256;
    std::string hash(gnutls_hash_get_len(digest), '\0');
    const int hashed = gnutls_hash_fast(digest, der.data, der.size, hash.data());
    gnutls_free(der.data);
    return hashed == GNUTLS_E_SUCCESS ? "tls-server-end-point:" + hash : std::string();
}

#endif

} // namespace deskwarden::simulator
