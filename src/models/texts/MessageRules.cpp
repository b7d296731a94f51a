// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/texts/MessageRules.h"

#include "core/XmlText.h"
#include "models/texts/Translate.h"

namespace deskwarden::models {

bool isSendable(const QString& text)
{
    for (qsizetype position = 0; position < text.size(); ++position) {
        const QChar unit = text.at(position);
        if (unit.isHighSurrogate() && position + 1 < text.size() && text.at(position + 1).isLowSurrogate())
            ++position; // XML can hold all beyond the first plane
        else if (!core::isXmlCharacter(unit.unicode()))
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
