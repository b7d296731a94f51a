// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/ConnectState.h"

#include <QAbstractButton>

#include <cstddef>

namespace deskwarden::ui {

/// A rounded button that is on or off: a state's icon, its word, and how many sessions are in it.
/// Thread: GUI.
class StateChip final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit StateChip(core::ConnectState state, QWidget* parent = nullptr);
    /// For something else than a state.
    StateChip(const char* name, const QString& text, const QIcon& icon, const QString& meaning,
              QWidget* parent = nullptr);

    /// Absent for something else.
    [[nodiscard]] core::ConnectState state() const noexcept { return m_state; }
    void setCount(std::size_t count);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    [[nodiscard]] QString countText() const;
    [[nodiscard]] QFont countFont() const;

    core::ConnectState m_state = core::ConnectState::Absent;
    std::size_t m_count = 0;
};

} // namespace deskwarden::ui
