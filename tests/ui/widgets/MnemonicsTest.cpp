// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/Mnemonics.h"

#include "storage/ViewStore.h"
#include "support/DialogSamples.h"
#include "support/FindWidget.h"
#include "support/Machines.h"
#include "support/WindowFixture.h"
#include "ui/acts/AsSoonAsDialog.h"
#include "ui/acts/ConfirmationDialog.h"
#include "ui/acts/CureConfirmation.h"
#include "ui/acts/DrainWindow.h"
#include "ui/acts/MachineConfirmation.h"
#include "ui/acts/MessageDialog.h"
#include "ui/acts/OrdersWindow.h"
#include "ui/acts/TemplatesDialog.h"
#include "ui/audit/AuditWindow.h"
#include "ui/connect/CertificateDialog.h"
#include "ui/connect/ConnectionDialog.h"
#include "ui/help/AboutBox.h"
#include "ui/help/HelpWindow.h"
#include "ui/help/LicencesDialog.h"
#include "ui/help/LogWindow.h"
#include "ui/help/ReportDialog.h"
#include "ui/help/ShortcutsDialog.h"
#include "ui/help/UpdateDialog.h"
#include "ui/palette/PaletteDialog.h"
#include "ui/preferences/PreferencesDialog.h"
#include "ui/sessions/ChangesWindow.h"
#include "ui/sessions/HostsWindow.h"
#include "ui/sessions/PastedListDialog.h"
#include "ui/sessions/WhyDialog.h"
#include "ui/window/ClosingDialog.h"
#include "ui/window/MainWindow.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QDirIterator>
#include <QInputDialog>
#include <QKeySequence>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QTranslator>

#include <functional>
#include <memory>
#include <utility>
#include <vector>

using namespace deskwarden;
using namespace deskwarden::support;

namespace {

using MakeWindow = std::function<std::shared_ptr<QWidget>(storage::Preferences&)>;

/// What is wrong with the letters of these texts: one is missing, or two are the same.
QStringList wrongLetters(const QStringList& texts)
{
    QStringList wrong;
    QMap<QString, QString> seen;
    for (const QString& text : texts) {
        const QString letter = QKeySequence::mnemonic(text).toString();
        if (letter.isEmpty())
            wrong << QStringLiteral("none: ") + text;
        else if (seen.contains(letter))
            wrong << letter + QStringLiteral(": ") + seen.value(letter) + QStringLiteral(" | ") + text;
        seen.insert(letter, text);
    }
    return wrong;
}

bool hasWords(const QAbstractButton& button)
{
    const auto* const tool = qobject_cast<const QToolButton*>(&button);
    if (tool != nullptr)
        return tool->defaultAction() == nullptr && tool->toolButtonStyle() != Qt::ToolButtonIconOnly;
    return qobject_cast<const QPushButton*>(&button) != nullptr || qobject_cast<const QCheckBox*>(&button) != nullptr ||
           qobject_cast<const QRadioButton*>(&button) != nullptr;
}

/// What a person sees in the window and can go to by a letter, and the menus of its menu bar.
QStringList textsWithLetters(const QWidget& window)
{
    QStringList texts;
    for (const auto* const widget : window.findChildren<QWidget*>()) {
        if (!widget->isVisible() || widget->window() != &window)
            continue;
        const auto* const button = qobject_cast<const QAbstractButton*>(widget);
        const auto* const label = qobject_cast<const QLabel*>(widget);
        const bool isButton = button != nullptr && hasWords(*button) && !button->text().isEmpty();
        if (isButton)
            texts << button->text();
        else if (label != nullptr && label->buddy() != nullptr && !label->text().isEmpty())
            texts << label->text();
        if (const auto* const bar = qobject_cast<const QMenuBar*>(widget)) {
            for (const QAction* const menu : bar->actions())
                texts << menu->text();
        }
    }
    return texts;
}

/// Of the menu and of the menus in it, as they are when they are shown.
QStringList wrongLettersIn(QMenu& menu)
{
    emit menu.aboutToShow();
    ui::Mnemonics::assign(menu);
    QStringList texts;
    QStringList wrong;
    for (const QAction* const action : menu.actions()) {
        if (!action->isSeparator() && action->isVisible())
            texts << action->text();
        if (action->menu() != nullptr)
            wrong << wrongLettersIn(*action->menu());
    }
    for (const QString& one : wrongLetters(texts))
        wrong << menu.title() + QStringLiteral(" > ") + one;
    return wrong;
}

std::shared_ptr<QWidget> connection(bool isAdvanced)
{
    auto dialog = std::make_shared<ui::ConnectionDialog>([](const core::ServerProfile&, const core::Secret&) {
        return core::Result<management::Connector>(test::scriptedConnector(test::untrustedStages()));
    });
    core::ServerProfile profile;
    profile.address = *core::ServerAddress::parse("https://broker.example.com");
    dialog->setServers({{profile, {}}});
    if (isAdvanced)
        find<QToolButton>(*dialog, "advancedButton").click();
    return dialog;
}

std::shared_ptr<QWidget> confirmation(storage::Preferences& preferences)
{
    std::vector<core::Session> chosen = test::sampleSessions(30);
    chosen.push_back(test::sampleSession(8, core::ConnectState::Listen, ""));
    auto dialog = std::make_shared<ui::ConfirmationDialog>(management::planFor({}, chosen));
    dialog->offerMessage(preferences);
    find<QAbstractButton>(*dialog, "messageFirstCheck").setChecked(true);
    return dialog;
}

constexpr const char* brokerAddress = "https://broker.corp.example";
constexpr int patience = 30'000;

/// The main window with a list of sessions, the first of which is selected.
struct Office
{
    WindowFixture fixture;
    storage::ViewStore views{fixture.folder.filePath(QStringLiteral("views.json"))};
    std::unique_ptr<ui::MainWindow> window;

