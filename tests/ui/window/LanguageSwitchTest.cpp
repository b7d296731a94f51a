// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "scenes/OfficeScene.h"
#include "storage/AuditLog.h"
#include "support/DialogSamples.h"
#include "support/PseudoTranslator.h"
#include "ui/acts/DrainWindow.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
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

private:
    /// The console, connected, with one session selected; then what the action opens.
    static std::unique_ptr<OfficeScene> stage(const QString& name);
    static void openFurther(ui::MainWindow& window, const QString& name);
};

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
    made->open(std::move(services), {1280, 800}, QStringLiteral("hv-11"));
    QAbstractItemView& table = made->table();
    table.selectionModel()->setCurrentIndex(table.model()->index(0, 0),
                                            QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    openFurther(made->window(), name);
    settle();
    return made;
}

void LanguageSwitchTest::openFurther(ui::MainWindow& window, const QString& name)
{
    if (name == QLatin1String("acts") || name == QLatin1String("drain")) {
        find<QAction>(window, name == QLatin1String("acts") ? "logoffAction" : "drainHostAction").trigger();
        auto* const dialog = window.findChild<ui::ConfirmationDialog*>();
        QVERIFY(dialog != nullptr);
        OfficeScene::confirm(*dialog, name == QLatin1String("acts") ? std::nullopt : std::optional(5));
        const auto* const acts = window.findChild<QAbstractItemView*>(QStringLiteral("activityTable"));
        QTRY_VERIFY_WITH_TIMEOUT(acts->model()->rowCount() > 0, patience);
        QTest::qWait(1'500); // until it has ended, or waits
    } else if (name != QLatin1String("window")) {
        find<QAction>(window, qPrintable(name)).trigger();
    }
}

void LanguageSwitchTest::windowsSpeakTheNewLanguage_data()
{
    QTest::addColumn<QString>("name");
    // What can be open while the preferences are.
    for (const char* const name :
         {"window", "acts", "drain", "preferencesAction", "auditLogAction", "whatChangedAction", "helpAction"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void LanguageSwitchTest::windowsSpeakTheNewLanguage()
{
    QFETCH(QString, name);
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

QTEST_MAIN(LanguageSwitchTest)
#include "LanguageSwitchTest.moc"
