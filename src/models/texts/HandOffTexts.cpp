// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/texts/HandOffTexts.h"

#include "core/WebAddress.h"
#include "models/texts/Translate.h"

#include <QStringList>
#include <QUrl>

#include <algorithm>
#include <array>
#include <utility>

namespace deskwarden::models {

using core::HandOffProblem;

namespace {

constexpr qsizetype longestTicket = 100;

struct BuiltInText
{
    const char* id;
    const char* name;
    const char* missing;
};

constexpr std::array builtInTexts{
    BuiltInText{"remote-desktop", QT_TRANSLATE_NOOP("HandOffTexts", "Remote Desktop to the machine"),
                QT_TRANSLATE_NOOP("HandOffTexts", "Install FreeRDP (on Debian the package freerdp2-x11); on Windows "
                                                  "mstsc is part of the system.")},
    BuiltInText{"vm-console", QT_TRANSLATE_NOOP("HandOffTexts", "Console of the virtual machine"),
                QT_TRANSLATE_NOOP("HandOffTexts", "Install the Hyper-V management tools, a feature of Windows.")},
    BuiltInText{"remote-assistance", QT_TRANSLATE_NOOP("HandOffTexts", "Remote assistance"),
                QT_TRANSLATE_NOOP("HandOffTexts", "Add the feature Remote Assistance of Windows.")},
    BuiltInText{"ping", QT_TRANSLATE_NOOP("HandOffTexts", "Ping"),
                QT_TRANSLATE_NOOP("HandOffTexts", "Install it (on Debian the package iputils-ping).")},
};

const BuiltInText* builtInTextOf(const core::HandOff& handOff)
{
    const auto* const found =
        std::ranges::find_if(builtInTexts, [&handOff](const BuiltInText& each) { return handOff.id == each.id; });
    return found == builtInTexts.end() ? nullptr : found;
}

/// A line that another platform has a program for is left out here.
bool isOfThisPlatform(const core::HandOff& handOff)
{
    const auto known = core::builtInHandOffs();
    return handOff.id.empty() || std::ranges::find(known, handOff.id, &core::HandOff::id) != known.end();
}

void addRead(std::vector<core::HandOff>& all, std::string_view line)
{
    auto read = core::parseHandOff(line);
    if (read && isOfThisPlatform(*read) && all.size() < core::builtInHandOffs().size() + core::mostHandOffs)
        all.push_back(*std::move(read));
}

QStringList writtenLines(const QString& text)
{
    QStringList lines;
    for (const QString& line : text.split(QLatin1Char('\n'))) {
        if (!line.trimmed().isEmpty())
            lines << line.trimmed();
    }
    return lines;
}

} // namespace

std::vector<core::HandOff> offeredHandOffs(const management::Policy& policy, const QString& ownLines)
{
    std::vector<core::HandOff> offered;
    if (policy.forbidsHandOffs)
        return offered;
    if (!policy.handOffs.empty()) {
        for (const std::string& line : policy.handOffs)
            addRead(offered, line);
        return offered;
    }
    const auto known = core::builtInHandOffs();
    offered.assign(known.begin(), known.end());
    for (const QString& line : writtenLines(ownLines))
        addRead(offered, line.toStdString());
    return offered;
}

QString handOffName(const core::HandOff& handOff)
{
    const BuiltInText* const known = builtInTextOf(handOff);
    return known == nullptr ? plainText(handOff.name, 60) : translate("HandOffTexts", known->name);
}

Sentence describe(const core::HandOffRefusal& refusal)
{
    const QString what = plainText(refusal.what, 80);
    switch (refusal.problem) {
    case HandOffProblem::NoName:
        return {translate("HandOffTexts", "A name is missing before the \"=\"."), {}};
    case HandOffProblem::NoProgram:
        return {translate("HandOffTexts", "\"%1\" names no program.").arg(what),
                translate("HandOffTexts", "Write NAME = PROGRAM ARGUMENTS, one a line.")};
    case HandOffProblem::OpenQuote:
        return {translate("HandOffTexts", "A quotation mark has no second one: %1").arg(what), {}};
    case HandOffProblem::UnknownPlaceholder:
        return {translate("HandOffTexts", "Nothing is known for {%1}.").arg(what),
                translate("HandOffTexts", "There are {host}, {vm}, {user}, {session}, {client} and {ticket}.")};
    case HandOffProblem::InProgram:
        return {translate("HandOffTexts", "A program must be named as it is: \"%1\" would be chosen by a server.")
                    .arg(what),
                {}};
    case HandOffProblem::Script:
        return {translate("HandOffTexts", "\"%1\" is a script, which Windows hands to a shell.").arg(what),
                translate("HandOffTexts", "Name a program.")};
    case HandOffProblem::Hidden:
        return {translate("HandOffTexts", "There are characters that cannot be seen: %1").arg(what), {}};
    case HandOffProblem::TooLong:
        return {translate("HandOffTexts", "This is too long: %1").arg(what), {}};
    case HandOffProblem::Missing:
        return {translate("HandOffTexts", "Nothing is known of this session for {%1}; the program was not started.")
                    .arg(what),
                {}};
    case HandOffProblem::Unfit:
        return {translate("HandOffTexts",
                          "The value for {%1} has characters that it must not have; the program was not started.")
                    .arg(what),
                {}};
    case HandOffProblem::Option:
        return {
            translate("HandOffTexts", "The value for {%1} would be taken for an option; the program was not started.")
                .arg(what),
            {}};
    }
    return {};
}

QString handOffLinesProblem(const QString& lines)
{
    const QStringList all = writtenLines(lines);
    if (static_cast<std::size_t>(all.size()) > core::mostHandOffs)
        return translate("HandOffTexts", "There can be %1 programs at most.").arg(core::mostHandOffs);
    for (const QString& line : all) {
        if (const auto read = core::parseHandOff(line.toStdString()); !read)
            return describe(read.error()).joined();
    }
    return {};
}

Sentence programMissing(const core::HandOff& handOff)
{
    const BuiltInText* const known = builtInTextOf(handOff);
    return {translate("HandOffTexts", "The program %1 is not on this computer.").arg(plainText(handOff.program, 120)),
            known == nullptr ? translate("HandOffTexts", "Install it, or write its whole path in the preferences.")
                             : translate("HandOffTexts", known->missing)};
}

core::HandOffFacts handOffFacts(const core::Session& session, const QString& ticket)
{
    return {session.key.vmHostName.toString(),    session.vmName.toString(),
            core::accountName(session),           std::to_string(session.key.sessionId),
            session.clientMachineName.toString(), ticket.trimmed().toStdString()};
}

QString ticketPage(const QString& pattern, const QString& ticket)
{
    const QString wanted = ticket.trimmed();
    const QString place = QStringLiteral("{ticket}");
    if (wanted.isEmpty() || wanted.size() > longestTicket || !pattern.contains(place))
        return {};
    QString page = pattern.trimmed();
    page.replace(place, QString::fromLatin1(QUrl::toPercentEncoding(wanted)));
    const auto address = core::WebAddress::parse(page.toStdString());
    return address ? QString::fromStdString(address->text()) : QString();
}

} // namespace deskwarden::models
