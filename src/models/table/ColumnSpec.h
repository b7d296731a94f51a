// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/ActNotes.h"
#include "models/table/Arrangement.h"
#include "models/table/SessionColumn.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <span>

namespace deskwarden::models {

/// What a cell is made of.
struct CellSource
{
    const Row& row;
    const TableNames& names;
    const ActNotes::Note* note = nullptr; ///< the newest act on the row's session; null if there was none
    std::int64_t nowMs = 0;               ///< milliseconds since 1970
};

enum class ColumnUse {
    Always,      ///< without it a row does not say whose it is
    Usually,     ///< shown until an operator hides it
    WithNames,   ///< shown as soon as a directory has told a name, until an operator decides otherwise
    WithServers, ///< shown as soon as sessions of two servers are listed, until an operator decides otherwise
    WithResults, ///< shown as soon as an act has a result, until an operator decides otherwise
    OnDemand     ///< hidden until an operator wants it; the details always tell it
};

/// What becomes of a column that would need more room than there is.
enum class ColumnRoom {
    Whole,   ///< its cells are never cut
    Shrinks, ///< its cells are cut
    GivesWay ///< its cells are cut first, and it goes where even that does not help
};

/// A column of the table, whole: a new one is an entry here and an enumerator.
/// How it sorts: by `sortKey`, or by `sortText` in natural order (and by `sortThen` where that is the same), or, with
/// neither, by the text of the note.
struct ColumnSpec
{
    SessionColumn column;
    const char* id;    ///< stable, English, for settings; never shown
    const char* title; ///< source text, translated in the context SessionTableModel
    int leastDigits;   ///< width in digits that it keeps; what it holds decides about more
    ColumnUse use;
    ColumnRoom room = ColumnRoom::Shrinks;
    bool isTime = false; ///< its text moves on by itself
    QString (*text)(const CellSource& cell);
    QString (*tip)(const CellSource& cell);               ///< plain text
    QString (*painted)(const CellSource& cell) = nullptr; ///< a shorter text that people see instead of `text`
    QString (*muted)(const CellSource& cell) = nullptr;   ///< painted behind it, more quietly
    /// Whether the column shows something else after a list than before it; null if it is not made of lists.
    bool (*differs)(const Row& before, const Row& after) = nullptr;
    std::optional<std::int64_t> (*sortKey)(const Row& row) = nullptr; ///< nothing = nothing is shown, and it comes last
    /// `collections` are the displayed names by Row::collection.
    const core::SharedString& (*sortText)(const Row& row, std::span<const core::SharedString> collections) = nullptr;
    const core::SharedString& (*sortThen)(const Row& row) = nullptr;
    /// Instead of sortText, where the text is no part of the row; null = nothing is shown, and it comes last.
    core::SharedString (*sortName)(const Row& row, const TableNames& names) = nullptr;
};

[[nodiscard]] const ColumnSpec& columnSpec(SessionColumn column) noexcept;
/// All of them, in the order of their enumerators.
[[nodiscard]] std::span<const ColumnSpec> columnSpecs() noexcept;

} // namespace deskwarden::models
