// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QEvent>
#include <QObject>
#include <QWidget>

namespace deskwarden::support {

/// Counts how often the layout of a widget, or of any within it, is asked for. A window at rest asks for none.
/// Thread: GUI. Owner: the caller.
class LayoutCounter final : public QObject
{
public:
    explicit LayoutCounter(QWidget& top)
    {
        top.installEventFilter(this);
        for (QWidget* const within : top.findChildren<QWidget*>())
            within->installEventFilter(this);
    }

    [[nodiscard]] int asked() const { return m_asked; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        m_asked += event->type() == QEvent::LayoutRequest ? 1 : 0;
        return QObject::eventFilter(watched, event);
    }

private:
    int m_asked = 0;
};

} // namespace deskwarden::support
