// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/Preferences.h"

#include "storage/StoragePlaces.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSettings>
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
    void everyTextIsThereAgainLater_data();
    void everyTextIsThereAgainLater();
    void whatOthersHaveSetIsKept();
    void changesArriveByThemselves();
    void whatDidNotArriveGoesWithTheNextChange();
    void whatSettingsHaveWrittenIsRead();
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

void PreferencesTest::everyTextIsThereAgainLater_data()
{
    QTest::addColumn<QString>("value");
    const auto row = [](const char* name, const QString& value) { QTest::newRow(name) << value; };
    row("empty", QStringLiteral(""));
    row("words", QStringLiteral("Please save your work, we begin at 5; then \"all\" is gone = 100 %"));
    row("lines", QStringLiteral("one\ntwo\r\nthree\tfour\\n"));
    row("blanks around", QStringLiteral("  x  "));
    row("Russian",
        QStringLiteral("\u0421\u043e\u0445\u0440\u0430\u043d\u0438\u0442\u0435 \u0440\u0430\u0431\u043e\u0442\u0443"));
    row("beyond 16 bits", QString::fromUcs4(U"\U0001F600 a"));
    row("a type's name", QStringLiteral("@ByteArray(x)"));
    row("at signs", QStringLiteral("@@@"));
    row("a section", QStringLiteral("[list]\nrefreshSeconds=1"));
    row("a comment", QStringLiteral(";no"));
    QString controls;
    for (char16_t letter = 1; letter < 160; ++letter)
        controls += QChar(letter) + QLatin1String("7f");
    row("each control character before a digit", controls);
    row("long", QString(100'000, QLatin1Char('x')));
}

void PreferencesTest::everyTextIsThereAgainLater()
{
    QFETCH(QString, value);
    const storage::TextKey title{"acts/messageTitle", "none"};
    {
        Preferences preferences(file());
        preferences.setValue(title, value);
        preferences.setValue(storage::TextKey{"alone", ""}, value);
    }
    const Preferences preferences(file());
    QCOMPARE(preferences.value(title), value);
    QCOMPARE(preferences.value(storage::TextKey{"alone", "none"}), value);
}

void PreferencesTest::whatOthersHaveSetIsKept()
{
    write("future=a, b\n[list]\ncolumns/first=7\nrefreshSeconds=30\n");
    Preferences one(file());
    Preferences other(file());
    one.setValue(storage::preference::parallelActs, 8);
    one.save();
    other.setValue(storage::preference::refreshSeconds, 40);
    other.save();
    const Preferences all(file());
    QCOMPARE(all.value(storage::preference::parallelActs), 8);
    QCOMPARE(all.value(storage::preference::refreshSeconds), 40);
    QCOMPARE(all.value(storage::NumberKey{"list/columns/first", 0, 0, 9}), 7);
    QCOMPARE(QSettings(file(), QSettings::IniFormat).value(QStringLiteral("future")).toStringList(),
             QStringList({QStringLiteral("a"), QStringLiteral("b")}));
}

void PreferencesTest::changesArriveByThemselves()
{
    const storage::TextKey title{"acts/messageTitle", "none"};
    Preferences preferences(file());
    for (int round = 0; round < 20; ++round) { // some while an earlier one is being written
        preferences.setValue(title, QString::number(round));
        QCoreApplication::processEvents();
    }
    QTRY_COMPARE_WITH_TIMEOUT(Preferences(file()).value(title), QStringLiteral("19"), 60'000);
}

void PreferencesTest::whatDidNotArriveGoesWithTheNextChange()
{
    const storage::TextKey first{"acts/first", "none"};
    const storage::TextKey second{"acts/second", "none"};
    const QString name = m_folder.filePath(QStringLiteral("later.ini"));
    QVERIFY(QDir().mkdir(name)); // in the file's place
    Preferences preferences(name);
    preferences.setValue(first, QStringLiteral("1"));
    preferences.setValue(second, QStringLiteral("1"));
    QTest::qWait(100);
    QVERIFY(QFileInfo(name).isDir());
    QVERIFY(QDir().rmdir(name));
    preferences.setValue(second, QStringLiteral("2"));
    QTRY_COMPARE_WITH_TIMEOUT(Preferences(name).value(second), QStringLiteral("2"), 60'000);
    QTRY_COMPARE_WITH_TIMEOUT(Preferences(name).value(first), QStringLiteral("1"), 60'000);
}

void PreferencesTest::whatSettingsHaveWrittenIsRead()
{
    {
        QSettings settings(file(), QSettings::IniFormat); // what wrote this file before
        settings.setValue(QStringLiteral("acts/messageText"), QStringLiteral("a\nb, \"c\""));
        settings.setValue(QStringLiteral("acts/messageFirst"), true);
    }
    Preferences preferences(file());
    preferences.setValue(storage::preference::parallelActs, 8);
    preferences.save();
    const Preferences again(file());
    QCOMPARE(again.value(storage::preference::messageText), QStringLiteral("a\nb, \"c\""));
    QVERIFY(again.value(storage::preference::messageFirst));
}

void PreferencesTest::programsShareTheirPlaces()
{
    const auto places = storage::StoragePlaces::standard();
    QVERIFY(places.profileFile().startsWith(places.configuration));
    QVERIFY(places.preferencesFile().endsWith(QStringLiteral("/deskwarden/preferences.ini")));
}

QTEST_GUILESS_MAIN(PreferencesTest)
#include "PreferencesTest.moc"
