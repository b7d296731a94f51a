// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/help/HelpWindow.h"

#include <QAbstractTextDocumentLayout>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QLineEdit>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSet>
#include <QTest>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTreeWidget>

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
    void contentsLeadToTheirSections();
    void searchLeavesWhatHasTheWords();
    void everyPictureIsThere();
    void picturesAreSmall();
    void noPictureIsWiderThanTheWindow();
    void whatFollowsAPictureIsPainted();
};

namespace {

/// What begins like this, line by line.
QStringList lines(const QString& language, const char* beginning)
{
    QFile file(QStringLiteral(":/help/%1.md").arg(language));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll())
        .split(QLatin1Char('\n'))
        .filter(QRegularExpression(QLatin1String("^") + QLatin1String(beginning)));
}

QStringList languages()
{
    QStringList found;
    for (const QString& file : QDir(QStringLiteral(":/help")).entryList({QStringLiteral("*.md")}))
        found << QFileInfo(file).baseName();
    return found;
}

/// The names of the pictures in the help of a language.
QStringList pictures(const QString& language)
{
    QStringList names;
    for (const QString& line : lines(language, "!\\["))
        names << line.section(u'(', -1).chopped(1);
    return names;
}

QTreeWidgetItem* shownItem(const QTreeWidget& contents, const QString& title)
{
    const auto found = contents.findItems(title, Qt::MatchExactly | Qt::MatchRecursive);
    return found.size() == 1 && !found.front()->isHidden() ? found.front() : nullptr;
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
    const QString english = QStringLiteral("en");
    QVERIFY(lines(english, "##+ ").size() >= 20);
    QVERIFY(languages().size() >= 2);
    for (const QString& language : languages()) {
        QCOMPARE(lines(language, "##+ ").size(), lines(english, "##+ ").size());
        QCOMPARE(lines(language, "\\[//\\]: # \\("), lines(english, "\\[//\\]: # \\("));
    }
}

void HelpWindowTest::linksLeadNowhere()
{
    ui::HelpWindow help;
    const auto* text = help.findChild<QTextBrowser*>(QStringLiteral("helpText"));
    QVERIFY(!text->openLinks());
    QVERIFY(!text->openExternalLinks());
}

void HelpWindowTest::contentsLeadToTheirSections()
{
    ui::HelpWindow help;
    help.open();
    const auto* const text = help.findChild<QTextBrowser*>(QStringLiteral("helpText"));
    auto* const contents = help.findChild<QTreeWidget*>(QStringLiteral("helpContents"));
    for (const QString& line : lines(QStringLiteral("en"), "##+ ")) {
        const QString title = line.section(u' ', 1);
        QTreeWidgetItem* const item = shownItem(*contents, title);
        QVERIFY2(item != nullptr, qPrintable(title));
        QCOMPARE(item->parent() != nullptr, line.startsWith(QLatin1String("###")));
        contents->setCurrentItem(item);
        QCOMPARE(text->textCursor().block().text(), title);
        QCOMPARE(contents->currentItem(), item);
    }
}

