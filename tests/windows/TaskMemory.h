// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "wmicom/WindowsHeaders.h"

#include <atomic>

// COM counts references instead of deleting through an interface.
#pragma GCC diagnostic ignored "-Wnon-virtual-dtor"

namespace deskwarden::testwmi {

/// Counts the blocks that COM's task allocator has given out in this process and not got back: every BSTR is one, once
/// the cache of freed ones is off. Thread: any.
class TaskMemory final : public IMallocSpy
{
public:
    TaskMemory()
    {
        using SetOaNoCache = void(STDAPICALLTYPE*)();
        const HMODULE library = LoadLibraryW(L"oleaut32.dll");
        const FARPROC found = library ? GetProcAddress(library, "SetOaNoCache") : nullptr;
        if (found)
            reinterpret_cast<SetOaNoCache>(reinterpret_cast<void*>(found))();
        CoRegisterMallocSpy(this);
    }
    TaskMemory(const TaskMemory&) = delete;
    TaskMemory& operator=(const TaskMemory&) = delete;
    virtual ~TaskMemory() = default;

    [[nodiscard]] long living() const noexcept { return m_living; }

    HRESULT STDMETHODCALLTYPE QueryInterface(REFIID id, void** result) override
    {
        const bool isKnown = IsEqualIID(id, IID_IUnknown) || IsEqualIID(id, IID_IMallocSpy);
        *result = isKnown ? this : nullptr;
        return isKnown ? S_OK : E_NOINTERFACE;
    }
    ULONG STDMETHODCALLTYPE AddRef() override { return 2; } // as long as the process
    ULONG STDMETHODCALLTYPE Release() override { return 1; }

    SIZE_T STDMETHODCALLTYPE PreAlloc(SIZE_T size) override { return size; }
    void* STDMETHODCALLTYPE PostAlloc(void* block) override
    {
        if (block)
            ++m_living;
        return block;
    }
    void* STDMETHODCALLTYPE PreFree(void* block, BOOL isOurs) override
    {
        if (block && isOurs)
            --m_living;
        return block;
    }
    void STDMETHODCALLTYPE PostFree(BOOL) override {}
    SIZE_T STDMETHODCALLTYPE PreRealloc(void* block, SIZE_T size, void** newBlock, BOOL) override
    {
        *newBlock = block;
        return size;
    }
    void* STDMETHODCALLTYPE PostRealloc(void* block, BOOL) override { return block; }
    void* STDMETHODCALLTYPE PreGetSize(void* block, BOOL) override { return block; }
    SIZE_T STDMETHODCALLTYPE PostGetSize(SIZE_T size, BOOL) override { return size; }
    void* STDMETHODCALLTYPE PreDidAlloc(void* block, BOOL) override { return block; }
    int STDMETHODCALLTYPE PostDidAlloc(void*, BOOL, int isOurs) override { return isOurs; }
    void STDMETHODCALLTYPE PreHeapMinimize() override {}
    void STDMETHODCALLTYPE PostHeapMinimize() override {}

private:
    std::atomic<long> m_living{0};
};

/// The one of this process, made when it is first asked for.
inline TaskMemory& taskMemory()
{
    static TaskMemory counter;
    return counter;
}

} // namespace deskwarden::testwmi
