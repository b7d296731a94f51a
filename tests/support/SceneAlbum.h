// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QDir>
#include <QFontDatabase>
#include <QImage>
#include <QLocale>
#include <QPixmap>
#include <QTest>
#include <QTranslator>
#include <QWidget>

#include <atomic>
#include <initializer_list>

/// What the scenes have in common: a folder of pictures to be looked at, and the looks in which they are taken.
namespace deskwarden::support {

/// The pictures of one test, in a folder of the build. A picture fails on a warning of Qt since the last one, which a
/// missing icon is too, and when it is empty.
/// Thread: GUI.
class SceneAlbum final
{
public:
    /// Takes the folder, and a font that does not depend on the machine. Once, in initTestCase().
    void open(const char* folder)
    {
        s_usualHandler = qInstallMessageHandler(&SceneAlbum::countWarnings);
        const QString name = QString::fromLatin1(folder);
        m_folder = QDir(QDir::currentPath());
        QVERIFY(m_folder.mkpath(name));
        QVERIFY(m_folder.cd(name));
        QFont font(QFontDatabase::hasFamily(QStringLiteral("Inter")) ? QStringLiteral("Inter")
                                                                     : QStringLiteral("DejaVu Sans"));
        font.setPointSizeF(10);
        QApplication::setFont(font);
    }

    /// Of a window, as soon as it is seen.
    void shoot(QWidget& widget, const QString& name) const
    {
        QVERIFY(QTest::qWaitForWindowExposed(&widget));
        grab(widget, name);
    }

    /// Of anything, seen or not.
    void grab(QWidget& widget, const QString& name) const
    {
        QCoreApplication::processEvents();
        const QPixmap picture = widget.grab();
        QVERIFY2(!isBlank(picture.toImage()), "the picture is empty");
        const qreal scale = widget.devicePixelRatioF();
        const QString suffix = scale > 1.0 ? QStringLiteral("@%1x").arg(scale) : QString();
        QVERIFY(picture.save(m_folder.filePath(name + suffix + QStringLiteral(".png"))));
        QCOMPARE(s_warnings.exchange(0), 0);
    }

private:
    static bool isBlank(const QImage& image)
    {
        for (int y = 0; y < image.height(); y += 7) {
            for (int x = 0; x < image.width(); x += 7) {
                if (image.pixel(x, y) != image.pixel(0, 0))
                    return false;
            }
        }
        return true;
    }

    static void countWarnings(QtMsgType type, const QMessageLogContext& context, const QString& text)
    {
        // That the offscreen screen has no window manager is no news.
        if (text.contains(QLatin1String("propagateSizeHints")))
            return;
        if (type == QtWarningMsg || type == QtCriticalMsg)
            ++s_warnings;
        s_usualHandler(type, context, text);
    }

    inline static std::atomic<int> s_warnings{0};
    inline static QtMessageHandler s_usualHandler = nullptr;

    QDir m_folder;
};

/// Light, dark, or light in a language by the name of its file ("ru"), as long as it lives.
class SceneLook final
{
public:
    explicit SceneLook(const QString& look)
    {
        ui::applyTheme(*qApp, look == QLatin1String("dark") ? ui::ColorScheme::Dark : ui::ColorScheme::Light);
        const bool isEnglish =
            look == QLatin1String("light") || look == QLatin1String("dark") || look == QLatin1String("en");
        QLocale::setDefault(isEnglish ? QLocale(QLocale::English) : QLocale(look));
        if (isEnglish)
            return;
        QVERIFY(m_language.load(QStringLiteral(":/i18n/deskwarden_%1.qm").arg(look)));
        QApplication::installTranslator(&m_language);
    }
    SceneLook(const SceneLook&) = delete;
    SceneLook& operator=(const SceneLook&) = delete;
    ~SceneLook()
    {
        QApplication::removeTranslator(&m_language);
        QLocale::setDefault(QLocale(QLocale::English));
    }

    /// The column "look" of a test's table, with a row for each.
    static void addRows(std::initializer_list<const char*> looks = {"light", "dark", "ru"})
    {
        QTest::addColumn<QString>("look");
        for (const char* const look : looks)
            QTest::newRow(look) << QString::fromLatin1(look);
    }

private:
    QTranslator m_language;
};

} // namespace deskwarden::support
