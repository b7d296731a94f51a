// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/AuditLog.h"
#include "support/FindWidget.h"
#include "support/WindowFixture.h"
#include "ui/acts/DrainWindow.h"
#include "ui/help/HelpText.h"
#include "ui/help/HelpTopic.h"
#include "ui/help/HelpWindow.h"
#include "ui/window/MainWindow.h"

#include <QAbstractItemView>
#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QLineEdit>
#include <QTest>
#include <QTextBlock>
#include <QTextBrowser>

#include <memory>

using namespace deskwarden;
using namespace deskwarden::support;

class HelpKeyTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_window.reset(); }
    void eachPlaceHasItsSectionInEveryLanguage();
    void partsOfTheWindowLeadToTheirSections_data();
    void partsOfTheWindowLeadToTheirSections();
    void dialogsLeadToTheirSections_data();
    void dialogsLeadToTheirSections();
    void theHelpOpensNoHelp();

private:
    /// The heading at which the help of this window stands; empty without help.
    static QString heading(const QWidget& window);

    WindowFixture m_fixture;
    std::unique_ptr<ui::MainWindow> m_window;
};

QString HelpKeyTest::heading(const QWidget& window)
{
    const auto* const help = window.findChild<ui::HelpWindow*>(QString(), Qt::FindDirectChildrenOnly);
    return help == nullptr || !help->isVisible()
               ? QString()
               : help->findChild<QTextBrowser*>(QStringLiteral("helpText"))->textCursor().block().text();
}

void HelpKeyTest::init()
{
    constexpr const char* office = "https://broker.corp.example";
    fillOffice(m_fixture.broker(office), 12);
    desk::Services services = m_fixture.services();
    services.auditFile = m_fixture.folder.filePath(QStringLiteral("audit.sqlite"));
    const storage::AuditLog log(services.auditFile, {QStringLiteral("CORP\\helpdesk1"), QStringLiteral("DESK-3")});
    m_window = std::make_unique<ui::MainWindow>(std::move(services));
    m_window->resize(1280, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->connectTo(profileFor(office), core::Secret());
    auto& table = find<QAbstractItemView>(*m_window, "sessionTable");
    QTRY_COMPARE_WITH_TIMEOUT(table.model()->rowCount(), 12, 20000);
    table.selectionModel()->setCurrentIndex(table.model()->index(0, 0),
                                            QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void HelpKeyTest::eachPlaceHasItsSectionInEveryLanguage()
{
    const QStringList files = QDir(QStringLiteral(":/help")).entryList({QStringLiteral("*.md")});
    QVERIFY(files.size() >= 2);
    for (const QString& file : files) {
        const auto text = ui::HelpText::of(QFileInfo(file).baseName());
        QVERIFY(text.headings.contains(ui::helpMark(nullptr)));
        for (const ui::HelpPlace& place : ui::helpPlaces())
            QVERIFY2(text.headings.contains(place.mark), qPrintable(file + u' ' + place.mark));
    }
}

void HelpKeyTest::partsOfTheWindowLeadToTheirSections_data()
{
    QTest::addColumn<QString>("widget");
    QTest::addColumn<QString>("heading");
    QTest::newRow("table") << "sessionTable"
                           << "The table";
    QTest::newRow("filter") << "filterEdit"
                            << "The filter";
    QTest::newRow("servers") << "placesTree"
                             << "Connecting";
    QTest::newRow("views") << "viewsTree"
                           << "Views";
}

void HelpKeyTest::partsOfTheWindowLeadToTheirSections()
{
    QFETCH(QString, widget);
    QFETCH(QString, heading);
    auto* const focused = m_window->findChild<QWidget*>(widget);
    QVERIFY(focused != nullptr);
    focused->setFocus();
    QTest::keyClick(focused, Qt::Key_F1);
    QCOMPARE(HelpKeyTest::heading(*m_window), heading);
}

void HelpKeyTest::dialogsLeadToTheirSections_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("dialog");
    QTest::addColumn<QString>("heading");
    QTest::newRow("connection") << "connectAction"
                                << "connectionDialog"
                                << "Connecting";
    QTest::newRow("confirmation") << "logoffAction"
                                  << "confirmationDialog"
                                  << "Acting on sessions";
    QTest::newRow("message") << "sendMessageAction"
                             << "messageDialog"
                             << "A message first";
    QTest::newRow("drain, asked") << "drainHostAction"
                                  << "confirmationDialog"
                                  << "Acting on sessions";
    QTest::newRow("audit") << "auditLogAction"
                           << "auditWindow"
                           << "The record";
    QTest::newRow("changes") << "whatChangedAction"
                             << "changesWindow"
                             << "What changed";
    QTest::newRow("preferences") << "preferencesAction"
                                 << "preferencesDialog"
                                 << "Preferences";
    QTest::newRow("keys") << "shortcutsAction"
                          << "shortcutsDialog"
                          << "Keys";
    QTest::newRow("palette") << "paletteAction"
                             << "paletteDialog"
                             << "Find anything";
    QTest::newRow("list") << "selectPastedAction"
                          << "pastedListDialog"
                          << "Selecting many";
    QTest::newRow("about") << "aboutAction"
                           << "aboutBox"
                           << "What it is";
}

void HelpKeyTest::dialogsLeadToTheirSections()
{
    QFETCH(QString, action);
    QFETCH(QString, dialog);
    QFETCH(QString, heading);
    find<QAction>(*m_window, qPrintable(action)).trigger();
    auto* const opened = m_window->findChild<QWidget*>(dialog);
    QVERIFY(opened != nullptr);
    QVERIFY(QTest::qWaitForWindowExposed(opened));
    QTest::keyClick(opened->focusWidget() != nullptr ? opened->focusWidget() : opened, Qt::Key_F1);
    QCOMPARE(HelpKeyTest::heading(*opened), heading);
}

void HelpKeyTest::theHelpOpensNoHelp()
{
    QTest::keyClick(&find<QAbstractItemView>(*m_window, "sessionTable"), Qt::Key_F1);
    auto* const help = m_window->findChild<ui::HelpWindow*>();
    QVERIFY(help != nullptr);
    QTest::keyClick(&find<QLineEdit>(*help, "helpSearch"), Qt::Key_F1);
    QCOMPARE(m_window->findChildren<ui::HelpWindow*>().size(), 1);
}

QTEST_MAIN(HelpKeyTest)
#include "HelpKeyTest.moc"
