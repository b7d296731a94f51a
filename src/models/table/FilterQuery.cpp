// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/FilterQuery.h"

#include "models/table/FilterPieces.h"
#include "models/texts/FoldedText.h"
#include "models/texts/Texts.h"
#include "models/texts/Translate.h"

#include <algorithm>
#include <array>
#include <optional>

namespace deskwarden::models {

namespace {

constexpr std::array filterableFields{FilterField::User,   FilterField::Name,       FilterField::Machine,
                                      FilterField::Host,   FilterField::Collection, FilterField::Client,
                                      FilterField::Server, FilterField::Id,         FilterField::State,
                                      FilterField::Mark,   FilterField::Gone,       FilterField::Idle};
constexpr std::array marks{FilterMark::Ghost, FilterMark::Stuck, FilterMark::Broken, FilterMark::Several,
                           FilterMark::Stale};

struct FieldWord
{
    const char* word;
    FilterField field;
};
/// Every word that is taken; the first of a field is the one that is offered.
constexpr std::array fieldWords{
    FieldWord{"user", FilterField::User},       FieldWord{"name", FilterField::Name},
    FieldWord{"machine", FilterField::Machine}, FieldWord{"vm", FilterField::Machine},
    FieldWord{"host", FilterField::Host},       FieldWord{"collection", FilterField::Collection},
    FieldWord{"client", FilterField::Client},   FieldWord{"server", FilterField::Server},
    FieldWord{"id", FilterField::Id},           FieldWord{"state", FilterField::State},
    FieldWord{"is", FilterField::Mark},         FieldWord{"gone", FilterField::Gone},
    FieldWord{"idle", FilterField::Idle},
};

std::optional<FilterField> fieldOf(QStringView word)
{
    const auto* const found = std::ranges::find_if(fieldWords, [word](const FieldWord& known) {
        return word.compare(QLatin1StringView(known.word), Qt::CaseInsensitive) == 0;
    });
    return found == fieldWords.end() ? std::nullopt : std::optional(found->field);
}

bool isTime(FilterField field)
{
    return field == FilterField::Gone || field == FilterField::Idle;
}

QString shown(QStringView text)
{
    return plainText(text.toString().toStdString(), 40);
}

tl::unexpected<FilterProblem> problem(const FilterPiece& piece, const QString& sentence)
{
    return tl::unexpected(problemAt(piece, sentence, false));
}

tl::unexpected<FilterProblem> unfinished(const FilterPiece& piece, const QString& sentence)
{
    return tl::unexpected(problemAt(piece, sentence, true));
}

/// "30m", "4h", "2d" as minutes; nothing for anything else.
std::optional<std::int64_t> minutesOf(QStringView text)
{
    if (text.size() < 2 || text.size() > 7)
        return std::nullopt;
    const QStringView digits = text.chopped(1);
    if (!std::ranges::all_of(digits, [](QChar letter) { return letter >= u'0' && letter <= u'9'; }))
        return std::nullopt;
    const std::int64_t number = digits.toLongLong();
    switch (text.back().toLower().unicode()) {
    case u'm':
        return number;
    case u'h':
        return number * 60;
    case u'd':
        return number * 60 * 24;
    default:
        return std::nullopt;
    }
}

/// The states that a word begins, in English or in the language of the program; one alone if it is its whole name.
std::vector<core::ConnectState> statesOf(const QString& word)
{
    if (const auto exact = core::connectStateFromName(word.toStdString()))
        return {*exact};
    const QString wanted = withoutAccents(word).remove(u'-');
    std::vector<core::ConnectState> begun;
    for (std::uint32_t number = 0; number < statesWithNames; ++number) {
        const auto state = static_cast<core::ConnectState>(number);
        const QString local = withoutAccents(stateName(state)).remove(u' ').remove(u'-');
        if (local == wanted)
            return {state};
        const QString english = withoutCase(QString::fromLatin1(core::name(state)));
        if (english.startsWith(wanted) || local.startsWith(wanted))
            begun.push_back(state);
    }
    return begun;
}

using ReadTerm = tl::expected<FilterTerm, FilterProblem>;

ReadTerm readTime(const FilterPiece& piece, FilterTerm term, QStringView rest)
{
    if (rest.startsWith(u':'))
        rest = rest.mid(1);
    const bool isCompared = rest.startsWith(u'>') || rest.startsWith(u'<');
    if (isCompared) {
        term.isMore = rest.startsWith(u'>');
        rest = rest.mid(rest.mid(1).startsWith(u'=') ? 2 : 1);
    }
    const auto minutes = minutesOf(rest);
    if (isCompared && minutes) {
        term.minutes = *minutes;
        return term;
    }
    const QString sentence =
        translate("FilterQuery", "Write a time such as %1>30m, %1>4h or %1<2d.").arg(fieldName(term.field));
    const bool isBegun = rest.isEmpty() || std::ranges::all_of(rest, [](QChar letter) { return letter.isDigit(); });
    return isBegun ? unfinished(piece, sentence) : problem(piece, sentence);
}

ReadTerm readState(const FilterPiece& piece, FilterTerm term, const QStringList& values)
{
    for (const QString& value : values) {
        const auto states = statesOf(value);
        if (states.empty())
            return problem(piece, translate("FilterQuery", "There is no state called %1.").arg(shown(value)));
        if (states.size() > 1) {
            return unfinished(piece, translate("FilterQuery", "%1 could be %2 or %3: write more of it.")
                                         .arg(shown(value), stateName(states[0]), stateName(states[1])));
        }
        term.states.push_back(states.front());
    }
    return term;
}

ReadTerm readMark(const FilterPiece& piece, FilterTerm term, const QStringList& values)
{
    for (const QString& value : values) {
        const auto* const found =
            std::ranges::find_if(marks, [&value](FilterMark mark) { return markName(mark) == withoutCase(value); });
        if (found == marks.end()) {
            const QString sentence =
                translate("FilterQuery", "After is: comes ghost, stuck, broken, several or stale.");
            const bool isBegun = std::ranges::any_of(
                marks, [&value](FilterMark mark) { return markName(mark).startsWith(withoutCase(value)); });
            return isBegun ? unfinished(piece, sentence) : problem(piece, sentence);
        }
        term.marks.push_back(*found);
    }
    return term;
}

ReadTerm readValues(const FilterPiece& piece, FilterTerm term, QStringView rest)
{
    const QStringList values = unquotedParts(rest, u',');
    if (values.isEmpty()) {
        return unfinished(piece,
                          translate("FilterQuery", "After %1: comes what to look for.").arg(fieldName(term.field)));
    }
    if (term.field == FilterField::State)
        return readState(piece, std::move(term), values);
    if (term.field == FilterField::Mark)
        return readMark(piece, std::move(term), values);
    if (term.field == FilterField::Id) {
        for (const QString& value : values) {
            if (!std::ranges::all_of(value, [](QChar letter) { return letter >= u'0' && letter <= u'9'; }))
                return problem(piece, translate("FilterQuery", "A session ID is a number."));
        }
    }
    term.texts = values;
    return term;
}

ReadTerm readTerm(const FilterPiece& piece)
{
    FilterTerm term;
    term.start = piece.start;
    term.length = piece.text.size();
    if (!piece.isClosed)
        return unfinished(piece, translate("FilterQuery", "A quotation mark is missing at the end."));
    QStringView text = piece.text;
    if (text.size() > 1 && text.startsWith(u'-')) {
        term.isNegated = true;
        text = text.mid(1);
    }
    const qsizetype letters = fieldLength(text);
    const QChar sign = letters > 0 && letters < text.size() ? text.at(letters) : QChar();
    const bool isField = sign == u':' || sign == u'>' || sign == u'<';
    if (!isField) {
        term.texts = unquotedParts(text);
        if (term.texts.isEmpty())
            return unfinished(piece, translate("FilterQuery", "Between the quotation marks stands nothing."));
        return term;
    }
    const auto field = fieldOf(text.left(letters));
    if (!field) {
        QStringList known;
        for (const FilterField each : filterableFields)
            known << fieldName(each);
        return problem(piece,
                       translate("FilterQuery", "There is no field called %1. Fields are %2. To look for the text "
                                                "itself, put it in quotation marks.")
                           .arg(shown(text.left(letters)), known.join(QStringLiteral(", "))));
    }
    term.field = *field;
    const QStringView rest = text.mid(letters);
    if (isTime(*field))
        return readTime(piece, std::move(term), rest);
    if (sign != u':') {
        return problem(piece, translate("FilterQuery", "Only gone and idle are compared with a time; write %1:value.")
                                  .arg(fieldName(*field)));
    }
    return readValues(piece, std::move(term), rest.mid(1));
}

} // namespace

tl::expected<FilterQuery, FilterProblem> parseFilter(const QString& text)
{
    FilterQuery query;
    for (const FilterPiece& piece : filterPieces(text)) {
        auto term = readTerm(piece);
        if (!term)
            return tl::unexpected(term.error());
        query.terms.push_back(std::move(*term));
    }
    return query;
}

QString fieldName(FilterField field)
{
    const auto* const found = std::ranges::find(fieldWords, field, &FieldWord::field);
    return found == fieldWords.end() ? QString() : QString::fromLatin1(found->word);
}

std::span<const FilterField> filterFields() noexcept
{
    return filterableFields;
}

std::span<const FilterMark> filterMarks() noexcept
{
    return marks;
}

QString markName(FilterMark mark)
{
    switch (mark) {
    case FilterMark::Ghost:
        return QStringLiteral("ghost");
    case FilterMark::Stuck:
        return QStringLiteral("stuck");
    case FilterMark::Broken:
        return QStringLiteral("broken");
    case FilterMark::Several:
        return QStringLiteral("several");
    case FilterMark::Stale:
        return QStringLiteral("stale");
    }
    return {};
}

namespace {

QString inQuotes(QString text)
{
    return u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

} // namespace

QString quotedFilterValue(const QString& value)
{
    const bool isPlain =
        std::ranges::none_of(value, [](QChar letter) { return letter.isSpace() || letter == u',' || letter == u'"'; });
    if (isPlain && !value.isEmpty())
        return value;
    return inQuotes(value);
}

QString literalFilter(const QString& text)
{
    const auto query = parseFilter(text);
    const bool isPlain = query && query->terms.size() == 1 && query->terms.front().field == FilterField::Word &&
                         !query->terms.front().isNegated && query->terms.front().texts == QStringList{text};
    if (isPlain || text.isEmpty())
        return text;
    return inQuotes(text);
}

} // namespace deskwarden::models
