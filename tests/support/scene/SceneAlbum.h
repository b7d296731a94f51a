// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "support/scene/WarningWatch.h"

#include <QDir>
#include <QStringList>

#include <memory>

class QImage;
class QWidget;

namespace deskwarden::support {

/// The pictures of one test, in a folder of the build, to be looked at. Each fails on what the checks beside this file
/// find, on a warning of Qt since the last picture, and when it is empty; the test goes on, and fails at report().
/// Thread: GUI.
class SceneAlbum final
{
public:
    /// Takes the folder, and a font that does not depend on the machine. Once, in initTestCase().
    void open(const char* folder);
    /// Of a window, as soon as it is seen.
    void shoot(QWidget& widget, const QString& name);
    /// Of anything, seen or not.
    void grab(QWidget& widget, const QString& name);
    /// Fails the test on what was wrong with its pictures. In cleanup().
    void report();

    /// What all checks find on the picture of `root`.
    [[nodiscard]] static QStringList findings(QWidget& root, const QImage& picture);

private:
    QDir m_folder;
    std::unique_ptr<WarningWatch> m_warnings;
    QStringList m_wrong;
};

} // namespace deskwarden::support
