// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "desk/StandingRun.h"

#include <QPointer>

#include <algorithm>
#include <set>
#include <utility>

namespace deskwarden::desk {

using namespace std::chrono_literals;

namespace {

/// Lists come at the interval that a person has chosen; an order does not wait longer than this for one.
constexpr auto longestWaitOfOrders = 30s;
/// The time of day may be set while it waits.
constexpr std::chrono::milliseconds longestSleep = 1min;

std::vector<std::uint64_t> openOrders(const management::StandingOrders& orders)
{
    std::vector<std::uint64_t> open;
    for (const management::OrderState& state : orders.orders()) {
        if (state.stage != management::OrderStage::Over)
            open.push_back(state.order.id);
    }
    return open;
}

/// What becomes of an act that was never handed out.
management::ActionReport endOf(const management::ActionRequest& request, management::OutcomeKind kind)
{
    management::ActionReport report;
    report.id = request.id;
    report.phase = management::ActionPhase::Finished;
    report.outcome.kind = kind;
    return report;
}

} // namespace

StandingRun::StandingRun(management::PlanRules rules, std::function<std::uint64_t()> nextId, Clock now, QObject* parent)
    : QObject(parent)
    , m_orders(std::move(rules), nextId)
    , m_nextId(std::move(nextId))
    , m_now(std::move(now))
{
    m_due.setSingleShot(true);
    connect(&m_due, &QTimer::timeout, this, [this] { carryOut(m_orders.advance(m_now())); });
    m_list.setInterval(longestWaitOfOrders);
    connect(&m_list, &QTimer::timeout, this, &StandingRun::askForLists);
}

bool StandingRun::add(management::StandingOrder order)
{
    order.id = m_nextId();
    order.created = m_now();
    if (!m_orders.add(std::move(order), m_now()))
        return false;
    wait();
    emit changed();
    return true;
}

void StandingRun::cancel(const std::vector<std::uint64_t>& orders)
{
    carryOut(m_orders.cancel(orders));
}

void StandingRun::cancelAll()
{
    cancel(openOrders(m_orders));
}

void StandingRun::forgetEnded()
{
    m_orders.forgetEnded();
    emit changed();
}

void StandingRun::takeList(const management::SessionSnapshot& list)
{
    if (!m_orders.isWaitingOn(list.server))
        return;
    carryOut(m_orders.look(list, m_now()));
    emit changed(); // since when a session has been disconnected
}

void StandingRun::takeReports(const std::vector<management::ActionReport>& reports)
{
    if (m_orders.openCount() > 0)
        carryOut(m_orders.take(reports));
}

void StandingRun::carryOut(const management::StandingOrders::Steps& steps)
{
    wait();
    if (steps.isEmpty())
        return;
    emit changed();
    if (!steps.toCancel.empty())
        withdraw(steps.toCancel);
    if (!steps.toSubmit.empty())
        submit(steps.toSubmit);
    for (const std::uint64_t order : steps.ended)
        emit ended(order);
}

void StandingRun::submit(const std::vector<management::ActionRequest>& requests)
{
    std::vector<management::ActionRequest> now;
    std::vector<std::uint64_t> later;
    for (const management::ActionRequest& request : requests) {
        const auto& orders = m_orders.orders();
        const auto found = std::ranges::find(orders, request.id, &management::OrderState::act);
        if (m_keeping && found != orders.end() && found->order.isKept) {
            m_held.push_back(request);
            later.push_back(request.id);
        } else {
            now.push_back(request);
        }
    }
    if (!now.empty())
        emit submitRequested(now);
    if (!later.empty()) {
        m_keeping([run = QPointer(this), later](const core::Result<>& kept) {
            if (run)
                run->release(later, kept);
        });
    }
}

/// What is held has not been handed out: nobody else can take it back.
void StandingRun::withdraw(const std::vector<std::uint64_t>& acts)
{
    std::vector<std::uint64_t> others = acts;
    std::vector<management::ActionReport> reports;
    for (const management::ActionRequest& request : takeHeld(acts)) {
        std::erase(others, request.id);
        reports.push_back(endOf(request, management::OutcomeKind::Cancelled));
    }
    if (!others.empty())
        emit cancelRequested(others);
    takeReports(reports);
}

void StandingRun::release(const std::vector<std::uint64_t>& acts, const core::Result<>& kept)
{
    carryOut(m_orders.advance(m_now())); // nothing is begun for those whose time is up meanwhile
    const std::vector<management::ActionRequest> requests = takeHeld(acts);
    if (requests.empty())
        return;
    if (kept) {
        emit submitRequested(requests);
        return;
    }
    std::vector<management::ActionReport> reports;
    for (const management::ActionRequest& request : requests) {
        reports.push_back(endOf(request, management::OutcomeKind::Failed));
        reports.back().outcome.error = kept.error();
    }
    takeReports(reports);
}

std::vector<management::ActionRequest> StandingRun::takeHeld(const std::vector<std::uint64_t>& acts)
{
    std::vector<management::ActionRequest> taken;
    std::erase_if(m_held, [&acts, &taken](const management::ActionRequest& request) {
        if (std::ranges::find(acts, request.id) == acts.end())
            return false;
        taken.push_back(request);
        return true;
    });
    return taken;
}

void StandingRun::wait()
{
    const auto due = m_orders.nextDue();
    if (!due) {
        m_due.stop();
        m_list.stop();
        return;
    }
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(*due - m_now());
    m_due.start(std::clamp(left, std::chrono::milliseconds(0), longestSleep));
    if (!m_list.isActive())
        m_list.start();
}

void StandingRun::askForLists()
{
    std::set<core::ServerId> servers;
    for (const management::OrderState& state : m_orders.orders()) {
        if (state.stage == management::OrderStage::Waiting)
            servers.insert(state.order.session.key.server);
    }
    for (const core::ServerId& server : servers)
        emit listRequested(server);
}

} // namespace deskwarden::desk
