// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/sessions/SessionSnapshot.h"
#include "models/table/PersonNames.h"
#include "ui/palette/PaletteStock.h"

#include <QString>

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace deskwarden::ui {

/// The sessions of all servers, by user, by the user's full name and by machine. It only holds the lists: a hundred
/// thousand sessions cost nothing, and are looked through when something is typed. Without words nobody is found. For
/// the users that fit best it also offers to ask why they cannot get in, which words of that question find, too.
class SessionStock final : public PaletteStock
{
public:
    using Choose = std::function<void(const core::Session&)>;

    static constexpr std::size_t mostAskedAbout = 3;

    /// `servers`: how people call them, where there are several. Without `askWhy` nobody is asked about.
    SessionStock(std::vector<management::SnapshotPointer> lists, std::map<core::ServerId, QString> servers,
                 Choose choose, models::PeopleOfServers people = {}, Choose askWhy = {});

    [[nodiscard]] PaletteFinds find(const PaletteQuery& query, const std::stop_token& stop) const override;
    [[nodiscard]] PaletteEntry entry(std::size_t index) const override;

private:
    struct Match;
    [[nodiscard]] std::optional<Match> matchOf(const core::Session& session, const models::PersonNames* people,
                                               const PaletteQuery& query) const;
    void addQuestions(std::vector<Match> matches, int rank, PaletteFinds& finds) const;
    [[nodiscard]] QString nameOf(const core::Session& session) const;
    [[nodiscard]] PaletteEntry question(const core::Session& session) const;
    [[nodiscard]] const core::Session& sessionAt(std::size_t index) const;

    const std::vector<management::SnapshotPointer> m_lists;
    const std::map<core::ServerId, QString> m_servers;
    const Choose m_choose;
    const models::PeopleOfServers m_people;
    const Choose m_askWhy;
};

} // namespace deskwarden::ui
