// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/Theme.h"

#include "ui/widgets/Icons.h"

#include <QApplication>
#include <QImage>
#include <QStyle>
#include <QTest>

using namespace deskwarden;
using ui::Tone;

/// Colours that can be read, and icons that are there.
class ThemeTest final : public QObject
{
    Q_OBJECT

private slots:
    void textCanBeReadOnEveryGround_data() { addPalettes(); }
    void textCanBeReadOnEveryGround();
    void edgesOfFieldsAreSeen_data() { addPalettes(); }
    void edgesOfFieldsAreSeen();
    void whatIsOffIsWrittenOnce();
    void highContrastIsLeftAlone();
    void iconsFollowThePalette();
    void everyIconIsThere();

private:
    static void addPalettes();
};

void ThemeTest::addPalettes()
{
    QTest::addColumn<QPalette>("palette");
    QTest::newRow("light") << ui::lightPalette();
    QTest::newRow("dark") << ui::darkPalette();
}

void ThemeTest::textCanBeReadOnEveryGround()
{
    QFETCH(QPalette, palette);
    for (const QPalette::ColorRole ground : {QPalette::Base, QPalette::AlternateBase, QPalette::Window}) {
        for (const Tone tone : {Tone::Plain, Tone::Accent, Tone::Good, Tone::Warning, Tone::Bad, Tone::Muted}) {
            const double ratio = ui::contrast(ui::toneColor(tone, palette), palette.color(ground));
            QVERIFY2(ratio >= 4.5, qPrintable(QString::number(static_cast<int>(tone)) + u' ' + QString::number(ratio)));
        }
    }
    QVERIFY(ui::contrast(palette.color(QPalette::Highlight), palette.color(QPalette::HighlightedText)) >= 4.5);
    QVERIFY(ui::contrast(palette.color(QPalette::ToolTipBase), palette.color(QPalette::ToolTipText)) >= 4.5);
}

void ThemeTest::edgesOfFieldsAreSeen()
{
    QFETCH(QPalette, palette);
    for (const QPalette::ColorRole ground : {QPalette::Base, QPalette::Window, QPalette::Button})
        QVERIFY(ui::contrast(ui::edgeColor(palette), palette.color(ground)) >= 3.2);
}

/// Etched text is written twice, a pixel apart.
void ThemeTest::whatIsOffIsWrittenOnce()
{
    ui::applyTheme(*qApp, ui::ColorScheme::Dark);
    QVERIFY(QApplication::style()->styleHint(QStyle::SH_EtchDisabledText) == 0);
}

void ThemeTest::highContrastIsLeftAlone()
{
    const QPalette usual = QApplication::palette();
    QPalette high = ui::darkPalette();
    high.setColor(QPalette::Window, Qt::black);
    high.setColor(QPalette::WindowText, Qt::white);
    high.setColor(QPalette::Text, Qt::yellow);
    QApplication::setPalette(high);
    ui::applyTheme(*qApp);
    QCOMPARE(QApplication::palette().color(QPalette::Text), QColor(Qt::yellow));
    QCOMPARE(ui::toneColor(Tone::Bad, QApplication::palette()), QColor(Qt::yellow));
    QApplication::setPalette(usual);
}

void ThemeTest::iconsFollowThePalette()
{
    const auto ink = [] {
        const QImage image = ui::outlineIcon("logout").pixmap(24, 24).toImage();
        double light = 0;
        int pixels = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, y).alpha() > 200) {
                    light += image.pixelColor(x, y).lightnessF();
                    ++pixels;
                }
            }
        }
        return pixels == 0 ? -1.0 : light / pixels;
    };
    ui::applyTheme(*qApp, ui::ColorScheme::Light);
    const double onLight = ink();
    ui::applyTheme(*qApp, ui::ColorScheme::Dark);
    QVERIFY(onLight >= 0);
    QVERIFY(ink() > onLight + 0.4);
}

void ThemeTest::everyIconIsThere()
{
    using core::ConnectState;
    for (const ConnectState state :
         {ConnectState::Active, ConnectState::Connected, ConnectState::ConnectQuery, ConnectState::Shadow,
          ConnectState::Disconnected, ConnectState::Idle, ConnectState::Listen, ConnectState::Reset, ConnectState::Down,
          ConnectState::Init, ConnectState::Absent})
        QVERIFY(!ui::stateIcon(state).pixmap(16, 16).isNull());
    QVERIFY(!ui::applicationIcon().pixmap(256, 256).isNull());
    QVERIFY(!ui::outlineIcon("alert-triangle").pixmap(37, 37).isNull());
}

QTEST_MAIN(ThemeTest)
#include "ThemeTest.moc"
