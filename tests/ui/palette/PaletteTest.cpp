// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/FewThreads.h"
#include "support/FindWidget.h"
#include "support/StallGuard.h"
#include "support/WindowFixture.h"
#include "ui/palette/EntryStock.h"
#include "ui/palette/PaletteDialog.h"
#include "ui/palette/PaletteModel.h"
#include "ui/palette/SessionStock.h"
#include "ui/widgets/ActionText.h"
#include "ui/window/MainWindow.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QTableView>
#include <QTest>

#include <algorithm>
#include <condition_variable>
#include <mutex>

using namespace deskwarden;
using namespace deskwarden::support;
using ui::PaletteDialog;
using ui::PaletteEntry;
using ui::PaletteKind;
using ui::PaletteModel;
using ui::PaletteSource;

namespace {

constexpr const char* office = "https://broker.corp.example";
constexpr const char* branch = "https://broker.branch.example";
constexpr int patience = 30'000;

management::SnapshotPointer listOf(std::vector<core::Session> sessions)
{
    auto list = std::make_shared<management::SessionSnapshot>();
    list->sessions = management::SessionList(std::move(sessions));
    return list;
}

PaletteSource sessionSource(std::vector<core::Session> sessions, const ui::SessionStock::Choose& choose = {})
{
    return [list = listOf(std::move(sessions)), choose] {
        return std::make_shared<ui::SessionStock>(std::vector{list}, std::map<core::ServerId, QString>(), choose);
    };
}

PaletteSource entrySource(const std::vector<PaletteEntry>& entries)
{
    return [entries] { return std::make_shared<ui::EntryStock>(entries); };
}

PaletteEntry command(const QString& title, bool isEnabled = true)
{
    PaletteEntry entry;
    entry.title = title;
    entry.isEnabled = isEnabled;
    return entry;
}

/// Adds each command of a menu, with its keys.
void addCommands(const QMenu& menu, QMultiHash<QString, QString>& commands)
{
    for (const QAction* const action : menu.actions()) {
        if (!action->isVisible())
            continue; // of the other page
        if (action->menu() != nullptr)
            addCommands(*action->menu(), commands);
        else if (!action->isSeparator())
            commands.insert(ui::readableText(action->text()), ui::keysOf(*action));
    }
}

/// An open palette, with the widgets that the tests speak of.
struct Palette
{
    explicit Palette(PaletteDialog& opened)
        : dialog(opened)
        , field(find<QLineEdit>(opened, "paletteEdit"))
        , list(find<QListView>(opened, "paletteList"))
        , model(*qobject_cast<PaletteModel*>(list.model()))
    {}
    void type(const QString& text) const
    {
        field.setFocus();
        QTest::keyClicks(&field, text);
    }
    void press(Qt::Key key) const { QTest::keyClick(&field, key); }
    [[nodiscard]] QStringList titles() const
    {
        QStringList all;
        for (int row = 0; row < model.rowCount(); ++row)
            all << model.index(row).data().toString();
        return all;
    }
    /// The keys of each line of this title.
    [[nodiscard]] QStringList keysOf(const QString& title) const
    {
        QStringList keys;
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.index(row).data().toString() == title)
                keys << model.index(row).data(PaletteModel::KeysRole).toString();
        }
        return keys;
    }
    [[nodiscard]] QString current() const { return list.currentIndex().data().toString(); }
    [[nodiscard]] QString count() const { return find<QLabel>(dialog, "paletteCount").text(); }

    PaletteDialog& dialog;
    QLineEdit& field;
    QListView& list;
    PaletteModel& model;
};

/// Lets no thread work until it is told to.
class LateThreads final
{
public:
    [[nodiscard]] core::StartThread startThread()
    {
        return [this](std::function<void(std::stop_token)> work) {
            return std::jthread([this, work = std::move(work)](const std::stop_token& stop) {
                std::unique_lock lock(m_mutex);
                m_changed.wait(lock, stop, [this] { return m_isOpen; });
                lock.unlock();
                work(stop);
            });
        };
    }
    void open()
    {
        const std::lock_guard lock(m_mutex);
        m_isOpen = true;
        m_changed.notify_all();
    }

private:
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    bool m_isOpen = false;
};

} // namespace

