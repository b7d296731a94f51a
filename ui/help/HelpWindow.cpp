// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/help/HelpWindow.h"

#include "models/texts/FoldedText.h"
#include "ui/help/HelpBrowser.h"
#include "ui/help/HelpText.h"
#include "ui/widgets/InEachLanguage.h"
#include "ui/widgets/InEachPalette.h"
#include "ui/widgets/SearchField.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QShortcut>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace deskwarden::ui {

namespace {

constexpr int headingRole = Qt::UserRole;
constexpr qsizetype mostMarks = 2'000;

/// Shown while it or anything below it has what was searched.
bool showOnly(QTreeWidgetItem& item, const std::vector<bool>& isFound)
{
    bool isShown = isFound[item.data(0, headingRole).toUInt()];
    for (int row = 0; row < item.childCount(); ++row)
        isShown = showOnly(*item.child(row), isFound) || isShown;
    item.setHidden(!isShown);
    return isShown;
}

} // namespace

HelpWindow::HelpWindow(QWidget* parent)
    : QDialog(parent)
    , m_text(new HelpBrowser(this))
    , m_search(new QLineEdit(this))
    , m_contents(new QTreeWidget(this))
    , m_nothing(new QLabel(this))
{
    setObjectName(QStringLiteral("helpWindow"));
    setSizeGripEnabled(true);
    m_text->setObjectName(QStringLiteral("helpText"));
    m_search->setObjectName(QStringLiteral("helpSearch"));
    makeSearchField(*m_search);
    m_contents->setObjectName(QStringLiteral("helpContents"));
    m_contents->setHeaderHidden(true);
    m_contents->setColumnCount(1);
    m_nothing->setObjectName(QStringLiteral("helpNothing"));
    m_nothing->setTextFormat(Qt::PlainText);
    m_nothing->setWordWrap(true);
    m_nothing->hide();
    layOut();
    inEachLanguage(*this, [this] {
        setWindowTitle(tr("Deskwarden help"));
        m_text->setAccessibleName(tr("Help"));
        m_search->setPlaceholderText(tr("Search the help"));
        m_search->setAccessibleName(m_search->placeholderText());
        m_contents->setAccessibleName(tr("Contents"));
        m_nothing->setText(tr("No section has these words."));
        readText();
    });
    inEachPalette(*m_search, [this] { search(m_search->text()); }); // what is marked has colours of its own
    connect(m_search, &QLineEdit::textChanged, this, &HelpWindow::search);
    connect(m_search, &QLineEdit::returnPressed, this, &HelpWindow::showNextMark);
    connect(m_contents, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* item) {
        if (item == nullptr)
            return;
        showHeading(item->data(0, headingRole).toUInt());
        // The last sections do not reach the top: what was chosen stays chosen.
        const QSignalBlocker blocker(m_contents);
        m_contents->setCurrentItem(item);
    });
    connect(m_text->verticalScrollBar(), &QScrollBar::valueChanged, this, &HelpWindow::followText);
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, m_search, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    m_search->setFocus();
}

void HelpWindow::layOut()
{
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton* const close = buttons->button(QDialogButtonBox::Close);
    inEachLanguage(*close, [close] { close->setText(tr("Close")); });
    // Enter in the search goes on; it must close nothing.
    close->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &HelpWindow::reject);
    auto* const side = new QWidget(this);
    auto* const column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_search);
    column->addWidget(m_contents, 1);
    column->addWidget(m_nothing);
    auto* const halves = new QSplitter(this);
    halves->setChildrenCollapsible(false);
    halves->addWidget(side);
    halves->addWidget(m_text);
    halves->setStretchFactor(1, 1);
    auto* const layout = new QVBoxLayout(this);
    layout->addWidget(halves);
    layout->addWidget(buttons);
    const QFontMetrics metrics = fontMetrics();
    const int letter = metrics.averageCharWidth();
    halves->setSizes({34 * letter, 96 * letter});
    resize(132 * letter, 42 * metrics.lineSpacing());
}

void HelpWindow::showFor(QWidget& window, const QString& mark)
{
    auto* help = window.findChild<HelpWindow*>(QString(), Qt::FindDirectChildrenOnly);
    if (help == nullptr)
        help = new HelpWindow(&window);
    help->show();
    help->raise();
    help->activateWindow();
    help->showTopic(mark);
}

