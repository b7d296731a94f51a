// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/FilterQuery.h"

#include <QString>
#include <QStringList>
#include <QStringView>

#include <vector>

namespace deskwarden::models {

// How the texts of all filters are taken apart. Thread: any but for the sentences, which are the caller's.

/// One piece of the text between blanks that stand outside of quotation marks.
struct FilterPiece
{
    qsizetype start = 0;
    QStringView text;
    bool isClosed = true; ///< no quotation mark is open at its end
};

/// They refer to the text.
[[nodiscard]] std::vector<FilterPiece> filterPieces(QStringView text);
/// The text without its quotation marks, in parts where a separator stands outside of them. Two marks inside of a
/// quotation stand for one.
[[nodiscard]] QStringList unquotedParts(QStringView text, QChar separator = {});
/// How many letters stand at the beginning: where a sign follows them, they are the name of a field.
[[nodiscard]] qsizetype fieldLength(QStringView text);
[[nodiscard]] FilterProblem problemAt(const FilterPiece& piece, const QString& sentence, bool isUnfinished);

/// What a text asks for without the conditions that cannot be understood: they are left out letter by letter, so that
/// the others stay where they are. `parse` fails by a FilterProblem.
template <typename Parse>
[[nodiscard]] auto understoodOf(QString text, Parse parse)
{
    auto read = parse(text);
    while (!read) {
        const qsizetype length = read.error().length;
        text.replace(read.error().start, length, QString(length, u' '));
        read = parse(text);
    }
    return *std::move(read);
}

} // namespace deskwarden::models
