// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QString>

namespace deskwarden::app {

/// What the command line program says: results on stdout, words for people on stderr, both UTF-8.
/// Thread: one call at a time.
class Output final
{
public:
    /// Bytes as they are, with their line end. Flushed, so that a reader sees each result when it is there.
    void write(const QByteArray& line);
    /// A line of text on stdout.
    void print(const QString& text) { write(text.toUtf8() + '\n'); }
    /// A line of text on stderr.
    void note(const QString& text);
    /// Nothing more reaches stdout: it is full, closed or nobody reads it any more.
    [[nodiscard]] bool isBroken() const noexcept { return m_isBroken; }
    /// Something that was written did not arrive. A reader that has gone (`| head`) has what it wanted: that is no
    /// loss.
    [[nodiscard]] bool isLost() const noexcept { return m_isLost; }

private:
    bool m_isBroken = false;
    bool m_isLost = false;
};

} // namespace deskwarden::app
