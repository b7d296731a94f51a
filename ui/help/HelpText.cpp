// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/help/HelpText.h"

#include <QFile>

#include <utility>

namespace deskwarden::ui {

HelpText HelpText::of(const QString& language)
{
    for (const QString& name : {language, QStringLiteral("en")}) {
        QFile file(QStringLiteral(":/help/%1.md").arg(name));
        if (file.open(QIODevice::ReadOnly))
            return read(QString::fromUtf8(file.readAll()));
    }
    return {};
}

HelpText HelpText::read(QString markdown)
{
    static constexpr QLatin1String before("[//]: # (");
    HelpText text;
    int heading = 0;
    for (const QStringView line : QStringView(markdown).split(u'\n')) {
        if (line.startsWith(before) && line.endsWith(u')'))
            text.headings.insert(line.sliced(before.size()).chopped(1).toString(), heading);
        else if (line.startsWith(u'#'))
            ++heading;
    }
    text.markdown = std::move(markdown);
    return text;
}

} // namespace deskwarden::ui
