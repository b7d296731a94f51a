// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/help/HelpWindow.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTest>
#include <QTextBlock>
#include <QTextBrowser>

using namespace deskwarden;

class HelpWindowTest final : public QObject
{
    Q_OBJECT

private slots:
    void showsTheShippedText();
    void eachTopicHasItsHeading_data();
    void eachTopicHasItsHeading();
    void languagesHaveTheSameHeadings();
    void linksLeadNowhere();
};

namespace {

QStringList headings(const QString& language)
{
    QFile file(QStringLiteral(":/help/%1.md").arg(language));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll())
        .split(QLatin1Char('\n'))
        .filter(QRegularExpression(QStringLiteral("^## ")));
}

} // namespace

void HelpWindowTest::showsTheShippedText()
{
    ui::HelpWindow help;
    help.open();
    const auto* text = help.findChild<QTextBrowser*>(QStringLiteral("helpText"));
    QVERIFY(text->toPlainText().contains(QLatin1String("https://broker.example.com")));
    QVERIFY(text->toPlainText().contains(QLatin1String("ERROR_ACCESS_DENIED")));
    QTest::keyClick(&help, Qt::Key_Escape);
    QVERIFY(!help.isVisible());
}

void HelpWindowTest::eachTopicHasItsHeading_data()
{
    QTest::addColumn<QString>("topic");
    QTest::addColumn<QString>("heading");
    QTest::newRow("what") << "what"
                          << "What it is";
    QTest::newRow("connecting") << "connecting"
                                << "Connecting";
    QTest::newRow("certificates") << "certificates"
                                  << "Certificates";
    QTest::newRow("table") << "table"
                           << "The table";
    QTest::newRow("facts") << "facts"
                           << "Ghosts and times";
    QTest::newRow("selecting") << "selecting"
                               << "Selecting many";
    QTest::newRow("acting") << "acting"
                            << "Acting on sessions";
    QTest::newRow("record") << "record"
                            << "The record";
    QTest::newRow("policy") << "policy"
                            << "Policy";
    QTest::newRow("codes") << "codes"
                           << "Codes";
    QTest::newRow("keys") << "keys"
                          << "Keys";
    QTest::newRow("limits") << "limits"
                            << "What it cannot do";
    QTest::newRow("unknown") << "nothing"
                             << "Deskwarden";
}

void HelpWindowTest::eachTopicHasItsHeading()
{
    QFETCH(QString, topic);
    QFETCH(QString, heading);
    ui::HelpWindow help;
    help.open();
    help.showTopic(topic);
    QCOMPARE(help.findChild<QTextBrowser*>(QStringLiteral("helpText"))->textCursor().block().text(), heading);
}

void HelpWindowTest::languagesHaveTheSameHeadings()
{
    QVERIFY(headings(QStringLiteral("en")).size() >= 8);
    const QStringList files = QDir(QStringLiteral(":/help")).entryList({QStringLiteral("*.md")});
    QVERIFY(files.size() >= 2);
    for (const QString& file : files)
        QCOMPARE(headings(QFileInfo(file).baseName()).size(), headings(QStringLiteral("en")).size());
}

void HelpWindowTest::linksLeadNowhere()
{
    ui::HelpWindow help;
    const auto* text = help.findChild<QTextBrowser*>(QStringLiteral("helpText"));
    QVERIFY(!text->openLinks());
    QVERIFY(!text->openExternalLinks());
}

QTEST_MAIN(HelpWindowTest)
#include "HelpWindowTest.moc"
