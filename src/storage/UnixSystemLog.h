// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "storage/SystemLog.h"

#include <QByteArray>
#include <QDateTime>

namespace deskwarden::storage {

/// One entry for systemd's journal, in its native protocol: each field with its length, so that no value can begin
/// another field. Fields are called DESKWARDEN_NAME.
[[nodiscard]] QByteArray journalEntry(SystemLog::Level level, std::uint32_t event, const QString& text,
                                      const SystemLogFields& fields);

/// One message of RFC 5424, of facility authpriv, with the fields as structured data (section 6.3).
[[nodiscard]] QByteArray syslogMessage(SystemLog::Level level, std::uint32_t event, const QString& text,
                                       const SystemLogFields& fields, const QDateTime& now);

/// A log behind a local socket: the journal, or a syslog daemon. A reader that does not keep up loses entries, as an
/// act must not wait for it; the record has them.
class UnixSystemLog final : public SystemLog
{
public:
    enum class Dialect { Journal, Syslog };

    UnixSystemLog(QString socket, Dialect dialect);
    ~UnixSystemLog() override;

    bool report(Level level, std::uint32_t event, const QString& text, const SystemLogFields& fields) override;

private:
    const QByteArray m_place;
    const Dialect m_dialect;
    const int m_socket; ///< -1 = none could be made
};

} // namespace deskwarden::storage
