// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/help/LogWindow.h"

#include "support/FindWidget.h"
#include "ui/help/ReviewPane.h"
#include "ui/widgets/NoticePanel.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace deskwarden;
using namespace deskwarden::support;
using models::LogLevel;

namespace {

constexpr int patience = 30'000;
const QString part = QStringLiteral("deskwarden.servers");

class FakeTrace final : public desk::WireTrace
{
public:
    [[nodiscard]] bool isOn() const override { return m_isOn; }
    void start() override { m_isOn = true; }
    [[nodiscard]] desk::ConversationRun stop() override
    {
        m_isOn = false;
        return [](const std::stop_token&) { return QByteArray("http: POST -> 200\n"); };
    }

private:
    bool m_isOn = false;
};

void fill(models::LogRing& ring)
{
    ring.add(LogLevel::Debug, part, QStringLiteral("a detail"));
    ring.add(LogLevel::Information, part, QStringLiteral("connecting to a broker"));
    ring.add(LogLevel::Warning, part, QStringLiteral("the list failed"));
}

} // namespace

class LogWindowTest final : public QObject
{
    Q_OBJECT

private slots:
    void linesComeWhileItIsOpen();
    void itStandsStill();
    void levelAndWordsAreChosenByKeyboard();
    void whatIsShownIsCopied();
    void whatIsShownIsSaved();
    void aFileThatCannotBeWrittenIsTold();
    void itListensUntilItIsToldToStop();
    void itStopsListeningWhenItGoes();
    void everyFieldHasAName();
};

void LogWindowTest::linesComeWhileItIsOpen()
{
    models::LogRing ring;
    fill(ring);
    ui::LogWindow window(ring, nullptr);
    auto& table = find<QTableView>(window, "logTable");
    const QAbstractItemModelTester tester(table.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(table.model()->rowCount(), 3);
    ring.add(LogLevel::Error, part, QStringLiteral("news"));
    QTRY_COMPARE_WITH_TIMEOUT(table.model()->rowCount(), 4, patience);
    QVERIFY(!find<QCheckBox>(window, "logListenBox").isVisibleTo(&window));
}

void LogWindowTest::itStandsStill()
{
    models::LogRing ring;
    fill(ring);
    ui::LogWindow window(ring, nullptr);
    const auto& table = find<QTableView>(window, "logTable");
    auto& pause = find<QCheckBox>(window, "logPauseBox");
    pause.setChecked(true);
    ring.add(LogLevel::Error, part, QStringLiteral("news"));
    QTest::qWait(700);
    QCOMPARE(table.model()->rowCount(), 3);
    pause.setChecked(false);
    QCOMPARE(table.model()->rowCount(), 4);
}

void LogWindowTest::levelAndWordsAreChosenByKeyboard()
{
    models::LogRing ring;
    fill(ring);
    ui::LogWindow window(ring, nullptr);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    const auto& table = find<QTableView>(window, "logTable");
    auto& level = find<QComboBox>(window, "logLevelBox");
    level.setFocus();
    QTest::keyClick(&level, Qt::Key_Down);
    QCOMPARE(table.model()->rowCount(), 2);
    QTest::keyClick(&level, Qt::Key_Up);
    auto& search = find<QLineEdit>(window, "logSearchEdit");
    search.setFocus();
    QTest::keyClicks(&search, QStringLiteral("BROKER"));
    QCOMPARE(table.model()->rowCount(), 1);
    QTest::keyClick(&search, Qt::Key_Return);
    QVERIFY(window.isVisible());
    QTest::keyClick(&window, Qt::Key_Escape);
    QVERIFY(!window.isVisible());
}

void LogWindowTest::whatIsShownIsCopied()
{
    models::LogRing ring;
    fill(ring);
    ui::LogWindow window(ring, nullptr);
    find<QLineEdit>(window, "logSearchEdit").setText(QStringLiteral("list"));
    find<QPushButton>(window, "copyLogButton").click();
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY2(copied.endsWith(QLatin1String("warning deskwarden.servers: the list failed\n")), qPrintable(copied));
    QCOMPARE(copied.count(u'\n'), 1);
    find<QLineEdit>(window, "logSearchEdit").clear();
    find<QTableView>(window, "logTable").selectRow(1);
    find<QPushButton>(window, "copyLogButton").click();
    QVERIFY(QGuiApplication::clipboard()->text().contains(QLatin1String("connecting")));
    QCOMPARE(QGuiApplication::clipboard()->text().count(u'\n'), 1);
}

void LogWindowTest::whatIsShownIsSaved()
{
    const QTemporaryDir folder;
    models::LogRing ring;
    fill(ring);
    ui::LogWindow window(ring, nullptr);
    const QString name = folder.filePath(QStringLiteral("log.txt"));
    window.write(name);
    const auto& notice = find<ui::NoticePanel>(window, "logNotice");
    QTRY_COMPARE_WITH_TIMEOUT(notice.kind(), ui::NoticePanel::Kind::Success, patience);
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count('\n'), 3);
}

void LogWindowTest::aFileThatCannotBeWrittenIsTold()
{
    const QTemporaryDir folder;
    models::LogRing ring;
    ui::LogWindow window(ring, nullptr);
    window.write(folder.filePath(QStringLiteral("no/such/folder/log.txt")));
    const auto& notice = find<ui::NoticePanel>(window, "logNotice");
    QTRY_COMPARE_WITH_TIMEOUT(notice.kind(), ui::NoticePanel::Kind::Failure, patience);
}

void LogWindowTest::itListensUntilItIsToldToStop()
{
    models::LogRing ring;
    FakeTrace trace;
    ui::LogWindow window(ring, &trace);
    window.show();
    auto& listen = find<QCheckBox>(window, "logListenBox");
    listen.setChecked(true);
    QVERIFY(trace.isOn());
    listen.setChecked(false);
    QVERIFY(!trace.isOn());
    const auto& dialog = find<QDialog>(window, "conversationDialog");
    const auto* const review = dialog.findChild<ui::ReviewPane*>();
    QVERIFY(dialog.isVisible() && review != nullptr);
    QTRY_COMPARE_WITH_TIMEOUT(review->text(), QByteArray("http: POST -> 200\n"), patience);
}

void LogWindowTest::itStopsListeningWhenItGoes()
{
    models::LogRing ring;
    FakeTrace trace;
    {
        ui::LogWindow window(ring, &trace);
        find<QCheckBox>(window, "logListenBox").setChecked(true);
        QVERIFY(trace.isOn());
    }
    QVERIFY(!trace.isOn());
}

void LogWindowTest::everyFieldHasAName()
{
    models::LogRing ring;
    FakeTrace trace;
    const ui::LogWindow window(ring, &trace);
    for (const char* const name : {"logTable", "logSearchEdit"})
        QVERIFY2(!find<QWidget>(window, name).accessibleName().isEmpty(), name);
}

QTEST_MAIN(LogWindowTest)
#include "LogWindowTest.moc"
