// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/cli/CliDesk.h"

#include <QCoreApplication>

#include <chrono>

namespace deskwarden::app {

CliDesk::CliDesk(const CliContext& context, const desk::LinkOptions& options, ActReporter& reporter)
    : m_server(context.options.profile.address.id())
    , m_reporter(reporter)
    , m_servers([connector = context.connector](const core::ServerProfile&, const core::Secret&)
                    -> core::Result<management::Connector> { return connector; },
                context.ledger, [options] { return options; })
    , m_acts(m_servers, context.rules, [] { return std::chrono::system_clock::now(); })
{
    using desk::ActDesk;
    connect(&m_acts, &ActDesk::listed, this, [this](const std::vector<management::ActionRequest>& requests) {
        for (const management::ActionRequest& request : requests)
            m_reporter.expect(request);
    });
    connect(&m_acts, &ActDesk::reported, this, [this](const std::vector<management::ActionReport>& reports) {
        for (const management::ActionReport& report : reports)
            m_reporter.take(report);
        look();
    });
    connect(&m_acts, &ActDesk::drainEnded, this, &CliDesk::look);
    connect(&m_acts, &ActDesk::wavesEnded, this, &CliDesk::look);
    connect(&m_acts.standing(), &desk::StandingRun::ended, this, &CliDesk::look, Qt::QueuedConnection);
    connect(&m_servers, &desk::ConnectedServers::snapshotArrived, &m_acts,
            [this](const management::SnapshotPointer& list) { m_acts.takeList(*list); });
    (void)m_servers.open(context.options.profile, {}); // its connector is there already: nothing can fail
}

CliDesk::~CliDesk() = default;

void CliDesk::cancelWaiting()
{
    m_servers.cancelQueued();
    QMetaObject::invokeMethod(&m_acts, &desk::ActDesk::cancelWaiting, Qt::QueuedConnection);
    QMetaObject::invokeMethod(&m_acts.standing(), &desk::StandingRun::cancelAll, Qt::QueuedConnection);
}

void CliDesk::stop()
{
    m_servers.requestStop();
}

void CliDesk::wait()
{
    if (isSettled())
        return;
    m_isWaiting = true;
    QCoreApplication::exec();
    m_isWaiting = false;
}

bool CliDesk::isSettled()
{
    return m_reporter.isSettled() && !m_acts.isActive() && m_acts.drainCount() == 0 && m_acts.waveRunCount() == 0 &&
           m_acts.standing().orders().openCount() == 0;
}

void CliDesk::look()
{
    if (m_isWaiting && isSettled())
        QCoreApplication::quit();
}

} // namespace deskwarden::app
