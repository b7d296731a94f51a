// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QString>

#include <chrono>
#include <cstddef>
#include <memory>
#include <vector>

namespace deskwarden::support {

/// One time that the thread did not come to its next event.
struct Stall
{
    std::chrono::milliseconds held{0}; ///< at least that long
    QString stack;                     ///< where it was when the limit had passed, a frame a line; may be empty
};

/// The longest that one turn of the event loop may hold the GUI thread while so many sessions are shown.
[[nodiscard]] std::chrono::milliseconds promisedTurn(std::size_t sessions) noexcept;

/// Notices when the thread it lives on is held for longer than a limit, and where. It sends itself an event every half
/// limit, from a thread of its own. What counts is the CPU time of the thread until the event is handled, or, for waits
/// that hold it, ten times as much of the clock's time (less that in which the machine had no core for the thread). For
/// debug builds and tests; Linux only, elsewhere it sees nothing. Thread: the one it is made on; stalls() any. One at a
/// time in a process: it takes a signal. Blocks: the destructor up to half the limit.
class StallWatchdog final : public QObject
{
public:
    explicit StallWatchdog(std::chrono::milliseconds limit, QObject* parent = nullptr);
    ~StallWatchdog() override;

    /// All so far, in the order in which they ended.
    [[nodiscard]] std::vector<Stall> stalls() const;
    /// The stalls as text for a failing test; empty if there are none.
    [[nodiscard]] QString complaint() const;

protected:
    bool event(QEvent* event) override;

private:
    class Watch;
    std::unique_ptr<Watch> m_watch;
};

} // namespace deskwarden::support
