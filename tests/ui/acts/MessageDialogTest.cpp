// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/acts/MessageDialog.h"

#include "models/texts/MessageRules.h"
#include "support/DialogSamples.h"
#include "ui/widgets/NoticePanel.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace deskwarden;

namespace {

struct Fields
{
    explicit Fields(const ui::MessageDialog& dialog)
        : title(dialog.findChild<QLineEdit*>(QStringLiteral("titleEdit")))
        , text(dialog.findChild<QPlainTextEdit*>(QStringLiteral("textEdit")))
        , send(dialog.findChild<QPushButton*>(QStringLiteral("sendButton")))
        , problem(dialog.findChild<ui::NoticePanel*>(QStringLiteral("problemNotice")))
    {}
    QLineEdit* title;
    QPlainTextEdit* text;
    QPushButton* send;
    ui::NoticePanel* problem;
};

management::ActionPlan messageTo(const std::vector<core::Session>& sessions)
{
    management::Action action;
    action.kind = management::ActionKind::Message;
    return management::planFor(action, sessions);
}

} // namespace

class MessageDialogTest final : public QObject
{
    Q_OBJECT

private slots:
    void sendsTitleTextAndReasonOnce();
    void emptyTitleOrTextIsSaid();
    void tooLongIsSaidWithTheCount();
    void unsendableCharactersAreSaid();
    void emojiAndCyrillicAreSendable();
    void everybodyIsListed();
    void nobodyCannotBeWrittenTo();
    void enterInTheTitleSendsNothing();
};

void MessageDialogTest::sendsTitleTextAndReasonOnce()
{
    ui::MessageDialog dialog(messageTo(test::sampleSessions(3)));
    QSignalSpy spy(&dialog, &ui::MessageDialog::sendRequested);
    dialog.open();
    const Fields fields(dialog);
    QTest::keyClicks(fields.title, QStringLiteral("Maintenance"));
    fields.text->setPlainText(QStringLiteral("Please save.\nThank you."));
    dialog.setReason(QStringLiteral("CHG-7"));
    fields.send->click();
    fields.send->click();
    QCOMPARE(spy.count(), 1);
    QCOMPARE(spy.first(), (QVariantList{QStringLiteral("Maintenance"), QStringLiteral("Please save.\nThank you."),
                                        QStringLiteral("CHG-7")}));
    QVERIFY(!dialog.isVisible());
}

void MessageDialogTest::emptyTitleOrTextIsSaid()
{
    ui::MessageDialog dialog(messageTo(test::sampleSessions(3)));
    dialog.open();
    const Fields fields(dialog);
    QVERIFY(!fields.send->isEnabled());
    QVERIFY(!fields.problem->sentence().isEmpty());
    fields.title->setText(QStringLiteral("  "));
    fields.text->setPlainText(QStringLiteral("x"));
    QVERIFY(!fields.send->isEnabled());
    fields.title->setText(QStringLiteral("T"));
    QVERIFY(fields.send->isEnabled());
    QVERIFY(fields.problem->sentence().isEmpty());
}

void MessageDialogTest::tooLongIsSaidWithTheCount()
{
    ui::MessageDialog dialog(messageTo(test::sampleSessions(3)));
    dialog.open();
    const Fields fields(dialog);
    fields.title->setText(QStringLiteral("T"));
    fields.text->setPlainText(QString(models::messageTextLimit, QLatin1Char('x')));
    QVERIFY(fields.send->isEnabled());
    fields.text->setPlainText(QString(models::messageTextLimit + 1, QLatin1Char('x')));
    QVERIFY(!fields.send->isEnabled());
    QCOMPARE(fields.problem->kind(), ui::NoticePanel::Kind::Failure);
    const QString count = dialog.findChild<QLabel*>(QStringLiteral("countLabel"))->text();
    QVERIFY(count.contains(QString::number(models::messageTextLimit + 1)));
}

void MessageDialogTest::unsendableCharactersAreSaid()
{
    ui::MessageDialog dialog(messageTo(test::sampleSessions(3)));
    dialog.open();
    const Fields fields(dialog);
    fields.title->setText(QStringLiteral("T"));
    for (const char16_t bad : {u'\x07', u'\xD800', u'\xFFFE'}) {
        fields.text->setPlainText(QStringLiteral("x") + QChar(bad));
        QVERIFY(!fields.send->isEnabled());
    }
}

void MessageDialogTest::emojiAndCyrillicAreSendable()
{
    ui::MessageDialog dialog(messageTo(test::sampleSessions(3)));
    dialog.open();
    const Fields fields(dialog);
    fields.title->setText(QStringLiteral("Работы \U0001F6E0"));
    fields.text->setPlainText(QStringLiteral("Сохраните <b>всё</b> & \"выйдите\"\t\U0001F44D"));
    QVERIFY(fields.send->isEnabled());
}

void MessageDialogTest::everybodyIsListed()
{
    std::vector<core::Session> chosen = test::sampleSessions(40);
    chosen.push_back(test::sampleSession(50, core::ConnectState::Listen, ""));
    ui::MessageDialog dialog(messageTo(chosen));
    dialog.open();
    QCOMPARE(dialog.findChild<QTableView*>(QStringLiteral("sessionsTable"))->model()->rowCount(), 40);
    QVERIFY(!dialog.findChild<ui::NoticePanel*>(QStringLiteral("leftOutNotice"))->sentence().isEmpty());
}

void MessageDialogTest::nobodyCannotBeWrittenTo()
{
    ui::MessageDialog dialog(messageTo({}));
    dialog.open();
    const Fields fields(dialog);
    fields.title->setText(QStringLiteral("T"));
    fields.text->setPlainText(QStringLiteral("x"));
    QVERIFY(!fields.send->isEnabled());
}

void MessageDialogTest::enterInTheTitleSendsNothing()
{
    ui::MessageDialog dialog(messageTo(test::sampleSessions(3)));
    QSignalSpy spy(&dialog, &ui::MessageDialog::sendRequested);
    dialog.open();
    const Fields fields(dialog);
    fields.text->setPlainText(QStringLiteral("x"));
    QTest::keyClicks(fields.title, QStringLiteral("T"));
    QTest::keyClick(fields.title, Qt::Key_Return);
    QCOMPARE(spy.count(), 0);
    QVERIFY(dialog.isVisible());
}

QTEST_MAIN(MessageDialogTest)
#include "MessageDialogTest.moc"
