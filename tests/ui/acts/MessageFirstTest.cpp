// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/Preferences.h"
#include "support/DialogSamples.h"
#include "support/FindWidget.h"
#include "support/TabCycle.h"
#include "ui/acts/ConfirmationDialog.h"
#include "ui/acts/TemplatesDialog.h"
#include "ui/widgets/NoticePanel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace deskwarden;
using support::find;

namespace {

management::ActionPlan planOf(management::ActionKind kind, std::uint32_t count = 3)
{
    return management::planFor({kind, {}, {}}, test::sampleSessions(count, false));
}

} // namespace

/// The message before a log-off, in the dialog that confirms it.
class MessageFirstTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void itIsOffUntilAPersonTurnsItOn();
    void onlyLogOffsHaveIt();
    void itIsPreviewedForTheFirstUser();
    void unknownPlacesHoldTheButtonBack();
    void theLongestNameCounts();
    void itIsRememberedOnceItIsConfirmed();
    void policyMayForbidIt();
    void itWorksByTheKeyboardAlone();
    void tabLeadsThroughTheDialogInTheOrderOfTheEye();
    void templatesFillTheFields();
    void templatesAreChangedAndKept();
    void aTemplateWithAProblemIsNotKept();

private:
    void open(management::ActionKind kind = management::ActionKind::Logoff, const QString& whyNot = {});
    void turnOn() { find<QCheckBox>(*m_dialog, "messageFirstCheck").setChecked(true); }
    [[nodiscard]] QPushButton& confirmButton() const { return find<QPushButton>(*m_dialog, "confirmButton"); }
    [[nodiscard]] QPlainTextEdit& textEdit() const { return find<QPlainTextEdit>(*m_dialog, "messageTextEdit"); }
    [[nodiscard]] ui::NoticePanel& notice() const { return find<ui::NoticePanel>(*m_dialog, "messageNotice"); }
    ui::TemplatesDialog& openTemplates();

    QTemporaryDir m_folder;
    std::unique_ptr<storage::Preferences> m_preferences;
    std::unique_ptr<ui::ConfirmationDialog> m_dialog;
};

void MessageFirstTest::init()
{
    m_dialog.reset();
    const QString file = m_folder.filePath(QStringLiteral("settings.ini"));
    m_preferences.reset();
    QFile::remove(file);
    m_preferences = std::make_unique<storage::Preferences>(file);
}

void MessageFirstTest::open(management::ActionKind kind, const QString& whyNot)
{
    m_dialog = std::make_unique<ui::ConfirmationDialog>(planOf(kind));
    m_dialog->offerMessage(*m_preferences, whyNot);
    m_dialog->open();
}

void MessageFirstTest::itIsOffUntilAPersonTurnsItOn()
{
    open();
    const QString label = confirmButton().text();
    QVERIFY(!find<QCheckBox>(*m_dialog, "messageFirstCheck").isChecked());
    QVERIFY(find<QWidget>(*m_dialog, "messageFirstBody").isHidden());
    QVERIFY(!m_dialog->messageFirst());
    turnOn();
    QVERIFY(find<QWidget>(*m_dialog, "messageFirstBody").isVisible());
    QVERIFY(m_dialog->messageFirst());
    QCOMPARE(m_dialog->messageFirst()->minutes, 5);
    QVERIFY(!m_dialog->messageFirst()->isForTold);
    QVERIFY(confirmButton().text().contains(QStringLiteral("5 min")));
    QVERIFY(confirmButton().isEnabled());
    find<QSpinBox>(*m_dialog, "graceSpin").setValue(0);
    QVERIFY(confirmButton().text().contains(QStringLiteral("then log off")));
    find<QCheckBox>(*m_dialog, "messageFirstCheck").setChecked(false);
    QCOMPARE(confirmButton().text(), label);
    QVERIFY(!m_dialog->messageFirst());
}

