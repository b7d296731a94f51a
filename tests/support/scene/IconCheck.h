// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "support/scene/SceneCheck.h"

namespace deskwarden::support {

/// Icons that show nothing: of a button without words, of an action of a tool bar, of a cell, of a label. Thread: GUI.
class IconCheck final : public SceneCheck
{
public:
    [[nodiscard]] QStringList findings(QWidget& root, const QImage& picture) const override;
};

} // namespace deskwarden::support
