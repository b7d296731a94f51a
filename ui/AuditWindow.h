// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDialog>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>

class QTableView;

namespace deskwarden::ui {

class NoticePanel;

/// The audit log: who did what to whom, and what became of it; the newest first. It can be filtered, checked, saved.
/// Thread: GUI. Blocks: while the log is read, which holds the newest 10,000 acts at most.
class AuditWindow final : public QDialog
{
    Q_OBJECT

public:
    explicit AuditWindow(QString file, QWidget* parent = nullptr);

    /// Reads the log anew.
    void load();
    /// Checks every record and says what was found.
    void verify();
    /// What is shown, as CSV.
    [[nodiscard]] QByteArray csv() const;

private:
    void layOut();
    void save();

    const QString m_file;
    QStandardItemModel m_acts;
    QSortFilterProxyModel m_shown;
    QTableView* m_table;
    NoticePanel* m_notice;
};

} // namespace deskwarden::ui
