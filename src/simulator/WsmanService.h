// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "simulator/farm/FaultScript.h"
#include "simulator/ListenerOptions.h"
#include "simulator/SimulatedBroker.h"
#include "simulator/soap/Enumerations.h"
#include "simulator/soap/SoapRequest.h"

#include <optional>
#include <string>
#include <string_view>

namespace deskwarden::simulator {

/// What is to go back over the connection, and what is to become of it on the way.
struct ServiceAnswer
{
    unsigned status = 200;
    std::string body;
    std::optional<FaultKind> effect; ///< Http, Hang, DropBefore, DropAfter, Garbage or Truncate
    std::chrono::milliseconds delay{0};
};

/// The WS-Management service of a Windows server ([MS-WSMV], DSP0226) in front of a simulated broker: reads a request,
/// writes the answer. Knows nothing of HTTP but the status.
/// Thread: any.
class WsmanService final
{
public:
    WsmanService(SimulatedBroker& broker, const ListenerOptions& options);

    [[nodiscard]] ServiceAnswer answer(std::string_view text);
    /// The answer to an Identify (DSP0226 clause 11), nothing if the text is none. The version of the system is told
    /// only to those who have signed in.
    [[nodiscard]] std::optional<ServiceAnswer> answerIdentify(std::string_view text, bool isSignedIn);

private:
    using Body = tl::expected<std::string, SoapFault>;
    struct Call; // one request and what belongs to it

    [[nodiscard]] ServiceAnswer dispatch(const SoapRequest& request);
    [[nodiscard]] Body enumerate(Call& call);
    [[nodiscard]] Body pull(Call& call);
    [[nodiscard]] Body release(Call& call);
    [[nodiscard]] Body get(Call& call);
    [[nodiscard]] Body invoke(Call& call);
    [[nodiscard]] tl::expected<std::string, SoapFault> wqlOf(const Call& call, pugi::xml_node payload) const;
    [[nodiscard]] tl::expected<management::InstancePath, SoapFault> pathOf(const Call& call) const;
    [[nodiscard]] Body batch(Call& call, Enumerations::Pointer enumeration, std::size_t most, bool isFirst);

    [[nodiscard]] ServiceAnswer finish(const Call& call, Body body);
    [[nodiscard]] ServiceAnswer faultAnswer(const SoapFault& fault, std::string_view relatesTo) const;
    void appendStart(std::string& xml, std::string_view action, std::string_view relatesTo) const;

    SimulatedBroker& m_broker;
    const ListenerOptions& m_options;
    Enumerations m_enumerations;
};

} // namespace deskwarden::simulator
