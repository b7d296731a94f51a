// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <cstdint>
#include <vector>

namespace deskwarden::models {

struct Row;

/// One line of what is known of a session; both texts are safe to show. An empty label begins a new paragraph of its
/// own, such as the reason why it is probably a ghost.
struct SessionDetail
{
    QString label;
    QString value;
    friend bool operator==(const SessionDetail&, const SessionDetail&) = default;
};

/// What people call what a session belongs to.
struct SessionPlaceNames
{
    QString collection;
    QString server;
};

/// All of it but the state, in the order in which people ask. What the broker did not tell is left out.
[[nodiscard]] std::vector<SessionDetail> sessionDetails(const Row& row, const SessionPlaceNames& names,
                                                        std::int64_t nowMs, const QString& lastResult);

} // namespace deskwarden::models
