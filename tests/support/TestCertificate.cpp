// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/TestCertificate.h"

#include <QCryptographicHash>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

namespace deskwarden::support {

namespace {

/// What openssl wrote to stdout; on failure `problem` is set.
QByteArray openssl(const QTemporaryDir& folder, const QString& arguments, QString& problem)
{
    if (!problem.isEmpty())
        return {};
    QProcess process;
    process.setWorkingDirectory(folder.path());
    process.start(QStringLiteral("openssl"), QProcess::splitCommand(arguments));
    if (!process.waitForFinished(60'000) || process.exitCode() != 0)
        problem = arguments + QStringLiteral(": ") + process.errorString() +
                  QString::fromUtf8(process.readAllStandardError());
    return process.readAllStandardOutput();
}

} // namespace

TestCertificate makeTestCertificate(const QTemporaryDir& folder, const QByteArray& names)
{
    TestCertificate made{folder.filePath(QStringLiteral("server.pem")),
                         folder.filePath(QStringLiteral("server.key")),
                         folder.filePath(QStringLiteral("authority.pem")),
                         folder.filePath(QStringLiteral("client.pem")),
                         folder.filePath(QStringLiteral("client.key")),
                         {},
                         {}};
    QFile extensions(folder.filePath(QStringLiteral("server.ext")));
    if (!extensions.open(QIODevice::WriteOnly)) {
        made.problem = extensions.errorString();
        return made;
    }
    extensions.write("subjectAltName=" + names + "\nextendedKeyUsage=serverAuth\n");
    extensions.close();
    const QString newKey = QStringLiteral("-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes ");
    openssl(folder,
            QStringLiteral("req -x509 ") + newKey +
                QStringLiteral("-keyout authority.key -out authority.pem -days 2 -subj \"/CN=Test authority\""),
            made.problem);
    openssl(folder,
            QStringLiteral("req ") + newKey + QStringLiteral("-keyout server.key -out server.csr -subj /CN=localhost"),
            made.problem);
    openssl(folder,
            QStringLiteral("x509 -req -in server.csr -CA authority.pem -CAkey authority.key -CAcreateserial -out "
                           "server.pem -days 2 -extfile server.ext"),
            made.problem);
    openssl(folder,
            QStringLiteral("req ") + newKey + QStringLiteral("-keyout client.key -out client.csr -subj /CN=helpdesk"),
            made.problem);
    openssl(folder,
            QStringLiteral("x509 -req -in client.csr -CA authority.pem -CAkey authority.key -CAcreateserial -out "
                           "client.pem -days 2"),
            made.problem);
    const QByteArray der = openssl(folder, QStringLiteral("x509 -in server.pem -outform DER"), made.problem);
    made.sha256 = QCryptographicHash::hash(der, QCryptographicHash::Sha256).toHex().toStdString();
    return made;
}

} // namespace deskwarden::support
