// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wmicom/WmiConnection.h"

#include "wmicom/HostReach.h"
#include "wmicom/WmiSession.h"

#include <exception>
#include <utility>

namespace deskwarden::wmicom {

namespace {

using core::Delivery;
using core::ErrorKind;
using core::failure;
using core::Result;
using management::CallContext;
using management::ProbeStage;

constexpr std::size_t threadsAtMost = 64;

/// Runs a job on the worker's thread, where bad_alloc and the like become values.
template <typename Job>
auto guarded(Job job)
{
    return [job = std::move(job)]() mutable -> decltype(job()) {
        try {
            return job();
        } catch (const std::exception& exception) {
            return failure(ErrorKind::OutOfResources, exception.what(), Delivery::MaybeSent);
        }
    };
}

} // namespace

WmiConnection::WmiConnection(core::ServerProfile profile, core::Secret password,
                             std::shared_ptr<management::AbandonedCalls> limit)
    : m_profile(std::move(profile))
    , m_password(std::move(password))
    , m_limit(std::move(limit))
{}

WmiConnection::~WmiConnection()
{
    letGo();
}

/// COM objects are released on the thread that made them, never here.
void WmiConnection::letGo()
{
    if (m_worker)
        m_worker->post([session = std::move(m_session)]() mutable { session.reset(); });
    m_session.reset();
    m_worker.reset();
}

void WmiConnection::letGoIfLost()
{
    if (m_worker && !m_worker->isUsable())
        letGo();
}

void WmiConnection::ensureWorker()
{
    if (m_worker)
        return;
    m_worker = std::make_unique<ComWorker>(m_limit);
    m_session = std::make_shared<WmiSession>(m_profile, m_password);
}

Result<> WmiConnection::reach(const CallContext& context, const management::StageSink& stages)
{
    if (m_profile.address.isLoopback()) {
        management::StageReport report;
        report.stage = ProbeStage::Name;
        report.fact = "this computer";
        stages(std::move(report));
        return {};
    }
    struct Step
    {
        ProbeStage stage;
        Result<std::string> (*take)(const std::string&);
    };
    for (const Step& step : {Step{ProbeStage::Name, resolveName}, Step{ProbeStage::Port, knockAtEndpointMapper}}) {
        ensureWorker();
        auto fact =
            m_worker->call(context, guarded([take = step.take, host = m_profile.address.host] { return take(host); }));
        letGoIfLost();
        management::StageReport report;
        report.stage = step.stage;
        if (!fact) {
            report.error = fact.error();
            stages(std::move(report));
            return failure(std::move(fact.error()));
        }
        report.fact = std::move(*fact);
        stages(std::move(report));
    }
    return {};
}

Result<> WmiConnection::open(const CallContext& context, const management::StageSink& stages)
{
    if (stages) {
        if (auto reached = reach(context, stages); !reached)
            return reached;
    }
    ensureWorker();
    auto opened = m_worker->call(
        context, guarded([session = m_session, nameSpace = m_profile.nameSpace] { return session->open(nameSpace); }));
    letGoIfLost();
    if (!opened)
        opened.error().delivery = Delivery::NotSent;
    if (stages) {
        management::StageReport report;
        report.stage = ProbeStage::SignIn;
        if (!opened)
            report.error = opened.error();
        stages(std::move(report));
    }
    return opened;
}

Result<management::EnumerationEnd> WmiConnection::enumerate(const management::Query& query,
                                                            const management::BatchSink& sink,
                                                            const CallContext& context)
{
    ensureWorker();
    auto reader = m_worker->call(context, guarded([session = m_session, query] { return session->query(query); }));
    if (!reader) {
        letGoIfLost();
        return failure(std::move(reader.error()));
    }

    management::EnumerationEnd end;
    Result<management::EnumerationEnd> result = end;
    for (;;) {
        auto batch =
            m_worker->call(context, guarded([session = m_session, rows = *reader] { return session->next(*rows); }));
        if (!batch) {
            result = failure(std::move(batch.error()));
            break;
        }
        if (batch->incomplete)
            end.incomplete = batch->incomplete;
        if (!batch->rows.empty())
            sink(std::move(batch->rows));
        if (batch->isLast) {
            result = end;
            break;
        }
    }
    m_worker->post([rows = std::move(*reader)]() mutable { rows.reset(); });
    letGoIfLost();
    return result;
}

Result<core::Instance> WmiConnection::get(const management::InstancePath& path, const CallContext& context)
{
    ensureWorker();
    auto result = m_worker->call(context, guarded([session = m_session, path] { return session->get(path); }));
    letGoIfLost();
    return result;
}

Result<management::MethodResult> WmiConnection::invoke(const management::InstancePath& path, const std::string& method,
                                                       const management::Arguments& arguments,
                                                       const CallContext& context)
{
    ensureWorker();
    const auto claim = std::make_shared<ActClaim>();
    auto result = m_worker->call(context, guarded([session = m_session, path, method, arguments, claim] {
                                     return session->invoke(path, method, arguments, *claim);
                                 }));
    letGoIfLost();
    // A caller that does not wait any longer knows only whether the call was out.
    if (!result && management::ended(context) && result.error().code == 0)
        result.error().delivery = claim->tryGiveUp() ? Delivery::NotSent : Delivery::MaybeSent;
    return result;
}

std::shared_ptr<management::AbandonedCalls> callsOfOneConnector()
{
    return std::make_shared<management::AbandonedCalls>(threadsAtMost);
}

management::Connector connectorFor(core::ServerProfile profile, core::Secret password,
                                   std::shared_ptr<management::AbandonedCalls> calls)
{
    return [profile = std::move(profile), password = std::move(password),
            limit = std::move(calls)]() -> Result<std::unique_ptr<management::ManagementConnection>> {
        if (profile.address.transport != core::Transport::Dcom)
            return failure(ErrorKind::NotSupported, "not a wmi:// address: " + profile.address.text());
        if (auto usable = ComSignIn::check(profile); !usable)
            return failure(std::move(usable.error()));
        return std::make_unique<WmiConnection>(profile, password, limit);
    };
}

} // namespace deskwarden::wmicom
