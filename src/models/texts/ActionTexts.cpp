// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/texts/ActionTexts.h"

#include "management/seam/ActionSpec.h"

#include <QtGlobal>

#include <array>

namespace deskwarden::models {

namespace {

using management::ActionKind;

// In the order of ActionKind.
constexpr std::array actionTexts{
    ActionText{
        .kind = ActionKind::Logoff,
        .name = QT_TRANSLATE_NOOP("Texts", "Log off"),
        .verifying = QT_TRANSLATE_NOOP("Texts", "Signing out"),
        .countdown = QT_TRANSLATE_NOOP("Texts", "Log-off in %1"),
        .doneName = QT_TRANSLATE_NOOP("Texts", "Signed out"),
        .done = QT_TRANSLATE_NOOP("Texts", "The session is gone: the user is signed out."),
        .stillThere = QT_TRANSLATE_NOOP("Texts", "Windows took the request, but the session is still there: it "
                                                 "is signing out."),
        .stillThereNextStep =
            QT_TRANSLATE_NOOP("Texts", "Look again in two minutes. If it stays, a program "
                                       "refuses to close or the profile hangs: the VM host needs attention."),
        .deniedOnHost = QT_TRANSLATE_NOOP("Texts", "You may list sessions on the broker, but not log off on VM "
                                                   "host %1."),
        .title = QT_TRANSLATE_NOOP("Texts", "Log off %1 on %2?"),
        .button = QT_TRANSLATE_NOOP("Texts", "Log off %1"),
        .consequence = QT_TRANSLATE_NOOP("Texts", "Their programs are closed, and work that is not saved is lost."),
    },
    ActionText{
        .kind = ActionKind::Disconnect,
        .name = QT_TRANSLATE_NOOP("Texts", "Disconnect"),
        .verifying = QT_TRANSLATE_NOOP("Texts", "Disconnecting"),
        .countdown = QT_TRANSLATE_NOOP("Texts", "Disconnect in %1"),
        .doneName = QT_TRANSLATE_NOOP("Texts", "Disconnected"),
        .done = QT_TRANSLATE_NOOP("Texts", "The user is disconnected; the programs still run."),
        .stillThere = QT_TRANSLATE_NOOP("Texts", "Windows took the request, but the session is still connected."),
        .stillThereNextStep = QT_TRANSLATE_NOOP("Texts", "Look again in a minute, then try once more."),
        .deniedOnHost = QT_TRANSLATE_NOOP("Texts", "You may list sessions on the broker, but not disconnect them "
                                                   "on VM host %1."),
        .title = QT_TRANSLATE_NOOP("Texts", "Disconnect %1 on %2?"),
        .button = QT_TRANSLATE_NOOP("Texts", "Disconnect %1"),
        .consequence = QT_TRANSLATE_NOOP("Texts", "Their screens close; the programs go on running, and they can "
                                                  "connect again."),
    },
    ActionText{
        .kind = ActionKind::Message,
        .name = QT_TRANSLATE_NOOP("Texts", "Send message"),
        .verifying = QT_TRANSLATE_NOOP("Texts", "Sending"),
        .countdown = QT_TRANSLATE_NOOP("Texts", "Message in %1"),
        .doneName = QT_TRANSLATE_NOOP("Texts", "Message sent"),
        .done = QT_TRANSLATE_NOOP("Texts", "Windows took the message. Whether it was read is not known."),
        .stillThere = QT_TRANSLATE_NOOP("Texts", "Windows took the request, but the session is still there: it "
                                                 "is signing out."),
        .stillThereNextStep =
            QT_TRANSLATE_NOOP("Texts", "Look again in two minutes. If it stays, a program "
                                       "refuses to close or the profile hangs: the VM host needs attention."),
        .deniedOnHost = QT_TRANSLATE_NOOP("Texts", "You may list sessions on the broker, but not send messages "
                                                   "on VM host %1."),
        .title = QT_TRANSLATE_NOOP("Texts", "Send a message to %1 on %2?"),
        .button = QT_TRANSLATE_NOOP("Texts", "Send to %1"),
        .consequence = QT_TRANSLATE_NOOP("Texts", "A window with the message appears in their sessions. It "
                                                  "cannot be taken back."),
    },
    ActionText{
        .kind = ActionKind::Start,
        .name = QT_TRANSLATE_NOOP("Texts", "Start"),
        .verifying = QT_TRANSLATE_NOOP("Texts", "Starting"),
        .countdown = QT_TRANSLATE_NOOP("Texts", "Start in %1"),
        .doneName = QT_TRANSLATE_NOOP("Texts", "Started"),
        .done = QT_TRANSLATE_NOOP("Texts", "The machine is running."),
        .stillThere = QT_TRANSLATE_NOOP("Texts", "The broker took the request, but the machine is not running yet."),
        .stillThereNextStep =
            QT_TRANSLATE_NOOP("Texts", "Look again in two minutes. If it stays so, the VM host needs attention."),
        .deniedOnHost =
            QT_TRANSLATE_NOOP("Texts", "You may list machines on the broker, but not start those on VM host %1."),
        .title = QT_TRANSLATE_NOOP("Texts", "Start %1 on %2?"),
        .button = QT_TRANSLATE_NOOP("Texts", "Start %1"),
        .consequence =
            QT_TRANSLATE_NOOP("Texts", "Saved and paused machines go on where they were, the others start anew."),
    },
    ActionText{
        .kind = ActionKind::Save,
        .name = QT_TRANSLATE_NOOP("Texts", "Save"),
        .verifying = QT_TRANSLATE_NOOP("Texts", "Saving"),
        .countdown = QT_TRANSLATE_NOOP("Texts", "Save in %1"),
        .doneName = QT_TRANSLATE_NOOP("Texts", "Saved"),
        .done = QT_TRANSLATE_NOOP("Texts", "The machine is saved: its memory is on disk."),
        .stillThere = QT_TRANSLATE_NOOP("Texts", "The broker took the request, but the machine is not saved yet."),
        .stillThereNextStep =
            QT_TRANSLATE_NOOP("Texts", "Look again in two minutes. If it stays so, the VM host needs attention."),
        .deniedOnHost =
            QT_TRANSLATE_NOOP("Texts", "You may list machines on the broker, but not save those on VM host %1."),
        .title = QT_TRANSLATE_NOOP("Texts", "Save %1 on %2?"),
        .button = QT_TRANSLATE_NOOP("Texts", "Save %1"),
        .consequence = QT_TRANSLATE_NOOP("Texts", "Users who work on them are cut off until the machines are started "
                                                  "again; their programs stay as they are."),
    },
    ActionText{
        .kind = ActionKind::TurnOff,
        .name = QT_TRANSLATE_NOOP("Texts", "Turn off"),
        .verifying = QT_TRANSLATE_NOOP("Texts", "Turning off"),
        .countdown = QT_TRANSLATE_NOOP("Texts", "Turn off in %1"),
        .doneName = QT_TRANSLATE_NOOP("Texts", "Turned off"),
        .done = QT_TRANSLATE_NOOP("Texts", "The machine is off."),
        .stillThere = QT_TRANSLATE_NOOP("Texts", "The broker took the request, but the machine is not off yet."),
        .stillThereNextStep =
            QT_TRANSLATE_NOOP("Texts", "Look again in two minutes. If it stays so, the VM host needs attention."),
        .deniedOnHost =
            QT_TRANSLATE_NOOP("Texts", "You may list machines on the broker, but not turn off those on VM host %1."),
        .title = QT_TRANSLATE_NOOP("Texts", "Turn off %1 on %2?"),
        .button = QT_TRANSLATE_NOOP("Texts", "Turn off %1"),
        .consequence = QT_TRANSLATE_NOOP(
            "Texts", "As if the power failed: work that is not saved is lost, and Windows is not shut down."),
    },
    ActionText{
        .kind = ActionKind::Pause,
        .name = QT_TRANSLATE_NOOP("Texts", "Pause"),
        .verifying = QT_TRANSLATE_NOOP("Texts", "Pausing"),
        .countdown = QT_TRANSLATE_NOOP("Texts", "Pause in %1"),
        .doneName = QT_TRANSLATE_NOOP("Texts", "Paused"),
        .done = QT_TRANSLATE_NOOP("Texts", "The machine is paused."),
        .stillThere = QT_TRANSLATE_NOOP("Texts", "The broker took the request, but the machine is not paused yet."),
        .stillThereNextStep =
            QT_TRANSLATE_NOOP("Texts", "Look again in two minutes. If it stays so, the VM host needs attention."),
        .deniedOnHost =
            QT_TRANSLATE_NOOP("Texts", "You may list machines on the broker, but not pause those on VM host %1."),
        .title = QT_TRANSLATE_NOOP("Texts", "Pause %1 on %2?"),
        .button = QT_TRANSLATE_NOOP("Texts", "Pause %1"),
        .consequence = QT_TRANSLATE_NOOP(
            "Texts", "They stand still in memory, and nobody can work on them until they are started again."),
    },
    ActionText{
        .kind = ActionKind::Assign,
        .name = QT_TRANSLATE_NOOP("Texts", "Assign"),
        .verifying = QT_TRANSLATE_NOOP("Texts", "Assigning"),
        .countdown = QT_TRANSLATE_NOOP("Texts", "Assign in %1"),
        .doneName = QT_TRANSLATE_NOOP("Texts", "Assigned"),
        .done = QT_TRANSLATE_NOOP("Texts", "The desktop is assigned to the user."),
        .stillThere = QT_TRANSLATE_NOOP("Texts", "The broker took the request, but the desktop is not assigned yet."),
        .stillThereNextStep = QT_TRANSLATE_NOOP("Texts", "Look again in a minute, then try once more."),
        .deniedOnHost =
            QT_TRANSLATE_NOOP("Texts", "You may list machines on the broker, but not assign those on VM host %1."),
        .title = QT_TRANSLATE_NOOP("Texts", "Assign %1 on %2?"),
        .button = QT_TRANSLATE_NOOP("Texts", "Assign %1"),
        .consequence = QT_TRANSLATE_NOOP("Texts", "Nobody but this user gets onto them from then on."),
    },
    ActionText{
        .kind = ActionKind::Free,
        .name = QT_TRANSLATE_NOOP("Texts", "Free"),
        .verifying = QT_TRANSLATE_NOOP("Texts", "Freeing"),
        .countdown = QT_TRANSLATE_NOOP("Texts", "Free in %1"),
        .doneName = QT_TRANSLATE_NOOP("Texts", "Freed"),
        .done = QT_TRANSLATE_NOOP("Texts", "The desktop belongs to nobody any more."),
        .stillThere =
            QT_TRANSLATE_NOOP("Texts", "The broker took the request, but the desktop still belongs to somebody."),
        .stillThereNextStep = QT_TRANSLATE_NOOP("Texts", "Look again in a minute, then try once more."),
        .deniedOnHost =
            QT_TRANSLATE_NOOP("Texts", "You may list machines on the broker, but not free those on VM host %1."),
        .title = QT_TRANSLATE_NOOP("Texts", "Free %1 on %2?"),
        .button = QT_TRANSLATE_NOOP("Texts", "Free %1"),
        .consequence = QT_TRANSLATE_NOOP("Texts", "Their owners lose these desktops, with what they keep on them."),
    },
};
static_assert(management::hasEachAction(actionTexts), "an act without its texts");

} // namespace

const ActionText& textOf(ActionKind kind) noexcept
{
    return actionTexts[management::indexOf(kind)];
}

} // namespace deskwarden::models
