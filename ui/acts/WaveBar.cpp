// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/acts/WaveBar.h"

#include "models/activity/WaveTexts.h"
#include "ui/widgets/InEachLanguage.h"
#include "ui/widgets/NoticePanel.h"

#include <QHBoxLayout>
#include <QPushButton>

#include <utility>

namespace deskwarden::ui {

WaveBar::WaveBar(std::shared_ptr<desk::WaveRun> run, QWidget* parent)
    : QWidget(parent)
    , m_run(std::move(run))
    , m_notice(new NoticePanel(this))
    , m_goOn(new QPushButton(this))
    , m_stop(new QPushButton(this))
{
    setObjectName(QStringLiteral("waveBar"));
    m_goOn->setObjectName(QStringLiteral("waveGoOnButton"));
    m_stop->setObjectName(QStringLiteral("waveStopButton"));
    for (QPushButton* const button : {m_goOn, m_stop})
        button->setAutoDefault(false);
    auto* const line = new QHBoxLayout(this);
    line->setContentsMargins(8, 2, 8, 4);
    line->addWidget(m_notice, 1);
    line->addWidget(m_goOn);
    line->addWidget(m_stop);
    connect(m_run.get(), &desk::WaveRun::changed, this, &WaveBar::showState);
    connect(m_goOn, &QPushButton::clicked, m_run.get(), &desk::WaveRun::goOn);
    connect(m_stop, &QPushButton::clicked, m_run.get(), &desk::WaveRun::stop);
    inEachLanguage(*this, [this] {
        m_goOn->setText(tr("Go on"));
        m_goOn->setToolTip(tr("Begin the next wave"));
        m_stop->setText(tr("Stop"));
        m_stop->setToolTip(tr("Begin nothing new; what was sent is still followed"));
        showState();
    });
}

WaveBar::~WaveBar()
{
    m_run->disconnect(this);
}

void WaveBar::showState()
{
    const management::Waves& waves = m_run->waves();
    const models::Sentence sentence = models::describe(waves);
    const bool isPaused = waves.phase() == management::WavePhase::Paused;
    m_notice->showNotice(waves.trouble() ? NoticePanel::Kind::Warning : NoticePanel::Kind::Hint, sentence.what,
                         sentence.nextStep);
    m_goOn->setVisible(isPaused);
    m_stop->setEnabled(!waves.isOver() && waves.phase() != management::WavePhase::Stopping);
}

} // namespace deskwarden::ui
