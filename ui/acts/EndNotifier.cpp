// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/acts/EndNotifier.h"

#include "models/activity/CureTexts.h"
#include "models/activity/DrainTexts.h"
#include "models/texts/Texts.h"

#include <utility>

namespace deskwarden::ui {

EndNotifier::EndNotifier(const models::ActivityBatches& batches, const desk::ActDesk& desk, IsWanted isWanted,
                         Tell tell, QObject* parent)
    : QObject(parent)
    , m_batches(batches)
    , m_desk(desk)
    , m_isWanted(std::move(isWanted))
    , m_tell(std::move(tell))
{
    connect(&m_batches, &models::ActivityBatches::arranged, this, &EndNotifier::look);
    connect(&m_desk, &desk::ActDesk::drainStarted, this, [this](const std::shared_ptr<desk::DrainRun>& run) {
        connect(run.get(), &desk::DrainRun::ended, this, [this, drain = run.get()] { tellOf(*drain); });
    });
    connect(&m_desk, &desk::ActDesk::cureStarted, this, [this](const std::shared_ptr<desk::CureRun>& run) {
        connect(run.get(), &desk::CureRun::ended, this, [this, cure = run.get()] { tellOf(*cure); });
    });
    look();
}

void EndNotifier::look()
{
    for (const models::ActivityBatch& batch : m_batches.batches()) {
        if (!batch.isOver())
            m_running.insert(batch.id);
        // A drain goes on while nobody of those who were listed is left.
        else if (m_running.erase(batch.id) > 0 && !m_desk.isOfRun(batch.id))
            tellOf(batch);
    }
}

void EndNotifier::tellOf(const models::ActivityBatch& batch)
{
    using enum management::OutcomeKind;
    if (m_isWanted())
        m_tell(models::batchTitle(batch), models::batchOutcomes(batch),
               batch.endedAs(Failed) + batch.endedAs(Unknown) > 0);
}

void EndNotifier::tellOf(const desk::DrainRun& run)
{
    const management::Drain& drain = run.drain();
    if (m_isWanted())
        m_tell(tr("Draining %1 has ended").arg(models::plainText(drain.options().vmHostName, 80)),
               models::phaseName(drain.phase()), drain.phase() != management::DrainPhase::Drained);
}

void EndNotifier::tellOf(const desk::CureRun& run)
{
    const models::Sentence sentence = models::describe(run.cure(), run.isStopping());
    if (m_isWanted())
        m_tell(sentence.what, sentence.nextStep, !sentence.nextStep.isEmpty());
}

} // namespace deskwarden::ui
