// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/ConsoleLink.h"
#include "core/HiddenLetters.h"
#include "fuzz/Targets.h"

#include <string>

namespace deskwarden::fuzz {

namespace {

void checkLink(const core::ConsoleLink& link)
{
    for (const std::string& value : {link.user, link.ticket}) {
        demand(value.size() <= core::ConsoleLink::longestValue, "what a link says is short");
        demand(core::shownText(value) == value, "what a link says can be seen, and is one line of text");
    }
    demand(!link.server || link.server->transport != core::Transport::Demo, "a link starts no broker");
    const auto again = core::ConsoleLink::parse(link.text());
    demand(again.has_value() && *again == link, "what a link says is written and read back");
}

} // namespace

void readLinks(std::string_view bytes)
{
    const auto link = core::ConsoleLink::parse(bytes);
    if (link) {
        demand(core::ConsoleLink::isMeant(bytes), "what is read as a link is meant to be one");
        checkLink(*link);
    } else {
        demand(link.error().kind == core::ErrorKind::InvalidInput && link.error().reason != core::ErrorReason(),
               "a refused link says what is wrong with it");
    }
    // The same bytes behind a good beginning, which a fuzzer would have to find first.
    if (const auto behind = core::ConsoleLink::parse("deskwarden://find?" + std::string(bytes)))
        checkLink(*behind);
}

} // namespace deskwarden::fuzz
