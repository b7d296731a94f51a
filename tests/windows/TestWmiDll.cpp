// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "windows/TestWmi.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>

// An in-process COM server that takes the place of WMI's locator where it is registered over CLSID_WbemLocator. It
// serves a simulated broker; the environment says of which size and with which faults (separated by blanks).

namespace {

using namespace deskwarden;

std::vector<simulator::ScriptedFault> orderedFaults()
{
    std::vector<simulator::ScriptedFault> faults;
    const char* text = std::getenv("DESKWARDEN_TEST_FAULTS");
    std::string_view rest = text ? text : "";
    while (!rest.empty()) {
        const std::size_t blank = std::min(rest.find(' '), rest.size());
        if (auto fault = simulator::ScriptedFault::parse(rest.substr(0, blank)))
            faults.push_back(*std::move(fault));
        rest.remove_prefix(std::min(blank + 1, rest.size()));
    }
    return faults;
}

simulator::FarmOptions orderedFarm()
{
    simulator::FarmOptions farm;
    if (const char* sessions = std::getenv("DESKWARDEN_TEST_SESSIONS"))
        farm.sessions = std::strtoul(sessions, nullptr, 10);
    return farm;
}

} // namespace

extern "C" __declspec(dllexport) HRESULT STDAPICALLTYPE DllGetClassObject(REFCLSID classId, REFIID id, void** result)
{
    *result = nullptr;
    if (!IsEqualCLSID(classId, CLSID_WbemLocator))
        return CLASS_E_CLASSNOTAVAILABLE;
    // As long as the process: this DLL is never unloaded.
    static simulator::SimulatedBroker broker(orderedFarm(), orderedFaults());
    static const auto server = std::make_shared<testwmi::TestServer>(broker, std::nullopt);
    return testwmi::makeLocatorFactory(server)->QueryInterface(id, result);
}

extern "C" __declspec(dllexport) HRESULT STDAPICALLTYPE DllCanUnloadNow()
{
    return S_FALSE;
}
