// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/ActNotes.h"

#include "models/texts/Texts.h"

#include <algorithm>

namespace deskwarden::models {

void ActNotes::submit(std::uint64_t row, const management::ActionRequest& request)
{
    Note note;
    note.session = request.confirmed;
    note.kind = request.action.kind;
    note.report.id = request.id;
    note.text = lastResultText(note.report, note.kind);
    if (const auto known = m_notes.find(row); known != m_notes.end())
        m_rows.erase(known->second.report.id);
    m_notes[row] = std::move(note);
    m_rows[request.id] = row;
    m_isCopyOld = true;
}

ActNotes::Note* ActNotes::report(const management::ActionReport& report)
{
    const auto row = m_rows.find(report.id);
    if (row == m_rows.end())
        return nullptr;
    Note& note = m_notes.at(row->second);
    note.report = report;
    note.text = lastResultText(report, note.kind);
    if (report.phase == management::ActionPhase::Finished)
        m_rows.erase(row);
    m_isCopyOld = true;
    return &note;
}

void ActNotes::retranslate()
{
    for (auto& [row, note] : m_notes)
        note.text = lastResultText(note.report, note.kind);
    m_isCopyOld = true;
}

void ActNotes::drop(std::span<const std::uint64_t> rows)
{
    for (const std::uint64_t row : rows) {
        const auto note = m_notes.find(row);
        if (note == m_notes.end())
            continue;
        m_rows.erase(note->second.report.id);
        m_notes.erase(note);
        m_isCopyOld = true;
    }
}

const ActNotes::Note* ActNotes::find(std::uint64_t row) const
{
    if (m_notes.empty())
        return nullptr;
    const auto note = m_notes.find(row);
    return note == m_notes.end() ? nullptr : &note->second;
}

std::shared_ptr<const RowNotes> ActNotes::copy()
{
    if (!m_isCopyOld)
        return m_copy;
    auto notes = std::make_shared<RowNotes>();
    notes->reserve(m_notes.size());
    for (const auto& [row, note] : m_notes)
        notes->push_back({row, note.text, note.isStuck(), note.isGone, note.goneMs, note.goneSequence});
    std::ranges::sort(*notes, {}, &RowNote::row);
    m_copy = std::move(notes);
    m_isCopyOld = false;
    return m_copy;
}

} // namespace deskwarden::models
