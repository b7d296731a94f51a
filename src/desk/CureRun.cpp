// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "desk/CureRun.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace deskwarden::desk {

CureRun::CureRun(std::vector<management::Ghost> ghosts, management::CureOptions options, std::string reason,
                 NextId nextId, Clock now, QObject* parent)
    : QObject(parent)
    , m_cure(std::move(ghosts), options, std::move(reason), std::move(nextId))
    , m_now(std::move(now))
{
    m_due.setSingleShot(true);
    connect(&m_due, &QTimer::timeout, this, [this] { carryOut(m_cure.advance(m_now())); });
}

void CureRun::begin()
{
    carryOut(m_cure.begin());
}

void CureRun::takeReports(const std::vector<management::ActionReport>& reports)
{
    if (m_isEnded)
        return;
    std::vector<management::ActionRequest> acts;
    for (const management::ActionReport& report : reports) {
        for (management::ActionRequest& act : m_cure.take(report, m_now()))
            acts.push_back(std::move(act));
    }
    carryOut(acts);
}

void CureRun::stop()
{
    m_isStopping = true;
    m_cure.cancel();
    carryOut({});
}

bool CureRun::isOn(const core::ServerId& server) const
{
    return std::ranges::any_of(m_cure.items(), [&server](const management::CureItem& item) {
        return !item.isOver() && item.ghost.session.key.server == server;
    });
}

void CureRun::carryOut(const std::vector<management::ActionRequest>& acts)
{
    using namespace std::chrono_literals;
    if (const auto due = m_cure.nextDue())
        m_due.start(std::max(std::chrono::ceil<std::chrono::milliseconds>(*due - m_now()), 0ms));
    else
        m_due.stop();
    if (!acts.empty())
        emit submitRequested(acts);
    emit changed();
    if (m_cure.isOver() && !std::exchange(m_isEnded, true))
        emit ended();
}

} // namespace deskwarden::desk
