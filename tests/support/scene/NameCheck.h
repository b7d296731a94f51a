// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "support/scene/SceneCheck.h"

namespace deskwarden::support {

/// Controls of which a screen reader has nothing to say, and windows without a title. Thread: GUI.
class NameCheck final : public SceneCheck
{
public:
    [[nodiscard]] QStringList findings(QWidget& root, const QImage& picture) const override;
};

} // namespace deskwarden::support
