// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QScrollArea>

namespace deskwarden::ui {

/// A scroll area that asks for all the room its content needs, so that it scrolls only where the screen is too small.
/// Thread: GUI.
class ContentScrollArea final : public QScrollArea
{
    Q_OBJECT

public:
    explicit ContentScrollArea(QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QSize wanted() const;
};

} // namespace deskwarden::ui
