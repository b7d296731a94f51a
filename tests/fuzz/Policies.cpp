// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/Names.h"
#include "fuzz/Targets.h"
#include "storage/PolicyFile.h"

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

#include <array>
#include <string>
#include <vector>

namespace deskwarden::fuzz {

using management::ActionKind;
using management::Policy;

namespace {

constexpr std::array<ActionKind, 3> actions{ActionKind::Logoff, ActionKind::Disconnect, ActionKind::Message};
constexpr std::array<core::Transport, 3> transports{core::Transport::WsmanHttps, core::Transport::WsmanHttp,
                                                    core::Transport::Dcom};

/// Whether a pattern fits, by a table instead of a walk.
bool fitsByTable(std::string_view text, std::string_view pattern)
{
    std::vector<bool> row(text.size() + 1, false);
    row[0] = true;
    for (const char mark : pattern) {
        std::vector<bool> next(text.size() + 1, false);
        next[0] = mark == '*' && row[0];
        for (std::size_t i = 0; i < text.size(); ++i) {
            const bool isSame = core::isSameName(std::string_view(&mark, 1), text.substr(i, 1));
            next[i + 1] = mark == '*' ? next[i] || row[i + 1] : isSame && row[i];
        }
        row = std::move(next);
    }
    return row.back();
}

void checkBoth(const Policy& one, const Policy& other)
{
    const Policy both = management::stricter(one, other);
    for (const ActionKind kind : actions) {
        if (one.refusalOf(kind, 50, "r") || other.refusalOf(kind, 50, "r"))
            demand(both.refusalOf(kind, 50, "r").has_value(), "what one policy forbids, both forbid");
        if (one.refusalOf(kind, 1, " ") || other.refusalOf(kind, 1, " "))
            demand(both.refusalOf(kind, 1, " ").has_value(), "a reason that one policy wants, both want");
    }
    if (one.forbidsUpdateCheck || other.forbidsUpdateCheck)
        demand(both.forbidsUpdateCheck, "a question that one policy forbids, both forbid");
    for (const core::Transport transport : transports) {
        if (one.refusalOf(transport) || other.refusalOf(transport))
            demand(both.refusalOf(transport).has_value(), "a transport that one policy forbids, both forbid");
    }
}

/// One more entry in front makes a good policy another one, or a key that is there twice.
void checkKeysTwice(const QByteArray& content)
{
    constexpr std::array<std::array<const char*, 2>, 11> entries{{{"readOnly", "false"},
                                                                  {"actions", "[]"},
                                                                  {"largestPlan", "1"},
                                                                  {"typeNumberFrom", "1"},
                                                                  {"requireReason", "false"},
                                                                  {"ticketPattern", "\"x\""},
                                                                  {"protectedAccounts", "[\"x\"]"},
                                                                  {"protectedHosts", "[\"x\"]"},
                                                                  {"transports", "[\"https\"]"},
                                                                  {"forbidUpdateCheck", "false"},
                                                                  {"updateAddress", "\"https://x\""}}};
    const QJsonObject object = QJsonDocument::fromJson(content).object();
    for (const auto& [key, value] : entries) {
        QByteArray entry('"' + QByteArray(key) + "\": " + value);
        if (!object.isEmpty())
            entry += ',';
        QByteArray more = content;
        more.insert(more.indexOf('{') + 1, entry);
        demand(storage::readPolicy(more, {}).problem.empty() != object.contains(QLatin1String(key)),
               "a key is there once, or the policy is not understood");
    }
}

} // namespace

/// A policy file, and the other half of it as a second one; a text with a pattern behind the bar.
void readPolicies(std::string_view bytes)
{
    const QString name = QStringLiteral("p");
    const QByteArray content(bytes.data(), static_cast<qsizetype>(bytes.size()));
    const Policy policy = storage::readPolicy(content, name);
    demand(policy == storage::readPolicy(content, name), "a policy means the same twice");
    if (!policy.problem.empty()) {
        for (const ActionKind kind : actions)
            demand(policy.refusalOf(kind) == management::PolicyRefusal::ReadOnly,
                   "a policy that is not understood allows nothing");
        demand(policy.problem.size() <= 6 * bytes.size() + 200, "no problem is longer than its policy");
    }
    if (policy.problem.empty())
        checkKeysTwice(content);
    Policy nothingNamed = policy; // only the first of the two can name acts on machines
    nothingNamed.namedActions.reset();
    demand(management::stricter(policy, {}) == policy && management::stricter({}, policy) == nothingNamed,
           "a policy that allows everything changes nothing");
    checkBoth(policy, policy);
    checkBoth(policy,
              storage::readPolicy(R"({"actions": ["message"], "largestPlan": 40, "transports": ["https"]})", name));
    const auto bar = bytes.find('|');
    if (bar != std::string_view::npos && bytes.size() < 512)
        demand(management::fitsPattern(bytes.substr(0, bar), bytes.substr(bar + 1)) ==
                   fitsByTable(bytes.substr(0, bar), bytes.substr(bar + 1)),
               "a pattern means the same to two readers");
}

} // namespace deskwarden::fuzz
