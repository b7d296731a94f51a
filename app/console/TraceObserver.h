// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "desk/WireTrace.h"
#include "wsman/http/WireObserver.h"
#include "wsman/report/WireRecorder.h"

#include <atomic>
#include <memory>
#include <mutex>

namespace deskwarden::app {

/// Hears all conversations of the console, and keeps none of it unless it is told to. Then each request stands in the
/// log, without its body, and the bodies are recorded, with bounds, for those who ask for them afterwards.
/// Thread: heard on any; the rest GUI. Owner: shared by the connections.
class TraceObserver final : public wsman::WireObserver, public desk::WireTrace
{
public:
    void posted(const wsman::WireNote& note) override;
    void exchanged(std::string_view envelope, const core::Result<wsman::HttpAnswer>& answer) override;

    [[nodiscard]] bool isOn() const override { return m_isOn; }
    void start() override;
    [[nodiscard]] desk::ConversationRun stop() override;

private:
    std::atomic<bool> m_isOn = false;
    std::mutex m_mutex;
    std::shared_ptr<wsman::WireRecorder> m_recorder; // guarded by m_mutex
};

} // namespace deskwarden::app
