// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/HiddenLetters.h"
#include "support/WindowFixture.h"
#include "ui/widgets/CopyLabel.h"
#include "ui/window/MainWindow.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QGroupBox>
#include <QLabel>
#include <QTabWidget>
#include <QTest>

using namespace deskwarden;
using namespace deskwarden::support;

namespace {

constexpr const char* office = "https://broker.corp.example";
constexpr int patience = 60'000;
constexpr qsizetype mostLetters = 6000; // a sentence with some names in it
constexpr int mostPixels = 1600;

/// Every text that a widget shows or tells to a screen reader.
QStringList textsOf(const QWidget& widget)
{
    QStringList texts{widget.windowTitle(),           widget.toolTip(),  widget.statusTip(), widget.accessibleName(),
                      widget.accessibleDescription(), widget.whatsThis()};
    if (const auto* const label = qobject_cast<const QLabel*>(&widget)) {
        // A CopyLabel lets lines end inside of long words; beyond that it shows what it copies.
        const auto* const copied = qobject_cast<const ui::CopyLabel*>(label);
        const bool isSame = copied != nullptr && copied->text().remove(QChar(0x200B)) == copied->wholeText();
        texts << (isSame ? copied->wholeText() : label->text());
    }
    if (const auto* const button = qobject_cast<const QAbstractButton*>(&widget))
        texts << button->text();
    if (const auto* const box = qobject_cast<const QGroupBox*>(&widget))
        texts << box->title();
    if (const auto* const tabs = qobject_cast<const QTabWidget*>(&widget)) {
        for (int tab = 0; tab < tabs->count(); ++tab)
            texts << tabs->tabText(tab) << tabs->tabToolTip(tab);
    }
    for (const QAction* const action : widget.actions())
        texts << action->text() << action->toolTip() << action->statusTip();
    const auto* const view = qobject_cast<const QAbstractItemView*>(&widget);
    if (view == nullptr || view->model() == nullptr)
        return texts;
    const QAbstractItemModel& model = *view->model();
    const auto addRows = [&](const QModelIndex& parent, const auto& again) -> void {
        for (int row = 0; row < std::min(model.rowCount(parent), 50); ++row) {
            for (int column = 0; column < model.columnCount(parent); ++column) {
                for (const int role :
                     {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole, Qt::AccessibleDescriptionRole})
                    texts << model.index(row, column, parent).data(role).toString();
            }
            again(model.index(row, 0, parent), again);
        }
    };
    addRows({}, addRows);
    return texts;
}

/// What is wrong with one of the widgets that there are; empty if nothing is.
QString problem()
{
    for (const QWidget* const widget : QApplication::allWidgets()) {
        const QString who = QLatin1String(widget->metaObject()->className()) + u' ' + widget->objectName();
        for (const QString& text : textsOf(*widget)) {
            if (text.size() > mostLetters)
                return who + QStringLiteral(" shows %1 letters").arg(text.size());
            for (const char32_t character : text.toUcs4()) {
                if (character != u'\n' && core::isHidden(character))
                    return who + QStringLiteral(" shows U+%1: ").arg(static_cast<uint>(character), 4, 16) +
                           text.left(80);
            }
        }
        if (widget->isWindow() && widget->isVisible() && widget->minimumSizeHint().width() > mostPixels)
            return who + QStringLiteral(" is at least %1 pixels wide").arg(widget->minimumSizeHint().width());
    }
    return {};
}

} // namespace

/// Names of a megabyte, and with characters that turn a text about: nowhere in the window are they shown as they are,
/// and no window grows with them.
class HostileNamesTest final : public QObject
{
    Q_OBJECT

private slots:
    void everyTextOfTheConsoleIsSafe_data();
    void everyTextOfTheConsoleIsSafe();
    void anAmpersandOfANameIsNoKey();
};

void HostileNamesTest::everyTextOfTheConsoleIsSafe_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("1 MB") << QByteArray(1'000'000, 'W');
    QTest::newRow("a wide word") << QByteArray("\u4e2d").repeated(300'000);
    QTest::newRow("300 letters") << QByteArray(300, 'W');
    QTest::newRow("override") << QByteArray("\u202Eevil");
    QTest::newRow("isolate") << QByteArray("\u2066evil");
    QTest::newRow("escape") << QByteArray("\x1B[31mred");
    QTest::newRow("C1") << QByteArray("\u009B31m");
    QTest::newRow("line end") << QByteArray("a\nb\rc\u2028d");
}

