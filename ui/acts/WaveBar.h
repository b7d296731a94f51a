// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "desk/WaveRun.h"

#include <QWidget>

#include <memory>

class QPushButton;

namespace deskwarden::ui {

class NoticePanel;

/// A line in Activity for a bulk that goes in waves: which wave it is at, or why it has paused, and what a person can
/// do about it. Thread: GUI.
class WaveBar final : public QWidget
{
    Q_OBJECT

public:
    WaveBar(std::shared_ptr<desk::WaveRun> run, QWidget* parent);
    ~WaveBar() override;

private:
    void showState();

    const std::shared_ptr<desk::WaveRun> m_run;
    NoticePanel* m_notice;
    QPushButton* m_goOn;
    QPushButton* m_stop;
};

} // namespace deskwarden::ui
