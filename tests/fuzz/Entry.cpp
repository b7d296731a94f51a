// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "fuzz/Targets.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace {

const deskwarden::fuzz::Target* chosen = nullptr;

} // namespace

// libFuzzer's own names.
extern "C" int LLVMFuzzerInitialize(int* argc, char*** argv);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

/// The first argument is the target; libFuzzer sees only those after it.
extern "C" int LLVMFuzzerInitialize(int* argc, char*** argv)
{
    const auto all = deskwarden::fuzz::targets();
    const std::string_view wanted = *argc > 1 ? (*argv)[1] : "";
    const auto found = std::ranges::find(all, wanted, &deskwarden::fuzz::Target::name);
    if (found == all.end()) {
        if (wanted == "--targets") {
            for (const auto& target : all)
                std::printf("%s\n", target.name.data());
            std::exit(0); // NOLINT(concurrency-mt-unsafe): no thread runs yet
        }
        std::fprintf(stderr, "usage: %s TARGET [ARGUMENTS OF LIBFUZZER]; --targets names them\n", (*argv)[0]);
        std::exit(2); // NOLINT(concurrency-mt-unsafe): no thread runs yet
    }
    chosen = &*found;
    (*argv)[1] = (*argv)[0];
    ++*argv;
    --*argc;
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    chosen->run({reinterpret_cast<const char*>(data), size});
    return 0;
}
