// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QString>

#include <string>

class QTemporaryDir;

namespace deskwarden::support {

/// A certificate, by default for localhost and 127.0.0.1, made by the openssl program in a folder.
struct TestCertificate
{
    QString certificateFile;       ///< PEM
    QString keyFile;               ///< PEM
    QString authorityFile;         ///< PEM of the authority that signed it
    QString clientCertificateFile; ///< PEM, of the same authority: for clients that sign in by it
    QString clientKeyFile;         ///< PEM
    std::string sha256;            ///< of the server's, 64 lower-case digits
    QString problem;               ///< what openssl says, if it failed

    [[nodiscard]] bool isUsable() const { return problem.isEmpty(); }
};

[[nodiscard]] TestCertificate makeTestCertificate(const QTemporaryDir& folder,
                                                  const QByteArray& names = "DNS:localhost,IP:127.0.0.1");

} // namespace deskwarden::support
