// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/SessionTableModel.h"
#include "support/Enumerators.h"

#include <cstdint>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace deskwarden::tests {

/// The plain slow way to what the model shows: everything from the start, with stable sorts and displayed texts.
class ReferenceTable final
{
public:
    struct Line
    {
        core::Session session;
        std::int64_t sinceMs = 0;
        bool isSinceExact = false;
    };
    struct Note
    {
        std::uint64_t request = 0;
        QString text;
        bool isGone = false;
        bool isStuck = false;
        std::int64_t goneMs = 0;
        std::uint64_t goneSequence = 0;
    };

    void submit(const management::ActionRequest& request);
    void report(const management::ActionReport& report, management::ActionKind kind, std::int64_t nowMs);
    /// Takes the newest lists as the model's next arrangement does.
    void setSources(const std::map<core::ServerId, management::SnapshotPointer>& sources);
    void setNames(std::map<std::string, std::string> names) { m_names = std::move(names); }
    [[nodiscard]] std::vector<Line> shown(const models::SessionFilter& filter, models::SessionColumn column,
                                          Qt::SortOrder order) const;
    /// The same in groups, whose headings come in this order.
    [[nodiscard]] std::vector<Line> grouped(std::vector<Line> lines, models::SessionGrouping grouping) const;
    [[nodiscard]] bool isSameGroup(const Line& left, const Line& right, models::SessionGrouping grouping) const;
    /// What the heading above such a line says before the number.
    [[nodiscard]] QString heading(const Line& line, models::SessionGrouping grouping) const;
    [[nodiscard]] QString text(const Line& line, models::SessionColumn column) const;
    [[nodiscard]] std::size_t total() const;
    /// In which states, and with which problems, those are that place and words let through.
    [[nodiscard]] models::StateCounts inPlace(const models::SessionFilter& filter) const;
    void setNow(std::int64_t nowMs) { m_nowMs = nowMs; }
    [[nodiscard]] std::vector<Line> lines() const { return m_lines; }

private:
    [[nodiscard]] int compareGroups(const Line& left, const Line& right, models::SessionGrouping grouping) const;
    [[nodiscard]] const Note* noteOf(const core::Session& session) const;
    [[nodiscard]] bool isGone(const core::Session& session) const;
    [[nodiscard]] bool holds(const Line& line, const QString& word) const;
    [[nodiscard]] bool meets(const Line& line, const models::FilterTerm& term) const;
    [[nodiscard]] bool matches(const Line& line, const models::SessionFilter& filter) const;
    [[nodiscard]] bool isInPlace(const Line& line, const models::SessionFilter& filter) const;
    [[nodiscard]] bool hasState(const Line& line, const models::SessionFilter& filter) const;
    [[nodiscard]] bool hasProblem(const Line& line, const models::SessionFilter& filter) const;
    [[nodiscard]] bool isStuck(const Line& line) const;
    [[nodiscard]] bool isOnSeveral(const Line& line) const;
    [[nodiscard]] bool isBlank(const Line& line, models::SessionColumn column) const;
    [[nodiscard]] int compare(const Line& left, const Line& right, models::SessionColumn column) const;

    std::int64_t m_nowMs = 0;
    std::vector<Line> m_lines; ///< in base order
    std::map<core::ServerId, management::SnapshotPointer> m_sources;
    std::map<QString, std::set<QString>> m_machinesOf; ///< by person
    std::vector<std::pair<core::Session, Note>> m_notes;
    std::map<std::string, std::string> m_names;
};

/// A farm of a few hundred sessions on three servers that changes at random, ids given to others included.
class RandomFarm final
{
public:
    explicit RandomFarm(std::uint32_t seed)
        : m_random(seed)
    {}

    [[nodiscard]] std::uint32_t below(std::uint32_t limit) { return static_cast<std::uint32_t>(m_random() % limit); }
    /// Any enumerator, so that none that is added later is missed.
    template <typename Enum>
    [[nodiscard]] Enum any()
    {
        constexpr auto all = support::enumerators<Enum>();
        return all[below(static_cast<std::uint32_t>(all.size()))];
    }
    [[nodiscard]] bool chance(std::uint32_t percent) { return below(100) < percent; }
    [[nodiscard]] core::ServerId server(std::uint32_t number) const;
    /// The server's next list: by so many per cent of its sessions different.
    [[nodiscard]] management::SnapshotPointer next(std::uint32_t server, std::uint32_t churnPercent);
    [[nodiscard]] models::SessionFilter filter();

private:
    [[nodiscard]] core::Session someSession(std::uint32_t server);
    void change(core::Session& session);

    std::mt19937 m_random;
    std::map<std::uint32_t, std::vector<core::Session>> m_sessions;
    std::map<std::uint32_t, std::uint64_t> m_sequence;
    std::uint64_t m_time = 0;
};

} // namespace deskwarden::tests
