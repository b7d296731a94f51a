// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace deskwarden::app {

/// What the command line program says: results on stdout, words for people on stderr, both UTF-8.
/// Thread: one call at a time.
class Output final
{
public:
    /// Bytes as they are, with their line end. Flushed, so that a reader sees each result when it is there.
    void write(QByteArrayView line)
    {
        gather(line);
        flush();
    }
    /// Text on stdout. Whatever is in it, a terminal gets no control but line ends: what escaped the sentence that it
    /// stands in does not get past here.
    void print(const QString& text)
    {
        gatherText(text);
        flush();
    }
    /// As write() and print(), where more follow at once: many leave together, the last with flush().
    void gather(QByteArrayView line);
    void gatherText(const QString& text);
    /// What was gathered leaves. To be called when results pause, so that a reader does not wait for them.
    void flush();
    /// Text on stderr, made safe as in print().
    void note(const QString& text);
    /// Nothing more reaches stdout: it is full, closed or nobody reads it any more.
    [[nodiscard]] bool isBroken() const noexcept { return m_isBroken; }
    /// Something that was written did not arrive. A reader that has gone (`| head`) has what it wanted: that is no
    /// loss.
    [[nodiscard]] bool isLost() const noexcept { return m_isLost; }

private:
    QByteArray m_gathered;
    bool m_isBroken = false;
    bool m_isLost = false;
};

} // namespace deskwarden::app
