// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/activity/ActReport.h"

#include "core/ServerAddress.h"
#include "management/seam/ActionSpec.h"
#include "management/sessions/SessionMapping.h"
#include "models/table/CellTexts.h"
#include "models/texts/DecodedText.h"
#include "models/texts/JsonLines.h"
#include "models/texts/PowerShellText.h"
#include "models/texts/Texts.h"
#include "models/texts/Translate.h"
#include "models/texts/TransportTexts.h"

#include <QDateTime>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <chrono>
#include <map>

namespace deskwarden::models {

namespace {

using management::OutcomeKind;

QString toQt(const core::SharedString& text)
{
    return decodedText(text.view());
}

QString resultText(const ToldAct& act)
{
    if (!act.isFinished)
        return translate("ActReport", "still running");
    const auto status = statusOf(act.outcome);
    const QString name = outcomeName(act.outcome.kind);
    return status && *status != 0 ? name + QStringLiteral(", ") + codeText(*status) : name;
}

QString serverOf(const ToldAct& act)
{
    return act.server.isEmpty() ? serverText(act.request.confirmed.key.server) : plainText(act.server);
}

bool areOnSeveralServers(std::span<const ToldAct> acts)
{
    return std::ranges::any_of(acts, [&acts](const ToldAct& act) {
        return act.request.confirmed.key.server != acts.front().request.confirmed.key.server;
    });
}

QStringList cellsOf(const ToldAct& act, bool withServer)
{
    const core::Session& session = act.request.confirmed;
    QStringList cells{actionName(act.request.action.kind), accountText(session), plainText(session.vmName),
                      placeText(session.key, act.request.action.kind)};
    if (withServer)
        cells << serverOf(act);
    return cells << resultText(act)
                 << (act.isFinished ? describe(act.outcome, act.request.action.kind, session).joined() : QString());
}

QStringList headings(bool withServer)
{
    QStringList headings{translate("ActivityModel", "Action"), translate("ActivityModel", "User"),
                         translate("ActivityModel", "Virtual machine"),
                         translate("ActivityModel", "Session (host/ID)")};
    if (withServer)
        headings << translate("Texts", "Server");
    return headings << translate("ActivityModel", "Result") << translate("ActivityModel", "Explanation");
}

QString sumOf(std::span<const ToldAct> acts)
{
    std::map<OutcomeKind, int> counts;
    int running = 0;
    for (const ToldAct& act : acts) {
        if (act.isFinished)
            ++counts[act.outcome.kind];
        else
            ++running;
    }
    QStringList parts;
    for (const auto& [kind, count] : counts)
        parts << QStringLiteral("%1: %2").arg(outcomeName(kind)).arg(count);
    if (running > 0)
        parts << QStringLiteral("%1: %2").arg(translate("ActReport", "still running")).arg(running);
    return parts.join(QStringLiteral(" · "));
}

QStringList reasonsOf(std::span<const ToldAct> acts)
{
    QStringList reasons;
    for (const ToldAct& act : acts) {
        const QString reason = plainText(act.request.reason, wholeLength);
        if (!reason.isEmpty() && !reasons.contains(reason))
            reasons << reason;
    }
    return reasons;
}

/// A value in a WQL text: backslashes and quotes carry a backslash before them.
QString wqlText(QString text)
{
    text.replace(u'\\', QStringLiteral("\\\\")).replace(u'\'', QStringLiteral("\\'"));
    return u'\'' + text + u'\'';
}

QString sessionCommand(const QString& address)
{
    const auto parsed = core::ServerAddress::parse(address.toStdString());
    if (!parsed || parsed->transport == core::Transport::Demo)
        return QStringLiteral("# %1 is a demonstration: PowerShell cannot reach it.\n$server = New-CimSession\n")
            .arg(plainText(address));
    QString options = powerShellOption(parsed->transport);
    if (parsed->port != 0)
        options += QStringLiteral(" -Port %1").arg(parsed->port);
    return QStringLiteral("$server = New-CimSession -ComputerName %1%2 -Credential (Get-Credential)\n")
        .arg(quotedForPowerShell(QString::fromStdString(parsed->host)), options);
}

QString argumentsText(const management::Action& action)
{
    if (!management::specOf(action.kind).carriesText)
        return {};
    return QStringLiteral(" -Arguments @{ Title = %1; Message = %2 }")
        .arg(quotedForPowerShell(QString::fromStdString(action.title)),
             quotedForPowerShell(QString::fromStdString(action.text)));
}

/// As on the way of the program: nothing, if the machine is elsewhere by then or somebody else has a session there.
QString machineCommand(const management::ActionRequest& request)
{
    const management::ActionSpec& spec = management::specOf(request.action.kind);
    const QString machine = toQt(request.confirmed.vmName);
    QString conditions = QStringLiteral("$m -and [string]$m.HostName -eq %1")
                             .arg(quotedForPowerShell(toQt(request.confirmed.key.vmHostName)));
    if (spec.interruptsUser)
        conditions +=
            QStringLiteral(" -and [string]$m.SessionUserName -eq %1")
                .arg(quotedForPowerShell(request.machine ? toQt(request.machine->sessionUserName) : QString()));
    QString arguments = QStringLiteral("VMState = [uint32]%1").arg(static_cast<std::uint32_t>(spec.wantedState));
    if (request.action.kind == management::ActionKind::Assign)
        arguments = QStringLiteral("UserName = %1; UserDomain = %2")
                        .arg(quotedForPowerShell(QString::fromStdString(request.action.account)),
                             quotedForPowerShell(QString::fromStdString(request.action.accountDomain)));
    else if (request.action.kind == management::ActionKind::Free)
        arguments = QStringLiteral("VMName = %1").arg(quotedForPowerShell(machine));
    return QStringLiteral("$m = Get-CimInstance -CimSession $server -Namespace 'root/cimv2/rdms' -ClassName "
                          "Win32_RDMSVirtualDesktop -Filter %1\n"
                          "if (%2) { Invoke-CimMethod -CimSession $server -InputObject $m -MethodName %3 -Arguments "
                          "@{ %4 } } else { Write-Warning %5 }\n")
        .arg(quotedForPowerShell(QStringLiteral("Name = ") + wqlText(machine)), conditions, QLatin1String(spec.method),
             arguments, quotedForPowerShell(QStringLiteral("Skipped: ") + machine));
}

QString actCommand(const management::ActionRequest& request)
{
    if (management::isOfMachines(request.action.kind))
        return machineCommand(request);
    const core::Session& session = request.confirmed;
    const QString filter = QStringLiteral("VMHostName = %1 AND SessionId = %2")
                               .arg(wqlText(toQt(session.key.vmHostName)), QString::number(session.key.sessionId));
    const auto same = [](const char* name, const core::SharedString& value) {
        return QStringLiteral("$s.%1 -eq %2").arg(QLatin1String(name), quotedForPowerShell(toQt(value)));
    };
    return QStringLiteral("$s = Get-CimInstance -CimSession $server -Namespace 'root/cimv2/rdms' -ClassName "
                          "Win32_VirtualDesktopSession -Filter %1\n"
                          "if ($s -and %2 -and %3 -and %4) { Invoke-CimMethod -CimSession $server -InputObject $s "
                          "-MethodName %5%6 } else { Write-Warning %7 }\n")
        .arg(quotedForPowerShell(filter), same("UserName", session.userName), same("DomainName", session.domainName),
             same("VMName", session.vmName), QLatin1String(management::specOf(request.action.kind).method),
             argumentsText(request.action),
             quotedForPowerShell(QStringLiteral("Skipped: ") + placeText(session.key) + QStringLiteral(" ") +
                                 accountText(session)));
}

} // namespace

QString ticketText(std::span<const ToldAct> acts)
{
    QString text = sumOf(acts) + u'\n';
    for (const QString& reason : reasonsOf(acts))
        text += translate("ActReport", "Reason: %1").arg(reason) + u'\n';
    const bool withServer = areOnSeveralServers(acts);
    for (const ToldAct& act : acts) {
        QStringList parts = cellsOf(act, withServer);
        parts.removeAll(QString());
        text += parts.join(QStringLiteral(" | ")) + u'\n';
    }
    return text;
}

namespace {

QString nextCallerLine(const ToldAct& act)
{
    using enum OutcomeKind;
    if (!act.isFinished || act.request.action.kind != management::ActionKind::Logoff)
        return {};
    const QString who = accountText(act.request.confirmed);
    const QString machine = act.request.confirmed.vmName.isEmpty() ? placeText(act.request.confirmed.key)
                                                                   : plainText(act.request.confirmed.vmName);
    const auto time = std::chrono::duration_cast<std::chrono::milliseconds>(act.time.time_since_epoch());
    const QString when = QLocale().toString(QDateTime::fromMSecsSinceEpoch(time.count()), QLocale::ShortFormat);
    switch (act.outcome.kind) {
    case Done:
        //: %1 is a user, %2 a machine, %3 a date and time
        return translate("ActReport", "%1 was logged off from %2 at %3. What was not saved then is lost. The user can "
                                      "sign in again now.")
            .arg(who, machine, when);
    case AlreadyGone:
        return translate("ActReport", "%1 was not on %2 any more at %3. The user can sign in again now.")
            .arg(who, machine, when);
    case StillSigningOut:
        return translate("ActReport",
                         "%1 is being logged off from %2, and that was not over at %3. The user should wait "
                         "some minutes before signing in again.")
            .arg(who, machine, when);
    case Unknown:
        return translate("ActReport", "Whether %1 was logged off from %2 is not known (%3). Look at the session before "
                                      "the user signs in again.")
            .arg(who, machine, when);
    case Skipped:
    case Failed:
    case Cancelled:
    case StillChanging:
        return {};
    }
    return {};
}

} // namespace

QString nextCallerText(std::span<const ToldAct> acts)
{
    QString text;
    std::vector<ToldAct> told;
    for (const ToldAct& act : acts) {
        if (const QString line = nextCallerLine(act); !line.isEmpty()) {
            text += line + u'\n';
            told.push_back(act);
        }
    }
    for (const QString& reason : reasonsOf(told))
        text += translate("ActReport", "Reason: %1").arg(reason) + u'\n';
    return text;
}

QString ticketHtml(std::span<const ToldAct> acts)
{
    QString html = QStringLiteral("<p>%1</p>").arg(sumOf(acts).toHtmlEscaped());
    for (const QString& reason : reasonsOf(acts))
        html += QStringLiteral("<p>%1</p>").arg(translate("ActReport", "Reason: %1").arg(reason).toHtmlEscaped());
    html += QStringLiteral("<table border=\"1\" cellspacing=\"0\" cellpadding=\"3\"><tr>");
    const bool withServer = areOnSeveralServers(acts);
    for (const QString& heading : headings(withServer))
        html += QStringLiteral("<th>") + heading.toHtmlEscaped() + QStringLiteral("</th>");
    html += QStringLiteral("</tr>");
    for (const ToldAct& act : acts) {
        html += QStringLiteral("<tr>");
        for (const QString& cell : cellsOf(act, withServer))
            html += QStringLiteral("<td>") + cell.toHtmlEscaped() + QStringLiteral("</td>");
        html += QStringLiteral("</tr>");
    }
    return html + QStringLiteral("</table>");
}

QByteArray outcomeLines(std::span<const ToldAct> acts)
{
    QByteArray lines;
    for (const ToldAct& act : acts) {
        if (act.isFinished)
            lines += jsonLine(toJson(act.request, act.outcome));
    }
    return lines;
}

QString powerShellFor(std::span<const ToldAct> acts)
{
    QString script;
    core::ServerId server;
    for (const ToldAct& act : acts) {
        if (script.isEmpty() || act.request.confirmed.key.server != server) {
            server = act.request.confirmed.key.server;
            if (!act.server.isEmpty())
                script += QStringLiteral("# ") + plainText(act.server) + u'\n'; // control characters are escaped in it
            script += sessionCommand(toQt(server.address));
        }
        script += actCommand(act.request);
    }
    return script;
}

} // namespace deskwarden::models
