// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "bench/Clocks.h"
#include "bench/Memory.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QEvent>
#include <QGenericPlugin>
#include <QLineEdit>
#include <QMenuBar>
#include <QTimer>

#include <cstdio>
#include <cstdlib>

namespace {

/// What a person can use of what is on the screen: entries of the menu bar, fields, buttons and lists.
int enabledControls()
{
    int count = 0;
    for (const QWidget* const widget : QApplication::allWidgets()) {
        if (!widget->isVisible() || !widget->isEnabled())
            continue;
        if (const auto* const bar = qobject_cast<const QMenuBar*>(widget)) {
            for (const QAction* const action : bar->actions())
                count += action->isVisible() && action->isEnabled() ? 1 : 0;
        } else if (qobject_cast<const QLineEdit*>(widget) != nullptr ||
                   qobject_cast<const QAbstractButton*>(widget) != nullptr ||
                   qobject_cast<const QAbstractItemView*>(widget) != nullptr)
        {
            ++count;
        }
    }
    return count;
}

} // namespace

/// Tells on stdout when the program that has loaded it (QT_QPA_GENERIC_PLUGINS) has painted for the first time, what
/// that took it, and what can be used then; ends it there. The program knows nothing of it.
class StartWatch final : public QObject
{
    Q_OBJECT

public:
    StartWatch()
    {
        QCoreApplication::instance()->installEventFilter(this);
        m_timer.start(1); // so that there is always something else
    }

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        // A whole window is painted, and sent to the screen, before anything else is delivered.
        if (event->type() == QEvent::Paint)
            m_isSeen = m_isSeen || watched->isWidgetType();
        else if (m_isSeen)
            tell();
        return false;
    }

private:
    static void tell()
    {
        using namespace deskwarden::bench;
        const double painted = wallTime();
        const double cpu = milliseconds(CLOCK_PROCESS_CPUTIME_ID);
        std::printf("{\"now\": %.3f, \"cpu\": %.3f, \"peak\": %.3f, \"controls\": %d}\n", painted, cpu, peakMegabytes(),
                    enabledControls());
        std::fflush(stdout);
        std::_Exit(0);
    }

    QTimer m_timer;
    bool m_isSeen = false;
};

class StartWatchPlugin final : public QGenericPlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID QGenericPluginFactoryInterface_iid FILE "StartWatch.json")

public:
    QObject* create(const QString& /*name*/, const QString& /*orders*/) override { return new StartWatch; }
};

#include "StartWatch.moc"
