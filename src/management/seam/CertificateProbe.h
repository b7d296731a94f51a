// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/seam/ManagementConnection.h"

namespace deskwarden::management {

/// Connections that go no further than to the server's certificate: once the stage Tls is known they stop, before
/// anybody signs in and before anything else is sent. For showing a certificate that nobody trusts yet.
/// Thread: any, as the connector's. Fails (open): Cancelled after the certificate, else as the connection does.
[[nodiscard]] Connector untilCertificate(Connector connector);

} // namespace deskwarden::management
