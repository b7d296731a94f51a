// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Result.h"

#include <string>

namespace deskwarden::wsman {

/// Lets a curl easy handle (CURL*) show a client certificate, over TLS 1.2; nothing happens without one. The key is in
/// the file of the certificate if it has none of its own. Blocks: reads the files. Fails: as checkClientCertificate().
[[nodiscard]] core::Result<> showClientCertificate(void* curl, const std::string& certificateFile,
                                                   const std::string& keyFile);

} // namespace deskwarden::wsman
