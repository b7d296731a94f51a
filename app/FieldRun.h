// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/ServerProfile.h"
#include "management/seam/ManagementConnection.h"
#include "wsman/report/WireRecorder.h"

#include <QByteArray>

#include <optional>
#include <stop_token>
#include <string>

namespace deskwarden::app {

/// A read-only run through all that these programs read of a broker, told to a recorder that hears the connections.
/// Thread: any. Blocks: until the last answer, or 200 ms beyond a stop.
class FieldRun final
{
public:
    struct Questions
    {
        management::Connector connector; ///< whose connections the recorder hears
        core::ServerProfile profile;
        std::string program; ///< its name and version
        std::stop_token stop;
    };

    /// The recorder outlives it.
    FieldRun(Questions questions, wsman::WireRecorder& recorder);

    /// Fails: as the test of the connection does; what was heard until then is in the recorder.
    core::Result<> run();

private:
    void introduce();
    [[nodiscard]] core::Result<> probe();
    void list(management::ManagementConnection& connection, std::string_view className, const std::string& nameSpace);
    void read(management::ManagementConnection& connection);

    const Questions m_questions;
    wsman::WireRecorder& m_recorder;
    std::optional<core::Instance> m_first; ///< session, of the list
};

/// What was recorded, for strangers: names replaced at random, times moved by what nobody can tell.
[[nodiscard]] QByteArray maskedReport(const wsman::WireRecorder& recorder);

} // namespace deskwarden::app
