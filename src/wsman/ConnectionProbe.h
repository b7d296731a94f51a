// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/seam/ManagementConnection.h"
#include "wsman/Conversation.h"
#include "wsman/Enumeration.h"
#include "wsman/soap/EnvelopeReader.h"
#include "wsman/soap/EnvelopeWriter.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace deskwarden::wsman {

/// Gets through to a server step by step, so that each step can be told apart: name, port, TLS, protocol, schemes,
/// sign-in. What needs no password is asked without one first.
/// Thread: that of the connection. Blocks: as HttpChannel::post.
class ConnectionProbe final
{
public:
    /// `patience` limits, more than `times`, each request that is not signed in: some servers never answer one.
    ConnectionProbe(Conversation& conversation, const EnvelopeWriter& writer, EnvelopeReader& reader,
                    const WireTimes& times, std::chrono::milliseconds patience);

    [[nodiscard]] core::Result<> run(const management::CallContext& context, const management::StageSink& stages);

private:
    using Step = std::optional<core::ManagementError>; ///< nothing = passed

    [[nodiscard]] core::Result<HttpAnswer> postUnsigned(std::string_view body, const management::CallContext& context);
    [[nodiscard]] Step reach(const core::Result<HttpAnswer>& answer, const management::StageSink& stages) const;
    [[nodiscard]] Step recognise(core::Result<HttpAnswer> answer, const management::CallContext& context,
                                 std::string& fact);
    [[nodiscard]] bool speaksTls(const management::CallContext& context) const;
    [[nodiscard]] Step askForSchemes(const management::CallContext& context, std::string& fact);
    [[nodiscard]] Step signIn(const management::CallContext& context);

    Conversation& m_conversation;
    const EnvelopeWriter& m_writer;
    EnvelopeReader& m_reader;
    const WireTimes& m_times;
    const std::chrono::milliseconds m_patience;
    std::optional<std::vector<std::string>> m_schemes; ///< once a 401 has told them
    bool m_answersUnsigned = true;
};

} // namespace deskwarden::wsman
