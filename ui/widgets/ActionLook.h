// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/seam/Action.h"

#include <QKeyCombination>

namespace deskwarden::ui {

/// What an act looks like in menus and lists, and which keys start it. The texts are English, for
/// QCoreApplication::translate("deskwarden::ui::ActionSet", …).
struct ActionLook
{
    management::ActionKind kind;
    const char* objectName; ///< of its QAction
    const char* icon;       ///< in resources/icons/tabler
    const char* text;
    const char* hint;
    QKeyCombination shortcut;
};

[[nodiscard]] const ActionLook& lookOf(management::ActionKind kind) noexcept;

} // namespace deskwarden::ui
