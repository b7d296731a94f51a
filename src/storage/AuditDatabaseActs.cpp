// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/AuditDatabase.h"
#include "storage/AuditRows.h"

#include <QHash>
#include <QSqlQuery>

#include <algorithm>
#include <utility>

namespace deskwarden::storage {

using core::failure;
using core::Result;

namespace {

/// Each intent with its newest outcome.
std::vector<AuditAct> actsOf(std::vector<AuditRecord> intents, std::vector<AuditRecord> outcomes)
{
    std::vector<AuditAct> acts;
    acts.reserve(intents.size());
    QHash<qint64, std::size_t> placeOf;
    for (AuditRecord& intent : intents) {
        placeOf.insert(intent.id, acts.size());
        acts.push_back({std::move(intent), std::nullopt});
    }
    for (AuditRecord& outcome : outcomes) {
        if (const auto place = placeOf.constFind(outcome.intentId); place != placeOf.constEnd())
            acts[*place].outcome = std::move(outcome);
    }
    return acts;
}

} // namespace

Result<> AuditDatabase::eachAct(const QString& since, const ActSink& sink, const std::stop_token& stop) const
{
    // Each intent with its newest outcome.
    const QString statement =
        QStringLiteral("SELECT %1, %2 FROM records i LEFT JOIN records o ON o.id = (SELECT MAX(id) FROM records WHERE "
                       "kind = 1 AND intent = i.id) WHERE i.kind = 0 AND i.time >= ? ORDER BY i.id")
            .arg(AuditRows::columns(QStringLiteral("i.")), AuditRows::columns(QStringLiteral("o.")));
    const QString from = since.isNull() ? QStringLiteral("") : since; // a null QString would compare as NULL
    return each(statement, {from}, stop, [&sink](const QSqlQuery& row) {
        AuditAct act{AuditRows::recordAt(row), std::nullopt};
        if (!row.isNull(AuditRows::columnCount))
            act.outcome = AuditRows::recordAt(row, AuditRows::columnCount);
        return sink(std::move(act));
    });
}

Result<std::vector<AuditAct>> AuditDatabase::newestActs(int most, const std::stop_token& stop) const
{
    auto intents = select(QStringLiteral("WHERE kind = 0 ORDER BY id DESC LIMIT ?"), {most}, stop);
    if (!intents)
        return failure(std::move(intents.error()));
    std::ranges::reverse(*intents);
    const qint64 oldest = intents->empty() ? 0 : static_cast<qint64>(intents->front().id);
    auto outcomes = select(QStringLiteral("WHERE kind = 1 AND id > ? ORDER BY id"), {oldest}, stop);
    if (!outcomes)
        return failure(std::move(outcomes.error()));
    return actsOf(*std::move(intents), *std::move(outcomes));
}

Result<std::vector<AuditAct>> AuditDatabase::newestActsOn(const QString& user, const QString& domain, std::size_t most,
                                                          const std::stop_token& stop) const
{
    // No index knows users: read piece by piece from the end, it can be stopped in between.
    constexpr qint64 piece = 5000;
    // A null text would compare as NULL.
    const auto bound = [](const QString& name) {
        return name.isNull() ? QStringLiteral("") : AuditRows::keptText(name);
    };
    std::vector<AuditAct> acts;
    const auto newest = last();
    if (!newest)
        return failure(newest.error());
    for (qint64 end = *newest ? static_cast<qint64>((*newest)->id) : 0; end > 0 && acts.size() < most; end -= piece) {
        if (stop.stop_requested())
            break;
        auto intents =
            select(QStringLiteral("WHERE id > ? AND id <= ? AND kind = 0 AND user = ? COLLATE NOCASE AND "
                                  "domain = ? COLLATE NOCASE ORDER BY id DESC LIMIT ?"),
                   {end - piece, end, bound(user), bound(domain), static_cast<qlonglong>(most - acts.size())}, stop);
        if (!intents)
            return failure(std::move(intents.error()));
        for (AuditRecord& intent : *intents) {
            auto outcome = first(QStringLiteral("WHERE kind = 1 AND intent = ? ORDER BY id DESC"),
                                 {static_cast<qlonglong>(intent.id)});
            if (!outcome)
                return failure(std::move(outcome.error()));
            acts.push_back({std::move(intent), *std::move(outcome)});
        }
    }
    return acts;
}

Result<std::optional<AuditAct>> AuditDatabase::newestAct(const AuditRecord& like) const
{
    auto intent = first(QStringLiteral("WHERE kind = 0 AND session = ? AND server = ? AND host = ? AND user = ? AND "
                                       "domain = ? AND action = ? ORDER BY id DESC"),
                        {static_cast<qlonglong>(like.sessionId), AuditRows::keptText(like.server),
                         AuditRows::keptText(like.vmHostName), AuditRows::keptText(like.userName),
                         AuditRows::keptText(like.domainName), AuditRows::keptText(like.action)});
    if (!intent || !*intent)
        return intent.map([](const auto& /*none*/) { return std::optional<AuditAct>(); });
    auto outcome = first(QStringLiteral("WHERE kind = 1 AND intent = ? ORDER BY id DESC"),
                         {static_cast<qlonglong>((*intent)->id)});
    return std::move(outcome).map([&intent](std::optional<AuditRecord>&& found) {
        return std::optional(AuditAct{**std::move(intent), std::move(found)});
    });
}

Result<std::vector<AuditRecord>> AuditDatabase::inFlight(const std::stop_token& stop) const
{
    const auto isKept = has(openTrigger);
    if (!isKept)
        return failure(isKept.error());
    // A log that no program of this version has written to yet is searched as a whole.
    const QString where = *isKept ? QStringLiteral("id IN (SELECT id FROM open_intents) AND ") : QString();
    return select(QStringLiteral("WHERE %1kind = 0 AND NOT EXISTS (SELECT 1 FROM records o WHERE o.kind = 1 AND "
                                 "o.intent = records.id) ORDER BY id")
                      .arg(where),
                  {}, stop);
}

/// The intents without an outcome, so that nobody has to look for them among all. Triggers keep the table, whichever
/// program writes; it says only where to look, and the records what is true.
Result<> AuditDatabase::makeOpenIntents()
{
    const auto isThere = has(openTrigger);
    if (!isThere || *isThere)
        return isThere.map([](bool /*there*/) {});
    for (const QString& statement :
         {QStringLiteral("CREATE TABLE IF NOT EXISTS open_intents (id INTEGER PRIMARY KEY)"),
          QStringLiteral("CREATE TRIGGER intent_opens AFTER INSERT ON records WHEN new.kind = 0 BEGIN "
                         "INSERT OR IGNORE INTO open_intents VALUES (new.id); END"),
          QStringLiteral("DROP TRIGGER IF EXISTS outcome_closes"),
          QStringLiteral("CREATE TRIGGER outcome_closes AFTER INSERT ON records WHEN new.kind = 1 BEGIN "
                         "DELETE FROM open_intents WHERE id = new.intent; END"),
          QStringLiteral("INSERT OR IGNORE INTO open_intents SELECT id FROM records i WHERE kind = 0 AND NOT EXISTS "
                         "(SELECT 1 FROM records WHERE kind = 1 AND intent = i.id)")})
    {
        if (auto done = execute(statement); !done)
            return done;
    }
    return {};
}

Result<> AuditDatabase::removeRecorded(std::vector<AuditRecord>& outcomes) const
{
    std::vector<AuditRecord> missing;
    for (AuditRecord& outcome : outcomes) {
        const auto there = first(QStringLiteral("WHERE kind = 1 AND intent = ? AND run = ? AND time = ?"),
                                 {static_cast<qlonglong>(outcome.intentId), outcome.run, outcome.time});
        if (!there)
            return failure(there.error());
        if (!*there)
            missing.push_back(outcome);
    }
    outcomes = std::move(missing);
    return {};
}

} // namespace deskwarden::storage
