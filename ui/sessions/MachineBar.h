// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/MachineTable.h"
#include "ui/sessions/ChipLine.h"

#include <vector>

class QAction;

namespace deskwarden::ui {

class StateChip;

/// Which machines are shown: by state and by trouble, with their numbers in the place and with the words that hold; and
/// that place, which is the one of the sessions. Thread: GUI.
class MachineBar final : public ChipLine
{
    Q_OBJECT

public:
    explicit MachineBar(QWidget* parent);

    /// Empty: all states.
    [[nodiscard]] std::vector<core::MachineState> marked() const;
    [[nodiscard]] bool isTroubled() const;
    [[nodiscard]] bool isAnyMarked() const { return isTroubled() || !marked().empty(); }
    void unmark();
    /// Nothing: everywhere.
    void showPlace(const QString& label);
    /// `isNarrowed`: something can be cleared.
    void showNumbers(const models::MachineTable& table, bool isNarrowed);

signals:
    void marksChanged();
    /// The person wants to see all places, or all there is.
    void placeDropped();
    void clearRequested();

protected:
    [[nodiscard]] std::vector<QWidget*> line() const override;

private:
    void addChips();
    void retranslate();
    void showMenu();

    struct Marked
    {
        core::MachineState state;
        StateChip* chip;
    };
    std::vector<Marked> m_chips;
    std::vector<QAction*> m_states; ///< the others, in the menu of m_more
    std::map<core::MachineState, std::size_t> m_counts;
    StateChip* m_trouble;
    StateChip* m_more;
    QToolButton* m_place;
    QString m_placeLabel;
    QToolButton* m_clear;
};

/// Each state has a shape of its own.
[[nodiscard]] QIcon machineStateIcon(core::MachineState state);

} // namespace deskwarden::ui
