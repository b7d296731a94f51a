// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/texts/MessageTemplate.h"
#include "models/texts/Texts.h"
#include "ui/help/HelpWindow.h"
#include "ui/preferences/PreferenceSpec.h"
#include "ui/window/Translations.h"

#include <QApplication>
#include <QTest>
#include <QTextBrowser>

#include <algorithm>
#include <utility>
#include <variant>

using namespace deskwarden;

/// This program carries Esperanto beside the languages of all others: tests/ui/languages holds its three files, and
/// nothing else knows of it.
class LanguagesTest final : public QObject
{
    Q_OBJECT

private slots:
    /// First, as the next one shows what it has chosen.
    void messagesAreOffered()
    {
        const auto templates = models::shippedTemplates();
        const auto isItsOwn = [](const models::MessageTemplate& message) {
            return message.name == QLatin1String("Prizorgado (Esperanto)");
        };
        QCOMPARE(std::ranges::count_if(templates, isItsOwn), std::ptrdiff_t(1));
        QVERIFY(templates.size() >= 5);
        QVERIFY(!isItsOwn(templates.front()));
        const QLocale before;
        QLocale::setDefault(QLocale(QStringLiteral("eo"))); // its own language comes first
        QVERIFY(isItsOwn(models::shippedTemplates().front()));
        QCOMPARE(models::shippedTemplates().size(), templates.size());
        QVERIFY(models::noteTemplates({}).front() != models::noteTemplates({}).back());
        QLocale::setDefault(before);
        QCOMPARE(models::completed({}, QStringLiteral("Ni ĉesos.")).followUpTitle,
                 QStringLiteral("Via seanco ne finiĝos"));
        QCOMPARE(models::completed({}, QStringLiteral("Please save.")).followUpTitle,
                 QStringLiteral("You will not be signed out"));
        core::Session session;
        QCOMPARE(models::filled(QStringLiteral("Vi finos post {minutes} min."), session, {0, {}}),
                 QStringLiteral("Vi finos nun."));
    }

    void theSettingsOfferIt()
    {
        std::ptrdiff_t offered = 0;
        for (const ui::PreferenceSpec& spec : ui::preferenceSpecs({})) {
            const auto* const words = std::get_if<ui::WordChoice>(&spec.choice);
            if (words != nullptr && QLatin1String(spec.name()) == QLatin1String(storage::preference::language.name))
                offered += std::ranges::count(words->words, QStringLiteral("eo"), &std::pair<QString, QString>::first);
        }
        QCOMPARE(offered, std::ptrdiff_t(1));
    }

    void theConsoleSpeaksIt()
    {
        QVERIFY(ui::installTranslations(*qApp, QLocale(QStringLiteral("eo"))));
        QCOMPARE(models::actionName(management::ActionKind::Logoff), QStringLiteral("Elsalutigi"));
        ui::HelpWindow help;
        QVERIFY(help.findChild<QTextBrowser*>(QStringLiteral("helpText"))
                    ->toPlainText()
                    .contains(QLatin1String("virtualaj labortabloj")));
    }
};

QTEST_MAIN(LanguagesTest)
#include "LanguagesTest.moc"
