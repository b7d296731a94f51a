// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Session.h"
#include "models/table/SessionDetails.h"

#include <vector>

namespace deskwarden::desk {
class PeopleCache;
} // namespace deskwarden::desk

namespace deskwarden::ui {

/// What a directory tells of a session's user, before the lines that are there already; for somebody who is not known,
/// why the directory does not tell now. Thread: GUI.
[[nodiscard]] std::vector<models::SessionDetail> withPerson(const desk::PeopleCache& people,
                                                            const core::Session& session,
                                                            std::vector<models::SessionDetail> lines);

} // namespace deskwarden::ui