void MessageFirstTest::onlyLogOffsHaveIt()
{
    open(management::ActionKind::Disconnect);
    QVERIFY(find<QWidget>(*m_dialog, "messagePanel").isHidden());
    QVERIFY(!m_dialog->messageFirst());
}

void MessageFirstTest::itIsPreviewedForTheFirstUser()
{
    open();
    turnOn();
    m_dialog->setReason(QStringLiteral("INC 7"));
    const auto preview = [this] { return find<QPlainTextEdit>(*m_dialog, "messagePreview").toPlainText(); };
    const core::Session& first = m_dialog->plan().sessions.front();
    QVERIFY(find<QLabel>(*m_dialog, "previewLabel").text().contains(QString::fromStdString(first.userName.toString())));
    for (const QString& part :
         {QString::fromStdString(first.userName.toString()), QString::fromStdString(first.vmName.toString()),
          QStringLiteral("in 5 min"), QStringLiteral("INC 7")})
        QVERIFY2(preview().contains(part), qPrintable(preview()));
    find<QSpinBox>(*m_dialog, "graceSpin").setValue(0);
    QVERIFY(preview().startsWith(QStringLiteral("You will be signed out now")));
}

void MessageFirstTest::unknownPlacesHoldTheButtonBack()
{
    open();
    turnOn();
    textEdit().setPlainText(QStringLiteral("Hello {name}"));
    QVERIFY(!confirmButton().isEnabled());
    QVERIFY(notice().sentence().contains(QStringLiteral("{name}")));
    textEdit().setPlainText(QStringLiteral("Hello {user}"));
    QVERIFY(confirmButton().isEnabled());
    QVERIFY(notice().sentence().isEmpty());
    find<QLineEdit>(*m_dialog, "messageTitleEdit").clear();
    QVERIFY(!confirmButton().isEnabled());
    QVERIFY(!notice().sentence().isEmpty());
    find<QCheckBox>(*m_dialog, "messageFirstCheck").setChecked(false); // what is not sent may be wrong
    QVERIFY(confirmButton().isEnabled());
}

void MessageFirstTest::theLongestNameCounts()
{
    std::vector<core::Session> sessions = test::sampleSessions(3, false);
    sessions.back().userName = core::SharedString(std::string(300, 'u'));
    m_dialog = std::make_unique<ui::ConfirmationDialog>(management::planFor({}, sessions));
    m_dialog->offerMessage(*m_preferences);
    m_dialog->open();
    turnOn();
    textEdit().setPlainText(QStringLiteral("{user}").repeated(4));
    QVERIFY(!confirmButton().isEnabled());
    textEdit().setPlainText(QStringLiteral("{user}").repeated(3));
    QVERIFY(confirmButton().isEnabled());
}

void MessageFirstTest::itIsRememberedOnceItIsConfirmed()
{
    open();
    turnOn();
    textEdit().setPlainText(QStringLiteral("Never mind, {user}."));
    m_dialog->reject();
    open();
    QVERIFY(!find<QCheckBox>(*m_dialog, "messageFirstCheck").isChecked());
    turnOn();
    textEdit().setPlainText(QStringLiteral("Goodbye, {user}.\n\"Yours\"; {ticket}"));
    find<QSpinBox>(*m_dialog, "graceSpin").setValue(12);
    find<QCheckBox>(*m_dialog, "forToldCheck").setChecked(true);
    const QSignalSpy confirmed(m_dialog.get(), &ui::ConfirmationDialog::confirmed);
    confirmButton().click();
    QCOMPARE(confirmed.count(), 1);
    m_preferences->save();
    m_preferences = std::make_unique<storage::Preferences>(m_folder.filePath(QStringLiteral("settings.ini")));
    open();
    const auto message = m_dialog->messageFirst();
    QVERIFY(message);
    QCOMPARE(message->text, QStringLiteral("Goodbye, {user}.\n\"Yours\"; {ticket}"));
    QCOMPARE(message->minutes, 12);
    QVERIFY(message->isForTold);
    QCOMPARE(find<QComboBox>(*m_dialog, "templateCombo").currentIndex(), -1);
}

