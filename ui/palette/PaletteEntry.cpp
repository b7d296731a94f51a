// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/palette/PaletteEntry.h"

#include <QCoreApplication>

namespace deskwarden::ui {

QString kindName(PaletteKind kind)
{
    const auto say = [](const char* text) { return QCoreApplication::translate("Palette", text); };
    switch (kind) {
    case PaletteKind::Person:
        return say(QT_TRANSLATE_NOOP("Palette", "Person"));
    case PaletteKind::Machine:
        return say(QT_TRANSLATE_NOOP("Palette", "Machine"));
    case PaletteKind::View:
        return say(QT_TRANSLATE_NOOP("Palette", "View"));
    case PaletteKind::Command:
        return say(QT_TRANSLATE_NOOP("Palette", "Command"));
    case PaletteKind::Server:
        return say(QT_TRANSLATE_NOOP("Palette", "Server"));
    case PaletteKind::KnownServer:
        return say(QT_TRANSLATE_NOOP("Palette", "Connect to"));
    case PaletteKind::Collection:
        return say(QT_TRANSLATE_NOOP("Palette", "Collection"));
    case PaletteKind::Host:
        return say(QT_TRANSLATE_NOOP("Palette", "VM host"));
    }
    return {};
}

} // namespace deskwarden::ui
