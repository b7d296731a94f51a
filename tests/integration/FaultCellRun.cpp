// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "integration/FaultCells.h"
#include "integration/OneAct.h"
#include "management/seam/ErrorRules.h"
#include "management/sessions/SessionMapping.h"
#include "support/MemoryLedger.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <memory>
#include <optional>
#include <set>
#include <thread>
#include <utility>

namespace deskwarden::integration {

namespace {

using core::Instance;
using management::CallContext;
using management::ManagementConnection;
using simulator::CallKind;
using simulator::FaultKind;
using namespace std::chrono_literals;

constexpr std::chrono::milliseconds generous = 60s;
constexpr std::chrono::milliseconds shortestSilence = 3s;

std::string hexadecimal(std::uint32_t code)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string text = "0x";
    for (int shift = 28; shift >= 0; shift -= 4)
        text += digits[(code >> static_cast<unsigned>(shift)) & 0xFU];
    return text;
}

std::string described(const core::ManagementError& error)
{
    std::string text = core::symbol(error.kind);
    if (error.status() != 0)
        text += ' ' + (error.status() < 1000 ? std::to_string(error.status()) : hexadecimal(error.status()));
    if (error.detail.find(SignInGround::password) != std::string::npos)
        text += " WITH THE PASSWORD";
    return text;
}

std::string described(const management::Outcome& outcome)
{
    std::string text = management::symbol(outcome.kind);
    if (outcome.returnValue)
        text += ' ' + std::to_string(*outcome.returnValue);
    if (outcome.error && outcome.error->detail.find(SignInGround::password) != std::string::npos)
        text += " WITH THE PASSWORD";
    return text;
}

management::Query everything()
{
    return {std::string(core::rdmsNamespace), "SELECT * FROM Win32_VirtualDesktopSession"};
}

/// How long silence is waited for: many times what a good conversation takes here and now, signing in and listing all.
std::chrono::milliseconds patienceWithSilence(TransportUnderTest transport, const support::TestCertificate& certificate)
{
    const BrokerUnderTest good(transport, certificate, smallFarm(40));
    const auto begun = std::chrono::steady_clock::now();
    if (!good.problem().empty() || !sessionIn(good, core::ConnectState::Active))
        return generous;
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begun);
    return std::clamp(20 * took, shortestSilence, generous);
}

/// The whole list, no session twice.
std::string listed(BrokerUnderTest& server, ManagementConnection& connection, std::chrono::milliseconds limit)
{
    std::set<core::SessionKey> keys;
    std::size_t rows = 0;
    core::StringPool pool;
    const auto sink = [&](std::vector<Instance>&& batch) {
        for (const Instance& row : batch) {
            if (const auto session = management::toSession(row, {}, pool))
                keys.insert(session->key);
        }
        rows += batch.size();
    };
    auto end = connection.enumerate(everything(), sink, CallContext::within(limit));
    for (unsigned repeats = 0; !end && management::mayListAnew(end.error(), repeats); ++repeats) {
        keys.clear();
        rows = 0;
        end = connection.enumerate(everything(), sink, CallContext::within(limit));
    }
    if (!end)
        return described(end.error());
    if (keys.size() != rows)
        return "rows come twice";
    return rows == server.broker().sessionCount() ? "ok" : "rows are missing";
}

std::string got(ManagementConnection& connection, const core::Session& session, std::chrono::milliseconds limit)
{
    const auto path = management::pathOf(session.key, std::string(core::rdmsNamespace));
    const auto instance = connection.get(path, CallContext::within(limit));
    if (!instance)
        return described(instance.error());
    core::StringPool pool;
    const auto read = management::toSession(*instance, {}, pool);
    if (!read || read->key.sessionId != session.key.sessionId)
        return "another session";
    if (read->userName != session.userName)
        return "another user";
    return read->state == session.state ? "ok" : "another state";
}

/// As the connection dialog's Test does it: stage by stage, Identify among them.
std::string opened(const BrokerUnderTest& server, std::chrono::milliseconds limit)
{
    auto connection = server.connector()();
    if (!connection)
        return described(connection.error());
    const auto opened = (*connection)->open(CallContext::within(limit), [](const management::StageReport&) {});
    return opened ? "ok" : described(opened.error());
}

