// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/acts/WavesPanel.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSpinBox>
#include <QStyle>
#include <QVBoxLayout>

namespace deskwarden::ui {

WavesPanel::WavesPanel(QWidget* parent)
    : QWidget(parent)
    , m_wanted(new QCheckBox(tr("In &waves: 1 session first, then 5, then 25, then the rest"), this))
    , m_body(new QWidget(this))
    , m_limit(new QSpinBox(m_body))
{
    m_wanted->setObjectName(QStringLiteral("wavesCheck"));
    m_wanted->setToolTip(tr("Pauses by itself when more sessions of a wave fail, stay unknown or keep signing out than "
                            "you allow, or when users come back within a minute"));
    m_limit->setObjectName(QStringLiteral("waveLimitSpin"));
    m_limit->setRange(0, 1000);
    auto* const label = new QLabel(tr("So &many of a wave may go wrong:"), m_body);
    label->setBuddy(m_limit);
    auto* const line = new QHBoxLayout(m_body);
    line->setContentsMargins(style()->pixelMetric(QStyle::PM_IndicatorWidth) + 6, 0, 0, 0);
    line->addWidget(label);
    line->addWidget(m_limit);
    line->addStretch(1);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_wanted);
    column->addWidget(m_body);
    m_body->setEnabled(false);
    connect(m_wanted, &QCheckBox::toggled, m_body, &QWidget::setEnabled);
    hide();
}

void WavesPanel::offer(std::size_t sessions)
{
    setVisible(sessions >= management::fewestForWaves);
}

std::optional<management::WaveOptions> WavesPanel::choice() const
{
    if (isHidden() || !m_wanted->isChecked())
        return std::nullopt;
    management::WaveOptions options;
    options.limit = static_cast<std::size_t>(m_limit->value());
    return options;
}

} // namespace deskwarden::ui
