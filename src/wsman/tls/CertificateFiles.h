// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Result.h"

#include <string>

namespace deskwarden::wsman {

/// The certificates of a file in PEM or DER form, as PEM. Blocks: reads the file. Fails: InvalidInput with
/// AuthoritiesUnreadable or AuthoritiesMissing. (With Schannel it is certificatesInFile().)
[[nodiscard]] core::Result<std::string> authoritiesIn(const std::string& file);
/// Whether a client certificate can be shown: both files are there, the key is not encrypted and belongs to the
/// certificate. The TLS library would ask for a passphrase on the terminal, deaf to every deadline. Blocks: reads the
/// files. Fails: InvalidInput with an InputProblem.
[[nodiscard]] core::Result<> checkClientCertificate(const std::string& certificateFile, const std::string& keyFile);

} // namespace deskwarden::wsman