/// The palette over everything: what it finds, and where a choice leads.
class PaletteTest final : public QObject
{
    Q_OBJECT

private slots:
    void everySortIsFound_data();
    void everySortIsFound();
    void everyCommandOfTheMenusIsThere_data();
    void everyCommandOfTheMenusIsThere();
    void aCommandIsDoneAsFromItsMenu();
    void aPersonIsSelectedAndNothingIsDone();
    void whatTheFilterHidesIsShown();
    void whoHasGoneIsNotReplacedByAnother();
    void aPlaceIsShownWhole();
    void aKnownServerIsOfferedNotConnected();
    void accentsFoldAsInTheFilter_data();
    void accentsFoldAsInTheFilter();
    void theBestFitStandsFirst();
    void moreThanAreShownAreCounted();
    void arrowsPassOverWhatCannotBeChosen();
    void enterWaitsForWhatWasTypedLast();
    void escapeCloses();
    void linesAreReadAloud();
    void linesAreMirrored();
    void hostileNamesStayPlain();
    void withoutAThreadItSaysSo();
    void hundredThousandDoNotHoldTheWindow();

private:
    [[nodiscard]] static Palette opened(ui::MainWindow& window);
    static void waitForRows(const ui::MainWindow& window, int rows);
};

Palette PaletteTest::opened(ui::MainWindow& window)
{
    QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
    return Palette(*window.findChild<PaletteDialog*>());
}

void PaletteTest::waitForRows(const ui::MainWindow& window, int rows)
{
    const auto& model = *qobject_cast<models::SessionTableModel*>(find<QTableView>(window, "sessionTable").model());
    QTRY_VERIFY_WITH_TIMEOUT(model.rowCount() == rows && !model.isBusy(), patience);
}

/// Two brokers with people of their own, and one that is known and not connected.
struct Brokers
{
    Brokers()
    {
        core::Session anna = makeSession("hv-11.corp.example", 2, "anna.fischer", core::ConnectState::Active);
        anna.vmName = core::SharedString("VDI-2000");
        anna.collectionId = core::SharedString("OFFICE");
        fixture.broker(office).put(anna);
        fixture.broker(office).putCollection("OFFICE", "Office desktops");
        fixture.broker(office).put(makeSession("hv-11.corp.example", 3, "boris.orlov"));
        core::Session other = makeSession("rdvh-3.branch.example", 7, "anna.fischer", core::ConnectState::Disconnected);
        other.vmName = core::SharedString("CAD-0040");
        fixture.broker(branch).put(other);
        (void)fixture.servers.remember(profileFor("https://broker.third.example"));
        window = std::make_unique<ui::MainWindow>(fixture.services());
        window->show();
        window->connectTo(profileFor(office), core::Secret());
        window->connectTo(profileFor(branch), core::Secret());
    }
    [[nodiscard]] QTableView& table() const { return find<QTableView>(*window, "sessionTable"); }
    [[nodiscard]] const models::SessionTableModel& model() const
    {
        return *qobject_cast<models::SessionTableModel*>(table().model());
    }

    WindowFixture fixture;
    std::unique_ptr<ui::MainWindow> window;
};

