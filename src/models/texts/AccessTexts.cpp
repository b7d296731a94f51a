// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/texts/AccessTexts.h"

#include "core/StatusCode.h"
#include "models/texts/JsonLines.h"
#include "models/texts/Translate.h"

#include <QJsonArray>
#include <QLocale>
#include <QStringList>

namespace deskwarden::models {

namespace {

using management::AccessAnswer;
using management::AccessCause;
using management::AccessEvidence;
using management::AccessFinding;
using management::AccessReport;

QString changeText(management::MachineState state)
{
    using enum management::MachineState;
    switch (state) {
    case Starting:
        return translate("AccessTexts", "it is starting");
    case Saving:
        return translate("AccessTexts", "it is being saved");
    case Stopping:
        return translate("AccessTexts", "it is shutting down");
    case Pausing:
        return translate("AccessTexts", "it is being paused");
    case Resuming:
        return translate("AccessTexts", "it is being resumed");
    case Unknown:
    case Running:
    case Off:
    case Paused:
    case Saved:
        break;
    }
    return {};
}

QString sessionText(const AccessEvidence& evidence)
{
    return evidence.session ? placeText(evidence.session->key) : QString();
}

QString untilText(const AccessEvidence& evidence)
{
    return QLocale().toString(QDateTime::fromSecsSinceEpoch(evidence.until), QLocale::ShortFormat);
}

Sentence inUseElsewhere(const AccessEvidence& evidence)
{
    const QString next =
        translate("AccessTexts", "Ask whether that is this person; if not, disconnect the session or log it off.");
    const QString client = evidence.session ? plainText(evidence.session->clientMachineName) : QString();
    if (client.isEmpty())
        return {translate("AccessTexts", "A session of this person is in use: %1 on %2.")
                    .arg(sessionText(evidence), plainText(evidence.machine)),
                next};
    return {translate("AccessTexts", "A session of this person is in use: %1 on %2, from the client %3.")
                .arg(sessionText(evidence), plainText(evidence.machine), client),
            next};
}

const char* symbolOf(AccessAnswer answer)
{
    switch (answer) {
    case AccessAnswer::Found:
        return "found";
    case AccessAnswer::NotFound:
        return "not_found";
    case AccessAnswer::NotKnown:
        break;
    }
    return "not_known";
}

/// What is said where no error tells why.
Sentence notAskedText(AccessCause cause)
{
    switch (cause) {
    case AccessCause::PassiveBroker:
        return {translate("AccessTexts", "The address that was asked may stand for any broker of the deployment."), {}};
    case AccessCause::AccountDisabled:
    case AccessCause::AccountExpired:
    case AccessCause::AccountLocked:
    case AccessCause::PasswordExpired:
    case AccessCause::NotInCollection:
    case AccessCause::NoPersonalDesktop:
    case AccessCause::PatchWindow:
    case AccessCause::DesktopOfAnother:
    case AccessCause::GhostSession:
    case AccessCause::StuckSession:
    case AccessCause::HostSilent:
    case AccessCause::MachineOff:
    case AccessCause::MachinePaused:
    case AccessCause::MachineChanging:
    case AccessCause::SessionElsewhere:
        break;
    }
    return {translate("AccessTexts", "The state of the machine is not known."), {}};
}

/// No directory was asked, or it was and keeps silent: two things to mend.
Sentence gapText(AccessCause cause, management::AccessGap gap)
{
    const bool isOfGroups = cause == AccessCause::NotInCollection;
    switch (gap) {
    case management::AccessGap::None:
        return notAskedText(cause);
    case management::AccessGap::NoDirectory:
        return {isOfGroups ? translate("AccessTexts", "It takes the person's groups, and no directory was asked.")
                           : translate("AccessTexts", "No directory was asked."),
                translate("AccessTexts", "Choose one in the server's connection.")};
    case management::AccessGap::DirectoryMute:
        return {isOfGroups ? translate("AccessTexts",
                                       "It takes all of the person's groups, and the directory does not tell them.")
                           : translate("AccessTexts", "The directory was asked, and does not tell it."),
                translate("AccessTexts", "Ask it by an account that may read this.")};
    case management::AccessGap::NoCollection:
        return {translate("AccessTexts", "The collection that the person tries is not known: name it."), {}};
    case management::AccessGap::NoAccessList:
        return {translate("AccessTexts", "The broker does not tell the collection's access list."), {}};
    case management::AccessGap::ListUnclear:
        return {translate("AccessTexts", "The collection's access list has conditions that only Windows can judge."),
                {}};
    }
    return {};
}

/// Of sessions "gone" means that the user is signed out; here it is what was asked for that is not there.
Sentence unansweredText(const core::ManagementError& error)
{
    const core::StatusCode* const code = core::findStatusCode(error.status());
    if (error.kind == core::ErrorKind::Fault && code != nullptr && code->meaning == core::StatusMeaning::Gone)
        return {translate("AccessTexts", "The broker lists nothing of that name any more."), {}};
    return describe(error);
}

} // namespace

QString causeQuestion(AccessCause cause)
{
    switch (cause) {
    case AccessCause::AccountDisabled:
        return translate("AccessTexts", "Is the account disabled?");
    case AccessCause::AccountExpired:
        return translate("AccessTexts", "Has the account expired?");
    case AccessCause::AccountLocked:
        return translate("AccessTexts", "Is the account locked?");
    case AccessCause::PasswordExpired:
        return translate("AccessTexts", "Has the password expired?");
    case AccessCause::NotInCollection:
        return translate("AccessTexts", "Does the collection keep this person out?");
    case AccessCause::NoPersonalDesktop:
        return translate("AccessTexts", "Is there no personal desktop for this person?");
    case AccessCause::DesktopOfAnother:
        return translate("AccessTexts", "Is the machine assigned to somebody else?");
    case AccessCause::GhostSession:
        return translate("AccessTexts", "Is there a ghost session?");
    case AccessCause::StuckSession:
        return translate("AccessTexts", "Is there a stuck session?");
    case AccessCause::HostSilent:
        return translate("AccessTexts", "Does the VM host not answer?");
    case AccessCause::MachineOff:
        return translate("AccessTexts", "Is the machine turned off?");
    case AccessCause::MachinePaused:
        return translate("AccessTexts", "Is the machine paused?");
    case AccessCause::MachineChanging:
        return translate("AccessTexts", "Is the machine just starting or stopping?");
    case AccessCause::PatchWindow:
        return translate("AccessTexts", "Is the collection being patched?");
    case AccessCause::SessionElsewhere:
        return translate("AccessTexts", "Is a session of this person in use elsewhere?");
    case AccessCause::PassiveBroker:
        return translate("AccessTexts", "Is this broker passive?");
    }
    return {};
}

QString answerText(AccessAnswer answer)
{
    switch (answer) {
    case AccessAnswer::Found:
        return translate("AccessTexts", "Yes");
    case AccessAnswer::NotFound:
        return translate("AccessTexts", "No");
    case AccessAnswer::NotKnown:
        break;
    }
    return translate("AccessTexts", "Not known");
}

Sentence describe(AccessCause cause, const AccessEvidence& evidence)
{
    const QString machine = plainText(evidence.machine);
    const QString host = plainText(evidence.host);
    const QString collection = plainText(evidence.collection);
    switch (cause) {
    case AccessCause::AccountDisabled:
        return {translate("AccessTexts", "The account is disabled."),
                translate("AccessTexts", "Have it enabled in the directory.")};
    case AccessCause::AccountExpired:
        return {translate("AccessTexts", "The account has expired."),
                translate("AccessTexts", "Have its end moved in the directory.")};
    case AccessCause::AccountLocked:
        return {translate("AccessTexts", "The account is locked."),
                translate("AccessTexts", "Have it unlocked, and find out what keeps trying an old password.")};
    case AccessCause::PasswordExpired:
        return {translate("AccessTexts", "The password has expired."), translate("AccessTexts", "Have a new one set.")};
    case AccessCause::NotInCollection:
        return {translate("AccessTexts", "The collection %1 does not let this person in.").arg(collection),
                translate("AccessTexts", "Have the person added to a group that may use it.")};
    case AccessCause::NoPersonalDesktop:
        return {translate("AccessTexts", "In the collection %1 there is no desktop for this person.").arg(collection),
                translate("AccessTexts", "Assign a free one.")};
    case AccessCause::DesktopOfAnother:
        return {translate("AccessTexts", "%1 is assigned to %2.").arg(machine, plainText(evidence.other)),
                translate("AccessTexts", "Find out which desktop belongs to this person, or have this one freed.")};
    case AccessCause::GhostSession:
        return {translate("AccessTexts", "Session %1 on %2:").arg(sessionText(evidence), machine) + QLatin1Char(' ') +
                    ghostReason(evidence.ghost, evidence.other),
                translate("AccessTexts", "Start the machine, then log the session off.")};
    case AccessCause::StuckSession:
        return {translate("AccessTexts", "Session %1 on %2 is stuck in the state %3.")
                    .arg(sessionText(evidence), machine,
                         stateName(evidence.session ? evidence.session->state : core::ConnectState::Absent)),
                translate("AccessTexts", "Log it off; if it is still there after two minutes, restart the machine.")};
    case AccessCause::HostSilent:
        return {translate("AccessTexts", "The VM host %1 does not tell how %2 is.").arg(host, machine),
                translate("AccessTexts", "Check whether the host runs and the broker reaches it.")};
    case AccessCause::MachineOff:
        return {translate("AccessTexts", "%1 on the VM host %2 is turned off.").arg(machine, host),
                translate("AccessTexts", "Start it.")};
    case AccessCause::MachinePaused:
        return {translate("AccessTexts", "%1 on the VM host %2 is paused.").arg(machine, host),
                translate("AccessTexts", "Resume it.")};
    case AccessCause::MachineChanging:
        return {translate("AccessTexts", "%1 on the VM host %2 is not ready: %3.")
                    .arg(machine, host, changeText(evidence.state)),
                translate("AccessTexts", "Wait a minute, then look again.")};
    case AccessCause::PatchWindow:
        return {translate("AccessTexts", "The collection %1 is being patched, until %2.")
                    .arg(collection, untilText(evidence)),
                translate("AccessTexts", "Tell the person when it ends.")};
    case AccessCause::SessionElsewhere:
        return inUseElsewhere(evidence);
    case AccessCause::PassiveBroker:
        return {
            translate("AccessTexts", "This broker is passive: %1 is the active one.").arg(plainText(evidence.other)),
            translate("AccessTexts", "Ask the active one.")};
    }
    return {};
}

Sentence describe(const AccessFinding& finding)
{
    switch (finding.answer) {
    case AccessAnswer::NotFound:
        return {};
    case AccessAnswer::NotKnown:
        return finding.error ? unansweredText(*finding.error) : gapText(finding.cause, finding.gap);
    case AccessAnswer::Found:
        break;
    }
    QStringList what;
    QString next;
    for (const AccessEvidence& evidence : finding.evidence) {
        const Sentence one = describe(finding.cause, evidence);
        what << one.what;
        next = one.nextStep;
    }
    return {what.join(QLatin1Char(' ')), next};
}

Sentence describe(const AccessReport& report)
{
    if (const AccessFinding* const verdict = report.verdict())
        return describe(*verdict);
    if (!report.isSeen)
        return {translate("AccessTexts", "This broker lists no session and no desktop of this person."),
                translate("AccessTexts", "Check the name, and whether the person uses another broker.")};
    if (report.isAllKnown())
        return {translate("AccessTexts", "Nothing was found that keeps this person out."),
                translate("AccessTexts", "Ask what exactly the person sees, and look again while they try.")};
    return {translate("AccessTexts", "Nothing was found that keeps this person out, but not everything is known."),
            translate("AccessTexts", "Look at what is not known.")};
}

QString ticketText(const AccessReport& report, const management::AccessRequest& request,
                   const core::ServerAddress& broker, const QDateTime& when)
{
    const QString person = request.domain.empty()
                               ? plainText(request.user)
                               : plainText(request.domain) + QLatin1Char('\\') + plainText(request.user);
    QStringList lines{
        translate("AccessTexts", "%1 cannot get in; looked at on %2, broker %3.")
            .arg(person, when.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm 'UTC'")), plainText(broker.text())),
        describe(report).joined()};
    QStringList unknown;
    for (const AccessFinding& finding : report.findings) {
        if (finding.answer == AccessAnswer::Found && &finding != report.verdict())
            lines << describe(finding).joined();
        else if (finding.answer == AccessAnswer::NotKnown)
            unknown << causeQuestion(finding.cause);
    }
    if (!unknown.isEmpty())
        lines << translate("AccessTexts", "Not known: %1").arg(unknown.join(QLatin1Char(' ')));
    return lines.join(QLatin1Char('\n'));
}

QJsonObject toJson(const AccessFinding& finding)
{
    const Sentence sentence = describe(finding);
    QJsonArray sessions;
    for (const AccessEvidence& evidence : finding.evidence) {
        if (evidence.session)
            sessions.append(toJson(*evidence.session));
    }
    QJsonObject object;
    object.insert(QStringLiteral("cause"), QString::fromLatin1(management::symbol(finding.cause)));
    object.insert(QStringLiteral("answer"), QString::fromLatin1(symbolOf(finding.answer)));
    object.insert(QStringLiteral("message"), sentence.what);
    object.insert(QStringLiteral("remedy"), sentence.nextStep);
    object.insert(QStringLiteral("sessions"), sessions);
    return object;
}

} // namespace deskwarden::models
