// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/ConsoleOptions.h"

#include "models/Texts.h"

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

} // namespace

tl::expected<ConsoleOptions, QString> parseConsole(const QStringList& arguments)
{
    ConsoleOptions options;
    std::string user;
    QStringList addresses;
    for (qsizetype index = 0; index < arguments.size(); ++index) {
        const qsizetype equals = arguments.at(index).indexOf(QLatin1Char('='));
        const QString name = arguments.at(index).left(equals);
        const bool hasNext = index + 1 < arguments.size();
        const bool takesValue =
            name == QLatin1String("--server") || name == QLatin1String("--user") || name == QLatin1String("--tour");
        if (takesValue && equals < 0 && !hasNext)
            return usageError(QStringLiteral("%1 needs a value.").arg(name));
        const auto value = [&] { return equals >= 0 ? arguments.at(index).mid(equals + 1) : arguments.at(++index); };
        if (name == QLatin1String("--server")) {
            addresses << value();
        } else if (name == QLatin1String("--user")) {
            user = value().toStdString();
        } else if (name == QLatin1String("--tour")) {
            options.tourFolder = value();
        } else if (name == QLatin1String("--demo")) {
            const bool hasNumber = equals >= 0 || (hasNext && isNumber(arguments.at(index + 1)));
            addresses << QStringLiteral("demo:") + (hasNumber ? value() : QString());
        } else if (name == QLatin1String("--connect") && equals < 0) {
            options.isToConnect = true;
        } else if (name == QLatin1String("--help") || name == QLatin1String("-h")) {
            options.wantsHelp = true;
        } else if (name == QLatin1String("--version")) {
            options.wantsVersion = true;
        } else {
            return usageError(QStringLiteral("There is no option %1.").arg(name));
        }
    }
    for (const QString& text : addresses) {
        auto address = core::ServerAddress::parse(text.toStdString());
        if (!address)
            return usageError(models::describe(address.error()).what);
        core::ServerProfile profile;
        profile.address = *std::move(address);
        profile.user = user;
        options.servers.push_back(std::move(profile));
    }
    if (options.servers.empty() && !user.empty())
        return usageError(QStringLiteral("--user needs --server."));
    return options;
}

QString consoleHelp()
{
    return QStringLiteral(
        "Deskwarden: who is on which Windows virtual desktop, and what to do about it.\n\n"
        "Usage: deskwarden [--server ADDRESS]... [--user U] [--demo [N]] [--connect] [--tour FOLDER]\n\n"
        "Options:\n"
        "  --server ADDRESS   open this broker: https://host[:5986], http://host[:5985], a bare\n"
        "                     host name, or demo:[N]; may be repeated: each is offered in turn, with what\n"
        "                     was used for it last\n"
        "  --user U           sign in as DOMAIN\\user, user@REALM or user; the console asks for the\n"
        "                     password\n"
        "  --connect          show the dialog that connects to a broker\n"
        "  --demo [N]         open an embedded simulated broker with N sessions\n"
        "  --tour FOLDER      play a short tour and save its pictures in that folder\n"
        "  --help             this text\n"
        "  --version          the version\n");
}

} // namespace deskwarden::app
