// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QTranslator>

namespace deskwarden::support {

/// A language in which everything is said in English with accents, a good third longer (short texts twice as long), as
/// no real language is much longer, and between ⟦ and ⟧: what is not between them was not translated, what has lost one
/// of them was cut. Installed as any other translator. Thread: GUI.
class PseudoTranslator final : public QTranslator
{
public:
    static constexpr QChar opening{u'⟦'};
    static constexpr QChar closing{u'⟧'};

    using QTranslator::QTranslator;

    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char* context, const char* source, const char* /*note*/,
                                    int /*number*/) const override
    {
        return isText(context, source) ? disguise(QString::fromUtf8(source)) : QString();
    }

    [[nodiscard]] static QString disguise(const QString& text)
    {
        QString longer;
        for (const QChar letter : text)
            longer += letter == QLatin1Char('a') ? QChar(u'å') : letter == QLatin1Char('o') ? QChar(u'ö') : letter;
        return opening + longer + QStringLiteral(" wörd").repeated(1 + text.size() / 15) + closing;
    }

private:
    /// Whether people read it: neither a name of a key, as shortcuts are read from it, nor what Qt and the help ask a
    /// translation about itself.
    static bool isText(const char* context, const char* source)
    {
        return *source != '\0' && qstrcmp(context, "QKeySequence") != 0 && qstrcmp(context, "QShortcut") != 0 &&
               qstrcmp(source, "QT_LAYOUT_DIRECTION") != 0 &&
               !(qstrcmp(context, "deskwarden::ui::HelpWindow") == 0 && qstrcmp(source, "en") == 0);
    }
};

} // namespace deskwarden::support
