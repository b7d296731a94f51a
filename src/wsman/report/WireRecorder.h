// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "wsman/http/WireObserver.h"
#include "wsman/report/ReportText.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace deskwarden::wsman {

/// One line of what may be told of an HTTP request.
[[nodiscard]] std::string httpLine(const WireNote& note);

/// Keeps what a connection says and hears, to tell it to strangers: report() has every name replaced. What it keeps is
/// bounded; what does not fit is counted in its place.
/// Thread: that of the connection.
class WireRecorder final : public WireObserver
{
public:
    struct Limits
    {
        std::size_t message = std::size_t{512} * 1024;  ///< one message; a larger one is left out
        std::size_t all = std::size_t{8} * 1024 * 1024; ///< all messages
        std::size_t lines = 5000;
    };

    WireRecorder() = default;
    explicit WireRecorder(const Limits& limits)
        : m_limits(limits)
    {}

    void posted(const WireNote& note) override;
    void exchanged(std::string_view envelope, const core::Result<HttpAnswer>& answer) override;

    /// What is asked next, or what came of it: `words` in the program's own words, `names` from elsewhere, to be
    /// replaced.
    void remark(std::string_view words, std::string_view names = {});
    /// Names that stand in no message where one expects them: the address as it was typed, the own computer.
    void learn(std::string_view names);

    /// The conversation with every name replaced, and every time moved by so much. The same seed makes the same of it.
    [[nodiscard]] Report report(std::uint64_t seed, std::chrono::seconds shift) const;

private:
    void keep(ReportLine line);

    const Limits m_limits = {};
    std::vector<std::string> m_names;
    std::vector<ReportLine> m_lines;
    std::size_t m_bytes = 0;
    std::size_t m_leftOut = 0;
};

} // namespace deskwarden::wsman
