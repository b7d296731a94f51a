// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/FilterPieces.h"

namespace deskwarden::models {

std::vector<FilterPiece> filterPieces(QStringView text)
{
    std::vector<FilterPiece> pieces;
    for (qsizetype at = 0; at < text.size();) {
        if (text.at(at).isSpace()) {
            ++at;
            continue;
        }
        const qsizetype start = at;
        bool isQuoted = false;
        for (; at < text.size() && (isQuoted || !text.at(at).isSpace()); ++at) {
            if (text.at(at) == u'"')
                isQuoted = !isQuoted;
        }
        pieces.push_back({start, text.mid(start, at - start), !isQuoted});
    }
    return pieces;
}

QStringList unquotedParts(QStringView text, QChar separator)
{
    QStringList parts(1);
    bool isQuoted = false;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar letter = text.at(at);
        if (letter == u'"' && isQuoted && at + 1 < text.size() && text.at(at + 1) == u'"') {
            parts.back() += letter;
            ++at;
        } else if (letter == u'"') {
            isQuoted = !isQuoted;
        } else if (letter == separator && !separator.isNull() && !isQuoted) {
            parts << QString();
        } else {
            parts.back() += letter;
        }
    }
    parts.removeAll(QString());
    return parts;
}

qsizetype fieldLength(QStringView text)
{
    qsizetype letters = 0;
    while (letters < text.size() && ((text.at(letters) >= u'a' && text.at(letters) <= u'z') ||
                                     (text.at(letters) >= u'A' && text.at(letters) <= u'Z')))
        ++letters;
    return letters;
}

FilterProblem problemAt(const FilterPiece& piece, const QString& sentence, bool isUnfinished)
{
    return {sentence, isUnfinished, piece.start, piece.text.size()};
}

} // namespace deskwarden::models
