// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/WordFit.h"

#include "support/LayoutCounter.h"

#include <QHBoxLayout>
#include <QStyle>
#include <QTest>
#include <QToolButton>

using namespace deskwarden;
using namespace deskwarden::support;

namespace {

constexpr int longest = 2'000;

} // namespace

/// A line of buttons that has room for all words, for some, for none; and that comes to rest.
class WordFitTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_line.reset(); }
    void wordsGoGroupByGroupAsRoomGoes();
    void wordsComeBackWithTheRoom();
    void hiddenButtonTakesNoRoom();
    void lineComesToRestAtEveryWidth();

private:
    void widen(int width);
    [[nodiscard]] static bool hasWords(const QToolButton& button)
    {
        return button.toolButtonStyle() == Qt::ToolButtonTextBesideIcon;
    }

    std::unique_ptr<QWidget> m_line;
    QToolButton* m_first = nullptr;
    QToolButton* m_second = nullptr;
    QToolButton* m_third = nullptr;
};

void WordFitTest::init()
{
    m_line = std::make_unique<QWidget>();
    auto* const layout = new QHBoxLayout(m_line.get());
    layout->setSizeConstraint(QLayout::SetNoConstraint);
    const auto add = [&](const char* text) {
        auto* const button = new QToolButton(m_line.get());
        button->setText(QString::fromLatin1(text));
        button->setIcon(m_line->style()->standardIcon(QStyle::SP_ComputerIcon));
        layout->addWidget(button);
        return button;
    };
    m_first = add("Connect to a server");
    m_second = add("Refresh the list");
    m_third = add("Log off the selected users");
    new ui::WordFit(*m_line, {{m_first, m_second}, {m_third}});
    m_line->resize(longest, 40);
    m_line->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_line.get()));
}

void WordFitTest::widen(int width)
{
    m_line->resize(width, 40);
    QCoreApplication::processEvents();
}

void WordFitTest::wordsGoGroupByGroupAsRoomGoes()
{
    const int all = m_line->layout()->sizeHint().width();
    QVERIFY(hasWords(*m_first) && hasWords(*m_second) && hasWords(*m_third));
    widen(all);
    QVERIFY(hasWords(*m_first) && hasWords(*m_second) && hasWords(*m_third));
    widen(all - 1);
    QVERIFY(!hasWords(*m_first) && !hasWords(*m_second) && hasWords(*m_third));
    const int some = m_line->layout()->sizeHint().width();
    QVERIFY(some < all);
    widen(some);
    QVERIFY(hasWords(*m_third));
    widen(some - 1);
    QVERIFY(!hasWords(*m_third));
    QCOMPARE(m_third->toolTip(), m_third->text());
}

void WordFitTest::wordsComeBackWithTheRoom()
{
    const int all = m_line->layout()->sizeHint().width();
    widen(10);
    QVERIFY(!hasWords(*m_first) && !hasWords(*m_third));
    widen(all);
    QVERIFY(hasWords(*m_first) && hasWords(*m_second) && hasWords(*m_third));
}

void WordFitTest::hiddenButtonTakesNoRoom()
{
    const int all = m_line->layout()->sizeHint().width();
    m_third->hide();
    widen(all - 1);
    QVERIFY(hasWords(*m_first) && hasWords(*m_second));
}

void WordFitTest::lineComesToRestAtEveryWidth()
{
    for (int width = longest / 4; width > 0; width -= 40) {
        widen(width);
        for (int i = 0; i < 20; ++i)
            QCoreApplication::processEvents();
        const LayoutCounter counter(*m_line);
        for (int i = 0; i < 50; ++i)
            QCoreApplication::processEvents();
        QVERIFY2(counter.asked() == 0, qPrintable(QStringLiteral("%1 layouts at %2").arg(counter.asked()).arg(width)));
    }
}

QTEST_MAIN(WordFitTest)
#include "WordFitTest.moc"
