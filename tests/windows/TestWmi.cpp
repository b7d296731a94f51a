// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "windows/TestWmi.h"

#include "core/Names.h"
#include "simulator/farm/ScriptedFault.h"
#include "windows/TestObject.h"
#include "wmicom/Adopted.h"
#include "wmicom/ComText.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace deskwarden::testwmi {

using core::ErrorKind;
using simulator::CallFate;
using simulator::CallKind;
using simulator::FaultKind;

namespace {

constexpr HRESULT callFailed = static_cast<HRESULT>(0x800706BE);       // RPC_S_CALL_FAILED
constexpr HRESULT callFailedBefore = static_cast<HRESULT>(0x800706BF); // RPC_S_CALL_FAILED_DNE
constexpr HRESULT disconnected = static_cast<HRESULT>(0x80010108);     // RPC_E_DISCONNECTED
constexpr HRESULT accessDenied = static_cast<HRESULT>(0x80070005);

HRESULT asStatus(std::uint32_t code)
{
    const bool isWin32 = code != 0 && code < 0x10000;
    return static_cast<HRESULT>(isWin32 ? code | 0x80070000 : code);
}

/// What a fault makes of a call over COM, before it is answered; nothing if it is answered.
std::optional<HRESULT> refusal(TestServer& server, const CallFate& fate)
{
    if (fate.delay.count() > 0 && !server.pause(fate.delay))
        return disconnected;
    if (!fate.effect)
        return std::nullopt;
    switch (*fate.effect) {
    case FaultKind::Fault:
    case FaultKind::WmiError:
        return asStatus(fate.code);
    case FaultKind::Http:
        return callFailedBefore;
    case FaultKind::Hang:
        server.hang();
        return disconnected;
    case FaultKind::DropBefore:
        return callFailed;
    case FaultKind::Truncate:
        return disconnected;
    case FaultKind::Return:
    case FaultKind::Delay:
    case FaultKind::DropAfter:
    case FaultKind::FaultAfter:
    case FaultKind::Garbage:
    case FaultKind::NoReturnValue:
    case FaultKind::Stuck:
    case FaultKind::Reuse:
    case FaultKind::Reconnect:
        return std::nullopt;
    }
    return std::nullopt;
}

bool hasEffect(const CallFate& fate, FaultKind kind)
{
    return fate.effect == kind;
}

TestObject* instanceOf(const core::Instance& instance, const management::ClassSchema* schema)
{
    std::vector<Cell> cells;
    for (const core::Property& property : instance.properties()) {
        const auto* known = schema ? schema->findProperty(property.name.view()) : nullptr;
        cells.push_back({core::wideFrom(property.name.view()),
                         cimTypeOf(known ? known->type : management::CimType::String), property.value});
    }
    return new TestObject(core::wideFrom(instance.className().view()), std::move(cells));
}

TestObject* classOf(const management::ClassSchema& schema)
{
    std::vector<Cell> cells;
    for (const management::PropertySchema& property : schema.properties)
        cells.push_back({core::wideFrom(property.name), cimTypeOf(property.type), core::Value()});
    return new TestObject(core::wideFrom(schema.name), std::move(cells), &schema);
}

/// Reads `Class.Key="text",Other=5` by the rules of WMI object paths.
std::optional<management::InstancePath> readPath(const std::string& nameSpace, const std::string& text)
{
    management::InstancePath path{nameSpace, {}, {}};
    const std::size_t dot = text.find('.');
    path.className = text.substr(0, dot);
    std::size_t place = dot == std::string::npos ? text.size() : dot + 1;
    while (place < text.size()) {
        const std::size_t equals = text.find('=', place);
        if (equals == std::string::npos)
            return std::nullopt;
        const core::SharedString name(text.substr(place, equals - place));
        place = equals + 1;
        std::string value;
        const bool isQuoted = place < text.size() && text[place] == '"';
        if (isQuoted) {
            for (++place; place < text.size() && text[place] != '"'; ++place) {
                if (text[place] == '\\')
                    ++place;
                if (place < text.size())
                    value += text[place];
            }
            if (place >= text.size())
                return std::nullopt;
            ++place;
            path.keys.push_back({name, core::Value(std::string_view(value))});
        } else {
            const std::size_t comma = std::min(text.find(',', place), text.size());
            std::uint64_t number = 0;
            const auto [end, error] = std::from_chars(text.data() + place, text.data() + comma, number);
            if (error != std::errc() || end != text.data() + comma)
                return std::nullopt;
            path.keys.push_back({name, core::Value(number)});
            place = comma;
        }
        if (place < text.size() && text[place++] != ',')
            return std::nullopt;
    }
    return path;
}

/// Host and id of a session's path, for the faults.
CallFate decide(simulator::SimulatedBroker& broker, CallKind kind, const management::InstancePath& path)
{
    std::string host;
    std::uint32_t id = 0;
    for (const core::Property& key : path.keys) {
        if (core::isSameName(key.name.view(), "VMHostName"))
            host = key.value.text().toString();
        else
            id = key.value.toUint32().value_or(0);
    }
    return broker.faults().decide(kind, host, id);
}

/// What a call of a method meets; nothing of a method that is not there.
CallFate fateOf(simulator::SimulatedBroker& broker, const management::InstancePath& path, std::string_view method)
{
    const auto schema = simulator::SimulatedBroker::findClass(path.nameSpace, path.className);
    const management::MethodSchema* const known = schema ? (*schema)->findMethod(method) : nullptr;
    if (known == nullptr)
        return {};
    const CallKind kind = simulator::callKindOf(**schema, known->name);
    return simulator::isMachineAct(kind) ? broker.faults().decide(kind, broker.hostOfMachine(path))
                                         : decide(broker, kind, path);
}

class Enumerator final : public CountedObject<RefusingEnumerator, IEnumWbemClassObject>
{
public:
    Enumerator(std::shared_ptr<TestServer> server, simulator::QueryResult result)
        : m_server(std::move(server))
        , m_result(std::move(result))
    {}
    HRESULT STDMETHODCALLTYPE Next(LONG, ULONG count, IWbemClassObject** objects, ULONG* returned) override
    {
        *returned = 0;
        if (!m_blanket.isPrivate())
            return accessDenied;
        CallFate fate;
        if (!m_server->withBroker([&](auto& broker) { fate = broker.faults().decide(CallKind::Pull); }))
            return disconnected;
        const auto refused = refusal(*m_server, fate);
        if (refused && *refused < 0)
            return *refused;
        if (hasEffect(fate, FaultKind::DropAfter))
            return callFailed;
        if (hasEffect(fate, FaultKind::Garbage)) {
            *objects = nullptr;
            *returned = 1;
            return S_OK;
        }
        while (*returned < count && !m_result.isAtEnd()) {
            objects[(*returned)++] = row();
            m_result.advance();
        }
        if (refused) // a success code that says what was left out
            return *refused;
        return *returned < count ? static_cast<HRESULT>(WBEM_S_FALSE) : static_cast<HRESULT>(WBEM_S_NO_ERROR);
    }

protected:
    void* other(REFIID id) override
    {
        return IsEqualIID(id, IID_IClientSecurity) ? static_cast<IClientSecurity*>(&m_blanket) : nullptr;
    }

private:
    IWbemClassObject* row() const
    {
        std::vector<Cell> cells;
        for (const std::size_t column : m_result.columns()) {
            const auto& property = m_result.schema().properties[column];
            cells.push_back({core::wideFrom(property.name), cimTypeOf(property.type), m_result.cell(column)});
        }
        return new TestObject(core::wideFrom(m_result.schema().name), std::move(cells));
    }

