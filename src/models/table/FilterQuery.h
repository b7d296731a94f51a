// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Session.h"

#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace deskwarden::models {

/// The states below this number have names.
inline constexpr std::uint32_t statesWithNames = 10;

/// What a condition of the filter is about.
enum class FilterField : std::uint8_t {
    Word, ///< any column
    User,
    Name, ///< as a directory tells it
    Machine,
    Host,
    Collection,
    Client,
    Server,
    Id,
    State,
    Mark, ///< "is:ghost"
    Gone, ///< how long it has been disconnected
    Idle, ///< how long nobody has used it
};

enum class FilterMark : std::uint8_t { Ghost, Stuck, Broken, Several, Stale };

/// One condition, as a person typed it.
struct FilterTerm
{
    FilterField field = FilterField::Word;
    bool isNegated = false;
    QStringList texts;                      ///< Word: the one; names and ids: alternatives
    std::vector<core::ConnectState> states; ///< State: alternatives
    std::vector<FilterMark> marks;          ///< Mark: alternatives
    bool isMore = true;                     ///< Gone, Idle: longer than `minutes`, or shorter
    std::int64_t minutes = 0;
    qsizetype start = 0; ///< where it stands in the text, with its minus sign and quotation marks
    qsizetype length = 0;

    friend bool operator==(const FilterTerm&, const FilterTerm&) = default;
};

/// Why a text is no filter.
struct FilterProblem
{
    QString sentence;          ///< for the person who typed it
    bool isUnfinished = false; ///< only something is missing at its end, as while it is being typed
    qsizetype start = 0;       ///< the part that it is about
    qsizetype length = 0;
};

/// What a text of the filter asks for: words, `field:value`, `field:a,b`, `gone>4h`, each with a minus sign before it
/// for its opposite, and quotation marks around what holds blanks. All conditions must hold; values of one field are
/// alternatives, also when the field is there twice, as with the options of the command line. Times are compared, and
/// hold together.
struct FilterQuery
{
    std::vector<FilterTerm> terms;

    friend bool operator==(const FilterQuery&, const FilterQuery&) = default;
};

/// Reads such a text. Thread: GUI, as the sentence of a problem is translated.
[[nodiscard]] tl::expected<FilterQuery, FilterProblem> parseFilter(const QString& text);

/// The words by which a person names the fields, as in "user"; none for Word.
[[nodiscard]] QString fieldName(FilterField field);
[[nodiscard]] std::span<const FilterField> filterFields() noexcept;
/// "ghost", "stuck", …
[[nodiscard]] QString markName(FilterMark mark);
[[nodiscard]] std::span<const FilterMark> filterMarks() noexcept;
/// The value as a text of the filter has to have it: in quotation marks if it holds a blank, a comma or such.
[[nodiscard]] QString quotedFilterValue(const QString& value);
/// A filter that looks for the text itself, whatever it would mean when it is typed: in quotation marks, if it must be.
[[nodiscard]] QString literalFilter(const QString& text);

} // namespace deskwarden::models
