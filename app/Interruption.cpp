// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/Interruption.h"

#include <csignal>
#include <system_error>

#ifdef _WIN32
#include <windows.h>

#include <atomic>
#else
#include <unistd.h>
#endif

namespace deskwarden::app {

namespace {

#ifdef _WIN32

std::atomic<HANDLE> interrupted{nullptr};
std::atomic<int> count{0};

BOOL WINAPI noteInterruption(DWORD)
{
    if (++count > 2)
        return FALSE;
    ReleaseSemaphore(interrupted.load(), 1, nullptr);
    return TRUE;
}

#else

// A signal handler may touch nothing but such things as these.
volatile std::sig_atomic_t pipeEnd = -1;
volatile std::sig_atomic_t count = 0;

extern "C" void noteInterruption(int signalNumber)
{
    count = count + 1;
    if (count >= 2) {
        std::signal(SIGINT, SIG_DFL);
        std::signal(SIGTERM, SIG_DFL);
    }
    const char letter = 'i';
    [[maybe_unused]] const auto written = write(pipeEnd, &letter, 1);
    static_cast<void>(signalNumber);
}

#endif

} // namespace

#ifdef _WIN32

Interruption::Interruption()
{
    interrupted = CreateSemaphoreW(nullptr, 0, 16, nullptr);
    // Without a thread an interruption keeps its old meaning: it ends the program.
    try {
        m_watcher = std::thread([this] { watch(); });
    } catch (const std::system_error&) {
        return;
    }
    SetConsoleCtrlHandler(noteInterruption, TRUE);
}

Interruption::~Interruption()
{
    if (m_watcher.joinable()) {
        SetConsoleCtrlHandler(noteInterruption, FALSE);
        count = 16;
        ReleaseSemaphore(interrupted.load(), 1, nullptr);
        m_watcher.join();
    }
    CloseHandle(interrupted.load());
}

void Interruption::watch()
{
    for (std::stop_source& stop : m_stops) {
        WaitForSingleObject(interrupted.load(), INFINITE);
        if (count >= 16)
            return;
        stop.request_stop();
    }
}

#else

Interruption::Interruption()
{
    std::array<int, 2> ends{-1, -1};
    // Without a pipe and a thread the signals keep their old meaning: they end the program.
    if (pipe(ends.data()) != 0)
        return;
    const int readEnd = ends[0];
    try {
        m_watcher = std::thread([this, readEnd] {
            char letter = 0;
            for (std::stop_source& stop : m_stops) {
                if (read(readEnd, &letter, 1) != 1 || letter != 'i')
                    break;
                stop.request_stop();
            }
            close(readEnd);
        });
    } catch (const std::system_error&) {
        close(ends[0]);
        close(ends[1]);
        return;
    }
    pipeEnd = ends[1];
    std::signal(SIGINT, noteInterruption);
    std::signal(SIGTERM, noteInterruption);
}

Interruption::~Interruption()
{
    if (!m_watcher.joinable())
        return;
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    const char letter = 'q';
    [[maybe_unused]] const auto written = write(pipeEnd, &letter, 1);
    m_watcher.join();
    close(pipeEnd);
    pipeEnd = -1;
    count = 0;
}

#endif

} // namespace deskwarden::app
