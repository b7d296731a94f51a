// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QStringList>

#include <cstdint>
#include <string>
#include <vector>

namespace deskwarden::integration {

/// A simulated broker that runs outside Wine, with GSSAPI and GnuTLS: another implementation of everything that
/// Windows' SSPI and Schannel do here. with-simulators.sh, under which the test runs, starts it and ends it with this
/// object. Thread: one. Blocks: the constructor until it listens.
class LinuxSimulator final
{
public:
    /// The options of deskwarden-simulator; files of the ground are named as it sees them, by nativeFile().
    explicit LinuxSimulator(const QStringList& options);
    LinuxSimulator(const LinuxSimulator&) = delete;
    LinuxSimulator& operator=(const LinuxSimulator&) = delete;
    ~LinuxSimulator();

    /// Why it does not listen; empty if it does.
    [[nodiscard]] const std::string& problem() const { return m_problem; }
    [[nodiscard]] std::uint16_t port() const { return m_port; }
    /// What it has carried out, a line each.
    [[nodiscard]] std::vector<std::string> journal() const;

    /// A file that with-simulators.sh has made (certificates, keys, fingerprint), as programs under Wine see it.
    [[nodiscard]] static QString file(const QString& name);
    /// The same as Linux sees it.
    [[nodiscard]] static QString nativeFile(const QString& name);

private:
    QString m_name;
    std::string m_problem;
    std::uint16_t m_port = 0;
};

} // namespace deskwarden::integration
