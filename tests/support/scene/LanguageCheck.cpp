// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/scene/LanguageCheck.h"

#include "support/PseudoTranslator.h"
#include "support/scene/ShownText.h"
#include "support/scene/ShownWidgets.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace deskwarden::support {

namespace {

enum class Language { Pseudo, Russian, Other };

Language language()
{
    const QString probe = QCoreApplication::translate("deskwarden::support", "probe");
    if (probe.startsWith(PseudoTranslator::opening))
        return Language::Pseudo;
    const QString named = QCoreApplication::translate("deskwarden::ui::HelpWindow", "en");
    return named == QLatin1String("ru") ? Language::Russian : Language::Other;
}

/// Names that are the same in every language: of programs and protocols, and of what the scenes' servers hold.
bool isName(const QString& word)
{
    static const QSet<QString> names{QStringLiteral("pugixml"),    QStringLiteral("double-conversion"),
                                     QStringLiteral("Tabler"),     QStringLiteral("Icons"),
                                     QStringLiteral("Easing"),     QStringLiteral("equations"),
                                     QStringLiteral("Deskwarden"), QStringLiteral("Windows"),
                                     QStringLiteral("Kerberos"),   QStringLiteral("Negotiate"),
                                     QStringLiteral("WinRM"),      QStringLiteral("DCOM"),
                                     QStringLiteral("HTTPS"),      QStringLiteral("HTTP"),
                                     QStringLiteral("TLS"),        QStringLiteral("NTLM"),
                                     QStringLiteral("WMI"),        QStringLiteral("CSV"),
                                     QStringLiteral("JSON"),       QStringLiteral("CORP"),
                                     QStringLiteral("OFFICE"),     QStringLiteral("Office"),
                                     QStringLiteral("desktops"),   QStringLiteral("CAD"),
                                     QStringLiteral("workplaces"), QStringLiteral("FINANCE"),
                                     QStringLiteral("Finance"),    QStringLiteral("SUPPORT"),
                                     QStringLiteral("Customer"),   QStringLiteral("support"),
                                     QStringLiteral("INC"),        QStringLiteral("VDI"),
                                     QStringLiteral("DNS"),        QStringLiteral("SHA"),
                                     QStringLiteral("Berlin"),     QStringLiteral("Hamburg"),
                                     QStringLiteral("English"),    QStringLiteral("Deutsch"),
                                     QStringLiteral("Ctrl"),       QStringLiteral("Shift"),
                                     QStringLiteral("fake"),       QStringLiteral("Corp"),
                                     QStringLiteral("Example"),    QStringLiteral("Issuing"),
                                     QStringLiteral("wmi"),        QStringLiteral("cim"),
                                     QStringLiteral("POOL"),       QStringLiteral("https"),
                                     QStringLiteral("http"),       QStringLiteral("Del"),
                                     QStringLiteral("Esc"),        QStringLiteral("Enter"),
                                     QStringLiteral("Space"),      QStringLiteral("Tab"),
                                     QStringLiteral("Alt"),        QStringLiteral("PowerShell")};
    return names.contains(word);
}

/// The first word that reads as English and is no name.
QString englishWord(const QString& text)
{
    static const QRegularExpression space(QStringLiteral("[\\s()\"“”‘’„,:;·…]+"));
    static const QRegularExpression word(QStringLiteral("^[A-Za-z][a-z'’-]{2,}[.?!]?$"));
    // Conditions of the filter are the same in every language, as are addresses; U+200B says where a line may end.
    static const QRegularExpression condition(QStringLiteral("\\S+[:<>]\\S+"));
    const QString whole = QString(text).remove(QChar(0x200B)).remove(condition);
    for (const QString& piece : whole.split(space, Qt::SkipEmptyParts)) {
        if (word.match(piece).hasMatch() && !isName(QString(piece).remove(u'.')))
            return piece;
    }
    return {};
}

/// What stands outside the pseudo-language's brackets; nothing is said when they do not match.
QString outsideBrackets(const QString& text, bool& isBalanced)
{
    QString outside;
    int depth = 0;
    for (const QChar letter : text) {
        depth += letter == PseudoTranslator::opening ? 1 : 0;
        if (depth == 0)
            outside += letter;
        if (letter == PseudoTranslator::closing && --depth < 0) {
            isBalanced = false;
            return {};
        }
        if (letter == PseudoTranslator::closing && depth == 0)
            outside += u' ';
    }
    isBalanced = depth == 0;
    return outside;
}

bool hasCyrillic(const QString& text)
{
    return std::ranges::any_of(text, [](QChar letter) { return letter.script() == QChar::Script_Cyrillic; });
}

/// "Wartung (Deutsch)": the name of a template, in the language of those who read the message.
bool isOfALanguage(const QString& text)
{
    return text.endsWith(QStringLiteral("(English)")) || text.endsWith(QStringLiteral("(Deutsch)"));
}

QString problemOf(const QString& text, Language spoken)
{
    if (isOfALanguage(text))
        return {};
    if (spoken == Language::Russian) {
        const QString word = hasCyrillic(text) ? QString() : englishWord(text);
        return word.isEmpty() ? QString() : QStringLiteral("has not translated \"%1\"").arg(word);
    }
    bool isBalanced = true;
    const QString outside = outsideBrackets(text, isBalanced);
    if (!isBalanced)
        return QStringLiteral("has lost a part of a translation");
    const QString word = englishWord(outside);
    return word.isEmpty() ? QString() : QStringLiteral("has not translated \"%1\"").arg(word);
}

} // namespace

QStringList LanguageCheck::findings(QWidget& root, const QImage& /*picture*/) const
{
    QStringList found;
    const Language spoken = language();
    if (spoken == Language::Other)
        return found;
    const auto look = [&found, spoken](const QWidget& widget, const QString& text) {
        if (const QString problem = problemOf(text, spoken); !problem.isEmpty())
            found << describe(widget, text) + u' ' + problem;
    };
    for (const ShownText& shown : shownTexts(root)) {
        if (shown.from != ShownText::From::Person)
            look(*shown.widget, shown.text);
    }
    if (root.isWindow())
        look(root, root.windowTitle());
    for (const QWidget* const widget : shownWidgets(root)) {
        if (isPartOfAnother(*widget))
            continue;
        look(*widget, withoutMnemonic(widget->toolTip()));
        look(*widget, withoutMnemonic(widget->accessibleName()));
    }
    found.removeDuplicates();
    return found;
}

} // namespace deskwarden::support
