// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wmicom/WmiSession.h"

#include "core/Names.h"
#include "wmicom/Adopted.h"
#include "wmicom/ComError.h"
#include "wmicom/ComText.h"
#include "wmicom/ObjectPath.h"
#include "wmicom/ScopedVariant.h"
#include "wmicom/VariantWriter.h"
#include "wmicom/WindowsHeaders.h"

#include <array>
#include <utility>

namespace deskwarden::wmicom {

namespace {

using core::ErrorKind;
using core::failure;
using core::Result;
using Microsoft::WRL::ComPtr;

// One answer of the server a batch: few enough to show the first rows soon, many enough to not wait for each.
constexpr ULONG rowsAtOnce = 200;
constexpr LONG patience = 100; // ms: after so long the caller is asked whether it still wants the rest

constexpr HRESULT wmiTimedOut = 0x40004;
constexpr std::array<HRESULT, 3> partialResults{0x40009, 0x40010, 0x40017};

bool isPartial(HRESULT status)
{
    for (const HRESULT partial : partialResults) {
        if (status == partial)
            return true;
    }
    return false;
}

bool isRefusedNamespace(const core::ManagementError& error)
{
    return error.code == 0x8004100E || error.code == 0x80041003; // WBEM_E_INVALID_NAMESPACE, WBEM_E_ACCESS_DENIED
}

} // namespace

WmiSession::WmiSession(const core::ServerProfile& profile, const core::Secret& password)
    : m_signIn(profile, password)
{}

core::ManagementError WmiSession::noted(core::ManagementError error)
{
    if (error.kind == ErrorKind::ConnectionLost || error.kind == ErrorKind::HostUnreachable)
        m_services.clear();
    return error;
}

Result<WmiSession::Services> WmiSession::servicesOf(const std::string& nameSpace)
{
    if (const auto known = m_services.find(nameSpace); known != m_services.end())
        return known->second;
    ComPtr<IWbemLocator> locator;
    HRESULT status =
        CoCreateInstance(CLSID_WbemLocator, nullptr, CLSCTX_INPROC_SERVER, IID_PPV_ARGS(locator.GetAddressOf()));
    if (status < 0)
        return failure(comError(status));
    Services services;
    status = m_signIn.connect(locator.Get(), nameSpace, services.GetAddressOf());
    if (status < 0)
        return failure(signInError(status));
    if (!services)
        return failure(ErrorKind::Malformed, "ConnectServer gave no services");
    status = m_signIn.protect(services.Get());
    if (status < 0)
        return failure(signInError(status));
    m_services.emplace(nameSpace, services);
    return services;
}

Result<> WmiSession::open(const std::string& nameSpace)
{
    auto services = servicesOf(nameSpace);
    if (services || isRefusedNamespace(services.error()))
        return {};
    return failure(std::move(services.error()));
}

Result<std::shared_ptr<RowReader>> WmiSession::query(const management::Query& query)
{
    auto services = servicesOf(query.nameSpace);
    if (!services)
        return failure(std::move(services.error()));
    auto reader = std::make_shared<RowReader>();
    const Bstr language(std::wstring_view(L"WQL"));
    const Bstr wql{std::string_view(query.wql)};
    HRESULT status =
        (*services)->ExecQuery(language.get(), wql.get(), WBEM_FLAG_RETURN_IMMEDIATELY | WBEM_FLAG_FORWARD_ONLY,
                               nullptr, reader->rows.GetAddressOf());
    if (status < 0)
        return failure(noted(comError(status)));
    if (!reader->rows)
        return failure(ErrorKind::Malformed, "ExecQuery gave no enumerator");
    // The enumerator is a proxy of its own: it does not inherit the services' protection.
    status = m_signIn.protect(reader->rows.Get());
    if (status < 0)
        return failure(noted(comError(status)));
    return reader;
}

Result<RowBatch> WmiSession::next(RowReader& reader)
{
    std::array<IWbemClassObject*, rowsAtOnce> raw{};
    ULONG count = 0;
    const HRESULT status = reader.rows->Next(patience, rowsAtOnce, raw.data(), &count);
    core::ManagementError error;
    if (status < 0)
        error = noted(comError(status)); // before the releases below, which are calls too
    std::array<Object, rowsAtOnce> objects;
    for (std::size_t index = 0; index < rowsAtOnce; ++index)
        objects[index] = adopted(raw[index]);
    if (status < 0)
        return failure(std::move(error));

    RowBatch batch;
    if (isPartial(status))
        batch.incomplete = static_cast<std::uint32_t>(status);
    batch.isLast = status == WBEM_S_FALSE || (batch.incomplete && count == 0);
    if (status == S_OK && count == 0)
        return failure(ErrorKind::Endless, "Next gives no rows and does not end");
    batch.rows.reserve(count);
    for (std::size_t index = 0; index < count && index < rowsAtOnce; ++index) {
        if (!objects[index])
            return failure(ErrorKind::Malformed, "Next counted a row that it did not give");
        auto row = WmiObject(objects[index].Get()).toInstance(reader.layout);
        if (!row)
            return failure(noted(std::move(row.error())));
        batch.rows.push_back(std::move(*row));
    }
    return batch;
}

Result<WmiSession::Object> WmiSession::object(IWbemServices& services, const std::string& path)
{
    const Bstr place{std::string_view(path)};
    Object object;
    const HRESULT status =
        services.GetObject(place.get(), WBEM_FLAG_RETURN_WBEM_COMPLETE, nullptr, object.GetAddressOf(), nullptr);
    if (status < 0)
        return failure(noted(comError(status)));
    if (!object)
        return failure(ErrorKind::Malformed, "GetObject gave no object");
    return object;
}

Result<core::Instance> WmiSession::get(const management::InstancePath& path)
{
    auto text = objectPath(path);
    if (!text)
        return failure(std::move(text.error()));
    auto services = servicesOf(path.nameSpace);
    if (!services)
        return failure(std::move(services.error()));
    auto found = object(*services->Get(), path.keys.empty() ? singletonPath(path) : *text);
    if (!found)
        return failure(std::move(found.error()));
    return WmiObject(found->Get()).toInstance();
}

Result<WmiSession::Object> WmiSession::inParameters(IWbemClassObject& classObject, const std::string& method,
                                                    const management::Arguments& arguments)
{
    Object signature;
    const std::wstring name = core::wideFrom(method);
    if (const HRESULT status = classObject.GetMethod(name.c_str(), 0, signature.GetAddressOf(), nullptr); status < 0)
        return failure(comError(status));
    if (!signature) {
        if (arguments.empty())
            return Object();
        return failure(ErrorKind::InvalidInput, method + " takes no parameters");
    }
    Object in;
    if (const HRESULT status = signature->SpawnInstance(0, in.GetAddressOf()); status < 0)
        return failure(comError(status));
    for (const core::Property& argument : arguments) {
        const std::wstring property = core::wideFrom(argument.name.view());
        CIMTYPE type = CIM_EMPTY;
        ScopedVariant old;
        if (const HRESULT status = signature->Get(property.c_str(), 0, old.put(), &type, nullptr); status < 0)
            return failure(comError(status));
        auto variant = writeVariant(argument.value, type);
        if (!variant) {
            variant.error().detail = argument.name.toString() + ": " + variant.error().detail;
            return failure(std::move(variant.error()));
        }
        if (const HRESULT status = in->Put(property.c_str(), 0, variant->address(), 0); status < 0)
            return failure(comError(status));
    }
    return in;
}

Result<management::MethodResult> WmiSession::invoke(const management::InstancePath& path, const std::string& method,
                                                    const management::Arguments& arguments, ActClaim& claim)
{
    auto text = objectPath(path);
    if (!text)
        return failure(std::move(text.error()));
    auto services = servicesOf(path.nameSpace);
    if (!services)
        return failure(std::move(services.error()));
    auto classObject = object(*services->Get(), path.className);
    if (!classObject)
        return failure(std::move(classObject.error()));
    auto in = inParameters(*classObject->Get(), method, arguments);
    if (!in)
        return failure(std::move(in.error()));
    return execute(*services->Get(), *text, method, in->Get(), claim);
}

Result<management::MethodResult> WmiSession::execute(IWbemServices& services, const std::string& path,
                                                     const std::string& method, IWbemClassObject* in, ActClaim& claim)
{
    const Bstr place{std::string_view(path)};
    const Bstr name{std::string_view(method)};
    Object out;
    if (!claim.tryAct())
        return failure(ErrorKind::Cancelled);
    const HRESULT status = services.ExecMethod(place.get(), name.get(), 0, nullptr, in, out.GetAddressOf(), nullptr);
    if (status < 0)
        return failure(noted(methodError(status)));
    if (!out)
        return failure(ErrorKind::Malformed, "the method gave no result", core::Delivery::MaybeSent);
    auto answer = WmiObject(out.Get()).toInstance();
    if (!answer) {
        answer.error().delivery = core::Delivery::MaybeSent;
        return failure(std::move(answer.error()));
    }
    management::MethodResult result;
    bool hasReturnValue = false;
    for (core::Property& property : answer->properties()) {
        if (!core::isSameName(property.name.view(), "ReturnValue")) {
            result.outParameters.push_back(std::move(property));
        } else if (const auto value = property.value.toUint32()) {
            result.returnValue = *value;
            hasReturnValue = true;
        }
    }
    if (!hasReturnValue)
        return failure(ErrorKind::Malformed, "the answer holds no ReturnValue", core::Delivery::MaybeSent);
    return result;
}

} // namespace deskwarden::wmicom