void HelpWindow::readText()
{
    //: The language of the help text, by the name of its file in resources/help
    HelpText text = HelpText::of(tr("en"));
    m_headings = std::move(text.headings);
    const std::size_t here = m_heading;
    m_text->showMarkdown(text.markdown);
    listSections();
    search(m_search->text());
    showHeading(here);
}

void HelpWindow::listSections()
{
    const QSignalBlocker blocker(m_contents);
    m_contents->clear();
    m_sections.clear();
    QTreeWidgetItem* chapter = nullptr;
    for (QTextBlock block = m_text->document()->begin(); block.isValid(); block = block.next()) {
        const int level = block.blockFormat().headingLevel();
        if (level > 0)
            m_sections.push_back({block.position(), {}, nullptr});
        if (m_sections.empty())
            continue;
        Section& section = m_sections.back();
        section.words += models::withoutAccents(block.text()) + u' ';
        if (level < 2)
            continue;
        section.item =
            level == 2 || chapter == nullptr ? new QTreeWidgetItem(m_contents) : new QTreeWidgetItem(chapter);
        section.item->setText(0, block.text());
        section.item->setData(0, headingRole, static_cast<uint>(m_sections.size() - 1));
        if (level == 2)
            chapter = section.item;
    }
    m_contents->expandAll();
}

void HelpWindow::showTopic(const QString& mark)
{
    showHeading(static_cast<std::size_t>(m_headings.value(mark)));
    followText();
}

void HelpWindow::showHeading(std::size_t heading)
{
    if (heading >= m_sections.size())
        return;
    m_heading = heading;
    QTextCursor cursor(m_text->document());
    cursor.setPosition(m_sections[heading].begin);
    // From the end upwards, so that the heading comes to stand at the top.
    m_text->moveCursor(QTextCursor::End);
    m_text->setTextCursor(cursor);
}

void HelpWindow::search(const QString& words)
{
    const QStringList wanted = words.split(u' ', Qt::SkipEmptyParts);
    std::vector<bool> isFound;
    for (const Section& section : m_sections) {
        isFound.push_back(std::ranges::all_of(
            wanted, [&section](const QString& word) { return section.words.contains(models::withoutAccents(word)); }));
    }
    bool isAnyShown = false;
    for (int row = 0; row < m_contents->topLevelItemCount(); ++row)
        isAnyShown = showOnly(*m_contents->topLevelItem(row), isFound) || isAnyShown;
    m_nothing->setVisible(!isAnyShown);
    mark(isAnyShown ? wanted : QStringList());
}

void HelpWindow::mark(const QStringList& words)
{
    QTextCharFormat marked;
    marked.setBackground(palette().highlight());
    marked.setForeground(palette().highlightedText());
    QList<QTextEdit::ExtraSelection> marks;
    for (const QString& word : words) {
        QTextCursor place(m_text->document());
        while (marks.size() < mostMarks) {
            place = m_text->document()->find(word, place);
            if (place.isNull())
                break;
            marks.append({place, marked});
        }
    }
    std::ranges::sort(marks, {}, [](const QTextEdit::ExtraSelection& found) { return found.cursor.position(); });
    m_text->setExtraSelections(marks);
}

/// After the one where the text stands now, and after the last one the first again.
void HelpWindow::showNextMark()
{
    const QList<QTextEdit::ExtraSelection> marks = m_text->extraSelections();
    if (marks.isEmpty())
        return;
    const int here = m_text->textCursor().position();
    const auto next = std::ranges::find_if(
        marks, [here](const QTextEdit::ExtraSelection& found) { return found.cursor.position() > here; });
    QTextCursor cursor = (next == marks.end() ? marks.front() : *next).cursor;
    cursor.setPosition(cursor.position());
    m_text->setTextCursor(cursor);
    QScrollBar* const bar = m_text->verticalScrollBar();
    bar->setValue(bar->value() + m_text->cursorRect().top() - m_text->viewport()->height() / 3);
}

/// The contents show where the text is.
void HelpWindow::followText()
{
    const int top = m_text->cursorForPosition(QPoint(4, m_text->fontMetrics().height())).position();
    QTreeWidgetItem* here = nullptr;
    for (const Section& section : m_sections) {
        if (section.begin <= top && section.item != nullptr)
            here = section.item;
    }
    if (here == nullptr || here == m_contents->currentItem())
        return;
    const QSignalBlocker blocker(m_contents);
    m_contents->setCurrentItem(here);
}

} // namespace deskwarden::ui