void MessageFirstTest::policyMayForbidIt()
{
    m_preferences->setValue(storage::preference::messageFirst, true);
    open(management::ActionKind::Logoff, QStringLiteral("No messages here."));
    auto& check = find<QCheckBox>(*m_dialog, "messageFirstCheck");
    QVERIFY(!check.isEnabled() && !check.isChecked());
    QCOMPARE(check.toolTip(), QStringLiteral("No messages here."));
    QVERIFY(!m_dialog->messageFirst());
    confirmButton().click();
    QVERIFY(m_preferences->value(storage::preference::messageFirst)); // what a person chose outlives a policy
}

void MessageFirstTest::itWorksByTheKeyboardAlone()
{
    open();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    const QSignalSpy confirmed(m_dialog.get(), &ui::ConfirmationDialog::confirmed);
    auto& check = find<QCheckBox>(*m_dialog, "messageFirstCheck");
    check.setFocus();
    QTest::keyClick(&check, Qt::Key_Space);
    QVERIFY(m_dialog->messageFirst());
    QStringList passed;
    for (int step = 0; step < 8; ++step) {
        QTest::keyClick(m_dialog->focusWidget(), Qt::Key_Tab);
        passed << m_dialog->focusWidget()->objectName();
    }
    QCOMPARE(passed.mid(0, 8), QStringList({QStringLiteral("templateCombo"), QStringLiteral("editTemplatesButton"),
                                            QStringLiteral("graceSpin"), QStringLiteral("messageTitleEdit"),
                                            QStringLiteral("messageTextEdit"), QStringLiteral("nextRecipientButton"),
                                            QStringLiteral("messagePreview"), QStringLiteral("forToldCheck")}));
    for (const char* name : {"templateCombo", "graceSpin", "messageTitleEdit", "forToldCheck", "messageFirstCheck"}) {
        auto& field = find<QWidget>(*m_dialog, name);
        field.setFocus();
        QTest::keyClick(&field, Qt::Key_Return);
        QVERIFY2(m_dialog->isVisible(), name);
    }
    QCOMPARE(confirmed.count(), 0);
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
}

void MessageFirstTest::tabLeadsThroughTheDialogInTheOrderOfTheEye()
{
    open();
    turnOn();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    find<QLineEdit>(*m_dialog, "reasonEdit").setFocus();
    QStringList met;
    for (const QWidget* const widget : support::tabCycle(*m_dialog))
        met << widget->objectName();
    met.removeAll(QString()); // Cancel
    QCOMPARE(met, QStringList({QStringLiteral("reasonCombo"), QStringLiteral("confirmButton"),
                               QStringLiteral("qt_tabwidget_tabbar"), QStringLiteral("sessionsTable"),
                               QStringLiteral("messageFirstCheck"), QStringLiteral("templateCombo"),
                               QStringLiteral("editTemplatesButton"), QStringLiteral("graceSpin"),
                               QStringLiteral("messageTitleEdit"), QStringLiteral("messageTextEdit"),
                               QStringLiteral("nextRecipientButton"), QStringLiteral("messagePreview"),
                               QStringLiteral("forToldCheck")}));
    QCOMPARE(support::beyondTab(*m_dialog), QStringList());
}

void MessageFirstTest::templatesFillTheFields()
{
    open();
    turnOn();
    auto& combo = find<QComboBox>(*m_dialog, "templateCombo");
    const std::vector<models::MessageTemplate> shipped = models::shippedTemplates();
    const int last = static_cast<int>(shipped.size()) - 1;
    QCOMPARE(combo.count(), last + 1);
    QCOMPARE(combo.currentIndex(), 0);
    combo.setCurrentIndex(last);
    emit combo.activated(last);
    QCOMPARE(textEdit().toPlainText(), shipped.back().text);
    QCOMPARE(combo.currentIndex(), last);
    textEdit().appendPlainText(QStringLiteral("!"));
    QCOMPARE(combo.currentIndex(), -1);
}

