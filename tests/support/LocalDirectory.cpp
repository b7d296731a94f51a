// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/LocalDirectory.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

namespace deskwarden::support {

namespace {

std::uint16_t portThatIsFree()
{
    QTcpServer probe;
    probe.listen(QHostAddress::LocalHost);
    return probe.serverPort();
}

void writeFile(const QString& path, const QByteArray& content)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(content);
}

bool hasListener(std::uint16_t port)
{
    QElapsedTimer patience;
    patience.start();
    while (patience.elapsed() < 15'000) {
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), port);
        if (socket.waitForConnected(500))
            return true;
        QThread::msleep(20);
    }
    return false;
}

QByteArray frame()
{
    return "dn: dc=corp,dc=example\nobjectClass: domainDNS\ndc: corp\nlockoutDuration: -18000000000\n\n"
           "dn: cn=reader,dc=corp,dc=example\nobjectClass: organizationalRole\nobjectClass: simpleSecurityObject\n"
           "cn: reader\nuserPassword: " +
           LocalDirectory::readerPassword() +
           "\n\n"
           "dn: ou=people,dc=corp,dc=example\nobjectClass: organizationalUnit\nou: people\n\n"
           "dn: ou=hidden,dc=corp,dc=example\nobjectClass: organizationalUnit\nou: hidden\n\n"
           "dn: cn=Configuration,dc=corp,dc=example\nobjectClass: container\ncn: Configuration\n\n"
           "dn: cn=Partitions,cn=Configuration,dc=corp,dc=example\nobjectClass: container\ncn: Partitions\n\n"
           "dn: cn=CORP,cn=Partitions,cn=Configuration,dc=corp,dc=example\nobjectClass: crossRef\ncn: CORP\n"
           "nCName: dc=corp,dc=example\nnETBIOSName: CORP\n\n";
}

} // namespace

LocalDirectory::LocalDirectory(const QByteArray& people, const QByteArray& certificateNames, int secondsACall)
    : m_certificate(makeTestCertificate(m_directory, certificateNames))
    , m_port(portThatIsFree())
    , m_tlsPort(portThatIsFree())
{
    m_error = m_certificate.problem;
    // A copy, as the profile that AppArmor has for the installed one lets it read no temporary directory.
    m_program = m_directory.filePath(QStringLiteral("slapd"));
    if (!QFile::copy(QStringLiteral("/usr/sbin/slapd"), m_program))
        m_error = QStringLiteral("there is no /usr/sbin/slapd");
    writeConfiguration(secondsACall);
    if (m_error.isEmpty())
        fill(people);
    if (m_error.isEmpty())
        start();
}

LocalDirectory::~LocalDirectory()
{
    stop();
}

