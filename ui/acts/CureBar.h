// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "desk/CureRun.h"

#include <QWidget>

#include <memory>

class QPushButton;

namespace deskwarden::ui {

class NoticePanel;

/// A line in Activity for a cure of ghosts: how far it is, and once it is over, what is cured and where the others
/// stopped, until a person puts it away. Thread: GUI.
class CureBar final : public QWidget
{
    Q_OBJECT

public:
    CureBar(std::shared_ptr<desk::CureRun> run, QWidget* parent);
    ~CureBar() override;

private:
    void showState();
    void press();

    const std::shared_ptr<desk::CureRun> m_run;
    NoticePanel* m_notice;
    QPushButton* m_button; ///< stops it; once it is over, puts the line away
};

} // namespace deskwarden::ui
