// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "simulator/SimulatedBroker.h"

#include "core/HiddenLetters.h"
#include "core/Names.h"
#include "core/StatusCode.h"
#include "simulator/farm/FarmBuilder.h"
#include "simulator/farm/NeighbourTables.h"
#include "simulator/farm/WmiStatus.h"
#include "simulator/signin/KeyCheck.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace deskwarden::simulator {

namespace {

using core::Result;
using management::Arguments;
using management::ClassSchema;
using management::InstancePath;
using management::MethodResult;

constexpr std::uint32_t invalidParameter = 87; // ERROR_INVALID_PARAMETER
constexpr std::uint32_t notReady = 21;         // ERROR_NOT_READY
constexpr std::uint32_t rpcUnavailable = 0x800706BA;

std::function<TimePoint()> realTime()
{
    // The calendar at the start and a clock that never jumps from then on.
    const TimePoint start = std::chrono::system_clock::now();
    const auto steadyStart = std::chrono::steady_clock::now();
    return [start, steadyStart] {
        const auto passed = std::chrono::steady_clock::now() - steadyStart;
        return start + std::chrono::duration_cast<TimePoint::duration>(passed);
    };
}

std::string normalNamespace(std::string_view nameSpace)
{
    std::string text(nameSpace);
    std::ranges::replace(text, '/', '\\');
    return text;
}

Result<> refuseKeys(KeyProblem problem)
{
    switch (problem) {
    case KeyProblem::None:
        return {};
    case KeyProblem::NoKeys:
    case KeyProblem::Missing:
        return refuse(WmiStatus::InvalidObjectPath, "a key property is missing");
    case KeyProblem::Unknown:
        return refuse(WmiStatus::InvalidProperty, "the class has no such key");
    case KeyProblem::WrongType:
        return refuse(WmiStatus::TypeMismatch, "a key has a value of another type");
    }
    return {};
}

Result<> checkArguments(const management::MethodSchema& method, const Arguments& arguments)
{
    for (const core::Property& argument : arguments) {
        if (std::ranges::none_of(method.in, [&argument](const management::ParameterSchema& parameter) {
                return core::isSameName(parameter.name, argument.name.view());
            }))
            return refuse(WmiStatus::InvalidMethodParameters, "no such parameter: " + argument.name.toString());
    }
    return {};
}

std::optional<std::string> textArgument(const Arguments& arguments, std::string_view name)
{
    const core::Value* value = findKey(arguments, name);
    return value && !value->text().isNull() ? std::optional(value->text().toString()) : std::nullopt;
}

/// What the journal calls an act that leads there; empty for a state that cannot be asked for.
std::string_view wordFor(core::MachineState wanted)
{
    switch (wanted) {
    case core::MachineState::Running:
        return "start";
    case core::MachineState::Off:
        return "turn-off";
    case core::MachineState::Paused:
        return "pause";
    case core::MachineState::Saved:
        return "save";
    case core::MachineState::Unknown:
    case core::MachineState::Starting:
    case core::MachineState::Saving:
    case core::MachineState::Stopping:
    case core::MachineState::Pausing:
    case core::MachineState::Resuming:
        break;
    }
    return {};
}

bool meansGone(std::uint32_t code)
{
    const core::StatusCode* known = core::findStatusCode(code);
    return known && known->meaning == core::StatusMeaning::Gone;
}

tl::unexpected<core::ManagementError> scripted(const CallFate& fate)
{
    return refuse(WmiStatus{fate.code}, "as ordered");
}

bool isRefusal(const CallFate& fate)
{
    return fate.effect == FaultKind::Fault || fate.effect == FaultKind::WmiError;
}

core::Instance instanceOf(const ClassSchema& schema, const std::function<core::Value(std::size_t)>& cell)
{
    std::vector<core::Property> properties;
    properties.reserve(schema.properties.size());
    for (std::size_t column = 0; column < schema.properties.size(); ++column)
        properties.push_back({core::SharedString(schema.properties[column].name), cell(column)});
    return {core::SharedString(schema.name), std::move(properties)};
}

// The row with those keys; nothing if there is none.
std::optional<std::size_t> findRow(const ClassSchema& schema, const Table& table,
                                   const std::vector<core::Property>& keys)
{
    const auto isWanted = [&](std::size_t row) {
        for (std::size_t column = 0; column < schema.properties.size(); ++column) {
            if (!schema.properties[column].isKey)
                continue;
            const core::Value* key = findKey(keys, schema.properties[column].name);
            const core::Value cell = table.cell(row, column);
            const bool isText = schema.properties[column].type == management::CimType::String;
            if (isText ? !core::isSameName(cell.text().view(), key->text().view()) : cell.toUint32() != key->toUint32())
                return false;
        }
        return true;
    };
    for (std::size_t row = 0; row < table.rowCount(); ++row)
        if (isWanted(row))
            return row;
    return std::nullopt;
}

/// A few of the names, those first that begin most like the one that was typed.
std::string namesLike(std::string_view typed, std::vector<core::SharedString> names)
{
    constexpr std::size_t enough = 4;
    const std::string wanted = core::lowered(typed);
    const auto alike = [&wanted](const core::SharedString& name) {
        const std::string lowered = core::lowered(name.view());
        return std::ranges::mismatch(lowered, wanted).in1 - lowered.begin();
    };
    std::ranges::stable_sort(names, std::ranges::greater(), alike);
    const std::size_t shown = std::min(enough, names.size());
    std::string text;
    for (std::size_t index = 0; index < shown; ++index) {
        if (index > 0)
            text += index + 1 == names.size() ? " or " : ", ";
        text += names[index].view();
    }
    return shown < names.size() ? text + " or another of its " + std::to_string(names.size()) : text;
}

std::pair<std::string, std::uint32_t> sessionKey(const InstancePath& path)
{
    return {findKey(path.keys, "VMHostName")->text().toString(),
            findKey(path.keys, "SessionId")->toUint32().value_or(0)};
}

} // namespace

