// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QCollator>

#ifdef Q_OS_WIN
#include <QByteArray>
#endif

namespace deskwarden::models {

/// The collation of names: numbers by value, case ignored, as the locale sorts. The C locale, which cannot, sorts as
/// English does.
[[nodiscard]] QCollator naturalCollator(const QLocale& locale);

/// Where a text stands in a collator's order, to be compared often. Windows' keys are bytes; Qt 6.4 compares them as
/// UTF-16, in the wrong order and with what was in memory behind them, so there it is not Qt's key.
class NaturalKey final
{
public:
    NaturalKey(const QCollator& collator, const QString& text);

    [[nodiscard]] int compare(const NaturalKey& other) const { return m_key.compare(other.m_key); }
    friend bool operator<(const NaturalKey& left, const NaturalKey& right) { return left.compare(right) < 0; }

private:
#ifdef Q_OS_WIN
    QByteArray m_key;
#else
    QCollatorSortKey m_key;
#endif
};

} // namespace deskwarden::models
