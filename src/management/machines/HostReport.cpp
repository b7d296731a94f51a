// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/machines/HostReport.h"

#include "core/Names.h"
#include "management/machines/MachineCollector.h"
#include "management/seam/ListAnew.h"
#include "management/seam/RdmsSchema.h"
#include "management/sessions/SessionCollector.h"

#include <array>
#include <functional>
#include <map>
#include <utility>

namespace deskwarden::management {

namespace {

struct RoleProperty
{
    std::string_view name;
    NodeRole role;
};
constexpr std::array roleProperties{
    RoleProperty{"IsRdcb", NodeRole::ConnectionBroker}, RoleProperty{"IsRdvh", NodeRole::VirtualizationHost},
    RoleProperty{"IsRdsh", NodeRole::SessionHost},      RoleProperty{"IsRdwa", NodeRole::WebAccess},
    RoleProperty{"IsRdg", NodeRole::Gateway},           RoleProperty{"IsRdls", NodeRole::Licensing},
};

struct CertificateProperty
{
    std::string_view name;
    NodeCertificate certificate;
    NodeRole neededBy;
};
constexpr std::array certificateProperties{
    CertificateProperty{"IsRedirectorCertificateInstalled", NodeCertificate::Redirector, NodeRole::ConnectionBroker},
    CertificateProperty{"IsPublishingCertificateInstalled", NodeCertificate::Publishing, NodeRole::ConnectionBroker},
    CertificateProperty{"IsWebAccessCertificateInstalled", NodeCertificate::WebAccess, NodeRole::WebAccess},
    CertificateProperty{"IsGatewayCertificateInstalled", NodeCertificate::Gateway, NodeRole::Gateway},
};

std::string nodeText(const core::Instance& node, std::string_view name)
{
    const core::Value* const value = node.find(name);
    return value ? value->text().toString() : std::string();
}

bool isSetTo(const core::Instance& node, std::string_view name, bool wanted)
{
    const core::Value* const value = node.find(name);
    return value && *value == core::Value(wanted);
}

DeploymentNode nodeFrom(core::Instance instance)
{
    if (const ClassSchema* const schema = findClass(joinedNodeClass))
        applySchema(instance, *schema);
    DeploymentNode node;
    node.name = nodeText(instance, "FQDN");
    node.osVersion = nodeText(instance, "OSVersion");
    for (const RoleProperty& property : roleProperties) {
        if (isSetTo(instance, property.name, true))
            node.roles.push_back(property.role);
    }
    for (const CertificateProperty& property : certificateProperties) {
        const auto isNeeding = [&property](NodeRole role) { return role == property.neededBy; };
        if (std::ranges::any_of(node.roles, isNeeding) && isSetTo(instance, property.name, false))
            node.missing.push_back(property.certificate);
    }
    return node;
}

/// Asks one broker for its hosts, list by list.
class HostReader final
{
public:
    HostReader(ManagementConnection& connection, const std::string& nameSpace, const CallContext& limits)
        : m_connection(connection)
        , m_nameSpace(nameSpace)
        , m_limits(limits)
    {}

    HostReport read()
    {
        HostReport report;
        report.sessions = readSessions();
        report.machines = readMachines();
        report.loads = readLoads();
        report.nodes = readNodes();
        for (auto& [name, host] : m_hosts)
            report.hosts.push_back(std::move(host));
        return report;
    }

private:
    /// Compared as WMI does, and whether it is written in full or not.
    HostFacts& hostOf(std::string_view name)
    {
        HostFacts& host = m_hosts[core::lowered(core::firstLabel(name))];
        if (host.name.size() < name.size())
            host.name = name;
        return host;
    }

    core::Result<> list(std::string_view nameSpace, std::string_view className,
                        const std::function<void(core::Instance&&)>& take, const std::function<void()>& forget)
    {
        const Query query{std::string(nameSpace), selectAll(className)};
        const auto takeBatch = [&take](std::vector<core::Instance>&& batch) {
            for (core::Instance& instance : batch)
                take(std::move(instance));
        };
        auto end = listAnew([&] { return m_connection.enumerate(query, takeBatch, m_limits); }, forget);
        if (!end)
            return core::failure(std::move(end).error());
        return {};
    }