    explicit Office(const management::Policy& policy = {})
    {
        fillOffice(fixture.broker(brokerAddress), 40);
        desk::Services services = fixture.services();
        services.views = &views;
        services.rules.policy = policy;
        window = std::make_unique<ui::MainWindow>(services);
        window->resize(1680, 900);
        window->show();
        window->connectTo(profileFor(brokerAddress), core::Secret());
        auto& table = find<QTableView>(*window, "sessionTable");
        if (QTest::qWaitFor([&table] { return table.model()->rowCount() == 40; }, patience))
            table.selectRow(0);
    }

    template <typename Dialog>
    static std::shared_ptr<QWidget> dialogOf(const std::shared_ptr<Office>& office, const char* action)
    {
        find<QAction>(*office->window, action).trigger();
        return {office, office->window->findChild<Dialog*>()};
    }
};

std::shared_ptr<QWidget> drain()
{
    const auto office = std::make_shared<Office>();
    find<QAction>(*office->window, "drainHostAction").trigger();
    const auto* const question = office->window->findChild<ui::ConfirmationDialog*>();
    if (question == nullptr)
        return nullptr;
    find<QLineEdit>(*question, "countEdit").setText(QString::number(question->plan().sessions.size()));
    find<QAbstractButton>(*question, "confirmButton").click();
    return {office, office->window->findChild<ui::DrainWindow*>()};
}

std::shared_ptr<QWidget> log()
{
    const auto ring = std::make_shared<models::LogRing>();
    const auto window = std::make_shared<std::pair<std::shared_ptr<models::LogRing>, std::unique_ptr<ui::LogWindow>>>(
        ring, std::make_unique<ui::LogWindow>(*ring, nullptr));
    return {window, window->second.get()};
}

std::shared_ptr<QWidget> about()
{
    const auto parent = std::make_shared<QWidget>();
    ui::openAboutBox(*parent);
    return {parent, parent->findChild<QMessageBox*>()};
}

/// Every dialog that there is, and those that Qt makes up for the program.
const std::vector<std::pair<const char*, MakeWindow>>& everyWindow()
{
    using Preferences = storage::Preferences;
    static const std::vector<std::pair<const char*, MakeWindow>> windows{
        {"connection", [](Preferences&) { return connection(false); }},
        {"connection with everything", [](Preferences&) { return connection(true); }},
        {"certificate",
         [](Preferences&) {
             return std::make_shared<ui::CertificateDialog>(test::sampleCertificate(),
                                                            QStringLiteral("broker.example.com"));
         }},
        {"certificate that has changed",
         [](Preferences&) {
             return std::make_shared<ui::CertificateDialog>(test::sampleCertificate(),
                                                            QStringLiteral("broker.example.com"), QString(64, u'a'));
         }},
        {"confirmation", confirmation},
        {"message",
         [](Preferences&) {
             return std::make_shared<ui::MessageDialog>(management::planFor({}, test::sampleSessions(3)));
         }},
        {"templates", [](Preferences&) { return std::make_shared<ui::TemplatesDialog>(models::shippedTemplates()); }},
        {"drain", [](Preferences&) { return drain(); }},
        {"pasted list",
         [](Preferences&) {
             return std::make_shared<ui::PastedListDialog>(std::vector<management::SnapshotPointer>());
         }},
        {"changes",
         [](Preferences&) {
             return Office::dialogOf<ui::ChangesWindow>(std::make_shared<Office>(), "whatChangedAction");
         }},
        {"machines",
         [](Preferences&) {
             auto office = std::make_shared<Office>();
             find<QAction>(*office->window, "machinesAction").trigger();
             return std::shared_ptr<QWidget>(office, office->window.get());
         }},
        {"machine confirmation",
         [](Preferences&) {
             management::Action assign;
             assign.kind = management::ActionKind::Assign;
             return std::make_shared<ui::MachineConfirmation>(assign,
                                                              std::vector{makeMachine("VDI-1"), makeMachine("VDI-2")},
                                                              management::PlanRules(), models::ServerNames(), nullptr);
         }},
        {"cure",
         [](Preferences&) {
             management::Policy policy;
             policy.namedActions.set();
             return Office::dialogOf<ui::CureConfirmation>(std::make_shared<Office>(policy), "cureGhostsAction");
         }},
        {"hosts",
         [](Preferences&) { return Office::dialogOf<ui::HostsWindow>(std::make_shared<Office>(), "hostsAction"); }},
        {"why", [](Preferences&) { return Office::dialogOf<ui::WhyDialog>(std::make_shared<Office>(), "whyAction"); }},
        {"as soon as",
         [](Preferences&) {
             return Office::dialogOf<ui::AsSoonAsDialog>(std::make_shared<Office>(), "asSoonAsAction");
         }},
        {"what waits",
         [](Preferences&) {
             return Office::dialogOf<ui::OrdersWindow>(std::make_shared<Office>(), "whatWaitsAction");
         }},
        {"palette",
         [](Preferences&) { return Office::dialogOf<ui::PaletteDialog>(std::make_shared<Office>(), "paletteAction"); }},
        {"name of a view",
         [](Preferences&) { return Office::dialogOf<QInputDialog>(std::make_shared<Office>(), "saveViewAction"); }},
        {"closing",
         [](Preferences&) {
             return std::make_shared<ui::ClosingDialog>(ui::UnfinishedActs{2, 5, 38, std::chrono::seconds(272)});
         }},
        {"audit",
         [](Preferences& preferences) {
             auto window = std::make_shared<ui::AuditWindow>(QStringLiteral("/nowhere"));
             window->offerRotation(preferences);
             return window;
         }},
        {"help", [](Preferences&) { return std::make_shared<ui::HelpWindow>(); }},
        {"licences", [](Preferences&) { return std::make_shared<ui::LicencesDialog>(); }},
        {"about", [](Preferences&) { return about(); }},
        {"shortcuts",
         [](Preferences&) {
             const auto office = std::make_shared<Office>();
             return std::shared_ptr<QWidget>(office, new ui::ShortcutsDialog(*office->window, office->window.get()));
         }},
        {"log", [](Preferences&) { return log(); }},
        {"report", [](Preferences&) { return std::make_shared<ui::ReportDialog>(); }},
        {"update",
         [](Preferences&) { return std::make_shared<ui::UpdateDialog>(desk::WebReader(), QStringLiteral("1.0.0")); }},
        {"preferences",
         [](Preferences& preferences) {
             return std::make_shared<ui::PreferencesDialog>(preferences, management::Policy());
         }},
    };
    return windows;
}

} // namespace

