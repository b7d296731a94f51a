// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "wmicom/WindowsHeaders.h"

#include <atomic>

// COM counts references instead of deleting through an interface.
#pragma GCC diagnostic ignored "-Wnon-virtual-dtor"

namespace deskwarden::testwmi {

/// How many COM objects of the test server are alive.
inline std::atomic<long> livingObjects{0};

/// A COM object that counts itself. QueryInterface knows Interface and, for proxies, IClientSecurity.
template <typename Base, typename Interface>
class CountedObject : public Base
{
public:
    CountedObject() { ++livingObjects; }
    CountedObject(const CountedObject&) = delete;
    CountedObject& operator=(const CountedObject&) = delete;
    virtual ~CountedObject() { --livingObjects; }

    HRESULT STDMETHODCALLTYPE QueryInterface(REFIID id, void** result) override
    {
        *result = nullptr;
        if (IsEqualIID(id, IID_IUnknown) || IsEqualIID(id, __uuidof(Interface)))
            *result = static_cast<Interface*>(this);
        else
            *result = other(id);
        if (!*result)
            return E_NOINTERFACE;
        AddRef();
        return S_OK;
    }
    ULONG STDMETHODCALLTYPE AddRef() override { return ++m_references; }
    ULONG STDMETHODCALLTYPE Release() override
    {
        const ULONG left = --m_references;
        if (left == 0)
            delete this;
        return left;
    }

protected:
    /// Another interface of this object, or null.
    virtual void* other(REFIID) { return nullptr; }

private:
    std::atomic<ULONG> m_references{1};
};

/// What stands in for a proxy's security: remembers what was asked for, and lets calls in only when it is privacy.
class Blanket final : public IClientSecurity
{
public:
    explicit Blanket(IUnknown& owner)
        : m_owner(owner)
    {}
    virtual ~Blanket() = default;
    [[nodiscard]] bool isPrivate() const noexcept { return m_isPrivate; }

    HRESULT STDMETHODCALLTYPE QueryInterface(REFIID id, void** result) override
    {
        return m_owner.QueryInterface(id, result);
    }
    ULONG STDMETHODCALLTYPE AddRef() override { return m_owner.AddRef(); }
    ULONG STDMETHODCALLTYPE Release() override { return m_owner.Release(); }
    HRESULT STDMETHODCALLTYPE QueryBlanket(IUnknown*, DWORD*, DWORD*, OLECHAR**, DWORD*, DWORD*, void**,
                                           DWORD*) override
    {
        return E_NOTIMPL;
    }
    HRESULT STDMETHODCALLTYPE SetBlanket(IUnknown*, DWORD, DWORD, OLECHAR*, DWORD level, DWORD impersonation, void*,
                                         DWORD) override
    {
        m_isPrivate = level == RPC_C_AUTHN_LEVEL_PKT_PRIVACY && impersonation == RPC_C_IMP_LEVEL_IMPERSONATE;
        return S_OK;
    }
    HRESULT STDMETHODCALLTYPE CopyProxy(IUnknown*, IUnknown**) override { return E_NOTIMPL; }

private:
    IUnknown& m_owner;
    std::atomic<bool> m_isPrivate{false};
};

} // namespace deskwarden::testwmi
