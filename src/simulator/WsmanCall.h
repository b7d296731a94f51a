// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "simulator/soap/SoapRequest.h"
#include "simulator/WsmanService.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace deskwarden::simulator {

/// One request on its way through the service.
struct WsmanService::Call
{
    /// Room for the header and for what stands around the items, in UTF-16 units.
    static constexpr std::size_t reservedUnits = 1200;

    explicit Call(const SoapRequest& theRequest)
        : request(theRequest)
    {}
    /// Nothing at all is done if the answer cannot show it.
    [[nodiscard]] bool isProcessed() const noexcept
    {
        return fate.effect != FaultKind::Hang && fate.effect != FaultKind::DropBefore &&
               fate.effect != FaultKind::Garbage && fate.effect != FaultKind::Http;
    }
    /// What an answer may have, in octets: the server's limit, unless the client's is smaller.
    [[nodiscard]] std::size_t envelopeLimit(std::uint32_t serverKb) const
    {
        const std::uint64_t servers = std::uint64_t{serverKb} * 1024;
        return static_cast<std::size_t>(std::min(servers, request.maxEnvelopeSize().value_or(servers)));
    }
    [[nodiscard]] bool isLimitTheirs(std::uint32_t serverKb) const
    {
        return envelopeLimit(serverKb) < std::uint64_t{serverKb} * 1024;
    }

    const SoapRequest& request;
    Resource resource;
    std::string method; ///< Invoke only
    CallFate fate;
};

/// What goes into the answer to an Enumerate or a Pull.
struct Batch
{
    std::string_view items;
    std::string_view context;
    bool isFirst = false;
    bool isWithoutItems = false; ///< an Enumerate that was not optimized
    bool isEnd = false;
    bool isItemsFirst = false;
};
void appendBatch(std::string& xml, const Batch& batch);

void appendInstance(std::string& xml, const core::Instance& instance, std::string_view uri);
void appendMethodResult(std::string& xml, const management::MethodSchema& method,
                        const management::MethodResult& result, std::string_view uri, bool hasReturnValue);

/// The method that the action names. Fails: if the action is no method of that resource.
[[nodiscard]] tl::expected<std::string, SoapFault> methodOf(const std::string& action, const Resource& resource);
/// What stands in METHOD_INPUT.
[[nodiscard]] tl::expected<management::Arguments, SoapFault> readArguments(pugi::xml_node input,
                                                                           const management::MethodSchema& method,
                                                                           std::string_view uri);
/// The number in the element, nothing in it if there is no such element. Fails: for anything but a number from 1.
[[nodiscard]] tl::expected<std::optional<std::uint64_t>, SoapFault> readCount(pugi::xml_node element);
/// The session that the path names; empty for other classes.
[[nodiscard]] std::pair<std::string, std::uint32_t> keyOf(const management::InstancePath& path);

} // namespace deskwarden::simulator
