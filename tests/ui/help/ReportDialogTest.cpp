// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/help/ReportDialog.h"

#include "support/FindWidget.h"
#include "ui/help/ReviewPane.h"
#include "ui/widgets/NoticePanel.h"

#include <QComboBox>
#include <QFile>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace deskwarden;
using namespace deskwarden::support;

namespace {

constexpr int patience = 30'000;

core::ServerId broker()
{
    return core::ServerId{core::SharedString("https://broker.example")};
}

desk::ReportFacts smallFacts()
{
    desk::ReportFacts facts;
    facts.program = QStringLiteral("deskwarden 0.2.0");
    return facts;
}

} // namespace

class ReportDialogTest final : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsCollectedUnasked();
    void theReportIsShownBeforeItCanBeSaved();
    void theChosenBrokerIsAsked();
    void askingCanBeStopped();
    void whatCannotBeAskedIsTold();
    void whatIsSavedIsWhatWasShown();
    void aLongReportComesWhole();
};

void ReportDialogTest::nothingIsCollectedUnasked()
{
    ui::ReportDialog dialog;
    int wanted = 0;
    connect(&dialog, &ui::ReportDialog::wanted, this, [&wanted] { ++wanted; });
    dialog.show();
    QTest::qWait(50);
    QCOMPARE(wanted, 0);
    QVERIFY(!find<QPushButton>(dialog, "reviewSaveButton").isEnabled());
    QTest::keyClick(&dialog, Qt::Key_Return);
    QCOMPARE(wanted, 1);
}

void ReportDialogTest::theReportIsShownBeforeItCanBeSaved()
{
    ui::ReportDialog dialog;
    connect(&dialog, &ui::ReportDialog::wanted, &dialog, [&dialog](const auto& server) {
        QVERIFY(!server);
        dialog.start(smallFacts(), std::nullopt);
    });
    dialog.show();
    const auto& save = find<QPushButton>(dialog, "reviewSaveButton");
    find<QPushButton>(dialog, "collectButton").click();
    QVERIFY(!save.isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(save.isEnabled(), patience);
    const QString text = find<QPlainTextEdit>(dialog, "reviewEdit").toPlainText();
    QVERIFY(text.startsWith(QLatin1String("Deskwarden problem report, version 1\n\ndeskwarden 0.2.0")));
}

void ReportDialogTest::theChosenBrokerIsAsked()
{
    ui::ReportDialog dialog;
    dialog.setServers({{QStringLiteral("broker"), broker()}});
    connect(&dialog, &ui::ReportDialog::wanted, &dialog, [&dialog](const auto& server) {
        QVERIFY(server == broker());
        dialog.start(smallFacts(), [](const std::stop_token&) { return QByteArray("what was said\n"); });
    });
    dialog.show();
    find<QComboBox>(dialog, "reportServerBox").setCurrentIndex(1);
    find<QPushButton>(dialog, "collectButton").click();
    QTRY_VERIFY_WITH_TIMEOUT(
        find<QPlainTextEdit>(dialog, "reviewEdit").toPlainText().endsWith(QLatin1String("what was said\n")), patience);
}

void ReportDialogTest::askingCanBeStopped()
{
    ui::ReportDialog dialog;
    connect(&dialog, &ui::ReportDialog::wanted, &dialog, [&dialog] {
        dialog.start(smallFacts(), [](const std::stop_token& stop) {
            while (!stop.stop_requested())
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            return QByteArray("late");
        });
    });
    dialog.show();
    auto& collect = find<QPushButton>(dialog, "collectButton");
    auto& cancel = find<QPushButton>(dialog, "cancelReportButton");
    QVERIFY(!cancel.isVisible());
    collect.click();
    QVERIFY(cancel.isVisible() && !collect.isEnabled());
    cancel.click();
    QVERIFY(!cancel.isVisible() && collect.isEnabled());
    QVERIFY(find<QPlainTextEdit>(dialog, "reviewEdit").toPlainText().isEmpty());
}

void ReportDialogTest::whatCannotBeAskedIsTold()
{
    ui::ReportDialog dialog;
    core::ManagementError error;
    error.kind = core::ErrorKind::NotSupported;
    dialog.showFailure(error);
    QCOMPARE(find<ui::NoticePanel>(dialog, "reportNotice").kind(), ui::NoticePanel::Kind::Failure);
}

void ReportDialogTest::whatIsSavedIsWhatWasShown()
{
    const QTemporaryDir folder;
    ui::ReviewPane pane(QStringLiteral("x.txt"));
    pane.showText("one\ntwo\n");
    QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>(pane, "reviewSaveButton").isEnabled(), patience);
    const QString name = folder.filePath(QStringLiteral("x.txt"));
    pane.write(name);
    const auto& notice = find<ui::NoticePanel>(pane, "reviewNotice");
    QTRY_COMPARE_WITH_TIMEOUT(notice.kind(), ui::NoticePanel::Kind::Success, patience);
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("one\ntwo\n"));
    pane.write(folder.filePath(QStringLiteral("no/such/x.txt")));
    QTRY_COMPARE_WITH_TIMEOUT(notice.kind(), ui::NoticePanel::Kind::Failure, patience);
}

void ReportDialogTest::aLongReportComesWhole()
{
    QByteArray text;
    for (int line = 0; line < 20'000; ++line)
        text += "line " + QByteArray::number(line) + " with a word of Greek: \xCE\xB1\xCE\xB2\n";
    text += QByteArray(100'000, 'x'); // one line longer than any piece, and without an end
    ui::ReviewPane pane(QStringLiteral("x.txt"));
    QSignalSpy whole(&pane, &ui::ReviewPane::shownWhole);
    pane.showText(text);
    QTRY_COMPARE_WITH_TIMEOUT(whole.count(), 1, patience);
    QCOMPARE(find<QPlainTextEdit>(pane, "reviewEdit").toPlainText(), QString::fromUtf8(text));
    pane.showText("short");
    QTRY_COMPARE_WITH_TIMEOUT(find<QPlainTextEdit>(pane, "reviewEdit").toPlainText(), QStringLiteral("short"),
                              patience);
}

QTEST_MAIN(ReportDialogTest)
#include "ReportDialogTest.moc"
