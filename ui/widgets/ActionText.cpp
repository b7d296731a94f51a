// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/ActionText.h"

#include <QAction>
#include <QKeySequence>
#include <QStringList>

namespace deskwarden::ui {

QString readableText(const QString& text)
{
    QString readable;
    for (qsizetype place = 0; place < text.size(); ++place) {
        if (text.at(place) == u'&' && ++place == text.size())
            break; // the second of a pair stands for itself
        readable += text.at(place);
    }
    if (readable.endsWith(QChar(0x2026)))
        readable.chop(1);
    return readable;
}

QString keysOf(const QAction& action)
{
    QStringList keys;
    for (const QKeySequence& sequence : action.shortcuts())
        keys << sequence.toString(QKeySequence::NativeText);
    keys.removeAll(QString());
    keys.removeDuplicates();
    return keys.join(QStringLiteral(", "));
}

} // namespace deskwarden::ui
