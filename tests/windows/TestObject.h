// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Value.h"
#include "management/seam/RdmsSchema.h"
#include "windows/CountedObject.h"
#include "windows/RefusingInterfaces.h"

#include <string>
#include <vector>

namespace deskwarden::testwmi {

struct Cell
{
    std::wstring name;
    CIMTYPE type = CIM_STRING;
    core::Value value;
};

[[nodiscard]] CIMTYPE cimTypeOf(management::CimType type);

/// An IWbemClassObject: an instance, the parameters of a method, or a class with its methods.
class TestObject final : public CountedObject<RefusingClassObject, IWbemClassObject>
{
public:
    TestObject(std::wstring className, std::vector<Cell> cells, const management::ClassSchema* methodsOf = nullptr)
        : m_className(std::move(className))
        , m_cells(std::move(cells))
        , m_methodsOf(methodsOf)
    {}
    [[nodiscard]] const std::vector<Cell>& cells() const noexcept { return m_cells; }

    HRESULT STDMETHODCALLTYPE Get(LPCWSTR name, LONG, VARIANT* value, CIMTYPE* type, LONG*) override;
    HRESULT STDMETHODCALLTYPE Put(LPCWSTR name, LONG, VARIANT* value, CIMTYPE) override;
    HRESULT STDMETHODCALLTYPE GetNames(LPCWSTR, LONG, VARIANT*, SAFEARRAY** names) override;
    HRESULT STDMETHODCALLTYPE SpawnInstance(LONG, IWbemClassObject** instance) override;
    HRESULT STDMETHODCALLTYPE GetMethod(LPCWSTR name, LONG, IWbemClassObject** in, IWbemClassObject** out) override;

private:
    [[nodiscard]] Cell* find(LPCWSTR name);

    const std::wstring m_className;
    std::vector<Cell> m_cells;
    const management::ClassSchema* m_methodsOf;
};

} // namespace deskwarden::testwmi
