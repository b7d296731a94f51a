// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/PeerCertificate.h"
#include "core/Result.h"

// windows.h must come first
// clang-format off
#include <winsock2.h>
#include <windows.h>
#include <wincrypt.h>
// clang-format on

#include <memory>
#include <string>
#include <string_view>

namespace deskwarden::wsman {

struct CertificateDeleter
{
    void operator()(const CERT_CONTEXT* certificate) const noexcept { CertFreeCertificateContext(certificate); }
};
using CertificateHandle = std::unique_ptr<const CERT_CONTEXT, CertificateDeleter>;

struct CertificateStoreDeleter
{
    void operator()(void* store) const noexcept { CertCloseStore(store, 0); }
};
/// An HCERTSTORE, which is a void pointer.
using CertificateStore = std::unique_ptr<void, CertificateStoreDeleter>;

/// The hash of these bytes by one of CNG's algorithms; empty if Windows does not have it.
[[nodiscard]] std::string cryptDigest(const wchar_t* algorithm, std::string_view bytes);

/// The DER form, inside the certificate.
[[nodiscard]] std::string_view derOf(const CERT_CONTEXT& certificate);
/// What a person needs to judge it, in the form that OpenSSL gives on other systems.
[[nodiscard]] core::PeerCertificate describeCertificate(const CERT_CONTEXT& certificate);

/// All certificates of a PEM file. Fails: InvalidInput if it cannot be read or holds none.
[[nodiscard]] core::Result<CertificateStore> certificatesInFile(const std::string& file);

/// Why a server's certificate is not to be trusted for that host; empty if it is. With `authorities` the chain must end
/// in one of them, else in one that Windows trusts. Blocks: briefly; nothing is fetched from the network.
[[nodiscard]] std::string whyUntrusted(const CERT_CONTEXT& leaf, const std::string& host, HCERTSTORE authorities);

} // namespace deskwarden::wsman
