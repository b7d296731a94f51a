// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/FindWidget.h"
#include "support/TabCycle.h"
#include "support/WindowFixture.h"
#include "ui/widgets/Icons.h"
#include "ui/window/MainWindow.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QTest>

using namespace deskwarden;
using namespace deskwarden::support;

namespace {

constexpr const char* office = "https://broker.corp.example";
constexpr int patience = 30000;

int middleOf(const QWidget& window, const char* name)
{
    const auto& widget = find<QWidget>(window, name);
    return widget.mapTo(&window, widget.rect().center()).x();
}

QImage picture(const char* icon)
{
    return ui::outlineIcon(icon).pixmap(QSize(32, 32)).toImage();
}

} // namespace

/// The window from right to left, and the way of the Tab key through it.
class MirroredWindowTest final : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { QGuiApplication::setLayoutDirection(Qt::LeftToRight); }
    void itsPartsSwapSides();
    void iconsThatPointAreMirrored();
    void theTableIsThreeTabsFromTheField();
};

void MirroredWindowTest::itsPartsSwapSides()
{
    for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        QGuiApplication::setLayoutDirection(direction);
        WindowFixture fixture;
        fillOffice(fixture.broker(office), 20);
        ui::MainWindow window(fixture.services());
        window.resize(1366, 768);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.connectTo(profileFor(office), core::Secret());
        auto& table = find<QAbstractItemView>(window, "sessionTable");
        QTRY_COMPARE_WITH_TIMEOUT(table.model()->rowCount(), 20, patience);
        table.selectionModel()->select(table.model()->index(0, 0),
                                       QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        QTRY_VERIFY(find<QWidget>(window, "detailsDock").isVisible());
        QCoreApplication::sendPostedEvents();
        const std::vector<std::vector<const char*>> lines{{"placesDock", "sessionTable", "detailsDock"},
                                                          {"connectToolButton", "filterEdit"},
                                                          {"activeStateChip", "problemsStateChip", "moreStateChip"},
                                                          {"serverLabel", "countsLabel", "ageLabel"}};
        for (const auto& line : lines) {
            for (std::size_t part = 1; part < line.size(); ++part) {
                const bool isAfter = middleOf(window, line[part - 1]) < middleOf(window, line[part]);
                QVERIFY2(isAfter == (direction == Qt::LeftToRight), line[part]);
            }
        }
        const QRect state = table.visualRect(table.model()->index(0, 0));
        const QRect user = table.visualRect(table.model()->index(0, 1));
        QCOMPARE(state.center().x() < user.center().x(), direction == Qt::LeftToRight);
    }
}

void MirroredWindowTest::iconsThatPointAreMirrored()
{
    const QImage pointing = picture("chevron-right");
    const QImage same = picture("search");
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    QVERIFY(picture("chevron-right") != pointing);
    QCOMPARE(picture("chevron-right"), pointing.mirrored(true, false));
    QCOMPARE(picture("search"), same);
}

void MirroredWindowTest::theTableIsThreeTabsFromTheField()
{
    WindowFixture fixture;
    fillOffice(fixture.broker(office), 20);
    ui::MainWindow window(fixture.services());
    window.resize(1366, 768);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    window.connectTo(profileFor(office), core::Secret());
    QTRY_COMPARE_WITH_TIMEOUT(find<QAbstractItemView>(window, "sessionTable").model()->rowCount(), 20, patience);
    find<QLineEdit>(window, "filterEdit").setFocus();
    QStringList met;
    for (const QWidget* const widget : tabCycle(window))
        met << widget->objectName();
    const qsizetype tabs = met.indexOf(QStringLiteral("sessionTable"));
    QVERIFY2(tabs > 0 && tabs <= 3, qPrintable(met.join(u' ')));
    QCOMPARE(beyondTab(window), QStringList());
}

QTEST_MAIN(MirroredWindowTest)
#include "MirroredWindowTest.moc"
