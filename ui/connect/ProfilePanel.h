// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/ServerProfile.h"
#include "storage/ServerProfileStore.h"
#include "ui/widgets/BackgroundWork.h"

#include <QWidget>

#include <vector>

class QAction;
class QListWidget;

namespace deskwarden::ui {

/// The servers that are kept, in the person's order, and last the demonstration, which is always there: to choose one,
/// to copy, remove and move them, and to hand them on as a file.
/// Thread: GUI.
class ProfilePanel final : public QWidget
{
    Q_OBJECT

public:
    explicit ProfilePanel(QWidget* parent = nullptr);

    /// The choice stays with the same server, if it is still there.
    void setServers(std::vector<storage::KnownServer> servers);
    [[nodiscard]] const std::vector<storage::KnownServer>& servers() const noexcept { return m_servers; }
    /// Chooses that server, or none if it is not in the list; nothing is told.
    void select(const core::ServerProfile& profile);
    /// The chosen server is to be this one from now on. Without a name of its own it stays what it was when the address
    /// is another: that is another server.
    void showTyped(const core::ServerProfile& profile);
    /// Adds servers behind the chosen one, but for those whose address is there, and has the list kept.
    void add(const std::vector<core::ServerProfile>& profiles);
    /// Adds the server in front, or puts it in the place of the chosen one, and has the list kept.
    void keep(const core::ServerProfile& profile);

signals:
    void chosen(const deskwarden::core::ServerProfile& profile);
    void newRequested();
    void saveRequested();
    /// The list is another one, and is to be kept.
    void edited();
    void removed(const deskwarden::core::ServerProfile& profile);
    /// Why a file could not be read or written.
    void problemFound(const QString& what);

private:
    void addActions();
    void fill(int row);
    void enableActions();
    void showCurrent();
    void duplicate();
    void removeCurrent();
    void move(int places);
    void importFile();
    void exportFile();
    void take(const QString& file);
    void work(BackgroundWork::Job job);
    void merge(const QString& file, const QByteArray& bytes);
    [[nodiscard]] int selectedRow() const;
    [[nodiscard]] int current() const; ///< -1: none, or the demonstration

    std::vector<storage::KnownServer> m_servers;
    QListWidget* m_list;
    QAction* m_duplicate;
    QAction* m_remove;
    QAction* m_up;
    QAction* m_down;
    QAction* m_export;
    BackgroundWork m_work; ///< last: posts to all above
};

/// The demonstration that is always offered.
[[nodiscard]] core::ServerProfile demonstrationProfile();
/// The name of the server, or its host where it has none.
[[nodiscard]] QString profileTitle(const core::ServerProfile& profile);

} // namespace deskwarden::ui
