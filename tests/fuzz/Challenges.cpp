// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/Value.h"
#include "fuzz/Targets.h"
#include "wsman/http/HttpVerdict.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace deskwarden::fuzz {

namespace {

/// The lines of a text, so that a fuzzer can write several headers.
std::vector<std::string> linesOf(std::string_view text)
{
    std::vector<std::string> lines;
    while (!text.empty() && lines.size() < 64) {
        const auto end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

void checkSchemes(const std::vector<std::string>& headers)
{
    const auto schemes = wsman::offeredSchemes(headers);
    for (const std::string& scheme : schemes) {
        demand(!scheme.empty() && scheme.find_first_of(" =") == std::string::npos, "a scheme is a word");
        demand(std::ranges::count(schemes, scheme) == 1, "a scheme is named once");
        demand(std::ranges::any_of(headers, [&](const auto& one) { return one.find(scheme) != std::string::npos; }),
               "a scheme stands in some header");
        demand(wsman::isOffered(schemes, scheme), "an offered scheme is offered");
    }
}

void checkVerdict(const wsman::HttpAnswer& answer)
{
    static constexpr std::array<std::string_view, 3> schemes{"", "Basic", "Negotiate"};
    for (const std::string_view scheme : schemes) {
        const auto verdict = wsman::httpVerdict(answer, scheme);
        const auto sealed = wsman::httpVerdict(answer, scheme, false);
        if (answer.status == 401) {
            demand(verdict && (verdict->kind == core::ErrorKind::SignInRefused ||
                               verdict->kind == core::ErrorKind::SchemeNotOffered),
                   "401 is a refused sign-in");
            continue;
        }
        demand(verdict.has_value() == sealed.has_value(), "what was sealed does not change who reads the body");
        const bool mayHaveActed = answer.status < 400 || answer.status == 500 || answer.status == 502;
        if (sealed && mayHaveActed)
            demand(sealed->delivery == core::Delivery::MaybeSent, "an answer that says nothing proves nothing");
        if (verdict)
            demand(verdict->kind != core::ErrorKind::EncryptionRequired || answer.body.empty(),
                   "a service that wants encryption says nothing else");
    }
}

} // namespace

/// A status of three digits, a content type and a body, line by line; then the headers. Or headers alone.
void readChallenges(std::string_view bytes)
{
    auto lines = linesOf(bytes);
    checkSchemes(lines);
    if (lines.size() < 3)
        return;
    static constexpr std::array<long, 12> statuses{200, 204, 302, 400, 401, 403, 404, 413, 500, 502, 503, 599};
    wsman::HttpAnswer answer;
    answer.status = lines[0].empty() ? 0 : statuses[static_cast<unsigned char>(lines[0][0]) % statuses.size()];
    answer.contentType = lines[1];
    answer.body = lines[2];
    answer.wwwAuthenticate.assign(lines.begin() + 3, lines.end());
    checkVerdict(answer);
}

} // namespace deskwarden::fuzz
