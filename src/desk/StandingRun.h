// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Result.h"
#include "management/acting/StandingOrders.h"

#include <QObject>
#include <QTimer>

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace deskwarden::desk {

/// The standing orders of a running program, in time: it asks for lists if none come, and ends orders whose time is up.
/// The rules are StandingOrders'. What it hands out goes the way of every act; lists and reports come back to it.
/// Thread: GUI. Owner: ActDesk. Orders that are open when it ends are never done.
class StandingRun final : public QObject
{
    Q_OBJECT

public:
    using Clock = std::function<management::StandingOrders::Time()>;
    /// Calls it once the disk knows which orders wait, later or at once.
    using Keeping = std::function<void(std::function<void(const core::Result<>&)> done)>;

    StandingRun(management::PlanRules rules, std::function<std::uint64_t()> nextId, Clock now,
                QObject* parent = nullptr);

    /// An act of an order that survives a restart begins only when the disk has it that the order does not wait any
    /// more: after a crash it would be done a second time. What the disk does not take is not done.
    void keepWith(Keeping keeping) { m_keeping = std::move(keeping); }

    /// Numbers the order and begins to wait. False: there are too many, or its end is over already.
    bool add(management::StandingOrder order);
    void cancel(const std::vector<std::uint64_t>& orders);
    void cancelAll();
    void forgetEnded();
    void takeList(const management::SessionSnapshot& list);
    void takeReports(const std::vector<management::ActionReport>& reports);

    [[nodiscard]] const management::StandingOrders& orders() const noexcept { return m_orders; }
    [[nodiscard]] management::StandingOrders::Time now() const { return m_now(); }

signals:
    void submitRequested(const std::vector<deskwarden::management::ActionRequest>& requests);
    void cancelRequested(const std::vector<std::uint64_t>& acts);
    void listRequested(const deskwarden::core::ServerId& server);
    /// How orders stand; before what follows from it is asked for.
    void changed();
    /// One order is over; it is still listed.
    void ended(std::uint64_t order);

private:
    void carryOut(const management::StandingOrders::Steps& steps);
    void submit(const std::vector<management::ActionRequest>& requests);
    void withdraw(const std::vector<std::uint64_t>& acts);
    void release(const std::vector<std::uint64_t>& acts, const core::Result<>& kept);
    [[nodiscard]] std::vector<management::ActionRequest> takeHeld(const std::vector<std::uint64_t>& acts);
    void wait();
    void askForLists();

    management::StandingOrders m_orders;
    const std::function<std::uint64_t()> m_nextId;
    const Clock m_now;
    Keeping m_keeping;
    std::vector<management::ActionRequest> m_held; ///< until the disk has it
    QTimer m_due;
    QTimer m_list;
};

} // namespace deskwarden::desk
