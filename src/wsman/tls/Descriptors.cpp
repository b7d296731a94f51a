// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/tls/Descriptors.h"

#ifndef _WIN32
#include <unistd.h>

#include <array>
#include <cerrno>
#endif

namespace deskwarden::wsman {

bool areDescriptorsShort() noexcept
{
#ifdef _WIN32
    return false; // no such limit is met there
#else
    // A socket, two ends towards the thread that looks up the name, a file of certificates.
    std::array<int, 4> tried{};
    bool isShort = false;
    for (int& one : tried) {
        one = ::dup(STDERR_FILENO);
        isShort = isShort || (one < 0 && (errno == EMFILE || errno == ENFILE));
    }
    for (const int one : tried) {
        if (one >= 0)
            ::close(one);
    }
    return isShort;
#endif
}

} // namespace deskwarden::wsman
