// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "desk/Console.h"
#include "models/table/RowRange.h"
#include "ui/widgets/BackgroundWork.h"

#include <QDockWidget>
#include <QItemSelection>
#include <QList>
#include <QTimer>

#include <functional>
#include <optional>
#include <utility>
#include <vector>

class QAction;
class QLabel;
class QToolButton;

namespace deskwarden::ui {

class CopyLabel;
class DetailLines;
class IconLabel;
class PersonFindsPanel;
class PersonPhoto;

/// The selected session: its state, what can be done, everything that is known of it, the user's other sessions on all
/// servers, and the last acts on that user. Of several selected sessions, how many are what. Every text can be marked
/// and copied. Lists and record are looked through on another thread.
/// Thread: GUI. Outlived by the console.
class DetailsDock final : public QDockWidget
{
    Q_OBJECT

public:
    DetailsDock(desk::Console& console, QWidget* parent, core::StartThread startThread = core::startThread);

    /// The actions that stand below the state; of the window.
    void offerActs(const QList<QAction*>& acts);
    /// Lines that stand before all others of a session that have a label.
    void setNotes(std::function<std::vector<models::SessionDetail>(const core::Session& session)> notesOn)
    {
        m_notesOn = std::move(notesOn);
    }
    /// Opens it where a session is selected for the first time, unless a person has shut it.
    void openForSelection();
    /// Out of sight while the sessions are; afterwards it is as it was.
    void setAway(bool isAway);
    /// Hidden, also once it comes back into sight.
    void shut();
    [[nodiscard]] bool opensForSelection() const noexcept { return m_opensItself; }
    void setOpensForSelection(bool opens) noexcept { m_opensItself = opens; }
    /// The row of the only selected session; -1 if there is none or several. Headings in the selection do not count.
    void showSelection(int row, int count, const QItemSelection& selection);
    /// What is shown, one line each, "label: text".
    [[nodiscard]] QString text() const;

signals:
    /// One of the user's other sessions.
    void sessionChosen(const deskwarden::core::Session& session);

protected:
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    using Lines = std::vector<models::SessionDetail>;
    void layOut();
    [[nodiscard]] bool hasRoom() const;
    void widen();
    void showOne(int row);
    void showMany(int count, std::vector<models::RowRange> rows);
    void showState(int row);
    void showLines(const QString& heading, const Lines& lines);
    void addActs(const core::Session& session, Lines& lines) const;
    void ask();
    void askSoon(bool isNew);
    [[nodiscard]] BackgroundWork::Job jobForOne();
    [[nodiscard]] BackgroundWork::Job jobForMany();

    desk::Console& m_console;
    std::function<std::vector<models::SessionDetail>(const core::Session&)> m_notesOn;
    const core::StartThread m_startThread;
    CopyLabel* m_heading;
    PersonPhoto* m_photo;
    QWidget* m_state;
    IconLabel* m_stateIcon;
    QLabel* m_stateText;
    QWidget* m_acts;
    DetailLines* m_lines;
    PersonFindsPanel* m_finds;
    QToolButton* m_copy;
    std::optional<core::Session> m_person; ///< the only one that is selected
    std::vector<models::RowRange> m_many;  ///< or these
    int m_manyCount = 0;                   ///< sessions in them
    bool m_opensItself = true;
    bool m_isAway = false;
    bool m_wasOpen = false;    ///< before it was out of sight
    bool m_wasWidened = false; ///< it had its usual width once; afterwards a person decides
    bool m_isReading = false;
    bool m_isOld = false; ///< what is being read is about an earlier question
    QTimer m_soon;
    BackgroundWork m_work; // last: what it brings touches all above
};

} // namespace deskwarden::ui
