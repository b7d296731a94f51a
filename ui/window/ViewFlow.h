// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "desk/Console.h"
#include "models/table/SessionFilter.h"
#include "storage/SavedView.h"

#include <QObject>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

class QMainWindow;
class QMenu;

namespace deskwarden::ui {

class SessionPane;
class ViewsPanel;

/// Views: those that come with the program, and those that a person has saved, are shown, saved, renamed and removed.
/// A view that says something this version does not understand is never shown in part.
/// Thread: GUI. Owner: the window; outlived by the console and the widgets.
class ViewFlow final : public QObject
{
    Q_OBJECT

public:
    ViewFlow(QMainWindow& window, desk::Console& console, SessionPane& pane, ViewsPanel& panel);

    /// What is shown now is shown again at the next start.
    void keep();
    /// Shows what was shown last. A place counts only where its server is there again.
    void restore(const std::function<bool(const core::ServerId& server)>& isThere);
    /// The menu "Views", for the menu bar.
    [[nodiscard]] QMenu& menu() noexcept { return *m_menu; }

private:
    struct Known
    {
        QString key; ///< of the panel
        storage::SavedView view;
        std::optional<models::SessionFilter> filter; ///< nothing: not understood
        bool isOwn = false;
    };

    void read();
    void showPanel();
    void fillMenu();
    void fillEntryMenu(QMenu* menu, const QString& key);
    void showView(const QString& key);
    void noteFilter(const models::SessionFilter& filter);
    void askName(const QString& title, const QString& label, const QString& name,
                 const std::function<void(const QString& name)>& then);
    void saveAs(const QString& name);
    void askNewName(const QString& key);
    void askRemoval(const QString& key);
    void settle(const core::Result<>& done);
    [[nodiscard]] storage::SavedView current() const;
    [[nodiscard]] const Known* find(const QString& key) const;

    QMainWindow& m_window;
    desk::Console& m_console;
    SessionPane& m_pane;
    ViewsPanel& m_panel;
    QMenu* m_menu;
    std::vector<Known> m_known;
    QString m_shown; ///< key of the view that is shown
};

} // namespace deskwarden::ui
