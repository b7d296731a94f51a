// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

class QPainter;
class QString;
class QStyleOptionViewItem;

namespace deskwarden::ui {

/// The heading of a group, over all columns: each cell paints its part of what goes over all of them.
void paintHeading(QPainter& painter, const QStyleOptionViewItem& option, const QString& heading);

} // namespace deskwarden::ui
