// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/PersonDetails.h"

#include "models/texts/DirectoryTexts.h"
#include "models/texts/Texts.h"
#include "models/texts/Translate.h"

namespace deskwarden::models {

std::vector<SessionDetail> personDetails(const management::Person& person)
{
    std::vector<SessionDetail> details;
    const auto add = [&details](const QString& label, const QString& value) {
        if (!value.isEmpty())
            details.push_back({label, value});
    };
    add(translate("Texts", "Name"), plainText(person.fullName));
    add(translate("Texts", "Department"), plainText(person.department));
    add(translate("Texts", "Job title"), plainText(person.title));
    add(translate("Texts", "Telephone"), plainText(person.phone));
    add(translate("Texts", "Mail"), plainText(person.mail));
    add(translate("Texts", "Account"), accountStateText(person));
    return details;
}

} // namespace deskwarden::models
