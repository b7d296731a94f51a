// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Result.h"
#include "management/seam/ManagementConnection.h"
#include "simulator/farm/Farm.h"
#include "simulator/farm/FaultScript.h"
#include "simulator/farm/Journal.h"
#include "simulator/farm/LiveFarm.h"
#include "simulator/wql/QueryResult.h"

#include <cstddef>
#include <memory>
#include <mutex>
#include <string_view>
#include <vector>

namespace deskwarden::simulator {

/// A Connection Broker as WMI sees it: answers queries, hands out instances, carries out methods, and keeps a journal
/// of what it really did to whom. Every logoff is accepted and takes its time (state 7, then gone). Thread: any;
/// guarded inside. Fails: Fault with the HRESULT that WMI would give (WmiStatus).
class SimulatedBroker final
{
public:
    explicit SimulatedBroker(const FarmOptions& options, std::vector<ScriptedFault> faults = {});
    SimulatedBroker(const SimulatedBroker&) = delete;
    SimulatedBroker& operator=(const SimulatedBroker&) = delete;

    /// Namespaces are written with either slash and compared without regard to case.
    [[nodiscard]] core::Result<QueryResult> query(std::string_view nameSpace, std::string_view wql);
    [[nodiscard]] core::Result<core::Instance> get(const management::InstancePath& path, const CallFate& fate = {});
    /// A fate that is not carried out still answers as if it were: what happens to that answer is the transport's
    /// business. Only Return, Fault and WmiError change it here.
    [[nodiscard]] core::Result<management::MethodResult> invoke(const management::InstancePath& path,
                                                                std::string_view method,
                                                                const management::Arguments& arguments,
                                                                const CallFate& fate = {});

    /// The class of that name in that namespace. Fails: InvalidNamespace, InvalidClass.
    [[nodiscard]] static core::Result<const management::ClassSchema*> findClass(std::string_view nameSpace,
                                                                                std::string_view name);
    [[nodiscard]] static bool isNamespace(std::string_view nameSpace);

    /// Whether the fault can be met here. Fails: InvalidInput, if the farm has no VM host of the name in it, with the
    /// names that begin most alike.
    [[nodiscard]] core::Result<> check(const ScriptedFault& fault) const;
    /// Ask it once a call, before the call, and hand its fate on.
    [[nodiscard]] FaultScript& faults() noexcept { return m_faults; }
    [[nodiscard]] Journal& journal() noexcept { return m_journal; }
    /// What this server calls itself.
    [[nodiscard]] std::string_view name() const noexcept { return m_layout->broker.view(); }
    [[nodiscard]] std::size_t sessionCount();
    /// The VM host of the machine that the path names; empty if there is none.
    [[nodiscard]] std::string hostOfMachine(const management::InstancePath& path);

private:
    [[nodiscard]] std::shared_ptr<const Table> tableOf(const management::ClassSchema& schema);
    [[nodiscard]] core::Result<management::MethodResult> act(const management::InstancePath& path,
                                                             std::string_view method,
                                                             const management::Arguments& arguments,
                                                             const CallFate& fate);
    [[nodiscard]] core::Result<management::MethodResult> actOnMachine(const management::InstancePath& path,
                                                                      std::string_view method,
                                                                      const management::Arguments& arguments,
                                                                      const CallFate& fate);
    void recordMachine(std::uint32_t machine, std::string_view action, TimePoint now, const core::SharedString& user,
                       const core::SharedString& domain);
    [[nodiscard]] core::Result<management::MethodResult> askNeighbour(const management::ClassSchema& schema,
                                                                      const management::InstancePath& path,
                                                                      std::string_view method);
    [[nodiscard]] core::Result<management::MethodResult> patchOf(const Collection& collection) const;
    void applySideEffects(std::string_view host, std::uint32_t sessionId, const CallFate& fate, TimePoint now);
    void record(std::string_view action, const FarmSession& session, TimePoint now,
                const management::Arguments& arguments = {});

    const std::function<TimePoint()> m_clock;
    const TimePoint m_started;
    std::mutex m_mutex;
    LiveFarm m_farm; // guarded by m_mutex
    const std::shared_ptr<const FarmLayout> m_layout;
    FaultScript m_faults;
    Journal m_journal;
};

} // namespace deskwarden::simulator
