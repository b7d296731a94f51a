// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#if !defined(_WIN32)
#include <csignal>
#include <ctime>
#endif

namespace deskwarden::core {

#if defined(_WIN32)

/// Windows has no SIGPIPE.
class PipeSignalGuard final
{
public:
    PipeSignalGuard() noexcept {}
    ~PipeSignalGuard() {}
    PipeSignalGuard(const PipeSignalGuard&) = delete;
    PipeSignalGuard& operator=(const PipeSignalGuard&) = delete;
};

#else

/// Keeps SIGPIPE from this thread while it lives: TLS libraries write to a connection that the peer has closed, and
/// would end the program that way. The program's own signal settings are not touched. Thread: created and destroyed on
/// one.
class PipeSignalGuard final
{
public:
    PipeSignalGuard() noexcept
    {
        sigemptyset(&m_pipe);
        sigaddset(&m_pipe, SIGPIPE);
        sigset_t pending;
        sigpending(&pending);
        m_wasPending = sigismember(&pending, SIGPIPE) == 1;
        pthread_sigmask(SIG_BLOCK, &m_pipe, &m_before);
    }
    ~PipeSignalGuard()
    {
        const timespec noTime{0, 0};
        if (!m_wasPending && sigismember(&m_before, SIGPIPE) == 0)
            sigtimedwait(&m_pipe, nullptr, &noTime); // takes the one that we have caused, if any
        pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
    }
    PipeSignalGuard(const PipeSignalGuard&) = delete;
    PipeSignalGuard& operator=(const PipeSignalGuard&) = delete;

private:
    sigset_t m_pipe;
    sigset_t m_before;
    bool m_wasPending = false;
};

#endif

} // namespace deskwarden::core