void HostileNamesTest::everyTextOfTheConsoleIsSafe()
{
    QFETCH(const QByteArray, name);
    const std::string hostile = name.toStdString();
    WindowFixture fixture;
    FakeBroker& broker = fixture.broker(office);
    for (std::uint32_t id = 1; id < 4; ++id) {
        core::Session session = makeSession(id == 3 ? std::string("HV1") : hostile, id, hostile);
        for (core::SharedString* const text :
             {&session.domainName, &session.vmName, &session.collectionId, &session.clientMachineName})
            *text = core::SharedString(hostile);
        broker.put(session);
    }
    broker.putCollection(hostile, hostile + "!");
    broker.putNeighbour(neighbour("Win32_RDMSVirtualDesktop",
                                  {{"Name", core::Value(std::string_view(hostile))},
                                   {"HostName", core::Value(std::string_view(hostile))},
                                   {"VMState", core::Value(std::uint32_t{2})},
                                   {"SessionUserName", core::Value(std::string_view("CORP\\" + hostile))}}));
    ui::MainWindow window(fixture.services());
    window.show();
    window.connectTo(profileFor(office), core::Secret());
    auto* const table = window.findChild<QAbstractItemView*>(QStringLiteral("sessionTable"));
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 3, patience);
    const auto trigger = [&window](const char* action) {
        auto* const found = window.findChild<QAction*>(QString::fromLatin1(action));
        QVERIFY2(found != nullptr && found->isEnabled(), action);
        found->trigger();
        QCoreApplication::processEvents();
    };
    const auto select = [table](int row) {
        table->selectionModel()->setCurrentIndex(table->model()->index(row, 0),
                                                 QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        QCoreApplication::processEvents();
    };
    const auto shownDialog = [&window]() -> QDialog* {
        const QList<QDialog*> dialogs = window.findChildren<QDialog*>();
        const auto shown = std::ranges::find_if(dialogs, &QDialog::isVisible);
        return shown == dialogs.end() ? nullptr : *shown;
    };
    QVERIFY2(problem().isEmpty(), qPrintable(problem()));
    for (int row = 0; row < 3; ++row) {
        select(row);
        QVERIFY2(problem().isEmpty(), qPrintable(problem()));
    }
    select(0);
    for (const char* action : {"logoffAction", "disconnectAction", "sendMessageAction", "drainHostAction"}) {
        trigger(action);
        QDialog* const dialog = shownDialog();
        QVERIFY2(dialog != nullptr, action);
        QVERIFY2(problem().isEmpty(), qPrintable(QString::fromLatin1(action) + QStringLiteral(": ") + problem()));
        dialog->reject();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog->isVisible(), patience);
    }
    for (const char* action : {"selectHostAction", "clearFilterAction", "selectCollectionAction", "copyAction"}) {
        select(0);
        trigger(action);
        QVERIFY2(problem().isEmpty(), qPrintable(QString::fromLatin1(action) + QStringLiteral(": ") + problem()));
    }
    trigger("disconnectAction");
    QDialog* const confirmation = shownDialog();
    QVERIFY(confirmation != nullptr);
    confirmation->findChild<QAbstractButton*>(QStringLiteral("confirmButton"))->click();
    auto* const activity = window.findChild<QAbstractItemView*>(QStringLiteral("activityTable"));
    QTRY_VERIFY_WITH_TIMEOUT(activity->model()->rowCount() > 0, patience);
    activity->setCurrentIndex(activity->model()->index(1, 0));
    QCoreApplication::processEvents();
    QVERIFY2(problem().isEmpty(), qPrintable(problem()));
}

void HostileNamesTest::anAmpersandOfANameIsNoKey()
{
    WindowFixture fixture;
    core::Session session = makeSession("hv1", 1, "ada");
    session.collectionId = core::SharedString("R&D");
    fixture.broker(office).put(session);
    ui::MainWindow window(fixture.services());
    window.show();
    window.connectTo(profileFor(office), core::Secret());
    auto* const table = window.findChild<QAbstractItemView*>(QStringLiteral("sessionTable"));
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 1, patience);
    table->selectionModel()->setCurrentIndex(table->model()->index(0, 0),
                                             QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    window.findChild<QAction*>(QStringLiteral("selectCollectionAction"))->trigger();
    const auto* const place = window.findChild<QAbstractButton*>(QStringLiteral("placeButton"));
    QCOMPARE(place->text(), QStringLiteral("R&&D"));
    QVERIFY(place->shortcut().isEmpty());
}

QTEST_MAIN(HostileNamesTest)
#include "HostileNamesTest.moc"
