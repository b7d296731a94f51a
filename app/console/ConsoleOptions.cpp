// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/console/ConsoleOptions.h"

#include "models/texts/Texts.h"

#include <algorithm>
#include <array>

namespace deskwarden::app {

namespace {

tl::unexpected<QString> usageError(const QString& sentence)
{
    return tl::unexpected<QString>(sentence);
}

bool isNumber(const QString& text)
{
    bool ok = false;
    text.toUInt(&ok);
    return ok;
}

/// What the arguments have said so far.
struct ConsoleReading
{
    ConsoleOptions options;
    std::string user;
    QStringList addresses;
};

struct ConsoleOption
{
    OptionText text;
    void (*apply)(ConsoleReading& reading, const QString& value);
};

constexpr std::array table{
    ConsoleOption{{"--server", "ADDRESS", true,
                   "open this broker: https://host[:5986], http://host[:5985], a bare\n"
                   "host name, or demo:[N]. Each is offered in turn, with what was used\n"
                   "for it last",
                   ValueKind::Server},
                  [](ConsoleReading& reading, const QString& value) { reading.addresses << value; }},
    ConsoleOption{{"--user", "U", false,
                   "sign in as DOMAIN\\user, user@REALM or user; the console asks for the\n"
                   "password"},
                  [](ConsoleReading& reading, const QString& value) { reading.user = value.toStdString(); }},
    ConsoleOption{{"--connect", nullptr, false, "show the dialog that connects to a broker"},
                  [](ConsoleReading& reading, const QString&) { reading.options.isToConnect = true; }},
    ConsoleOption{
        {"--demo", "[N]", true, "open an embedded simulated broker with N sessions"},
        [](ConsoleReading& reading, const QString& value) { reading.addresses << QStringLiteral("demo:") + value; }},
    ConsoleOption{
        {"--tour", "FOLDER", false, "play a short tour and save its pictures in that folder", ValueKind::Folder},
        [](ConsoleReading& reading, const QString& value) { reading.options.tourFolder = value; }},
    ConsoleOption{{"--help", nullptr, false, "this text"},
                  [](ConsoleReading& reading, const QString&) { reading.options.wantsHelp = true; }},
    ConsoleOption{{"--version", nullptr, false, "the version and the commit"},
                  [](ConsoleReading& reading, const QString&) { reading.options.wantsVersion = true; }},
};

/// Reads the argument at `index`, and the next one where it is the value. The problem as a sentence; empty = none.
QString readOption(const QStringList& arguments, qsizetype& index, ConsoleReading& reading)
{
    const QString& argument = arguments.at(index);
    const qsizetype equals = argument.indexOf(QLatin1Char('='));
    const QString name = argument == QLatin1String("-h") ? QStringLiteral("--help") : argument.left(equals);
    const auto* const option = std::ranges::find_if(
        table, [&name](const ConsoleOption& known) { return name == QLatin1String(known.text.name); });
    if (option == table.end())
        return QStringLiteral("There is no option %1.").arg(models::plainText(name));
    const char* const valueName = option->text.valueName;
    const bool hasNext = index + 1 < arguments.size();
    QString value;
    if (equals >= 0 && valueName == nullptr)
        return QStringLiteral("%1 takes no value.").arg(name);
    if (equals >= 0) {
        value = argument.mid(equals + 1);
    } else if (valueName != nullptr) {
        const bool mayBeLeftOut = *valueName == '[';
        if (!mayBeLeftOut && !hasNext)
            return QStringLiteral("%1 needs a value.").arg(name);
        if (!mayBeLeftOut || (hasNext && isNumber(arguments.at(index + 1))))
            value = arguments.at(++index);
    }
    option->apply(reading, value);
    return {};
}

ProgramText madeText()
{
    ProgramText text;
    text.name = "deskwarden";
    text.summary = "console for Windows virtual desktop sessions";
    text.opening = "Deskwarden: who is on which Windows virtual desktop, and what to do about it.";
    text.usages = {"deskwarden [--server ADDRESS]... [--user U] [--connect] [--demo [N]] [--tour FOLDER]"};
    for (const ConsoleOption& option : table)
        text.options.push_back(option.text);
    text.onlyInManual = {filesSection()};
    text.seeAlso = "deskwarden-cli(1), deskwarden-simulator(1), deskwarden-policy(5)";
    return text;
}

} // namespace

tl::expected<ConsoleOptions, QString> parseConsole(const QStringList& arguments)
{
    ConsoleReading reading;
    for (qsizetype index = 0; index < arguments.size(); ++index) {
        if (const QString problem = readOption(arguments, index, reading); !problem.isEmpty())
            return usageError(problem);
    }
    for (const QString& text : reading.addresses) {
        auto address = core::ServerAddress::parse(text.toStdString());
        if (!address)
            return usageError(models::describe(address.error()).what);
        core::ServerProfile profile;
        profile.address = *std::move(address);
        profile.user = reading.user;
        reading.options.servers.push_back(std::move(profile));
    }
    if (reading.options.servers.empty() && !reading.user.empty())
        return usageError(QStringLiteral("--user needs --server."));
    return std::move(reading.options);
}

const ProgramText& consoleText()
{
    static const ProgramText text = madeText();
    return text;
}

} // namespace deskwarden::app
