// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/FakeConnection.h"

#include "support/Machines.h"

#include <algorithm>
#include <iterator>
#include <memory>

namespace deskwarden::support {

using namespace management;

namespace {

core::Property text(const char* name, const core::SharedString& value)
{
    return {core::SharedString(name), core::Value(value)};
}

// As WS-Management sends them: every scalar is a text.
core::Property number(const char* name, std::uint32_t value)
{
    return {core::SharedString(name), core::Value(std::string_view(std::to_string(value)))};
}

std::string keyOf(const InstancePath& path)
{
    std::string key;
    for (const core::Property& property : path.keys) {
        const auto id = property.value.toUint32();
        key += id ? '/' + std::to_string(*id) : property.value.text().toString();
    }
    return key;
}

/// At once: nothing is on its way here.
void changeMachine(core::VirtualDesktop& machine, const std::string& method, const Arguments& arguments)
{
    const auto argument = [&arguments](std::string_view name) {
        const auto found =
            std::ranges::find_if(arguments, [name](const core::Property& one) { return one.name.view() == name; });
        return found == arguments.end() ? core::Value() : found->value;
    };
    if (method == "SetVirtualDesktopState") {
        machine.state = static_cast<core::MachineState>(argument("VMState").toUint32().value_or(0));
        if (machine.state != core::MachineState::Running)
            machine.sessionState = core::ConnectState::Absent;
    } else if (method == "SetUserAssignment") {
        machine.ownerName = argument("UserName").text();
        machine.ownerDomain = argument("UserDomain").text();
    } else {
        machine.ownerName = {};
        machine.ownerDomain = {};
    }
}

} // namespace

core::Session makeSession(std::string_view host, std::uint32_t id, std::string_view user, core::ConnectState state)
{
    core::Session session;
    session.key = {core::ServerId{core::SharedString("fake")}, core::SharedString(host), id};
    session.userName = core::SharedString(user);
    session.domainName = core::SharedString("CORP");
    session.vmName = core::SharedString("VM-" + std::string(host) + '-' + std::to_string(id));
    session.collectionId = core::SharedString("POOL");
    session.state = state;
    return session;
}

core::Instance toInstance(const core::Session& session)
{
    return core::Instance(
        core::SharedString("Win32_VirtualDesktopSession"),
        {text("VMHostName", session.key.vmHostName), number("SessionId", session.key.sessionId),
         text("VMName", session.vmName), number("ConnectState", static_cast<std::uint32_t>(session.state)),
         text("UserName", session.userName), text("DomainName", session.domainName),
         text("CollectionId", session.collectionId), text("ClientMachineName", session.clientMachineName)});
}

core::ManagementError makeFault(std::uint32_t code, std::uint32_t providerCode)
{
    core::ManagementError error;
    error.kind = core::ErrorKind::Fault;
    error.code = code;
    error.providerCode = providerCode;
    return error;
}

core::ManagementError hang(const CallContext& context, core::Delivery delivery)
{
    Gate never;
    never.pass(context);
    core::ManagementError error;
    error.kind = ended(context).value_or(core::ErrorKind::Cancelled);
    error.delivery = delivery;
    return error;
}

void Gate::open()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isOpen = true;
    }
    m_opened.notify_all();
}

bool Gate::pass(const CallContext& context)
{
    std::unique_lock lock(m_mutex);
    const auto isOpen = [this] { return m_isOpen; };
    if (context.deadline == std::chrono::steady_clock::time_point::max())
        return m_opened.wait(lock, context.stop, isOpen);
    return m_opened.wait_until(lock, context.stop, context.deadline, isOpen);
}

Connector FakeBroker::connector()
{
    return [this]() -> core::Result<std::unique_ptr<ManagementConnection>> {
        return std::make_unique<FakeConnection>(*this);
    };
}

void FakeBroker::put(const core::Session& session)
{
    const std::lock_guard lock(m_mutex);
    m_sessions.insert_or_assign(core::keyText(session.key), session);
}

