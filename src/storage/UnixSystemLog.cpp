// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/UnixSystemLog.h"

#include <QCoreApplication>
#include <QFile>
#include <QSysInfo>
#include <QtEndian>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>

namespace deskwarden::storage {

namespace {

constexpr qsizetype longestField = 4096; ///< of UTF-8: all fields together fit a datagram
constexpr int severityWarning = 4;       // RFC 5424, table 2
constexpr int severityInformation = 6;
constexpr int facilityAuthpriv = 10; // table 1

int severityOf(SystemLog::Level level)
{
    return level == SystemLog::Level::Warning ? severityWarning : severityInformation;
}

/// Cut between letters.
QByteArray bounded(const QString& text)
{
    QByteArray bytes = text.toUtf8();
    if (bytes.size() <= longestField)
        return bytes;
    qsizetype end = longestField;
    while (end > 0 && (static_cast<unsigned char>(bytes.at(end)) & 0xC0U) == 0x80U)
        --end;
    return bytes.left(end);
}

void addJournalField(QByteArray& entry, const QByteArray& name, const QByteArray& value)
{
    const quint64 size = qToLittleEndian(static_cast<quint64>(value.size()));
    entry += name;
    entry += '\n';
    entry.append(reinterpret_cast<const char*>(&size), sizeof(size));
    entry += value;
    entry += '\n';
}

QString onOneLine(QString text)
{
    return text.replace(QLatin1Char('\n'), QLatin1String("; "));
}

/// Section 6.3.3: quotation marks, backslashes and closing brackets are escaped.
QByteArray parameterValue(const QString& text)
{
    QByteArray result;
    for (const char letter : bounded(text)) {
        if (letter == '"' || letter == '\\' || letter == ']')
            result += '\\';
        result += letter == '\n' ? ' ' : letter;
    }
    return result;
}

} // namespace

QByteArray journalEntry(SystemLog::Level level, std::uint32_t event, const QString& text, const SystemLogFields& fields)
{
    QByteArray entry;
    addJournalField(entry, "MESSAGE", bounded(onOneLine(text)));
    addJournalField(entry, "PRIORITY", QByteArray::number(severityOf(level)));
    addJournalField(entry, "SYSLOG_FACILITY", QByteArray::number(facilityAuthpriv));
    addJournalField(entry, "SYSLOG_IDENTIFIER", "deskwarden");
    addJournalField(entry, "DESKWARDEN_EVENT", QByteArray::number(event));
    for (const SystemLogField& field : fields) {
        QByteArray name("DESKWARDEN_");
        name += QByteArray(field.name).toUpper();
        addJournalField(entry, name, bounded(field.value));
    }
    return entry;
}

QByteArray syslogMessage(SystemLog::Level level, std::uint32_t event, const QString& text,
                         const SystemLogFields& fields, const QDateTime& now)
{
    QByteArray host = QSysInfo::machineHostName().toLatin1().left(255);
    for (char& letter : host) {
        if (letter <= ' ' || letter > '~')
            letter = '?';
    }
    QByteArray message = '<' + QByteArray::number(facilityAuthpriv * 8 + severityOf(level)) + ">1 ";
    message += now.toUTC().toString(Qt::ISODateWithMs).toLatin1() + ' ' + (host.isEmpty() ? QByteArray("-") : host);
    message +=
        " deskwarden " + QByteArray::number(QCoreApplication::applicationPid()) + " act" + QByteArray::number(event);
    message += " [deskwarden@32473"; // the enterprise number of examples (RFC 5612): there is none of our own
    for (const SystemLogField& field : fields)
        message += QByteArray(" ") + field.name + "=\"" + parameterValue(field.value) + '"';
    message += "] \xEF\xBB\xBF" + bounded(onOneLine(text)); // the mark says that it is UTF-8
    return message;
}

UnixSystemLog::UnixSystemLog(QString socket, Dialect dialect)
    : m_place(QFile::encodeName(socket))
    , m_dialect(dialect)
    , m_socket(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0))
{}

UnixSystemLog::~UnixSystemLog()
{
    if (m_socket >= 0)
        close(m_socket);
}

bool UnixSystemLog::report(Level level, std::uint32_t event, const QString& text, const SystemLogFields& fields)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (m_socket < 0 || static_cast<std::size_t>(m_place.size()) >= sizeof(address.sun_path))
        return false;
    std::memcpy(address.sun_path, m_place.constData(), static_cast<std::size_t>(m_place.size()));
    const QByteArray datagram = m_dialect == Dialect::Journal
                                    ? journalEntry(level, event, text, fields)
                                    : syslogMessage(level, event, text, fields, QDateTime::currentDateTimeUtc());
    // Each time by its name: the daemon may have been started anew.
    return sendto(m_socket, datagram.constData(), static_cast<std::size_t>(datagram.size()),
                  MSG_DONTWAIT | MSG_NOSIGNAL, reinterpret_cast<const sockaddr*>(&address),
                  sizeof(address)) == datagram.size();
}

std::unique_ptr<SystemLog> systemLog()
{
    const QString journal = QStringLiteral("/run/systemd/journal/socket");
    if (QFile::exists(journal))
        return std::make_unique<UnixSystemLog>(journal, UnixSystemLog::Dialect::Journal);
    const QString syslog = QStringLiteral("/dev/log");
    return QFile::exists(syslog) ? std::make_unique<UnixSystemLog>(syslog, UnixSystemLog::Dialect::Syslog) : nullptr;
}

} // namespace deskwarden::storage
