// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/preferences/PreferenceSpec.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>

namespace deskwarden::ui {

namespace {

QString say(const char* text)
{
    return QCoreApplication::translate("PreferenceSpec", text);
}

/// The system's, English, and every language whose translation is part of the program.
std::vector<std::pair<QString, QString>> languages()
{
    std::vector<std::pair<QString, QString>> found{
        {QStringLiteral("system"), say(QT_TRANSLATE_NOOP("PreferenceSpec", "As the system"))},
        {QStringLiteral("en"), QStringLiteral("English")}};
    const QString before = QStringLiteral("deskwarden_");
    for (const QString& file :
         QDir(QStringLiteral(":/i18n")).entryList({before + QStringLiteral("*.qm")}, QDir::Files, QDir::Name))
    {
        const QString code = file.mid(before.size()).chopped(3);
        const QString name = QLocale(code).nativeLanguageName();
        found.emplace_back(code, name.left(1).toUpper() + name.mid(1));
    }
    return found;
}

PreferenceSpec flag(PreferencePage page, const char* title, const char* hint, const storage::FlagKey& key)
{
    return {page, say(title), say(hint), key};
}

PreferenceSpec number(PreferencePage page, const char* title, const char* hint, const storage::NumberKey& key,
                      const char* suffix, const char* atLeast = nullptr)
{
    return {page, say(title), say(hint),
            NumberChoice{key, suffix == nullptr ? QString() : QLatin1Char(' ') + say(suffix),
                         atLeast == nullptr ? QString() : say(atLeast)}};
}

PreferenceSpec newerVersions(const management::Policy& policy)
{
    PreferenceSpec spec{
        PreferencePage::Versions, say(QT_TRANSLATE_NOOP("PreferenceSpec", "Ask for newer versions at")),
        say(QT_TRANSLATE_NOOP("PreferenceSpec", "Asked only by Help > Look for a newer version, and told nothing but "
                                                "the name of the program. Empty: the project's own address.")),
        TextChoice{storage::preference::updateAddress, QStringLiteral("https://…"),
                   QString::fromStdString(policy.updateAddress)}};
    if (policy.forbidsUpdateCheck || !policy.updateAddress.empty())
        spec.fixed = true;
    return spec;
}

} // namespace

const char* PreferenceSpec::name() const
{
    if (const auto* const flag = std::get_if<storage::FlagKey>(&choice))
        return flag->name;
    if (const auto* const number = std::get_if<NumberChoice>(&choice))
        return number->key.name;
    if (const auto* const text = std::get_if<TextChoice>(&choice))
        return text->key.name;
    return std::get<WordChoice>(choice).key.name;
}

std::vector<PreferenceSpec> preferenceSpecs(const management::Policy& policy)
{
    using enum PreferencePage;
    using namespace storage;
    return {
        {Appearance, say(QT_TRANSLATE_NOOP("PreferenceSpec", "Language")),
         say(QT_TRANSLATE_NOOP("PreferenceSpec", "The language of the program.")),
         WordChoice{preference::language, languages()}},
        {Appearance, say(QT_TRANSLATE_NOOP("PreferenceSpec", "Colours")),
         say(QT_TRANSLATE_NOOP("PreferenceSpec", "A high-contrast palette of the system is left as it is.")),
         WordChoice{preference::colorScheme,
                    {{QStringLiteral("system"), say(QT_TRANSLATE_NOOP("PreferenceSpec", "As the system"))},
                     {QStringLiteral("light"), say(QT_TRANSLATE_NOOP("PreferenceSpec", "Light"))},
                     {QStringLiteral("dark"), say(QT_TRANSLATE_NOOP("PreferenceSpec", "Dark"))},
                     {QStringLiteral("contrast"), say(QT_TRANSLATE_NOOP("PreferenceSpec", "High contrast"))}}}},
        number(Lists, QT_TRANSLATE_NOOP("PreferenceSpec", "Ask for the list every"),
               QT_TRANSLATE_NOOP("PreferenceSpec", "How often each server is asked who is on which machine."),
               preference::refreshSeconds, QT_TRANSLATE_NOOP("PreferenceSpec", "s"),
               QT_TRANSLATE_NOOP("PreferenceSpec", "only on demand")),
        flag(
            Lists, QT_TRANSLATE_NOOP("PreferenceSpec", "Connect to the servers of the last time at the start"),
            QT_TRANSLATE_NOOP("PreferenceSpec", "After one refused sign-in the others of that account are left alone."),
            preference::reconnect),
        number(Acts, QT_TRANSLATE_NOOP("PreferenceSpec", "Acts at once on one server"),
               QT_TRANSLATE_NOOP(
                   "PreferenceSpec",
                   "More are quicker and weigh more on the server. For servers that are connected from now on."),
               preference::parallelActs, nullptr),
        number(Acts, QT_TRANSLATE_NOOP("PreferenceSpec", "Look whether a log off worked for"),
               QT_TRANSLATE_NOOP("PreferenceSpec", "After that time a session that is still there counts as still "
                                                   "signing out. For servers that are connected from now on."),
               preference::verifySeconds, QT_TRANSLATE_NOOP("PreferenceSpec", "s")),
        {Acts, say(QT_TRANSLATE_NOOP("PreferenceSpec", "What a ticket looks like")),
         say(QT_TRANSLATE_NOOP("PreferenceSpec", "A reason that looks different cannot be confirmed: * stands for any "
                                                 "text, # for one digit. Empty: any reason.")),
         TextChoice{preference::ticketPattern, QStringLiteral("INC-####*")}},
        {Acts, say(QT_TRANSLATE_NOOP("PreferenceSpec", "Where the page of a ticket is")),
         say(QT_TRANSLATE_NOOP("PreferenceSpec", "{ticket} is filled in. Opened by Session > Hand over to, in the "
                                                 "browser. Empty: not offered.")),
         TextChoice{preference::ticketAddress, QStringLiteral("https://…")}},
        flag(Acts, QT_TRANSLATE_NOOP("PreferenceSpec", "Tell me when acts have ended"),
             QT_TRANSLATE_NOOP("PreferenceSpec", "A notification of the desktop, while the window is not in use."),
             preference::notifyEnds),
        number(Acts, QT_TRANSLATE_NOOP("PreferenceSpec", "Keep acts in the record for"),
               QT_TRANSLATE_NOOP("PreferenceSpec", "Older acts are removed from the audit log at the next start."),
               preference::auditDays, QT_TRANSLATE_NOOP("PreferenceSpec", "days"),
               QT_TRANSLATE_NOOP("PreferenceSpec", "ever")),
        flag(Acts, QT_TRANSLATE_NOOP("PreferenceSpec", "Report acts to the system's log, too"),
             QT_TRANSLATE_NOOP("PreferenceSpec", "Each act goes to the journal, syslog or event log of this computer "
                                                 "as well. Takes effect at the next start."),
             preference::systemLog),
        flag(Messages, QT_TRANSLATE_NOOP("PreferenceSpec", "Send a message before a log off"),
             QT_TRANSLATE_NOOP("PreferenceSpec", "The confirmation starts with the message switched on."),
             preference::messageFirst),
        number(Messages, QT_TRANSLATE_NOOP("PreferenceSpec", "Time to save after the message"),
               QT_TRANSLATE_NOOP("PreferenceSpec", "How long users have between the message and the log off."),
               preference::graceMinutes, QT_TRANSLATE_NOOP("PreferenceSpec", "min")),
        flag(Messages, QT_TRANSLATE_NOOP("PreferenceSpec", "Log off only users who got the message"),
             QT_TRANSLATE_NOOP("PreferenceSpec", "A user whose message was not accepted is left alone."),
             preference::onlyTold),
        newerVersions(policy),
    };
}

QString pageTitle(PreferencePage page)
{
    switch (page) {
    case PreferencePage::Appearance:
        return say(QT_TRANSLATE_NOOP("PreferenceSpec", "Appearance"));
    case PreferencePage::Lists:
        return say(QT_TRANSLATE_NOOP("PreferenceSpec", "Lists"));
    case PreferencePage::Acts:
        return say(QT_TRANSLATE_NOOP("PreferenceSpec", "Acts"));
    case PreferencePage::Messages:
        return say(QT_TRANSLATE_NOOP("PreferenceSpec", "Messages"));
    case PreferencePage::Versions:
        return say(QT_TRANSLATE_NOOP("PreferenceSpec", "Newer versions"));
    }
    return {};
}

} // namespace deskwarden::ui
