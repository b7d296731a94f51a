// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/cli/Output.h"

#include "models/texts/Texts.h"

#include <cerrno>
#include <cstdio>

namespace deskwarden::app {

namespace {

/// What a pipe holds on Linux: more at once would only wait.
constexpr qsizetype many = 1 << 16;

} // namespace

void Output::gather(QByteArrayView line)
{
    if (m_gathered.capacity() == 0)
        m_gathered.reserve(many);
    m_gathered.append(line);
    if (m_gathered.size() >= many)
        flush();
}

void Output::flush()
{
    if (m_gathered.isEmpty())
        return;
    const auto size = static_cast<std::size_t>(m_gathered.size());
    errno = 0;
    if (std::fwrite(m_gathered.constData(), 1, size, stdout) != size || std::fflush(stdout) != 0) {
        m_isLost = m_isLost || (!m_isBroken && errno != EPIPE);
        m_isBroken = true;
    }
    m_gathered.resize(0); // keeps its room
}

void Output::gatherText(const QString& text)
{
    gather(QByteArray(models::safeLines(text).toUtf8() + '\n'));
}

void Output::note(const QString& text)
{
    const QByteArray line = models::safeLines(text).toUtf8() + '\n';
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stderr);
}

} // namespace deskwarden::app