/// Every button, check box and label of a field has a letter for Alt, and none has two meanings in one window or menu,
/// in each language.
class MnemonicsTest final : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { QApplication::removeTranslator(&m_translator); }
    void aLetterThatIsThereIsKeptAndTheOthersAreGiven();
    void aNewTextGetsALetterAgain();
    void everyDialogHasThemOnce_data();
    void everyDialogHasThemOnce();
    void noDialogIsForgotten();
    void theWindowAndItsMenusHaveThemOnce_data();
    void theWindowAndItsMenusHaveThemOnce();

private:
    void speak(const QString& language);

    QTranslator m_translator;
    QTemporaryDir m_folder;
};

void MnemonicsTest::speak(const QString& language)
{
    if (language == QLatin1String("en"))
        return;
    QVERIFY(m_translator.load(QStringLiteral(":/i18n/deskwarden_%1.qm").arg(language)));
    QApplication::installTranslator(&m_translator);
}

void MnemonicsTest::aLetterThatIsThereIsKeptAndTheOthersAreGiven()
{
    QWidget window;
    QPushButton plain(QStringLiteral("Save && send"), &window);
    QPushButton own(QStringLiteral("&Save"), &window);
    QPushButton twice(QStringLiteral("&Stop"), &window);
    QCheckBox cyrillic(QStringLiteral("Выйти"), &window);
    ui::Mnemonics::assign(window);
    QCOMPARE(own.text(), QStringLiteral("&Save"));
    QCOMPARE(plain.text(), QStringLiteral("S&ave && send"));
    QCOMPARE(twice.text(), QStringLiteral("S&top"));
    QCOMPARE(cyrillic.text(), QStringLiteral("&Выйти"));
    QCOMPARE(ui::withoutMnemonic(plain.text()), QStringLiteral("Save & send"));
}

