// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/connect/IntervalCombo.h"

#include "ui/widgets/IntervalText.h"

namespace deskwarden::ui {

IntervalCombo::IntervalCombo(QWidget* parent)
    : QComboBox(parent)
{
    addItem(tr("As in Preferences"), QVariant());
    for (const int seconds : offeredIntervals)
        addItem(intervalText(seconds), seconds);
}

void IntervalCombo::setInterval(std::optional<std::chrono::seconds> interval)
{
    if (!interval) {
        setCurrentIndex(0);
        return;
    }
    const int seconds = static_cast<int>(interval->count());
    if (findData(seconds) < 0)
        addItem(intervalText(seconds), seconds);
    setCurrentIndex(findData(seconds));
}

std::optional<std::chrono::seconds> IntervalCombo::interval() const
{
    const QVariant chosen = currentData();
    return chosen.isValid() ? std::optional(std::chrono::seconds(chosen.toInt())) : std::nullopt;
}

} // namespace deskwarden::ui
