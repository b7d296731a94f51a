// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/texts/MessageTemplate.h"

#include <QByteArray>
#include <QRegularExpression>
#include <QString>

#include <tl/expected.hpp>

#include <vector>

namespace deskwarden::models {

/// What the program has to send to users in one language; a file resources/messages/LANG.json.
struct MessageLanguage
{
    /// A way to say "in {minutes} min", and what is said instead when there are no minutes.
    struct AtOnce
    {
        QRegularExpression pattern;
        QString text;
    };

    QString code;    ///< of two letters: the name of its file
    QString letters; ///< beyond those of English; a text's language is told by them
    std::vector<MessageTemplate> templates;
    std::vector<MessageTemplate> notes; ///< messages that no log-off follows
    std::vector<AtOnce> atOnce;
};

/// Reads such a file. Fails: a sentence in English about what is wrong with it, for its author: every key is needed and
/// no other is known; a template says how long users have, names places that are filled in, and is no longer than a
/// server takes; where there are no minutes, nothing may be left of them.
[[nodiscard]] tl::expected<MessageLanguage, QString> readMessageLanguage(const QByteArray& json);

/// Every language that the program carries, English first. Thread: any.
[[nodiscard]] const std::vector<MessageLanguage>& messageLanguages();
/// The one that a text is written in, as its letters tell; English if they tell nothing.
[[nodiscard]] const MessageLanguage& languageOf(const QString& text);
/// The text with "now" in the place of "in {minutes} min", in every language.
[[nodiscard]] QString withoutWaiting(QString text);

} // namespace deskwarden::models
