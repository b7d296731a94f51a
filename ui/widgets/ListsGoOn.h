// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QVariant>
#include <QWidget>

namespace deskwarden::ui {

inline constexpr const char* listsGoOnProperty = "listsGoOn";

/// A dialog that shows sessions as they are now needs the lists that come meanwhile.
inline void letListsGoOnBehind(QWidget& dialog)
{
    dialog.setProperty(listsGoOnProperty, true);
}

[[nodiscard]] inline bool doListsGoOnBehind(const QWidget& dialog)
{
    return dialog.property(listsGoOnProperty).toBool();
}

} // namespace deskwarden::ui
