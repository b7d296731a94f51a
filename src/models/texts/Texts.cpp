// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/texts/Texts.h"

#include "core/StatusCode.h"
#include "models/texts/ActionTexts.h"
#include "models/texts/CodeTexts.h"
#include "models/texts/Translate.h"

#include <algorithm>
#include <cstdint>

namespace deskwarden::models {

QString stateName(core::ConnectState state)
{
    using enum core::ConnectState;
    switch (state) {
    case Active:
        return translate("Texts", "Active");
    case Connected:
        return translate("Texts", "Connected");
    case ConnectQuery:
        return translate("Texts", "Connecting");
    case Shadow:
        return translate("Texts", "Remote control");
    case Disconnected:
        return translate("Texts", "Disconnected");
    case Idle:
        return translate("Texts", "Waiting");
    case Listen:
        return translate("Texts", "Listener");
    case Reset:
        return translate("Texts", "Signing out");
    case Down:
        return translate("Texts", "Broken");
    case Init:
        return translate("Texts", "Starting");
    case Absent:
        return translate("Texts", "Not told");
    }
    return translate("Texts", "Unknown (%1)").arg(static_cast<std::uint32_t>(state));
}

QString stateMeaning(core::ConnectState state)
{
    using enum core::ConnectState;
    switch (state) {
    case Active:
        return translate("Texts", "Somebody is working in it now.");
    case Connected:
        return translate("Texts", "A client is connected, but nobody has signed in yet.");
    case ConnectQuery:
        return translate("Texts", "A client is connecting right now.");
    case Shadow:
        return translate("Texts", "It is being remote-controlled, or controls another session.");
    case Disconnected:
        return translate("Texts", "The user left; the programs still run.");
    case Idle:
        return translate("Texts", "It waits for a client. This says nothing about an idle user.");
    case Listen:
        return translate("Texts", "It only listens for connections; there is nobody in it.");
    case Reset:
        return translate("Texts", "It is being signed out now. Wait, then look again.");
    case Down:
        return translate("Texts", "It is broken and being torn down. If it stays, the VM host needs attention.");
    case Init:
        return translate("Texts", "It is just starting.");
    case Absent:
        return translate("Texts", "The server did not tell the state.");
    }
    return translate("Texts", "The server reports a state that is not documented.");
}

QString leftOutRowsText(const management::LeftOutRows& rows)
{
    QStringList sentences;
    if (rows.unreadable > 0)
        sentences << translate("Texts", "Rows without a readable host or session ID, which are not shown: %1.")
                         .arg(rows.unreadable);
    if (rows.doubled > 0)
        sentences << translate("Texts", "Rows that repeat the host and session ID of another one: %1. Of each such "
                                        "session the first row is shown, and nothing is done to it.")
                         .arg(rows.doubled);
    return sentences.join(QLatin1Char(' '));
}

QString healthText(management::SnapshotHealth health)
{
    switch (health) {
    case management::SnapshotHealth::Filling:
        return translate("Texts", "Loading");
    case management::SnapshotHealth::Fresh:
        return translate("Texts", "Up to date");
    case management::SnapshotHealth::Partial:
        return translate("Texts", "Incomplete");
    case management::SnapshotHealth::Stale:
        return translate("Texts", "Out of date");
    case management::SnapshotHealth::Failed:
        return translate("Texts", "No answer");
    }
    return {};
}

QString schemeName(core::AuthScheme scheme)
{
    switch (scheme) {
    case core::AuthScheme::Automatic:
        return translate("Texts", "Automatic");
    case core::AuthScheme::Negotiate:
        return translate("Texts", "Negotiate");
    case core::AuthScheme::Kerberos:
        return translate("Texts", "Kerberos");
    case core::AuthScheme::Ntlm:
        return translate("Texts", "NTLM");
    case core::AuthScheme::Basic:
        return translate("Texts", "Basic");
    case core::AuthScheme::Certificate:
        return translate("Texts", "Client certificate");
    }
    return {};
}

QString durationText(std::chrono::milliseconds time)
{
    const qint64 minutes = std::chrono::duration_cast<std::chrono::minutes>(time).count();
    if (minutes < 60)
        return translate("Texts", "%1 min").arg(minutes);
    const qint64 hours = minutes / 60;
    if (hours < 24)
        return translate("Texts", "%1 h %2 min").arg(hours).arg(minutes % 60);
    return translate("Texts", "%1 d %2 h").arg(hours / 24).arg(hours % 24);
}

QString ghostReason(management::GhostSign sign, std::string_view other)
{
    using enum management::GhostSign;
    switch (sign) {
    case None:
        return {};
    case MachineOff:
        return translate("Texts", "Probably a ghost: its virtual machine is turned off.");
    case MachineSaved:
        return translate("Texts", "Probably a ghost: its virtual machine is saved to disk and does not run.");
    case OtherUser:
        return translate("Texts", "Probably a ghost: on this virtual machine the broker names another user, %1.")
            .arg(plainText(other));
    case OtherOwner:
        return translate("Texts", "Probably a ghost: this virtual machine is now assigned to another user, %1.")
            .arg(plainText(other));
    }
    return {};
}

QString sinceText(std::chrono::milliseconds age, bool isLowerBound)
{
    if (age < std::chrono::minutes(1))
        return isLowerBound ? QString() : translate("Texts", "just now");
    return isLowerBound ? translate("Texts", "at least %1").arg(durationText(age)) : durationText(age);
}

QString ageText(std::chrono::milliseconds age)
{
    if (age < std::chrono::minutes(1)) {
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(age).count();
        return translate("Texts", "%1 s ago").arg(seconds > 0 ? seconds : 0);
    }
    return translate("Texts", "%1 ago").arg(durationText(age));
}

QString codeText(std::uint32_t value)
{
    const core::StatusCode* const known = core::findStatusCode(value);
    QString text = QString::number(value) + u" (" + QString::fromStdString(core::hexText(value));
    if (known != nullptr)
        text += u' ' + QString::fromUtf8(known->symbol.data(), static_cast<qsizetype>(known->symbol.size()));
    return text + u')';
}

QString codeMeaning(std::uint32_t value)
{
    const core::StatusCode* const known = core::findStatusCode(value);
    if (const CodeText* const text = known ? findCodeText(known->value) : nullptr)
        return translate("CodeTexts", text->meaning);
    return translate("Texts", "The server answered with a code that is not documented.");
}

QString codeNextStep(std::uint32_t value)
{
    const core::StatusCode* const known = core::findStatusCode(value);
    if (const CodeText* const text = known ? findCodeText(known->value) : nullptr)
        return translate("CodeTexts", text->nextStep);
    return translate("Texts", "Refresh to see what became of it; give the code to those who look after the server.");
}

QString actionName(management::ActionKind kind)
{
    return translate("Texts", textOf(kind).name);
}

QString phaseName(management::ActionPhase phase, management::ActionKind kind)
{
    switch (phase) {
    case management::ActionPhase::Queued:
        return translate("Texts", "Queued");
    case management::ActionPhase::Told:
        return translate("Texts", "Told, waits");
    case management::ActionPhase::Announced:
        return translate("Texts", "Recorded");
    case management::ActionPhase::Running:
        return translate("Texts", "Running");
    case management::ActionPhase::Verifying:
        return translate("Texts", textOf(kind).verifying);
    case management::ActionPhase::Finished:
        return translate("Texts", "Finished");
    }
    return {};
}

QString clockText(std::chrono::milliseconds left)
{
    const auto seconds = std::max<std::int64_t>(std::chrono::ceil<std::chrono::seconds>(left).count(), 0);
    const auto padded = [](std::int64_t value) { return QStringLiteral("%1").arg(value, 2, 10, QLatin1Char('0')); };
    if (seconds < 3600)
        return QString::number(seconds / 60) + u':' + padded(seconds % 60);
    return QString::number(seconds / 3600) + u':' + padded(seconds / 60 % 60) + u':' + padded(seconds % 60);
}

QString countdownText(std::chrono::milliseconds left, management::ActionKind kind)
{
    return translate("Texts", textOf(kind).countdown).arg(clockText(left));
}

QString outcomeName(management::OutcomeKind kind)
{
    switch (kind) {
    case management::OutcomeKind::Done:
        return translate("Texts", "Done");
    case management::OutcomeKind::AlreadyGone:
        return translate("Texts", "Already gone");
    case management::OutcomeKind::StillSigningOut:
        return translate("Texts", "Still signing out");
    case management::OutcomeKind::Skipped:
        return translate("Texts", "Skipped");
    case management::OutcomeKind::Failed:
        return translate("Texts", "Failed");
    case management::OutcomeKind::Unknown:
        return translate("Texts", "Unknown");
    case management::OutcomeKind::Cancelled:
        return translate("Texts", "Cancelled");
    case management::OutcomeKind::StillChanging:
        return translate("Texts", "Still on its way");
    }
    return {};
}

QString Sentence::joined() const
{
    if (nextStep.isEmpty())
        return what;
    return what.isEmpty() ? nextStep : what + u' ' + nextStep;
}

} // namespace deskwarden::models
