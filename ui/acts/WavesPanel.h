// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/acting/Waves.h"

#include <QWidget>

#include <cstddef>
#include <optional>

class QCheckBox;
class QSpinBox;

namespace deskwarden::ui {

/// The part of a confirmation in which a large bulk can be told to go in waves: off until a person wants it, and hidden
/// for a small one.
/// Thread: GUI.
class WavesPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit WavesPanel(QWidget* parent = nullptr);

    /// Shows itself where so many sessions are worth it.
    void offer(std::size_t sessions);
    /// Nothing: all at once.
    [[nodiscard]] std::optional<management::WaveOptions> choice() const;

private:
    QCheckBox* m_wanted;
    QWidget* m_body;
    QSpinBox* m_limit;
};

} // namespace deskwarden::ui
