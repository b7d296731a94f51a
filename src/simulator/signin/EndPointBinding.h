// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <string>

namespace deskwarden::simulator {

/// The tls-server-end-point channel binding (RFC 5929) of a certificate in PEM form; empty if it cannot be read, and on
/// Windows, where the simulator has no TLS.
[[nodiscard]] std::string endPointBinding(const std::string& certificatePem);

} // namespace deskwarden::simulator
