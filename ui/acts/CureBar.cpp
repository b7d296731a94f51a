// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/acts/CureBar.h"

#include "models/activity/CureTexts.h"
#include "ui/widgets/InEachLanguage.h"
#include "ui/widgets/Mnemonics.h"
#include "ui/widgets/NoticePanel.h"

#include <QHBoxLayout>
#include <QPushButton>

#include <utility>

namespace deskwarden::ui {

CureBar::CureBar(std::shared_ptr<desk::CureRun> run, QWidget* parent)
    : QWidget(parent)
    , m_run(std::move(run))
    , m_notice(new NoticePanel(this))
    , m_button(new QPushButton(this))
{
    setObjectName(QStringLiteral("cureBar"));
    m_button->setObjectName(QStringLiteral("cureButton"));
    m_button->setAutoDefault(false);
    auto* const line = new QHBoxLayout(this);
    line->setContentsMargins(8, 2, 8, 4);
    line->addWidget(m_notice, 1);
    line->addWidget(m_button);
    connect(m_run.get(), &desk::CureRun::changed, this, &CureBar::showState);
    connect(m_button, &QPushButton::clicked, this, &CureBar::press);
    inEachLanguage(*this, [this] { showState(); });
}

CureBar::~CureBar()
{
    m_run->disconnect(this);
}

void CureBar::press()
{
    if (m_run->cure().isOver())
        deleteLater();
    else
        m_run->stop();
}

void CureBar::showState()
{
    const bool isOver = m_run->cure().isOver();
    const models::Sentence sentence = models::describe(m_run->cure(), m_run->isStopping());
    m_notice->showNotice(!isOver                       ? NoticePanel::Kind::Hint
                         : sentence.nextStep.isEmpty() ? NoticePanel::Kind::Success
                                                       : NoticePanel::Kind::Warning,
                         sentence.what, sentence.nextStep);
    setReadText(*m_button, isOver ? tr("Put away") : tr("Stop"));
    m_button->setToolTip(isOver ? QString() : tr("Begin no further step; what was sent is still followed"));
    m_button->setEnabled(isOver || !m_run->isStopping());
}

} // namespace deskwarden::ui
