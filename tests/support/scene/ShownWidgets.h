// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QRect>
#include <QString>
#include <QWidget>

#include <vector>

namespace deskwarden::support {

/// What a picture of `root` shows: it and all below it that is neither hidden nor a window of its own.
[[nodiscard]] std::vector<QWidget*> shownWidgets(QWidget& root);
/// The part of `place` (of the widget) that nothing above it cuts off, in points of `root`.
[[nodiscard]] QRect shownPart(const QWidget& root, const QWidget& widget, const QRect& place);
/// Whether nothing above the widget cuts it off.
[[nodiscard]] bool isWhole(const QWidget& root, const QWidget& widget, const QRect& place);
/// Whether it is made by Qt inside a larger widget, which answers for it.
[[nodiscard]] bool isPartOfAnother(const QWidget& widget);
/// Class, name and text, to be found by somebody who reads a finding.
[[nodiscard]] QString describe(const QWidget& widget, const QString& text = {});

} // namespace deskwarden::support
