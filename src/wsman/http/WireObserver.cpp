// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/http/WireObserver.h"

#include "core/Names.h"
#include "wsman/http/HttpVerdict.h"

#include <algorithm>
#include <array>

namespace deskwarden::wsman {

namespace {

/// The scheme as it is usually written; what is not known may be anything, a name too.
std::string knownScheme(std::string_view scheme)
{
    constexpr std::array<std::string_view, 7> known{"Negotiate", "Kerberos", "NTLM",  "Basic",
                                                    "CredSSP",   "Digest",   "Bearer"};
    const auto* const found =
        std::ranges::find_if(known, [scheme](std::string_view name) { return core::isSameName(name, scheme); });
    return found == known.end() ? "unknown" : std::string(*found);
}

void noteSignIn(WireNote& note, std::string_view header)
{
    constexpr std::string_view name = "Authorization:";
    if (!core::startsWithName(header, name))
        return;
    header.remove_prefix(name.size());
    header.remove_prefix(std::min(header.find_first_not_of(' '), header.size()));
    const std::size_t end = std::min(header.find(' '), header.size());
    note.scheme = knownScheme(header.substr(0, end));
    note.tokenBytes = note.scheme == "Basic" || end == header.size() ? 0 : header.size() - end - 1;
}

} // namespace

WireNote wireNote(std::string_view body, const std::vector<std::string>& headers,
                  const core::Result<HttpAnswer>& answer)
{
    WireNote note;
    for (const std::string& header : headers)
        noteSignIn(note, header);
    note.requestBytes = body.size();
    if (!answer) {
        note.error = answer.error().kind;
        return note;
    }
    note.status = answer->status;
    note.contentType = answer->contentType;
    for (const std::string& scheme : offeredSchemes(answer->wwwAuthenticate))
        note.offered.push_back(knownScheme(scheme));
    for (const std::string& value : answer->wwwAuthenticate)
        note.challengeBytes += value.size();
    note.answerBytes = answer->body.size();
    return note;
}

core::Result<HttpAnswer> toldOf(std::string_view body, const std::vector<std::string>& headers,
                                core::Result<HttpAnswer> answer, WireObserver* observer)
{
    if (observer != nullptr)
        observer->posted(wireNote(body, headers, answer));
    return answer;
}

} // namespace deskwarden::wsman
