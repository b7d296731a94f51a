// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/SessionTableModel.h"

#include <QWidget>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

class QLabel;
class QLineEdit;
class QToolButton;

namespace deskwarden::ui {

class FlowLayout;
class StateChip;

/// Which sessions are shown: words, states, and a place (server, VM host or collection) chosen elsewhere.
/// Thread: GUI.
class FilterBar final : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(QWidget* parent = nullptr);

    [[nodiscard]] const models::SessionFilter& filter() const noexcept { return m_filter; }
    /// Shows only rows with these words.
    void setWords(const QString& words);
    /// Shows only this place; the label is what people call it. Words and states stay.
    void setPlace(const models::SessionFilter& place, const QString& label);
    /// Shows only these sessions, that a person has named; null shows all again.
    void setChosen(std::shared_ptr<const models::ChosenSessions> chosen, const QString& label);
    /// Shows only these states and marks of `marks`, whatever was shown before; place and words stay.
    void setMarks(const models::SessionFilter& marks);
    void showCounts(const models::SessionCounts& counts);
    void focusField();
    void clear();

signals:
    void filterChanged(const deskwarden::models::SessionFilter& filter);
    /// The person wants to go on in the list (Down or Enter in the field).
    void listRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addChips();
    void addUnusedMenu();
    void showUnused(std::optional<std::chrono::minutes> least);
    void readFilter();
    void apply();

    models::SessionFilter m_filter;
    QLineEdit* m_field;
    FlowLayout* m_chipRow;
    std::vector<StateChip*> m_chips;
    StateChip* m_ghosts;
    StateChip* m_stuck;
    StateChip* m_several;
    QToolButton* m_unused;
    QToolButton* m_place;
    QToolButton* m_chosen;
    QLabel* m_summary;
    QToolButton* m_clear;
};

} // namespace deskwarden::ui
