// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "storage/Preferences.h"

#include <QObject>

class QMainWindow;

namespace deskwarden::ui {

class ActionSet;
class ActivityDock;
class DetailsDock;
class PlacesDock;
class WorkPages;

/// Where the parts of the window stand, and how large they are: put together, remembered and brought back.
/// Thread: GUI. Owner: the window, as all that it puts together.
class WindowLayout final : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        ActionSet& actions;
        WorkPages& pages;
        PlacesDock& places;
        ActivityDock& activity;
        DetailsDock& details;
    };

    WindowLayout(QMainWindow& window, const Parts& parts, storage::Preferences& preferences);

    /// What was saved, as far as it can be; Activity is shut, and Details wait for a selection.
    void restore();
    void save();
    /// As at the first start. The window itself stays where it is.
    void reset();

private:
    void putTogether();
    void fillToolBar();
    void useDensity(bool isCompact);

    QMainWindow& m_window;
    const Parts m_parts;
    storage::Preferences& m_preferences;
    QByteArray m_firstState;    ///< of docks and toolbar
    QByteArray m_firstActivity; ///< of its columns
};

} // namespace deskwarden::ui
