// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/Preferences.h"
#include "support/DialogSamples.h"
#include "support/FindWidget.h"
#include "support/TabCycle.h"
#include "ui/acts/ConfirmationDialog.h"
#include "ui/acts/MessageDialog.h"
#include "ui/acts/TemplatesDialog.h"
#include "ui/connect/ConnectionDialog.h"
#include "ui/sessions/PastedListDialog.h"
#include "ui/window/ClosingDialog.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <functional>
#include <memory>

using namespace deskwarden;
using support::find;

namespace {

using Dialog = std::shared_ptr<QDialog>;
using MakeDialog = std::function<Dialog(storage::Preferences&)>;

management::ActionPlan planWithSomebodyLeftOut()
{
    std::vector<core::Session> chosen = test::sampleSessions(30);
    chosen.push_back(test::sampleSession(8, core::ConnectState::Listen, ""));
    return management::planFor({}, chosen);
}

Dialog connection(bool isAdvanced)
{
    auto dialog = std::make_shared<ui::ConnectionDialog>([](const core::ServerProfile&, const core::Secret&) {
        return core::Result<management::Connector>(test::scriptedConnector(test::untrustedStages()));
    });
    core::ServerProfile profile;
    profile.address = *core::ServerAddress::parse("https://broker.example.com");
    profile.user = "CORP\\helpdesk1";
    dialog->setServers({{profile, {}}});
    find<QLineEdit>(*dialog, "passwordEdit").setText(QStringLiteral("password"));
    if (isAdvanced)
        find<QToolButton>(*dialog, "advancedButton").click();
    return dialog;
}

Dialog confirmation(storage::Preferences& preferences)
{
    auto dialog = std::make_shared<ui::ConfirmationDialog>(planWithSomebodyLeftOut());
    dialog->offerMessage(preferences);
    find<QAbstractButton>(*dialog, "messageFirstCheck").setChecked(true);
    find<QLineEdit>(*dialog, "countEdit").setText(QStringLiteral("30"));
    return dialog;
}

} // namespace

/// Whether everything that a person sees can be reached by the Tab key.
class KeyboardTest final : public QObject
{
    Q_OBJECT

private slots:
    void tabReachesEveryControl_data();
    void tabReachesEveryControl();

private:
    QTemporaryDir m_folder;
};

void KeyboardTest::tabReachesEveryControl_data()
{
    QTest::addColumn<MakeDialog>("make");
    const auto row = [](const char* name, MakeDialog make) { QTest::newRow(name) << std::move(make); };
    row("connection", [](storage::Preferences&) { return connection(false); });
    row("connection with everything", [](storage::Preferences&) { return connection(true); });
    row("confirmation", confirmation);
    row("message",
        [](storage::Preferences&) { return std::make_shared<ui::MessageDialog>(planWithSomebodyLeftOut()); });
    row("pasted list", [](storage::Preferences&) {
        auto dialog = std::make_shared<ui::PastedListDialog>(std::vector<management::SnapshotPointer>());
        dialog->setText(QStringLiteral("\\broken"));
        return dialog;
    });
    row("templates",
        [](storage::Preferences&) { return std::make_shared<ui::TemplatesDialog>(models::shippedTemplates()); });
    row("closing", [](storage::Preferences&) {
        return std::make_shared<ui::ClosingDialog>(ui::UnfinishedActs{2, 5, 38, std::chrono::seconds(272)});
    });
}

void KeyboardTest::tabReachesEveryControl()
{
    QFETCH(MakeDialog, make);
    storage::Preferences preferences(m_folder.filePath(QStringLiteral("settings.ini")));
    const Dialog dialog = make(preferences);
    dialog->open();
    QVERIFY(QTest::qWaitForWindowActive(dialog.get()));
    QVERIFY(dialog->focusWidget() != nullptr);
    QCOMPARE(support::beyondTab(*dialog), QStringList());
}

QTEST_MAIN(KeyboardTest)
#include "KeyboardTest.moc"
