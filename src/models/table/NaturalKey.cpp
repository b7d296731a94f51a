// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/NaturalKey.h"

#include <QLocale>

#ifdef Q_OS_WIN
#include <windows.h>

#include <string>
#endif

namespace deskwarden::models {

#ifdef Q_OS_WIN

namespace {

/// Empty for an empty text, for which Windows makes none.
QByteArray keyOf(const std::wstring& locale, DWORD flags, const QString& text)
{
    if (text.isEmpty())
        return {};
    const auto* characters = reinterpret_cast<const wchar_t*>(text.utf16());
    const int length = static_cast<int>(text.size());
    const auto map = [&](wchar_t* into, int size) {
        return LCMapStringEx(locale.c_str(), LCMAP_SORTKEY | flags, characters, length, into, size, nullptr, nullptr,
                             0);
    };
    const int size = map(nullptr, 0);
    if (size <= 0)
        return {};
    QByteArray key(size, Qt::Uninitialized);
    key.truncate(map(reinterpret_cast<wchar_t*>(key.data()), size)); // bytes, whatever the parameter's type says
    return key;
}

} // namespace

NaturalKey::NaturalKey(const QCollator& collator, const QString& text)
{
    const std::wstring locale = collator.locale().bcp47Name().toStdWString();
    const DWORD cases = collator.caseSensitivity() == Qt::CaseInsensitive ? NORM_IGNORECASE : 0;
    const DWORD numbers = collator.numericMode() ? SORT_DIGITSASNUMBERS : 0;
    m_key = keyOf(locale, cases | numbers, text);
}

#else

NaturalKey::NaturalKey(const QCollator& collator, const QString& text)
    : m_key(collator.sortKey(text))
{}

#endif

QCollator naturalCollator(const QLocale& locale)
{
    QCollator collator(locale.language() == QLocale::C ? QLocale(QLocale::English) : locale);
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    return collator;
}

} // namespace deskwarden::models
