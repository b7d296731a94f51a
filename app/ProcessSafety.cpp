// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/ProcessSafety.h"

#ifdef _WIN32
#include <cstdlib>
#else
#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#endif
#ifdef __linux__
#include <sys/prctl.h>
#endif

namespace deskwarden::app {

#ifndef _WIN32
namespace {

/// Systems give 1024 at first, for the sake of programs that call select(), and more to those that ask. Ours poll().
void takeDescriptors() noexcept
{
    constexpr rlim_t plenty = 65'536;
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return;
    limit.rlim_cur = std::max(limit.rlim_cur, std::min(limit.rlim_max, plenty));
    setrlimit(RLIMIT_NOFILE, &limit);
}

/// Opened for reading only, so that what is written there is an error and not lost in silence.
void fillStandardStreams() noexcept
{
    for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; ++stream) {
        // A new descriptor is the lowest one that is free.
        if (fcntl(stream, F_GETFD) == -1 && open("/dev/null", O_RDONLY) != stream)
            return;
    }
}

} // namespace
#endif

void protectProcess() noexcept
{
#ifdef _WIN32
    // MinGW frees a thread's variables before it runs their destructors, and Qt keeps the compiled form of a regular
    // expression's stack in one: a thread that has loaded a plugin would crash at its end.
    _putenv_s("QT_ENABLE_REGEXP_JIT", "0");
#else
    fillStandardStreams();
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN); // a file at its limit is an error of writing, to be told like a full disk
    takeDescriptors();
#endif
#ifdef __linux__
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}

} // namespace deskwarden::app
