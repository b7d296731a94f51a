// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Result.h"

#include <string>
#include <string_view>
#include <vector>

namespace deskwarden::wsman {

/// One line of a report, or a message.
struct ReportLine
{
    enum class Kind {
        Remark,  ///< words for people
        Http,    ///< one HTTP request and its answer, without their bodies
        Request, ///< `body` is an envelope; `text` is empty
        Answer,  ///< `body` is what came back; `text` its HTTP status and media type
        Silence, ///< there was no answer; `text` says why
    };

    Kind kind = Kind::Remark;
    std::string text;
    std::string names = {}; ///< of a Remark that is not masked yet: what follows the words
    std::string body = {};
    friend bool operator==(const ReportLine&, const ReportLine&) = default;
};

using Report = std::vector<ReportLine>;

inline constexpr std::string_view reportTitle = "Deskwarden field report, version 1";

/// As text that people can read and readReport() reads: one line each, bodies behind bars. Characters that nobody sees
/// stand as \\u{202E}, so that nothing of a server's reaches a terminal as it is.
[[nodiscard]] std::string reportText(const Report& report);
/// Fails: Malformed, if it is no report, or one of a later version.
[[nodiscard]] core::Result<Report> readReport(std::string_view text);

} // namespace deskwarden::wsman
