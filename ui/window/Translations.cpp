// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/window/Translations.h"

#include "storage/Preferences.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QTranslator>
#include <QWidget>

#include <memory>

namespace deskwarden::ui {

namespace {

/// By which ours are told from translators of others.
const QString ownTranslator = QStringLiteral("deskwardenTranslator");

bool install(QApplication& application, const QLocale& locale, const QString& name, const QString& folder)
{
    auto translator = std::make_unique<QTranslator>(&application);
    translator->setObjectName(ownTranslator);
    if (!translator->load(locale, name, QStringLiteral("_"), folder))
        return false;
    return QApplication::installTranslator(translator.release());
}

} // namespace

QLocale localeFor(const storage::Preferences& preferences)
{
    const QString language = preferences.value(storage::preference::language);
    const QLocale system = QLocale::system();
    return language == QLatin1String("system") || QLocale(language).language() == system.language() ? system
                                                                                                    : QLocale(language);
}

bool installTranslations(QApplication& application, const QLocale& locale)
{
    QLocale::setDefault(locale);
    for (QWidget* const window : QApplication::topLevelWidgets())
        window->setLocale(locale);
    qDeleteAll(application.findChildren<QTranslator*>(ownTranslator, Qt::FindDirectChildrenOnly));
    if (locale.language() == QLocale::English || locale.language() == QLocale::C)
        return true;
    install(application, locale, QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    return install(application, locale, QStringLiteral("deskwarden"), QStringLiteral(":/i18n"));
}

} // namespace deskwarden::ui