void PaletteTest::everySortIsFound_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("title");
    QTest::addColumn<PaletteKind>("kind");
    const auto row = [](const char* typed, const char* title, PaletteKind kind) {
        QTest::newRow(typed) << QString::fromLatin1(typed) << QString::fromLatin1(title) << kind;
    };
    row("anna cad", "anna.fischer", PaletteKind::Person);
    row("CORP\\boris", "boris.orlov", PaletteKind::Person);
    row("vdi-2000", "VDI-2000", PaletteKind::Machine);
    row("rdvh-3", "rdvh-3.branch.example", PaletteKind::Host);
    row("host hv-11", "hv-11.corp.example", PaletteKind::Host);
    row("office desk", "Office desktops", PaletteKind::Collection);
    row("broker.branch", "broker.branch.example", PaletteKind::Server);
    row("third", "broker.third.example", PaletteKind::KnownServer);
    row("refresh", "Refresh", PaletteKind::Command);
    row("compact", "Compact", PaletteKind::Command);
    row("view over 4 h", "Disconnected over 4 h", PaletteKind::View);
    row("ctrl+l", "Log off", PaletteKind::Command);
}

void PaletteTest::everySortIsFound()
{
    QFETCH(QString, typed);
    QFETCH(QString, title);
    QFETCH(PaletteKind, kind);
    const Brokers brokers;
    waitForRows(*brokers.window, 3);
    QTRY_VERIFY_WITH_TIMEOUT(
        brokers.model().collectionName(profileFor(office).address.id(), core::SharedString("OFFICE")) ==
            QLatin1String("Office desktops"),
        patience);
    const Palette palette = opened(*brokers.window);
    const QAbstractItemModelTester tester(&palette.model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    palette.type(typed);
    QTRY_VERIFY_WITH_TIMEOUT(palette.current() == title || palette.titles().value(0) == title, patience);
    QCOMPARE(static_cast<int>(palette.model.entryAt(0).kind), static_cast<int>(kind));
}

void PaletteTest::everyCommandOfTheMenusIsThere_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<QString>("own"); // a command that only this page has
    QTest::newRow("sessions") << QStringLiteral("sessionsAction") << QStringLiteral("Log off");
    QTest::newRow("machines") << QStringLiteral("machinesAction") << QStringLiteral("Turn off");
}

void PaletteTest::everyCommandOfTheMenusIsThere()
{
    QFETCH(const QString, page);
    QFETCH(const QString, own);
    Brokers brokers;
    waitForRows(*brokers.window, 3);
    brokers.window->findChild<QAction*>(page)->trigger();
    QMultiHash<QString, QString> expected;
    for (QAction* const menu : brokers.window->menuBar()->actions()) {
        if (menu->isVisible())
            addCommands(*menu->menu(), expected);
    }
    QVERIFY(expected.size() > 20);
    QVERIFY2(expected.contains(own), qPrintable(expected.keys().join(u'|')));
    QVERIFY(!expected.contains(page == QLatin1String("sessionsAction") ? QStringLiteral("Turn off")
                                                                       : QStringLiteral("Log off")));
    const Palette palette = opened(*brokers.window);
    for (auto wanted = expected.cbegin(); wanted != expected.cend(); ++wanted) {
        palette.field.setText(wanted.key());
        const bool isThere =
            QTest::qWaitFor([&] { return palette.keysOf(wanted.key()).contains(wanted.value()); }, patience);
        QVERIFY2(isThere, qPrintable(wanted.key()));
    }
}

void PaletteTest::aCommandIsDoneAsFromItsMenu()
{
    Brokers brokers;
    waitForRows(*brokers.window, 3);
    const Palette palette = opened(*brokers.window);
    palette.type(QStringLiteral("keyboard short"));
    palette.press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(brokers.window->findChild<QDialog*>(QStringLiteral("shortcutsDialog")) != nullptr,
                             patience);
    QTRY_VERIFY(brokers.window->findChild<PaletteDialog*>() == nullptr);
}

void PaletteTest::aPersonIsSelectedAndNothingIsDone()
{
    Brokers brokers;
    waitForRows(*brokers.window, 3);
    brokers.table().selectAll();
    const Palette palette = opened(*brokers.window);
    palette.type(QStringLiteral("anna CAD"));
    QTest::keyClick(&palette.field, Qt::Key_Return, Qt::ShiftModifier); // no range comes of it
    QTRY_COMPARE_WITH_TIMEOUT(brokers.table().selectionModel()->selectedRows().size(), 1, patience);
    const core::Session chosen =
        brokers.model().sessionAt(brokers.table().selectionModel()->selectedRows().constFirst().row());
    QCOMPARE(core::keyText(chosen.key), std::string("rdvh-3.branch.example/7"));
    QVERIFY(brokers.window->findChild<QDialog*>(QStringLiteral("confirmationDialog")) == nullptr);
    QVERIFY(brokers.fixture.ledger.entries().empty());
    QTRY_COMPARE(brokers.window->focusWidget(), static_cast<QWidget*>(&brokers.table()));
}

