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
    const CollectionNames& names;
    const ActNotes::Note* note = nullptr; ///< the newest act on the row's session; null if there was none
    std::int64_t nowMs = 0;               ///< milliseconds since 1970
};

enum class ColumnUse {
    Always,  ///< without it a row does not say whose it is
    Usually, ///< shown until an operator hides it
    OnDemand ///< hidden until an operator wants it; the details always tell it
};

/// A column of the table, whole: a new one is an entry here and an enumerator.
/// How it sorts: by `sortKey`, or by `sortText` in natural order (after `sortFirst`, where there is one), or, with
/// neither, by the text of the note.
struct ColumnSpec
{
    SessionColumn column;
    const char* id;    ///< stable, English, for settings; never shown
    const char* title; ///< source text, translated in the context SessionTableModel
    int digits;        ///< usual width in digits, which differ less between fonts than their average character does
    ColumnUse use;
    bool isTime = false;   ///< its text moves on by itself
    bool isNumber = false; ///< stands at the right edge
    QString (*text)(const CellSource& cell);
    QString (*tip)(const CellSource& cell); ///< plain text
    /// Whether the column shows something else after a list than before it; null if it is not made of lists.
    bool (*differs)(const Row& before, const Row& after) = nullptr;
    std::optional<std::int64_t> (*sortKey)(const Row& row) = nullptr; ///< nothing = nothing is shown, and it comes last
    /// `collections` are the displayed names by Row::collection.
    const core::SharedString& (*sortText)(const Row& row, std::span<const core::SharedString> collections) = nullptr;
    const core::SharedString& (*sortFirst)(const Row& row) = nullptr;
};

[[nodiscard]] const ColumnSpec& columnSpec(SessionColumn column) noexcept;
/// All of them, in the order of their enumerators.
[[nodiscard]] std::span<const ColumnSpec> columnSpecs() noexcept;

} // namespace deskwarden::models
