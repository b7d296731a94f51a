// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/InEachPalette.h"

#include <QEvent>
#include <QWidget>

#include <utility>

namespace deskwarden::ui {

namespace {

/// Thread: GUI. Owner: the widget.
class ColourTaker final : public QObject
{
public:
    ColourTaker(QWidget& widget, std::function<void()> take)
        : QObject(&widget)
        , m_take(std::move(take))
    {
        widget.installEventFilter(this);
    }

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::PaletteChange && watched == parent())
            m_take();
        return QObject::eventFilter(watched, event);
    }

private:
    std::function<void()> m_take;
};

} // namespace

void inEachPalette(QWidget& widget, std::function<void()> take)
{
    take();
    new ColourTaker(widget, std::move(take));
}

} // namespace deskwarden::ui
