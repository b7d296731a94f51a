// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/window/Translations.h"

#include "models/texts/Texts.h"
#include "support/Enumerators.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

#include <algorithm>
#include <map>

using namespace deskwarden;

namespace {

struct Message
{
    QString context;
    QString source;
    QStringList translations;
    bool isUnfinished = false;
};

QList<Message> readMessages(const QString& file)
{
    QFile input(file);
    if (!input.open(QIODevice::ReadOnly))
        return {};
    QList<Message> messages;
    QString context;
    QXmlStreamReader xml(&input);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"name") {
            context = xml.readElementText();
        } else if (xml.name() == u"message") {
            messages.append({context, {}, {}, false});
        } else if (xml.name() == u"source") {
            messages.last().source = xml.readElementText();
        } else if (xml.name() == u"translation") {
            messages.last().isUnfinished = xml.attributes().hasAttribute(QLatin1String("type"));
            const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
            messages.last().translations = text.trimmed().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        }
    }
    return xml.hasError() ? QList<Message>() : messages;
}

QStringList placeholders(const QString& text)
{
    static const QRegularExpression pattern(QStringLiteral("%L?[0-9n]"));
    QStringList found;
    for (auto match = pattern.globalMatch(text); match.hasNext();)
        found << match.next().captured();
    found.sort();
    return found;
}

qsizetype mnemonics(const QString& text)
{
    static const QRegularExpression pattern(QStringLiteral("&[^& ]"));
    return text.count(pattern);
}

} // namespace

class TranslationsTest final : public QObject
{
    Q_OBJECT

private slots:
    void eachLanguageNamesItself_data() { addLanguages(); }
    void eachLanguageNamesItself();
    void nothingIsUnfinished_data() { addLanguages(); }
    void nothingIsUnfinished();
    void placeholdersMatch_data() { addLanguages(); }
    void placeholdersMatch();
    void mnemonicsAndEndingsMatch_data() { addLanguages(); }
    void mnemonicsAndEndingsMatch();
    void countsAreWordedForOneAndForMany_data() { addLanguages(); }
    void countsAreWordedForOneAndForMany();
    void russianIsLoaded();
    void russianCountsAsRussiansDo_data();
    void russianCountsAsRussiansDo();
    void everyProblemOfInputIsTranslated();
    void englishNeedsNothing();
    void anUnknownLanguageIsSaid();

private:
    static void addLanguages();
};

void TranslationsTest::addLanguages()
{
    QTest::addColumn<QString>("file");
    const QDir folder(QStringLiteral(DESKWARDEN_TRANSLATIONS));
    const QFileInfoList files = folder.entryInfoList({QStringLiteral("deskwarden_*.ts")}, QDir::Files);
    QVERIFY(!files.isEmpty());
    for (const QFileInfo& file : files)
        QTest::newRow(qPrintable(file.baseName())) << file.filePath();
}

/// The help is found by it.
void TranslationsTest::eachLanguageNamesItself()
{
    QFETCH(QString, file);
    const QList<Message> messages = readMessages(file);
    QVERIFY(messages.size() > 300);
    const QString language = QFileInfo(file).baseName().section(QLatin1Char('_'), 1);
    const auto named = std::ranges::find_if(messages, [](const Message& message) {
        return message.context == QLatin1String("deskwarden::ui::HelpWindow") && message.source == QLatin1String("en");
    });
    QVERIFY(named != messages.end());
    QCOMPARE(named->translations, QStringList(language));
    QVERIFY(QFile::exists(QStringLiteral(":/help/%1.md").arg(language)));
}

void TranslationsTest::nothingIsUnfinished()
{
    QFETCH(QString, file);
    for (const Message& message : readMessages(file)) {
        QVERIFY2(!message.isUnfinished, qPrintable(message.context + u": " + message.source));
        QVERIFY2(!message.translations.isEmpty(), qPrintable(message.source));
    }
}

void TranslationsTest::placeholdersMatch()
{
    QFETCH(QString, file);
    for (const Message& message : readMessages(file)) {
        const QStringList wanted = placeholders(message.source);
        const bool isNumerus = wanted.contains(QLatin1String("%n")) || wanted.contains(QLatin1String("%Ln"));
        const QStringList texts =
            isNumerus ? message.translations : QStringList(message.translations.join(QLatin1Char('\n')));
        QVERIFY2(!texts.isEmpty(), qPrintable(message.source));
        for (const QString& text : texts)
            QVERIFY2(placeholders(text) == wanted, qPrintable(message.source + u" / " + text));
    }
}

void TranslationsTest::mnemonicsAndEndingsMatch()
{
    QFETCH(QString, file);
    for (const Message& message : readMessages(file)) {
        const QString text = message.translations.join(QLatin1Char('\n'));
        QVERIFY2(mnemonics(text) == mnemonics(message.source), qPrintable(message.source + u" / " + text));
        for (const QChar ending : {QChar(u':'), QChar(u'…'), QChar(u'?')})
            QVERIFY2(text.endsWith(ending) == message.source.endsWith(ending), qPrintable(message.source));
    }
}

