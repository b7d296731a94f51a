// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/scene/ContrastCheck.h"
#include "support/scene/FitCheck.h"
#include "support/scene/IconCheck.h"
#include "support/scene/LanguageCheck.h"
#include "support/scene/NameCheck.h"
#include "support/scene/SceneAlbum.h"
#include "support/scene/SceneLook.h"
#include "support/scene/WarningWatch.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace deskwarden;
using namespace deskwarden::support;

namespace {

QString pseudoText(const char* text)
{
    return QCoreApplication::translate("deskwarden::ui::SceneChecksTest", text);
}

} // namespace

/// Whether each check of the scenes finds what is planted, and nothing on a screen that is in order.
class SceneChecksTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void nothingIsFoundOnAScreenInOrder_data();
    void nothingIsFoundOnAScreenInOrder();
    void aLabelThatIsTooNarrowIsFound();
    void aWordThatIsWiderThanItsLineIsFound();
    void aLineThatIsTooHighIsFound();
    void aButtonThatIsTooNarrowIsFound();
    void aPlaceholderThatIsCutIsFound();
    void aChoiceThatIsCutIsFound();
    void aCellThatIsCutIsFoundWithoutATip();
    void aColumnNarrowerThanItsNameIsFound();
    void aFormThatScrollsSidewaysIsFound();
    void aControlBeyondItsParentIsFound();
    void aButtonWithNothingOnItIsFound();
    void anIconWithNothingOnItIsFound();
    void anEmptyCellIconIsFound();
    void aTextThatIsNotTranslatedIsFound_data();
    void aTextThatIsNotTranslatedIsFound();
    void aTextThatHasLostItsEndIsFound();
    void namesNeedNoTranslation();
    void aControlWithoutANameIsFound();
    void aWindowWithoutATitleIsFound();
    void aFaintTextIsFound();
    void aFaintCellIsFound();
    void aFaintEdgeIsFound();
    void aFaintIconIsFound();
    void whatIsDisabledMayBeFaint();
    void aWarningOfQtIsFound();

private:
    template <typename Check>
    [[nodiscard]] QStringList found()
    {
        m_window->show();
        [[maybe_unused]] const bool isShown = QTest::qWaitForWindowExposed(m_window.get());
        QCoreApplication::processEvents();
        return Check().findings(*m_window, m_window->grab().toImage());
    }
    template <typename Widget, typename... Arguments>
    Widget& add(Arguments&&... arguments)
    {
        auto* const widget = new Widget(std::forward<Arguments>(arguments)...);
        m_column->addWidget(widget);
        return *widget;
    }

    std::unique_ptr<SceneLook> m_look;
    std::unique_ptr<QWidget> m_window;
    QVBoxLayout* m_column = nullptr;
};

void SceneChecksTest::init()
{
    m_look = std::make_unique<SceneLook>(QStringLiteral("light"));
    m_window = std::make_unique<QWidget>();
    m_window->setWindowTitle(QStringLiteral("Planted"));
    m_window->resize(420, 300);
    m_column = new QVBoxLayout(m_window.get());
}

void SceneChecksTest::cleanup()
{
    m_window.reset();
    m_look.reset();
}

void SceneChecksTest::nothingIsFoundOnAScreenInOrder_data()
{
    SceneLook::addRows({"light", "dark", "contrast", "pseudo", "rtl"});
}

