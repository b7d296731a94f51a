// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/texts/MessageTemplate.h"

#include "models/texts/MessageLanguage.h"

#include <QTest>

#include <algorithm>

using namespace deskwarden;
using namespace deskwarden::models;

namespace {

core::Session sessionOf(const char* user, const char* machine)
{
    core::Session session;
    session.userName = core::SharedString(user);
    session.vmName = core::SharedString(machine);
    return session;
}

/// In one of the languages that the program carries.
bool saysAtOnce(const QString& text)
{
    return std::ranges::any_of(messageLanguages(), [&text](const MessageLanguage& language) {
        return std::ranges::any_of(language.atOnce,
                                   [&text](const MessageLanguage::AtOnce& way) { return text.contains(way.text); });
    });
}

} // namespace

class MessageTemplateTest final : public QObject
{
    Q_OBJECT

private slots:
    void everyPlaceIsFilledOnce()
    {
        const core::Session session = sessionOf("{ticket}", "VDI-{minutes}");
        QCOMPARE(
            filled(QStringLiteral("{user} {vm} {minutes} {ticket} {other} {"), session, {7, QStringLiteral("{vm}")}),
            QStringLiteral("{ticket} VDI-{minutes} 7 {vm} {other} {"));
    }

    void whatFollowsACancelIsInTheLanguageOfTheText()
    {
        const MessageTemplate english = completed({}, QStringLiteral("Please save."));
        const MessageTemplate russian = completed({}, QString::fromUtf8("Сохраните работу."));
        QVERIFY(english.followUpText != russian.followUpText);
        QVERIFY(russian.followUpText.startsWith(QString::fromUtf8("Здравствуйте")));
        QVERIFY(!english.title.isEmpty() && !russian.title.isEmpty());
        QCOMPARE(completed(QStringLiteral("T"), QStringLiteral("text")).title, QStringLiteral("T"));
    }

    void shippedTemplatesAreWholeInEachLanguage()
    {
        const auto templates = shippedTemplates();
        QVERIFY(templates.size() >= 4);
        for (const MessageTemplate& message : templates) {
            QVERIFY(!message.name.isEmpty() && !message.followUpTitle.isEmpty() && !message.followUpText.isEmpty());
            QVERIFY(message.title.contains(QLatin1String("{minutes}")));
            QVERIFY(message.text.contains(QLatin1String("{user}")));
        }
    }

    void noWaitingMeansNow()
    {
        const core::Session session = sessionOf("anna", "VDI-1");
        for (const MessageTemplate& message : shippedTemplates()) {
            for (const QString& words : {message.title, message.text}) {
                const QString text = filled(words, session, {0, {}});
                QVERIFY2(!text.contains(QLatin1Char('0')), qPrintable(text));
                QVERIFY2(saysAtOnce(text), qPrintable(text));
                QVERIFY(filled(words, session, {7, {}}).contains(QLatin1Char('7')));
            }
        }
        QCOMPARE(filled(QStringLiteral("In {minutes} minutes. {minutes}"), session, {0, {}}), QStringLiteral("Now. 0"));
        QCOMPARE(filled(QString::fromUtf8("Конец через {minutes} мин. Пока."), session, {0, {}}),
                 QString::fromUtf8("Конец сейчас. Пока."));
        QCOMPARE(filled(QString::fromUtf8("Bitte hören Sie in {minutes} min auf."), session, {0, {}}),
                 QString::fromUtf8("Bitte hören Sie jetzt auf."));
    }

    void ownTemplatesAreKept()
    {
        std::vector<MessageTemplate> templates = shippedTemplates();
        QVERIFY(keptTemplates(templates).isEmpty());
        QCOMPARE(templatesFrom({}), templates);
        templates.erase(templates.begin());
        templates.push_back(completed(QStringLiteral("T"), QStringLiteral("\"{user}\",\n{vm}; %1 \\")));
        templates.back().name = QStringLiteral("Mine");
        QCOMPARE(templatesFrom(keptTemplates(templates)), templates);
    }

    void whatCannotBeReadIsLeftOut()
    {
        for (const char* kept : {"", "[", "{}", "[]", "[1,{}]", "[{\"name\":\"n\",\"text\":\" \"}]"})
            QCOMPARE(templatesFrom(QString::fromLatin1(kept)), shippedTemplates());
        const auto some = templatesFrom(QStringLiteral("[{\"name\":\"n\",\"text\":\"t\"},{\"name\":\"\"}]"));
        QCOMPARE(some.size(), std::size_t(1));
        QVERIFY(!some.front().title.isEmpty() && !some.front().followUpText.isEmpty());
    }

    void whatNobodyFillsInIsAnError()
    {
        const QString title = QStringLiteral("{minutes}");
        for (const MessageTemplate& message : shippedTemplates())
            QVERIFY(templateProblem(message.title, message.text).isEmpty());
        QVERIFY(templateProblem(title, QStringLiteral("{ a } { } {user {vm}")).isEmpty());
        for (const char* text : {"{User}", "a {name} b", "{}", "{{time}}"}) {
            const QString problem = templateProblem(title, QString::fromLatin1(text));
            QVERIFY2(problem.contains(QLatin1Char('{')) && problem.contains(QLatin1String("{ticket}")), text);
        }
        QVERIFY(templateProblem(QStringLiteral("{x}"), QString()).contains(QLatin1String("{x}")));
        QVERIFY(!templateProblem(QString(129, QLatin1Char('a')), title).isEmpty());
        QVERIFY(!templateProblem(title, QString(1025, QLatin1Char('a'))).isEmpty());
        QVERIFY(!templateProblem(title, QString(QChar(7))).isEmpty());
    }

    void eachActHasItsOwnWords()
    {
        const std::vector sessions{sessionOf("anna", "VDI-1"), sessionOf("bob", "VDI-2")};
        std::uint64_t last = 0;
        const auto acts = warnedActs(sessions, {}, completed({}, QStringLiteral("{user}, {ticket}")),
                                     {5, QStringLiteral("INC-1")}, [&last] { return ++last; });
        QCOMPARE(acts.size(), std::size_t(2));
        QCOMPARE(last, std::uint64_t(6));
        QCOMPARE(acts.back().warning.action.text, std::string("bob, INC-1"));
        QVERIFY(acts.back().warning.action.kind == management::ActionKind::Message);
        QVERIFY(acts.back().act.action.kind == management::ActionKind::Logoff);
        QCOMPARE(acts.back().act.reason, std::string("INC-1"));
    }
};

QTEST_APPLESS_MAIN(MessageTemplateTest)
#include "MessageTemplateTest.moc"
