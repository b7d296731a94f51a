// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/help/LicencesDialog.h"

#include "ui/help/AboutBox.h"

#include <QAbstractButton>
#include <QJsonArray>
#include <QJsonObject>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QTest>
#include <QTreeWidget>

#include <memory>

using namespace deskwarden;

class LicencesDialogTest final : public QObject
{
    Q_OBJECT

private slots:
    void aboutLeadsThere();
    void eachPartTellsItsLicence();
    void namesWhatThePackagesForWindowsBring();
};

void LicencesDialogTest::aboutLeadsThere()
{
    QWidget window;
    ui::openAboutBox(window);
    auto* const box = window.findChild<QMessageBox*>(QStringLiteral("aboutBox"));
    QVERIFY(box != nullptr);
    auto* const button = box->findChild<QAbstractButton*>(QStringLiteral("licencesButton"));
    QVERIFY(button != nullptr);
    button->click();
    QTRY_VERIFY(window.findChild<ui::LicencesDialog*>() != nullptr);
    QVERIFY(window.findChild<ui::LicencesDialog*>()->isVisible());
}

void LicencesDialogTest::eachPartTellsItsLicence()
{
    const ui::LicencesDialog dialog;
    const auto* const text = dialog.findChild<QPlainTextEdit*>(QStringLiteral("licenceText"));
    auto* const parts = dialog.findChild<QTreeWidget*>(QStringLiteral("partsTree"));
    QCOMPARE(parts->topLevelItem(0)->text(0), QStringLiteral("Deskwarden"));
    QVERIFY(text->toPlainText().contains(QLatin1String("Permission is hereby granted")));
    for (int row = 0; row < parts->topLevelItemCount(); ++row) {
        QTreeWidgetItem* const line = parts->topLevelItem(row);
        parts->setCurrentItem(line);
        const QByteArray name = line->text(0).toUtf8();
        const QJsonObject part = line->data(0, Qt::UserRole).toJsonObject();
        const QJsonArray texts = part[QLatin1String("texts")].toArray();
        QVERIFY2(!line->text(2).isEmpty(), name.constData());
        QVERIFY2(row == 0 || !part[QLatin1String("copyright")].toString().isEmpty(), name.constData());
        QVERIFY2(row == 0 || !part[QLatin1String("in")].toArray().isEmpty(), name.constData());
        // Only what belongs to nobody has no text.
        const bool isPublic =
            line->text(2) == QLatin1String("LicenseRef-Public-Domain") || line->text(2) == QLatin1String("blessing");
        QVERIFY2(texts.isEmpty() == isPublic, name.constData());
        const QStringList blocks = text->toPlainText().split(QStringLiteral("\n\n"), Qt::SkipEmptyParts);
        QVERIFY2(isPublic || blocks.size() > texts.size(), name.constData());
        QVERIFY2(isPublic || text->toPlainText().size() > 400, name.constData());
    }
}

void LicencesDialogTest::namesWhatThePackagesForWindowsBring()
{
    const ui::LicencesDialog dialog;
    auto* const parts = dialog.findChild<QTreeWidget*>(QStringLiteral("partsTree"));
    const auto* const text = dialog.findChild<QPlainTextEdit*>(QStringLiteral("licenceText"));
    const auto shows = [&](const char* name, const char* word) {
        const auto found = parts->findItems(QLatin1String(name), Qt::MatchExactly);
        if (found.size() != 1)
            return false;
        parts->setCurrentItem(found.first());
        return text->toPlainText().contains(QLatin1String(word));
    };
    QVERIFY(shows("Qt", "GNU LESSER GENERAL PUBLIC LICENSE"));
    QVERIFY(shows("Qt", "GNU GENERAL PUBLIC LICENSE\n"));
    QVERIFY(shows("Qt", "Qt6Widgets.dll"));
    QVERIFY(shows("libcurl", "Daniel Stenberg"));
    QVERIFY(shows("FreeType", "FreeType Project LICENSE"));
    QVERIFY(shows("HarfBuzz", "Red Hat"));
    QVERIFY(shows("libpng", "PNG Reference Library"));
    QVERIFY(shows("zlib", "Jean-loup Gailly"));
    QVERIFY(shows("PCRE2", "University of Cambridge"));
    QVERIFY(shows("GNU libmicrohttpd", "Version 2.1, February 1999"));
    QVERIFY(shows("GCC runtime libraries", "GCC RUNTIME LIBRARY EXCEPTION"));
    QVERIFY(shows("MinGW-w64 winpthreads", "Lockless"));
    QVERIFY(shows("SQLite", "public domain"));
}

QTEST_MAIN(LicencesDialogTest)
#include "LicencesDialogTest.moc"
