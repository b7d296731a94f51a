// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/FirstPaint.h"

#include <QTest>
#include <QWidget>

using namespace deskwarden;

namespace {

constexpr int patience = 30'000;

class Painted final : public QWidget
{
public:
    int paints = 0;

protected:
    void paintEvent(QPaintEvent* /*event*/) override { ++paints; }
};

} // namespace

class FirstPaintTest final : public QObject
{
    Q_OBJECT

private slots:
    void whatWaitsComesOnceAndAfterThePaint();
    void withoutAnyPaintItComesToo();
    void whatIsGoneIsNotCalledBack();
};

void FirstPaintTest::whatWaitsComesOnceAndAfterThePaint()
{
    Painted window;
    int calls = 0;
    int paintsBefore = 0;
    new ui::FirstPaint(&window, [&] {
        ++calls;
        paintsBefore = window.paints;
    });
    window.show();
    QTRY_COMPARE_WITH_TIMEOUT(calls, 1, patience);
    QVERIFY(paintsBefore > 0);
    const int paints = window.paints;
    window.update();
    QTRY_VERIFY_WITH_TIMEOUT(window.paints > paints, patience);
    QCoreApplication::processEvents();
    QCOMPARE(calls, 1);
}

void FirstPaintTest::withoutAnyPaintItComesToo()
{
    QObject owner;
    int calls = 0;
    new ui::FirstPaint(&owner, [&calls] { ++calls; });
    QCOMPARE(calls, 0);
    QTRY_COMPARE_WITH_TIMEOUT(calls, 1, patience);
}

void FirstPaintTest::whatIsGoneIsNotCalledBack()
{
    Painted window;
    int calls = 0;
    {
        QObject owner;
        new ui::FirstPaint(&owner, [&calls] { ++calls; });
    }
    window.show();
    QTRY_VERIFY_WITH_TIMEOUT(window.paints > 0, patience);
    QCoreApplication::processEvents();
    QCOMPARE(calls, 0);
}

QTEST_MAIN(FirstPaintTest)
#include "FirstPaintTest.moc"
