// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/IniText.h"

#include <QStringList>

#include <algorithm>

namespace deskwarden::storage {

namespace {

bool isPlain(QChar letter)
{
    return (letter.unicode() < 128 && letter.isLetterOrNumber()) || letter == QLatin1Char('-') ||
           letter == QLatin1Char('_') || letter == QLatin1Char('.');
}

bool isHexDigit(QChar letter)
{
    return letter.unicode() < 128 &&
           (letter.isDigit() || (letter.toLower() >= QLatin1Char('a') && letter.toLower() <= QLatin1Char('f')));
}

QString keyText(const QString& name)
{
    QString text;
    for (const QChar letter : name) {
        if (isPlain(letter))
            text += letter;
        else if (letter == QLatin1Char('/'))
            text += QLatin1Char('\\');
        else if (letter.unicode() < 256)
            text += QStringLiteral("%%1").arg(letter.unicode(), 2, 16, QLatin1Char('0'));
        else
            text += QStringLiteral("%U%1").arg(letter.unicode(), 4, 16, QLatin1Char('0'));
    }
    return text;
}

QString quoted(const QString& value)
{
    QString text(QLatin1Char('"'));
    bool isAfterNumber = false; // a digit would go on with it
    for (const QChar letter : value) {
        const bool isNumbered =
            letter.unicode() < 32 || letter.unicode() == 127 || (isAfterNumber && isHexDigit(letter));
        if (isNumbered)
            text += QStringLiteral("\\x%1").arg(letter.unicode(), 0, 16);
        else if (letter == QLatin1Char('"') || letter == QLatin1Char('\\'))
            text += QLatin1Char('\\') + letter;
        else
            text += letter;
        isAfterNumber = isNumbered;
    }
    return text + QLatin1Char('"');
}

QString textValue(const QString& value)
{
    // QSettings takes what begins with an at sign for the name of a type.
    const QString escaped = value.startsWith(QLatin1Char('@')) ? QLatin1Char('@') + value : value;
    const bool isWord = std::all_of(escaped.begin(), escaped.end(), isPlain);
    return isWord && !escaped.isEmpty() ? escaped : quoted(escaped);
}

QString valueText(const QVariant& value)
{
    if (value.userType() == QMetaType::QByteArray)
        return quoted(QStringLiteral("@ByteArray(%1)").arg(QString::fromLatin1(value.toByteArray())));
    if (value.userType() != QMetaType::QStringList)
        return textValue(value.toString());
    QStringList parts;
    for (const QString& part : value.toStringList())
        parts << textValue(part);
    return parts.isEmpty() ? QStringLiteral("@Invalid()") : parts.join(QStringLiteral(", "));
}

} // namespace

QByteArray iniText(const QMap<QString, QVariant>& values)
{
    QMap<QString, QString> sections;
    for (auto value = values.constBegin(); value != values.constEnd(); ++value) {
        const qsizetype slash = value.key().indexOf(QLatin1Char('/'));
        const QString group = slash < 0 ? QStringLiteral("General") : keyText(value.key().left(slash));
        sections[group] +=
            keyText(value.key().mid(slash + 1)) + QLatin1Char('=') + valueText(value.value()) + QLatin1Char('\n');
    }
    QString text;
    for (auto section = sections.constBegin(); section != sections.constEnd(); ++section)
        text += QStringLiteral("%1[%2]\n%3")
                    .arg(text.isEmpty() ? QString() : QStringLiteral("\n"), section.key(), section.value());
    return text.toUtf8();
}

} // namespace deskwarden::storage
