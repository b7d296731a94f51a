// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/FirstPaint.h"

#include <QApplication>
#include <QEvent>

#include <chrono>
#include <utility>

namespace deskwarden::ui {

namespace {

constexpr std::chrono::milliseconds patience{500};

} // namespace

FirstPaint::FirstPaint(QObject* parent, std::function<void()> painted)
    : QObject(parent)
    , m_painted(std::move(painted))
{
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &FirstPaint::tell);
    m_soon.start(patience);
    qApp->installEventFilter(this);
}

bool FirstPaint::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Paint && watched->isWidgetType()) {
        qApp->removeEventFilter(this);
        m_soon.start(0); // the rest of the window is painted in the same turn
    }
    return false;
}

void FirstPaint::tell()
{
    qApp->removeEventFilter(this);
    deleteLater();
    m_painted();
}

} // namespace deskwarden::ui
