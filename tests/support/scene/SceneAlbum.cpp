// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/scene/SceneAlbum.h"

#include "support/scene/ContrastCheck.h"
#include "support/scene/FitCheck.h"
#include "support/scene/IconCheck.h"
#include "support/scene/LanguageCheck.h"
#include "support/scene/NameCheck.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QImage>
#include <QPixmap>
#include <QTest>
#include <QWidget>

#include <utility>

namespace deskwarden::support {

namespace {

bool isEmptyPicture(const QImage& image)
{
    for (int y = 0; y < image.height(); y += 7) {
        for (int x = 0; x < image.width(); x += 7) {
            if (image.pixel(x, y) != image.pixel(0, 0))
                return false;
        }
    }
    return true;
}

} // namespace

void SceneAlbum::open(const char* folder)
{
    m_warnings = std::make_unique<WarningWatch>();
    const QString name = QString::fromLatin1(folder);
    m_folder = QDir(QDir::currentPath());
    QVERIFY(m_folder.mkpath(name));
    QVERIFY(m_folder.cd(name));
    QFont font(QFontDatabase::hasFamily(QStringLiteral("Inter")) ? QStringLiteral("Inter")
                                                                 : QStringLiteral("DejaVu Sans"));
    font.setPointSizeF(10);
    QApplication::setFont(font);
}

void SceneAlbum::shoot(QWidget& widget, const QString& name)
{
    QVERIFY(QTest::qWaitForWindowExposed(&widget));
    grab(widget, name);
}

void SceneAlbum::grab(QWidget& widget, const QString& name)
{
    QCoreApplication::processEvents();
    for (int depth = 0; depth < 3; ++depth) // of what has changed just now, inside what changes by it
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    const QPixmap picture = widget.grab();
    const QImage image = picture.toImage();
    QVERIFY2(!isEmptyPicture(image), "the picture is empty");
    const qreal scale = widget.devicePixelRatioF();
    const QString suffix = scale > 1.0 ? QStringLiteral("@%1x").arg(scale) : QString();
    constexpr int quick = 90; // packing it well takes longer than all checks
    QVERIFY(picture.save(m_folder.filePath(name + suffix + QStringLiteral(".png")), "PNG", quick));
    for (const QString& wrong : findings(widget, image) + m_warnings->take())
        m_wrong << name + suffix + QStringLiteral(": ") + wrong;
}

void SceneAlbum::report()
{
    const QStringList wrong = std::exchange(m_wrong, {});
    for (const QString& line : wrong)
        qInfo("%s", qUtf8Printable(line)); // a message of a test is cut after some lines
    QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("%1 findings, see above").arg(wrong.size())));
}

QStringList SceneAlbum::findings(QWidget& root, const QImage& picture)
{
    QStringList found = IconCheck().findings(root, picture) + LanguageCheck().findings(root, picture) +
                        NameCheck().findings(root, picture);
#ifndef Q_OS_WIN
    // Wine has other fonts and draws them otherwise: what fits, and how well it is read, is judged on Linux.
    found += FitCheck().findings(root, picture) + ContrastCheck().findings(root, picture);
#endif
    return found;
}

} // namespace deskwarden::support
