// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringList>

class QImage;
class QWidget;

namespace deskwarden::support {

/// One thing that must not be wrong on any picture. Thread: GUI.
class SceneCheck
{
public:
    SceneCheck() = default;
    SceneCheck(const SceneCheck&) = delete;
    SceneCheck& operator=(const SceneCheck&) = delete;
    virtual ~SceneCheck() = default;

    /// What is wrong with what is to be seen of `root`, a line each; `picture` is what was grabbed of it.
    [[nodiscard]] virtual QStringList findings(QWidget& root, const QImage& picture) const = 0;
};

} // namespace deskwarden::support
