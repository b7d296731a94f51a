// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

#include <chrono>

namespace deskwarden::tests {

/// A real MIT KDC on loopback: unprivileged, everything in a temporary directory, gone with this object. Realm
/// EXAMPLE.TEST, user "tester" with the password "Secret123", service HTTP/localhost and HTTP/winhost.example.test in
/// the keytab. Points KRB5_CONFIG and KRB5_KTNAME of this process at itself: make it before the first use of Kerberos.
class LocalKdc final
{
public:
    LocalKdc();
    LocalKdc(const LocalKdc&) = delete;
    LocalKdc& operator=(const LocalKdc&) = delete;
    ~LocalKdc();

    /// Empty when it runs; else what went wrong.
    [[nodiscard]] QString error() const { return m_error; }
    [[nodiscard]] QString directory() const { return m_directory.path(); }
    [[nodiscard]] QString keytab() const { return m_directory.filePath(QStringLiteral("keytab")); }
    /// kadmin.local -q COMMAND; its output.
    QString administer(const QString& command);
    /// Gets a ticket for "tester" into the cache file KRB5CCNAME of this process names; with a lifetime such as "1s".
    bool signIn(const QString& lifetime = {});
    /// Makes an account for an LDAP server on 127.0.0.1, with its key in the keytab.
    void admitLdapServer();
    void signOut();
    /// Gets the ticket of a service, such as "HTTP/localhost", into the same cache.
    bool fetchTicket(const QString& service);
    /// Whether there is a ticket that has not expired.
    [[nodiscard]] static bool hasTicket();
    /// Makes every user of the cache believe that the KDC's clock is so far ahead of this machine's: that is the
    /// time which then goes into its requests, as if it were a machine with a wrong clock.
    void shiftClockOfTickets(std::chrono::seconds ahead) const;
    /// Stops answering, as a domain controller out of reach does.
    void stop();
    void start();
    /// What it has logged.
    [[nodiscard]] QString log() const;

private:
    QString execute(const QString& program, const QStringList& arguments, const QByteArray& input = {});
    void writeConfiguration(int port);

    QTemporaryDir m_directory;
    QProcess m_server;
    QString m_error;
    const int m_port;
};

} // namespace deskwarden::tests
