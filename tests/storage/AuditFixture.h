// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "storage/AuditDatabase.h"
#include "storage/AuditLog.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <optional>
#include <vector>

namespace deskwarden::tests {

using namespace deskwarden::storage;
using Access = AuditDatabase::Access;
using Damage = AuditVerdict::Damage;

inline management::ActionRequest request(std::uint64_t id, const char* user = "anna")
{
    management::ActionRequest result;
    result.id = id;
    result.confirmed.key = {core::ServerId{core::SharedString("https://broker")}, core::SharedString("HOST-1"),
                            static_cast<std::uint32_t>(id)};
    result.confirmed.userName = core::SharedString(user);
    result.confirmed.domainName = core::SharedString("CONTOSO");
    result.confirmed.vmName = core::SharedString("VM-7");
    result.reason = "INC-4711";
    return result;
}

inline management::Outcome done()
{
    management::Outcome outcome;
    outcome.kind = management::OutcomeKind::Done;
    outcome.returnValue = 0;
    return outcome;
}

inline AuditOrigin origin()
{
    return {QStringLiteral("CONTOSO\\helpdesk"), QStringLiteral("DESK-3")};
}

inline void recordOne(AuditLog& log, std::uint64_t id)
{
    const std::vector requests{request(id)};
    auto tokens = log.recordIntents(requests);
    QVERIFY(tokens.has_value());
    QVERIFY(log.recordOutcome(tokens->front(), done()).has_value());
}

/// So many intents, then their outcomes.
inline void recordSome(AuditLog& log, std::uint64_t count)
{
    std::vector<management::ActionRequest> requests;
    for (std::uint64_t id = 1; id <= count; ++id)
        requests.push_back(request(id));
    const auto tokens = log.recordIntents(requests);
    QVERIFY(tokens.has_value());
    const management::Outcome outcome = done();
    std::vector<management::SettledAct> settled;
    for (const management::IntentToken& token : *tokens)
        settled.push_back({&token, &outcome});
    QVERIFY(log.recordOutcomes(settled).has_value());
}

/// An audit log in a folder of its own, and what somebody may do to it behind the program's back.
class AuditFixture : public QObject
{
protected:
    void begin()
    {
        m_directory.emplace();
        m_file = m_directory->filePath(QStringLiteral("audit.sqlite"));
    }

    [[nodiscard]] AuditVerdict verdict() const
    {
        const auto database = AuditDatabase::open(m_file, Access::ReadOnly);
        const auto result = database ? (*database)->verify() : core::failure(database.error());
        return result.value_or(AuditVerdict{Damage::Changed, -1, -1, {}});
    }

    [[nodiscard]] std::vector<AuditAct> acts() const
    {
        const auto database = AuditDatabase::open(m_file, Access::ReadOnly);
        std::vector<AuditAct> all;
        const auto read = (*database)->eachAct({}, [&all](AuditAct&& act) {
            all.push_back(std::move(act));
            return true;
        });
        return read ? all : std::vector<AuditAct>();
    }

    void tamper(const QString& statement) const
    {
        {
            QSqlDatabase connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("tamper"));
            connection.setDatabaseName(m_file);
            QVERIFY(connection.open());
            QSqlQuery query(connection);
            QVERIFY(query.exec(statement));
        }
        QSqlDatabase::removeDatabase(QStringLiteral("tamper"));
    }

    std::optional<QTemporaryDir> m_directory;
    QString m_file;
};

} // namespace deskwarden::tests
