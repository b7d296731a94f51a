// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "desk/StandingRun.h"

#include <QDialog>

#include <cstdint>
#include <vector>

class QPushButton;
class QTreeWidget;

namespace deskwarden::ui {

/// Everything that waits for an event, how it stands, and until when; what has ended until it is cleared. Thread: GUI.
/// Owner: the window that it belongs to; outlived by the run.
class OrdersWindow final : public QDialog
{
    Q_OBJECT

public:
    OrdersWindow(desk::StandingRun& run, QWidget* parent);

private:
    void fill(bool isAnew);
    [[nodiscard]] std::vector<std::uint64_t> selected() const;

    desk::StandingRun& m_run;
    QTreeWidget* m_list;
    QPushButton* m_cancel = nullptr;
    QPushButton* m_clear = nullptr;
};

} // namespace deskwarden::ui
