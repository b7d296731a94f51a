// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/texts/PowerShellText.h"

#include "core/HiddenLetters.h"

namespace deskwarden::models {

QString quotedForPowerShell(const QString& text)
{
    QString quoted(u'\'');
    bool hasParts = false;
    for (const QChar character : text) {
        // A shell that such a line is pasted into would obey it.
        if (core::isHidden(character.unicode()) || character.isSurrogate()) {
            quoted += QStringLiteral("' + [char]0x%1 + '").arg(character.unicode(), 4, 16, QLatin1Char('0'));
            hasParts = true;
            continue;
        }
        switch (character.unicode()) {
        case u'\'':
        case u'\u2018':
        case u'\u2019':
        case u'\u201A':
        case u'\u201B':
            quoted += character;
            break;
        default:
            break;
        }
        quoted += character;
    }
    quoted += u'\'';
    return hasParts ? u'(' + quoted + u')' : quoted;
}

} // namespace deskwarden::models
