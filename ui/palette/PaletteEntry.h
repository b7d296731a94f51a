// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QIcon>
#include <QString>

#include <functional>

namespace deskwarden::ui {

/// What can be found in the palette.
enum class PaletteKind { Person, Machine, View, Command, Server, KnownServer, Collection, Host };

/// One line of the palette; all texts are safe to show.
struct PaletteEntry
{
    PaletteKind kind = PaletteKind::Command;
    QIcon icon;
    QString title;
    QString muted;                ///< belongs to the title: a domain; empty without one
    QString detail;               ///< where or what it is
    QString keys = {};            ///< that do the same
    bool isEnabled = true;        ///< false: it is shown, and cannot be chosen now
    std::function<void()> choose; ///< on the GUI thread, once the palette is closed
};

/// "Person", "Host", …
[[nodiscard]] QString kindName(PaletteKind kind);

} // namespace deskwarden::ui
