// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/StartThread.h"
#include "models/activity/AuditTableModel.h"
#include "models/table/ServerNames.h"
#include "storage/AuditLog.h"
#include "storage/Preferences.h"
#include "ui/widgets/BackgroundWork.h"

#include <QDialog>

#include <memory>
#include <optional>

class QDialogButtonBox;
class QLabel;
class QPushButton;
class QTableView;
class QVBoxLayout;

namespace deskwarden::ui {

class NoticePanel;

/// The audit log: who did what to whom, and what became of it; the newest 10,000 acts, the newest first. It can be
/// filtered, checked, saved.
/// Thread: GUI; a thread of its own reads, checks and writes files. Blocks: until the other thread has its next row or
/// has written its file, when something new is asked for or the window goes.
class AuditWindow final : public QDialog
{
    Q_OBJECT

public:
    /// `names`: what people call the servers today, beside the addresses that the log has.
    explicit AuditWindow(QString file, QWidget* parent = nullptr, core::StartThread startThread = core::startThread,
                         models::ServerNames names = {});
    ~AuditWindow() override;

    /// Lets the person say how long acts are kept.
    void offerRotation(storage::Preferences& preferences);
    /// Lets the person acknowledge damage that was found, so that acts go out again.
    void offerAcknowledgement(storage::AuditLog& log);
    /// Reads the log anew.
    void load();
    /// Checks every record and says what was found.
    void verify();
    /// What is shown, as CSV.
    [[nodiscard]] QByteArray csv() const;

private:
    void layOut();
    void save();
    void showVerdict(const core::Result<storage::AuditVerdict>& verdict);
    /// Does it on the other thread, instead of what that one is at, and then what it returns on this one. If no thread
    /// is to be had, `failed` is said.
    void work(const QString& failed, BackgroundWork::Job job);
    void showLines(std::shared_ptr<const models::AuditLines> lines);

    const QString m_file;
    const models::ServerNames m_names;
    models::AuditTableModel m_acts;
    QTableView* m_table;
    NoticePanel* m_notice;
    QLabel* m_checkpoint;
    QDialogButtonBox* m_buttons;
    QPushButton* m_acknowledge = nullptr; ///< shown while there is damage that nobody has acknowledged
    QVBoxLayout* m_column;
    std::optional<core::Result<storage::AuditVerdict>> m_verdict; ///< the last one
    BackgroundWork m_work;                                        // last: posts to all above
};

} // namespace deskwarden::ui
