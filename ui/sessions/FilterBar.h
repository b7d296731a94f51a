// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/SessionTableModel.h"
#include "ui/sessions/ChipLine.h"

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

class QAction;
class QMenu;

namespace deskwarden::ui {

class FilterEdit;
class StateChip;

/// Which sessions are shown: words, states, problems, and a place (server, VM host or collection) chosen elsewhere. The
/// field for words belongs to it and stands in the toolbar. Thread: GUI.
class FilterBar final : public ChipLine
{
    Q_OBJECT

public:
    explicit FilterBar(QWidget* parent = nullptr);

    [[nodiscard]] const models::SessionFilter& filter() const noexcept { return m_filter; }
    /// Shows only rows with these words.
    void setWords(const QString& words);
    [[nodiscard]] FilterEdit& field() noexcept { return *m_field; }
    /// Shows only this place; the label is what people call it. Words and states stay.
    void setPlace(const models::SessionFilter& place, const QString& label);
    /// The place that is shown is called so from now on; what is shown stays.
    void namePlace(const QString& label);
    /// Shows only these sessions of a list that a person has pasted; null shows all again.
    void setChosen(std::shared_ptr<const models::ChosenSessions> chosen);
    /// Shows only these states and marks of `marks`, whatever was shown before; place and words stay.
    void setMarks(const models::SessionFilter& marks);
    /// Shows what the filter says, and nothing else: `typed` in the field, the rest by chips and place.
    void showFilter(const models::SessionFilter& filter, const QString& typed, const QString& placeLabel);
    /// The conditions in the field that are understood, as they were typed.
    [[nodiscard]] QString typed() const;
    [[nodiscard]] const QString& placeLabel() const noexcept { return m_placeLabel; }
    void showCounts(const models::SessionCounts& counts);
    void focusField();
    void clear();

signals:
    /// It is what it was, and is called otherwise.
    void placeRenamed(const QString& label);
    void filterChanged(const deskwarden::models::SessionFilter& filter);
    /// The person wants to go on in the list, at its first row (Down or Enter in the field).
    void listRequested();
    /// The person wants all of the list (Ctrl+Enter in the field).
    void allRequested();

protected:
    [[nodiscard]] std::vector<QWidget*> line() const override;

private:
    struct Problem
    {
        bool models::SessionFilter::*mark;
        std::size_t models::StateCounts::*count;
        const char* text; ///< to be translated
        QAction* action;
    };
    void addChips();
    void addButtons();
    void fillProblems();
    void fillMore();
    void addProblem(const char* name, const char* icon, const char* text, bool models::SessionFilter::*mark,
                    std::size_t models::StateCounts::*count);
    void showUnused(std::optional<std::chrono::minutes> least);
    void nameButtons();
    void retranslate();
    void showMenuChips();
    void showTerms();
    void readFilter();
    void apply();

    models::SessionFilter m_filter;
    models::FilterQuery m_shownTerms; ///< by m_terms
    models::StateCounts m_counts;
    FilterEdit* m_field;
    std::vector<StateChip*> m_chips; ///< of single states
    std::vector<QAction*> m_states;  ///< the others, in the menu of m_more
    std::vector<Problem> m_problems;
    StateChip* m_problem;
    StateChip* m_more;
    QMenu* m_idle;
    std::vector<QToolButton*> m_terms; ///< the conditions that were typed
    QToolButton* m_unused;
    QToolButton* m_place;
    QString m_placeLabel;
    QToolButton* m_chosen;
    QToolButton* m_clear;
};

} // namespace deskwarden::ui