SimulatedBroker::SimulatedBroker(const FarmOptions& options, std::vector<ScriptedFault> faults)
    : m_clock(options.clock ? options.clock : realTime())
    , m_started(m_clock())
    , m_farm(FarmBuilder(options).build(), options, m_clock())
    , m_layout(m_farm.layout())
    , m_faults(std::move(faults))
{}

bool SimulatedBroker::isNamespace(std::string_view nameSpace)
{
    const std::string wanted = normalNamespace(nameSpace);
    return std::ranges::any_of(management::knownClasses(), [&wanted](const ClassSchema& schema) {
        return core::isSameName(schema.nameSpace, wanted);
    });
}

Result<const ClassSchema*> SimulatedBroker::findClass(std::string_view nameSpace, std::string_view name)
{
    if (!isNamespace(nameSpace))
        return refuse(WmiStatus::InvalidNamespace, "no namespace " + std::string(nameSpace));
    const ClassSchema* schema = management::findClass(name);
    if (!schema || !core::isSameName(schema->nameSpace, normalNamespace(nameSpace)))
        return refuse(WmiStatus::InvalidClass, "no class " + std::string(name) + " in " + std::string(nameSpace));
    return schema;
}

Result<> SimulatedBroker::check(const ScriptedFault& fault) const
{
    const auto isMeant = [&fault](const core::SharedString& host) { return core::isSameName(host.view(), fault.host); };
    if (fault.host.empty() || std::ranges::any_of(m_layout->hosts, isMeant))
        return {};
    return core::failure(core::ErrorKind::InvalidInput, "fault at @" + core::shownText(fault.host) +
                                                            ": there is no such VM host, write " +
                                                            namesLike(fault.host, m_layout->hosts));
}

std::size_t SimulatedBroker::sessionCount()
{
    const std::lock_guard lock(m_mutex);
    m_farm.advance(m_clock());
    return m_farm.size();
}

