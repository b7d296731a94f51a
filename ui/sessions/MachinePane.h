// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "desk/Console.h"
#include "desk/MachineWatch.h"
#include "models/table/MachineTableModel.h"
#include "ui/widgets/BackgroundWork.h"

#include <QWidget>

#include <memory>
#include <vector>

class QLabel;
class QLineEdit;

namespace deskwarden::ui {

class MachineActions;
class MachineBar;
class MachineView;
class FieldProblem;
class NoticePanel;
class StateMessage;

/// The virtual machines of all servers that are connected: state, host, collection, to whom each is assigned and whose
/// session it has; and what is to be said about the list. Field and chips belong to it and stand elsewhere. Lists are
/// asked for while it is shown. Thread: GUI; another one arranges what is shown. Outlived by the console.
class MachinePane final : public QWidget
{
    Q_OBJECT

public:
    MachinePane(desk::Console& console, MachineActions& actions, QWidget* parent,
                core::StartThread startThread = core::startThread);

    [[nodiscard]] QLineEdit& field() noexcept { return *m_field; }
    [[nodiscard]] MachineBar& bar() noexcept { return *m_bar; }
    [[nodiscard]] MachineView& view() noexcept { return *m_view; }
    [[nodiscard]] const models::MachineTable& table() const noexcept { return m_machines.table(); }
    /// Of each server the last list that arrived.
    [[nodiscard]] std::vector<management::MachineSnapshotPointer> lists() const;
    /// Null until it was shown once.
    [[nodiscard]] const desk::MachineWatch* watch() const noexcept { return m_watch.get(); }

    /// Whether somebody looks: nothing is asked, and nothing can be done, while nobody does.
    void setShown(bool isShown);
    /// Lists are asked for, or only shown.
    void setAsking(bool isAsking);
    /// How many machines are chosen.
    [[nodiscard]] std::size_t choice() const noexcept { return m_choice; }
    void refresh();
    /// Shows only what is there; the label is what people call it.
    void setPlace(const models::MachinePlace& place, const QString& label);
    void clearFilter();
    void focusField();
    /// Something hides machines, the place among it.
    [[nodiscard]] bool isNarrowed() const;
    /// Nobody will look any more: what is being asked ends.
    void end() { m_watch.reset(); }

signals:
    /// Of a person, or by another list.
    void choiceChanged();
    /// Another table is shown, or has been asked for.
    void tableChanged();
    /// The person wants to see all places.
    void placeDropped();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void layOut();
    void readFilter();
    void enterTable();
    void retranslate();
    void arrange();
    void showTable(std::shared_ptr<const models::MachineTable> table, const models::MachineChanges& changes);
    void showChoice();
    void showEmptiness();
    void showTrouble();

    desk::Console& m_console;
    std::unique_ptr<desk::MachineWatch> m_watch;
    models::MachineTableModel m_machines;
    MachineActions& m_actions;
    QLineEdit* m_field;
    MachineBar* m_bar;
    MachineView* m_view;
    StateMessage* m_message;
    FieldProblem* m_problem;
    NoticePanel* m_trouble; ///< with the lists
    QLabel* m_hint;         ///< why nothing can be done to any machine
    models::MachineFilter m_wanted;
    models::MachinePlace m_place;
    QString m_unfinished;     ///< what the filter still lacks
    bool m_isToEnter = false; ///< the list, once it is that of the filter
    bool m_isToChooseAll = false;
    std::size_t m_choice = 0;
    /// What was shown before: to let go of so many lines holds the window, so the next arrangement's thread does it.
    std::shared_ptr<const models::MachineTable> m_former;
    bool m_isArranging = false;
    bool m_isOld = false;  ///< something else is to be shown than what is being arranged
    BackgroundWork m_work; // last: posts to all above
};

} // namespace deskwarden::ui
