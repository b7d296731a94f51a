// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/activity/CureTexts.h"

#include "models/texts/Translate.h"

#include <QLocale>
#include <QStringList>

#include <map>

namespace deskwarden::models {

namespace {

using management::CureItem;
using management::CureStep;

QString inDigits(std::size_t number)
{
    return QLocale().toString(static_cast<qulonglong>(number));
}

QString stoppedAt(const CureItem& item)
{
    //: %1 is a virtual machine, %2 a step such as "logging the session off"
    return translate("CureTexts", "%1 stopped at: %2")
        .arg(plainText(item.ghost.machine.name, 80), stepName(*item.stopped));
}

Sentence endOf(const management::GhostCure& cure)
{
    constexpr qsizetype namesShown = 4;
    std::size_t cured = 0;
    std::size_t stopped = 0;
    QStringList stops;
    for (const CureItem& item : cure.items()) {
        if (!item.stopped) {
            ++cured;
            continue;
        }
        ++stopped;
        if (stops.size() < namesShown)
            stops << stoppedAt(item);
    }
    if (stopped > static_cast<std::size_t>(namesShown))
        stops << QStringLiteral("\u2026");
    return {translate("CureTexts", "Ghosts cured: %1 of %2.").arg(inDigits(cured), inDigits(cure.items().size())),
            stops.isEmpty() ? QString() : stops.join(QStringLiteral("; ")) + u'.'};
}

} // namespace

QString stepName(CureStep step)
{
    switch (step) {
    case CureStep::Start:
        return translate("CureTexts", "starting the machine");
    case CureStep::Settle:
        return translate("CureTexts", "waiting for Windows");
    case CureStep::Logoff:
        return translate("CureTexts", "logging the session off");
    case CureStep::Save:
        return translate("CureTexts", "saving the machine again");
    case CureStep::Over:
        return translate("CureTexts", "over");
    }
    return {};
}

Sentence describe(const management::GhostCure& cure, bool isStopping)
{
    if (cure.isOver())
        return endOf(cure);
    std::map<CureStep, std::size_t> steps;
    for (const CureItem& item : cure.items())
        ++steps[item.step];
    QStringList parts;
    for (const auto& [step, count] : steps)
        parts << QStringLiteral("%1: %2").arg(stepName(step), inDigits(count));
    const QString begun = isStopping ? translate("CureTexts", "The cure is stopping: %1.")
                                     : translate("CureTexts", "Ghosts are being cured: %1.");
    return {begun.arg(parts.join(QStringLiteral(", "))), {}};
}

} // namespace deskwarden::models
