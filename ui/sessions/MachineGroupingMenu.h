// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QMenu>

class QActionGroup;

namespace deskwarden::ui {

class MachineView;

/// By what the machines are put together under headings. Thread: GUI. Owner: the window.
class MachineGroupingMenu final : public QMenu
{
    Q_OBJECT

public:
    MachineGroupingMenu(MachineView& view, QWidget* parent);

private:
    void showChoice();

    MachineView& m_view;
    QActionGroup* m_choices;
};

} // namespace deskwarden::ui
