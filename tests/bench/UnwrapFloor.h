// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <optional>
#include <string>
#include <vector>

namespace deskwarden::bench {

enum class Unwrapping { Kerberos, KerberosInPlace, Ntlm };

/// CPU milliseconds that the library takes to unseal these messages, and nothing else: sealed by a context of its own
/// as a server seals them, each unwrapped once. Nothing if it does not work. The environment is that of a SignInGround.
[[nodiscard]] std::optional<double> unwrapMilliseconds(Unwrapping how, const std::string& user,
                                                       const std::string& password,
                                                       const std::vector<std::string>& messages);

} // namespace deskwarden::bench
