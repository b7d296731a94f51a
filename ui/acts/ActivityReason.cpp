// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/acts/ActivityReason.h"

#include "models/texts/Texts.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/InEachLanguage.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <array>

namespace deskwarden::ui {

ActivityReason::ActivityReason(QWidget* parent)
    : QScrollArea(parent)
    , m_why(new QLabel)
    , m_explanation(new QLabel)
    , m_toDo(new QLabel)
    , m_nextStep(new QLabel)
    , m_nextCaller(new QPushButton(outlineIcon("copy"), QString()))
{
    setObjectName(QStringLiteral("activityReason"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    m_why->setObjectName(QStringLiteral("activityWhyLabel"));
    m_explanation->setObjectName(QStringLiteral("activityDetailsLabel"));
    m_nextStep->setObjectName(QStringLiteral("activityNextStepLabel"));
    m_nextCaller->setObjectName(QStringLiteral("nextCallerButton"));
    m_nextCaller->setAutoDefault(false);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_why->setFont(bold);
    m_toDo->setFont(bold);
    auto* const page = new QWidget;
    auto* const column = new QVBoxLayout(page);
    column->setContentsMargins(12, 6, 8, 6);
    column->setSpacing(3);
    for (QLabel* const label : std::array{m_why, m_explanation, m_toDo, m_nextStep}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        column->addWidget(label);
    }
    column->addWidget(m_nextCaller, 0, Qt::AlignLeading);
    column->addStretch(1);
    column->insertSpacing(2, 4);
    setWidget(page);
    connect(m_nextCaller, &QPushButton::clicked, this, &ActivityReason::nextCallerRequested);
    inEachLanguage(*this, [this] {
        m_toDo->setText(tr("What to do"));
        m_nextCaller->setText(tr("Copy for the next &caller"));
        m_nextCaller->setToolTip(tr("A text for the ticket: what to tell the user who calls"));
    });
    show(std::nullopt);
}

void ActivityReason::show(const std::optional<models::ToldAct>& act)
{
    const bool isOver = act && act->isFinished;
    QString why;
    models::Sentence sentence;
    if (isOver) {
        sentence = models::describe(act->outcome, act->request.action.kind, act->request.confirmed);
        why = models::outcomeName(act->outcome.kind);
        if (const auto status = models::statusOf(act->outcome); status && *status != 0)
            why = tr("Why: %1").arg(models::codeText(*status));
    }
    m_why->setText(why);
    m_explanation->setText(sentence.what);
    m_nextStep->setText(sentence.nextStep);
    m_why->setVisible(!why.isEmpty());
    m_explanation->setVisible(!sentence.what.isEmpty());
    m_toDo->setVisible(!sentence.nextStep.isEmpty());
    m_nextStep->setVisible(!sentence.nextStep.isEmpty());
    m_nextCaller->setVisible(act && !models::nextCallerText({&*act, 1}).isEmpty());
}

void ActivityReason::say(const QString& sentence)
{
    show(std::nullopt);
    m_explanation->setText(sentence);
    m_explanation->show();
}

} // namespace deskwarden::ui
