// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Result.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <optional>

namespace deskwarden::storage {

/// The file beside the audit log that holds the number and the hash of the last record: without it a cut tail would not
/// show. It is written while the log's write lock is held, and never goes back.
class AuditHead final
{
public:
    struct Mark
    {
        std::int64_t id = 0; ///< 0 = no record yet
        QByteArray hash;
    };

    explicit AuditHead(const QString& logFile);

    [[nodiscard]] static QString fileOf(const QString& logFile);
    /// Nothing if the file is missing or cannot be understood. Fails: LedgerUnwritable, if it cannot be opened now,
    /// which says nothing about what is in it.
    [[nodiscard]] core::Result<std::optional<Mark>> read() const;
    /// Fails: LedgerUnwritable; the head is then as it was.
    [[nodiscard]] core::Result<> write(const Mark& mark) const;

private:
    const QString m_file;
};

} // namespace deskwarden::storage
