// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <cstdio>
#include <cstdlib>
#include <cstring>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace deskwarden::bench {

/// The most memory that this process has ever held, in MB (VmHWM); 0 where the system does not tell.
[[nodiscard]] inline double peakMegabytes()
{
    double kilobytes = 0;
    if (std::FILE* file = std::fopen("/proc/self/status", "r")) {
        char line[256];
        while (std::fgets(line, sizeof line, file) != nullptr) {
            if (std::strncmp(line, "VmHWM:", 6) == 0)
                kilobytes = std::strtod(line + 6, nullptr);
        }
        std::fclose(file);
    }
    return kilobytes / 1024;
}

/// The memory that is handed out at this moment, in bytes, without what the heap keeps for later; 0 where the system
/// does not tell.
[[nodiscard]] inline double heldBytes()
{
#ifdef __GLIBC__
    const struct mallinfo2 heap = mallinfo2();
    return static_cast<double>(heap.uordblks) + static_cast<double>(heap.hblkhd);
#else
    return 0;
#endif
}

} // namespace deskwarden::bench
