// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/AuditDatabase.h"
#include "storage/AuditLog.h"
#include "storage/Preferences.h"
#include "storage/SeenStore.h"
#include "storage/ServerProfileStore.h"
#include "storage/StoragePlaces.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace deskwarden;
using namespace deskwarden::storage;

/// The files of a person who used version 0.1.0 (upgrade-0.1.0/README.md), read and gone on with by this version.
class UpgradeTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void everyServerIsKnownWithEachField();
    void anotherServerJoinsThem();
    void everyPreferenceIsRead();
    void aNewPreferenceLeavesTheOthers();
    void whatWasSeenIsKnown();
    void theRecordIsWhole();
    void everyActIsReadAsItWasWritten();
    void whatWasInFlightIsFound();
    void theRecordGoesOn();

private:
    [[nodiscard]] AuditVerdict verdict() const;

    std::unique_ptr<QTemporaryDir> m_home;
    StoragePlaces m_places;
};

void UpgradeTest::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_places = {m_home->filePath(QStringLiteral("configuration")), m_home->filePath(QStringLiteral("data"))};
    const QDir source(QStringLiteral(UPGRADE_FILES));
    QDirIterator files(source.path(), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString to = m_home->filePath(source.relativeFilePath(files.next()));
        QVERIFY(QDir().mkpath(QFileInfo(to).path()));
        QVERIFY(QFile::copy(files.filePath(), to));
        QVERIFY(QFile::setPermissions(to, QFile::ReadOwner | QFile::WriteOwner)); // as the programs leave them
    }
}

AuditVerdict UpgradeTest::verdict() const
{
    const auto database = AuditDatabase::open(m_places.auditFile(), AuditDatabase::Access::ReadOnly);
    const auto found = database ? (*database)->verify() : core::failure(database.error());
    return found.value_or(AuditVerdict{AuditVerdict::Damage::Changed, -1, -1, {}});
}

void UpgradeTest::everyServerIsKnownWithEachField()
{
    const ServerProfileStore store(m_places.profileFile());
    QVERIFY(!store.loadError());
    QCOMPARE(store.servers().size(), std::size_t{2});
    core::ServerProfile plain;
    plain.address = core::ServerAddress::parse("http://127.0.0.1:45985").value();
    plain.user = "ada";
    QCOMPARE(store.servers()[0].profile, plain);
    core::ServerProfile set;
    set.address = core::ServerAddress::parse("https://broker.nordwind.example:8443").value();
    set.user = "NORDWIND\\ada";
    set.auth = core::AuthScheme::Kerberos;
    set.caFile = "/etc/ssl/nordwind.pem";
    for (int times = 0; times < 4; ++times)
        set.fingerprint += "0123456789abcdef";
    set.clientCertificate = "/etc/ssl/ada.pem";
    set.clientKey = "/etc/ssl/ada.key";
    set.serviceClass = "WSMAN";
    set.nameSpace = "root\\cimv2\\other";
    set.uriStyle = core::UriStyle::Cim;
    set.timeout = std::chrono::seconds(45);
    QCOMPARE(store.servers()[1].profile, set);
    QCOMPARE(store.servers()[1].lastUsed.time_since_epoch(), std::chrono::milliseconds(1'795'162'530'250));
}

void UpgradeTest::anotherServerJoinsThem()
{
    core::ServerProfile added;
    added.address = core::ServerAddress::parse("https://new.example").value();
    {
        ServerProfileStore store(m_places.profileFile());
        QVERIFY(store.remember(added).has_value());
    }
    const ServerProfileStore again(m_places.profileFile());
    QVERIFY(!again.loadError());
    QCOMPARE(again.servers().size(), std::size_t{3});
    QCOMPARE(again.servers()[0].profile, added);
    QCOMPARE(again.servers()[2].profile.serviceClass, std::string("WSMAN"));
}

void UpgradeTest::everyPreferenceIsRead()
{
    const Preferences preferences(m_places.preferencesFile());
    QCOMPARE(preferences.value(preference::auditDays), 900);
    QCOMPARE(preferences.value(preference::systemLog), true);
    QCOMPARE(preferences.value(preference::messageTitle), QStringLiteral("Wartung, später"));
    QVERIFY(!preferences.value(preference::windowGeometry).isEmpty());
    QVERIFY(!preferences.value(preference::windowState).isEmpty());
    QVERIFY(!preferences.value(preference::tableHeader).isEmpty());
    QVERIFY(!preferences.value(preference::activityHeader).isEmpty());
}

void UpgradeTest::aNewPreferenceLeavesTheOthers()
{
    const auto all = [this] {
        const QSettings settings(m_places.preferencesFile(), QSettings::IniFormat);
        QMap<QString, QVariant> values;
        for (const QString& key : settings.allKeys())
            values.insert(key, settings.value(key));
        return values;
    };
    QMap<QString, QVariant> expected = all();
    QCOMPARE(expected.size(), qsizetype{7});
    {
        Preferences preferences(m_places.preferencesFile());
        preferences.setValue(preference::graceMinutes, 12);
    }
    expected.insert(QString::fromLatin1(preference::graceMinutes.name), QStringLiteral("12"));
    QCOMPARE(all(), expected);
}

