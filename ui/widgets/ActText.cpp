// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/ActText.h"

#include "management/seam/Action.h"
#include "models/texts/Texts.h"

#include <QCoreApplication>

#include <array>

namespace deskwarden::ui {

QString outcomeText(const storage::AuditAct& act)
{
    using enum management::OutcomeKind;
    if (!act.outcome)
        return QCoreApplication::translate("AuditWindow", "In flight");
    for (const management::OutcomeKind kind :
         std::array{Done, AlreadyGone, StillSigningOut, StillChanging, Skipped, Failed, Unknown, Cancelled})
    {
        if (act.outcome->outcome == QLatin1String(management::symbol(kind)))
            return models::outcomeName(kind);
    }
    return models::plainText(act.outcome->outcome);
}

} // namespace deskwarden::ui
