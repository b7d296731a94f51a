// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/ProcessSafety.h"

#ifndef _WIN32
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#endif
#ifdef __linux__
#include <sys/prctl.h>
#endif

#include <array>
#include <cstdlib>

namespace deskwarden::app {

namespace {

/// What libraries read from the environment that would betray a secret, find one that nobody has offered, or replace
/// their code. The person's own Kerberos (KRB5CCNAME, KRB5_CONFIG; KRB5_TRACE, which writes no key) stays. GnuTLS reads
/// GNUTLS_DEBUG_LEVEL before main(); the simulated broker alone uses it.
constexpr std::array betrayingVariables{
    "SSLKEYLOGFILE",        // libcurl and GnuTLS: where to write the keys of TLS
    "GSSNTLMSSP_DEBUG",     // gss-ntlmssp: where to write its messages
    "NTLM_USER_FILE",       // gss-ntlmssp: a file of passwords
    "OPENSSL_CONF",         // OpenSSL: what it allows and loads, as the rest
    "OPENSSL_CONF_INCLUDE", //
    "OPENSSL_ENGINES",      //
    "OPENSSL_MODULES",      //
};

void forgetBetrayingVariables() noexcept
{
    for (const char* name : betrayingVariables) {
#ifdef _WIN32
        _putenv_s(name, "");
#else
        unsetenv(name); // NOLINT(concurrency-mt-unsafe): no thread runs yet
#endif
    }
}

#ifndef _WIN32
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
#endif

} // namespace

void protectProcess() noexcept
{
    forgetBetrayingVariables();
#ifdef _WIN32
    // MinGW frees a thread's variables before it runs their destructors, and Qt keeps the compiled form of a regular
    // expression's stack in one: a thread that has loaded a plugin would crash at its end.
    _putenv_s("QT_ENABLE_REGEXP_JIT", "0");
#else
    fillStandardStreams();
    umask(umask(077) | 077); // libraries make files too: locks, caches
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
