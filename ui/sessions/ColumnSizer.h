// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/sessions/ColumnRules.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

class QHeaderView;
class QTableView;

namespace deskwarden::ui {

/// Gives the columns of the table their widths, by what stands in them, and shows or hides them: what an operator has
/// decided holds, and otherwise the rules say what is shown. Where there is not enough room, they say which columns are
/// cut, and which go. Thread: GUI. Owner: the table.
class ColumnSizer final : public QObject
{
    Q_OBJECT

public:
    ColumnSizer(QTableView& view, std::unique_ptr<ColumnRules> rules);

    /// Whether it is shown wherever there is room for it.
    [[nodiscard]] bool isWanted(int column) const;
    /// Nobody can hide it.
    [[nodiscard]] bool isAlways(int column) const { return ruleOf(column).isAlways; }
    /// An operator decides.
    void choose(int column, bool isWanted);
    /// What an operator has decided of a column; nothing = it is shown as what it holds and the room allow.
    struct Choice
    {
        int column;
        std::optional<bool> isShown;
    };
    /// Of all columns, in the order in which they stand.
    [[nodiscard]] std::vector<Choice> choices() const;
    /// Takes over choices and order, and forgets all else; columns that are not named come last.
    void take(const std::vector<Choice>& choices);
    /// Forgets all that an operator has decided.
    void reset();
    /// Looks at what is on the screen and at some more rows; a column only grows until forgetContents().
    void measure();
    /// measure() once for all that changes in a moment.
    void measureSoon();
    void forgetContents();
    /// Makes the best of the room there is.
    void fit();
    [[nodiscard]] QByteArray save() const;
    /// False if that was not saved by this class.
    bool restore(const QByteArray& saved);

private:
    using Widths = std::vector<int>;
    using Shown = std::vector<bool>;
    /// What makes room, one after another.
    enum class Narrowing {
        Cuttable, ///< cells of the columns that give way
        Titles,   ///< titles of the columns whose cells are never cut
        Cells,    ///< cells of the others
        Spare     ///< what the columns that are never cut have beside what stands in them
    };
    [[nodiscard]] const ColumnRules::Column& ruleOf(int column) const;
    void measureRow(int row);
    void noteResize(int column, int before, int after);
    [[nodiscard]] int digits(int count) const;
    [[nodiscard]] int contentWidth(int column) const;
    [[nodiscard]] int leastWidth(int column) const;
    [[nodiscard]] int wantedWidth(int column) const;
    [[nodiscard]] int narrowedWidth(int column, Narrowing step) const;
    [[nodiscard]] int lastShown() const;
    void makeRoom(int room, models::ColumnRoom kind, Narrowing step, Shown& isShown) const;
    [[nodiscard]] Shown columnsThatFit(int room) const;
    [[nodiscard]] Widths widthsFor(int room, const Shown& isShown) const;

    QTableView& m_view;
    QHeaderView& m_header;
    const std::unique_ptr<ColumnRules> m_rules;
    const int m_count;                          ///< of columns
    std::vector<std::optional<bool>> m_choices; ///< by an operator
    Widths m_own;                               ///< set by an operator; 0 = by content
    Widths m_contents;                          ///< the widest cell seen
    QTimer m_soon;
    bool m_isFitting = false;
};

} // namespace deskwarden::ui