void MnemonicsTest::aNewTextGetsALetterAgain()
{
    const ui::Mnemonics mnemonics(this);
    QWidget window;
    QPushButton button(QStringLiteral("Pause"), &window);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QCOMPARE(button.text(), QStringLiteral("&Pause"));
    ui::setReadText(button, QStringLiteral("Pause"));
    QCOMPARE(button.text(), QStringLiteral("&Pause"));
    ui::setReadText(button, QStringLiteral("Resume"));
    ui::Mnemonics::assign(window);
    QCOMPARE(button.text(), QStringLiteral("&Resume"));
}

void MnemonicsTest::everyDialogHasThemOnce_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<MakeWindow>("make");
    for (const char* const language : {"en", "ru", "de"}) {
        for (const auto& [name, make] : everyWindow())
            QTest::addRow("%s in %s", name, language) << QString::fromLatin1(language) << make;
    }
}

void MnemonicsTest::everyDialogHasThemOnce()
{
    QFETCH(QString, language);
    QFETCH(MakeWindow, make);
    speak(language);
    const ui::Mnemonics mnemonics(this);
    storage::Preferences preferences(m_folder.filePath(QStringLiteral("settings.ini")));
    const std::shared_ptr<QWidget> window = make(preferences);
    QVERIFY(window != nullptr);
    window->show();
    QVERIFY(QTest::qWaitForWindowExposed(window.get()));
    QTRY_COMPARE(wrongLetters(textsWithLetters(*window)).join(u'\n'), QString());
}

/// A new dialog belongs into the list above.
void MnemonicsTest::noDialogIsForgotten()
{
    if (!QFileInfo::exists(QStringLiteral(DESKWARDEN_UI)))
        QSKIP("The sources are elsewhere.");
    static const QRegularExpression heading(QStringLiteral("class (\\w+) final : public QDialog\\b"));
    QStringList declared;
    for (QDirIterator headers(QStringLiteral(DESKWARDEN_UI), {QStringLiteral("*.h")}, QDir::Files,
                              QDirIterator::Subdirectories);
         headers.hasNext();)
    {
        QFile header(headers.next());
        QVERIFY(header.open(QIODevice::ReadOnly));
        if (const auto found = heading.match(QString::fromUtf8(header.readAll())); found.hasMatch())
            declared << QStringLiteral("deskwarden::ui::") + found.captured(1);
    }
    QVERIFY(declared.size() > 15);
    storage::Preferences preferences(m_folder.filePath(QStringLiteral("settings.ini")));
    for (const auto& [name, make] : everyWindow())
        declared.removeAll(QString::fromLatin1(make(preferences)->metaObject()->className()));
    QCOMPARE(declared.join(u' '), QString());
}

void MnemonicsTest::theWindowAndItsMenusHaveThemOnce_data()
{
    QTest::addColumn<QString>("language");
    for (const char* const language : {"en", "ru", "de"})
        QTest::newRow(language) << QString::fromLatin1(language);
}

void MnemonicsTest::theWindowAndItsMenusHaveThemOnce()
{
    QFETCH(QString, language);
    speak(language);
    const Office office;
    ui::MainWindow& window = *office.window;
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QCOMPARE(find<QAbstractItemView>(window, "sessionTable").model()->rowCount(), 40);
    find<QAction>(window, "openActivityAction").trigger();
    QTRY_COMPARE(wrongLetters(textsWithLetters(window)).join(u'\n'), QString());
    for (const QAction* const entry : window.menuBar()->actions())
        QCOMPARE(wrongLettersIn(*entry->menu()).join(u'\n'), QString());
    for (const char* const name : {"problemsMenu", "moreMenu"})
        QCOMPARE(wrongLettersIn(find<QMenu>(window, name)).join(u'\n'), QString());
}

QTEST_MAIN(MnemonicsTest)
#include "MnemonicsTest.moc"
