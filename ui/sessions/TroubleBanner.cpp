// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/sessions/TroubleBanner.h"

#include "ui/widgets/NoticePanel.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace deskwarden::ui {

TroubleBanner::TroubleBanner(QWidget* parent)
    : QWidget(parent)
    , m_notice(new NoticePanel(this))
    , m_button(new QPushButton(this))
{
    setObjectName(QStringLiteral("troubleBanner"));
    m_notice->setObjectName(QStringLiteral("troubleNotice"));
    m_button->setObjectName(QStringLiteral("troubleButton"));
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 0, 8, 8);
    layout->addWidget(m_notice, 1);
    layout->addWidget(m_button, 0, Qt::AlignVCenter);
    connect(m_button, &QPushButton::clicked, this, [this] { emit remedyRequested(m_remedy); });
    hide();
}

void TroubleBanner::showTrouble(const std::optional<TableState>& trouble)
{
    setVisible(trouble.has_value());
    if (!trouble)
        return;
    m_remedy = trouble->remedy;
    m_button->setText(trouble->remedyLabel);
    m_notice->showNotice(NoticePanel::Kind::Warning, trouble->title, trouble->text);
}

} // namespace deskwarden::ui
