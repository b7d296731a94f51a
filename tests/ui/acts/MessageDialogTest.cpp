// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/acts/MessageDialog.h"

#include "models/texts/MessageRules.h"
#include "storage/Preferences.h"
#include "support/DialogSamples.h"
#include "ui/widgets/NoticePanel.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace deskwarden;

namespace {

struct Fields
{
    explicit Fields(const ui::MessageDialog& dialog)
        : title(dialog.findChild<QLineEdit*>(QStringLiteral("messageTitleEdit")))
        , text(dialog.findChild<QPlainTextEdit*>(QStringLiteral("messageTextEdit")))
        , send(dialog.findChild<QPushButton*>(QStringLiteral("sendButton")))
        , problem(dialog.findChild<ui::NoticePanel*>(QStringLiteral("messageNotice")))
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
    void itIsPreviewedForEachRecipient();
    void templatesOfNotesAreOffered();
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
    const QString count = dialog.findChild<QLabel*>(QStringLiteral("messageCountLabel"))->text();
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

void MessageDialogTest::itIsPreviewedForEachRecipient()
{
    ui::MessageDialog dialog(messageTo(test::sampleSessions(3)));
    dialog.setReason(QStringLiteral("INC-7"));
    dialog.open();
    const Fields fields(dialog);
    fields.title->setText(QStringLiteral("For {user}"));
    fields.text->setPlainText(QStringLiteral("On {vm}, {ticket}"));
    const auto* const preview = dialog.findChild<QPlainTextEdit*>(QStringLiteral("messagePreview"));
    auto* const next = dialog.findChild<QToolButton*>(QStringLiteral("nextRecipientButton"));
    for (const core::Session& session : dialog.plan().sessions) {
        QCOMPARE(preview->toPlainText(), QStringLiteral("For %1\nOn %2, INC-7")
                                             .arg(QString::fromStdString(session.userName.toString()),
                                                  QString::fromStdString(session.vmName.toString())));
        QVERIFY(next->isVisible());
        next->click();
    }
    QVERIFY(!next->isEnabled());
    QVERIFY(fields.send->isEnabled());
    for (const char* const wrong : {"{name}", "in {minutes} min"}) {
        fields.text->setPlainText(QString::fromLatin1(wrong));
        QVERIFY(!fields.send->isEnabled());
        QVERIFY(!fields.problem->sentence().isEmpty());
    }
}

void MessageDialogTest::templatesOfNotesAreOffered()
{
    const QTemporaryDir folder;
    storage::Preferences preferences(folder.filePath(QStringLiteral("settings.ini")));
    ui::MessageDialog dialog(messageTo(test::sampleSessions(1)));
    dialog.offer(preferences, {});
    dialog.open();
    const Fields fields(dialog);
    auto* const combo = dialog.findChild<QComboBox*>(QStringLiteral("templateCombo"));
    QVERIFY(combo->count() >= 4);
    for (int index = 0; index < combo->count(); ++index) {
        emit combo->activated(index);
        QVERIFY(!fields.text->toPlainText().contains(QLatin1String("{minutes}")));
        QVERIFY(fields.send->isEnabled());
    }
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
