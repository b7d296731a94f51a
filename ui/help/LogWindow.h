// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "desk/WireTrace.h"
#include "models/log/LogModel.h"
#include "models/log/LogRing.h"
#include "ui/widgets/BackgroundWork.h"

#include <QDialog>

#include <cstdint>

class QCheckBox;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QTableView;
class QTimer;

namespace deskwarden::ui {

class NoticePanel;

/// The log while the program runs: the last lines, those that matter so much and have these words. It can stand still,
/// be copied and saved, and listen to the conversations with the brokers, of which it then shows what strangers may
/// read. Thread: GUI; another one writes files. Owner: none, it goes when it is closed; what it listens to outlives it.
class LogWindow final : public QDialog
{
    Q_OBJECT

public:
    /// Without a trace there is nothing to listen to.
    LogWindow(const models::LogRing& ring, desk::WireTrace* trace, QWidget* parent = nullptr,
              core::StartThread start = core::startThread);
    /// Stops listening.
    ~LogWindow() override;

    /// What is shown, or the selected lines of it, one a line.
    [[nodiscard]] QString shownText(bool isSelectionAlone) const;
    void write(const QString& file);

private:
    [[nodiscard]] QHBoxLayout* makeControls();
    void makeTable();
    void retranslate();
    void pull();
    void setPaused(bool isPaused);
    void setListening(bool isOn);
    void sayListening();
    void showConversation();
    void copy();
    void chooseFile();

    const models::LogRing& m_ring;
    desk::WireTrace* const m_trace;
    models::LogModel m_lines;
    models::LogFilterModel m_shown;
    std::uint64_t m_last = 0; ///< number of the newest line that was pulled
    QComboBox* m_level;
    QLabel* m_levelLabel;
    QLineEdit* m_search;
    QCheckBox* m_pause;
    QCheckBox* m_listen;
    QTableView* m_table;
    NoticePanel* m_notice;
    QTimer* m_timer;
    BackgroundWork m_work; // last: posts to all above
};

} // namespace deskwarden::ui
