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
    ActionLook{ActionKind::Start,
               "startMachineAction",
               "player-play",
               QT_TRANSLATE_NOOP("deskwarden::ui::ActionSet", "&Start…"),
               QT_TRANSLATE_NOOP("deskwarden::ui::ActionSet", "Start the selected machines"),
               {}},
    ActionLook{ActionKind::Save,
               "saveMachineAction",
               "device-floppy",
               QT_TRANSLATE_NOOP("deskwarden::ui::ActionSet", "Sa&ve…"),
               QT_TRANSLATE_NOOP("deskwarden::ui::ActionSet", "Save the selected machines to disk"),
               {}},
    ActionLook{ActionKind::TurnOff,
               "turnOffMachineAction",
               "power",
               QT_TRANSLATE_NOOP("deskwarden::ui::ActionSet", "Turn &off…"),
               QT_TRANSLATE_NOOP("deskwarden::ui::ActionSet", "Turn the selected machines off"),
               {}},
    ActionLook{ActionKind::Pause,
               "pauseMachineAction",
               "player-pause",
               QT_TRANSLATE_NOOP("deskwarden::ui::ActionSet", "&Pause…"),
               QT_TRANSLATE_NOOP("deskwarden::ui::ActionSet", "Halt the selected machines in memory"),
               {}},
    ActionLook{ActionKind::Assign,
               "assignMachineAction",
               "user-check",
               QT_TRANSLATE_NOOP("deskwarden::ui::ActionSet", "&Assign…"),
               QT_TRANSLATE_NOOP("deskwarden::ui::ActionSet", "Give the selected desktop to a user"),
               {}},
    ActionLook{ActionKind::Free,
               "freeMachineAction",
               "user-off",
               QT_TRANSLATE_NOOP("deskwarden::ui::ActionSet", "&Free…"),
               QT_TRANSLATE_NOOP("deskwarden::ui::ActionSet", "Take the selected desktops from their owners"),
               {}},
};
static_assert(management::hasEachAction(actionLooks), "an act without its looks");

} // namespace

const ActionLook& lookOf(ActionKind kind) noexcept
{
    return actionLooks[management::indexOf(kind)];
}

} // namespace deskwarden::ui
