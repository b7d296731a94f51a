// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/ServerProfile.h"
#include "management/seam/ManagementConnection.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace deskwarden::wsman {

/// One request, ready to be sent.
struct Envelope
{
    std::string messageId; ///< what a:RelatesTo of the answer must repeat; empty for Identify
    std::string text;
};

struct EnvelopeOptions
{
    std::string to; ///< the URL it is sent to
    core::UriStyle uriStyle = core::UriStyle::Wmi;
    /// Octets. The server cuts its answers to it and to its own limit (MaxEnvelopeSizekb, 500 since Windows 2012).
    std::uint32_t maxEnvelopeSize = 512'000;
    std::string language = "en-US"; ///< of the server's own words (w:Locale); numbers and times stay as en-US has them
};

/// A fresh "uuid:…" per message.
[[nodiscard]] std::string randomMessageId();

/// Writes the requests (DSP0226, MS-WSMV 3.1.4).
/// Fails: InvalidInput for a key or argument that has no text form.
class EnvelopeWriter final
{
public:
    using IdSource = std::function<std::string()>;
    using Timeout = std::chrono::milliseconds;

    explicit EnvelopeWriter(EnvelopeOptions options, IdSource newMessageId = randomMessageId);

    [[nodiscard]] Envelope identify() const;
    [[nodiscard]] Envelope enumerate(const management::Query& query, std::uint32_t maxElements, Timeout timeout) const;
    /// The server insists on the element limit that the enumeration began with (0x803381AD).
    [[nodiscard]] Envelope pull(const management::Query& query, std::string_view context, std::uint32_t maxElements,
                                Timeout timeout) const;
    [[nodiscard]] Envelope release(const management::Query& query, std::string_view context, Timeout timeout) const;
    [[nodiscard]] core::Result<Envelope> get(const management::InstancePath& path, Timeout timeout) const;
    [[nodiscard]] core::Result<Envelope> invoke(const management::InstancePath& path, std::string_view method,
                                                const management::Arguments& arguments, Timeout timeout) const;

private:
    struct Target;

    [[nodiscard]] Envelope write(const Target& target, Timeout timeout, std::string_view body) const;
    [[nodiscard]] Target targetOf(const management::Query& query, std::string_view action) const;
    [[nodiscard]] core::Result<Target> targetOf(const management::InstancePath& path, std::string_view action) const;

    EnvelopeOptions m_options;
    IdSource m_newMessageId;
};

} // namespace deskwarden::wsman
