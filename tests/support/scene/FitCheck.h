// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "support/scene/SceneCheck.h"

namespace deskwarden::support {

/// Texts that are wider or higher than what shows them, and that do not say in a tip what is cut; forms that have to be
/// scrolled sideways; controls that something above them cuts off. Thread: GUI.
class FitCheck final : public SceneCheck
{
public:
    [[nodiscard]] QStringList findings(QWidget& root, const QImage& picture) const override;
};

} // namespace deskwarden::support