void FakeBroker::remove(const std::string& key)
{
    const std::lock_guard lock(m_mutex);
    m_sessions.erase(key);
}

std::optional<core::Session> FakeBroker::find(const std::string& key) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_sessions.find(key);
    return found == m_sessions.end() ? std::nullopt : std::optional(found->second);
}

void FakeBroker::putCollection(std::string alias, std::string name)
{
    const std::lock_guard lock(m_mutex);
    m_collections.emplace_back(std::move(alias), std::move(name));
}

void FakeBroker::putMachine(const core::VirtualDesktop& machine)
{
    const std::lock_guard lock(m_mutex);
    m_machines.insert_or_assign(machine.name.toString(), machine);
}

std::optional<core::VirtualDesktop> FakeBroker::findMachine(const std::string& name) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_machines.find(name);
    return found == m_machines.end() ? std::nullopt : std::optional(found->second);
}

void FakeBroker::putNeighbour(core::Instance instance)
{
    const std::lock_guard lock(m_mutex);
    m_neighbours.push_back(std::move(instance));
}

std::vector<FakeBroker::Act> FakeBroker::journal() const
{
    const std::lock_guard lock(m_mutex);
    return m_journal;
}

std::size_t FakeBroker::opens() const
{
    const std::lock_guard lock(m_mutex);
    return m_opens;
}

std::size_t FakeBroker::lists() const
{
    const std::lock_guard lock(m_mutex);
    return m_lists;
}

std::size_t FakeBroker::gets() const
{
    const std::lock_guard lock(m_mutex);
    return m_gets;
}

std::size_t FakeBroker::mostActsAtOnce() const
{
    const std::lock_guard lock(m_mutex);
    return m_mostActs;
}

std::size_t FakeBroker::mostActsAtOnceOnAHost() const
{
    const std::lock_guard lock(m_mutex);
    return m_mostActsOnHost;
}

core::Result<> FakeConnection::open(const CallContext& context, const StageSink& stages)
{
    {
        const std::lock_guard lock(m_broker.m_mutex);
        ++m_broker.m_opens;
    }
    const auto opened = m_broker.hooks.open ? m_broker.hooks.open(context) : core::Result<>();
    if (stages) {
        StageReport report;
        report.stage = ProbeStage::SignIn;
        if (!opened)
            report.error = opened.error();
        stages(report);
    }
    return opened;
}

std::vector<core::Instance> FakeConnection::rowsFor(const std::string& wql)
{
    const std::lock_guard lock(m_broker.m_mutex);
    std::vector<core::Instance> rows;
    if (wql.ends_with("Win32_VirtualDesktopSession")) {
        ++m_broker.m_lists;
        for (const auto& [key, session] : m_broker.m_sessions)
            rows.push_back(toInstance(session));
    } else if (wql.ends_with("Win32_RDMSVirtualDesktopCollection")) {
        for (const auto& [alias, name] : m_broker.m_collections)
            rows.emplace_back(
                core::SharedString("Win32_RDMSVirtualDesktopCollection"),
                std::vector{text("Alias", core::SharedString(alias)), text("Name", core::SharedString(name))});
    }
    if (wql.ends_with("Win32_RDMSVirtualDesktop")) {
        for (const auto& [name, machine] : m_broker.m_machines)
            rows.push_back(toInstance(machine));
    }
    for (const core::Instance& instance : m_broker.m_neighbours) {
        if (std::string_view(wql).substr(wql.rfind(' ') + 1) == instance.className().view())
            rows.push_back(instance);
    }
    return rows;
}

