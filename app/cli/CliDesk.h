// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/cli/ActReporter.h"
#include "desk/ActDesk.h"

#include <QObject>

namespace deskwarden::app {

/// An ActDesk with one server behind it, whose outcomes are printed as they come.
/// Thread: the main one, but for what says otherwise. Owner: a verb; outlived by its context and its reporter.
class CliDesk final : public QObject
{
    Q_OBJECT

public:
    CliDesk(const CliContext& context, const desk::LinkOptions& options, ActReporter& reporter);
    ~CliDesk() override;

    [[nodiscard]] desk::ActDesk& acts() noexcept { return m_acts; }
    [[nodiscard]] const core::ServerId& server() const noexcept { return m_server; }

    /// Cancels all that has not begun: at once, whatever the main thread is doing. Thread: any.
    void cancelWaiting();
    /// Ends what is under way, too. Thread: any.
    void stop();
    /// Turns the event loop until every act has ended, and nothing can follow. Blocks: for that long.
    void wait();

private:
    [[nodiscard]] bool isSettled();
    void look();

    const core::ServerId m_server;
    ActReporter& m_reporter;
    desk::ConnectedServers m_servers;
    desk::ActDesk m_acts;
    bool m_isWaiting = false;
};

} // namespace deskwarden::app