ui::TemplatesDialog& MessageFirstTest::openTemplates()
{
    find<QPushButton>(*m_dialog, "editTemplatesButton").click();
    return *m_dialog->findChild<ui::TemplatesDialog*>();
}

void MessageFirstTest::templatesAreChangedAndKept()
{
    const int shipped = static_cast<int>(models::shippedTemplates().size());
    open();
    turnOn();
    ui::TemplatesDialog& editor = openTemplates();
    QCOMPARE(find<QListWidget>(editor, "templateList").currentRow(), 0);
    find<QPushButton>(editor, "removeTemplateButton").click();
    find<QPushButton>(editor, "addTemplateButton").click();
    find<QLineEdit>(editor, "templateNameEdit").setText(QStringLiteral("Mine"));
    find<QLineEdit>(editor, "templateTitleEdit").setText(QStringLiteral("Out in {minutes}"));
    find<QPlainTextEdit>(editor, "templateTextEdit").setPlainText(QStringLiteral("Bye, {user}."));
    find<QPushButton>(editor, "saveTemplatesButton").click();
    QCOMPARE(textEdit().toPlainText(), QStringLiteral("Bye, {user}."));
    auto& combo = find<QComboBox>(*m_dialog, "templateCombo");
    QCOMPARE(combo.count(), shipped);
    QCOMPARE(combo.currentText(), QStringLiteral("Mine"));
    const auto kept = models::templatesFrom(m_preferences->value(storage::preference::messageTemplates));
    QCOMPARE(kept.back().title, QStringLiteral("Out in {minutes}"));

    open(); // they are there the next time, and can be put back
    turnOn();
    ui::TemplatesDialog& again = openTemplates();
    QCOMPARE(find<QListWidget>(again, "templateList").count(), shipped);
    find<QPushButton>(again, "resetTemplatesButton").click();
    find<QPushButton>(again, "saveTemplatesButton").click();
    QVERIFY(m_preferences->value(storage::preference::messageTemplates).isEmpty());
}

void MessageFirstTest::aTemplateWithAProblemIsNotKept()
{
    ui::TemplatesDialog editor(models::shippedTemplates());
    const QSignalSpy saved(&editor, &ui::TemplatesDialog::saved);
    editor.open();
    auto& save = find<QPushButton>(editor, "saveTemplatesButton");
    auto& text = find<QPlainTextEdit>(editor, "templateTextEdit");
    QVERIFY(save.isEnabled());
    text.setPlainText(QStringLiteral("{what}"));
    QVERIFY(!save.isEnabled());
    QVERIFY(editor.findChild<ui::NoticePanel*>()->sentence().contains(QStringLiteral("{what}")));
    find<QListWidget>(editor, "templateList").setCurrentRow(2); // the other one is named
    QVERIFY(!save.isEnabled());
    QVERIFY(editor.findChild<ui::NoticePanel*>()->sentence().contains(QStringLiteral("Maintenance")));
    find<QListWidget>(editor, "templateList").setCurrentRow(0);
    text.setPlainText(QString(1025, QLatin1Char('x')));
    QVERIFY(!save.isEnabled());
    find<QLineEdit>(editor, "templateNameEdit").clear();
    text.setPlainText(QStringLiteral("x"));
    QVERIFY(!save.isEnabled());
    find<QPushButton>(editor, "resetTemplatesButton").click();
    QVERIFY(save.isEnabled());
    QTest::keyClick(&editor, Qt::Key_Escape);
    QVERIFY(!editor.isVisible());
    QCOMPARE(saved.count(), 0);
}

QTEST_MAIN(MessageFirstTest)
#include "MessageFirstTest.moc"