    const std::shared_ptr<TestServer> m_server;
    simulator::QueryResult m_result;
    Blanket m_blanket{*this};
};

class Services final : public CountedObject<RefusingServices, IWbemServices>
{
public:
    Services(std::shared_ptr<TestServer> server, std::string nameSpace)
        : m_server(std::move(server))
        , m_nameSpace(std::move(nameSpace))
    {}
    HRESULT STDMETHODCALLTYPE ExecQuery(const BSTR language, const BSTR wql, LONG flags, IWbemContext*,
                                        IEnumWbemClassObject** rows) override;
    HRESULT STDMETHODCALLTYPE GetObject(const BSTR path, LONG, IWbemContext*, IWbemClassObject** object,
                                        IWbemCallResult**) override;
    HRESULT STDMETHODCALLTYPE ExecMethod(const BSTR path, const BSTR method, LONG, IWbemContext*, IWbemClassObject* in,
                                         IWbemClassObject** out, IWbemCallResult**) override;

protected:
    void* other(REFIID id) override
    {
        return IsEqualIID(id, IID_IClientSecurity) ? static_cast<IClientSecurity*>(&m_blanket) : nullptr;
    }

private:
    [[nodiscard]] management::Arguments argumentsFrom(IWbemClassObject* in) const;

    const std::shared_ptr<TestServer> m_server;
    const std::string m_nameSpace;
    Blanket m_blanket{*this};
};

HRESULT Services::ExecQuery(const BSTR language, const BSTR wql, LONG flags, IWbemContext*, IEnumWbemClassObject** rows)
{
    *rows = nullptr;
    if (!m_blanket.isPrivate())
        return accessDenied;
    if (_wcsicmp(language, L"WQL") != 0)
        return static_cast<HRESULT>(WBEM_E_INVALID_QUERY_TYPE);
    if (flags != (WBEM_FLAG_RETURN_IMMEDIATELY | WBEM_FLAG_FORWARD_ONLY))
        return static_cast<HRESULT>(WBEM_E_INVALID_PARAMETER); // the cheap way is the promised one
    CallFate fate;
    core::Result<simulator::QueryResult> result = core::failure(ErrorKind::ConnectionLost);
    if (!m_server->withBroker([&](auto& broker) { fate = broker.faults().decide(CallKind::Enumerate); }))
        return disconnected;
    if (const auto refused = refusal(*m_server, fate))
        return *refused;
    if (!m_server->withBroker([&](auto& broker) { result = broker.query(m_nameSpace, core::utf8FromWide(wql)); }))
        return disconnected;
    if (!result)
        return asStatus(result.error().code);
    if (hasEffect(fate, FaultKind::DropAfter))
        return callFailed;
    if (!hasEffect(fate, FaultKind::Garbage))
        *rows = new Enumerator(m_server, *std::move(result));
    return S_OK;
}

HRESULT Services::GetObject(const BSTR text, LONG, IWbemContext*, IWbemClassObject** object, IWbemCallResult**)
{
    *object = nullptr;
    if (!m_blanket.isPrivate())
        return accessDenied;
    const auto path = readPath(m_nameSpace, core::utf8FromWide(text));
    if (!path)
        return static_cast<HRESULT>(WBEM_E_INVALID_OBJECT_PATH);
    const auto schema = simulator::SimulatedBroker::findClass(m_nameSpace, path->className);
    if (!schema)
        return asStatus(schema.error().code);
    if (path->keys.empty()) {
        *object = classOf(**schema);
        return S_OK;
    }
    CallFate fate;
    if (!m_server->withBroker([&](auto& broker) { fate = decide(broker, CallKind::Get, *path); }))
        return disconnected;
    if (const auto refused = refusal(*m_server, fate))
        return *refused;
    core::Result<core::Instance> got = core::failure(ErrorKind::ConnectionLost);
    if (!m_server->withBroker([&](auto& broker) { got = broker.get(*path, fate); }))
        return disconnected;
    if (!got)
        return asStatus(got.error().code);
    if (hasEffect(fate, FaultKind::DropAfter))
        return callFailed;
    if (!hasEffect(fate, FaultKind::Garbage))
        *object = instanceOf(*got, *schema);
    return S_OK;
}

management::Arguments Services::argumentsFrom(IWbemClassObject* in) const
{
    management::Arguments arguments;
    if (!in)
        return arguments;
    for (const Cell& cell : static_cast<TestObject*>(in)->cells())
        arguments.push_back({core::SharedString(core::utf8FromWide(cell.name)), cell.value});
    return arguments;
}

HRESULT Services::ExecMethod(const BSTR text, const BSTR method, LONG, IWbemContext*, IWbemClassObject* in,
                             IWbemClassObject** out, IWbemCallResult**)
{
    *out = nullptr;
    if (!m_blanket.isPrivate())
        return accessDenied;
    const auto path = readPath(m_nameSpace, core::utf8FromWide(text));
    if (!path)
        return static_cast<HRESULT>(WBEM_E_INVALID_OBJECT_PATH);
    const std::string name = core::utf8FromWide(method);
    CallFate fate;
    if (!m_server->withBroker([&](auto& broker) { fate = fateOf(broker, *path, name); }))
        return disconnected;
    if (const auto refused = refusal(*m_server, fate))
        return *refused;
    const bool isLost = hasEffect(fate, FaultKind::Garbage) || hasEffect(fate, FaultKind::NoReturnValue);
    core::Result<management::MethodResult> result = core::failure(ErrorKind::ConnectionLost);
    if (!isLost) {
        const auto arguments = argumentsFrom(in);
        if (!m_server->withBroker([&](auto& broker) { result = broker.invoke(*path, name, arguments, fate); }))
            return disconnected;
        if (!result)
            return asStatus(result.error().code);
    }
    if (hasEffect(fate, FaultKind::DropAfter))
        return callFailed;
    if (hasEffect(fate, FaultKind::FaultAfter))
        return asStatus(fate.code);
    if (hasEffect(fate, FaultKind::Garbage))
        return S_OK;
    std::vector<Cell> cells;
    if (result) {
        for (const core::Property& parameter : result->outParameters)
            cells.push_back({core::wideFrom(parameter.name.view()), CIM_STRING, parameter.value});
        cells.push_back({L"ReturnValue", CIM_UINT32, core::Value(result->returnValue)});
    }
    *out = new TestObject(L"__PARAMETERS", std::move(cells));
    return S_OK;
}

class Locator final : public CountedObject<IWbemLocator, IWbemLocator>
{
public:
    explicit Locator(std::shared_ptr<TestServer> server)
        : m_server(std::move(server))
    {}
    HRESULT STDMETHODCALLTYPE ConnectServer(const BSTR place, const BSTR user, const BSTR password, const BSTR locale,
                                            LONG flags, const BSTR authority, IWbemContext* context,
                                            IWbemServices** services) override
    {
        *services = nullptr;
        const std::string nameSpace = core::utf8FromWide(place);
        CallFate fate;
        if (!m_server->withBroker([&](auto& broker) { fate = broker.faults().decide(CallKind::Identify); }))
            return disconnected;
        if (const auto refused = refusal(*m_server, fate))
            return *refused;
        if (!simulator::SimulatedBroker::isNamespace(nameSpace))
            return systemConnect(place, user, password, locale, flags, authority, context, services);
        if (!m_server->letsIn(user ? core::utf8FromWide(user) : std::string(),
                              password ? core::utf8FromWide(password) : std::string()))
            return accessDenied;
        if (hasEffect(fate, FaultKind::DropAfter))
            return callFailed;
        if (!hasEffect(fate, FaultKind::Garbage))
            *services = new Services(m_server, nameSpace);
        return S_OK;
    }

private:
    /// The system's own locator, by its own DLL: the registry leads here.
    static HRESULT systemConnect(const BSTR place, const BSTR user, const BSTR password, const BSTR locale, LONG flags,
                                 const BSTR authority, IWbemContext* context, IWbemServices** services)
    {
        using GetClassObject = HRESULT(STDAPICALLTYPE*)(REFCLSID, REFIID, void**);
        const HMODULE library = LoadLibraryW(L"wbemprox.dll");
        const FARPROC found = library ? GetProcAddress(library, "DllGetClassObject") : nullptr;
        if (!found)
            return static_cast<HRESULT>(WBEM_E_INVALID_NAMESPACE);
        Microsoft::WRL::ComPtr<IClassFactory> factory;
        Microsoft::WRL::ComPtr<IWbemLocator> locator;
        HRESULT status = reinterpret_cast<GetClassObject>(reinterpret_cast<void*>(found))(
            CLSID_WbemLocator, IID_PPV_ARGS(factory.GetAddressOf()));
        if (status >= 0)
            status = factory->CreateInstance(nullptr, IID_PPV_ARGS(locator.GetAddressOf()));
        return status < 0 ? status
                          : locator->ConnectServer(place, user, password, locale, flags, authority, context, services);
    }