void UpgradeTest::whatWasSeenIsKnown()
{
    SeenStore store(m_places.seenFolder());
    const auto seen = store.reader({core::SharedString("http://127.0.0.1:45985")})();
    QFile file(QDir(m_places.seenFolder()).entryInfoList(QDir::Files).value(0).filePath());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().trimmed().split('\n').mid(1);
    QCOMPARE(seen.size(), static_cast<std::size_t>(lines.size()));
    for (const QByteArray& line : lines) {
        const QList<QByteArray> words = line.split(' ');
        const auto found = seen.find(words.at(0).toULongLong(nullptr, 16));
        QVERIFY2(found != seen.end(), line.constData());
        QCOMPARE(static_cast<uint>(found->second.state), words.at(1).toUInt());
        QCOMPARE(found->second.sinceMs, words.at(2).toLongLong());
    }
}

void UpgradeTest::theRecordIsWhole()
{
    const AuditVerdict found = verdict();
    QCOMPARE(found.damage, AuditVerdict::Damage::None);
    QCOMPARE(found.checked, std::int64_t{27});
}

void UpgradeTest::everyActIsReadAsItWasWritten()
{
    const auto database = AuditDatabase::open(m_places.auditFile(), AuditDatabase::Access::ReadOnly);
    QVERIFY(database.has_value());
    QMap<QString, int> outcomes;
    std::vector<AuditAct> acts;
    const auto read = (*database)->eachAct({}, [&](AuditAct&& act) {
        ++outcomes[act.outcome ? act.outcome->outcome : QStringLiteral("in flight")];
        acts.push_back(std::move(act));
        return true;
    });
    QVERIFY(read.has_value());
    const QMap<QString, int> expected{{QStringLiteral("done"), 7},
                                      {QStringLiteral("failed"), 1},
                                      {QStringLiteral("unknown"), 1},
                                      {QStringLiteral("still_signing_out"), 1},
                                      {QStringLiteral("in flight"), 6}};
    QCOMPARE(outcomes, expected);
    const AuditRecord& first = acts.front().intent;
    QCOMPARE(first.id, std::int64_t{3});
    QCOMPARE(first.time, QStringLiteral("2026-11-29T01:37:32.821Z"));
    QCOMPARE(first.operatorName, QStringLiteral("root"));
    QCOMPARE(first.machine, QStringLiteral("desk-3"));
    QCOMPARE(first.server, QStringLiteral("http://127.0.0.1:45985"));
    QCOMPARE(first.vmHostName, QStringLiteral("RDVH-01.nordwind.example"));
    QCOMPARE(first.sessionId, 4U);
    QCOMPARE(first.userName, QStringLiteral("sofia.o'brien"));
    QCOMPARE(first.domainName, QStringLiteral("NORDWIND"));
    QCOMPARE(first.vmName, QStringLiteral("OFF-0014"));
    QCOMPARE(first.action, QStringLiteral("logoff"));
    QCOMPARE(first.reason, QStringLiteral("INC-4711: Wartung „Süd“"));
    const auto checkpoint = (*database)->checkpoint();
    QVERIFY(checkpoint.has_value() && checkpoint->has_value());
    QCOMPARE((*checkpoint)->intentId, std::int64_t{2});
}

void UpgradeTest::whatWasInFlightIsFound()
{
    const AuditLog log(m_places.auditFile(), {QStringLiteral("ada"), QStringLiteral("desk-3")});
    const auto left = log.leftBehind();
    QVERIFY(left.has_value());
    QCOMPARE(left->size(), std::size_t{6});
    for (const AuditRecord& record : *left)
        QCOMPARE(record.reason, QStringLiteral("killed"));
}

void UpgradeTest::theRecordGoesOn()
{
    {
        AuditLog log(m_places.auditFile(), {QStringLiteral("ada"), QStringLiteral("desk-3")});
        const auto left = log.leftBehind();
        QVERIFY(left.has_value() && !left->empty());
        management::Outcome gone;
        gone.kind = management::OutcomeKind::AlreadyGone;
        QVERIFY(log.resolve(left->front(), gone).has_value());
        management::ActionRequest request;
        request.id = 1;
        request.confirmed.userName = core::SharedString("bob");
        QVERIFY(log.recordIntents(std::vector{request}).has_value());
    }
    const AuditVerdict found = verdict();
    QCOMPARE(found.damage, AuditVerdict::Damage::None);
    QCOMPARE(found.checked, std::int64_t{29});
}

QTEST_GUILESS_MAIN(UpgradeTest)
#include "UpgradeTest.moc"
