// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "simulator/farm/NeighbourTables.h"

#include "simulator/farm/People.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <string_view>
#include <unordered_map>

namespace deskwarden::simulator {

namespace {

using core::ConnectState;
using core::SharedString;
using core::Value;
using Rows = std::vector<std::vector<Value>>;

// A row by the names of its properties, laid out as the schema wants it; what is not named stays NULL.
class RowMaker final
{
public:
    explicit RowMaker(const management::ClassSchema& schema)
        : m_schema(schema)
        , m_row(schema.properties.size())
    {}
    RowMaker& set(std::string_view name, Value value)
    {
        if (const management::PropertySchema* property = m_schema.findProperty(name))
            m_row[static_cast<std::size_t>(property - m_schema.properties.data())] = std::move(value);
        return *this;
    }
    std::vector<Value> take() { return std::move(m_row); }

private:
    const management::ClassSchema& m_schema;
    std::vector<Value> m_row;
};

Rows collectionRows(const management::ClassSchema& schema, const FarmLayout& layout)
{
    Rows rows;
    for (const Collection& collection : layout.collections) {
        RowMaker row(schema);
        row.set("Alias", Value(collection.alias)).set("Type", Value(collection.type)).set("IsManaged", Value(true));
        row.set("Name", Value(collection.name)).set("CollectionDescription", Value(""));
        row.set("SecurityDescriptor", Value(collection.descriptor));
        row.set("ShowInPortal", Value(true)).set("IsHA", Value(false)).set("IsUserAdmin", Value(false));
        row.set("RollbackEnabled", Value(collection.type == 1));
        rows.push_back(row.take());
    }
    return rows;
}

Value person(std::uint32_t number, std::string (*field)(std::uint32_t))
{
    return number == none ? Value() : Value(std::string_view(field(number)));
}

Rows machineRows(const management::ClassSchema& schema, const FarmLayout& layout,
                 const std::vector<VirtualMachine>& machines, const std::vector<FarmSession>& sessions)
{
    std::unordered_map<std::uint32_t, const FarmSession*> used;
    for (const FarmSession& session : sessions)
        if (session.machine != none)
            used.emplace(session.machine, &session);
    Rows rows;
    rows.reserve(machines.size());
    for (std::uint32_t number = 0; number < machines.size(); ++number) {
        const VirtualMachine& machine = machines[number];
        RowMaker row(schema);
        row.set("Name", Value(machine.name)).set("HostName", Value(layout.hosts[machine.host]));
        row.set("Status", Value(std::uint32_t{0})).set("VMState", Value(machine.vmState));
        row.set("CollectionAlias", Value(layout.collections[machine.collection].alias));
        row.set("UserName",
                machine.ownerName.isNull() ? person(machine.owner, accountOfPerson) : Value(machine.ownerName));
        row.set("UserDomain",
                machine.ownerName.isNull() ? person(machine.owner, domainOfPerson) : Value(machine.ownerDomain));
        if (machine.isGhost) { // the broker's list of machines and that of sessions disagree
            row.set("SessionUserName", person(machine.reportedUser, accountOfPerson));
        } else if (const auto session = used.find(number); session != used.end()) {
            row.set("SessionUserName", Value(session->second->userName));
            row.set("SessionState", Value(core::name(session->second->state)));
        }
        rows.push_back(row.take());
    }
    return rows;
}

Rows nodeRows(const management::ClassSchema& schema, const FarmLayout& layout)
{
    Rows rows;
    const auto add = [&](const SharedString& name, std::string_view role) {
        RowMaker row(schema);
        row.set("FQDN", Value(name)).set("OSVersion", Value("10.0.17763"));
        for (const std::string_view each : {"IsRdcb", "IsRdg", "IsRdls", "IsRdvh", "IsRdwa", "IsRdsh"})
            row.set(each, Value(each == role || (each == "IsRdls" && role == "IsRdcb")));
        // The gateway's certificate is missing.
        row.set("IsRedirectorCertificateInstalled", Value(role == "IsRdcb"));
        row.set("IsPublishingCertificateInstalled", Value(role == "IsRdcb"));
        row.set("IsWebAccessCertificateInstalled", Value(role == "IsRdwa"));
        row.set("IsGatewayCertificateInstalled", Value(false));
        rows.push_back(row.take());
    };
    add(layout.broker, "IsRdcb");
    if (layout.activeBroker.view() != layout.broker.view())
        add(layout.activeBroker, "IsRdcb");
    add(SharedString("RDWA-01.nordwind.example"), "IsRdwa");
    add(SharedString("RDGW-01.nordwind.example"), "IsRdg");
    for (const SharedString& host : layout.hosts)
        add(host, "IsRdvh");
    return rows;
}

Rows serverRows(const management::ClassSchema& schema, const FarmLayout& layout,
                const std::vector<FarmSession>& sessions)
{
    std::vector<std::uint32_t> counts(layout.hosts.size(), 0);
    for (const FarmSession& session : sessions)
        ++counts[session.host];
    Rows rows;
    for (std::size_t host = 0; host < layout.hosts.size(); ++host) {
        RowMaker row(schema);
        row.set("ServerName", Value(layout.hosts[host])).set("ClusterName", Value("NORDWIND"));
        row.set("NumberOfSessions", Value(counts[host])).set("SingleSessionMode", Value(std::uint32_t{0}));
        row.set("ServerWeight", Value(std::uint32_t{100}));
        row.set("NumPendRedir", Value(static_cast<std::uint32_t>(host % 3)));
        row.set("LoadIndicator", Value(counts[host] * 10U));
        rows.push_back(row.take());
    }
    return rows;
}

Rows directoryRows(const management::ClassSchema& schema, const FarmLayout& layout,
                   const std::vector<FarmSession>& sessions, TimePoint now)
{
    Rows rows;
    for (const FarmSession& session : sessions) {
        if (session.machine == none || session.userName.isNull())
            continue;
        const VirtualMachine& machine = layout.machines[session.machine];
        const bool isDisconnected = session.state == ConnectState::Disconnected;
        RowMaker row(schema);
        row.set("ServerName", Value(machine.name)).set("SessionId", Value(std::uint32_t{2}));
        row.set("UserName", Value(session.userName)).set("DomainName", Value(session.domainName));
        row.set("CreateTime", Value(dmtfTime(session.created)));
        if (isDisconnected) {
            row.set("DisconnectTime", Value(dmtfTime(session.disconnected)));
            const auto idle = std::chrono::floor<std::chrono::milliseconds>(now - session.disconnected);
            row.set("IdleTime",
                    Value(static_cast<std::uint32_t>(std::clamp<std::int64_t>(idle.count(), 0, 0xFFFFFFFF))));
        }
        // This class numbers its states differently: 0 active, 1 disconnected.
        row.set("SessionState", Value(std::uint32_t{isDisconnected ? 1U : 0U}));
        row.set("CollectionAlias", Value(layout.collections[machine.collection].alias));
        row.set("UnifiedSessionId", Value(session.sessionId)).set("HostServer", Value(layout.hosts[session.host]));
        rows.push_back(row.take());
    }
    return rows;
}

} // namespace

core::DateTime dmtfTime(TimePoint time)
{
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss clock(std::chrono::floor<std::chrono::microseconds>(time - day));
    std::array<char, 64> text{};
    const int length =
        std::snprintf(text.data(), text.size(), "%04d%02u%02u%02d%02d%02d.%06d+000", static_cast<int>(date.year()),
                      static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                      static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                      static_cast<int>(clock.seconds().count()), static_cast<int>(clock.subseconds().count()));
    return {SharedString(std::string_view(text.data(), static_cast<std::size_t>(length)))};
}

std::shared_ptr<const Table> neighbourTable(const management::ClassSchema& schema, const FarmLayout& layout,
                                            const std::vector<VirtualMachine>& machines, const SessionTable& sessions,
                                            TimePoint now)
{
    if (schema.name == management::collectionClass)
        return std::make_shared<FlatTable>(collectionRows(schema, layout));
    if (schema.name == management::virtualDesktopClass)
        return std::make_shared<FlatTable>(machineRows(schema, layout, machines, sessions.sessions()));
    if (schema.name == management::joinedNodeClass)
        return std::make_shared<FlatTable>(nodeRows(schema, layout));
    if (schema.name == management::sessionDirectoryClass)
        return std::make_shared<FlatTable>(directoryRows(schema, layout, sessions.sessions(), now));
    if (schema.name == management::directoryServerClass)
        return std::make_shared<FlatTable>(serverRows(schema, layout, sessions.sessions()));
    if (schema.name == management::environmentClass) // static methods only
        return std::make_shared<FlatTable>(Rows());
    return nullptr;
}

} // namespace deskwarden::simulator
