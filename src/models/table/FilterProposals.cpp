// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/FilterProposals.h"

#include "models/table/FilterQuery.h"
#include "models/texts/FoldedText.h"
#include "models/texts/Texts.h"
#include "models/texts/Translate.h"

#include <algorithm>
#include <array>

namespace deskwarden::models {

namespace {

constexpr std::size_t mostProposals = 12;

QString meaningOf(FilterField field)
{
    switch (field) {
    case FilterField::Word:
        return {};
    case FilterField::User:
        return translate("FilterProposals", "the user, with or without the domain");
    case FilterField::Name:
        return translate("FilterProposals", "the full name of the user");
    case FilterField::Machine:
        return translate("FilterProposals", "the virtual machine");
    case FilterField::Host:
        return translate("FilterProposals", "the VM host");
    case FilterField::Collection:
        return translate("FilterProposals", "the collection");
    case FilterField::Client:
        return translate("FilterProposals", "the computer the user sits at");
    case FilterField::Server:
        return translate("FilterProposals", "the broker");
    case FilterField::Id:
        return translate("FilterProposals", "the session ID");
    case FilterField::State:
        return translate("FilterProposals", "active, disconnected, …");
    case FilterField::Mark:
        return translate("FilterProposals", "ghost, stuck, broken, several or stale");
    case FilterField::Gone:
        return translate("FilterProposals", "disconnected for longer or shorter");
    case FilterField::Idle:
        return translate("FilterProposals", "unused for longer or shorter");
    }
    return {};
}

QString meaningOf(FilterMark mark)
{
    switch (mark) {
    case FilterMark::Ghost:
        return translate("FilterProposals", "probably not there any more");
    case FilterMark::Stuck:
        return translate("FilterProposals", "logging off does not end");
    case FilterMark::Broken:
        return translate("FilterProposals", "Windows calls it broken");
    case FilterMark::Several:
        return translate("FilterProposals", "the user is on several machines");
    case FilterMark::Stale:
        return translate("FilterProposals", "the server could not be asked again");
    }
    return {};
}

/// Where the condition that the cursor stands in begins: behind a blank outside of quotation marks.
qsizetype startOfTerm(QStringView text, qsizetype cursor)
{
    qsizetype start = 0;
    bool isQuoted = false;
    for (qsizetype at = 0; at < cursor; ++at) {
        if (text.at(at) == u'"')
            isQuoted = !isQuoted;
        else if (text.at(at).isSpace() && !isQuoted)
            start = at + 1;
    }
    return start;
}

void proposeFields(std::vector<FilterProposal>& proposals, const QString& begun)
{
    constexpr qsizetype leastLetters = 2;
    if (begun.size() < leastLetters)
        return;
    for (const FilterField field : filterFields()) {
        if (!fieldName(field).startsWith(begun, Qt::CaseInsensitive))
            continue;
        const bool isTime = field == FilterField::Gone || field == FilterField::Idle;
        proposals.push_back({fieldName(field) + (isTime ? u'>' : u':'), meaningOf(field)});
    }
}

/// Names that begin so, then names that have it somewhere.
void proposeNames(std::vector<FilterProposal>& proposals, const QStringList& names, const QString& begun)
{
    const QString wanted = withoutAccents(begun);
    const auto add = [&](bool isToBegin) {
        for (const QString& name : names) {
            if (proposals.size() == mostProposals)
                return;
            const qsizetype found = withoutAccents(name).indexOf(wanted);
            if (found >= 0 && (found == 0) == isToBegin)
                proposals.push_back({quotedFilterValue(name), {}});
        }
    };
    add(true);
    add(false);
}

void proposeValues(std::vector<FilterProposal>& proposals, FilterField field, const QString& begun,
                   const FilterNames& names)
{
    switch (field) {
    case FilterField::Host:
        return proposeNames(proposals, names.hosts, begun);
    case FilterField::Collection:
        return proposeNames(proposals, names.collections, begun);
    case FilterField::Server:
        return proposeNames(proposals, names.servers, begun);
    case FilterField::State:
        for (std::uint32_t number = 0; number < statesWithNames; ++number) {
            const auto state = static_cast<core::ConnectState>(number);
            const QString word = withoutCase(QString::fromLatin1(core::name(state)));
            if (word.startsWith(withoutCase(begun)) || withoutCase(stateName(state)).startsWith(withoutCase(begun)))
                proposals.push_back({word, withoutCase(stateName(state)) == word ? QString() : stateName(state)});
        }
        return;
    case FilterField::Mark:
        for (const FilterMark mark : filterMarks()) {
            if (markName(mark).startsWith(withoutCase(begun)))
                proposals.push_back({markName(mark), meaningOf(mark)});
        }
        return;
    case FilterField::Word:
    case FilterField::User:
    case FilterField::Name:
    case FilterField::Machine:
    case FilterField::Client:
    case FilterField::Id:
    case FilterField::Gone:
    case FilterField::Idle:
        return;
    }
}

} // namespace

FilterProposals proposalsFor(const QString& typed, qsizetype cursor, const FilterNames& names)
{
    FilterProposals found;
    cursor = std::clamp<qsizetype>(cursor, 0, typed.size());
    qsizetype start = startOfTerm(typed, cursor);
    if (start < cursor && typed.at(start) == u'-')
        ++start;
    const QString term = typed.mid(start, cursor - start);
    const qsizetype sign =
        std::ranges::find_if(term, [](QChar letter) { return letter == u':' || letter == u'>' || letter == u'<'; }) -
        term.begin();
    if (sign == term.size()) {
        found.start = start;
        found.length = cursor - start;
        proposeFields(found.proposals, term);
        return found;
    }
    for (const FilterField field : filterFields()) {
        if (fieldName(field).compare(term.left(sign), Qt::CaseInsensitive) != 0)
            continue;
        QString begun = term.mid(sign + 1);
        const qsizetype value = begun.lastIndexOf(u',') + 1;
        found.start = start + sign + 1 + value;
        found.length = cursor - found.start;
        begun = begun.mid(value).remove(u'"');
        if (field == FilterField::Gone || field == FilterField::Idle) {
            for (const char* const time : {"30m", "4h", "12h", "2d"}) {
                if (QLatin1StringView(time).startsWith(begun))
                    found.proposals.push_back({QString::fromLatin1(time), {}});
            }
        } else {
            proposeValues(found.proposals, field, begun, names);
        }
        // What is there whole already needs no proposal.
        if (found.proposals.size() == 1 && found.proposals.front().text == typed.mid(found.start, found.length))
            found.proposals.clear();
    }
    return found;
}

} // namespace deskwarden::models