void LocalDirectory::writeConfiguration(int secondsACall)
{
    const QByteArray folder = QFile::encodeName(m_directory.path());
    QDir(m_directory.path()).mkdir(QStringLiteral("db"));
    writeFile(m_directory.filePath(QStringLiteral("root.ldif")),
              "dn:\ndefaultNamingContext: dc=corp,dc=example\n"
              "configurationNamingContext: cn=Configuration,dc=corp,dc=example\n");
    QByteArray text = "include /etc/ldap/schema/core.schema\ninclude /etc/ldap/schema/cosine.schema\n"
                      "include /etc/ldap/schema/inetorgperson.schema\ninclude " TEST_SCHEMA "\n"
                      "modulepath /usr/lib/ldap\nmoduleload back_mdb\nmoduleload retcode\n"
                      "pidfile FOLDER/slapd.pid\nargsfile FOLDER/slapd.args\nrootDSE FOLDER/root.ldif\n"
                      "TLSCACertificateFile AUTHORITY\nTLSCertificateFile CERTIFICATE\nTLSCertificateKeyFile SECRET\n"
                      "sasl-host 127.0.0.1\nsasl-realm EXAMPLE.TEST\nsasl-cbinding tls-endpoint\n"
                      "authz-regexp \"uid=tester,.*cn=auth\" \"cn=reader,dc=corp,dc=example\"\n"
                      "referral ldap://elsewhere.example\nsizelimit size=50 size.pr=1000 size.prtotal=unlimited\n"
                      "access to dn.base=\"\" by * read\n"
                      "access to attrs=userPassword by anonymous auth by * none\n"
                      "access to dn.subtree=\"ou=hidden,dc=corp,dc=example\" by * none\n"
                      "access to * by users read by anonymous auth by * none\n"
                      "database mdb\nsuffix \"dc=corp,dc=example\"\nrootdn \"cn=admin,dc=corp,dc=example\"\n"
                      "directory FOLDER/db\nmaxsize 536870912\nindex objectClass eq\nindex sAMAccountName eq\n";
    if (secondsACall > 0)
        text += "overlay retcode\nretcode-parent \"ou=codes,dc=corp,dc=example\"\nretcode-sleep " +
                QByteArray::number(secondsACall) + '\n';
    text.replace("FOLDER", folder);
    text.replace("AUTHORITY", QFile::encodeName(m_certificate.authorityFile));
    text.replace("CERTIFICATE", QFile::encodeName(m_certificate.certificateFile));
    text.replace("SECRET", QFile::encodeName(m_certificate.keyFile));
    writeFile(m_directory.filePath(QStringLiteral("slapd.conf")), text);
}

void LocalDirectory::fill(const QByteArray& people)
{
    writeFile(m_directory.filePath(QStringLiteral("all.ldif")), frame() + people);
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(m_program, {QStringLiteral("-T"), QStringLiteral("add"), QStringLiteral("-q"), QStringLiteral("-f"),
                              m_directory.filePath(QStringLiteral("slapd.conf")), QStringLiteral("-l"),
                              m_directory.filePath(QStringLiteral("all.ldif"))});
    if (!process.waitForFinished(60'000) || process.exitCode() != 0)
        m_error = QStringLiteral("slapadd: ") + QString::fromLocal8Bit(process.readAll());
}

void LocalDirectory::start()
{
    m_server.setStandardOutputFile(QProcess::nullDevice());
    m_server.setStandardErrorFile(m_directory.filePath(QStringLiteral("slapd.err")));
    m_server.start(m_program, {QStringLiteral("-d"), QStringLiteral("0"), QStringLiteral("-f"),
                               m_directory.filePath(QStringLiteral("slapd.conf")), QStringLiteral("-h"),
                               QStringLiteral("ldap://127.0.0.1:%1 ldaps://127.0.0.1:%2").arg(m_port).arg(m_tlsPort)});
    if (!m_server.waitForStarted() || !hasListener(m_port))
        m_error = QStringLiteral("slapd does not run");
}

void LocalDirectory::stop()
{
    m_server.terminate();
    if (!m_server.waitForFinished(5'000)) {
        m_server.kill();
        m_server.waitForFinished(5'000);
    }
}

QByteArray LocalDirectory::person(const QByteArray& account, const QByteArray& lines)
{
    return "dn: cn=" + account + ",ou=people,dc=corp,dc=example\nobjectClass: user\ncn: " + account +
           "\nsn: " + account + "\nsAMAccountName: " + account + '\n' + lines + '\n';
}

QByteArray LocalDirectory::bytes(const QByteArray& name, const QByteArray& value)
{
    return name + ":: " + value.toBase64() + '\n';
}

QByteArray LocalDirectory::sid(std::uint32_t id)
{
    QByteArray bytes("\x01\x05\x00\x00\x00\x00\x00\x05", 8);
    for (const std::uint32_t part : {21U, 1U, 2U, 3U, id}) {
        for (unsigned shift = 0; shift < 32; shift += 8)
            bytes += static_cast<char>(part >> shift & 0xFFU);
    }
    return bytes;
}

} // namespace deskwarden::support
