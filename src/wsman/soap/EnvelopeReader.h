// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Result.h"
#include "core/Value.h"
#include "management/seam/AbandonableCall.h"
#include "management/seam/CallContext.h"
#include "management/seam/ManagementConnection.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace deskwarden::wsman {

/// The answer to Enumerate or Pull.
struct EnumerationAnswer
{
    std::vector<core::Instance> instances;
    std::optional<std::string> context; ///< nothing if the answer has none: the old one stays good
    bool isEnd = false;                 ///< EndOfSequence was there, or the context came empty
};

/// The answer to Identify.
struct Identity
{
    std::string vendor;
    std::string version;
    std::string protocol;
};

/// Reads the answers of one connection. A pure function of the bytes, apart from caches of repeated texts.
/// Thread: one at a time. Blocks: returns within 200 ms of the context's end. No parser looks at a stop, so that a
/// large answer is read on a thread of its own and left to it. Fails: Fault for a SOAP fault, whatever the HTTP status
/// was; Malformed for anything that is not the answer to `messageId` (checked where the answer says it; empty = any);
/// NotWsman for other documents.
class EnvelopeReader final
{
public:
    EnvelopeReader();
    EnvelopeReader(const EnvelopeReader&) = delete;
    EnvelopeReader& operator=(const EnvelopeReader&) = delete;
    ~EnvelopeReader();

    /// `className` names the rows of a projection, which do not say it themselves.
    [[nodiscard]] core::Result<EnumerationAnswer> readEnumeration(std::string text, std::string_view messageId,
                                                                  std::string_view className,
                                                                  const management::CallContext& context = {});
    [[nodiscard]] core::Result<core::Instance> readInstance(std::string text, std::string_view messageId,
                                                            std::string_view className,
                                                            const management::CallContext& context = {});
    /// All failures but faults come with Delivery::MaybeSent: an answer that says nothing proves nothing.
    [[nodiscard]] core::Result<management::MethodResult> readMethod(std::string text, std::string_view messageId,
                                                                    std::string_view method,
                                                                    const management::CallContext& context = {});
    [[nodiscard]] core::Result<Identity> readIdentity(std::string text, const management::CallContext& context = {});
    /// An answer of which nothing but "no fault" is wanted.
    [[nodiscard]] core::Result<> readEmpty(std::string text, std::string_view messageId);

private:
    class Private;
    template <typename T, typename Read>
    [[nodiscard]] core::Result<T> readAside(std::size_t size, const management::CallContext& context, Read read);

    const std::shared_ptr<management::AbandonedCalls> m_calls;
    std::shared_ptr<Private> m_private; // shared with a thread that was left behind; then a new one follows
};

} // namespace deskwarden::wsman