    const std::shared_ptr<TestServer> m_server;
};

class LocatorFactory final : public CountedObject<IClassFactory, IClassFactory>
{
public:
    explicit LocatorFactory(std::shared_ptr<TestServer> server)
        : m_server(std::move(server))
    {}
    HRESULT STDMETHODCALLTYPE CreateInstance(IUnknown*, REFIID id, void** result) override
    {
        const auto locator = wmicom::adopted<IWbemLocator>(new Locator(m_server));
        return locator->QueryInterface(id, result);
    }
    HRESULT STDMETHODCALLTYPE LockServer(BOOL) override { return S_OK; }

private:
    const std::shared_ptr<TestServer> m_server;
};

} // namespace

void TestServer::close()
{
    std::unique_lock lock(m_mutex);
    m_isClosed = true;
    m_changed.notify_all();
    m_changed.wait(lock, [this] { return m_running == 0; });
}

bool TestServer::pause(std::chrono::milliseconds time)
{
    std::unique_lock lock(m_mutex);
    return !m_changed.wait_for(lock, time, [this] { return m_isClosed; });
}

void TestServer::hang()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_isClosed; });
}

bool TestServer::withBroker(const std::function<void(simulator::SimulatedBroker&)>& call)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_isClosed)
            return false;
        ++m_running;
    }
    call(*m_broker);
    const std::lock_guard lock(m_mutex);
    --m_running;
    m_changed.notify_all();
    return true;
}

Microsoft::WRL::ComPtr<IClassFactory> makeLocatorFactory(std::shared_ptr<TestServer> server)
{
    return wmicom::adopted<IClassFactory>(new LocatorFactory(std::move(server)));
}

ServedInProcess::ServedInProcess(simulator::SimulatedBroker& broker, std::optional<TestServer::Account> account)
    : m_server(std::make_shared<TestServer>(broker, std::move(account)))
{
    CoInitializeEx(nullptr, COINIT_MULTITHREADED);
    m_status = CoRegisterClassObject(CLSID_WbemLocator, makeLocatorFactory(m_server).Get(), CLSCTX_INPROC_SERVER,
                                     REGCLS_MULTIPLEUSE, &m_cookie);
}

ServedInProcess::~ServedInProcess()
{
    m_server->close();
    if (m_status >= 0)
        CoRevokeClassObject(m_cookie);
    CoUninitialize();
}

} // namespace deskwarden::testwmi
