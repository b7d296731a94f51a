// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/sessions/SessionSnapshot.h"
#include "ui/palette/PaletteStock.h"

#include <QString>

#include <functional>
#include <map>
#include <vector>

namespace deskwarden::ui {

/// The sessions of all servers, by user and by machine. It only holds the lists: a hundred thousand sessions cost
/// nothing, and are looked through when something is typed. Without words nobody is found.
class SessionStock final : public PaletteStock
{
public:
    using Choose = std::function<void(const core::Session&)>;

    /// `servers`: how people call them, where there are several.
    SessionStock(std::vector<management::SnapshotPointer> lists, std::map<core::ServerId, QString> servers,
                 Choose choose);

    [[nodiscard]] PaletteFinds find(const PaletteQuery& query, const std::stop_token& stop) const override;
    [[nodiscard]] PaletteEntry entry(std::size_t index) const override;

private:
    [[nodiscard]] const core::Session& sessionAt(std::size_t index) const;

    const std::vector<management::SnapshotPointer> m_lists;
    const std::map<core::ServerId, QString> m_servers;
    const Choose m_choose;
};

} // namespace deskwarden::ui