void PaletteTest::whatTheFilterHidesIsShown()
{
    Brokers brokers;
    waitForRows(*brokers.window, 3);
    find<QLineEdit>(*brokers.window, "filterEdit").setText(QStringLiteral("boris"));
    waitForRows(*brokers.window, 1);
    const Palette palette = opened(*brokers.window);
    palette.type(QStringLiteral("vdi-2000"));
    palette.press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(brokers.table().selectionModel()->selectedRows().size(), 1, patience);
    const int row = brokers.table().selectionModel()->selectedRows().constFirst().row();
    QCOMPARE(brokers.model().sessionAt(row).vmName.toString(), std::string("VDI-2000"));
    QCOMPARE(brokers.table().currentIndex().row(), row);
    QVERIFY(find<QLineEdit>(*brokers.window, "filterEdit").text().isEmpty());
}

void PaletteTest::whoHasGoneIsNotReplacedByAnother()
{
    Brokers brokers;
    waitForRows(*brokers.window, 3);
    const Palette palette = opened(*brokers.window);
    palette.type(QStringLiteral("boris"));
    QTRY_COMPARE_WITH_TIMEOUT(palette.current(), QStringLiteral("boris.orlov"), patience);
    // Under the same key somebody else works now.
    brokers.fixture.broker(office).put(makeSession("hv-11.corp.example", 3, "carl"));
    find<QAction>(*brokers.window, "refreshAction").trigger();
    const auto isListed = [&brokers](std::string_view user) {
        for (int row = 0; row < brokers.model().rowCount(); ++row) {
            if (brokers.model().sessionAt(row).userName.view() == user)
                return true;
        }
        return false;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isListed("carl") && !isListed("boris.orlov") && !brokers.model().isBusy(), patience);
    palette.press(Qt::Key_Return);
    auto& notice = find<QWidget>(*brokers.window, "policyNotice");
    QTRY_VERIFY_WITH_TIMEOUT(notice.isVisible(), patience);
    QVERIFY(!brokers.table().selectionModel()->hasSelection());
}

void PaletteTest::aPlaceIsShownWhole()
{
    Brokers brokers;
    waitForRows(*brokers.window, 3);
    find<QLineEdit>(*brokers.window, "filterEdit").setText(QStringLiteral("boris"));
    waitForRows(*brokers.window, 1);
    const Palette palette = opened(*brokers.window);
    palette.type(QStringLiteral("host hv-11"));
    palette.press(Qt::Key_Return);
    waitForRows(*brokers.window, 2);
    QVERIFY(!brokers.table().selectionModel()->hasSelection());
}

void PaletteTest::aKnownServerIsOfferedNotConnected()
{
    Brokers brokers;
    waitForRows(*brokers.window, 3);
    const Palette palette = opened(*brokers.window);
    palette.type(QStringLiteral("third"));
    palette.press(Qt::Key_Return);
    const auto dialog = [&] { return brokers.window->findChild<QDialog*>(QStringLiteral("connectionDialog")); };
    QTRY_VERIFY_WITH_TIMEOUT(dialog() != nullptr && dialog()->isVisible(), patience);
    QCOMPARE(brokers.window->links().size(), std::size_t{2});
}

