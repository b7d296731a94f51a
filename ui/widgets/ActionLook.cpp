// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/ActionLook.h"

#include "management/seam/ActionSpec.h"

#include <QtGlobal>

#include <array>

namespace deskwarden::ui {

namespace {

using management::ActionKind;

// In the order of ActionKind, which is that of the menus.
constexpr std::array actionLooks{
    ActionLook{ActionKind::Logoff, "logoffAction", "logout",
               QT_TRANSLATE_NOOP("deskwarden::ui::ActionSet", "&Log off…"),
               QT_TRANSLATE_NOOP("deskwarden::ui::ActionSet", "End the selected sessions"), Qt::CTRL | Qt::Key_L},
    ActionLook{ActionKind::Disconnect, "disconnectAction", "unlink",
               QT_TRANSLATE_NOOP("deskwarden::ui::ActionSet", "&Disconnect…"),
               QT_TRANSLATE_NOOP("deskwarden::ui::ActionSet", "Part the selected sessions from their clients"),
               Qt::CTRL | Qt::Key_D},
    ActionLook{ActionKind::Message, "sendMessageAction", "message",
               QT_TRANSLATE_NOOP("deskwarden::ui::ActionSet", "Send &message…"),
               QT_TRANSLATE_NOOP("deskwarden::ui::ActionSet", "Write to the selected users"), Qt::CTRL | Qt::Key_M},
};
static_assert(management::hasEachAction(actionLooks), "an act without its looks");

} // namespace

const ActionLook& lookOf(ActionKind kind) noexcept
{
    return actionLooks[management::indexOf(kind)];
}

} // namespace deskwarden::ui
