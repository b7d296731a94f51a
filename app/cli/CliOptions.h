// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/cli/CliVerbs.h"
#include "app/cli/ClockTimes.h"
#include "app/cli/WhereClause.h"
#include "core/MachineState.h"
#include "core/ServerProfile.h"
#include "models/table/SessionChoice.h"
#include "storage/ServerProfileStore.h"

#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace deskwarden::app {

/// Which sessions a list shows, or an act with --all-matching is for. Empty parts let everything through; values of one
/// part are alternatives, the parts must all match.
struct SessionSelection
{
    QString text; ///< words, as they are
    std::optional<WhereClause> where;
    std::vector<core::ConnectState> states;
    QStringList hosts;
    QStringList collections;

    [[nodiscard]] bool isEmpty() const
    {
        return text.isEmpty() && !where && states.empty() && hosts.isEmpty() && collections.isEmpty();
    }
};

/// What a command line asks for.
struct CliOptions
{
    Verb verb = Verb::List;
    bool wantsHelp = false;    ///< --help, with or without a verb
    bool wantsVersion = false; ///< --version
    bool hasVerb = false;
    std::string typedServer;   ///< --server, as it was typed
    std::string serverProblem; ///< why that is no address; empty = it is one
    bool isAsTyped = false;    ///< --as-typed: nothing comes from the servers that the console keeps
    core::ServerProfile profile;
    bool isKept = false;                             ///< the profile is of a server that the console keeps
    bool isAddressKept = false;                      ///< another address than was typed
    bool isUserKept = false;                         ///< the user was not typed
    std::optional<core::ServerAddress> typedAddress; ///< if another one is kept for it
    bool isPasswordOnStdin = false;
    bool usesSaved = false;   ///< --saved: the password is in the keychain
    bool isToBeSaved = false; ///< --save
    bool isJson = false;
    SessionSelection selection;
    std::vector<core::MachineState> machineStates; ///< --state, of machines
    std::string noSessionState;                    ///< --state that is none of a session
    std::string noMachineState;                    ///< --state that is none of a machine
    std::vector<models::SessionName> sessions;
    QString sessionsFile; ///< "-" = stdin, empty = none
    bool isAllMatching = false;
    std::optional<std::chrono::seconds> disconnectedFor; ///< --disconnected-for: at least so long
    std::optional<std::chrono::seconds> idleFor;         ///< --idle-for
    std::optional<DailySpan> notBetween;                 ///< --not-between: nothing is done then
    int atMost = 0;                                      ///< --at-most: sessions; 0 = all
    std::string expectedUser;
    bool isDryRun = false;
    bool isConfirmed = false; ///< --yes
    int parallel = 4;
    std::chrono::seconds verifyTimeout{60};
    std::string reason;
    std::string title;
    std::string text;
    std::string warning;                ///< --message: what the users are told before the act; empty = nothing
    std::chrono::minutes graceTime{5};  ///< --grace: between telling them and the act
    bool isInWaves = false;             ///< --waves: a few sessions first
    int waveLimit = 0;                  ///< --wave-limit: so many bad outcomes of a wave are borne
    std::chrono::seconds waveWatch{60}; ///< --wave-watch: after each wave
    std::optional<std::chrono::seconds> whenDisconnectedFor;    ///< each is acted on as soon as it has been so long
    std::optional<std::chrono::system_clock::time_point> until; ///< --until: nothing is begun from then on
    QString vmHost;                                             ///< --vm-host: what is drained
    std::chrono::seconds interval{10};                          ///< --interval: between two lists of a drain
    QString policyFile;                  ///< a policy to keep to as well; empty = only the system's
    QString since;                       ///< UTC, ISO 8601; empty = from the beginning
    bool isVerify = false;               ///< --verify
    bool isResolve = false;              ///< --resolve
    bool isAcknowledge = false;          ///< --acknowledge
    int rotateDays = 0;                  ///< --rotate: older acts are removed; 0 = none
    QString reportFile;                  ///< --to: where the report is saved, too; empty = nowhere
    std::string person;                  ///< of why: --user, who cannot get in
    std::string signInUser;              ///< of why: --sign-in-as
    std::vector<std::string> machines;   ///< --machine: to act on; of why: that the person tries
    std::chrono::seconds settleTime{10}; ///< --settle: between the start of a machine and the logoff
    std::string owner;                   ///< --owner: to whom a desktop is assigned
    QStringList people;                  ///< of person: the accounts
    QString argument;                    ///< the WQL of query, the code of codes
};

/// Somebody signs in with a password.
[[nodiscard]] bool needsPassword(const core::ServerProfile& profile);

/// The servers that the console keeps.
using AskKnownServers = std::function<std::vector<storage::KnownServer>()>;

/// Reads the arguments after the program's name; `askKnown` is called for a verb that talks to a server. The error is
/// one sentence for the person who typed them.
[[nodiscard]] tl::expected<CliOptions, QString> parseCli(const QStringList& arguments,
                                                         const AskKnownServers& askKnown = {});

/// Reads "HOST/ID". The error is one sentence.
[[nodiscard]] tl::expected<models::SessionName, QString> parseSessionName(const QString& text);

} // namespace deskwarden::app
