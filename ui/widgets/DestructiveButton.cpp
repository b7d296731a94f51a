// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/DestructiveButton.h"

#include "ui/widgets/Theme.h"

#include <QGuiApplication>
#include <QPushButton>

namespace deskwarden::ui {

void makeDestructive(QPushButton& button)
{
    QPalette colors = QGuiApplication::palette();
    if (toneColor(Tone::Bad, colors) == colors.color(QPalette::Text)) {
        button.setPalette(QPalette()); // high contrast has one colour for all that is said
        return;
    }
    for (const QPalette::ColorGroup group : {QPalette::Active, QPalette::Inactive}) {
        colors.setColor(group, QPalette::Button, QColor(0x8f, 0x1a, 0x12));
        colors.setColor(group, QPalette::ButtonText, Qt::white);
    }
    button.setPalette(colors);
}

} // namespace deskwarden::ui
