// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

namespace deskwarden::ui {

/// The title of a dock that has none. A plain widget would not do: it asks for -1 pixels, and gets them.
class NoTitle final : public QWidget
{
public:
    using QWidget::QWidget;

    [[nodiscard]] QSize sizeHint() const override { return {0, 0}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, 0}; }
};

} // namespace deskwarden::ui
