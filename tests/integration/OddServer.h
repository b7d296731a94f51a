// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "support/ProgramRun.h"
#include "support/ScriptedServer.h"
#include "wsman/Answers.h"

#include <QString>
#include <QStringList>

#include <algorithm>
#include <chrono>
#include <map>
#include <string>
#include <utility>

namespace deskwarden::tests {

/// What a server says, by class; the session that it finds by its key even though the list lacks it; and what it was
/// asked to do.
class OddServer final
{
public:
    using Rows = std::map<std::string, std::string>; // XML by class name

    explicit OddServer(Rows rows, std::string foundByKey = {})
        : m_rows(std::move(rows))
        , m_foundByKey(std::move(foundByKey))
        , m_server([this](ScriptedServer::Connection& connection) { serve(connection); })
    {}

    [[nodiscard]] support::ProgramResult cli(const QString& verb, const QStringList& options,
                                             const QString& dataFolder = {}) const
    {
        const QStringList arguments{verb,
                                    QStringLiteral("--server"),
                                    address(),
                                    QStringLiteral("--user"),
                                    QStringLiteral("u"),
                                    QStringLiteral("--password-stdin"),
                                    QStringLiteral("--auth"),
                                    QStringLiteral("basic"),
                                    QStringLiteral("--timeout"),
                                    QStringLiteral("20")};
        return support::runProgram(QStringLiteral("deskwarden-cli"), arguments + options, "p\n",
                                   std::chrono::seconds(60), dataFolder);
    }
    [[nodiscard]] qsizetype requestsWith(const std::string& word) const
    {
        const auto requests = m_server.requests();
        return std::ranges::count_if(requests, [&word](const ScriptedServer::Request& request) {
            return request.body.find(word) != std::string::npos;
        });
    }

    [[nodiscard]] static std::string row(const char* host, const char* id, const char* user = "ada")
    {
        std::string xml;
        const auto add = [&xml](const char* name, const char* value) {
            if (value != nullptr)
                xml.append("<p:").append(name).append(">").append(value).append("</p:").append(name).append(">");
        };
        add("ConnectState", "4");
        add("DomainName", "CORP");
        add("SessionId", id);
        add("UserName", user);
        add("VMHostName", host);
        add("VMName", "VM-1");
        return wsman::answers::typedRow(xml);
    }
    [[nodiscard]] static std::string instance(const char* className, const char* property, const char* value)
    {
        return std::string("<q:") + className + " xmlns:q=\"urn:any\"><q:" + property + ">" + value +
               "</q:" + property + "></q:" + className + ">";
    }

private:
    [[nodiscard]] QString address() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_server.port()); }

    void serve(ScriptedServer::Connection& connection) const
    {
        while (const auto request = connection.read()) {
            const auto has = [&request](const std::string& word) {
                return request->body.find(word) != std::string::npos;
            };
            if (request->head.find("Authorization: Basic") == std::string::npos)
                connection.answer({}, 401, "WWW-Authenticate: Basic realm=\"WSMAN\"\r\n", {});
            else if (has("enumeration/Enumerate"))
                connection.answer(wsman::answers::enumerateResponse(rowsFor(request->body), {}, true));
            else if (has("transfer/Get") && !m_foundByKey.empty())
                connection.answer(wsman::answers::envelope(m_foundByKey));
            else if (has("transfer/Get"))
                connection.answer(wsman::answers::wsManFault("2150858752"), 500);
            else if (has("/Logoff</"))
                connection.answer(wsman::answers::methodOutput("Logoff", "<p:ReturnValue>0</p:ReturnValue>"));
            else
                connection.answer(wsman::answers::envelope({}));
        }
    }
    [[nodiscard]] std::string rowsFor(const std::string& body) const
    {
        for (const auto& [className, xml] : m_rows) {
            if (body.find("FROM " + className + "<") != std::string::npos)
                return xml;
        }
        return {};
    }

    const Rows m_rows;
    const std::string m_foundByKey;
    const ScriptedServer m_server; // last: its threads use all above
};

} // namespace deskwarden::tests
