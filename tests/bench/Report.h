// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace deskwarden::bench {

/// One measured figure, beside what it is measured against in the same run.
struct Figure
{
    QString topic;
    QString what;
    std::uint32_t sessions = 0;
    double value = 0;
    QString unit;                    ///< "ms", "ms CPU", "MB", …
    QString against = {};            ///< what the reference is; empty = a promise that is a plain number
    double reference = 0;            ///< in the same unit
    std::optional<double> most = {}; ///< promise: the ratio (or, without a reference, the value) is at most that
    std::optional<double> least = {};

    /// The value in units of the reference; the value itself if there is none.
    [[nodiscard]] double ratio() const { return reference > 0 ? value / reference : value; }
    [[nodiscard]] bool hasPromise() const { return most || least; }
    [[nodiscard]] bool isKept() const
    {
        return ratio() <= most.value_or(ratio()) && ratio() >= least.value_or(ratio());
    }
};

/// All figures of one run: each is printed when it comes, the file is written at the end.
class Report final
{
public:
    void add(const Figure& figure);
    [[nodiscard]] QJsonArray toJson() const;
    /// The rows of a table in Markdown, whose head is in ./dev. Of figures that differ in the number of sessions alone,
    /// and of which no smaller one is promised anything else, it has the one with the most.
    [[nodiscard]] QByteArray toMarkdown() const;
    /// Writes the figures where a name is given. Fails: false, said on stderr.
    [[nodiscard]] bool write(const QString& jsonFile, const QString& markdownFile) const;
    /// How the costs of the same thing grow with the number of sessions, and which promises are not kept.
    void printSummary() const;
    [[nodiscard]] bool isEveryPromiseKept() const;

private:
    std::vector<Figure> m_figures;
};

} // namespace deskwarden::bench
