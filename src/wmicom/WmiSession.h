// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Result.h"
#include "management/seam/ManagementConnection.h"
#include "wmicom/ComSignIn.h"
#include "wmicom/WindowsHeaders.h"
#include "wmicom/WmiObject.h"

#include <atomic>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace deskwarden::wmicom {

/// A list that is being read.
struct RowReader
{
    Microsoft::WRL::ComPtr<IEnumWbemClassObject> rows;
    KnownLayout layout;
};

/// One portion of a list.
struct RowBatch
{
    std::vector<core::Instance> rows;
    bool isLast = false;
    std::optional<std::uint32_t> incomplete; ///< the WBEM_S_… that says what was left out
};

/// Settles between a caller who may walk away and the thread that acts for him whether the act goes out.
/// Thread: any.
class ActClaim final
{
public:
    /// Asked directly before the act: false if the caller has given up.
    [[nodiscard]] bool tryAct() noexcept { return settle(State::Acting) == State::Acting; }
    /// Asked by a caller who walks away: false if the act is out already, and may have been carried out.
    [[nodiscard]] bool tryGiveUp() noexcept { return settle(State::GivenUp) == State::GivenUp; }

private:
    enum class State { Open, Acting, GivenUp };
    State settle(State wanted) noexcept
    {
        State found = State::Open;
        return m_state.compare_exchange_strong(found, wanted) ? wanted : found;
    }
    std::atomic<State> m_state{State::Open};
};

/// The COM side of a conversation: one IWbemServices for each namespace, and the calls on them, which block.
/// Thread: the COM worker's only; shared with the connection that gave it away. Fails: by value.
class WmiSession final
{
public:
    WmiSession(const core::ServerProfile& profile, const core::Secret& password);

    /// Signs in. A namespace that is not there or is closed to this person is no failure: who is told so has signed in.
    [[nodiscard]] core::Result<> open(const std::string& nameSpace);
    [[nodiscard]] core::Result<std::shared_ptr<RowReader>> query(const management::Query& query);
    /// Blocks for a tenth of a second at most where the server honours it; may give no rows and not be the last.
    [[nodiscard]] core::Result<RowBatch> next(RowReader& reader);
    [[nodiscard]] core::Result<core::Instance> get(const management::InstancePath& path);
    [[nodiscard]] core::Result<management::MethodResult> invoke(const management::InstancePath& path,
                                                                const std::string& method,
                                                                const management::Arguments& arguments,
                                                                ActClaim& claim);

private:
    using Object = Microsoft::WRL::ComPtr<IWbemClassObject>;
    using Services = Microsoft::WRL::ComPtr<IWbemServices>;

    [[nodiscard]] core::Result<Services> servicesOf(const std::string& nameSpace);
    /// What is left of a broken connection must not be used again.
    [[nodiscard]] core::ManagementError noted(core::ManagementError error);
    [[nodiscard]] core::Result<Object> object(IWbemServices& services, const std::string& path);
    [[nodiscard]] core::Result<Object> inParameters(IWbemClassObject& classObject, const std::string& method,
                                                    const management::Arguments& arguments);
    [[nodiscard]] core::Result<management::MethodResult> execute(IWbemServices& services, const std::string& path,
                                                                 const std::string& method, IWbemClassObject* in,
                                                                 ActClaim& claim);

    ComSignIn m_signIn; // before the services: they point into it
    std::map<std::string, Services> m_services;
};

} // namespace deskwarden::wmicom
