// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/LocalKdc.h"

#include <QDataStream>
#include <QElapsedTimer>
#include <QFile>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

namespace deskwarden::tests {

namespace {

int freePort()
{
    QTcpServer probe;
    probe.listen(QHostAddress::LocalHost);
    return probe.serverPort();
}

QString findProgram(const QString& name)
{
    const QString inPath = QStandardPaths::findExecutable(name);
    return inPath.isEmpty()
               ? QStandardPaths::findExecutable(name, {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/bin")})
               : inPath;
}

void write(const QString& path, const QString& text)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(text.toUtf8());
}

bool answers(int port)
{
    QElapsedTimer patience;
    patience.start();
    while (patience.elapsed() < 15'000) {
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), static_cast<quint16>(port));
        if (socket.waitForConnected(500))
            return true;
        QThread::msleep(20);
    }
    return false;
}

} // namespace

LocalKdc::LocalKdc()
    : m_port(freePort())
{
    writeConfiguration(m_port);
    qputenv("KRB5_CONFIG", QFile::encodeName(m_directory.filePath(QStringLiteral("krb5.conf"))));
    qputenv("KRB5_KDC_PROFILE", QFile::encodeName(m_directory.filePath(QStringLiteral("kdc.conf"))));
    qputenv("KRB5_KTNAME", QFile::encodeName(keytab()));
    qputenv("KRB5CCNAME", "FILE:" + QFile::encodeName(m_directory.filePath(QStringLiteral("cache"))));
    execute(QStringLiteral("kdb5_util"),
            {QStringLiteral("create"), QStringLiteral("-s"), QStringLiteral("-r"), QStringLiteral("EXAMPLE.TEST"),
             QStringLiteral("-P"), QStringLiteral("master")});
    administer(QStringLiteral("addprinc -pw Secret123 tester"));
    for (const QString& host : {QStringLiteral("localhost"), QStringLiteral("winhost.example.test")}) {
        administer(QStringLiteral("addprinc -randkey HTTP/") + host);
        administer(QStringLiteral("ktadd -k %1 HTTP/%2").arg(keytab(), host));
    }
    start();
}

void LocalKdc::start()
{
    if (m_server.state() != QProcess::NotRunning)
        return;
    m_server.setStandardOutputFile(QProcess::nullDevice());
    m_server.setStandardErrorFile(m_directory.filePath(QStringLiteral("krb5kdc.err")));
    m_server.start(findProgram(QStringLiteral("krb5kdc")), {QStringLiteral("-n")});
    if (m_error.isEmpty() && (!m_server.waitForStarted() || !answers(m_port)))
        m_error = QStringLiteral("krb5kdc does not run");
}

LocalKdc::~LocalKdc()
{
    stop();
}

void LocalKdc::stop()
{
    m_server.terminate();
    if (!m_server.waitForFinished(5'000)) {
        m_server.kill();
        m_server.waitForFinished(5'000);
    }
}

void LocalKdc::writeConfiguration(int port)
{
    const QString client = QStringLiteral("[libdefaults]\n default_realm = EXAMPLE.TEST\n dns_lookup_kdc = false\n "
                                          "dns_lookup_realm = false\n rdns = false\n"
                                          " dns_canonicalize_hostname = false\n udp_preference_limit = 1\n"
                                          "[realms]\n EXAMPLE.TEST = {\n  kdc = 127.0.0.1:%1\n }\n"
                                          "[domain_realm]\n .example.test = EXAMPLE.TEST\n localhost = EXAMPLE.TEST\n")
                               .arg(port);
    const QString server =
        QStringLiteral("[kdcdefaults]\n kdc_listen = 127.0.0.1:%1\n kdc_tcp_listen = 127.0.0.1:%1\n"
                       "[realms]\n EXAMPLE.TEST = {\n  database_name = %2/principal\n  key_stash_file = %2/stash\n  "
                       "acl_file = %2/acl\n"
                       "  supported_enctypes = aes256-cts-hmac-sha1-96:normal aes128-cts-hmac-sha1-96:normal\n }\n"
                       "[logging]\n kdc = FILE:%2/kdc.log\n")
            .arg(port)
            .arg(directory());
    write(m_directory.filePath(QStringLiteral("krb5.conf")), client);
    write(m_directory.filePath(QStringLiteral("kdc.conf")), server);
}

QString LocalKdc::execute(const QString& program, const QStringList& arguments, const QByteArray& input)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(findProgram(program), arguments);
    if (process.waitForStarted()) {
        process.write(input);
        process.closeWriteChannel();
    }
    if (!process.waitForFinished(20'000) || process.exitCode() != 0)
        m_error = program + QStringLiteral(": ") + QString::fromLocal8Bit(process.readAll());
    return QString::fromLocal8Bit(process.readAll());
}

QString LocalKdc::administer(const QString& command)
{
    return execute(QStringLiteral("kadmin.local"), {QStringLiteral("-q"), command});
}

void LocalKdc::admitLdapServer()
{
    administer(QStringLiteral("addprinc -randkey ldap/127.0.0.1"));
    administer(QStringLiteral("ktadd -k %1 ldap/127.0.0.1").arg(keytab()));
}

bool LocalKdc::signIn(const QString& lifetime)
{
    QStringList arguments;
    if (!lifetime.isEmpty())
        arguments << QStringLiteral("-l") << lifetime;
    arguments << QStringLiteral("tester");
    m_error.clear();
    execute(QStringLiteral("kinit"), arguments, "Secret123\n");
    return m_error.isEmpty();
}

bool LocalKdc::fetchTicket(const QString& service)
{
    m_error.clear();
    execute(QStringLiteral("kvno"), {service});
    return m_error.isEmpty();
}

bool LocalKdc::hasTicket()
{
    QProcess process;
    process.start(findProgram(QStringLiteral("klist")), {QStringLiteral("-s")});
    return process.waitForFinished(20'000) && process.exitCode() == 0;
}

void LocalKdc::shiftClockOfTickets(std::chrono::seconds ahead) const
{
    // Version 4 of MIT's file caches: 05 04, the header's size, and in it one field, DeltaTime (1) of 8 bytes.
    QFile cache(m_directory.filePath(QStringLiteral("cache")));
    if (!cache.open(QIODevice::ReadWrite))
        return;
    const QByteArray content = cache.readAll();
    QByteArray header;
    QDataStream writer(&header, QIODevice::WriteOnly); // big-endian
    writer << quint16{0x0504} << quint16{12} << quint16{1} << quint16{8} << static_cast<qint32>(ahead.count())
           << qint32{0};
    const int oldSize = 4 + (static_cast<quint8>(content.at(2)) << 8) + static_cast<quint8>(content.at(3));
    cache.seek(0);
    cache.write(header + content.mid(oldSize));
    cache.resize(cache.pos());
}

QString LocalKdc::log() const
{
    QFile file(m_directory.filePath(QStringLiteral("kdc.log")));
    return file.open(QIODevice::ReadOnly) ? QString::fromLocal8Bit(file.readAll()) : QString();
}

void LocalKdc::signOut()
{
    QFile::remove(m_directory.filePath(QStringLiteral("cache")));
}

} // namespace deskwarden::tests