std::string SimulatedBroker::hostOfMachine(const InstancePath& path)
{
    const core::Value* const name = findKey(path.keys, "Name");
    const std::lock_guard lock(m_mutex);
    const auto machine = name ? m_farm.machines().find(name->text().view()) : std::nullopt;
    return machine ? m_layout->hosts[m_farm.machines().all()[*machine].host].toString() : std::string();
}

std::shared_ptr<const Table> SimulatedBroker::tableOf(const ClassSchema& schema)
{
    const TimePoint now = m_clock();
    std::shared_ptr<const SessionTable> sessions;
    std::vector<VirtualMachine> machines;
    {
        const std::lock_guard lock(m_mutex);
        m_farm.advance(now);
        sessions = m_farm.table();
        if (schema.name == management::virtualDesktopClass)
            machines = m_farm.machines().all();
    }
    if (schema.name == management::sessionClass)
        return sessions;
    return neighbourTable(schema, *m_layout, machines, *sessions, now);
}

Result<QueryResult> SimulatedBroker::query(std::string_view nameSpace, std::string_view wql)
{
    if (!isNamespace(nameSpace))
        return refuse(WmiStatus::InvalidNamespace, "no namespace " + std::string(nameSpace));
    auto query = WqlQuery::parse(wql);
    if (!query)
        return core::failure(query.error());
    const auto schema = findClass(nameSpace, query->className());
    if (!schema)
        return core::failure(schema.error());
    if (const auto bound = query->bind(**schema); !bound)
        return core::failure(bound.error());
    auto table = tableOf(**schema);
    if (!table)
        return refuse(WmiStatus::InvalidClass, "the class is not served");
    return QueryResult(**schema, std::move(table), *std::move(query));
}

Result<core::Instance> SimulatedBroker::get(const InstancePath& path, const CallFate& fate)
{
    const auto schema = findClass(path.nameSpace, path.className);
    if (!schema)
        return core::failure(schema.error());
    if (const auto keys = refuseKeys(checkKeys(**schema, path.keys)); !keys)
        return core::failure(keys.error());
    if ((*schema)->name != management::sessionClass) {
        if (isRefusal(fate))
            return scripted(fate);
        const auto table = tableOf(**schema);
        const auto row = table ? findRow(**schema, *table, path.keys) : std::nullopt;
        if (!row)
            return refuse(WmiStatus::NotFound, "no such instance");
        return instanceOf(**schema, [&](std::size_t column) { return table->cell(*row, column); });
    }
    const auto [host, sessionId] = sessionKey(path);
    const TimePoint now = m_clock();
    const std::lock_guard lock(m_mutex);
    m_farm.advance(now);
    applySideEffects(host, sessionId, fate, now);
    if (isRefusal(fate))
        return scripted(fate);
    const FarmSession* session = m_farm.find(host, sessionId);
    if (!session)
        return refuse(WmiStatus::NotFound, "no such session");
    return instanceOf(**schema, [&](std::size_t column) { return SessionTable::valueOf(*m_layout, *session, column); });
}

Result<MethodResult> SimulatedBroker::invoke(const InstancePath& path, std::string_view method,
                                             const Arguments& arguments, const CallFate& fate)
{
    const auto schema = findClass(path.nameSpace, path.className);
    if (!schema)
        return core::failure(schema.error());
    const management::MethodSchema* known = (*schema)->findMethod(method);
    if (!known)
        return refuse(WmiStatus::InvalidMethod, "no method " + std::string(method));
    if (!known->isStatic)
        if (const auto keys = refuseKeys(checkKeys(**schema, path.keys)); !keys)
            return core::failure(keys.error());
    if (const auto checked = checkArguments(*known, arguments); !checked)
        return core::failure(checked.error());
    if ((*schema)->name == management::sessionClass)
        return act(path, known->name, arguments, fate);
    if (callKindOf(**schema, known->name) != CallKind::Ask)
        return actOnMachine(path, known->name, arguments, fate);
    if (isRefusal(fate) || fate.effect == FaultKind::Return)
        return isRefusal(fate) ? Result<MethodResult>(scripted(fate)) : MethodResult{fate.code, {}};
    return askNeighbour(**schema, path, known->name);
}

