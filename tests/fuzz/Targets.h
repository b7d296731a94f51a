// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <span>
#include <string_view>

namespace deskwarden::fuzz {

/// A reader of bytes that come from elsewhere, and what must hold whatever the bytes are.
struct Target
{
    std::string_view name; ///< also that of its folder in corpora/ and of its file in dictionaries/
    void (*run)(std::string_view bytes);
};

/// All of them. Thread: one at a time.
[[nodiscard]] std::span<const Target> targets() noexcept;

/// Ends the process and says what did not hold: a fuzzer takes that for a finding.
void demand(bool holds, const char* what);

// Each in the source of its name.
void readAddresses(std::string_view bytes);
void readAuditHeads(std::string_view bytes);
void keepAuditRecords(std::string_view bytes);
void readChallenges(std::string_view bytes);
void readEnvelopes(std::string_view bytes);
void readFaults(std::string_view bytes);
void writeJsonLines(std::string_view bytes);
void readLinks(std::string_view bytes);
void readMime(std::string_view bytes);
void readPolicies(std::string_view bytes);
void readProfiles(std::string_view bytes);
void readReleases(std::string_view bytes);
void answerRequests(std::string_view bytes);
void readRows(std::string_view bytes);
void readSessionLists(std::string_view bytes);
void writeRequests(std::string_view bytes);
void askWql(std::string_view bytes);

} // namespace deskwarden::fuzz
