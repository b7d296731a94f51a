// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

class QAction;
class QHBoxLayout;

namespace deskwarden::ui {

/// Which of several pages a window shows: a part for each, side by side, of which one is on. What a part says and does
/// is its action's. Tab comes to the part that is on, the arrow keys go to the others. Thread: GUI.
class PageSwitch final : public QWidget
{
    Q_OBJECT

public:
    explicit PageSwitch(QWidget* parent);

    /// Checkable, and one of a group of which one is checked. It outlives the switch.
    void add(QAction& action);
    /// Icons only, where a line has no room for words.
    void setWordless(bool isWordless);

private:
    QHBoxLayout* m_line;
};

} // namespace deskwarden::ui