core::Result<EnumerationEnd> FakeConnection::enumerate(const Query& query, const BatchSink& sink,
                                                       const CallContext& context)
{
    auto rows = rowsFor(query.wql);
    if (m_broker.hooks.enumerate) {
        if (auto scripted = m_broker.hooks.enumerate(query, sink, context))
            return *std::move(scripted);
    }
    for (auto next = rows.begin(); next != rows.end();) {
        if (const auto why = ended(context))
            return core::failure(*why);
        const auto end = next + std::min(static_cast<std::ptrdiff_t>(m_broker.batch), rows.end() - next);
        sink(std::vector<core::Instance>(std::make_move_iterator(next), std::make_move_iterator(end)));
        next = end;
    }
    return EnumerationEnd{};
}

core::Result<> FakeConnection::delay(const CallContext& context) const
{
    if (const auto why = ended(context))
        return core::failure(*why);
    if (m_broker.latency == std::chrono::milliseconds::zero())
        return {};
    Gate never;
    never.pass(CallContext::within(m_broker.latency, context.stop));
    if (context.stop.stop_requested())
        return core::failure(core::ErrorKind::Cancelled, {}, core::Delivery::MaybeSent);
    return {};
}

core::Result<core::Instance> FakeConnection::get(const InstancePath& path, const CallContext& context)
{
    const std::string key = keyOf(path);
    {
        const std::lock_guard lock(m_broker.m_mutex);
        ++m_broker.m_gets;
    }
    if (m_broker.hooks.get) {
        if (auto scripted = m_broker.hooks.get(key, context))
            return *std::move(scripted);
    }
    if (auto delayed = delay(context); !delayed)
        return core::failure(delayed.error());
    if (const auto session = m_broker.find(key))
        return toInstance(*session);
    if (const auto machine = m_broker.findMachine(key))
        return toInstance(*machine);
    return core::failure(makeFault(0x80338000, 0x80041002));
}

core::Result<MethodResult> FakeConnection::carryOut(const std::string& key, const std::string& method,
                                                    const Arguments& arguments)
{
    const std::lock_guard lock(m_broker.m_mutex);
    if (const auto machine = m_broker.m_machines.find(key); machine != m_broker.m_machines.end()) {
        m_broker.m_journal.push_back({method, key, machine->second.ownerName.toString()});
        changeMachine(machine->second, method, arguments);
        return MethodResult{};
    }
    const auto found = m_broker.m_sessions.find(key);
    if (found == m_broker.m_sessions.end())
        return core::failure(makeFault(0x80338000, 0x80041002));
    m_broker.m_journal.push_back({method, key, found->second.userName.toString()});
    if (method == "Disconnect")
        found->second.state = core::ConnectState::Disconnected;
    else if (method == "Logoff" && m_broker.isLogoffImmediate)
        m_broker.m_sessions.erase(found);
    else if (method == "Logoff")
        found->second.state = core::ConnectState::Reset;
    return MethodResult{};
}

core::Result<MethodResult> FakeConnection::invoke(const InstancePath& path, const std::string& method,
                                                  const Arguments& arguments, const CallContext& context)
{
    if (m_broker.activeBroker && method == "GetActiveServer")
        return MethodResult{
            0, {{core::SharedString("ServerName"), core::Value(std::string_view(*m_broker.activeBroker))}}};
    const std::string key = keyOf(path);
    const std::string host = key.substr(0, key.find('/'));
    {
        const std::lock_guard lock(m_broker.m_mutex);
        m_broker.m_mostActs = std::max(m_broker.m_mostActs, ++m_broker.m_acts);
        m_broker.m_mostActsOnHost = std::max(m_broker.m_mostActsOnHost, ++m_broker.m_actsOnHost[host]);
    }
    const auto answer = [&]() -> core::Result<MethodResult> {
        if (m_broker.hooks.invoke) {
            if (auto scripted = m_broker.hooks.invoke(key, method, context))
                return *std::move(scripted);
        }
        if (auto delayed = delay(context); !delayed)
            return core::failure(delayed.error());
        return carryOut(key, method, arguments);
    }();
    const std::lock_guard lock(m_broker.m_mutex);
    --m_broker.m_acts;
    --m_broker.m_actsOnHost[host];
    return answer;
}

} // namespace deskwarden::support
