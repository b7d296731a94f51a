// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/seam/ManagementConnection.h"
#include "wsman/Conversation.h"
#include "wsman/soap/EnvelopeReader.h"
#include "wsman/soap/EnvelopeWriter.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace deskwarden::wsman {

/// Where an enumeration is given up.
struct EnumerationLimits
{
    std::uint32_t maxElements = 2000;  ///< asked for in one answer; the server cuts it to what fits
    std::size_t emptyAnswers = 64;     ///< in a row
    std::size_t instances = 2'000'000; ///< in all
    std::size_t bytes = std::size_t{4} * 1024 * 1024 * 1024;
    std::chrono::milliseconds release{120}; ///< for taking leave of a list that is not read to its end
};

/// Times of one wire call.
struct WireTimes
{
    std::chrono::milliseconds perCall{60'000};

    /// The context of one call: ends with the caller's, and not later than the wire allows.
    [[nodiscard]] management::CallContext within(const management::CallContext& context) const;
    /// What the server is told. It shall give up before we do, so that its own fault tells the reason.
    [[nodiscard]] std::chrono::milliseconds forServer(const management::CallContext& call) const;
};

/// One WQL question from Enumerate to its end: pulls with the newest context, gives the context back when it is left
/// early, and ends lists that have no end.
/// Thread: that of the connection. Blocks: as HttpChannel::post, and up to the release limit when it is left early.
class Enumeration final
{
public:
    struct Tools
    {
        Conversation& conversation;
        const EnvelopeWriter& writer;
        EnvelopeReader& reader;
        WireTimes times;
        EnumerationLimits limits;
        std::uint32_t& maxElements; ///< the connection's: stays lower once an answer did not fit
    };

    Enumeration(Tools tools, const management::Query& query);

    [[nodiscard]] core::Result<management::EnumerationEnd> run(const management::BatchSink& sink,
                                                               const management::CallContext& context);

private:
    [[nodiscard]] core::Result<EnumerationAnswer> start(const management::CallContext& context);
    [[nodiscard]] core::Result<EnumerationAnswer> pull(const management::CallContext& context);
    [[nodiscard]] core::Result<EnumerationAnswer> exchange(const Envelope& envelope, Repeat repeat,
                                                           const management::CallContext& call);
    [[nodiscard]] core::Result<> accept(EnumerationAnswer& answer, const management::BatchSink& sink,
                                        const management::CallContext& context);
    [[nodiscard]] static core::Result<> handOut(std::vector<core::Instance> instances,
                                                const management::BatchSink& sink,
                                                const management::CallContext& context);
    /// Whether it makes sense to ask anew: the answer did not fit, and less is asked for from now on.
    [[nodiscard]] bool askForLess(const core::ManagementError& error);
    void release(const core::ManagementError& reason);

    const Tools m_tools;
    const management::Query& m_query;
    const std::string m_className;
    std::uint32_t& m_maxElements;
    std::string m_context;
    bool m_isEnd = false;
    std::size_t m_emptyAnswers = 0;
    std::size_t m_instances = 0;
    std::size_t m_bytes = 0;
};

} // namespace deskwarden::wsman
