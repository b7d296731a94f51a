// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Session.h"
#include "management/sessions/SessionSnapshot.h"
#include "models/table/SessionTableModel.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QTimer>

#include <chrono>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace deskwarden::tests {

inline core::SharedString text(std::string_view value)
{
    return core::SharedString(value);
}

inline core::Session session(std::string_view server, std::string_view host, std::uint32_t id, std::string_view user,
                             core::ConnectState state = core::ConnectState::Active)
{
    core::Session made;
    made.key = {core::ServerId{text(server)}, text(host), id};
    if (!user.empty()) {
        made.userName = text(user);
        made.domainName = text("CORP");
    }
    made.vmName = text("VDI-" + std::to_string(id));
    made.collectionId = text("Pool");
    made.clientMachineName = text("PC-" + std::to_string(id));
    made.state = state;
    return made;
}

inline management::SnapshotPointer snapshot(std::string_view server, std::uint64_t sequence,
                                            std::vector<core::Session> sessions,
                                            management::SnapshotHealth health = management::SnapshotHealth::Fresh,
                                            std::chrono::system_clock::time_point taken = {})
{
    auto made = std::make_shared<management::SessionSnapshot>();
    made->server = core::ServerId{text(server)};
    made->sequence = sequence;
    made->sessions = management::SessionList(std::move(sessions));
    made->health = health;
    made->taken =
        taken == std::chrono::system_clock::time_point{}
            ? std::chrono::system_clock::time_point{std::chrono::hours(400'000)} + std::chrono::seconds(10 * sequence)
            : taken;
    return made;
}

inline management::ActionRequest request(std::uint64_t id, const core::Session& confirmed,
                                         management::ActionKind kind = management::ActionKind::Logoff)
{
    management::ActionRequest made;
    made.id = id;
    made.confirmed = confirmed;
    made.action.kind = kind;
    return made;
}

inline management::ActionReport report(std::uint64_t id, management::ActionPhase phase)
{
    management::ActionReport made;
    made.id = id;
    made.phase = phase;
    return made;
}

inline management::ActionReport finished(std::uint64_t id, management::OutcomeKind kind,
                                         std::optional<std::uint32_t> returnValue = std::nullopt)
{
    management::ActionReport made = report(id, management::ActionPhase::Finished);
    made.outcome.kind = kind;
    made.outcome.returnValue = returnValue;
    return made;
}

/// Turns the event loop until everything asked for is on the screen. False if that never happens.
[[nodiscard]] inline bool settle(const models::SessionTableModel& model)
{
    const QDeadlineTimer deadline(std::chrono::seconds(60));
    // Windows' event loop delivers what was posted before it waits, and then waits for more than that.
    QTimer ticking;
    ticking.start(10);
    while (model.isBusy() && !deadline.hasExpired())
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    return !model.isBusy();
}

} // namespace deskwarden::tests
