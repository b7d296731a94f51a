// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/ProcessSafety.h"

#ifdef _WIN32
#include <cstdlib>
#else
#include <sys/resource.h>

#include <csignal>
#endif
#ifdef __linux__
#include <sys/prctl.h>
#endif

namespace deskwarden::app {

void protectProcess() noexcept
{
#ifdef _WIN32
    // MinGW frees a thread's variables before it runs their destructors, and Qt keeps the compiled form of a regular
    // expression's stack in one: a thread that has loaded a plugin would crash at its end.
    _putenv_s("QT_ENABLE_REGEXP_JIT", "0");
#else
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN); // a file at its limit is an error of writing, to be told like a full disk
#endif
#ifdef __linux__
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}

} // namespace deskwarden::app
