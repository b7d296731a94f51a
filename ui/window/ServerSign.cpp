// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/window/ServerSign.h"

#include "management/seam/ErrorRules.h"
#include "models/texts/Texts.h"
#include "ui/widgets/Icons.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace deskwarden::ui {

namespace {

QString signText(const char* text)
{
    return QCoreApplication::translate("ServerSign", text);
}

ServerHealth healthOf(const management::SessionSnapshot* list)
{
    using management::SnapshotHealth;
    if (list == nullptr)
        return ServerHealth::Connecting;
    switch (list->health) {
    case SnapshotHealth::Filling:
        return ServerHealth::Asking;
    case SnapshotHealth::Fresh:
        return ServerHealth::Connected;
    case SnapshotHealth::Partial:
        return ServerHealth::Incomplete;
    case SnapshotHealth::Stale:
    case SnapshotHealth::Failed:
        break;
    }
    return list->error && management::isAccountRefused(*list->error) ? ServerHealth::Refused : ServerHealth::Lost;
}

QString healthWord(ServerHealth health)
{
    switch (health) {
    case ServerHealth::Connecting:
        return signText(QT_TRANSLATE_NOOP("ServerSign", "connecting…"));
    case ServerHealth::Asking:
        return signText(QT_TRANSLATE_NOOP("ServerSign", "list on its way…"));
    case ServerHealth::Connected:
        return signText(QT_TRANSLATE_NOOP("ServerSign", "connected"));
    case ServerHealth::Incomplete:
        return signText(QT_TRANSLATE_NOOP("ServerSign", "list incomplete"));
    case ServerHealth::Lost:
        return signText(QT_TRANSLATE_NOOP("ServerSign", "not reached"));
    case ServerHealth::Refused:
        return signText(QT_TRANSLATE_NOOP("ServerSign", "sign-in refused"));
    }
    return {};
}

QString shortTime(std::chrono::milliseconds time)
{
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(std::max(time, std::chrono::milliseconds(0))).count();
    return seconds < 60 ? signText(QT_TRANSLATE_NOOP("ServerSign", "%1 s")).arg(seconds) : models::durationText(time);
}

} // namespace

ServerSign serverSign(const desk::ServerLink& link, std::chrono::system_clock::time_point now)
{
    using namespace std::chrono;
    const management::SessionSnapshot* const list = link.snapshot().get();
    ServerSign sign;
    sign.health = healthOf(list);
    sign.word = healthWord(sign.health);
    const bool isGood = sign.health == ServerHealth::Connected || sign.health == ServerHealth::Incomplete;
    QStringList parts;
    if (sign.health != ServerHealth::Connected)
        parts << sign.word;
    const bool hasList = list != nullptr && list->taken != system_clock::time_point{};
    if (hasList && sign.health != ServerHealth::Asking) {
        const auto age = std::max(duration_cast<milliseconds>(now - list->taken), milliseconds(0));
        parts << models::ageText(age);
    }
    if (list != nullptr && list->nextIn > milliseconds(0)) {
        const auto rest = duration_cast<milliseconds>(link.heardAt() + list->nextIn - now);
        if (rest > milliseconds(0))
            parts << (isGood ? signText(QT_TRANSLATE_NOOP("ServerSign", "next in %1"))
                             : signText(QT_TRANSLATE_NOOP("ServerSign", "again in %1")))
                         .arg(shortTime(rest));
    }
    sign.line = parts.join(QStringLiteral(" · "));
    return sign;
}

QIcon serverIcon(ServerHealth health)
{
    switch (health) {
    case ServerHealth::Connecting:
        return outlineIcon("circle-dashed", Tone::Muted);
    case ServerHealth::Asking:
        return outlineIcon("hourglass", Tone::Accent);
    case ServerHealth::Connected:
        return outlineIcon("circle-check", Tone::Good);
    case ServerHealth::Incomplete:
        return outlineIcon("alert-triangle", Tone::Warning);
    case ServerHealth::Lost:
        return outlineIcon("cloud-off", Tone::Warning);
    case ServerHealth::Refused:
        return outlineIcon("lock", Tone::Bad);
    }
    return {};
}

} // namespace deskwarden::ui
