// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/window/Tour.h"

#include "support/WindowFixture.h"
#include "ui/window/MainWindow.h"

#include <QImage>
#include <QSignalSpy>
#include <QTest>

using namespace deskwarden;
using namespace deskwarden::support;

/// The tour that is played where nobody can look on.
class TourTest final : public QObject
{
    Q_OBJECT

private slots:
    void leavesAPictureOfEachStep();
};

void TourTest::leavesAPictureOfEachStep()
{
    constexpr const char* office = "https://broker.corp.example";
    WindowFixture fixture;
    fillOffice(fixture.broker(office), 120);
    ui::MainWindow window(fixture.services());
    window.show();
    window.connectTo(profileFor(office), core::Secret());
    ui::Tour tour(window, fixture.folder.filePath(QStringLiteral("tour")));
    QSignalSpy finished(&tour, &ui::Tour::finished);
    tour.start();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 100000);
    QVERIFY(finished.first().first().toBool());
    QCOMPARE(tour.pictures().size(), 6);
    for (const QString& picture : tour.pictures())
        QVERIFY(!QImage(picture).isNull());
    QVERIFY(fixture.broker(office).journal().size() >= 20);
}

QTEST_MAIN(TourTest)
#include "TourTest.moc"
