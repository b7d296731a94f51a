// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "support/scene/SceneCheck.h"

namespace deskwarden::support {

/// What cannot be read well enough, by [WCAG 2.1] level AA: texts below 4.5 : 1 and edges of fields, boxes and icons of
/// buttons below 3 : 1, as measured on the picture. What is disabled may be fainter. Thread: GUI.
class ContrastCheck final : public SceneCheck
{
public:
    static constexpr double leastOfText = 4.5;
    static constexpr double leastOfControl = 3.0;

    [[nodiscard]] QStringList findings(QWidget& root, const QImage& picture) const override;
};

} // namespace deskwarden::support
