// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/CopiedText.h"

#include <array>

namespace deskwarden::core {

namespace {

struct Unseen
{
    std::string_view bytes;
    std::string_view instead;
};

constexpr std::array unseen{
    Unseen{"\xEF\xBB\xBF", ""},                              // U+FEFF byte order mark
    Unseen{"\xC2\xAD", ""},                                  // U+00AD soft hyphen
    Unseen{"\xD8\x9C", ""},                                  // U+061C Arabic letter mark
    Unseen{"\xE2\x80\x8B", ""},                              // U+200B space of no width
    Unseen{"\xE2\x80\x8E", ""},                              // U+200E, U+200F marks of direction
    Unseen{"\xE2\x80\x8F", ""},  Unseen{"\xE2\x80\xAA", ""}, // U+202A to U+202E embeddings and overrides
    Unseen{"\xE2\x80\xAB", ""},  Unseen{"\xE2\x80\xAC", ""}, Unseen{"\xE2\x80\xAD", ""},
    Unseen{"\xE2\x80\xAE", ""},  Unseen{"\xE2\x81\xA0", ""}, // U+2060 word joiner
    Unseen{"\xE2\x81\xA6", ""},                              // U+2066 to U+2069 isolates
    Unseen{"\xE2\x81\xA7", ""},  Unseen{"\xE2\x81\xA8", ""}, Unseen{"\xE2\x81\xA9", ""},
    Unseen{"\xC2\xA0", " "},     // U+00A0 no-break space
    Unseen{"\xE2\x80\xAF", " "}, // U+202F narrow no-break space
};

} // namespace

std::string withoutUnseenMarks(std::string_view text)
{
    std::string seen;
    seen.reserve(text.size());
    while (!text.empty()) {
        std::size_t taken = 0;
        for (const Unseen& mark : unseen) {
            if (!text.starts_with(mark.bytes))
                continue;
            seen += mark.instead;
            taken = mark.bytes.size();
            break;
        }
        if (taken == 0) {
            seen += text.front();
            taken = 1;
        }
        text.remove_prefix(taken);
    }
    return seen;
}

} // namespace deskwarden::core
