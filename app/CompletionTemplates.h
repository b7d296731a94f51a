// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <string_view>

namespace deskwarden::app {

// What each shell's script is, whatever the program. Words between at signs are put in by completionOf. No shell
// evaluates what a program offers: names of servers and hosts come from elsewhere.
extern const std::string_view bashTemplate;
extern const std::string_view zshTemplate;
extern const std::string_view fishTemplate;
extern const std::string_view powerShellTemplate;

} // namespace deskwarden::app
