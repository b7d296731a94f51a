// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/MiddleMan.h"
#include "support/ProgramRun.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace deskwarden;
using support::SimulatorProcess;

namespace {

qsizetype countOf(const QByteArray& text, const QByteArray& part)
{
    return text.count(part);
}

} // namespace

/// What the unchanged console says on the wire about its language.
class ConsoleLanguageTest final : public QObject
{
    Q_OBJECT

private slots:
    void everyRequestNamesTheLanguageOfTheWindow_data();
    void everyRequestNamesTheLanguageOfTheWindow();
};

void ConsoleLanguageTest::everyRequestNamesTheLanguageOfTheWindow_data()
{
    QTest::addColumn<QString>("system");
    QTest::addColumn<QByteArray>("preferences");
    QTest::addColumn<QByteArray>("sent");
    QTest::newRow("the system's") << QStringLiteral("ru_RU.UTF-8") << QByteArray() << QByteArray("ru-RU");
    QTest::newRow("the person's") << QStringLiteral("de_DE.UTF-8") << QByteArray("[window]\nlanguage=ru\n")
                                  << QByteArray("ru-RU");
    QTest::newRow("none") << QStringLiteral("C") << QByteArray() << QByteArray("en-US");
}

void ConsoleLanguageTest::everyRequestNamesTheLanguageOfTheWindow()
{
    QFETCH(const QString, system);
    QFETCH(const QByteArray, preferences);
    QFETCH(const QByteArray, sent);
    const SimulatorProcess simulator({QStringLiteral("--sessions"), QStringLiteral("20")});
    QVERIFY2(simulator.isListening(), simulator.complaint().constData());
    const tests::MiddleMan middle(static_cast<std::uint16_t>(QUrl(simulator.address()).port()));
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("config/deskwarden")));
    QFile file(folder.filePath(QStringLiteral("config/deskwarden/preferences.ini")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(preferences), preferences.size());
    file.close();

    QProcessEnvironment environment = support::programEnvironment(folder.filePath(QStringLiteral("data")));
    const auto set = [&environment](const char* name, const QString& value) {
        environment.insert(QString::fromLatin1(name), value);
    };
    set("XDG_CONFIG_HOME", folder.filePath(QStringLiteral("config")));
    set("LC_ALL", system);
    set("LANG", system);
    environment.remove(QStringLiteral("LANGUAGE"));
    set("QT_QPA_PLATFORM", QStringLiteral("offscreen"));
    set("QT_QPA_GENERIC_PLUGINS", QStringLiteral("deskwarden-driver"));
    set("QT_PLUGIN_PATH", QCoreApplication::applicationDirPath() + QStringLiteral("/../plugins"));
    const QJsonObject orders{{QStringLiteral("password"), QString::fromLatin1(SimulatorProcess::password())},
                             {QStringLiteral("sessions"), QJsonArray()}};
    set("DESKWARDEN_TEST_ORDERS", QString::fromUtf8(QJsonDocument(orders).toJson(QJsonDocument::Compact)));
    QProcess console;
    console.setProcessEnvironment(environment);
    console.start(support::programPath(QStringLiteral("deskwarden")),
                  {QStringLiteral("--server"), QStringLiteral("http://127.0.0.1:%1").arg(middle.port()),
                   QStringLiteral("--user"), SimulatorProcess::user()});
    const auto recorded = [&middle] { return QByteArray::fromStdString(middle.recorded()); };
    QTRY_VERIFY_WITH_TIMEOUT(recorded().contains("EnumerateResponse>"), 60'000);
    QCOMPARE(console.state(), QProcess::Running);
    console.kill();
    QVERIFY(console.waitForFinished(60'000));

    const QByteArray all = recorded();
    const auto requests = countOf(all, "<w:Locale xml:lang=\"");
    QVERIFY(requests >= 1);
    QCOMPARE(countOf(all, "<w:Locale xml:lang=\"" + sent + "\" s:mustUnderstand=\"false\"/>"), requests);
    // The data stay as programs read them.
    QCOMPARE(countOf(all, "<p:DataLocale xml:lang=\"en-US\" s:mustUnderstand=\"false\"/>"), requests);
}

QTEST_GUILESS_MAIN(ConsoleLanguageTest)
#include "ConsoleLanguageTest.moc"
