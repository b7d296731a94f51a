// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/texts/MessageLanguage.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace deskwarden;
using namespace deskwarden::models;

namespace {

QByteArray contentOf(const QString& name)
{
    QFile file(QStringLiteral(":/messages/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList files()
{
    return QDir(QStringLiteral(":/messages")).entryList(QDir::Files, QDir::Name);
}

QJsonObject english()
{
    return QJsonDocument::fromJson(contentOf(QStringLiteral("en.json"))).object();
}

/// Empty if it is taken.
QString problemOf(const QJsonObject& object)
{
    const auto language = readMessageLanguage(QJsonDocument(object).toJson());
    return language ? QString() : language.error();
}

/// The object with another value at "key" or "key/index/key".
QJsonObject changed(QJsonObject object, const QString& path, const QJsonValue& value)
{
    const QStringList steps = path.split(QLatin1Char('/'));
    if (steps.size() == 1) {
        object.insert(path, value);
        return object;
    }
    if (steps.size() == 2) {
        object.insert(steps.at(0), changed(object.value(steps.at(0)).toObject(), steps.at(1), value));
        return object;
    }
    QJsonArray list = object.value(steps.at(0)).toArray();
    list.replace(steps.at(1).toInt(), changed(list.at(steps.at(1).toInt()).toObject(), steps.at(2), value));
    object.insert(steps.at(0), list);
    return object;
}

} // namespace

class MessageLanguageTest final : public QObject
{
    Q_OBJECT

private slots:
    void everyFileIsTaken()
    {
        QVERIFY(files().size() >= 2);
        for (const QString& name : files()) {
            const auto language = readMessageLanguage(contentOf(name));
            QVERIFY2(language, qPrintable(name + QLatin1String(": ") + (language ? QString() : language.error())));
            for (const MessageTemplate& message : language->templates)
                QVERIFY(!message.followUpTitle.isEmpty() && !message.followUpText.isEmpty());
        }
        QCOMPARE(static_cast<qsizetype>(messageLanguages().size()), files().size());
        QVERIFY2(messageLanguages().front().letters.isEmpty(), "English comes first");
    }

    void everyLanguageKnowsItsOwnTexts()
    {
        for (const MessageLanguage& language : messageLanguages()) {
            for (const MessageTemplate& message : language.templates) {
                QCOMPARE(languageOf(message.text).letters, language.letters);
                QCOMPARE(completed({}, message.text).followUpText, message.followUpText);
            }
        }
        QVERIFY(languageOf(QString::fromUtf8("café")).letters.isEmpty());
        QVERIFY2(!languageOf(QString::fromUtf8("Їжак")).letters.isEmpty(), "its script is nearer than English");
    }

    void everyKeyIsNeeded()
    {
        for (const QString& key : english().keys()) {
            QJsonObject object = english();
            object.remove(key);
            QVERIFY2(problemOf(object).contains(key), qPrintable(key));
        }
        for (const char* path :
             {"templates/0/name", "templates/1/title", "templates/0/text", "notes/0/name", "notes/1/text",
              "withdrawal/title", "withdrawal/text", "atOnce/0/pattern", "atOnce/1/text"})
        {
            for (const QJsonValue& wrong : {QJsonValue(), QJsonValue(7), QJsonValue(QStringLiteral(" "))})
                QVERIFY2(!problemOf(changed(english(), QLatin1String(path), wrong)).isEmpty(), path);
        }
        QVERIFY(problemOf(english()).isEmpty());
    }

    void whatIsWrongIsSaid_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* name, const char* path, const QJsonValue& value, const char* said) {
            QTest::newRow(name) << QString::fromLatin1(path) << value << QString::fromLatin1(said);
        };
        row("a key too many", "letter", QStringLiteral("x"), "\"letter\" is not known");
        row("a key too many within", "templates/0/words", QStringLiteral("x"), "\"words\" is not known");
        row("letters are no text", "letters", 7, "letters");
        row("no templates", "templates", QJsonArray(), "templates");
        row("templates are no list", "templates", QStringLiteral("x"), "templates");
        row("a place that nobody fills in", "templates/0/text", QStringLiteral("{name}"), "{name}");
        row("a title without the time", "templates/0/title", QStringLiteral("Soon"), "{minutes}");
        row("a note that tells a time", "notes/0/text", QStringLiteral("in {minutes} min"), "{minutes}");
        row("a place in a note that nobody fills in", "notes/1/title", QStringLiteral("{name}"), "{name}");
        row("a long title", "templates/0/title", QString(QString(128, QLatin1Char('a')) + QLatin1String("{minutes}")),
            "too long");
        row("a long text", "templates/0/text", QString(1025, QLatin1Char('a')), "too long");
        row("a long name", "templates/0/name", QString(81, QLatin1Char('a')), "80");
        row("a character that cannot be sent", "withdrawal/text", QString(QChar(7)), "withdrawal");
        row("a pattern that is none", "atOnce/0/pattern", QStringLiteral("("), "pattern");
        row("a time that cannot be now", "templates/0/text", QStringLiteral("for {minutes} min"), "atOnce");
    }

    void whatIsWrongIsSaid()
    {
        QFETCH(QString, path);
        QFETCH(QJsonValue, value);
        QFETCH(QString, said);
        const QString problem = problemOf(changed(english(), path, value));
        QVERIFY2(problem.contains(said), qPrintable(problem));
    }

    void whatIsNoObjectIsRefused()
    {
        for (const char* json : {"", "[", "[]", "7", "{}", "{\"letters\":"})
            QVERIFY2(!readMessageLanguage(json), json);
        QVERIFY(!readMessageLanguage(contentOf(QStringLiteral("en.json")) + QByteArray(64 * 1024, ' ')));
    }

    void noMinutesAreLeftInAnyLanguage()
    {
        for (const MessageLanguage& language : messageLanguages()) {
            for (const MessageTemplate& message : language.templates) {
                QVERIFY(!withoutWaiting(message.title).contains(QLatin1Char('{')));
                QVERIFY(!withoutWaiting(message.text).contains(QLatin1String("{minutes}")));
            }
        }
    }
};

QTEST_APPLESS_MAIN(MessageLanguageTest)
#include "MessageLanguageTest.moc"
