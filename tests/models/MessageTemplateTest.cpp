// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/MessageTemplate.h"

#include <QTest>

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

    void shippedTemplatesAreWholeInBothLanguages()
    {
        const auto templates = shippedTemplates();
        QCOMPARE(templates.size(), std::size_t(4));
        for (const MessageTemplate& message : templates) {
            QVERIFY(!message.name.isEmpty() && !message.followUpTitle.isEmpty() && !message.followUpText.isEmpty());
            QVERIFY(message.title.contains(QLatin1String("{minutes}")));
            QVERIFY(message.text.contains(QLatin1String("{user}")));
        }
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