    core::Result<> readSessions()
    {
        SessionCollector collector({}, m_pool);
        auto listed = list(
            m_nameSpace, sessionClass, [&collector](core::Instance&& row) { (void)collector.add(row); },
            [&collector] { collector.clear(); });
        if (!listed)
            return listed;
        for (const core::Session& session : collector.sessions()) {
            if (!core::hasUser(session))
                continue;
            HostFacts& host = hostOf(session.key.vmHostName.view());
            ++host.sessions;
            if (core::isInUse(session.state))
                ++host.inUse;
        }
        return {};
    }

    core::Result<> readMachines()
    {
        MachineCollector collector({}, m_pool);
        auto listed = list(
            m_nameSpace, virtualDesktopClass, [&collector](core::Instance&& row) { (void)collector.add(row); },
            [&collector] { collector.clear(); });
        if (!listed)
            return listed;
        for (const core::VirtualDesktop& machine : collector.machines()) {
            if (machine.hostName.isEmpty())
                continue;
            HostFacts& host = hostOf(machine.hostName.view());
            ++host.machines;
            if (machine.state == core::MachineState::Running)
                ++host.running;
        }
        return {};
    }

    /// Servers that have neither a session nor a machine are no VM hosts as far as anybody can see.
    core::Result<> readLoads()
    {
        const auto number = [](const core::Instance& row, std::string_view name) {
            const core::Value* const value = row.find(name);
            return value ? value->toUint32() : std::nullopt;
        };
        return list(
            directoryNameSpace, directoryServerClass,
            [&](core::Instance&& row) {
                const auto host = m_hosts.find(core::lowered(core::firstLabel(nodeText(row, "ServerName"))));
                if (host == m_hosts.end())
                    return;
                host->second.pending = number(row, "NumPendRedir");
                host->second.load = number(row, "LoadIndicator");
            },
            [] {});
    }

    core::Result<std::vector<DeploymentNode>> readNodes()
    {
        std::vector<DeploymentNode> nodes;
        auto listed = list(
            m_nameSpace, joinedNodeClass, [&nodes](core::Instance&& row) { nodes.push_back(nodeFrom(std::move(row))); },
            [&nodes] { nodes.clear(); });
        if (!listed)
            return core::failure(std::move(listed).error());
        return nodes;
    }

    ManagementConnection& m_connection;
    const std::string& m_nameSpace;
    const CallContext& m_limits;
    core::StringPool m_pool;
    std::map<std::string, HostFacts> m_hosts; // by the first label, in lower case
};

} // namespace

HostReport readHosts(ManagementConnection& connection, const std::string& nameSpace, const CallContext& limits)
{
    return HostReader(connection, nameSpace, limits).read();
}

void addActs(std::vector<HostFacts>& hosts, std::span<const HostAct> acts, std::chrono::system_clock::time_point now)
{
    std::map<std::string, HostFacts*> known;
    for (HostFacts& host : hosts) {
        host.failures = 0;
        known.emplace(core::lowered(core::firstLabel(host.name)), &host);
    }
    for (const HostAct& act : acts) {
        const auto found = known.find(core::lowered(core::firstLabel(act.host)));
        if (found == known.end())
            continue;
        HostFacts& host = *found->second;
        if (act.isAnswered && (!host.lastAnswer || *host.lastAnswer < act.time))
            host.lastAnswer = act.time;
        if (act.isFailure && act.time > now - std::chrono::hours(1))
            ++*host.failures;
    }
}

const char* symbol(NodeRole role) noexcept
{
    switch (role) {
    case NodeRole::ConnectionBroker:
        return "connection_broker";
    case NodeRole::VirtualizationHost:
        return "virtualization_host";
    case NodeRole::SessionHost:
        return "session_host";
    case NodeRole::WebAccess:
        return "web_access";
    case NodeRole::Gateway:
        return "gateway";
    case NodeRole::Licensing:
        return "licensing";
    }
    return "";
}

const char* symbol(NodeCertificate certificate) noexcept
{
    switch (certificate) {
    case NodeCertificate::Redirector:
        return "redirector";
    case NodeCertificate::Publishing:
        return "publishing";
    case NodeCertificate::WebAccess:
        return "web_access";
    case NodeCertificate::Gateway:
        return "gateway";
    }
    return "";
}

} // namespace deskwarden::management
