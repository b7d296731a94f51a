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
};
static_assert(management::hasEachAction(actionTexts), "an act without its texts");

} // namespace

const ActionText& textOf(ActionKind kind) noexcept
{
    return actionTexts[management::indexOf(kind)];
}

} // namespace deskwarden::models
