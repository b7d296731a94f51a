// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <cstdio>
#include <cstdlib>
#include <cstring>

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

} // namespace deskwarden::bench
