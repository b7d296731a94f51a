// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/texts/PersonImpact.h"

#include "models/texts/Texts.h"
#include "models/texts/Translate.h"

#include <QStringList>

namespace deskwarden::models {

namespace {

using core::ConnectState;
using management::ActionKind;

constexpr qsizetype longestName = 40;

/// Letters that are shown as their numbers make a name longer again; no dialog may grow by it.
QString shortened(const QString& name)
{
    return name.size() <= longestName ? name : name.left(longestName) + u'\u2026';
}

/// What the person is doing.
QString doingText(const QString& user, ConnectState state, const QString& unused)
{
    if (state == ConnectState::Active && !unused.isEmpty())
        return translate("PersonImpact", "%1 is signed in (%2).").arg(user, unused);
    if (state == ConnectState::Active)
        return translate("PersonImpact", "%1 is working right now.").arg(user);
    if (state == ConnectState::Shadow)
        return translate("PersonImpact", "%1 is working right now, and somebody watches the screen.").arg(user);
    if (state == ConnectState::Disconnected && !unused.isEmpty())
        return translate("PersonImpact", "%1 is disconnected (%2).").arg(user, unused);
    if (state == ConnectState::Disconnected)
        return translate("PersonImpact", "%1 is disconnected.").arg(user);
    if (state == ConnectState::Reset)
        return translate("PersonImpact", "%1 is signing out already.").arg(user);
    //: %1 is a user, %2 the state of the session
    return translate("PersonImpact", "The session of %1 is in this state: %2.").arg(user, stateName(state));
}

QString lossText(ActionKind kind, ConnectState state)
{
    switch (kind) {
    case ActionKind::Logoff:
        return state == ConnectState::Disconnected
                   ? translate("PersonImpact", "Programs that still run are closed. What is not saved is lost.")
                   : translate("PersonImpact", "What is not saved is lost.");
    case ActionKind::Disconnect:
        return state == ConnectState::Disconnected
                   ? translate("PersonImpact", "There is nothing to disconnect.")
                   : translate("PersonImpact", "The screen closes; the programs go on running.");
    case ActionKind::Message:
        return state == ConnectState::Disconnected
                   ? translate("PersonImpact", "The message is seen only after connecting again.")
                   : QString();
    case ActionKind::Start: // of machines
    case ActionKind::Save:
    case ActionKind::TurnOff:
    case ActionKind::Pause:
    case ActionKind::Assign:
    case ActionKind::Free:
        break;
    }
    return {};
}

} // namespace

PersonImpact describePerson(ActionKind kind, const core::Session& session, const QString& unused, const QString& server,
                            const QString& name)
{
    PersonImpact impact;
    const QString user = shortened(plainText(session.userName, longestName));
    switch (kind) {
    case ActionKind::Logoff:
        impact.title = translate("PersonImpact", "Log off %1?").arg(user);
        impact.confirmLabel = translate("PersonImpact", "&Log off %1");
        break;
    case ActionKind::Disconnect:
        impact.title = translate("PersonImpact", "Disconnect %1?").arg(user);
        impact.confirmLabel = translate("PersonImpact", "&Disconnect %1");
        break;
    case ActionKind::Message:
        impact.title = translate("PersonImpact", "Send a message to %1?").arg(user);
        impact.confirmLabel = translate("PersonImpact", "&Send to %1");
        break;
    case ActionKind::Start: // of machines
    case ActionKind::Save:
    case ActionKind::TurnOff:
    case ActionKind::Pause:
    case ActionKind::Assign:
    case ActionKind::Free:
        break;
    }
    QString unmarked = user;
    impact.confirmLabel = impact.confirmLabel.arg(unmarked.replace(u'&', QStringLiteral("&&")));
    QStringList who{shortened(accountText(session))};
    if (!name.isEmpty())
        who << shortened(name);
    who << shortened(session.vmName.isEmpty() ? placeText(session.key) : plainText(session.vmName));
    if (!server.isEmpty())
        who << server;
    impact.who = who.join(QStringLiteral(" \u00B7 "));
    impact.isSevere = core::isInUse(session.state) && kind != ActionKind::Message;
    impact.notice = doingText(user, session.state, unused) + u' ' + lossText(kind, session.state);
    impact.notice = impact.notice.trimmed();
    return impact;
}

} // namespace deskwarden::models
