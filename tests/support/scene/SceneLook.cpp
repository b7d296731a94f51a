// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/scene/SceneLook.h"

#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QFile>
#include <QLocale>
#include <QTest>

namespace deskwarden::support {

namespace {

QString translationFile(const QString& look)
{
    return QStringLiteral(":/i18n/deskwarden_%1.qm").arg(look);
}

ui::ColorScheme schemeOf(const QString& look)
{
    const ui::ColorScheme named = ui::colorSchemeFromName(look);
    return named == ui::ColorScheme::System ? ui::ColorScheme::Light : named;
}

} // namespace

SceneLook::SceneLook(const QString& look)
{
    ui::applyTheme(*qApp, schemeOf(look));
    const bool isTranslated = QFile::exists(translationFile(look));
    QLocale::setDefault(isTranslated ? QLocale(look) : QLocale(QLocale::English));
    if (isTranslated) {
        QVERIFY(m_language.load(translationFile(look)));
        QApplication::installTranslator(&m_language);
    }
    if (look == QLatin1String("pseudo"))
        QApplication::installTranslator(&m_pseudo);
    QApplication::setLayoutDirection(look == QLatin1String("rtl") ? Qt::RightToLeft : Qt::LeftToRight);
}

SceneLook::~SceneLook()
{
    QApplication::removeTranslator(&m_language);
    QApplication::removeTranslator(&m_pseudo);
    QApplication::setLayoutDirection(Qt::LeftToRight);
    QLocale::setDefault(QLocale(QLocale::English));
    ui::applyTheme(*qApp, ui::ColorScheme::Light);
}

void SceneLook::addRows(std::initializer_list<const char*> looks)
{
    QTest::addColumn<QString>("look");
    for (const char* const look : looks)
        QTest::newRow(look) << QString::fromLatin1(look);
}

} // namespace deskwarden::support
