// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/texts/MessageRules.h"

#include "models/texts/Translate.h"

namespace deskwarden::models {

/// XML 1.0, 2.2: the characters that a message to the server can carry.
bool isSendable(const QString& text)
{
    for (qsizetype position = 0; position < text.size(); ++position) {
        const QChar unit = text.at(position);
        if (unit.isHighSurrogate() && position + 1 < text.size() && text.at(position + 1).isLowSurrogate()) {
            ++position;
            continue;
        }
        const char16_t code = unit.unicode();
        const bool isControl = code < 0x20 && code != u'\t' && code != u'\n' && code != u'\r';
        if (unit.isSurrogate() || isControl || code >= 0xFFFE)
            return false;
    }
    return true;
}

QString messageProblem(const QString& title, const QString& text)
{
    if (title.size() > messageTitleLimit)
        return translate("MessageRules", "The title is too long.");
    if (text.size() > messageTextLimit)
        return translate("MessageRules", "The text is too long.");
    if (!isSendable(title) || !isSendable(text))
        return translate("MessageRules",
                         "There is a character in it that cannot be sent. Type it anew instead of pasting it.");
    return {};
}

QString messageGap(const QString& title, const QString& text)
{
    if (title.trimmed().isEmpty())
        return translate("MessageRules", "The message needs a title.");
    if (text.trimmed().isEmpty())
        return translate("MessageRules", "The message needs a text.");
    return {};
}

} // namespace deskwarden::models
