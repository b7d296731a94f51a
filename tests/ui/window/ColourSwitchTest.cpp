// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "scenes/OfficeScene.h"
#include "ui/help/HelpWindow.h"
#include "ui/preferences/PreferencesDialog.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/Theme.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QTextEdit>
#include <QTreeWidget>

#include <map>
#include <memory>

using namespace deskwarden;
using namespace deskwarden::support;

namespace {

constexpr int patience = OfficeScene::patience;

/// What widgets have taken from a palette and keep, by where it stands.
class KeptColours final
{
public:
    using ByPlace = std::map<QString, QStringList>;

    static ByPlace ofAllWindows()
    {
        KeptColours kept;
        for (const QWidget* const window : QApplication::topLevelWidgets()) {
            if (window->parentWidget() == nullptr)
                kept.walk(*window);
        }
        for (auto& [place, colours] : kept.m_lines) {
            colours.sort();
            colours.removeDuplicates();
        }
        return kept.m_lines;
    }

private:
    void walk(const QWidget& widget)
    {
        const QString place = QString::fromLatin1(widget.metaObject()->className()) + u' ' + widget.objectName();
        if (const auto* const label = qobject_cast<const QLabel*>(&widget)) {
            if (!label->pixmap().isNull())
                add(place, mainColour(label->pixmap().toImage()));
        } else if (const auto* const icon = qobject_cast<const ui::IconLabel*>(&widget)) {
            if (!icon->icon().isNull())
                add(place, mainColour(icon->icon().pixmap(16, 16).toImage()));
        } else if (const auto* const tree = qobject_cast<const QTreeWidget*>(&widget)) {
            for (QTreeWidgetItemIterator item(const_cast<QTreeWidget*>(tree)); *item != nullptr; ++item) {
                for (int column = 0; column < tree->columnCount(); ++column)
                    add(place + u' ' + (*item)->text(0), (*item)->foreground(column).color());
            }
        } else if (const auto* const text = qobject_cast<const QTextEdit*>(&widget)) {
            for (const QTextEdit::ExtraSelection& mark : text->extraSelections())
                add(place, mark.format.background().color());
        }
        for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Button, QPalette::ButtonText})
            add(place + u' ' + QString::number(role), widget.palette().color(role));
        for (const QObject* const child : widget.children()) {
            if (const auto* const below = qobject_cast<const QWidget*>(child))
                walk(*below);
        }
    }

    /// Of the point that is seen best.
    static QColor mainColour(const QImage& image)
    {
        QColor best(0, 0, 0, 0);
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor here = image.pixelColor(x, y);
                if (here.alpha() > best.alpha())
                    best = here;
            }
        }
        return best;
    }

    void add(const QString& place, const QColor& colour) { m_lines[place] << colour.name(); }

    ByPlace m_lines;
};

} // namespace

/// A window whose colours change while it is open has those that it would have had from the start.
class ColourSwitchTest final : public QObject
{
    Q_OBJECT

private slots:
    void windowsTakeTheNewColours_data();
    void windowsTakeTheNewColours();

private:
    static std::unique_ptr<OfficeScene> stage(ui::ColorScheme scheme, const QString& name);
};

std::unique_ptr<OfficeScene> ColourSwitchTest::stage(ui::ColorScheme scheme, const QString& name)
{
    ui::applyTheme(*qApp, scheme);
    auto made = std::make_unique<OfficeScene>();
    made->open(made->fixture.services(), {1280, 800}, QStringLiteral("hv-11"));
    made->table().selectionModel()->setCurrentIndex(made->table().model()->index(0, 0),
                                                    QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    ui::MainWindow& window = made->window();
    if (name == QLatin1String("acts")) {
        find<QAction>(window, "disconnectAction").trigger();
        OfficeScene::confirm(*window.findChild<ui::ConfirmationDialog*>(), std::nullopt);
        const auto& done = find<QLabel>(window, "doneCountLabel");
        if (!QTest::qWaitFor([&done] { return done.isVisible(); }, patience))
            qWarning("nothing was done");
    } else if (name == QLatin1String("confirmation")) {
        find<QAction>(window, "logoffAction").trigger();
    } else if (name == QLatin1String("nothing found")) {
        find<QLineEdit>(window, "filterEdit").setText(QStringLiteral("nobody-has-this-name"));
        if (!QTest::qWaitFor([&made] { return made->table().model()->rowCount() == 0; }, patience))
            qWarning("something was found");
    } else if (name == QLatin1String("help")) {
        find<QAction>(window, "helpAction").trigger();
        find<QLineEdit>(*window.findChild<ui::HelpWindow*>(), "helpSearch").setText(QStringLiteral("session"));
    }
    QTest::qWait(600); // what another thread reads and counts comes by the event loop
    return made;
}

void ColourSwitchTest::windowsTakeTheNewColours_data()
{
    QTest::addColumn<QString>("name");
    for (const char* const name : {"window", "acts", "confirmation", "nothing found", "help"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void ColourSwitchTest::windowsTakeTheNewColours()
{
    QFETCH(QString, name);
    using enum ui::ColorScheme;
    for (const ui::ColorScheme wanted : {Dark, HighContrast}) {
        KeptColours::ByPlace born;
        {
            const auto scene = stage(wanted, name);
            born = KeptColours::ofAllWindows();
            scene->window().closeUnasked();
        }
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        const auto scene = stage(Light, name);
        QVERIFY(KeptColours::ofAllWindows() != born);
        ui::applyTheme(*qApp, wanted);
        QTest::qWait(100);
        const KeptColours::ByPlace switched = KeptColours::ofAllWindows();
        scene->window().closeUnasked();
        std::size_t compared = 0;
        for (const auto& [place, colours] : switched) {
            const auto known = born.find(place); // Qt makes some widgets only when they are needed
            if (known == born.end())
                continue;
            ++compared;
            QVERIFY2(colours == known->second,
                     qPrintable(place + u": " + colours.join(u' ') + u" instead of " + known->second.join(u' ')));
        }
        QVERIFY(compared > 100);
    }
}

QTEST_MAIN(ColourSwitchTest)
#include "ColourSwitchTest.moc"