void PaletteTest::accentsFoldAsInTheFilter_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("user");
    QTest::addColumn<bool>("isFound");
    QTest::newRow("tilde") << QStringLiteral("munoz") << QStringLiteral("Rosa.Muñoz") << true;
    QTest::newRow("stroke") << QStringLiteral("lucja") << QStringLiteral("łucja.sato") << true;
    QTest::newRow("sharp s") << QStringLiteral("strasse") << QStringLiteral("anna.straße") << true;
    QTest::newRow("precise") << QStringLiteral("müller") << QStringLiteral("muller") << false;
    QTest::newRow("upper case") << QStringLiteral("MÜLLER") << QStringLiteral("müller") << true;
    QTest::newRow("short i") << QStringLiteral("андреи") << QStringLiteral("андрей") << false;
    QTest::newRow("yo") << QStringLiteral("семенов") << QStringLiteral("Семёнов") << true;
    QTest::newRow("ascii for cyrillic") << QStringLiteral("andrej") << QStringLiteral("андрей") << false;
}

void PaletteTest::accentsFoldAsInTheFilter()
{
    QFETCH(QString, typed);
    QFETCH(QString, user);
    QFETCH(bool, isFound);
    const std::string name = user.toStdString();
    PaletteDialog dialog({sessionSource({makeSession("hv1", 1, "anybody"), makeSession("hv1", 2, name.c_str())}),
                          entrySource({command(user), command(QStringLiteral("Anything"))})},
                         nullptr);
    dialog.open();
    const Palette palette(dialog);
    palette.field.setText(typed);
    const QStringList expected = isFound ? QStringList{user, user} : QStringList();
    QTRY_COMPARE_WITH_TIMEOUT(palette.titles(), expected, patience);

    // The filter says the same.
    WindowFixture fixture;
    fixture.broker(office).put(makeSession("hv1", 1, "anybody"));
    fixture.broker(office).put(makeSession("hv1", 2, name.c_str()));
    ui::MainWindow window(fixture.services());
    window.connectTo(profileFor(office), core::Secret());
    waitForRows(window, 2);
    find<QLineEdit>(window, "filterEdit").setText(typed);
    waitForRows(window, isFound ? 1 : 0);
}

void PaletteTest::theBestFitStandsFirst()
{
    PaletteDialog dialog({sessionSource({makeSession("hv1", 1, "johanna"), makeSession("hv1", 2, "lee.anna"),
                                         makeSession("hv1", 3, "zoe"), makeSession("hv1", 4, "anna.b"),
                                         makeSession("hv1", 5, "anna.a")}),
                          entrySource({command(QStringLiteral("Annals"))})},
                         nullptr);
    dialog.open();
    const Palette palette(dialog);
    palette.type(QStringLiteral("ANNA"));
    const QStringList expected{QStringLiteral("anna.a"), QStringLiteral("anna.b"), QStringLiteral("Annals"),
                               QStringLiteral("lee.anna"), QStringLiteral("johanna")};
    QTRY_COMPARE_WITH_TIMEOUT(palette.titles(), expected, patience);
    QCOMPARE(palette.current(), QStringLiteral("anna.a"));
}

void PaletteTest::moreThanAreShownAreCounted()
{
    std::vector<core::Session> sessions;
    for (std::uint32_t id = 0; id < 1234; ++id)
        sessions.push_back(makeSession("hv1", id, ("user" + std::to_string(id)).c_str()));
    PaletteDialog dialog({sessionSource(std::move(sessions))}, nullptr);
    dialog.open();
    const Palette palette(dialog);
    palette.type(QStringLiteral("user"));
    QTRY_VERIFY_WITH_TIMEOUT(palette.count().contains(QLocale().toString(1234)), patience);
    QCOMPARE(palette.model.rowCount(), static_cast<int>(ui::PaletteStock::mostHits));
    palette.type(QStringLiteral("x"));
    QTRY_COMPARE_WITH_TIMEOUT(palette.model.rowCount(), 0, patience);
    QVERIFY(!palette.count().isEmpty()); // never a silent empty list
}

