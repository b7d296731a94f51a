// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/RepeatedKey.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <vector>

namespace deskwarden::storage {

namespace {

/// Behind the text that begins at `start` with a quotation mark.
qsizetype endOfText(const QByteArray& json, qsizetype start)
{
    qsizetype place = start + 1;
    while (place < json.size() && json.at(place) != '"')
        place += json.at(place) == '\\' ? 2 : 1;
    return place + 1;
}

bool isKeyBefore(const QByteArray& json, qsizetype place)
{
    while (place < json.size() &&
           (json.at(place) == ' ' || json.at(place) == '\t' || json.at(place) == '\r' || json.at(place) == '\n'))
        ++place;
    return place < json.size() && json.at(place) == ':';
}

} // namespace

std::optional<QString> repeatedKey(const QByteArray& json)
{
    std::vector<QSet<QString>> open; // the keys of each object and each list that has not ended
    qsizetype place = 0;
    while (place < json.size()) {
        const char letter = json.at(place);
        if (letter == '{' || letter == '[')
            open.emplace_back();
        else if ((letter == '}' || letter == ']') && !open.empty())
            open.pop_back();
        if (letter != '"') {
            ++place;
            continue;
        }
        const qsizetype end = endOfText(json, place);
        if (!open.empty() && isKeyBefore(json, end)) {
            const QByteArray text = '[' + json.mid(place, end - place) + ']';
            const QString key = QJsonDocument::fromJson(text).array().at(0).toString();
            if (open.back().contains(key))
                return key;
            open.back().insert(key);
        }
        place = end;
    }
    return std::nullopt;
}

} // namespace deskwarden::storage
