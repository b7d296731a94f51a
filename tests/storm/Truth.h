// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QHash>
#include <QJsonObject>
#include <QSet>
#include <QString>
#include <QStringList>

#include <vector>

namespace deskwarden::storm {

/// What came of many acts.
struct Tally
{
    QHash<QString, int> outcomes; ///< by outcome; "in flight" if none was told or recorded
    int acts = 0;
    int carriedOut = 0;
    int twice = 0;         ///< carried out twice without the wire's doing
    int falselyDone = 0;   ///< said to be done or gone, and was not
    int falselyFailed = 0; ///< said to have failed, been skipped or cancelled, and was carried out
    int unrecorded = 0;    ///< carried out without an intent in the record, or told otherwise than recorded
    QStringList lies;      ///< each of the above in words, and what else must not be

    void add(const Tally& other);
    /// Something that must not be, whatever became of the acts.
    void complain(const QString& what) { lies << what; }
};

/// Holds what was told and what was recorded against what the server did, act by act.
class Truth final
{
public:
    enum class Record {
        Complete, ///< every act is in the record, and as it was told
        HasGaps,  ///< as well, but outcomes could not always be written; one that was looked up later may be unknown
    };

    explicit Truth(Record record = Record::Complete)
        : m_record(record)
    {}

    /// A line of a program's --json, of the record's, of the server's journal. `server` tells servers apart.
    void tell(const QJsonObject& line, const QString& server = {});
    void record(const QJsonObject& line, const QString& server = {});
    void carryOut(const QJsonObject& line, const QString& server = {});
    /// A session that is in the server's last list.
    void remain(const QJsonObject& line, const QString& server = {});
    /// The server was asked twice by the wire, with this request.
    void excuse(const std::string& request) { m_repeated.push_back(request); }

    [[nodiscard]] Tally judge() const;

private:
    struct Act
    {
        QString action;
        QString session;
        QString host;
        qint64 sessionId = 0;
        QString told;
        QString recorded;
        int intents = 0;
        int tellings = 0; ///< each window that looks up what a killed program has left tells it
        bool isContradicted = false;
        int times = 0; ///< carried out
    };
    Act& actOf(const QJsonObject& line, const QString& server);
    void judge(const Act& act, Tally& tally) const;
    [[nodiscard]] bool isExcused(const Act& act) const;

    const Record m_record;
    QHash<QString, Act> m_acts;
    QSet<QString> m_remaining;
    std::vector<std::string> m_repeated;
};

} // namespace deskwarden::storm