void HelpWindowTest::searchLeavesWhatHasTheWords()
{
    ui::HelpWindow help;
    help.open();
    auto* const text = help.findChild<QTextBrowser*>(QStringLiteral("helpText"));
    const auto* const contents = help.findChild<QTreeWidget*>(QStringLiteral("helpContents"));
    auto* const search = help.findChild<QLineEdit*>(QStringLiteral("helpSearch"));
    auto* const nothing = help.findChild<QWidget*>(QStringLiteral("helpNothing"));
    search->setText(QStringLiteral("fingerprint sha-256"));
    QVERIFY(shownItem(*contents, QStringLiteral("Certificates")) != nullptr);
    QVERIFY(shownItem(*contents, QStringLiteral("Keys")) == nullptr);
    QVERIFY(!nothing->isVisible());
    const auto marks = text->extraSelections();
    QVERIFY(marks.size() >= 4);
    QTest::keyClick(search, Qt::Key_Return);
    QVERIFY(help.isVisible());
    QCOMPARE(text->textCursor().position(), marks.front().cursor.position());
    for (qsizetype count = 0; count < marks.size(); ++count) {
        QTest::keyClick(search, Qt::Key_Return);
        QVERIFY(text->viewport()->rect().contains(text->cursorRect()));
    }
    QCOMPARE(text->textCursor().position(), marks.front().cursor.position());
    search->setText(QStringLiteral("zyzzyva"));
    QVERIFY(nothing->isVisible());
    QVERIFY(text->extraSelections().isEmpty());
    search->clear();
    QVERIFY(!nothing->isVisible());
    QVERIFY(shownItem(*contents, QStringLiteral("Keys")) != nullptr);
}

/// Each that the text names is there, and each that is there is shown.
void HelpWindowTest::everyPictureIsThere()
{
    QSet<QString> shown;
    for (const QString& language : languages()) {
        const QStringList names = pictures(language);
        QVERIFY2(names.size() >= 5, qPrintable(language));
        QCOMPARE(names.size(), pictures(QStringLiteral("en")).size());
        for (const QString& name : names)
            QVERIFY2(!QImage(QStringLiteral(":/help/") + name).isNull(), qPrintable(name));
        shown.unite(QSet<QString>(names.begin(), names.end()));
    }
    for (const QString& folder : QDir(QStringLiteral(":/help")).entryList(QDir::Dirs)) {
        for (const QString& file : QDir(QStringLiteral(":/help/") + folder).entryList())
            QVERIFY2(shown.contains(folder + u'/' + file), qPrintable(folder + u'/' + file));
    }
}

void HelpWindowTest::picturesAreSmall()
{
    qint64 sum = 0;
    for (const QString& language : languages()) {
        for (const QString& name : pictures(language))
            sum += QFile(QStringLiteral(":/help/") + name).size();
    }
    QVERIFY2(sum > 0 && sum <= 400'000, qPrintable(QString::number(sum)));
}

void HelpWindowTest::noPictureIsWiderThanTheWindow()
{
    ui::HelpWindow help;
    help.open();
    for (const int width : {1'200, 700}) {
        help.resize(width, 600);
        QCoreApplication::processEvents();
        const auto* const text = help.findChild<QTextBrowser*>(QStringLiteral("helpText"));
        QVERIFY(text->document()->idealWidth() <= text->viewport()->width());
    }
}

/// Its text cannot be searched for in pixels; but wherever one looks, a page of the help is never half empty.
void HelpWindowTest::whatFollowsAPictureIsPainted()
{
    ui::HelpWindow help;
    help.show();
    QVERIFY(QTest::qWaitForWindowExposed(&help));
    auto* const text = help.findChild<QTextBrowser*>();
    QVERIFY(text != nullptr);
    for (QTextBlock block = text->document()->begin(); block.isValid(); block = block.next()) {
        if (!block.text().contains(QChar::ObjectReplacementCharacter))
            continue;
        text->verticalScrollBar()->setValue(qRound(text->document()->documentLayout()->blockBoundingRect(block).top()));
        QTest::qWait(50);
        const QImage page = text->viewport()->grab().toImage();
        const QRgb ground = page.pixel(1, page.height() - 2);
        int empty = 0;
        for (int line = 0; line < page.height() && empty < page.height() / 4; ++line) {
            const auto isGround = [&](int column) { return page.pixel(column, line) == ground; };
            int column = 0;
            while (column < page.width() && isGround(column))
                ++column;
            empty = column == page.width() ? empty + 1 : 0;
        }
        QVERIFY2(empty < page.height() / 4, qPrintable(block.next().text()));
    }
}

QTEST_MAIN(HelpWindowTest)
#include "HelpWindowTest.moc"
