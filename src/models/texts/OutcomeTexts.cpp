// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/Names.h"
#include "core/StatusCode.h"
#include "management/seam/ActionSpec.h"
#include "management/seam/ErrorRules.h"
#include "models/texts/ActionTexts.h"
#include "models/texts/Texts.h"
#include "models/texts/Translate.h"

#include <algorithm>

namespace deskwarden::models {

namespace {

using management::ActionKind;
using management::Outcome;
using management::OutcomeKind;

constexpr qsizetype longestHost = 100;

Sentence done(ActionKind action)
{
    return {translate("Texts", textOf(action).done), QString()};
}

/// "Access denied" on an act, after the list could be read, has one cause above all: it is named here.
bool isDeniedOnHost(std::uint32_t status) noexcept
{
    return status == 5 || status == 0x80070005 || status == 0x80041003 || status == 7045;
}

Sentence deniedOnHost(ActionKind action, const QString& host)
{
    return {translate("Texts", textOf(action).deniedOnHost).arg(host),
            translate("Texts", "Ask for administrator rights on that VM host, or use an account that has them.")};
}

/// Names what was found and what was confirmed, where they differ for a reader; else the reason alone.
Sentence skipped(management::SkipReason reason, const core::Session& confirmed, const Outcome& outcome)
{
    const std::optional<core::Session>& found = outcome.found;
    Sentence sentence = describe(reason);
    const auto tell = [&sentence](const QString& words, const QString& now, const QString& before) {
        if (now != before && !now.isEmpty() && !before.isEmpty())
            sentence.what = words.arg(now, before);
    };
    if (!outcome.alike.empty())
        sentence.nextStep = alikeText(outcome.alike);
    if (!found)
        return sentence;
    switch (reason) {
    case management::SkipReason::UserChanged:
        tell(translate("Texts", "Nothing was done: %1 has this session now, not %2."), accountText(*found),
             accountText(confirmed));
        break;
    case management::SkipReason::VirtualMachineChanged:
        tell(translate("Texts", "Nothing was done: the session is now on virtual machine %1, not on %2."),
             plainText(found->vmName), plainText(confirmed.vmName));
        break;
    case management::SkipReason::InUseAgain:
        tell(translate("Texts", "Nothing was done: the user has come back and is working again (%1, was %2)."),
             stateName(found->state), stateName(confirmed.state));
        break;
    case management::SkipReason::NotTold:
    case management::SkipReason::HostUnknown:
    case management::SkipReason::MachineGone:
    case management::SkipReason::MachineMoved:
    case management::SkipReason::MachineChanging:
    case management::SkipReason::AlreadySo:
    case management::SkipReason::OwnerChanged:
        break;
    }
    return sentence;
}

bool saysGone(const Outcome& outcome)
{
    if (outcome.returnValue) {
        const core::StatusCode* code = core::findStatusCode(*outcome.returnValue);
        return code && code->meaning == core::StatusMeaning::Gone;
    }
    return outcome.error && management::isGone(*outcome.error);
}

/// The answer says that there is no such session, and a look has found it.
bool isSaidToBeGone(const Outcome& outcome)
{
    return outcome.found && saysGone(outcome);
}

Sentence saidToBeGone()
{
    return {translate("Texts", "The server answered that there is no such session, but it is still there."),
            translate("Texts", "Refresh, then try once more.")};
}

Sentence failed(const Outcome& outcome, ActionKind action, const core::Session& confirmed)
{
    if (const auto status = statusOf(outcome); status && isDeniedOnHost(*status))
        return deniedOnHost(action, plainText(confirmed.key.vmHostName, longestHost));
    if (isSaidToBeGone(outcome))
        return saidToBeGone();
    if (management::isOfMachines(action) && saysGone(outcome))
        return {translate("Texts", "The server answered that there is no such machine."),
                translate("Texts", "Refresh, then try once more.")};
    if (outcome.returnValue && *outcome.returnValue != 0)
        return {codeMeaning(*outcome.returnValue), codeNextStep(*outcome.returnValue)};
    if (outcome.error)
        return describe(*outcome.error);
    return {translate("Texts", "It was not done, and no reason was given."),
            translate("Texts", "Refresh, then try once more.")};
}

Sentence unknown(const Outcome& outcome)
{
    if (outcome.returnValue && *outcome.returnValue == 0)
        return {translate("Texts", "Windows took the request, but whether it was done could not be seen."),
                translate("Texts", "Refresh before trying again.")};
    const bool hasValue = outcome.returnValue.has_value();
    if (!hasValue && !outcome.error)
        return {translate("Texts", "Whether it was done is not known."),
                translate("Texts", "Refresh before trying again.")};
    Sentence sentence = isSaidToBeGone(outcome) ? saidToBeGone()
                        : hasValue              ? Sentence{codeMeaning(*outcome.returnValue), QString()}
                                                : describe(*outcome.error);
    sentence.what = translate("Texts", "Whether it was done is not known. %1").arg(sentence.what);
    sentence.nextStep = translate("Texts", "Refresh before trying again.");
    return sentence;
}

Sentence stillThere(ActionKind action)
{
    const ActionText& text = textOf(action);
    return {translate("Texts", text.stillThere), translate("Texts", text.stillThereNextStep)};
}

} // namespace

QString alikeText(std::span<const std::string> names)
{
    QStringList shown;
    for (const std::string& name : names)
        shown << plainText(name, longestHost);
    return shown.isEmpty() ? QString()
                           : translate("Texts", "Names that come near: %1.").arg(shown.join(QStringLiteral(", ")));
}

std::optional<std::uint32_t> statusOf(const Outcome& outcome)
{
    if (outcome.returnValue)
        return outcome.returnValue;
    if (outcome.error && outcome.error->status() != 0)
        return outcome.error->status();
    return std::nullopt;
}

Sentence describe(const Outcome& outcome, ActionKind action, const core::Session& confirmed)
{
    switch (outcome.kind) {
    case OutcomeKind::Done:
        return done(action);
    case OutcomeKind::AlreadyGone:
        return {translate("Texts", "The session was already gone; there was nothing to do."), QString()};
    case OutcomeKind::StillSigningOut:
    case OutcomeKind::StillChanging:
        return stillThere(action);
    case OutcomeKind::Skipped:
        if (outcome.skipReason)
            return skipped(*outcome.skipReason, confirmed, outcome);
        return {translate("Texts", "Nothing was done: the session is no longer what was confirmed."),
                translate("Texts", "Refresh, and choose again if you still need to.")};
    case OutcomeKind::Failed:
        return failed(outcome, action, confirmed);
    case OutcomeKind::Unknown:
        return unknown(outcome);
    case OutcomeKind::Cancelled:
        return {translate("Texts", "Cancelled before anything was sent; nothing was done."), QString()};
    }
    return {};
}

QString lastResultText(const management::ActionReport& report, ActionKind kind)
{
    if (report.phase != management::ActionPhase::Finished)
        return phaseName(report.phase, kind);
    const Outcome& outcome = report.outcome;
    switch (outcome.kind) {
    case OutcomeKind::Done:
        return translate("Texts", textOf(kind).doneName);
    case OutcomeKind::Failed:
    case OutcomeKind::Unknown:
        if (const auto status = statusOf(outcome); status && *status != 0)
            return translate("Texts", "%1: %2").arg(outcomeName(outcome.kind), codeText(*status));
        return outcomeName(outcome.kind);
    case OutcomeKind::AlreadyGone:
    case OutcomeKind::StillSigningOut:
    case OutcomeKind::StillChanging:
    case OutcomeKind::Skipped:
    case OutcomeKind::Cancelled:
        return outcomeName(outcome.kind);
    }
    return {};
}

QString problemText(const management::ActionReport& report, ActionKind kind, const core::Session& confirmed)
{
    if (report.phase != management::ActionPhase::Finished)
        return {};
    switch (report.outcome.kind) {
    case OutcomeKind::Done:
    case OutcomeKind::AlreadyGone:
    case OutcomeKind::Cancelled:
        return {};
    case OutcomeKind::StillSigningOut:
    case OutcomeKind::StillChanging:
    case OutcomeKind::Skipped:
    case OutcomeKind::Failed:
    case OutcomeKind::Unknown:
        break;
    }
    const QString sentence = describe(report.outcome, kind, confirmed).joined();
    const auto status = statusOf(report.outcome);
    return status && *status != 0 ? codeText(*status) + u' ' + sentence : sentence;
}

QString stageName(management::ProbeStage stage)
{
    using enum management::ProbeStage;
    switch (stage) {
    case Name:
        return translate("Texts", "Name");
    case Port:
        return translate("Texts", "Port");
    case Tls:
        return translate("Texts", "Secure connection");
    case Protocol:
        return translate("Texts", "Remote management");
    case Schemes:
        return translate("Texts", "Sign-in methods");
    case SignIn:
        return translate("Texts", "Sign-in");
    case Namespace:
        return translate("Texts", "RDS management");
    case Class:
        return translate("Texts", "Virtual desktop sessions");
    case List:
        return translate("Texts", "List of sessions");
    case ActiveBroker:
        return translate("Texts", "Active broker");
    case Deployment:
        return translate("Texts", "Deployment");
    }
    return {};
}

QString stageQuestion(management::ProbeStage stage)
{
    using enum management::ProbeStage;
    switch (stage) {
    case Name:
        return translate("Texts", "Is the server's name known?");
    case Port:
        return translate("Texts", "Does anything answer on the port?");
    case Tls:
        return translate("Texts", "Is the connection secure, and the certificate trusted?");
    case Protocol:
        return translate("Texts", "Is it Windows remote management that answers?");
    case Schemes:
        return translate("Texts", "Which ways to sign in does the server offer?");
    case SignIn:
        return translate("Texts", "Does the server accept the credentials?");
    case Namespace:
        return translate("Texts", "Is this server a Connection Broker, and may you ask it?");
    case Class:
        return translate("Texts", "Does it know virtual desktop sessions?");
    case List:
        return translate("Texts", "May you list the sessions?");
    case ActiveBroker:
        return translate("Texts", "Is this the active broker of its deployment?");
    case Deployment:
        return translate("Texts", "Which servers belong to the deployment?");
    }
    return {};
}

Sentence describe(const management::StageReport& report)
{
    if (report.error) {
        if (report.stage == management::ProbeStage::SignIn && report.error->kind == core::ErrorKind::Fault &&
            isDeniedOnHost(report.error->status()))
            return {translate("Texts", "The server knows this account, but does not let it manage remotely."),
                    translate("Texts", "Have it added to Remote Management Users, or to the administrators, on the "
                                       "server.")};
        core::ManagementError error = *report.error;
        error.delivery = core::Delivery::NotSent; // a test only asks: there is nothing that may have been done
        return describe(error);
    }
    if (report.fact.empty())
        return {translate("Texts", "Passed."), QString()};
    return {plainText(report.fact, 200), QString()};
}

namespace {

/// The server of that name, reached as the one that was asked, if it is another one. An address in numbers, or of this
/// machine, cannot be compared with a name.
std::optional<core::ServerAddress> otherThan(const core::ServerAddress& asked, std::string_view name)
{
    const auto firstLabel = [](std::string_view host) { return host.substr(0, host.find('.')); };
    const bool isNumber =
        asked.host.find_first_not_of("0123456789.") == std::string::npos || asked.host.find(':') != std::string::npos;
    if (isNumber || asked.isLoopback() || core::isSameName(firstLabel(name), firstLabel(asked.host)))
        return std::nullopt;
    // What a server says is typed nowhere unchecked: it must read as an address by itself.
    auto other = core::ServerAddress::parse(name);
    if (!other || other->transport != core::Transport::Automatic)
        return std::nullopt;
    other->transport = asked.transport;
    other->port = asked.port;
    return *other;
}

} // namespace

std::optional<core::ServerAddress> otherActiveBroker(const management::StageReport& report,
                                                     const core::ServerAddress& asked)
{
    if (report.stage != management::ProbeStage::ActiveBroker || report.error || report.fact.empty())
        return std::nullopt;
    return otherThan(asked, report.fact);
}

std::vector<core::ServerAddress> otherBrokers(const management::StageReport& report, const core::ServerAddress& asked)
{
    std::vector<core::ServerAddress> found;
    for (const std::string& name : report.brokers) {
        if (const auto other = otherThan(asked, name); other && std::ranges::find(found, *other) == found.end())
            found.push_back(*other);
    }
    return found;
}

Sentence describe(const management::StageReport& report, const core::ServerAddress& asked)
{
    Sentence sentence = describe(report);
    if (const auto other = otherActiveBroker(report, asked))
        sentence.nextStep = translate("Texts", "Connect to %1 instead: it is the active broker of this deployment.")
                                .arg(plainText(other->text(), 200));
    return sentence;
}

} // namespace deskwarden::models
