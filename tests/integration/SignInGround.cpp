// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "integration/SignInGround.h"

#include <QFile>

namespace deskwarden::integration {

SignInGround::SignInGround()
{
    m_kdc.administer(QStringLiteral("addprinc -pw %1 helpdesk").arg(QLatin1String(password)));
    m_problem = m_kdc.error();
    if (m_problem.isEmpty() && !m_kdc.signIn())
        m_problem = m_kdc.error();
    QFile users(ntlmUsers());
    if (!users.open(QIODevice::WriteOnly) || users.write("CORP:helpdesk:" + QByteArray(password) + '\n') < 0)
        m_problem = users.errorString();
    qputenv("NTLM_USER_FILE", QFile::encodeName(ntlmUsers()));
}

} // namespace deskwarden::integration
