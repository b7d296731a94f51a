// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "support/LocalKdc.h"

#include <QString>
#include <QTemporaryDir>

namespace deskwarden::integration {

/// What NTLM and Kerberos need on both sides of a test: a KDC that knows the user and this host, a ticket of "the
/// current user", and the simulator's file of NTLM users. Sets this process' environment: make it before the first use
/// of GSSAPI, and once.
class SignInGround final
{
public:
    static constexpr const char* user = "CORP\\helpdesk";
    static constexpr const char* principal = "helpdesk@EXAMPLE.TEST";
    static constexpr const char* password = "Correct-Horse-7";

    SignInGround();

    /// Empty when all of it is there.
    [[nodiscard]] const QString& problem() const { return m_problem; }
    [[nodiscard]] tests::LocalKdc& kdc() { return m_kdc; }
    [[nodiscard]] QString ntlmUsers() const { return m_folder.filePath(QStringLiteral("ntlm-users")); }

private:
    tests::LocalKdc m_kdc;
    QTemporaryDir m_folder;
    QString m_problem;
};

} // namespace deskwarden::integration
