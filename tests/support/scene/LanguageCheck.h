// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "support/scene/SceneCheck.h"

namespace deskwarden::support {

/// Texts that were not translated, or have lost a part, while the pseudo-language or Russian is installed: texts on the
/// picture, tips, accessible names, the title. In other languages nothing is found: their letters are those of English.
/// Thread: GUI.
class LanguageCheck final : public SceneCheck
{
public:
    [[nodiscard]] QStringList findings(QWidget& root, const QImage& picture) const override;
};

} // namespace deskwarden::support
