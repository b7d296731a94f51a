// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QLatin1String>

#include <span>

class QWidget;

namespace deskwarden::ui {

/// Where F1 leads: what is inside a widget of that name is told of in the section with that mark. A mark stands before
/// a heading in every file of resources/help, as "[//]: # (connecting)", which readers do not see.
struct HelpPlace
{
    QLatin1String widget;
    QLatin1String mark;
};

[[nodiscard]] std::span<const HelpPlace> helpPlaces();

/// The mark for a widget, or for the nearest around it that has one, in its own dialog; "what", the beginning, if none
/// has. Thread: GUI.
[[nodiscard]] QLatin1String helpMark(const QWidget* widget);

} // namespace deskwarden::ui