void PaletteTest::arrowsPassOverWhatCannotBeChosen()
{
    PaletteDialog dialog({entrySource({command(QStringLiteral("off"), false), command(QStringLiteral("one")),
                                       command(QStringLiteral("off too"), false), command(QStringLiteral("two"))})},
                         nullptr);
    dialog.open();
    const Palette palette(dialog);
    QTRY_COMPARE_WITH_TIMEOUT(palette.current(), QStringLiteral("one"), patience);
    const std::vector<std::pair<Qt::Key, QString>> steps{{Qt::Key_Down, QStringLiteral("two")},
                                                         {Qt::Key_Down, QStringLiteral("one")},
                                                         {Qt::Key_Up, QStringLiteral("two")},
                                                         {Qt::Key_PageUp, QStringLiteral("two")},
                                                         {Qt::Key_PageDown, QStringLiteral("two")}};
    for (const auto& [key, title] : steps) {
        palette.press(key);
        QVERIFY(palette.list.currentIndex().flags().testFlag(Qt::ItemIsEnabled));
        if (key == Qt::Key_Down || key == Qt::Key_Up)
            QCOMPARE(palette.current(), title);
    }
    QVERIFY(palette.field.hasFocus());
}

void PaletteTest::enterWaitsForWhatWasTypedLast()
{
    LateThreads gate;
    PaletteDialog dialog({entrySource({command(QStringLiteral("first")), command(QStringLiteral("second"))})}, nullptr,
                         gate.startThread());
    QStringList chosen;
    connect(&dialog, &PaletteDialog::chosen, this, [&](const PaletteEntry& entry) { chosen << entry.title; });
    dialog.open();
    const Palette palette(dialog);
    palette.type(QStringLiteral("sec"));
    palette.press(Qt::Key_Return);
    QTest::qWait(0);
    QVERIFY(chosen.isEmpty());
    gate.open();
    QTRY_COMPARE_WITH_TIMEOUT(chosen, QStringList{QStringLiteral("second")}, patience);
    QVERIFY(!dialog.isVisible());
}

void PaletteTest::escapeCloses()
{
    Brokers brokers;
    waitForRows(*brokers.window, 3);
    const Palette palette = opened(*brokers.window);
    palette.type(QStringLiteral("boris"));
    palette.press(Qt::Key_Escape);
    QTRY_VERIFY(brokers.window->findChild<PaletteDialog*>() == nullptr);
    QVERIFY(!brokers.table().selectionModel()->hasSelection());
    QVERIFY(find<QLineEdit>(*brokers.window, "filterEdit").text().isEmpty());
}

void PaletteTest::linesAreReadAloud()
{
    PaletteEntry entry = command(QStringLiteral("Refresh"));
    entry.keys = QStringLiteral("F5");
    entry.detail = QStringLiteral("Server");
    PaletteDialog dialog({entrySource({entry, command(QStringLiteral("Remove"))})}, nullptr);
    dialog.open();
    const Palette palette(dialog);
    palette.type(QStringLiteral("re"));
    QTRY_COMPARE_WITH_TIMEOUT(palette.model.rowCount(), 2, patience);
    const QString line = QStringLiteral("Refresh, Command · Server, F5");
    QVERIFY(palette.field.accessibleDescription().startsWith(line));
    QVERIFY(palette.field.accessibleDescription().endsWith(palette.count()));
    palette.press(Qt::Key_Down);
    QVERIFY(palette.field.accessibleDescription().startsWith(QLatin1String("Remove")));
    QAccessibleInterface* const list = QAccessible::queryAccessibleInterface(&palette.list);
    QVERIFY(list != nullptr);
    QCOMPARE(list->child(0)->text(QAccessible::Name), line);
    QCOMPARE(list->child(1)->text(QAccessible::Name), QStringLiteral("Remove, Command"));
    QVERIFY(!palette.list.accessibleName().isEmpty() && !palette.field.accessibleName().isEmpty());
    palette.type(QStringLiteral("zzz"));
    QTRY_COMPARE_WITH_TIMEOUT(palette.model.rowCount(), 0, patience);
    QCOMPARE(palette.field.accessibleDescription(), palette.count());
}

