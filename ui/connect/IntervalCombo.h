// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QComboBox>

#include <chrono>
#include <optional>

namespace deskwarden::ui {

/// How often a server's list is asked for: as is usual, or at an interval of its own. Thread: GUI.
class IntervalCombo final : public QComboBox
{
    Q_OBJECT

public:
    explicit IntervalCombo(QWidget* parent = nullptr);

    /// Nothing = as is usual; 0 = only on demand. One that is not offered is added.
    void setInterval(std::optional<std::chrono::seconds> interval);
    [[nodiscard]] std::optional<std::chrono::seconds> interval() const;
};

} // namespace deskwarden::ui
