// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/seam/Action.h"
#include "models/table/Arrangement.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

namespace deskwarden::models {

/// What acts have done to rows: the newest act of each. Thread: used on one.
class ActNotes final
{
public:
    struct Note
    {
        core::Session session;
        management::ActionKind kind = management::ActionKind::Logoff;
        management::ActionReport report;
        QString text; ///< as shown under Last result
        bool isGone = false;
        std::int64_t goneMs = 0;
        std::uint64_t goneSequence = 0;
        [[nodiscard]] bool isStuck() const
        {
            return report.phase == management::ActionPhase::Finished &&
                   report.outcome.kind == management::OutcomeKind::StillSigningOut;
        }
    };

    void submit(std::uint64_t row, const management::ActionRequest& request);
    /// The row whose newest act this is, and its note with the report in it; nothing if it is not known or too late.
    [[nodiscard]] Note* report(const management::ActionReport& report);
    /// Words the results anew, in the language that the program speaks now.
    void retranslate();
    void drop(std::span<const std::uint64_t> rows);
    [[nodiscard]] const Note* find(std::uint64_t row) const;
    [[nodiscard]] bool isEmpty() const { return m_notes.empty(); }
    /// An immutable copy for the arranging; the same one until something changes.
    [[nodiscard]] std::shared_ptr<const RowNotes> copy();

private:
    std::unordered_map<std::uint64_t, Note> m_notes;         ///< by row
    std::unordered_map<std::uint64_t, std::uint64_t> m_rows; ///< by request
    std::shared_ptr<const RowNotes> m_copy = std::make_shared<RowNotes>();
    bool m_isCopyOld = false;
};

} // namespace deskwarden::models
