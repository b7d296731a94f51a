// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/window/ListMenu.h"

#include "support/FindWidget.h"
#include "support/WindowFixture.h"
#include "ui/window/MainWindow.h"

#include <QAction>
#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMessageBox>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace deskwarden;
using namespace deskwarden::support;

namespace {

constexpr const char* office = "https://broker.corp.example";
constexpr int patience = 30000;

struct Shown
{
    explicit Shown(WindowFixture& fixture)
        : window(fixture.services())
    {
        fillOffice(fixture.broker(office), 20);
        window.show();
        window.connectTo(profileFor(office), core::Secret());
    }
    [[nodiscard]] QTableView& table() const { return find<QTableView>(window, "sessionTable"); }
    [[nodiscard]] ui::ListMenu& menu() const { return *window.findChild<ui::ListMenu*>(); }
    [[nodiscard]] int rows() const { return table().model()->rowCount(); }

    ui::MainWindow window;
};

QByteArray contentOf(const QString& name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// The list goes into a file or the clipboard as it is seen.
class ListMenuTest final : public QObject
{
    Q_OBJECT

private slots:
    void whatIsSeenIsWritten();
    void onlySelectedLinesAreWritten();
    void anUnwritableFileIsSaid();
    void theClipboardTakesEachFormat();
};

void ListMenuTest::whatIsSeenIsWritten()
{
    WindowFixture fixture;
    const Shown shown(fixture);
    QTRY_COMPARE_WITH_TIMEOUT(shown.rows(), 20, patience);
    QHeaderView* const header = shown.table().horizontalHeader();
    header->moveSection(header->visualIndex(1), 0);
    shown.table().setColumnHidden(3, true);
    QSignalSpy written(&shown.menu(), &ui::ListMenu::written);
    const QString file = fixture.folder.filePath(QStringLiteral("list.csv"));
    shown.menu().write(file, false);
    QTRY_COMPARE_WITH_TIMEOUT(written.size(), 1, patience);
    QCOMPARE(written.front().at(1).toString(), QString());
    const QByteArray bytes = contentOf(file);
    QVERIFY(bytes.startsWith("\xEF\xBB\xBF"));
    const QStringList lines = QString::fromUtf8(bytes.mid(3)).split(QStringLiteral("\r\n"), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 21);
    const QAbstractItemModel& model = *shown.table().model();
    QVERIFY(lines[0].startsWith(model.headerData(1, Qt::Horizontal).toString() + u','));
    QVERIFY(!lines[0].contains(model.headerData(3, Qt::Horizontal).toString()));
}

void ListMenuTest::onlySelectedLinesAreWritten()
{
    WindowFixture fixture;
    const Shown shown(fixture);
    QTRY_COMPARE_WITH_TIMEOUT(shown.rows(), 20, patience);
    shown.table().selectRow(4);
    QSignalSpy written(&shown.menu(), &ui::ListMenu::written);
    const QString file = fixture.folder.filePath(QStringLiteral("list.JSON"));
    shown.menu().write(file, true);
    QTRY_COMPARE_WITH_TIMEOUT(written.size(), 1, patience);
    const QJsonArray rows = QJsonDocument::fromJson(contentOf(file)).array();
    QCOMPARE(rows.size(), 1);
}

void ListMenuTest::anUnwritableFileIsSaid()
{
    WindowFixture fixture;
    const Shown shown(fixture);
    QTRY_COMPARE_WITH_TIMEOUT(shown.rows(), 20, patience);
    shown.menu().write(fixture.folder.filePath(QStringLiteral("no/such/folder/list.csv")), false);
    QTRY_VERIFY_WITH_TIMEOUT(shown.window.findChild<QMessageBox*>(QStringLiteral("saveProblemBox")) != nullptr,
                             patience);
    const auto& box = find<QMessageBox>(shown.window, "saveProblemBox");
    QVERIFY(box.text().contains(QStringLiteral("list.csv")));
    QVERIFY(!box.informativeText().isEmpty());
}

void ListMenuTest::theClipboardTakesEachFormat()
{
    WindowFixture fixture;
    const Shown shown(fixture);
    QTRY_COMPARE_WITH_TIMEOUT(shown.rows(), 20, patience);
    shown.table().selectRow(0);
    const QString user = shown.table().model()->index(0, 1).data().toString();
    for (const char* name : {"copyAsTextAction", "copyAsTableAction", "copyAsPowerShellAction"}) {
        QGuiApplication::clipboard()->clear();
        find<QAction>(shown.window, name).trigger();
        QTRY_VERIFY_WITH_TIMEOUT(QGuiApplication::clipboard()->text().contains(user), patience);
    }
}

QTEST_MAIN(ListMenuTest)
#include "ListMenuTest.moc"
