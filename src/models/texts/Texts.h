// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/ConnectState.h"
#include "core/ManagementError.h"
#include "core/ServerProfile.h"
#include "core/Session.h"
#include "management/acting/ActionPlan.h"
#include "management/acting/Policy.h"
#include "management/seam/Action.h"
#include "management/seam/ManagementConnection.h"
#include "management/sessions/SessionFacts.h"
#include "management/sessions/SessionSnapshot.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Every sentence that a person reads about states, codes, errors, outcomes and acts. Plain text throughout: show it
/// with Qt::PlainText. Thread: GUI (translations), but plainText() and codeText() are pure.
namespace deskwarden::models {

/// What happened, and what to do next. Either ends with a full stop; nextStep may be empty.
struct Sentence
{
    QString what;
    QString nextStep;
    [[nodiscard]] QString joined() const; ///< "What. Next step."
    friend bool operator==(const Sentence&, const Sentence&) = default;
};

/// One group of people that an act hits.
struct ImpactGroup
{
    core::ConnectState state = core::ConnectState::Active;
    std::size_t count = 0;
    QString text;          ///< "3 active users lose unsaved work"
    bool isSevere = false; ///< somebody is working in it right now
};

/// What a confirmation shows.
struct Impact
{
    QString title;                   ///< "Log off 12 users on 3 VM hosts?"
    QString consequence;             ///< one sentence: what happens to them
    std::vector<ImpactGroup> groups; ///< by state, the most severe first
    QStringList hosts;               ///< "HV01: 4", in natural order
    std::size_t sessions = 0;
    std::size_t users = 0;                   ///< sessions with a user
    std::size_t inUse = 0;                   ///< sessions in which somebody may be working right now
    QString confirmLabel;                    ///< the button: "Log off 12 users"
    [[nodiscard]] QStringList lines() const; ///< consequence and groups, as lines of text
};

// --- text from elsewhere
/// Untrusted UTF-8 made safe to show: control and bidirectional characters appear as ‹U+202E›, broken UTF-8 as U+FFFD.
/// The result is cut at maxLength, with an ellipsis as its last character; no more of the text is decoded than that
/// needs. What is searched or compared, and not shown, takes wholeLength.
inline constexpr qsizetype longestText = 512; ///< longer than any name that Windows gives
inline constexpr qsizetype wholeLength = 0;
[[nodiscard]] QString plainText(std::string_view untrusted, qsizetype maxLength = longestText);
[[nodiscard]] QString plainText(const core::SharedString& untrusted, qsizetype maxLength = longestText);
[[nodiscard]] QString plainText(const QString& untrusted, qsizetype maxLength = longestText);
/// Lines of our own with parts of others in them, made safe to print: all but their line ends is as in plainText().
[[nodiscard]] QString safeLines(const QString& text);
/// "DOMAIN\user", escaped; empty if nobody is signed in. Domain and user are cut apart: neither hides the other.
[[nodiscard]] QString accountText(const core::Session& session);
/// "HOST/ID", escaped; whatever the length of the host's name, the ID is whole.
[[nodiscard]] QString placeText(const core::SessionKey& key);
/// Where that act is done: of an act on a machine the host alone, as no session is meant.
[[nodiscard]] QString placeText(const core::SessionKey& key, std::optional<management::ActionKind> kind);

// --- states
[[nodiscard]] QString stateName(core::ConnectState state);    ///< "Disconnected", "Unknown (42)", "Not told"
[[nodiscard]] QString stateMeaning(core::ConnectState state); ///< "The user left; programs still run."
[[nodiscard]] QString sinceText(std::chrono::milliseconds age, bool isLowerBound); ///< "at least 35 min", "35 min"
[[nodiscard]] QString durationText(std::chrono::milliseconds time);                ///< "35 min", "3 h 5 min", "2 d 4 h"
[[nodiscard]] QString ageText(std::chrono::milliseconds age);                      ///< "12 s ago", "3 min ago"
[[nodiscard]] QString healthText(management::SnapshotHealth health);               ///< one word or two for the tree
/// Which rows of a list are not shown, in whole sentences; empty if all are.
[[nodiscard]] QString leftOutRowsText(const management::LeftOutRows& rows);
[[nodiscard]] QString transportName(core::Transport transport);
[[nodiscard]] QString schemeName(core::AuthScheme scheme);

/// Why a session with that sign is probably not there any more; empty without one. `other`: whom the broker names.
[[nodiscard]] QString ghostReason(management::GhostSign sign, std::string_view other);

// --- codes
/// "5 (0x00000005 ERROR_ACCESS_DENIED)"; without a name where none is known.
[[nodiscard]] QString codeText(std::uint32_t value);
/// The sentence of the code; "The server answered with a code that is not documented." for an unknown one.
[[nodiscard]] QString codeMeaning(std::uint32_t value);
[[nodiscard]] QString codeNextStep(std::uint32_t value);

// --- errors, outcomes, stages
[[nodiscard]] Sentence describe(const core::ManagementError& error);
/// What is wrong with what was typed or chosen; of the error only the file in its detail and the number in its code.
[[nodiscard]] Sentence describe(core::InputProblem problem, const core::ManagementError& error);
[[nodiscard]] Sentence describe(core::TlsProblem problem);
[[nodiscard]] Sentence describe(const management::Outcome& outcome, management::ActionKind action,
                                const core::Session& confirmed);
[[nodiscard]] Sentence describe(management::SkipReason reason);
/// "Names that come near: hv-01.corp.example, hv-02.corp.example."; empty without any.
[[nodiscard]] QString alikeText(std::span<const std::string> names);
/// `kind` is the act that is refused, where it is about one.
[[nodiscard]] Sentence describe(management::PolicyRefusal refusal, const management::Policy& policy,
                                management::ActionKind kind = management::ActionKind::Logoff);
/// The policy that could not be read, or forbids everything; empty sentences for any other.
[[nodiscard]] Sentence describe(const management::Policy& policy);
[[nodiscard]] QString actionName(management::ActionKind kind); ///< "Log off"
[[nodiscard]] QString phaseName(management::ActionPhase phase,
                                management::ActionKind kind);    ///< "Queued", "Signing out"
[[nodiscard]] QString clockText(std::chrono::milliseconds left); ///< "4:05", "1:04:05"
/// What stands beside an act whose user has been told: "Log-off in 4:05".
[[nodiscard]] QString countdownText(std::chrono::milliseconds left, management::ActionKind kind);
[[nodiscard]] QString outcomeName(management::OutcomeKind kind); ///< "Done", "Already gone", …
/// What stands under Last result: the phase, or what became of it with its code.
[[nodiscard]] QString lastResultText(const management::ActionReport& report, management::ActionKind kind);
/// What is wrong, with code and next step; empty while it runs and where nothing is wrong.
[[nodiscard]] QString problemText(const management::ActionReport& report, management::ActionKind kind,
                                  const core::Session& confirmed);
/// The status that an outcome is shown with: the ReturnValue, or the error's; nothing if there is none.
[[nodiscard]] std::optional<std::uint32_t> statusOf(const management::Outcome& outcome);
[[nodiscard]] QString stageName(management::ProbeStage stage); ///< "Sign-in"
/// What the stage asks: "Does the server accept the credentials?"
[[nodiscard]] QString stageQuestion(management::ProbeStage stage);
/// What to show beside the stage: what was learnt, or the error and its remedy.
[[nodiscard]] Sentence describe(const management::StageReport& report);
/// The active broker, as the server told it, where that is another server than the one that was asked; else nothing. An
/// address in numbers, or of this machine, names no broker and is never another one.
[[nodiscard]] std::optional<core::ServerAddress> otherActiveBroker(const management::StageReport& report,
                                                                   const core::ServerAddress& asked);
/// The brokers of the deployment beside the one that was asked, reached as that one is: of the stage Deployment, as the
/// server told them, if they read as addresses.
[[nodiscard]] std::vector<core::ServerAddress> otherBrokers(const management::StageReport& report,
                                                            const core::ServerAddress& asked);
/// As describe(report), with the advice to ask the active broker where that is another one.
[[nodiscard]] Sentence describe(const management::StageReport& report, const core::ServerAddress& asked);

// --- confirmation
/// Why a session is left out of a plan: "policy protects this account".
[[nodiscard]] QString leftOutText(management::LeftOutReason reason);
/// The same words as the beginning of a cell.
[[nodiscard]] QString startingLarge(QString text);
[[nodiscard]] Impact describeImpact(const management::Action& action, std::span<const core::Session> sessions);
/// "CORP\anna · VDI-0042 · Active" for each of those who are hit, at most `most` of them, the most severe first.
[[nodiscard]] QStringList mostAffected(std::span<const core::Session> sessions, std::size_t most);

} // namespace deskwarden::models
