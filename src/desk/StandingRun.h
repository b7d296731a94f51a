// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

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

    StandingRun(management::PlanRules rules, std::function<std::uint64_t()> nextId, Clock now,
                QObject* parent = nullptr);

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
    void wait();
    void askForLists();

    management::StandingOrders m_orders;
    const std::function<std::uint64_t()> m_nextId;
    const Clock m_now;
    QTimer m_due;
    QTimer m_list;
};

} // namespace deskwarden::desk
