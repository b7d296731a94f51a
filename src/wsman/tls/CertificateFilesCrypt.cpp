// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/tls/CertificateFiles.h"

namespace deskwarden::wsman {

core::Result<> checkClientCertificate(const std::string& /*certificateFile*/, const std::string& /*keyFile*/)
{
    return {}; // Schannel asks nobody: a PFX file with a password is an error of its own
}

} // namespace deskwarden::wsman
