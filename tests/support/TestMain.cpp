// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/TestEntry.h"

#include <cstdio>
#include <map>
#include <string_view>

namespace deskwarden::test {

namespace {

// Made at its first use, which is while other static objects are made, too.
std::map<std::string_view, RunClass>& classes()
{
    static std::map<std::string_view, RunClass> known;
    return known;
}

} // namespace

bool enterTest(const char* className, RunClass run)
{
    classes().emplace(className, run);
    return true;
}

} // namespace deskwarden::test

/// PROGRAM CLASS [ARGUMENTS OF QTEST]
int main(int argc, char** argv)
{
    using deskwarden::test::classes;
    const auto wanted = argc > 1 ? classes().find(argv[1]) : classes().end();
    if (wanted == classes().end()) {
        std::fprintf(stderr, "usage: %s CLASS [ARGUMENTS OF QTEST]; CLASS is one of\n", argv[0]);
        for (const auto& known : classes())
            std::fprintf(stderr, "  %s\n", known.first.data());
        return 2;
    }
    // The class takes the place of the program's name.
    return wanted->second(argc - 1, argv + 1);
}
