// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/Preferences.h"

#include "storage/StoragePlaces.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace deskwarden;
using storage::Preferences;

class PreferencesTest final : public QObject
{
    Q_OBJECT

private slots:
    void everySettingStartsWithItsFallback();
    void whatIsSetIsThereAgainLater();
    void numbersAreKeptWithinTheirLimits();
    void anUnreadableFileCountsAsEmpty();
    void programsShareTheirPlaces();

private:
    [[nodiscard]] QString file() const { return m_folder.filePath(QStringLiteral("preferences.ini")); }
    void write(const QByteArray& bytes) const
    {
        QFile out(file());
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(bytes);
    }
    QTemporaryDir m_folder;
};

void PreferencesTest::everySettingStartsWithItsFallback()
{
    const Preferences preferences(m_folder.filePath(QStringLiteral("none.ini")));
    QCOMPARE(preferences.value(storage::preference::refreshSeconds), 10);
    QCOMPARE(preferences.value(storage::preference::colorScheme), QStringLiteral("system"));
    QVERIFY(preferences.value(storage::preference::windowState).isEmpty());
}

void PreferencesTest::whatIsSetIsThereAgainLater()
{
    QByteArray state("\0\x01\xFF[]=;", 7);
    {
        Preferences preferences(file());
        preferences.setValue(storage::preference::refreshSeconds, 30);
        preferences.setValue(storage::preference::language, QStringLiteral("ru"));
        preferences.setValue(storage::preference::windowState, state);
        preferences.setValue(storage::FlagKey{"test/flag", false}, true);
    }
    const Preferences preferences(file());
    QCOMPARE(preferences.value(storage::preference::refreshSeconds), 30);
    QCOMPARE(preferences.value(storage::preference::language), QStringLiteral("ru"));
    QCOMPARE(preferences.value(storage::preference::windowState), state);
    QVERIFY(preferences.value(storage::FlagKey{"test/flag", false}));
}

void PreferencesTest::numbersAreKeptWithinTheirLimits()
{
    write("[list]\nrefreshSeconds=-5\ncallTimeoutSeconds=soon\n[acts]\nparallel=1000\n");
    const Preferences preferences(file());
    QCOMPARE(preferences.value(storage::preference::refreshSeconds), 0);
    QCOMPARE(preferences.value(storage::preference::callTimeoutSeconds), 60);
    QCOMPARE(preferences.value(storage::preference::parallelActs), 64);
}

void PreferencesTest::anUnreadableFileCountsAsEmpty()
{
    write(QByteArray("\xFF\xFE\0[[[\n===", 10));
    const Preferences preferences(file());
    QCOMPARE(preferences.value(storage::preference::refreshSeconds), 10);
}

void PreferencesTest::programsShareTheirPlaces()
{
    const auto places = storage::StoragePlaces::standard();
    QVERIFY(places.profileFile().startsWith(places.configuration));
    QVERIFY(places.preferencesFile().endsWith(QStringLiteral("/deskwarden/preferences.ini")));
}

QTEST_GUILESS_MAIN(PreferencesTest)
#include "PreferencesTest.moc"
