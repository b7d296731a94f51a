// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/SessionGrouping.h"

#include <algorithm>

namespace deskwarden::models {

QString groupingId(SessionGrouping grouping)
{
    switch (grouping) {
    case SessionGrouping::None:
        return QStringLiteral("none");
    case SessionGrouping::Collection:
        return QStringLiteral("collection");
    case SessionGrouping::VmHost:
        return QStringLiteral("host");
    case SessionGrouping::User:
        return QStringLiteral("user");
    case SessionGrouping::State:
        return QStringLiteral("state");
    }
    return {};
}

std::optional<SessionGrouping> groupingFromId(const QString& id)
{
    const auto* const found = std::ranges::find(sessionGroupings, id, groupingId);
    return found == sessionGroupings.end() ? std::nullopt : std::optional(*found);
}

} // namespace deskwarden::models
