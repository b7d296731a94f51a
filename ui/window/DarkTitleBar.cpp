// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/window/DarkTitleBar.h"

#include "ui/widgets/Theme.h"

#include <windows.h>
// windows.h must come first
#include <QApplication>
#include <QEvent>
#include <QWidget>

#include <dwmapi.h>

namespace deskwarden::ui {

namespace {

/// DWMWA_USE_IMMERSIVE_DARK_MODE, since Windows 10 2004; older ones and Wine refuse it, which hurts nobody.
constexpr DWORD darkFrame = 20;

class TitleBars final : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        const bool mayHaveChanged = event->type() == QEvent::Show || event->type() == QEvent::PaletteChange;
        auto* widget = mayHaveChanged ? qobject_cast<QWidget*>(watched) : nullptr;
        // Not one that has no window yet: asking for its id would make one.
        if (widget && widget->isWindow() && widget->testAttribute(Qt::WA_WState_Created)) {
            const BOOL isDarkNow = isDark(widget->palette()) ? TRUE : FALSE;
            DwmSetWindowAttribute(reinterpret_cast<HWND>(widget->winId()), darkFrame, &isDarkNow, sizeof(isDarkNow));
        }
        return QObject::eventFilter(watched, event);
    }
};

} // namespace

void followPaletteInTitleBars(QApplication& application)
{
    application.installEventFilter(new TitleBars(&application));
}

} // namespace deskwarden::ui
