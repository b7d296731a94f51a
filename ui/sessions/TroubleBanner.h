// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/sessions/TableState.h"

#include <QWidget>

#include <optional>

class QPushButton;

namespace deskwarden::ui {

class NoticePanel;

/// Stands above the table while what it shows is old or not whole, with a button that helps.
/// Thread: GUI.
class TroubleBanner final : public QWidget
{
    Q_OBJECT

public:
    explicit TroubleBanner(QWidget* parent = nullptr);

    void showTrouble(const std::optional<TableState>& trouble);

signals:
    void remedyRequested(deskwarden::ui::Remedy remedy);

private:
    NoticePanel* m_notice;
    QPushButton* m_button;
    Remedy m_remedy = Remedy::None;
};

} // namespace deskwarden::ui
