// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/sessions/PersonLines.h"

#include "desk/PeopleCache.h"
#include "models/table/PersonDetails.h"
#include "models/texts/Texts.h"

#include <QCoreApplication>

namespace deskwarden::ui {

std::vector<models::SessionDetail> withPerson(const desk::PeopleCache& people, const core::Session& session,
                                              std::vector<models::SessionDetail> lines)
{
    std::vector<models::SessionDetail> found;
    if (const auto person = people.find(session))
        found = models::personDetails(*person);
    else if (const auto problem = people.problemOf(session.key.server); problem && core::hasUser(session))
        found.push_back({QCoreApplication::translate("DetailsDock", "Directory"), models::describe(*problem).joined()});
    lines.insert(lines.begin(), found.begin(), found.end());
    return lines;
}

} // namespace deskwarden::ui
