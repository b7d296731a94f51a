// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/SessionDetails.h"

#include <QFormLayout>

#include <cstddef>
#include <vector>

class QLabel;

namespace deskwarden::ui {

class CopyLabel;

/// Lines of a label and a value, each of which can be marked and copied. A value without a label is a paragraph.
/// A layout, and no widget: a form inside a widget of its own is given too little height for what breaks its lines.
/// Thread: GUI. Owner: what lays it out; outlived by `content`, in which its labels stand.
class DetailLines final : public QFormLayout
{
    Q_OBJECT

public:
    using Lines = std::vector<models::SessionDetail>;

    static constexpr int usualLabelLetters = 19;

    /// A label that is longer has several lines.
    explicit DetailLines(QWidget& content, int labelLetters = usualLabelLetters);

    /// A text that somebody is marking stays as it is where the same lines are shown again.
    void showLines(const Lines& lines);
    [[nodiscard]] const Lines& shown() const noexcept { return m_shown; }
    /// Makes all of it anew with the next showLines().
    void forget() { m_shown.clear(); }
    /// Puts each value below its label where both side by side would need more than that width, and a sentence where it
    /// would become a column of single words. Of what surrounds it: its own width hangs on whether it needs a scroll
    /// bar, and that on how high it is.
    void fitInto(int width);

private:
    struct Line
    {
        QLabel* label;
        CopyLabel* value;
    };
    [[nodiscard]] Line& lineAt(std::size_t number);
    [[nodiscard]] std::vector<bool> sentences(const Lines& lines) const;
    void layRows();

    const int m_labelLetters;
    QWidget& m_content;
    std::vector<Line> m_lines; ///< kept for the next session
    Lines m_shown;
    int m_room = 0;              ///< beside a label; 0: enough for anything
    std::vector<bool> m_isBelow; ///< of m_shown: stands below its label
};

} // namespace deskwarden::ui
