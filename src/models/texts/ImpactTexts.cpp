// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/Names.h"
#include "management/seam/ActionSpec.h"
#include "models/texts/ActionTexts.h"
#include "models/texts/CountTexts.h"
#include "models/texts/Texts.h"
#include "models/texts/Translate.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace deskwarden::models {

namespace {

using core::ConnectState;
using management::ActionKind;

/// Most severe first: somebody works in it, somebody's work is open in it, nobody is in it.
constexpr std::array severity{ConnectState::Active,       ConnectState::Shadow, ConnectState::Connected,
                              ConnectState::ConnectQuery, ConnectState::Init,   ConnectState::Disconnected,
                              ConnectState::Absent,       ConnectState::Idle,   ConnectState::Reset,
                              ConnectState::Down,         ConnectState::Listen};

/// For comparing without regard to case.
std::string folded(std::string text)
{
    const bool isAscii = std::ranges::all_of(text, [](char letter) { return letter >= 0; });
    if (!isAscii)
        return QString::fromStdString(text).toLower().toStdString();
    return core::lowered(text);
}

std::size_t rankOf(ConnectState state) noexcept
{
    return static_cast<std::size_t>(std::ranges::find(severity, state) - severity.begin());
}

int number(std::size_t count) noexcept
{
    return static_cast<int>(count);
}

/// "12 users", or "12 users (14 sessions)" where the numbers differ, or "3 sessions" where nobody is signed in.
QString whomText(std::size_t users, std::size_t sessions)
{
    if (users == 0)
        return sessionsText(sessions);
    if (users == sessions)
        return usersText(users);
    return translate("Texts", "%1 (%2)").arg(usersText(users), sessionsText(sessions));
}

QString logoffGroupText(ConnectState state, std::size_t count)
{
    const int n = number(count);
    if (state == ConnectState::Active) {
        return n == 1 ? translate("Texts", "1 active user will lose unsaved work")
                      : translate("Texts", "%Ln active users will lose unsaved work", nullptr, n);
    }
    if (state == ConnectState::Shadow) {
        return n == 1 ? translate("Texts", "1 session under remote control will lose unsaved work")
                      : translate("Texts", "%Ln sessions under remote control will lose unsaved work", nullptr, n);
    }
    if (state == ConnectState::Disconnected) {
        return n == 1 ? translate("Texts", "1 disconnected user: programs that still run are closed")
                      : translate("Texts", "%Ln disconnected users: programs that still run are closed", nullptr, n);
    }
    if (state == ConnectState::Reset) {
        return n == 1 ? translate("Texts", "1 session is signing out already")
                      : translate("Texts", "%Ln sessions are signing out already", nullptr, n);
    }
    return translate("Texts", "%1: %2").arg(stateName(state), sessionsText(count));
}

QString groupText(ActionKind kind, ConnectState state, std::size_t count)
{
    switch (kind) {
    case ActionKind::Logoff:
        return logoffGroupText(state, count);
    case ActionKind::Disconnect:
        if (state == ConnectState::Active) {
            return count == 1 ? translate("Texts", "1 active user is interrupted")
                              : translate("Texts", "%Ln active users are interrupted", nullptr, number(count));
        }
        if (state == ConnectState::Disconnected) {
            return count == 1 ? translate("Texts", "1 user is disconnected already")
                              : translate("Texts", "%Ln users are disconnected already", nullptr, number(count));
        }
        return translate("Texts", "%1: %2").arg(stateName(state), sessionsText(count));
    case ActionKind::Message:
        if (state == ConnectState::Disconnected) {
            return count == 1 ? translate("Texts", "1 disconnected user sees it only after connecting again")
                              : translate("Texts", "%Ln disconnected users see it only after connecting again", nullptr,
                                          number(count));
        }
        return translate("Texts", "%1: %2").arg(stateName(state), sessionsText(count));
    case ActionKind::Start: // of machines: see MachineTexts
    case ActionKind::Save:
    case ActionKind::TurnOff:
    case ActionKind::Pause:
    case ActionKind::Assign:
    case ActionKind::Free:
        break;
    }
    return {};
}

QString personText(const core::Session& session)
{
    QString who = accountText(session);
    if (who.isEmpty())
        who = translate("Texts", "(nobody signed in)");
    const QString machine = session.vmName.isEmpty() ? placeText(session.key) : plainText(session.vmName);
    return who + u" \u00B7 " + machine + u" \u00B7 " + stateName(session.state);
}

QStringList hostLines(const std::map<QString, std::size_t>& hosts)
{
    QStringList lines;
    for (const auto& [name, count] : hosts)
        lines << translate("Texts", "%1: %2").arg(plainText(name), QLocale().toString(static_cast<qulonglong>(count)));
    return lines;
}

} // namespace

