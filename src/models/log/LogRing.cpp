// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/log/LogRing.h"

#include "models/texts/Texts.h"

#include <QHash>
#include <QStringList>

#include <utility>

namespace deskwarden::models {

namespace {

constexpr QChar nameBegins(0xAB);
constexpr QChar nameEnds(0xBB);

QString levelWord(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug:
        return QStringLiteral("debug");
    case LogLevel::Information:
        return QStringLiteral("info");
    case LogLevel::Warning:
        return QStringLiteral("warning");
    case LogLevel::Error:
        return QStringLiteral("error");
    }
    return {};
}

bool isOwn(const LogEntry& entry)
{
    return entry.category.startsWith(QLatin1String("deskwarden."));
}

/// A mark that is not closed hides all that follows.
QString withoutNames(const QString& text, QHash<QString, qsizetype>& known)
{
    QString result;
    qsizetype at = 0;
    while (at < text.size()) {
        const qsizetype begin = text.indexOf(nameBegins, at);
        if (begin < 0)
            return result + text.mid(at);
        const qsizetype end = text.indexOf(nameEnds, begin);
        const QString name = text.mid(begin + 1, end < 0 ? -1 : end - begin - 1).toLower();
        if (!known.contains(name))
            known.insert(name, known.size() + 1);
        result += text.mid(at, begin - at) + QStringLiteral("name-%1").arg(known.value(name));
        if (end < 0)
            return result;
        at = end + 1;
    }
    return result;
}

} // namespace

void LogRing::add(LogLevel level, const QString& category, const QString& text)
{
    LogEntry entry{0, QDateTime::currentDateTime(), level, category.left(100), text.left(longestText)};
    if (text.size() > longestText)
        entry.text += QChar(0x2026);
    const std::lock_guard lock(m_mutex);
    entry.number = ++m_last;
    m_entries.push_back(std::move(entry));
    if (m_entries.size() > mostEntries)
        m_entries.pop_front();
}

std::vector<LogEntry> LogRing::since(std::uint64_t number) const
{
    const std::lock_guard lock(m_mutex);
    const std::uint64_t first = m_last - m_entries.size() + 1;
    const std::uint64_t skipped = number < first ? 0 : number - first + 1;
    if (skipped >= m_entries.size())
        return {};
    return {m_entries.begin() + static_cast<std::ptrdiff_t>(skipped), m_entries.end()};
}

QString named(std::string_view name)
{
    QString shown = plainText(name, 200);
    shown.remove(nameBegins).remove(nameEnds);
    return nameBegins + shown + nameEnds;
}

QString logLine(const LogEntry& entry)
{
    return entry.when.toString(QStringLiteral("HH:mm:ss.zzz")) + QLatin1Char(' ') + levelWord(entry.level) +
           QLatin1Char(' ') + plainText(entry.category) + QStringLiteral(": ") +
           plainText(entry.text, LogRing::longestText);
}

QStringList redactedLines(const std::vector<LogEntry>& entries)
{
    QHash<QString, qsizetype> names;
    QStringList lines;
    for (const LogEntry& entry : entries) {
        LogEntry shown = entry;
        shown.text = isOwn(entry) ? withoutNames(entry.text, names)
                                  : QStringLiteral("(%1 characters left out)").arg(entry.text.size());
        lines << logLine(shown);
    }
    return lines;
}

} // namespace deskwarden::models
