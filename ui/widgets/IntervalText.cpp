// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/IntervalText.h"

#include <QCoreApplication>

namespace deskwarden::ui {

QString intervalText(int seconds)
{
    if (seconds == 0)
        return QCoreApplication::translate("IntervalText", "Only on demand");
    const bool isMinutes = seconds >= 60 && seconds % 60 == 0;
    return isMinutes ? QCoreApplication::translate("IntervalText", "Every %1 min").arg(seconds / 60)
                     : QCoreApplication::translate("IntervalText", "Every %1 s").arg(seconds);
}

} // namespace deskwarden::ui
