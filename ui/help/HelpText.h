// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QHash>
#include <QString>

namespace deskwarden::ui {

/// The help of one language: its Markdown, and which heading each mark belongs to.
struct HelpText
{
    /// From the program's resources; English where there is none of that language.
    [[nodiscard]] static HelpText of(const QString& language);
    [[nodiscard]] static HelpText read(QString markdown);

    QString markdown;
    /// The number of the heading that follows a mark, counted from 0 over all headings.
    QHash<QString, int> headings;
};

} // namespace deskwarden::ui
