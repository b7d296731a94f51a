// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QIcon>
#include <QWidget>

namespace deskwarden::ui {

/// An icon by itself, painted anew each time: it follows the colours of the program, which a picture in a QLabel does
/// not. Thread: GUI.
class IconLabel final : public QWidget
{
    Q_OBJECT

public:
    /// `side` in logical pixels.
    explicit IconLabel(int side, QWidget* parent = nullptr);

    void showIcon(const QIcon& icon);
    [[nodiscard]] const QIcon& icon() const noexcept { return m_icon; }
    [[nodiscard]] QSize sizeHint() const override { return {m_side, m_side}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const int m_side;
    QIcon m_icon;
};

} // namespace deskwarden::ui
