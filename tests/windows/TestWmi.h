// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "simulator/SimulatedBroker.h"
#include "windows/CountedObject.h"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace deskwarden::testwmi {

/// What all objects of one test server share. Thread: any. Owner: shared by them, so that it outlives every client.
class TestServer final
{
public:
    struct Account
    {
        std::string user;
        std::string password;
    };

    /// Without an account everybody is let in.
    TestServer(simulator::SimulatedBroker& broker, std::optional<Account> account)
        : m_broker(&broker)
        , m_account(std::move(account))
    {}

    [[nodiscard]] simulator::SimulatedBroker& broker() noexcept { return *m_broker; }
    [[nodiscard]] bool letsIn(const std::string& user, const std::string& password) const
    {
        return !m_account || (m_account->user == user && m_account->password == password);
    }
    /// Hanging calls end, and no call reaches the broker any more: it may go.
    void close();
    /// False once the server is closed.
    [[nodiscard]] bool pause(std::chrono::milliseconds time);
    void hang();
    /// Runs `call` with the broker, which stays for as long; false if the server is closed.
    [[nodiscard]] bool withBroker(const std::function<void(simulator::SimulatedBroker&)>& call);

private:
    simulator::SimulatedBroker* const m_broker;
    const std::optional<Account> m_account;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    int m_running = 0;       // guarded by m_mutex
    bool m_isClosed = false; // guarded by m_mutex
};

/// IWbemLocator's class object: its locators serve root\cimv2\rdms from the broker, and hand every other namespace to
/// the system's own.
[[nodiscard]] Microsoft::WRL::ComPtr<IClassFactory> makeLocatorFactory(std::shared_ptr<TestServer> server);

/// Puts a test server in the place of WMI's locator, for this process and while it lives. Thread: one, in the
/// multithreaded apartment.
class ServedInProcess final
{
public:
    ServedInProcess(simulator::SimulatedBroker& broker, std::optional<TestServer::Account> account);
    ServedInProcess(const ServedInProcess&) = delete;
    ServedInProcess& operator=(const ServedInProcess&) = delete;
    ~ServedInProcess();
    [[nodiscard]] HRESULT status() const noexcept { return m_status; }

private:
    const std::shared_ptr<TestServer> m_server;
    DWORD m_cookie = 0;
    HRESULT m_status = E_FAIL;
};

} // namespace deskwarden::testwmi
