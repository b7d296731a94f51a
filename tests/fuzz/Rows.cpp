// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "fuzz/Targets.h"
#include "wsman/Answers.h"
#include "wsman/soap/EnvelopeReader.h"

#include <string>

namespace deskwarden::fuzz {

using wsman::EnvelopeReader;
namespace answers = wsman::answers;

namespace {

constexpr int enough = 10; // rows that are alike, so that they are read without a tree

/// Reads the answer as it is, and with a byte order mark, with which no row is read without a tree.
void compareReaders(const std::string& text)
{
    static EnvelopeReader used;
    const auto quick = used.readEnumeration(text, {}, "Projected");
    EnvelopeReader fresh;
    const auto plain = fresh.readEnumeration("\xEF\xBB\xBF" + text, {}, "Projected");
    demand(quick.has_value() == plain.has_value(), "both readers find the answer good, or bad");
    if (!plain) {
        demand(quick.error().kind == plain.error().kind && quick.error().code == plain.error().code,
               "both readers find the same wrong");
        return;
    }
    demand(quick->instances == plain->instances, "both readers read the same rows");
    demand(quick->context == plain->context && quick->isEnd == plain->isEnd, "both readers end alike");
    demand(quick->instances.size() <= text.size(), "no answer holds more rows than bytes");
}

std::string repeated(std::string_view text)
{
    std::string all;
    for (int i = 0; i < enough; ++i)
        all += text;
    return all;
}

} // namespace

/// A whole answer; or, behind R, the inside of a row that is repeated; behind I, a whole row that is; behind A, what
/// comes after rows that are alike.
void readRows(std::string_view bytes)
{
    if (bytes.size() > 4096 || bytes.empty())
        return; // what matters is short
    const std::string_view rest = bytes.substr(1);
    static const std::string alike = repeated(answers::typedRow("<p:A>1</p:A><p:B xsi:nil=\"true\"/><p:C/>"));
    switch (bytes.front()) {
    case 'R':
        return compareReaders(answers::pullResponse(repeated(answers::typedRow(rest)), "ctx", true));
    case 'I':
        return compareReaders(answers::pullResponse(repeated(rest), "ctx", false));
    case 'A':
        return compareReaders(answers::pullResponse(alike + std::string(rest) + alike, "ctx", true));
    default:
        return compareReaders(std::string(bytes));
    }
}

} // namespace deskwarden::fuzz
