// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/tls/ClientCertificate.h"

#include "wsman/tls/CertificateFiles.h"

#include <curl/curl.h>

namespace deskwarden::wsman {

core::Result<> showClientCertificate(void* curl, const std::string& certificateFile, const std::string& keyFile)
{
    if (certificateFile.empty())
        return {};
    const std::string& key = keyFile.empty() ? certificateFile : keyFile;
    if (auto usable = checkClientCertificate(certificateFile, key); !usable)
        return usable;
    curl_easy_setopt(curl, CURLOPT_SSLCERT, certificateFile.c_str());
    curl_easy_setopt(curl, CURLOPT_SSLKEY, key.c_str());
    curl_easy_setopt(curl, CURLOPT_KEYPASSWD, ""); // else OpenSSL asks on the terminal, should the file have changed
    // Windows' HTTP.sys asks for the certificate after the handshake, which TLS 1.3 clients do not answer.
    // CURL_SSLVERSION_MAX_TLSv1_2 is this by definition, but no value of its own enum.
    constexpr long onlyTls12 =
        static_cast<long>(CURL_SSLVERSION_TLSv1_2) | (static_cast<long>(CURL_SSLVERSION_TLSv1_2) << 16);
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, onlyTls12);
    return {};
}

} // namespace deskwarden::wsman
