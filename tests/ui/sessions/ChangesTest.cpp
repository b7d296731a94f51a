// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/WindowFixture.h"
#include "ui/sessions/ChangesWindow.h"
#include "ui/sessions/SessionView.h"
#include "ui/window/MainWindow.h"

#include <QAbstractButton>
#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

using namespace deskwarden;
using namespace deskwarden::support;

namespace {

constexpr const char* office = "https://broker.corp.example";

} // namespace

/// What changed in the last minutes, as a person looks at it in the window.
class ChangesTest final : public QObject
{
    Q_OBJECT

private slots:
    void whatHappensIsToldAndLeadsToTheSession();
};

void ChangesTest::whatHappensIsToldAndLeadsToTheSession()
{
    WindowFixture fixture;
    fillOffice(fixture.broker(office), 20);
    ui::MainWindow window(fixture.services());
    window.resize(1366, 768);
    window.show();
    window.connectTo(profileFor(office), core::Secret());
    auto& view = *window.findChild<ui::SessionView*>(QStringLiteral("sessionTable"));
    auto& model = *qobject_cast<models::SessionTableModel*>(view.model());
    QTRY_VERIFY_WITH_TIMEOUT(model.rowCount() == 20 && !model.isBusy(), 20000);

    window.findChild<QAction*>(QStringLiteral("whatChangedAction"))->trigger();
    auto* const changes = window.findChild<ui::ChangesWindow*>(QStringLiteral("changesWindow"));
    QVERIFY(changes != nullptr);
    auto& table = *changes->findChild<QTableView*>(QStringLiteral("changesTable"));
    QCOMPARE(table.model()->rowCount(), 0); // what the first list shows was there before
    QVERIFY(changes->findChild<QLabel*>(QStringLiteral("changesLabel"))->text().startsWith(QStringLiteral("Nothing")));

    core::Session active = officeSession(3);
    active.state =
        active.state == core::ConnectState::Active ? core::ConnectState::Disconnected : core::ConnectState::Active;
    fixture.broker(office).put(active);
    fixture.broker(office).put(makeSession("hv-90.corp.example", 7, "new.one", core::ConnectState::Active));
    window.links().front()->refresh();
    QTRY_COMPARE_WITH_TIMEOUT(table.model()->rowCount(), 2, 20000);
    QStringList said;
    int newOne = -1;
    for (int row = 0; row < 2; ++row) {
        const QString user = table.model()->index(row, models::ChangeListModel::User).data().toString();
        said << user + u' ' + table.model()->index(row, models::ChangeListModel::What).data().toString();
        if (user.contains(QStringLiteral("new.one")))
            newOne = row;
    }
    said.sort();
    QVERIFY2(said.join(u'|').contains(QStringLiteral("was ")), qPrintable(said.join(u'|')));
    QVERIFY2(said.join(u'|').contains(QStringLiteral("New: ")), qPrintable(said.join(u'|')));

    // A hidden row is shown again.
    window.findChild<QLineEdit*>(QStringLiteral("filterEdit"))->setText(QStringLiteral("anna"));
    QTRY_VERIFY_WITH_TIMEOUT(model.rowCount() == 1 && !model.isBusy(), 20000);
    table.setCurrentIndex(table.model()->index(newOne, 0));
    changes->findChild<QAbstractButton*>(QStringLiteral("showChangedButton"))->click();
    QTRY_VERIFY_WITH_TIMEOUT(view.selectedCount() == 1 && !model.isBusy(), 20000);
    QCOMPARE(view.selectedSessions().front().userName.toString(), std::string("new.one"));
}

QTEST_MAIN(ChangesTest)
#include "ChangesTest.moc"
