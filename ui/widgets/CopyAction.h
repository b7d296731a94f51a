// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

class QAction;
class QAbstractItemView;

namespace deskwarden::ui {

/// "Copy" for the lines of a list: in its context menu, and by the usual keys while it has the focus. The view owns it.
QAction* addCopyAction(QAbstractItemView& view);

} // namespace deskwarden::ui