/// Asks, with a fault that strikes once on a connection that was in use before, so that a lost one may be replaced; and
/// asks again afterwards: that must work.
std::string ask(const FaultCell& cell, BrokerUnderTest& server, FaultKind fault, std::chrono::milliseconds limit,
                bool isOnce)
{
    if (cell.operation == CallKind::Identify) {
        std::string first = opened(server, limit);
        const std::string second = isOnce ? opened(server, generous) : "ok";
        return second == "ok" ? first : first + ", then " + second;
    }
    auto connection = server.connector()();
    if (!connection)
        return described(connection.error());
    if (const auto opened = (*connection)->open(CallContext::within(generous), {}); !opened)
        return "not opened: " + described(opened.error());
    std::optional<core::Session> session;
    if (cell.operation == CallKind::Get) {
        session = sessionIn(server, fault == FaultKind::Reconnect ? core::ConnectState::Disconnected
                                                                  : core::ConnectState::Active);
        if (!session)
            return "no session to ask for";
    }
    if (isOnce && cell.operation != CallKind::Pull && listed(server, **connection, generous) != "ok")
        return "not listed before";
    const auto once = [&](std::chrono::milliseconds patience) {
        return session ? got(**connection, *session, patience) : listed(server, **connection, patience);
    };
    std::string first = once(limit);
    // Another user or state stays.
    const std::string second = isOnce && !first.starts_with("another") ? once(generous) : "ok";
    return second == "ok" ? first : first + ", then " + second;
}

std::unique_ptr<BrokerUnderTest> serve(TransportUnderTest transport, const support::TestCertificate& certificate,
                                       const std::string& fault, CellShown& shown)
{
    auto server = std::make_unique<BrokerUnderTest>(transport, certificate, smallFarm(40), std::vector{fault});
    shown.problem = server->problem();
    return shown.problem.empty() ? std::move(server) : nullptr;
}

void act(const FaultCell& cell, BrokerUnderTest& server, FaultKind fault, std::chrono::milliseconds limit,
         CellShown& shown)
{
    const auto target = sessionIn(server, fault == FaultKind::Reconnect ? core::ConnectState::Disconnected
                                                                        : core::ConnectState::Active);
    if (!target) {
        shown.problem = "no session to act upon";
        return;
    }
    ActPatience patience;
    patience.call = limit;
    // Whether something has been done is looked for as long as it takes; that nothing was, for a moment.
    const bool isDone = cell.carriedOut > 0 && cell.clear.always.starts_with("done");
    patience.verify = isDone ? generous : 1500ms;
    patience.doubt = isDone ? generous : 500ms;
    support::MemoryLedger ledger;
    const Ended ended = runOne(server, ledger, *target, kindOf(wordOf(cell.operation)), patience);
    if (!ended.outcome || ended.count != 1)
        shown.problem = "the outcome was told " + std::to_string(ended.count) + " times";
    else
        shown.always = described(*ended.outcome);
    shown.carriedOut = static_cast<int>(server.journal(wordOf(cell.operation)).size());
}

CellShown run(const FaultCell& cell, TransportUnderTest transport, const support::TestCertificate& certificate)
{
    CellShown shown;
    const std::string where = wordOf(cell.operation);
    const std::string always = where + '=' + cell.what;
    const auto fault = simulator::ScriptedFault::parse(always);
    if (!fault) {
        shown.problem = fault.error().detail;
        return shown;
    }
    auto limit = generous;
    if (fault->what == FaultKind::Hang) // Identify is asked unsigned; a server that leaves that unanswered is tried on
        limit = cell.operation == CallKind::Identify ? shortestSilence : patienceWithSilence(transport, certificate);

    if (const auto server = serve(transport, certificate, always, shown)) {
        if (simulator::isAct(cell.operation)) {
            act(cell, *server, fault->what, limit, shown);
            return shown;
        }
        shown.always = ask(cell, *server, fault->what, limit, false);
    }
    const char* const nth = cell.operation == CallKind::Enumerate ? "#2=" : "#1=";
    if (const auto server = serve(transport, certificate, where + nth + cell.what, shown))
        shown.once = ask(cell, *server, fault->what, limit, true);
    return shown;
}

} // namespace

std::vector<CellShown> runCells(std::span<const FaultCell> cells, TransportUnderTest transport,
                                const support::TestCertificate& certificate)
{
    std::vector<CellShown> shown(cells.size());
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        for (std::size_t index = next++; index < cells.size(); index = next++) {
            if (cells[index].whyNot == nullptr)
                shown[index] = run(cells[index], transport, certificate);
        }
    };
    // Over COM there is one server of WMI in a process.
    const std::size_t sideBySide = transport == TransportUnderTest::Dcom ? 1 : 12;
    std::vector<std::jthread> workers(sideBySide);
    for (std::jthread& worker : workers)
        worker = std::jthread(work);
    workers.clear();
    return shown;
}

} // namespace deskwarden::integration
