// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "storage/AuditRecord.h"

#include <QVariantList>

class QSqlQuery;

namespace deskwarden::storage {

/// The table of the audit log, and how a record lies in a row of it.
struct AuditRows
{
    static constexpr int columnCount = 20;
    /// The names of all columns, in the order of the values, each behind that prefix ("i.").
    [[nodiscard]] static QString columns(const QString& prefix = {});
    [[nodiscard]] static QString schema();
    /// The text with U+FFFD for each letter that SQLite would not give back: it drops a byte order mark or turns the
    /// text round for it, and makes another letter of U+FFFE, U+FFFF and of half a letter.
    [[nodiscard]] static QString keptText(QString text);
    /// Makes every text one that is given back: a hash over any other would never fit again.
    static void keepTexts(AuditRecord& record);
    [[nodiscard]] static QVariantList valuesOf(const AuditRecord& record);
    /// Reads a record from the columns that begin there.
    [[nodiscard]] static AuditRecord recordAt(const QSqlQuery& row, int firstColumn = 0);
};

} // namespace deskwarden::storage
