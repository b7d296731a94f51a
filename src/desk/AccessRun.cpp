// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "desk/AccessRun.h"

#include "management/access/AccessCheck.h"
#include "management/access/AccountCheck.h"

#include <chrono>
#include <utility>

namespace deskwarden::desk {

namespace {

core::Result<management::AccessReport> askBroker(const management::Connector& connector,
                                                 const core::ServerProfile& profile,
                                                 const management::AccessRequest& request,
                                                 const DirectoryOfServer& directory, const std::stop_token& stop)
{
    const auto limits = management::CallContext::within(profile.timeout, stop);
    auto connection = connector();
    if (!connection)
        return core::failure(std::move(connection).error());
    if (const core::Result<> opened = (*connection)->open(limits, {}); !opened)
        return core::failure(opened.error());
    management::AccessFacts facts = management::readAccessFacts(
        **connection, profile.address.id(), profile.nameSpace, request,
        // Long lists take their time; a person may stop them.
        {stop, std::chrono::steady_clock::time_point::max()}, std::chrono::system_clock::now());
    // A broker of which nothing could be read was not asked at all.
    if (!facts.sessions && !facts.desktops && !facts.collections)
        return core::failure(facts.sessions.error());
    if (directory)
        facts.account = management::readAccount(*directory, {request.domain, request.user},
                                                management::CallContext::within(profile.timeout, stop));
    return management::judgeAccess(facts);
}

} // namespace

AccessRun::AccessRun(QObject* parent, core::StartThread start)
    : QObject(parent)
    , m_startThread(std::move(start))
{}

AccessRun::~AccessRun() = default;

void AccessRun::start(management::Connector connector, const core::ServerProfile& profile,
                      management::AccessRequest request, DirectoryOfServer directory)
{
    m_run.reset();
    const auto ask = [connector = std::move(connector), profile, request = std::move(request),
                      directory = std::move(directory)](const std::stop_token& stop) {
        return askBroker(connector, profile, request, directory, stop);
    };
    m_run = std::make_unique<Run>(ask, core::failure(core::noThread()), m_startThread, [this] {
        QMetaObject::invokeMethod(this, &AccessRun::takeAnswer, Qt::QueuedConnection);
    });
}

void AccessRun::cancel()
{
    if (m_run)
        m_run->requestStop();
}

void AccessRun::takeAnswer()
{
    // A wake of a question that was replaced finds the new one's answer, or none: both are right.
    const auto answer = m_run ? m_run->take() : std::nullopt;
    if (!answer)
        return;
    m_run.reset();
    if (*answer)
        emit answered(**answer);
    else
        emit failed(answer->error());
}

} // namespace deskwarden::desk
