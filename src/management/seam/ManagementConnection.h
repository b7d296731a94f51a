// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Result.h"
#include "core/Secret.h"
#include "core/ServerProfile.h"
#include "core/Value.h"
#include "management/seam/CallContext.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace deskwarden::management {

/// A WQL question in a namespace ("root\cimv2\rdms").
struct Query
{
    std::string nameSpace;
    std::string wql;
};

/// One instance, by its key properties. A singleton or a class (for a static method) has no keys.
struct InstancePath
{
    std::string nameSpace;
    std::string className;
    std::vector<core::Property> keys;
};

/// In-parameters in the order of the class's MOF; a NULL value is sent as NULL.
using Arguments = std::vector<core::Property>;

/// What a method gave back, apart from whether the call reached it. A call whose answer holds no readable ReturnValue
/// fails as Malformed with Delivery::MaybeSent: a missing ReturnValue is not 0.
struct MethodResult
{
    std::uint32_t returnValue = 0;
    std::vector<core::Property> outParameters;
};

/// How an enumeration that worked has ended.
struct EnumerationEnd
{
    /// The WBEM_S_… status by which the server says that it left something out; nothing if the list is whole.
    std::optional<std::uint32_t> incomplete;
};

/// Takes each batch as it arrives, on the connection's thread.
using BatchSink = std::function<void(std::vector<core::Instance>&&)>;

/// The steps of getting through to the sessions, in order.
enum class ProbeStage { Name, Port, Tls, Protocol, Schemes, SignIn, Namespace, Class, List, ActiveBroker, Deployment };

/// One step that was passed or not.
struct StageReport
{
    ProbeStage stage = ProbeStage::Name;
    std::optional<core::ManagementError> error; ///< nothing = passed
    std::string fact; ///< what was learnt ("Negotiate, Basic"; an address): from elsewhere, untrusted, may be empty
    std::shared_ptr<const core::PeerCertificate> certificate = nullptr; ///< with Tls
    std::vector<std::string> brokers = {}; ///< with Deployment: the brokers among its servers; untrusted
};
using StageSink = std::function<void(StageReport)>;

/// One authenticated conversation with one server. Knows WMI, not sessions.
/// Thread: created, used and destroyed on one thread.
/// Blocks: every call returns within 200 ms of a stop request or its deadline.
/// Fails: by value; no exception leaves it. After a failure it may be used again: it connects anew where it has to.
class ManagementConnection
{
public:
    ManagementConnection() = default;
    ManagementConnection(const ManagementConnection&) = delete;
    ManagementConnection& operator=(const ManagementConnection&) = delete;
    virtual ~ManagementConnection() = default;

    /// Gets through to the server and signs in. With a sink each step (Name to SignIn) is tried and told apart, the
    /// failing one last; without one only the traffic that is needed is made. Called once, first.
    virtual core::Result<> open(const CallContext& context, const StageSink& stages) = 0;
    /// Rows stream out in batches as they arrive; after a failure, what was delivered is a part of the list.
    virtual core::Result<EnumerationEnd> enumerate(const Query& query, const BatchSink& sink,
                                                   const CallContext& context) = 0;
    virtual core::Result<core::Instance> get(const InstancePath& path, const CallContext& context) = 0;
    /// Never sent twice: once bytes have gone out, a lost answer is an error with Delivery::MaybeSent.
    virtual core::Result<MethodResult> invoke(const InstancePath& path, const std::string& method,
                                              const Arguments& arguments, const CallContext& context) = 0;
};

/// Makes connections to one server with one set of credentials; each is used on the thread that asked for it.
/// Thread: any. Fails: by value, if the profile cannot be used on this platform or build.
using Connector = std::function<core::Result<std::unique_ptr<ManagementConnection>>()>;

} // namespace deskwarden::management
