// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/activity/WaveTexts.h"

#include "models/texts/Translate.h"

#include <QLocale>
#include <QStringList>

namespace deskwarden::models {

using management::WaveCounts;
using management::WavePhase;
using management::WaveTrouble;

namespace {

QString amountText(std::size_t number)
{
    return QLocale().toString(static_cast<qulonglong>(number));
}

/// "failed: 3 of 25, unknown: 1 of 25"
QString badText(const WaveCounts& counts)
{
    QStringList parts;
    const QString all = amountText(counts.all());
    const auto add = [&parts, &all](std::size_t count, const QString& name) {
        if (count > 0)
            parts << translate("WaveTexts", "%1: %2 of %3").arg(name, amountText(count), all);
    };
    add(counts.failed, translate("WaveTexts", "failed"));
    add(counts.unknown, translate("WaveTexts", "unknown"));
    add(counts.stuck, translate("WaveTexts", "still signing out"));
    return parts.join(QStringLiteral(", "));
}

QString troubleText(const management::Waves& waves)
{
    const WaveCounts& counts = waves.counts();
    switch (waves.trouble().value_or(WaveTrouble::BadOutcomes)) {
    case WaveTrouble::BadOutcomes:
        return badText(counts);
    case WaveTrouble::CameBack:
        return translate("WaveTexts", "users who are back: %1").arg(amountText(counts.back));
    case WaveTrouble::NotSeen:
        return translate("WaveTexts", "no two new lists came, so that nobody knows whether users are back");
    }
    return {};
}

} // namespace

Sentence describe(const management::Waves& waves)
{
    const QString wave = amountText(waves.wave());
    const QString all = amountText(waves.waveCount());
    const WaveCounts& counts = waves.counts();
    const QString held = amountText(waves.heldCount() - counts.toCome);
    switch (waves.phase()) {
    case WavePhase::UnderWay:
        if (waves.trouble())
            return {translate("WaveTexts",
                              "Wave %1 of %2 has turned bad: %3. Nobody new is begun; what was sent is still "
                              "followed. Sessions that wait: %4.")
                        .arg(wave, all, troubleText(waves), held),
                    {}};
        return {translate("WaveTexts", "Wave %1 of %2: %3 of %4 finished. Sessions that wait for later waves: %5.")
                    .arg(wave, all, amountText(counts.finished), amountText(counts.all()), held),
                {}};
    case WavePhase::Watching:
        return {translate("WaveTexts", "Wave %1 of %2 has ended. The next lists show whether its users come back. "
                                       "Sessions that wait: %3.")
                    .arg(wave, all, held),
                {}};
    case WavePhase::Paused:
        return {translate("WaveTexts", "Paused after wave %1 of %2: %3. Sessions that wait: %4.")
                    .arg(wave, all, troubleText(waves), held),
                translate("WaveTexts", "Look why, then go on with the next wave, or stop.")};
    case WavePhase::Stopping:
        return {translate("WaveTexts", "Wave %1 of %2: nothing new is begun; what was sent is still followed.")
                    .arg(wave, all),
                {}};
    case WavePhase::Over:
        if (waves.trouble())
            return {translate("WaveTexts", "All waves have ended, the last one badly: %1.").arg(troubleText(waves)),
                    {}};
        return {translate("WaveTexts", "All waves have ended."), {}};
    }
    return {};
}

} // namespace deskwarden::models
