// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/ColumnSpec.h"

#include "models/table/CellTexts.h"
#include "models/table/FactTexts.h"
#include "models/table/RowFacts.h"
#include "models/table/RowMatcher.h"
#include "models/texts/Texts.h"
#include "models/texts/Translate.h"

#include <QCoreApplication>

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdlib>

namespace deskwarden::models {

namespace {

using enum SessionColumn;
using enum ColumnUse;
using enum ColumnRoom;

/// The broker tells how long, not since when: seconds of difference come from the way to it.
bool isAboutSame(std::int64_t leftMs, std::int64_t rightMs)
{
    constexpr std::int64_t minuteMs = 60'000;
    return leftMs == rightMs || (leftMs != 0 && rightMs != 0 && std::abs(leftMs - rightMs) < minuteMs);
}

/// The shortest time first; a moment of 0 is none.
std::optional<std::int64_t> latestFirst(std::int64_t momentMs)
{
    return momentMs == 0 ? std::nullopt : std::optional(-momentMs);
}

const core::SharedString& nameOfCollection(const Row& row, std::span<const core::SharedString> collections)
{
    return collections[row.collection];
}

QString stateCell(const CellSource& cell)
{
    const core::ConnectState state = cell.row.session->state;
    return ghostOf(cell.row) == management::GhostSign::None ? stateName(state) : ghostStateText(state);
}

QString stateTip(const CellSource& cell)
{
    const QString ghost = ghostReason(cell.row);
    return ghost.isEmpty() ? stateMeaning(cell.row.session->state) : ghost;
}

QString userCell(const CellSource& cell)
{
    return accountText(*cell.row.session);
}

QString nameCell(const CellSource& cell)
{
    return plainText(personName(cell.names, *cell.row.session));
}

QString machineCell(const CellSource& cell)
{
    return plainText(cell.row.session->vmName);
}

QString collectionCell(const CellSource& cell)
{
    const core::Session& session = *cell.row.session;
    return plainText(collectionText(cell.names, session.key.server, session.collectionId));
}

QString hostCell(const CellSource& cell)
{
    return plainText(cell.row.session->key.vmHostName);
}

QString clientCell(const CellSource& cell)
{
    return plainText(cell.row.session->clientMachineName);
}

QString idCell(const CellSource& cell)
{
    return QString::number(cell.row.session->key.sessionId);
}

QString loggedOnCell(const CellSource& cell)
{
    return toldText(loggedOnMs(cell.row), cell.nowMs);
}

QString idleCell(const CellSource& cell)
{
    return toldText(idleSinceMs(cell.row), cell.nowMs);
}

QString resultCell(const CellSource& cell)
{
    return cell.note != nullptr ? cell.note->text : QString();
}

/// The outcome alone; code and sentence stand in the tip and under Activity.
QString resultPainted(const CellSource& cell)
{
    const bool isFinished = cell.note != nullptr && cell.note->report.phase == management::ActionPhase::Finished;
    return isFinished ? outcomeName(cell.note->report.outcome.kind) : QString();
}

QString resultTip(const CellSource& cell)
{
    if (cell.note == nullptr)
        return {};
    const ActNotes::Note& note = *cell.note;
    const QString problem = problemText(note.report, note.kind, *cell.row.session);
    if (!problem.isEmpty() || note.report.phase != management::ActionPhase::Finished)
        return problem;
    return describe(note.report.outcome, note.kind, *cell.row.session).joined();
}

constexpr std::array specs{
    ColumnSpec{.column = State,
               .id = "state",
               .title = QT_TRANSLATE_NOOP("SessionTableModel", "State"),
               .leastDigits = 12,
               .use = Always,
               .room = Whole,
               .text = stateCell,
               .tip = stateTip,
               .differs = [](const Row& a,
                             const Row& b) { return a.session->state != b.session->state || ghostOf(a) != ghostOf(b); },
               .sortKey = [](const Row& row) { return std::optional(static_cast<std::int64_t>(row.session->state)); }},
    ColumnSpec{.column = User,
               .id = "user",
               .title = QT_TRANSLATE_NOOP("SessionTableModel", "User"),
               .leastDigits = 14,
               .use = Always,
               .room = Whole,
               .text = userCell,
               .tip = userCell,
               .painted = [](const CellSource& cell) { return plainText(cell.row.session->userName); },
               .muted = [](const CellSource& cell) { return plainText(cell.row.session->domainName); },
               .differs =
                   [](const Row& a, const Row& b) {
                       return a.session->userName != b.session->userName ||
                              a.session->domainName != b.session->domainName;
                   },
               .sortText = [](const Row& row, std::span<const core::SharedString>) -> const core::SharedString& {
                   return row.session->userName;
               },
               .sortThen = [](const Row& row) -> const core::SharedString& { return row.session->domainName; }},
    ColumnSpec{.column = Name,
               .id = "name",
               .title = QT_TRANSLATE_NOOP("SessionTableModel", "Name"),
               .leastDigits = 12,
               .use = WithNames,
               .text = nameCell,
               .tip = nameCell,
               // no difference: it does not come with lists
               .sortName = [](const Row& row, const TableNames& names) { return personName(names, *row.session); }},
    ColumnSpec{.column = VirtualMachine,
               .id = "virtualMachine",
               .title = QT_TRANSLATE_NOOP("SessionTableModel", "Machine"),
               .leastDigits = 8,
               .use = Usually,
               .room = Whole,
               .text = machineCell,
               .tip = machineCell,
               .differs = [](const Row& a, const Row& b) { return a.session->vmName != b.session->vmName; },
               .sortText = [](const Row& row, std::span<const core::SharedString>) -> const core::SharedString& {
                   return row.session->vmName;
               }},
    ColumnSpec{.column = IdleOrGone,
               .id = "idleOrGone",
               .title = QT_TRANSLATE_NOOP("SessionTableModel", "Idle / gone"),
               .leastDigits = 9,
               .use = Usually,
               .room = Whole,
               .isTime = true,
               .text = [](const CellSource& cell) { return idleOrGoneText(cell.row, cell.nowMs); },
               .tip = [](const CellSource& cell) { return idleOrGoneTip(cell.row, cell.nowMs); },
               .differs =
                   [](const Row& a, const Row& b) {
                       return !isAboutSame(idleOrGoneMs(a), idleOrGoneMs(b)) || a.seen != b.seen ||
                              core::isInUse(a.session->state) != core::isInUse(b.session->state) ||
                              toldDisconnectedMs(a) != toldDisconnectedMs(b);
                   },
               .sortKey = [](const Row& row) { return latestFirst(idleOrGoneMs(row)); }},
    ColumnSpec{.column = Collection,
               .id = "collection",
               .title = QT_TRANSLATE_NOOP("SessionTableModel", "Collection"),
               .leastDigits = 9,
               .use = Usually,
               .room = GivesWay,
               .text = collectionCell,
               .tip = collectionCell,
               .differs = [](const Row& a, const Row& b) { return a.session->collectionId != b.session->collectionId; },
               .sortText = nameOfCollection},
    ColumnSpec{
        .column = VmHost,
        .id = "vmHost",
        .title = QT_TRANSLATE_NOOP("SessionTableModel", "Host"),
        .leastDigits = 7,
        .use = Usually,
        .text = hostCell,
        .tip = hostCell,
        .painted = [](const CellSource& cell) { return shortHostText(cell.row); },
        .differs =
            [](const Row& a, const Row& b) {
                return a.session->key.vmHostName != b.session->key.vmHostName || a.hasShortHost != b.hasShortHost;
            },
        .sortText = [](const Row& row, std::span<const core::SharedString>) -> const core::SharedString& {
            return row.session->key.vmHostName;
        }},
    ColumnSpec{.column = Client,
               .id = "client",
               .title = QT_TRANSLATE_NOOP("SessionTableModel", "Client"),
               .leastDigits = 8,
               .use = Usually,
               .room = GivesWay,
               .text = clientCell,
               .tip = clientCell,
               .differs = [](const Row& a,
                             const Row& b) { return a.session->clientMachineName != b.session->clientMachineName; },
               .sortText = [](const Row& row, std::span<const core::SharedString>) -> const core::SharedString& {
                   return row.session->clientMachineName;
               }},
    ColumnSpec{
        .column = Server,
        .id = "server",
        .title = QT_TRANSLATE_NOOP("SessionTableModel", "Server"),
        .leastDigits = 8,
        .use = WithServers,
        .text = [](const CellSource& cell) { return serverText(cell.row.session->key.server, cell.names.servers); },
        .tip = [](const CellSource& cell) { return plainText(cell.row.session->key.server.address); },
        // no difference: it is part of the key
        .sortKey = [](const Row& row) { return std::optional(std::int64_t{row.source}); }},
    ColumnSpec{
        .column = LastResult,
        .id = "lastResult",
        .title = QT_TRANSLATE_NOOP("SessionTableModel", "Last result"),
        .leastDigits = 10,
        .use = WithResults,
        .text = resultCell,
        .tip = resultTip,
        .painted = resultPainted,
    },
    ColumnSpec{
        .column = SessionId,
        .id = "sessionId",
        .title = QT_TRANSLATE_NOOP("SessionTableModel", "ID"),
        .leastDigits = 3,
        .use = Usually,
        .room = GivesWay,
        .text = idCell,
        .tip =
            [](const CellSource& cell) { return translate("SessionTableModel", "%1 on its host").arg(idCell(cell)); },
        // no difference: it is part of the key, and another id is another row
        .sortKey = [](const Row& row) { return std::optional(std::int64_t{row.session->key.sessionId}); }},
    ColumnSpec{.column = Since,
               .id = "since",
               .title = QT_TRANSLATE_NOOP("SessionTableModel", "Since (observed)"),
               .leastDigits = 9,
               .use = OnDemand,
               .isTime = true,
               .text =
                   [](const CellSource& cell) {
                       return seenText(std::chrono::milliseconds(cell.nowMs - cell.row.sinceMs), cell.row.seen);
                   },
               .tip = [](const CellSource& cell) { return seenTip(cell.row, false); },
               .differs = [](const Row& a, const Row& b) { return a.sinceMs != b.sinceMs || a.seen != b.seen; },
               .sortKey = [](const Row& row) { return std::optional(-row.sinceMs); }},
    ColumnSpec{.column = LoggedOn,
               .id = "loggedOn",
               .title = QT_TRANSLATE_NOOP("SessionTableModel", "Logged on for"),
               .leastDigits = 9,
               .use = OnDemand,
               .isTime = true,
               .text = loggedOnCell,
               .tip = loggedOnCell,
               .differs = [](const Row& a, const Row& b) { return loggedOnMs(a) != loggedOnMs(b); },
               .sortKey = [](const Row& row) { return latestFirst(loggedOnMs(row)); }},
    ColumnSpec{
        .column = Disconnected,
        .id = "disconnected",
        .title = QT_TRANSLATE_NOOP("SessionTableModel", "Disconnected for"),
        .leastDigits = 9,
        .use = OnDemand,
        .isTime = true,
        .text = [](const CellSource& cell) { return disconnectedText(cell.row, cell.nowMs); },
        .tip = [](const CellSource& cell) { return seenTip(cell.row, true); },
        .differs =
            [](const Row& a, const Row& b) {
                return disconnectedMs(a) != disconnectedMs(b) || toldDisconnectedMs(a) != toldDisconnectedMs(b);
            },
        .sortKey = [](const Row& row) { return latestFirst(disconnectedMs(row)); }},
    ColumnSpec{.column = Idle,
               .id = "idle",
               .title = QT_TRANSLATE_NOOP("SessionTableModel", "Idle for"),
               .leastDigits = 9,
               .use = OnDemand,
               .isTime = true,
               .text = idleCell,
               .tip = idleCell,
               .differs = [](const Row& a, const Row& b) { return !isAboutSame(idleSinceMs(a), idleSinceMs(b)); },
               .sortKey = [](const Row& row) { return latestFirst(idleSinceMs(row)); }}};

constexpr bool isInOrder()
{
    for (std::size_t i = 0; i < specs.size(); ++i) {
        if (static_cast<std::size_t>(specs.at(i).column) != i)
            return false;
    }
    return specs.size() == static_cast<std::size_t>(sessionColumnCount);
}
static_assert(isInOrder(), "a column without its entry, or at another place than its enumerator");

} // namespace

const ColumnSpec& columnSpec(SessionColumn column) noexcept
{
    return specs[static_cast<std::size_t>(column)];
}

std::span<const ColumnSpec> columnSpecs() noexcept
{
    return specs;
}

} // namespace deskwarden::models
