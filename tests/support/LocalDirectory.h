// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "support/TestCertificate.h"

#include <QByteArray>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>

#include <cstdint>

namespace deskwarden::support {

/// A real slapd on 127.0.0.1 with a schema like Active Directory's: unprivileged, all in a temporary directory, gone
/// with this object. Domain CORP (corp.example, below dc=corp,dc=example) with the people that a test writes. Signs in
/// by the password "Secret123" of cn=reader,dc=corp,dc=example, or by Kerberos where a LocalKdc was made before.
/// Everything is shown to those who have signed in, and nothing to others; ou=hidden to nobody.
class LocalDirectory final
{
public:
    /// `people` is LDIF; see person(). The certificate is for these names.
    /// Each call that touches the people takes so many seconds longer.
    explicit LocalDirectory(const QByteArray& people, const QByteArray& certificateNames = "IP:127.0.0.1",
                            int secondsACall = 0);
    LocalDirectory(const LocalDirectory&) = delete;
    LocalDirectory& operator=(const LocalDirectory&) = delete;
    ~LocalDirectory();

    /// Empty when it runs; else what went wrong.
    [[nodiscard]] QString error() const { return m_error; }
    [[nodiscard]] std::uint16_t port() const { return m_port; }
    [[nodiscard]] std::uint16_t tlsPort() const { return m_tlsPort; }
    [[nodiscard]] QString authorityFile() const { return m_certificate.authorityFile; }
    /// Stops it, as a server that goes down does; may be started again.
    void stop();
    void start();

    [[nodiscard]] static QByteArray readerName() { return "cn=reader,dc=corp,dc=example"; }
    [[nodiscard]] static QByteArray readerPassword() { return "Secret123"; }
    /// An entry of LDIF below ou=people: the account's name, then further lines, each with its line end.
    [[nodiscard]] static QByteArray person(const QByteArray& account, const QByteArray& lines = {});
    /// "name:: base64" with its line end.
    [[nodiscard]] static QByteArray bytes(const QByteArray& name, const QByteArray& value);
    /// A SID as Active Directory stores it: S-1-5-21-1-2-3-ID.
    [[nodiscard]] static QByteArray sid(std::uint32_t id);

private:
    void writeConfiguration(int secondsACall);
    void fill(const QByteArray& people);

    QTemporaryDir m_directory;
    TestCertificate m_certificate;
    QProcess m_server;
    QString m_program;
    QString m_error;
    const std::uint16_t m_port;
    const std::uint16_t m_tlsPort;
};

} // namespace deskwarden::support