void PaletteTest::linesAreMirrored()
{
    const auto inkAt = [](Qt::LayoutDirection direction, bool isLeft) {
        PaletteEntry entry = command(QString());
        QPixmap ink(20, 20);
        ink.fill(Qt::red);
        entry.icon = QIcon(ink);
        PaletteDialog dialog({entrySource({command(QString()), entry})}, nullptr);
        dialog.setLayoutDirection(direction);
        dialog.open();
        const Palette palette(dialog);
        if (!QTest::qWaitFor([&] { return palette.model.rowCount() == 2; }, patience))
            return false;
        const QRect row = palette.list.visualRect(palette.model.index(1));
        const QImage picture = palette.list.viewport()->grab(row).toImage();
        const int x = isLeft ? 18 : picture.width() - 18;
        return picture.pixelColor(x, picture.height() / 2).red() > 200 &&
               picture.pixelColor(x, picture.height() / 2).green() < 90;
    };
    QVERIFY(inkAt(Qt::LeftToRight, true));
    QVERIFY(!inkAt(Qt::LeftToRight, false));
    QVERIFY(inkAt(Qt::RightToLeft, false));
    QVERIFY(!inkAt(Qt::RightToLeft, true));
}

void PaletteTest::hostileNamesStayPlain()
{
    const std::string hostile = "<b>zed</b>\u202Eexe\n" + std::string(300, 'w');
    core::Session session = makeSession("<img src=x>", 1, hostile.c_str());
    session.vmName = core::SharedString("zed\x07");
    PaletteDialog dialog({sessionSource({session})}, nullptr);
    dialog.open();
    const Palette palette(dialog);
    palette.type(QStringLiteral("zed"));
    QTRY_COMPARE_WITH_TIMEOUT(palette.model.rowCount(), 1, patience);
    for (const int role : {static_cast<int>(Qt::DisplayRole), static_cast<int>(PaletteModel::DetailRole),
                           static_cast<int>(Qt::AccessibleTextRole)})
    {
        const QString text = palette.model.index(0).data(role).toString();
        QVERIFY(std::ranges::none_of(text, [](QChar letter) {
            return letter.category() == QChar::Other_Control || letter.category() == QChar::Other_Format;
        }));
    }
    QVERIFY(palette.model.index(0).data().toString().startsWith(QLatin1String("<b>zed</b>")));
    QVERIFY(!dialog.grab().isNull());
}

void PaletteTest::withoutAThreadItSaysSo()
{
    PaletteDialog dialog({entrySource({command(QStringLiteral("one"))})}, nullptr, FewThreads(0));
    dialog.open();
    const Palette palette(dialog);
    QVERIFY(!palette.count().isEmpty());
    palette.press(Qt::Key_Return); // chooses nothing
    QVERIFY(dialog.isVisible());
}

void PaletteTest::hundredThousandDoNotHoldTheWindow()
{
    constexpr std::uint32_t sessions = 100'000;
    std::vector<core::Session> sessionsOfOffice;
    for (std::uint32_t number = 0; number < sessions; ++number)
        sessionsOfOffice.push_back(officeSession(number));
    PaletteDialog dialog({sessionSource(std::move(sessionsOfOffice))}, nullptr);
    dialog.open();
    const Palette palette(dialog);
    QTest::qWait(0);
    const StallGuard guard(sessions);
    for (const char letter : std::string("anna.fischer77"))
        palette.type(QString(QLatin1Char(letter)));
    QTRY_VERIFY_WITH_TIMEOUT(palette.current().startsWith(QLatin1String("anna.fischer77")), patience);
    for (int left = 14; left > 1; --left)
        palette.press(Qt::Key_Backspace);
    QTRY_COMPARE_WITH_TIMEOUT(palette.model.rowCount(), static_cast<int>(ui::PaletteStock::mostHits), patience);
}

QTEST_MAIN(PaletteTest)
#include "PaletteTest.moc"
