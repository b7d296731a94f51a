// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "bench/Report.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstdio>
#include <map>
#include <utility>

namespace deskwarden::bench {

namespace {

QString number(double value)
{
    return QString::number(value, 'f', value < 10 ? 2 : value < 1000 ? 1 : 0);
}

QString promise(const Figure& figure)
{
    if (!figure.hasPromise())
        return {};
    const QString bound = figure.most ? QStringLiteral("at most ") % QString::number(*figure.most)
                                      : QStringLiteral("at least ") % QString::number(*figure.least);
    return bound % (figure.isKept() ? QStringLiteral(" kept") : QStringLiteral(" MISSED"));
}

bool writeFile(const QString& name, const QByteArray& content)
{
    if (name.isEmpty())
        return true;
    QFile file(name);
    if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.flush())
        return true;
    std::fprintf(stderr, "bench: cannot write %s\n", qPrintable(name));
    return false;
}

QJsonObject toJson(const Figure& figure)
{
    QJsonObject json{{QStringLiteral("topic"), figure.topic},
                     {QStringLiteral("what"), figure.what},
                     {QStringLiteral("sessions"), static_cast<qint64>(figure.sessions)},
                     {QStringLiteral("value"), figure.value},
                     {QStringLiteral("unit"), figure.unit}};
    if (figure.reference > 0) {
        json.insert(QStringLiteral("against"), figure.against);
        json.insert(QStringLiteral("reference"), figure.reference);
        json.insert(QStringLiteral("ratio"), figure.ratio());
    }
    if (figure.most)
        json.insert(QStringLiteral("atMost"), *figure.most);
    if (figure.least)
        json.insert(QStringLiteral("atLeast"), *figure.least);
    if (figure.hasPromise())
        json.insert(QStringLiteral("kept"), figure.isKept());
    return json;
}

} // namespace

void Report::add(const Figure& figure)
{
    if (m_figures.empty())
        std::printf("%-12s %8s  %-46s %10s %-7s %9s  %-36s %s\n", "topic", "sessions", "what", "value", "", "ratio",
                    "to", "promise");
    m_figures.push_back(figure);
    const bool isRatio = figure.reference > 0;
    const QString against =
        isRatio ? QStringLiteral("%1 (%2)").arg(figure.against, number(figure.reference)) : QString();
    std::printf("%-12s %8u  %-46s %10s %-7s %9s  %-36s %s\n", qPrintable(figure.topic), figure.sessions,
                qPrintable(figure.what), qPrintable(number(figure.value)), qPrintable(figure.unit),
                isRatio ? qPrintable(QString::number(figure.ratio(), 'f', 3)) : "", qPrintable(against),
                qPrintable(promise(figure)));
    std::fflush(stdout);
}

QJsonArray Report::toJson() const
{
    QJsonArray all;
    for (const Figure& figure : m_figures)
        all.append(bench::toJson(figure));
    return all;
}

QByteArray Report::toMarkdown() const
{
    QString rows;
    for (const Figure& figure : m_figures) {
        const auto isLarger = [&figure](const Figure& other) {
            const bool isSame =
                other.topic == figure.topic && other.what == figure.what && other.against == figure.against;
            const bool isPromisedAlike = other.most == figure.most && other.least == figure.least;
            return isSame && other.sessions > figure.sessions && (isPromisedAlike || !figure.hasPromise());
        };
        if (std::ranges::any_of(m_figures, isLarger))
            continue;
        const bool isRatio = figure.reference > 0;
        const QStringList cells{figure.topic,
                                figure.sessions > 0 ? QString::number(figure.sessions) : QString(),
                                figure.what,
                                number(figure.value) % QLatin1Char(' ') % figure.unit,
                                isRatio ? QString::number(figure.ratio(), 'f', 2) : QString(),
                                isRatio ? QStringLiteral("%1 (%2)").arg(figure.against, number(figure.reference))
                                        : QString(),
                                promise(figure)};
        rows += QStringLiteral("| ") % cells.join(QStringLiteral(" | ")) % QStringLiteral(" |\n");
    }
    return rows.toUtf8();
}

bool Report::write(const QString& jsonFile, const QString& markdownFile) const
{
    return writeFile(jsonFile, QJsonDocument(toJson()).toJson()) && writeFile(markdownFile, toMarkdown());
}

void Report::printSummary() const
{
    std::map<std::pair<QString, QString>, std::vector<Figure>> bySubject;
    for (const Figure& figure : m_figures)
        bySubject[{figure.topic, figure.what}].push_back(figure);
    std::printf("\nHow the costs grow with the number of sessions (times the cost of the step before):\n");
    for (auto& [subject, figures] : bySubject) {
        if (figures.size() < 2 || figures.front().sessions == figures.back().sessions)
            continue;
        std::ranges::sort(figures, {}, &Figure::sessions);
        QString line;
        for (std::size_t i = 1; i < figures.size(); ++i) {
            const double before = std::max(figures[i - 1].value, 1e-6);
            line += QStringLiteral("  %1 -> %2: x%3")
                        .arg(figures[i - 1].sessions)
                        .arg(figures[i].sessions)
                        .arg(figures[i].value / before, 0, 'f', 1);
        }
        std::printf("%-12s %-46s%s\n", qPrintable(subject.first), qPrintable(subject.second), qPrintable(line));
    }
    std::printf("\nPromises:\n");
    for (const Figure& figure : m_figures) {
        if (figure.hasPromise())
            std::printf("%-12s %8u  %-46s %8.3f %s\n", qPrintable(figure.topic), figure.sessions,
                        qPrintable(figure.what), figure.ratio(), qPrintable(promise(figure)));
    }
}

bool Report::isEveryPromiseKept() const
{
    return std::ranges::all_of(m_figures, [](const Figure& figure) { return figure.isKept(); });
}

} // namespace deskwarden::bench