Result<MethodResult> SimulatedBroker::actOnMachine(const InstancePath& path, std::string_view method,
                                                   const Arguments& arguments, const CallFate& fate)
{
    const TimePoint now = m_clock();
    const std::lock_guard lock(m_mutex);
    m_farm.advance(now);
    LiveMachines& machines = m_farm.machines();
    const auto machine = machines.find(findKey(path.keys, "Name")->text().view());
    if (!machine && !isRefusal(fate))
        return refuse(WmiStatus::NotFound, "no such machine");
    MethodResult result;
    if (machine && machines.all()[*machine].isSilent && !isRefusal(fate))
        return refuse(WmiStatus{rpcUnavailable}, "the host does not answer");
    if (machine && fate.isCarriedOut()) {
        const core::SharedString user(textArgument(arguments, "UserName").value_or(""));
        const core::SharedString domain(textArgument(arguments, "UserDomain").value_or(""));
        if (method == "SetVirtualDesktopState") {
            const core::Value* const value = findKey(arguments, "VMState");
            const auto wanted = static_cast<core::MachineState>(value ? value->toUint32().value_or(0) : 0);
            const FarmSession* const session = m_farm.sessionOn(*machine);
            if (wordFor(wanted).empty())
                result.returnValue = invalidParameter;
            else if (!machines.setState(*machine, wanted, now, fate.isStuck))
                result.returnValue = notReady;
            else
                recordMachine(*machine, wordFor(wanted), now, session ? session->userName : core::SharedString(),
                              session ? session->domainName : core::SharedString());
        } else if (method == "SetUserAssignment") {
            if (user.isEmpty()) {
                result.returnValue = invalidParameter;
            } else {
                machines.assign(*machine, user.view(), domain.view());
                recordMachine(*machine, "assign", now, user, domain);
            }
        } else {
            machines.free(*machine);
            recordMachine(*machine, "free", now, {}, {});
        }
    }
    if (isRefusal(fate))
        return scripted(fate);
    if (fate.effect == FaultKind::Return)
        result.returnValue = fate.code;
    return result;
}

void SimulatedBroker::recordMachine(std::uint32_t machine, std::string_view action, TimePoint now,
                                    const core::SharedString& user, const core::SharedString& domain)
{
    const VirtualMachine& one = m_farm.machines().all()[machine];
    JournalEntry entry;
    entry.time = now;
    entry.action = std::string(action);
    entry.vmHostName = m_layout->hosts[one.host].toString();
    entry.userName = user;
    entry.domainName = domain;
    entry.vmName = one.name;
    m_journal.write(entry);
}

Result<MethodResult> SimulatedBroker::act(const InstancePath& path, std::string_view method, const Arguments& arguments,
                                          const CallFate& fate)
{
    const auto [host, sessionId] = sessionKey(path);
    const TimePoint now = m_clock();
    const std::lock_guard lock(m_mutex);
    m_farm.advance(now);
    const FarmSession* session = m_farm.find(host, sessionId);
    if (!session && !isRefusal(fate))
        return refuse(WmiStatus::NotFound, "no such session");
    const bool isMessage = method == "SendMessage";
    MethodResult result;
    if (session && fate.isCarriedOut()) {
        const bool isEmpty = isMessage && textArgument(arguments, "Message").value_or("").empty();
        if (isEmpty || !m_farm.runsMachineOf(*session)) {
            result.returnValue = isEmpty ? invalidParameter : notReady;
        } else {
            record(isMessage ? "message" : method == "Logoff" ? "logoff" : "disconnect", *session, now, arguments);
            if (method == "Logoff")
                m_farm.logOff(*session, now, fate.isStuck);
            else if (!isMessage)
                m_farm.disconnect(*session, now);
        }
    }
    applySideEffects(host, sessionId, fate, now);
    if (isRefusal(fate))
        return scripted(fate);
    if (fate.effect == FaultKind::Return) {
        result.returnValue = fate.code;
        if (meansGone(fate.code))
            m_farm.remove(*session);
    }
    return result;
}