void SceneChecksTest::nothingIsFoundOnAScreenInOrder()
{
    QFETCH(QString, look);
    m_look.reset();
    m_look = std::make_unique<SceneLook>(look);
    const auto text = [](const char* english) { return pseudoText(english); };
    m_window->setWindowTitle(text("In order"));
    m_window->resize(640, 420);
    auto& label = add<QLabel>(text("&Name:"));
    auto& line = add<QLineEdit>();
    label.setBuddy(&line);
    line.setPlaceholderText(text("Nobody"));
    add<QCheckBox>(text("Tell the user first"));
    add<QPushButton>(text("&Log off"));
    auto& choice = add<QComboBox>();
    choice.addItems({text("Light"), text("Dark")});
    choice.setAccessibleName(text("Colours"));
    auto& button = add<QToolButton>();
    button.setIcon(ui::outlineIcon("refresh"));
    button.setAccessibleName(text("Refresh"));
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QCoreApplication::processEvents();
    const QStringList wrong = SceneAlbum::findings(*m_window, m_window->grab().toImage());
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void SceneChecksTest::aLabelThatIsTooNarrowIsFound()
{
    add<QLabel>(QStringLiteral("A sentence that needs more than this")).setFixedWidth(60);
    QCOMPARE(found<FitCheck>().size(), 1);
}

void SceneChecksTest::aWordThatIsWiderThanItsLineIsFound()
{
    auto& label = add<QLabel>(QStringLiteral("a Sitzungsverwaltungsprogramm of one word"));
    label.setTextFormat(Qt::PlainText);
    label.setWordWrap(true);
    label.setFixedSize(80, 200);
    QCOMPARE(found<FitCheck>().size(), 1);
}

void SceneChecksTest::aLineThatIsTooHighIsFound()
{
    auto& label = add<QLabel>(QStringLiteral("one line and another one and one more"));
    label.setWordWrap(true);
    label.setFixedSize(120, 16);
    QCOMPARE(found<FitCheck>().size(), 1);
}

void SceneChecksTest::aButtonThatIsTooNarrowIsFound()
{
    add<QPushButton>(QStringLiteral("Log off everybody")).setFixedWidth(50);
    add<QCheckBox>(QStringLiteral("Tell everybody first")).setFixedWidth(50);
    QCOMPARE(found<FitCheck>().size(), 2);
}

void SceneChecksTest::aPlaceholderThatIsCutIsFound()
{
    auto& line = add<QLineEdit>();
    line.setPlaceholderText(QStringLiteral("Filter over all columns"));
    line.setFixedWidth(60);
    QCOMPARE(found<FitCheck>().size(), 1);
    line.setToolTip(line.placeholderText());
    QCOMPARE(found<FitCheck>(), QStringList());
}

void SceneChecksTest::aChoiceThatIsCutIsFound()
{
    auto& choice = add<QComboBox>();
    choice.addItem(QStringLiteral("As the desktop does, dark or light"));
    choice.setFixedWidth(90);
    QCOMPARE(found<FitCheck>().size(), 1);
}

void SceneChecksTest::aCellThatIsCutIsFoundWithoutATip()
{
    QStandardItemModel model(1, 1);
    model.setItem(0, 0, new QStandardItem(QStringLiteral("a long name of a host that is cut")));
    model.setHeaderData(0, Qt::Horizontal, QStringLiteral("Host"));
    auto& table = add<QTableView>();
    table.setModel(&model);
    table.setColumnWidth(0, 80);
    QCOMPARE(found<FitCheck>().size(), 1);
    model.item(0, 0)->setToolTip(QStringLiteral("a long name of a host that is cut"));
    QCOMPARE(found<FitCheck>(), QStringList());
    table.setModel(nullptr);
}

void SceneChecksTest::aColumnNarrowerThanItsNameIsFound()
{
    QStandardItemModel model(1, 1);
    model.setHeaderData(0, Qt::Horizontal, QStringLiteral("Virtual machine"));
    auto& table = add<QTableView>();
    table.setModel(&model);
    table.setColumnWidth(0, 50);
    QCOMPARE(found<FitCheck>().size(), 1);
    table.setModel(nullptr);
}

void SceneChecksTest::aFormThatScrollsSidewaysIsFound()
{
    auto& area = add<QScrollArea>();
    auto* const content = new QWidget;
    content->resize(2000, 40);
    area.setWidget(content);
    QCOMPARE(found<FitCheck>().size(), 1);
}

void SceneChecksTest::aControlBeyondItsParentIsFound()
{
    auto& part = add<QWidget>();
    part.setFixedSize(100, 40);
    auto* const button = new QPushButton(QStringLiteral("Far"), &part);
    button->setGeometry(80, 0, 80, 30);
    QCOMPARE(found<FitCheck>().size(), 1);
}

void SceneChecksTest::aButtonWithNothingOnItIsFound()
{
    add<QToolButton>();
    QCOMPARE(found<IconCheck>().size(), 1);
}

void SceneChecksTest::anIconWithNothingOnItIsFound()
{
    QPixmap clear(16, 16);
    clear.fill(Qt::transparent);
    add<QToolButton>().setIcon(clear);
    add<QLabel>().setPixmap(clear);
    QCOMPARE(found<IconCheck>().size(), 2);
}

void SceneChecksTest::anEmptyCellIconIsFound()
{
    QPixmap clear(16, 16);
    clear.fill(Qt::transparent);
    QStandardItemModel model(1, 1);
    model.setItem(0, 0, new QStandardItem(QIcon(clear), QStringLiteral("Active")));
    auto& table = add<QTableView>();
    table.setModel(&model);
    QCOMPARE(found<IconCheck>().size(), 1);
    table.setModel(nullptr);
}

void SceneChecksTest::aTextThatIsNotTranslatedIsFound_data()
{
    SceneLook::addRows({"ru", "pseudo"});
}

void SceneChecksTest::aTextThatIsNotTranslatedIsFound()
{
    QFETCH(QString, look);
    m_look.reset();
    m_look = std::make_unique<SceneLook>(look);
    m_window->setWindowTitle(QStringLiteral("⟦Окно⟧"));
    add<QLabel>(QStringLiteral("Forgotten"));
    add<QPushButton>(QStringLiteral("⟦Выйти⟧")).setToolTip(QStringLiteral("Logs the user off"));
    add<QLineEdit>().setPlaceholderText(QStringLiteral("Filter"));
    add<QLineEdit>(QStringLiteral("typed by somebody"));
    QCOMPARE(found<LanguageCheck>().size(), 3);
}

void SceneChecksTest::aTextThatHasLostItsEndIsFound()
{
    m_look.reset();
    m_look = std::make_unique<SceneLook>(QStringLiteral("pseudo"));
    m_window->setWindowTitle(pseudoText("Window"));
    add<QLabel>(pseudoText("Cut in the middle").chopped(3));
    QCOMPARE(found<LanguageCheck>().size(), 1);
}

void SceneChecksTest::namesNeedNoTranslation()
{
    m_look.reset();
    m_look = std::make_unique<SceneLook>(QStringLiteral("pseudo"));
    m_window->setWindowTitle(QStringLiteral("Deskwarden"));
    add<QLabel>(QStringLiteral("CORP\\anna.fischer · VDI-2001 · hv-11.corp.example"));
    add<QLabel>(QStringLiteral("Kerberos (HTTPS)"));
    QCOMPARE(found<LanguageCheck>(), QStringList());
}

void SceneChecksTest::aControlWithoutANameIsFound()
{
    add<QLineEdit>();
    add<QToolButton>().setIcon(ui::outlineIcon("refresh"));
    add<QTableView>();
    QCOMPARE(found<NameCheck>().size(), 3);
}

void SceneChecksTest::aWindowWithoutATitleIsFound()
{
    m_window->setWindowTitle({});
    QCOMPARE(found<NameCheck>().size(), 1);
}

void SceneChecksTest::aFaintTextIsFound()
{
    auto& label = add<QLabel>(QStringLiteral("Hardly to be read"));
    QPalette colors = label.palette();
    colors.setColor(QPalette::WindowText, QColor(0x8a, 0x93, 0xa0));
    label.setPalette(colors);
    QCOMPARE(found<ContrastCheck>().size(), 1);
}

void SceneChecksTest::aFaintCellIsFound()
{
    QStandardItemModel model(1, 1);
    model.setItem(0, 0, new QStandardItem(QStringLiteral("hardly to be read")));
    model.item(0, 0)->setForeground(QColor(0xa0, 0xa8, 0xb4));
    auto& table = add<QTableView>();
    table.setModel(&model);
    table.setColumnWidth(0, 200);
    table.clearFocus();
    QCOMPARE(found<ContrastCheck>().size(), 1);
    table.setModel(nullptr);
}

void SceneChecksTest::aFaintEdgeIsFound()
{
    auto& line = add<QLineEdit>();
    line.setStyleSheet(QStringLiteral("QLineEdit { border: 1px solid #d0d4dc; background: white; }"));
    add<QPushButton>(QStringLiteral("Focus")).setFocus();
    QCOMPARE(found<ContrastCheck>().size(), 1);
}

void SceneChecksTest::aFaintIconIsFound()
{
    QPixmap faint(16, 16);
    faint.fill(QColor(0xd0, 0xd4, 0xdc));
    add<QToolButton>().setIcon(faint);
    QCOMPARE(found<ContrastCheck>().size(), 1);
}

void SceneChecksTest::whatIsDisabledMayBeFaint()
{
    add<QPushButton>(QStringLiteral("Not now")).setEnabled(false);
    add<QLineEdit>(QStringLiteral("not now")).setEnabled(false);
    QCOMPARE(found<ContrastCheck>(), QStringList());
}

void SceneChecksTest::aWarningOfQtIsFound()
{
    WarningWatch watch;
    QCOMPARE(watch.take(), QStringList());
    QTest::ignoreMessage(QtWarningMsg, "Missing icon planted");
    qWarning("Missing icon planted");
    QCOMPARE(watch.take(), QStringList(QStringLiteral("Qt warned: Missing icon planted")));
    QCOMPARE(watch.take(), QStringList());
}

QTEST_MAIN(SceneChecksTest)
#include "SceneChecksTest.moc"
