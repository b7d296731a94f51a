// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/StartThread.h"
#include "desk/ProblemReport.h"

#include <QDialog>

#include <optional>
#include <utility>
#include <vector>

class QComboBox;
class QLabel;
class QPushButton;

namespace deskwarden::ui {

class NoticePanel;
class ReviewPane;

/// Puts together what helps those who mend the program, and shows all of it before it can be saved.
/// Thread: GUI. Blocks: the destructor takes up to 200 ms while a broker is asked.
class ReportDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit ReportDialog(QWidget* parent = nullptr, core::StartThread start = core::startThread);

    /// The brokers whose conversation can be had, by the names that people know.
    void setServers(const std::vector<std::pair<QString, core::ServerId>>& servers);
    void start(desk::ReportFacts facts, std::optional<desk::ConversationRun> conversation);
    void showFailure(const core::ManagementError& error);

signals:
    /// To be answered by start() or showFailure(). Nothing: of no broker.
    void wanted(const std::optional<deskwarden::core::ServerId>& server);

private:
    void collect();
    void cancelRun();
    void showReport(const QByteArray& report);
    void setRunning(bool isRunning);

    QComboBox* m_server;
    QPushButton* m_collect;
    QPushButton* m_cancel;
    NoticePanel* m_notice;
    ReviewPane* m_review;
    std::vector<core::ServerId> m_servers;
    desk::ProblemReport m_report; // last: its news touches all above
};

} // namespace deskwarden::ui
