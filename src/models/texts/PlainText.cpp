// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/HiddenLetters.h"
#include "management/seam/ActionSpec.h"
#include "models/texts/DecodedText.h"
#include "models/texts/Texts.h"

#include <algorithm>

namespace deskwarden::models {

namespace {

/// Characters that have no look of their own, or change that of others.
bool isWithoutLook(char32_t character) noexcept
{
    if (core::isHidden(character))
        return true;
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    case QChar::Mark_NonSpacing:
    case QChar::Mark_SpacingCombining:
    case QChar::Mark_Enclosing:
    case QChar::Number_DecimalDigit:
    case QChar::Number_Letter:
    case QChar::Number_Other:
    case QChar::Separator_Space:
    case QChar::Letter_Uppercase:
    case QChar::Letter_Lowercase:
    case QChar::Letter_Titlecase:
    case QChar::Letter_Modifier:
    case QChar::Letter_Other:
    case QChar::Punctuation_Connector:
    case QChar::Punctuation_Dash:
    case QChar::Punctuation_Open:
    case QChar::Punctuation_Close:
    case QChar::Punctuation_InitialQuote:
    case QChar::Punctuation_FinalQuote:
    case QChar::Punctuation_Other:
    case QChar::Symbol_Math:
    case QChar::Symbol_Currency:
    case QChar::Symbol_Modifier:
    case QChar::Symbol_Other:
        return false;
    }
    return true;
}

QString escaped(char32_t character)
{
    return u'\u2039' + QStringLiteral("U+%1").arg(static_cast<uint>(character), 4, 16, QLatin1Char('0')).toUpper() +
           u'\u203A';
}

bool isPlainAscii(std::string_view text) noexcept
{
    for (const char character : text) {
        if (character < 0x20 || character > 0x7E)
            return false;
    }
    return true;
}

/// More bytes than so many UTF-16 units can come from: at most three a unit, beside a last character that the
/// cut goes through.
std::size_t bytesFor(qsizetype units)
{
    return 3 * static_cast<std::size_t>(units + 1) + 8;
}

QString shortened(QString text, qsizetype maxLength)
{
    if (maxLength <= 0 || text.size() <= maxLength)
        return text;
    qsizetype end = maxLength - 1;
    if (end > 0 && text.at(end - 1).isHighSurrogate())
        --end;
    text.truncate(end);
    return text + u'\u2026';
}

} // namespace

QString plainText(const QString& untrusted, qsizetype maxLength)
{
    QString safe;
    safe.reserve(maxLength > 0 ? std::min(untrusted.size(), maxLength + 1) : untrusted.size());
    for (qsizetype i = 0; i < untrusted.size(); ++i) {
        const QChar unit = untrusted.at(i);
        char32_t character = unit.unicode();
        if (unit.isHighSurrogate() && i + 1 < untrusted.size() && untrusted.at(i + 1).isLowSurrogate())
            character = QChar::surrogateToUcs4(unit, untrusted.at(++i));
        if (isWithoutLook(character))
            safe += escaped(character);
        else
            safe += QChar::fromUcs4(character);
        if (maxLength > 0 && safe.size() > maxLength)
            break;
    }
    return shortened(safe, maxLength);
}

QString plainText(std::string_view untrusted, qsizetype maxLength)
{
    if (maxLength > 0)
        untrusted = untrusted.substr(0, bytesFor(maxLength));
    const QString text = decodedText(untrusted);
    return isPlainAscii(untrusted) ? shortened(text, maxLength) : plainText(text, maxLength);
}

QString plainText(const core::SharedString& untrusted, qsizetype maxLength)
{
    return plainText(untrusted.view(), maxLength);
}

QString safeLines(const QString& text)
{
    QStringList lines = text.split(u'\n');
    for (QString& line : lines)
        line = plainText(line, wholeLength);
    return lines.join(u'\n');
}

QString accountText(const core::Session& session)
{
    if (!core::hasUser(session))
        return {};
    // Each part is cut by itself: a long domain must not hide its user.
    const QString user = plainText(session.userName);
    return session.domainName.isEmpty() ? user : plainText(session.domainName) + u'\\' + user;
}

QString placeText(const core::SessionKey& key)
{
    return plainText(key.vmHostName) + u'/' + QString::number(key.sessionId);
}

QString placeText(const core::SessionKey& key, std::optional<management::ActionKind> kind)
{
    return kind && management::isOfMachines(*kind) ? plainText(key.vmHostName) : placeText(key);
}

} // namespace deskwarden::models
