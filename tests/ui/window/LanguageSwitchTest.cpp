// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/log/LogRing.h"
#include "scenes/OfficeScene.h"
#include "storage/AuditLog.h"
#include "support/DialogSamples.h"
#include "support/PseudoTranslator.h"
#include "ui/acts/DrainWindow.h"
#include "ui/preferences/PreferencesDialog.h"
#include "ui/sessions/FilterBar.h"
#include "ui/window/ViewsPanel.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QPointer>
#include <QRegularExpression>
#include <QSpinBox>
#include <QTest>
#include <QTextBrowser>
#include <QTreeWidget>

#include <algorithm>
#include <functional>
#include <iterator>
#include <memory>

using namespace deskwarden;
using namespace deskwarden::support;

namespace {

constexpr int patience = OfficeScene::patience;
constexpr const char* readProperties[] = {
    "windowTitle",     "toolTip", "statusTip", "accessibleName", "accessibleDescription", "text", "title",
    "placeholderText", "suffix",  "prefix",    "iconText",       "specialValueText"};

void settle()
{
    for (int round = 0; round < 4; ++round) {
        QTest::qWait(120); // what another thread counts and reads comes back by the event loop
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

/// Everything that a person can read, or hear, a line each: where it stands and what it says, without numbers, as
/// clocks go on. What a person has typed is nothing that the program says.
class ReadTexts final
{
public:
    static QStringList ofAllWindows()
    {
        ReadTexts read;
        for (const QWidget* const window : QApplication::topLevelWidgets()) {
            if (window->parentWidget() == nullptr)
                read.walk(*window);
        }
        read.m_lines.sort();
        return read.m_lines;
    }

private:
    void walk(const QObject& object)
    {
        if (object.isWidgetType() || qobject_cast<const QAction*>(&object) != nullptr)
            readObject(object);
        for (const QObject* const child : object.children())
            walk(*child);
    }

    void readObject(const QObject& object)
    {
        // Qt names the buttons of a dock's own title once; those that another title hides are never seen.
        if (object.inherits("QDockWidgetTitleButton") && static_cast<const QWidget&>(object).isHidden())
            return;
        const QString place = QString::fromLatin1(object.metaObject()->className()) + u' ' + object.objectName();
        for (const char* const name : readProperties) {
            const bool isTyped = qobject_cast<const QLineEdit*>(&object) != nullptr && qstrcmp(name, "text") == 0;
            if (!isTyped)
                add(place + u' ' + QLatin1String(name), object.property(name).toString());
        }
        if (const auto* const box = qobject_cast<const QComboBox*>(&object)) {
            for (int item = 0; item < box->count(); ++item)
                add(place + QStringLiteral(" item"), box->itemText(item));
        } else if (const auto* const view = qobject_cast<const QAbstractItemView*>(&object)) {
            if (view->model() != nullptr)
                readCells(place, *view->model(), {});
            add(place + QStringLiteral(" current"), view->currentIndex().data().toString());
        } else if (const auto* const browser = qobject_cast<const QTextBrowser*>(&object)) {
            add(place, browser->toPlainText());
        }
    }

    void readCells(const QString& place, const QAbstractItemModel& model, const QModelIndex& parent)
    {
        for (int column = 0; column < model.columnCount(parent); ++column) {
            for (const int role : {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole}) {
                if (!parent.isValid())
                    add(place + QStringLiteral(" head"), model.headerData(column, Qt::Horizontal, role).toString());
                for (int row = 0; row < model.rowCount(parent); ++row)
                    add(place + QStringLiteral(" cell %1").arg(role),
                        model.index(row, column, parent).data(role).toString());
            }
        }
        for (int row = 0; row < model.rowCount(parent); ++row) {
            const QModelIndex index = model.index(row, 0, parent);
            if (model.hasChildren(index))
                readCells(place, model, index);
        }
    }

    void add(const QString& place, QString text)
    {
        static const QRegularExpression numbers(QStringLiteral("[0-9]+([.,:/][0-9]+)*( [AP]M)?"));
        if (!text.isEmpty())
            m_lines << place + QStringLiteral(": ") +
                           text.replace(numbers, QStringLiteral("#")).remove(u'&'); // letters for Alt are given apart
    }

    QStringList m_lines;
};

QStringList difference(const QStringList& left, const QStringList& right)
{
    QStringList only;
    std::ranges::set_difference(left, right, std::back_inserter(only));
    return only;
}

void compare(const QStringList& seen, const QStringList& wanted)
{
    const QStringList wrong = difference(seen, wanted);
    const QStringList missing = difference(wanted, seen);
    for (const QString& line : wrong.first(std::min<qsizetype>(wrong.size(), 40)))
        qWarning("is said:   %s", qPrintable(line.left(160)));
    for (const QString& line : missing.first(std::min<qsizetype>(missing.size(), 40)))
        qWarning("is wanted: %s", qPrintable(line.left(160)));
    QCOMPARE(wrong.size(), 0);
    QCOMPARE(missing.size(), 0);
}

} // namespace

/// A window that learns another language while it is open says what one says that was opened in that language, and what
/// it said before once it has the first language again.
class LanguageSwitchTest final : public QObject
{
    Q_OBJECT

private slots:
    void windowsSpeakTheNewLanguage_data();
    void windowsSpeakTheNewLanguage();
    void whatElseIsOpenedBarsThePreferences();
    void whatComesByItselfHoldsThePreferences();

private:
    /// The console, connected, with one session selected; then what the name stands for.
    std::unique_ptr<OfficeScene> stage(const QString& name);
    static void openFurther(OfficeScene& scene, const QString& name);
    static void openAct(ui::MainWindow& window, const QString& name);

    models::LogRing m_log;
};

namespace {

constexpr const char* demonstration = "demo:60";
/// What can be open while the preferences are: the rows of the test.
constexpr const char* openAtASwitch[] = {
    "window",     "acts",      "drain",           "preferencesAction", "auditLogAction", "whatChangedAction",
    "helpAction", "logAction", "whatWaitsAction", "hostsAction"};
/// What else a window shows that the program has words for.
constexpr const char* shownAtASwitch[] = {"place", "pasted list", "shipped view", "machinesAction"};

QWidgetList openWindows()
{
    QWidgetList open = QApplication::topLevelWidgets();
    const auto isNone = [](const QWidget* widget) { return !widget->isVisible() || widget->windowType() == Qt::Popup; };
    open.removeIf([&isNone](const QWidget* widget) {
        return isNone(widget) || widget->windowType() == Qt::ToolTip || widget->parentWidget() == nullptr;
    });
    return open;
}

} // namespace

std::unique_ptr<OfficeScene> LanguageSwitchTest::stage(const QString& name)
{
    auto made = std::make_unique<OfficeScene>();
    desk::Services services = made->fixture.services();
    services.auditFile = made->fixture.folder.filePath(QStringLiteral("audit.sqlite"));
    {
        storage::AuditLog log(services.auditFile, {QStringLiteral("CORP\\helpdesk1"), QStringLiteral("DESK-3")});
        const std::vector<management::ActionRequest> acts{
            {1, test::sampleSession(1, core::ConnectState::Active), {}, "INC-1"}};
        const auto tokens = log.recordIntents(acts);
        if (tokens)
            (void)log.recordOutcome(tokens->front(), {});
    }
    services.log = &m_log;
    made->open(std::move(services), {1280, 800}, QStringLiteral("hv-11"));
    QAbstractItemView& table = made->table();
    table.selectionModel()->setCurrentIndex(table.model()->index(0, 0),
                                            QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    openFurther(*made, name);
    settle();
    return made;
}

void LanguageSwitchTest::openFurther(OfficeScene& scene, const QString& name)
{
    ui::MainWindow& window = scene.window();
    if (name == QLatin1String("acts") || name == QLatin1String("drain")) {
        openAct(window, name);
    } else if (name == QLatin1String("place")) {
        fillOffice(scene.fixture.broker(demonstration), 3);
        window.connectTo(profileFor(demonstration), core::Secret());
        auto& places = find<QTreeWidget>(window, "placesTree");
        QTRY_COMPARE_WITH_TIMEOUT(places.topLevelItemCount(), 3, patience);
        find<QLineEdit>(window, "filterEdit").clear();
        places.setCurrentItem(places.topLevelItem(2));
        QTRY_COMPARE_WITH_TIMEOUT(scene.table().model()->rowCount(), 3, patience);
    } else if (name == QLatin1String("pasted list")) {
        find<ui::FilterBar>(window, "filterBar").setChosen(std::make_shared<models::ChosenSessions>());
    } else if (name == QLatin1String("shipped view")) {
        auto& views = find<ui::ViewsPanel>(window, "viewsTree");
        const QModelIndex ghosts = views.model()->index(2, 0); // under the heading and the first
        QTest::mouseClick(views.viewport(), Qt::LeftButton, {}, views.visualRect(ghosts).center());
        QCOMPARE(views.currentIndex(), ghosts);
    } else if (name != QLatin1String("window")) {
        find<QAction>(window, qPrintable(name)).trigger();
    }
}

void LanguageSwitchTest::openAct(ui::MainWindow& window, const QString& name)
{
    const bool isDrain = name == QLatin1String("drain");
    find<QAction>(window, isDrain ? "drainHostAction" : "logoffAction").trigger();
    auto* const dialog = window.findChild<ui::ConfirmationDialog*>();
    QVERIFY(dialog != nullptr);
    OfficeScene::confirm(*dialog, isDrain ? std::optional(5) : std::nullopt);
    const auto* const acts = window.findChild<QAbstractItemView*>(QStringLiteral("activityTable"));
    QTRY_VERIFY_WITH_TIMEOUT(acts->model()->rowCount() > 0, patience);
    QTest::qWait(1'500); // until it has ended, or waits
}

void LanguageSwitchTest::windowsSpeakTheNewLanguage_data()
{
    QTest::addColumn<QString>("name");
    for (const char* const name : openAtASwitch)
        QTest::newRow(name) << QString::fromLatin1(name);
    for (const char* const name : shownAtASwitch)
        QTest::newRow(name) << QString::fromLatin1(name);
}

void LanguageSwitchTest::windowsSpeakTheNewLanguage()
{
    QFETCH(QString, name);
    if (m_log.since(0).empty())
        m_log.add(models::LogLevel::Warning, QStringLiteral("deskwarden.servers"), QStringLiteral("-"));
    PseudoTranslator pseudo;
    QStringList wanted;
    {
        QApplication::installTranslator(&pseudo);
        const auto born = stage(name);
        wanted = ReadTexts::ofAllWindows();
        born->window().closeUnasked();
    }
    QApplication::removeTranslator(&pseudo);
    settle();
    const auto shown = stage(name);
    const QStringList before = ReadTexts::ofAllWindows();
    QVERIFY(difference(before, wanted).size() > 100);
    QApplication::installTranslator(&pseudo);
    settle();
    compare(ReadTexts::ofAllWindows(), wanted);
    QApplication::removeTranslator(&pseudo);
    settle();
    compare(ReadTexts::ofAllWindows(), before);
    shown->window().closeUnasked();
}

/// Every action of the window that opens another one: either the languages are tested with that one open, or it bars
/// the window, and with it the way to the preferences, until it is answered.
void LanguageSwitchTest::whatElseIsOpenedBarsThePreferences()
{
    const auto shown = stage(QStringLiteral("window"));
    ui::MainWindow& window = shown->window();
    QList<QPointer<QAction>> actions;
    for (QAction* const action : window.findChildren<QAction*>())
        actions << action;
    QStringList barring;
    for (const QPointer<QAction>& action : actions) {
        if (action == nullptr || !action->isEnabled() || action->menu() != nullptr || action->objectName().isEmpty() ||
            action->objectName() == QLatin1String("quitAction"))
            continue;
        const QString name = action->objectName();
        action->trigger();
        QCoreApplication::processEvents();
        const QWidgetList opened = openWindows();
        for (QWidget* const one : opened) {
            if (std::ranges::none_of(openAtASwitch, [&name](const char* open) { return name == QLatin1String(open); }))
            {
                QVERIFY2(one->isModal(), qPrintable(name));
                window.activateWindow();
                QTest::keyClick(window.windowHandle(), Qt::Key_Comma, Qt::ControlModifier);
                QVERIFY2(window.findChild<ui::PreferencesDialog*>() == nullptr, qPrintable(name));
                barring << name;
            }
            one->close();
        }
        settle();
        QVERIFY2(openWindows().isEmpty(), qPrintable(name));
    }
    // So many at least: connecting, confirming, palette, shortcuts, about, pasted lists, saving.
    QVERIFY2(barring.size() >= 7, qPrintable(barring.join(QLatin1Char(' '))));
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTest::keyClick(window.windowHandle(), Qt::Key_Comma, Qt::ControlModifier);
    QVERIFY(window.findChild<ui::PreferencesDialog*>() != nullptr); // the key is the right one
    window.closeUnasked();
}

/// A link that is followed while the preferences are open: what it opens is answered first.
void LanguageSwitchTest::whatComesByItselfHoldsThePreferences()
{
    const auto shown = stage(QStringLiteral("preferencesAction"));
    ui::MainWindow& window = shown->window();
    const auto& preferences = *window.findChild<ui::PreferencesDialog*>();
    window.openConnectionDialog();
    settle();
    const QWidget& language = find<QComboBox>(preferences, "languagePreference");
    QVERIFY(language.isVisible());
    const auto press = [&] {
        QTest::mouseClick(preferences.windowHandle(), Qt::LeftButton, {},
                          language.mapTo(&preferences, language.rect().center()));
        return QApplication::activePopupWidget() != nullptr;
    };
    QVERIFY(!press());
    qobject_cast<QWidget*>(QApplication::activeModalWidget())->close();
    settle();
    QVERIFY(press());
    QApplication::activePopupWidget()->close();
    window.closeUnasked();
}

QTEST_MAIN(LanguageSwitchTest)
#include "LanguageSwitchTest.moc"
