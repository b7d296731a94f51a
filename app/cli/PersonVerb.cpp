// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/cli/CliContext.h"
#include "core/Names.h"
#include "models/texts/DirectoryTexts.h"
#include "models/texts/JsonLines.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace deskwarden::app {

namespace {

management::AccountName accountFrom(const QString& typed)
{
    const std::string text = typed.trimmed().toStdString();
    const std::size_t backslash = text.find('\\');
    return {backslash == std::string::npos ? std::string() : text.substr(0, backslash),
            std::string(core::userPart(text))};
}

void printPerson(Output& output, const QString& typed, const management::PersonAnswer& answer)
{
    const auto line = [&output](const char* label, const std::string& value) {
        if (!value.empty())
            output.gatherText(QStringLiteral("  %1  %2").arg(QLatin1String(label), models::plainText(value)));
    };
    const management::Person& person = answer.person;
    if (answer.acquaintance != management::Acquaintance::Known) {
        output.gatherText(models::plainText(typed.toStdString()));
        output.gatherText(QStringLiteral("  ") + models::describe(answer.acquaintance).joined());
        return;
    }
    output.gatherText(models::plainText(typed.toStdString()) + QStringLiteral("  ") +
                      models::plainText(person.fullName));
    line("Department:", person.department);
    line("Title:     ", person.title);
    line("Telephone: ", person.phone);
    line("Mail:      ", person.mail);
    output.gatherText(QStringLiteral("  Account:     ") + models::accountStateText(person));
}

} // namespace

ExitCode runPerson(const CliOptions& options, Output& output, const management::DirectoryConnector& directory,
                   const std::stop_token& stop)
{
    std::vector<management::AccountName> names;
    for (const QString& typed : options.people)
        names.push_back(accountFrom(typed));
    const auto connection = directory();
    if (!connection)
        return sayError(output, connection.error());
    const auto answers = (*connection)->lookUp(names, management::CallContext::within(options.profile.timeout, stop));
    if (!answers)
        return sayError(output, answers.error());
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (options.isJson)
            output.gather(models::jsonLine(models::toJson(names[i], answers->at(i))));
        else
            printPerson(output, options.people.at(static_cast<qsizetype>(i)), answers->at(i));
    }
    output.flush();
    const bool isAllKnown = std::ranges::all_of(*answers, [](const management::PersonAnswer& answer) {
        return answer.acquaintance == management::Acquaintance::Known;
    });
    return isAllKnown ? ExitCode::Done : ExitCode::NotAllDone;
}

} // namespace deskwarden::app
