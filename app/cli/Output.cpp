// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/cli/Output.h"

#include "models/texts/Texts.h"

#include <cerrno>
#include <cstdio>

namespace deskwarden::app {

void Output::write(const QByteArray& line)
{
    const auto size = static_cast<std::size_t>(line.size());
    errno = 0;
    if (std::fwrite(line.constData(), 1, size, stdout) != size || std::fflush(stdout) != 0) {
        m_isLost = m_isLost || (!m_isBroken && errno != EPIPE);
        m_isBroken = true;
    }
}

void Output::print(const QString& text)
{
    write(models::safeLines(text).toUtf8() + '\n');
}

void Output::note(const QString& text)
{
    const QByteArray line = models::safeLines(text).toUtf8() + '\n';
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stderr);
}

} // namespace deskwarden::app
