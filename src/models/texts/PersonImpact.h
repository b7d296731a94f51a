// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Session.h"
#include "management/seam/Action.h"

#include <QString>

namespace deskwarden::models {

/// What an act means for one person, by name. Names are safe to show as plain text.
struct PersonImpact
{
    QString title;        ///< "Log off anna.fischer?"
    QString who;          ///< account, full name, virtual machine and server
    QString notice;       ///< what the person is doing, and what is lost
    QString confirmLabel; ///< "Log off anna.fischer"
    bool isSevere = false;
};

/// `unused` is how long nobody has used the session, as the table words it; may be empty. `server` is its name, `name`
/// the user's, safe to show; empty where none is known.
/// Thread: GUI.
[[nodiscard]] PersonImpact describePerson(management::ActionKind kind, const core::Session& session,
                                          const QString& unused, const QString& server, const QString& name = {});

} // namespace deskwarden::models
