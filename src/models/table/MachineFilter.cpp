// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/MachineFilter.h"

#include "core/Names.h"
#include "models/table/FilterPieces.h"
#include "models/texts/FoldedText.h"
#include "models/texts/MachineTexts.h"
#include "models/texts/Texts.h"
#include "models/texts/Translate.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace deskwarden::models {

namespace {

using core::MachineState;
using ReadMachineTerm = tl::expected<MachineTerm, FilterProblem>;

constexpr std::array namedFields{MachineField::State, MachineField::Host,  MachineField::Collection,
                                 MachineField::User,  MachineField::Owner, MachineField::Machine,
                                 MachineField::Server};
constexpr std::array namedStates{MachineState::Running,  MachineState::Off,      MachineState::Saved,
                                 MachineState::Paused,   MachineState::Starting, MachineState::Saving,
                                 MachineState::Stopping, MachineState::Pausing,  MachineState::Resuming,
                                 MachineState::Unknown};

struct MachineFieldWord
{
    const char* word;
    MachineField field;
};
/// Every word that is taken; the first of a field is the one that is offered.
constexpr std::array machineFieldWords{
    MachineFieldWord{"state", MachineField::State},
    MachineFieldWord{"host", MachineField::Host},
    MachineFieldWord{"collection", MachineField::Collection},
    MachineFieldWord{"user", MachineField::User},
    MachineFieldWord{"owner", MachineField::Owner},
    MachineFieldWord{"machine", MachineField::Machine},
    MachineFieldWord{"vm", MachineField::Machine},
    MachineFieldWord{"server", MachineField::Server},
};

tl::unexpected<FilterProblem> machineProblem(const FilterPiece& piece, const QString& sentence, bool isUnfinished)
{
    return tl::unexpected(problemAt(piece, sentence, isUnfinished));
}

QString typedText(QStringView text)
{
    return plainText(text.toString().toStdString(), 40);
}

/// The states that a word begins, in English or in the language of the program; one alone if it is its whole name.
std::vector<MachineState> machineStatesOf(const QString& word)
{
    if (const auto exact = core::machineStateFromName(word.toStdString()))
        return {*exact};
    const auto bare = [](const QString& text) { return withoutAccents(text).remove(u' ').remove(u'-'); };
    const QString wanted = bare(word);
    std::vector<MachineState> begun;
    for (const MachineState state : namedStates) {
        const QString local = bare(machineStateName(state));
        if (local == wanted)
            return {state};
        const std::string_view english = core::name(state);
        if (local.startsWith(wanted) ||
            bare(QString::fromLatin1(english.data(), static_cast<qsizetype>(english.size()))).startsWith(wanted))
            begun.push_back(state);
    }
    return begun;
}

ReadMachineTerm readMachineStates(const FilterPiece& piece, MachineTerm term, const QStringList& values)
{
    for (const QString& value : values) {
        const std::vector<MachineState> states = machineStatesOf(value);
        if (states.empty())
            return machineProblem(piece, translate("FilterQuery", "There is no state called %1.").arg(typedText(value)),
                                  false);
        if (states.size() > 1)
            return machineProblem(piece,
                                  translate("FilterQuery", "%1 could be %2 or %3: write more of it.")
                                      .arg(typedText(value), machineStateName(states[0]), machineStateName(states[1])),
                                  true);
        term.states.push_back(states.front());
    }
    return term;
}

ReadMachineTerm readMachineTerm(const FilterPiece& piece)
{
    if (!piece.isClosed)
        return machineProblem(piece, translate("FilterQuery", "A quotation mark is missing at the end."), true);
    MachineTerm term;
    QStringView text = piece.text;
    if (text.size() > 1 && text.startsWith(u'-')) {
        term.isNegated = true;
        text = text.mid(1);
    }
    const auto folded = [](const QStringList& values) {
        QStringList texts;
        for (const QString& value : values)
            texts << withoutAccents(value);
        return texts;
    };
    const qsizetype letters = fieldLength(text);
    if (letters == 0 || letters >= text.size() || text.at(letters) != u':') {
        term.texts = folded(unquotedParts(text));
        if (term.texts.isEmpty())
            return machineProblem(piece, translate("FilterQuery", "Between the quotation marks stands nothing."), true);
        return term;
    }
    const QStringView word = text.left(letters);
    const auto* const field = std::ranges::find_if(machineFieldWords, [word](const MachineFieldWord& known) {
        return word.compare(QLatin1StringView(known.word), Qt::CaseInsensitive) == 0;
    });
    if (field == machineFieldWords.end()) {
        QStringList known;
        for (const MachineField each : namedFields)
            known << fieldName(each);
        return machineProblem(piece,
                              translate("FilterQuery", "There is no field called %1. Fields are %2. To look for the "
                                                       "text itself, put it in quotation marks.")
                                  .arg(typedText(word), known.join(QStringLiteral(", "))),
                              false);
    }
    term.field = field->field;
    const QStringList values = unquotedParts(text.mid(letters + 1), u',');
    if (values.isEmpty())
        return machineProblem(
            piece, translate("FilterQuery", "After %1: comes what to look for.").arg(fieldName(term.field)), true);
    if (term.field == MachineField::State)
        return readMachineStates(piece, std::move(term), values);
    term.texts = folded(values);
    return term;
}

} // namespace

MachinePlace machinePlaceOf(const SessionFilter& filter)
{
    return {filter.server, filter.vmHost, filter.collection, filter.machine, filter.user};
}

bool isIn(const core::VirtualDesktop& machine, const MachinePlace& place)
{
    // The list of machines names the user of a session with the domain or without.
    const auto isOf = [](std::string_view account, std::string_view user) {
        return core::isSameName(account, user) ||
               (account.find('\\') == std::string_view::npos && core::isSameName(account, core::userPart(user)));
    };
    return (!place.server || machine.server == *place.server) &&
           (!place.vmHost || core::isSameMachine(machine.hostName.view(), *place.vmHost)) &&
           (!place.collection || machine.collectionAlias.view() == *place.collection) &&
           (!place.machine || core::isSameName(machine.name.view(), *place.machine)) &&
           (!place.user || (core::isAssigned(machine) && isOf(core::ownerAccount(machine), *place.user)) ||
            (core::hasSession(machine) && isOf(machine.sessionUserName.view(), *place.user)));
}

tl::expected<MachineFilter, FilterProblem> parseMachineFilter(const QString& text)
{
    MachineFilter filter;
    for (const FilterPiece& piece : filterPieces(text)) {
        auto term = readMachineTerm(piece);
        if (!term)
            return tl::unexpected(std::move(term).error());
        filter.terms.push_back(*std::move(term));
    }
    return filter;
}

QString fieldName(MachineField field)
{
    const auto* const found = std::ranges::find(machineFieldWords, field, &MachineFieldWord::field);
    return found == machineFieldWords.end() ? QString() : QString::fromLatin1(found->word);
}

std::span<const MachineField> machineFields() noexcept
{
    return namedFields;
}

std::span<const core::MachineState> machineStates() noexcept
{
    return namedStates;
}

} // namespace deskwarden::models
