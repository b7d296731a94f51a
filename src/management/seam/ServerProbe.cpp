// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/seam/ServerProbe.h"

#include "core/Names.h"
#include "core/StatusCode.h"
#include "management/seam/RdmsSchema.h"

#include <algorithm>
#include <array>
#include <utility>

namespace deskwarden::management {

namespace {

bool hasStatus(const core::ManagementError& error, std::initializer_list<std::uint32_t> statuses)
{
    if (error.kind != core::ErrorKind::Fault)
        return false;
    return std::ranges::any_of(
        statuses, [&](std::uint32_t status) { return error.code == status || error.providerCode == status; });
}

/// The stage at which a list failed. A question in WQL reaches the namespace first, then the class, then the provider.
ProbeStage stageOfListError(const core::ManagementError& error)
{
    // WBEM_E_INVALID_CLASS; WinRM hides it behind "cannot process filter".
    if (hasStatus(error, {0x80041010, 0x8033801A}))
        return ProbeStage::Class;
    // WBEM_E_INVALID_NAMESPACE; WinRM's "resource not found"; and no rights in the namespace.
    if (hasStatus(error, {0x8004100E, 0x80338000, 0x80041003, 0x80070005, 5}))
        return ProbeStage::Namespace;
    return ProbeStage::List;
}

/// Whether the fault to a list proves that the stage was passed. Most prove nothing: a server that is short of
/// something, or does not know what it was asked, has not looked for the namespace yet.
bool isProvedBy(const core::ManagementError& error, ProbeStage stage)
{
    // WBEM_E_PROVIDER_FAILURE, PROVIDER_NOT_FOUND, INVALID_PROVIDER_REGISTRATION, PROVIDER_LOAD_FAILURE,
    // INITIALIZATION_FAILURE: the class was found, and its provider asked.
    if (hasStatus(error, {0x80041004, 0x80041011, 0x80041012, 0x80041013, 0x80041014}))
        return true;
    return stage == ProbeStage::Namespace && hasStatus(error, {0x80041010}); // only a namespace knows that
}

/// The stage at which getting through failed, for a connection that did not tell it.
ProbeStage stageOfOpenError(core::ErrorKind kind)
{
    using enum core::ErrorKind;
    switch (kind) {
    case NameNotResolved:
    case InvalidInput:
        return ProbeStage::Name;
    case ConnectionRefused:
    case HostUnreachable:
        return ProbeStage::Port;
    case TlsFailed:
    case CertificateUntrusted:
    case CertificateChanged:
    case TlsRequired:
        return ProbeStage::Tls;
    case SchemeNotOffered:
    case UnprotectedRefused:
        return ProbeStage::Schemes;
    case SignInRefused:
    case SignInImpossible:
    case EncryptionRequired:
    case MessageTampered:
        return ProbeStage::SignIn;
    case Cancelled:
    case TimedOut:
    case ConnectionLost:
    case NotWsman:
    case HttpStatus:
    case Malformed:
    case TooLarge:
    case Endless:
    case Fault:
    case PolicyRefused:
    case NotSupported:
    case LedgerUnwritable:
    case LedgerDamaged:
    case OutOfResources:
        return ProbeStage::Protocol;
    }
    return ProbeStage::Protocol;
}

StageReport passed(ProbeStage stage, std::string fact = {})
{
    StageReport report;
    report.stage = stage;
    report.fact = std::move(fact);
    return report;
}

StageReport failedAt(ProbeStage stage, core::ManagementError error)
{
    StageReport report;
    report.stage = stage;
    report.error = std::move(error);
    return report;
}

core::Result<> getThrough(ManagementConnection& connection, const CallContext& context, const StageSink& stages)
{
    bool isTold = false;
    auto opened = connection.open(context, [&](StageReport report) {
        isTold = isTold || report.error;
        stages(std::move(report));
    });
    if (!opened && !isTold)
        stages(failedAt(stageOfOpenError(opened.error().kind), opened.error()));
    return opened;
}

/// Lists some sessions and stops: proves namespace, class and provider in one question.
core::Result<> listSome(ManagementConnection& connection, const std::string& nameSpace, std::size_t enough,
                        const CallContext& context, const StageSink& stages)
{
    std::stop_source stop;
    const std::stop_callback link(context.stop, [&stop] { stop.request_stop(); });
    std::size_t seen = 0;
    const auto count = [&](std::vector<core::Instance>&& batch) {
        seen += batch.size();
        if (seen >= enough)
            stop.request_stop();
    };
    const auto end = connection.enumerate(Query{nameSpace, selectAll(sessionClass)}, count,
                                          CallContext{stop.get_token(), context.deadline});
    const bool isEnough = !end && end.error().isCancelled() && seen >= enough && !context.stop.stop_requested();
    const auto failedStage = end || isEnough ? ProbeStage::Deployment : stageOfListError(end.error());
    for (const ProbeStage stage : {ProbeStage::Namespace, ProbeStage::Class}) {
        if (failedStage == stage) {
            stages(failedAt(stage, end.error()));
            return core::failure(end.error());
        }
        if (end || seen > 0 || isProvedBy(end.error(), stage))
            stages(passed(stage));
    }
    if (!end && !isEnough) {
        stages(failedAt(ProbeStage::List, end.error()));
        return core::failure(end.error());
    }
    stages(passed(ProbeStage::List, std::to_string(seen) + (isEnough ? "+" : "")));
    return {};
}

StageReport askActiveBroker(ManagementConnection& connection, const std::string& nameSpace, const CallContext& context)
{
    const InstancePath environment{nameSpace, std::string(environmentClass), {}};
    const auto answer = connection.invoke(environment, "GetActiveServer", {}, context);
    if (!answer)
        return failedAt(ProbeStage::ActiveBroker, answer.error());
    if (answer->returnValue != 0) {
        core::ManagementError error;
        error.kind = core::ErrorKind::Fault;
        error.code = answer->returnValue;
        return failedAt(ProbeStage::ActiveBroker, std::move(error));
    }
    for (const core::Property& out : answer->outParameters) {
        if (core::isSameName(out.name.view(), "ServerName"))
            return passed(ProbeStage::ActiveBroker, out.value.text().toString());
    }
    return passed(ProbeStage::ActiveBroker);
}

StageReport askDeployment(ManagementConnection& connection, const std::string& nameSpace, const CallContext& context)
{
    std::string hosts;
    std::vector<std::string> brokers;
    const ClassSchema* schema = findClass(joinedNodeClass);
    const auto take = [&](std::vector<core::Instance>&& batch) {
        for (core::Instance& node : batch) {
            if (schema)
                applySchema(node, *schema);
            const core::Value* isHost = node.find("IsRdvh");
            const core::Value* name = node.find("FQDN");
            if (isHost && *isHost == core::Value(true) && name)
                hosts += (hosts.empty() ? "" : ", ") + name->text().toString();
            const core::Value* isBroker = node.find("IsRdcb");
            if (isBroker && *isBroker == core::Value(true) && name)
                brokers.push_back(name->text().toString());
        }
    };
    const auto end = connection.enumerate(Query{nameSpace, selectAll(joinedNodeClass)}, take, context);
    if (!end)
        return failedAt(ProbeStage::Deployment, end.error());
    StageReport report = passed(ProbeStage::Deployment, std::move(hosts));
    report.brokers = std::move(brokers);
    return report;
}

} // namespace

ServerProbe::ServerProbe(Connector connector, std::string nameSpace, ServerProbeOptions options)
    : m_connector(std::move(connector))
    , m_nameSpace(std::move(nameSpace))
    , m_options(options)
{}

core::Result<> ServerProbe::run(const CallContext& context, const StageSink& stages)
{
    const StageSink tell = stages ? stages : [](const StageReport&) {};
    auto connection = m_connector();
    if (!connection) {
        tell(failedAt(stageOfOpenError(connection.error().kind), connection.error()));
        return core::failure(std::move(connection).error());
    }
    if (auto opened = getThrough(**connection, context, tell); !opened)
        return opened;
    if (auto listed = listSome(**connection, m_nameSpace, m_options.enoughSessions, context, tell); !listed)
        return listed;
    for (const auto ask : {askActiveBroker, askDeployment}) {
        if (const auto why = ended(context))
            return core::failure(*why);
        tell(ask(**connection, m_nameSpace, context));
    }
    return {};
}

} // namespace deskwarden::management