void SimulatedBroker::applySideEffects(std::string_view host, std::uint32_t sessionId, const CallFate& fate,
                                       TimePoint now)
{
    const FarmSession* session = m_farm.find(host, sessionId);
    if (!session)
        return;
    if (fate.isReused) {
        record("reuse", *session, now);
        m_farm.reuse(*session, now);
    }
    if (fate.isReconnected) {
        record("reconnect", *session, now);
        m_farm.reconnect(*session);
    }
}

void SimulatedBroker::record(std::string_view action, const FarmSession& session, TimePoint now,
                             const Arguments& arguments)
{
    JournalEntry entry;
    entry.time = now;
    entry.action = std::string(action);
    entry.vmHostName = m_layout->hosts[session.host].toString();
    entry.sessionId = session.sessionId;
    entry.userName = session.userName;
    entry.domainName = session.domainName;
    entry.vmName = SessionTable::machineName(*m_layout, session);
    if (action == "message") {
        entry.title = textArgument(arguments, "Title").value_or("");
        entry.text = textArgument(arguments, "Message").value_or("");
    }
    m_journal.write(entry);
}

Result<MethodResult> SimulatedBroker::patchOf(const Collection& collection) const
{
    using std::chrono::hours;
    MethodResult result;
    if (!collection.isPatching) {
        result.returnValue = static_cast<std::uint32_t>(WmiStatus::NotFound);
        return result;
    }
    result.outParameters = {{core::SharedString("StartTime"), core::Value(dmtfTime(m_started - hours(1)))},
                            {core::SharedString("ForceLogOffTime"), core::Value(dmtfTime(m_started + hours(3)))},
                            {core::SharedString("JobGuid"), core::Value("{6E1D0B58-5F0B-4E6C-9D43-1C5B6A2F0E11}")},
                            {core::SharedString("State"), core::Value(std::uint32_t{1})}};
    return result;
}

Result<MethodResult> SimulatedBroker::askNeighbour(const ClassSchema& schema, const InstancePath& path,
                                                   std::string_view method)
{
    const auto out = [](std::string_view name, core::Value value) {
        return core::Property{core::SharedString(name), std::move(value)};
    };
    MethodResult result;
    if (method == "GetActiveServer") {
        result.outParameters.push_back(out("ServerName", core::Value(m_layout->activeBroker)));
        return result;
    }
    if (method == "GetClientAccessName") {
        result.outParameters.push_back(out("ClientAccessName", core::Value(m_layout->clientAccessName)));
        return result;
    }
    const auto table = tableOf(schema);
    const auto row = table ? findRow(schema, *table, path.keys) : std::nullopt;
    if (!row)
        return refuse(WmiStatus::NotFound, "no such instance");
    if (method == "GetPatchProperties")
        return patchOf(m_layout->collections[*row]);
    const VirtualMachine machine = [this, &row] {
        const std::lock_guard lock(m_mutex);
        return m_farm.machines().all()[*row];
    }();
    if (machine.isSilent)
        return refuse(WmiStatus{rpcUnavailable}, "the host does not answer");
    if (method == "GetVirtualDesktopState") {
        result.outParameters.push_back(out("VMState", core::Value(machine.vmState)));
        return result;
    }
    result.outParameters.push_back(out("RAMSizeInMB", core::Value(4096U + 4096U * (machine.collection % 3U))));
    result.outParameters.push_back(out("RemoteFXEnabled", core::Value(false)));
    result.outParameters.push_back(out("OSVersion", core::Value("10.0.22631")));
    return result;
}

} // namespace deskwarden::simulator
