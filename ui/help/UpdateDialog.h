// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/StartThread.h"
#include "desk/UpdateCheck.h"

#include <QDialog>

#include <optional>

class QLabel;
class QPushButton;

namespace deskwarden::ui {

class NoticePanel;

/// Asks for the newest version once it is told to, and says what came of it. The page of a newer one is opened by its
/// button, and by nothing else. Closed, it stops asking.
/// Thread: GUI. Blocks: the destructor takes up to 200 ms while the answer is awaited.
class UpdateDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `ownVersion` is what runs, as QCoreApplication has it.
    UpdateDialog(desk::WebReader reader, const QString& ownVersion, QWidget* parent = nullptr,
                 core::StartThread start = core::startThread);

    void ask(const core::WebAddress& address);
    /// Says why nothing is asked.
    void refuse(desk::UpdateRefusal refusal);

private:
    void showAnswer(const core::Result<desk::LatestRelease>& answer);
    void showNewer(const desk::LatestRelease& latest);
    void openPage();

    const QString m_ownVersion; ///< as people read it
    NoticePanel* m_notice;
    QLabel* m_address;
    QPushButton* m_open;
    std::optional<core::WebAddress> m_page;
    desk::UpdateCheck m_check; // last: its answer touches all above
};

} // namespace deskwarden::ui
