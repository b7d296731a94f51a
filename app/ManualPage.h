// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/ProgramText.h"

#include <string>
#include <vector>

namespace deskwarden::app {

/// The manual page of a program (section 1) in the language of man(7). It bears no date, so that the same source gives
/// the same page.
[[nodiscard]] std::string manualPage(const ProgramText& program);

/// The manual page of a file (section 5): what it is, then its keys, then more sections.
struct FileText
{
    std::string name; ///< of the page
    std::string summary;
    std::string opening;
    std::vector<OptionText> keys;
    std::vector<TextSection> sections;
    std::string seeAlso;
};
[[nodiscard]] std::string manualPage(const FileText& file);

} // namespace deskwarden::app