QStringList Impact::lines() const
{
    QStringList all{consequence};
    for (const ImpactGroup& group : groups)
        all << group.text;
    return all;
}

QString leftOutText(management::LeftOutReason reason)
{
    switch (reason) {
    case management::LeftOutReason::DoubledKey:
        return translate("Texts", "the list has this host and session ID more than once");
    case management::LeftOutReason::NoUser:
        return translate("Texts", "nobody is signed in there");
    case management::LeftOutReason::Listener:
        return translate("Texts", "it is the listener for connections, not a session");
    case management::LeftOutReason::OwnSession:
        return translate("Texts", "it is your own session");
    case management::LeftOutReason::ProtectedAccount:
        return translate("Texts", "policy protects this account");
    case management::LeftOutReason::ProtectedHost:
        return translate("Texts", "policy protects this VM host");
    case management::LeftOutReason::AlreadySo:
        return translate("Texts", "the machine is so already");
    case management::LeftOutReason::MachineChanging:
        return translate("Texts", "the machine is on its way into another state");
    case management::LeftOutReason::OwnedByOther:
        return translate("Texts", "the desktop belongs to somebody: free it first");
    }
    return {};
}

QString startingLarge(QString text)
{
    if (!text.isEmpty())
        text[0] = text.at(0).toUpper();
    return text;
}

QStringList mostAffected(std::span<const core::Session> sessions, std::size_t most)
{
    std::vector<const core::Session*> order;
    order.reserve(sessions.size());
    for (const core::Session& session : sessions)
        order.push_back(&session);
    std::ranges::stable_sort(order, {}, [](const core::Session* session) { return rankOf(session->state); });
    order.resize(std::min(order.size(), most));
    QStringList people;
    for (const core::Session* session : order)
        people << personText(*session);
    return people;
}

Impact describeImpact(const management::Action& action, std::span<const core::Session> sessions)
{
    Impact impact;
    impact.sessions = sessions.size();
    std::map<std::pair<std::size_t, ConnectState>, std::size_t> states;
    std::unordered_map<std::string_view, std::size_t> hostNames; // few: read for people once each
    std::unordered_set<std::string> users;
    users.reserve(sessions.size());
    for (const core::Session& session : sessions) {
        ++states[{rankOf(session.state), session.state}];
        ++hostNames[session.key.vmHostName.view()];
        if (core::hasUser(session))
            users.insert(folded(core::accountName(session)));
        if (core::isInUse(session.state))
            ++impact.inUse;
    }
    std::map<QString, std::size_t> hosts;
    for (const auto& [name, count] : hostNames)
        hosts[plainText(name, wholeLength).toUpper()] += count; // two long names may begin alike
    for (const auto& [key, count] : states)
        impact.groups.push_back({key.second, count, groupText(action.kind, key.second, count),
                                 core::isInUse(key.second) && management::specOf(action.kind).interruptsUser});
    impact.users = users.size();
    impact.hosts = hostLines(hosts);
    const ActionText& text = textOf(action.kind);
    const QString whom = whomText(impact.users, impact.sessions);
    impact.title = translate("Texts", text.title).arg(whom, hostsText(hosts.size()));
    impact.confirmLabel = translate("Texts", text.button).arg(whom);
    impact.consequence = translate("Texts", text.consequence);
    return impact;
}

} // namespace deskwarden::models
