// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Session.h"
#include "core/VirtualDesktop.h"
#include "management/seam/ManagementConnection.h"

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace deskwarden::support {

/// A session as a broker would list it.
[[nodiscard]] core::Session makeSession(std::string_view host, std::uint32_t id, std::string_view user,
                                        core::ConnectState state = core::ConnectState::Disconnected);
[[nodiscard]] core::Instance toInstance(const core::Session& session);
[[nodiscard]] core::ManagementError makeFault(std::uint32_t code, std::uint32_t providerCode = 0);

/// Waits until the context ends, as a server does that never answers.
[[nodiscard]] core::ManagementError hang(const management::CallContext& context,
                                         core::Delivery delivery = core::Delivery::NotSent);

/// Holds threads until the test opens it.
/// Thread: any.
class Gate final
{
public:
    void open();
    /// False if the context ended first.
    bool pass(const management::CallContext& context = {});

private:
    std::mutex m_mutex;
    std::condition_variable_any m_opened;
    bool m_isOpen = false; // guarded by m_mutex
};

/// A broker in memory behind any number of scripted connections.
/// Thread: any; guarded inside. The hooks are set before the first connection is made, and are called without a lock.
class FakeBroker final
{
public:
    struct Act
    {
        std::string method;
        std::string key; // "HOST/ID"
        std::string user;
        friend bool operator==(const Act&, const Act&) = default;
    };
    /// Each may answer in place of the broker; nothing = the broker answers as usual.
    struct Hooks
    {
        std::function<core::Result<>(const management::CallContext&)> open;
        std::function<std::optional<core::Result<management::EnumerationEnd>>(
            const management::Query&, const management::BatchSink&, const management::CallContext&)>
            enumerate;
        std::function<std::optional<core::Result<core::Instance>>(const std::string& key,
                                                                  const management::CallContext&)>
            get;
        std::function<std::optional<core::Result<management::MethodResult>>(
            const std::string& key, const std::string& method, const management::CallContext&)>
            invoke;
    };

    Hooks hooks;
    std::chrono::milliseconds latency{0};    ///< of each get and invoke
    std::size_t batch = 50;                  ///< rows at once
    std::optional<std::string> activeBroker; ///< what GetActiveServer answers, before any hook; nothing = hooks do
    bool isLogoffImmediate = true;           ///< otherwise the session stays in state Reset

    [[nodiscard]] management::Connector connector();

    void put(const core::Session& session);
    void remove(const std::string& key);
    [[nodiscard]] std::optional<core::Session> find(const std::string& key) const;
    void putCollection(std::string alias, std::string name);
    /// A machine, on which acts of machines are carried out.
    void putMachine(const core::VirtualDesktop& machine);
    [[nodiscard]] std::optional<core::VirtualDesktop> findMachine(const std::string& name) const;
    /// An instance of any other class.
    void putNeighbour(core::Instance instance);

    [[nodiscard]] std::vector<Act> journal() const;
    [[nodiscard]] std::size_t opens() const;
    [[nodiscard]] std::size_t lists() const; ///< of sessions
    [[nodiscard]] std::size_t gets() const;
    [[nodiscard]] std::size_t mostActsAtOnce() const;
    [[nodiscard]] std::size_t mostActsAtOnceOnAHost() const;

private:
    friend class FakeConnection;

    mutable std::mutex m_mutex;
    std::map<std::string, core::Session> m_sessions; // guarded by m_mutex, as all below
    std::vector<std::pair<std::string, std::string>> m_collections;
    std::map<std::string, core::VirtualDesktop> m_machines;
    std::vector<core::Instance> m_neighbours;
    std::vector<Act> m_journal;
    std::map<std::string, std::size_t> m_actsOnHost;
    std::size_t m_opens = 0;
    std::size_t m_lists = 0;
    std::size_t m_gets = 0;
    std::size_t m_acts = 0;
    std::size_t m_mostActs = 0;
    std::size_t m_mostActsOnHost = 0;
};

/// One conversation with a FakeBroker.
class FakeConnection final : public management::ManagementConnection
{
public:
    explicit FakeConnection(FakeBroker& broker)
        : m_broker(broker)
    {}

    core::Result<> open(const management::CallContext& context, const management::StageSink& stages) override;
    core::Result<management::EnumerationEnd> enumerate(const management::Query& query,
                                                       const management::BatchSink& sink,
                                                       const management::CallContext& context) override;
    core::Result<core::Instance> get(const management::InstancePath& path,
                                     const management::CallContext& context) override;
    core::Result<management::MethodResult> invoke(const management::InstancePath& path, const std::string& method,
                                                  const management::Arguments& arguments,
                                                  const management::CallContext& context) override;

private:
    [[nodiscard]] core::Result<> delay(const management::CallContext& context) const;
    [[nodiscard]] std::vector<core::Instance> rowsFor(const std::string& wql);
    [[nodiscard]] core::Result<management::MethodResult> carryOut(const std::string& key, const std::string& method,
                                                                  const management::Arguments& arguments);

    FakeBroker& m_broker;
};

} // namespace deskwarden::support