/// What is counted has one word for one and another for many: the number comes as %n, the translation has all forms
/// of its language, and English, which is not translated, has a text of its own for one.
void TranslationsTest::countsAreWordedForOneAndForMany()
{
    QFETCH(QString, file);
    const std::map<QString, qsizetype> forms{{QStringLiteral("ru"), 3}, {QStringLiteral("de"), 2}};
    // These are never about one: the name of a server says it, the steps are many, and limits are large.
    const QStringList neverOne{
        QStringLiteral("%Ln servers"), QStringLiteral("At most %1 sessions can be waited for at once."),
        QStringLiteral("There can be %1 programs at most."), QStringLiteral("Show the %Ln steps"),
        QStringLiteral("Title %1 of %2, text %3 of %4 characters, with the longest name filled in"),
        QStringLiteral("The server refused the sign-in as too large: its token has %1 bytes (HTTP %2)."),
        // one is called by its machine
        QStringLiteral("Cure %Ln ghosts?"), QStringLiteral("Cure %Ln ghosts")};
    const QStringList verbs{QStringLiteral("does"), QStringLiteral("reads"), QStringLiteral("signs"),
                            QStringLiteral("this")};
    static const QRegularExpression plain(QStringLiteral("%L?[1-9] (?:[a-z]+ )?([a-z]{3,}s)\\b"));
    static const QRegularExpression counted(QStringLiteral("%L?n ((?:[a-z]+ |VM )??[a-z]{3,}?)s\\b"));
    const QList<Message> messages = readMessages(file);
    QSet<QString> wordedForOne;
    for (const Message& message : messages) {
        const qsizetype one = message.source.indexOf(QLatin1String("1 "));
        if (one >= 0 && (one == 0 || message.source.at(one - 1) != u'%'))
            wordedForOne << message.context + message.source.mid(one).section(u' ', 0, 1)
                         << message.context + message.source.mid(one).section(u' ', 0, 2);
    }
    int isCounted = 0;
    for (const Message& message : messages) {
        if (neverOne.contains(message.source))
            continue;
        const auto wrong = plain.match(message.source);
        QVERIFY2(!wrong.hasMatch() || verbs.contains(wrong.captured(1)), qPrintable(message.source));
        const auto right = counted.match(message.source);
        if (!right.hasMatch())
            continue;
        ++isCounted;
        const QString one = QStringLiteral("1 ") + right.captured(1);
        const auto isOne = [&](const QString& known) { return known.startsWith(message.context + one); };
        QVERIFY2(std::ranges::any_of(wordedForOne, isOne), qPrintable(message.source));
        const QString language = QFileInfo(file).baseName().section(QLatin1Char('_'), 1);
        QCOMPARE(message.translations.size(), forms.at(language));
    }
    QVERIFY(isCounted > 20);
}

void TranslationsTest::russianIsLoaded()
{
    QTranslator russian;
    QVERIFY(russian.load(QLocale(QLocale::Russian), QStringLiteral("deskwarden"), QStringLiteral("_"),
                         QStringLiteral(":/i18n")));
    QApplication::installTranslator(&russian);
    QCOMPARE(models::stateName(core::ConnectState::Disconnected), QStringLiteral("Отключён"));
    QCOMPARE(models::actionName(management::ActionKind::Logoff), QStringLiteral("Выход из системы"));
}

void TranslationsTest::russianCountsAsRussiansDo_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("expected");
    QTest::newRow("2") << 2 << QStringLiteral("Выход из системы: 2 пользователя");
    QTest::newRow("5") << 5 << QStringLiteral("Выход из системы: 5 пользователей");
    QTest::newRow("1") << 1 << QStringLiteral("Выход из системы: 1 пользователь");
    QTest::newRow("11") << 11 << QStringLiteral("Выход из системы: 11 пользователей");
    QTest::newRow("21") << 21 << QStringLiteral("Выход из системы: 21 пользователь");
}

void TranslationsTest::russianCountsAsRussiansDo()
{
    QFETCH(int, count);
    QFETCH(QString, expected);
    QTranslator russian;
    QVERIFY(russian.load(QStringLiteral(":/i18n/deskwarden_ru.qm")));
    QApplication::installTranslator(&russian);
    std::vector<core::Session> sessions(static_cast<std::size_t>(count));
    for (std::size_t number = 0; number < sessions.size(); ++number) {
        sessions[number].userName = core::SharedString("user" + std::to_string(number));
        sessions[number].state = core::ConnectState::Active;
    }
    QCOMPARE(models::describeImpact({}, sessions).confirmLabel, expected);
}

void TranslationsTest::everyProblemOfInputIsTranslated()
{
    std::map<core::InputProblem, QString> english;
    const auto wordedNow = [](core::InputProblem problem) {
        core::ManagementError error;
        error.kind = core::ErrorKind::InvalidInput;
        error.reason = problem;
        return models::describe(error).what;
    };
    for (const core::InputProblem problem : support::enumerators<core::InputProblem>())
        english[problem] = wordedNow(problem);
    QTranslator russian;
    QVERIFY(russian.load(QStringLiteral(":/i18n/deskwarden_ru.qm")));
    QApplication::installTranslator(&russian);
    for (const auto& [problem, words] : english)
        QVERIFY2(wordedNow(problem) != words, qPrintable(words));
}

void TranslationsTest::englishNeedsNothing()
{
    QVERIFY(ui::installTranslations(*qApp, QLocale(QLocale::English)));
    QCOMPARE(models::actionName(management::ActionKind::Logoff), QStringLiteral("Log off"));
}

void TranslationsTest::anUnknownLanguageIsSaid()
{
    QVERIFY(!ui::installTranslations(*qApp, QLocale(QLocale::Zulu)));
}

QTEST_MAIN(TranslationsTest)
#include "TranslationsTest.moc"
