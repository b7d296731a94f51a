// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QTimer>

#include <functional>

namespace deskwarden::ui {

/// Calls back once, when any window of the program has been painted and is on its way to the screen; after half a
/// second also if none has (a window may start minimised). For everything that nobody misses in the first picture.
/// Thread: GUI. Owner: the parent; what goes before the paint is not called back.
class FirstPaint final : public QObject
{
    Q_OBJECT

public:
    FirstPaint(QObject* parent, std::function<void()> painted);

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void tell();

    std::function<void()> m_painted;
    QTimer m_soon;
};

} // namespace deskwarden::ui
