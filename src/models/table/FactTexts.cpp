// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/FactTexts.h"

#include "models/table/RowFacts.h"
#include "models/texts/Texts.h"
#include "models/texts/Translate.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace deskwarden::models {

namespace {

std::chrono::milliseconds ageOf(std::int64_t sinceMs, std::int64_t nowMs)
{
    return std::chrono::milliseconds(std::max<std::int64_t>(nowMs - sinceMs, 0));
}

QString momentText(std::int64_t timeMs)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(timeMs), QLocale::ShortFormat);
}

} // namespace

QString ghostReason(const Row& row)
{
    const management::GhostSign sign = ghostOf(row);
    return sign == management::GhostSign::None ? QString() : ghostReason(sign, row.fact->other.view());
}

QString ghostStateText(core::ConnectState state)
{
    //: In the table's state column. %1 is the state, such as Disconnected; the session is probably not there any more.
    return translate("Texts", "Ghost? %1").arg(stateName(state));
}

QString seenText(std::chrono::milliseconds age, Seen seen)
{
    switch (seen) {
    case Seen::AtLeast:
        return sinceText(age, true);
    case Seen::Exactly:
        return sinceText(age, false);
    case Seen::WithGaps:
        //: For so long a session has been seen in its state, but Deskwarden did not run all the time.
        return translate("Texts", "%1, with gaps").arg(durationText(age));
    }
    return {};
}

QString seenTip(const Row& row, bool isDisconnectedColumn)
{
    if (isDisconnectedColumn) {
        if (row.session->state != core::ConnectState::Disconnected)
            return {};
        if (const std::int64_t told = toldDisconnectedMs(row); told != 0)
            return translate("Texts", "Disconnected since %1, says the broker.").arg(momentText(told));
    }
    const QString moment = momentText(row.sinceMs);
    switch (row.seen) {
    case Seen::AtLeast:
        return translate("Texts", "It was like this already when it was first seen from here, at %1.").arg(moment);
    case Seen::Exactly:
        return translate("Texts", "It was seen from here to become so at %1.").arg(moment);
    case Seen::WithGaps:
        return translate("Texts", "It was seen like this from here at %1, and is again. In between, Deskwarden did not "
                                  "run all the time.")
            .arg(moment);
    }
    return {};
}

QString toldText(std::int64_t sinceMs, std::int64_t nowMs)
{
    return sinceMs == 0 ? QString() : durationText(ageOf(sinceMs, nowMs));
}

QString disconnectedText(const Row& row, std::int64_t nowMs)
{
    if (row.session->state != core::ConnectState::Disconnected)
        return {};
    if (const std::int64_t told = toldDisconnectedMs(row); told != 0)
        return toldText(told, nowMs);
    const QString seen = seenText(ageOf(row.sinceMs, nowMs), row.seen);
    //: For so long a session is disconnected, as seen from here; the broker does not tell.
    return seen.isEmpty() ? seen : translate("Texts", "%1 (seen)").arg(seen);
}

} // namespace deskwarden::models
