// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/CopyLabel.h"

#include "ui/widgets/Icons.h"
#include "ui/widgets/InEachLanguage.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QStyle>
#include <QToolButton>

#include <algorithm>

namespace deskwarden::ui {

namespace {

constexpr qsizetype longestPiece = 12; ///< that is not broken
constexpr qsizetype shortestPiece = 4;
const QChar breakHere(0x200B); ///< a space of no width

bool isSeparator(QChar letter)
{
    return letter.isSpace() || QStringView(u".\\/@_-").contains(letter);
}

/// Lets a line end behind the parts of a long name, and inside of a part that is long itself.
QString breakable(const QString& text)
{
    QString broken;
    for (qsizetype start = 0; start < text.size();) {
        qsizetype end = start;
        while (end < text.size() && !isSeparator(text.at(end)))
            ++end;
        qsizetype run = 0;
        for (qsizetype place = start; place < end; ++place, ++run) {
            const bool isPart = text.at(place).isLowSurrogate() || text.at(place).isMark();
            if (end - start > longestPiece && run >= shortestPiece && !isPart) {
                broken += breakHere;
                run = 0;
            }
            broken += text.at(place);
        }
        if (end < text.size()) {
            broken += text.at(end);
            if (end - start >= shortestPiece && !text.at(end).isSpace())
                broken += breakHere;
        }
        start = end + 1;
    }
    return broken;
}

} // namespace

CopyLabel::CopyLabel(QWidget* parent)
    : QLabel(parent)
    , m_button(new QToolButton(this))
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setAlignment(Qt::AlignLeading | Qt::AlignTop);
    // With the keyboard, too: Tab goes through the texts, Shift with the arrows marks them.
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_button->setObjectName(QStringLiteral("copyValueButton"));
    m_button->setIcon(outlineIcon("copy", Tone::Muted));
    m_button->setIconSize(QSize(14, 14));
    m_button->setAutoRaise(true);
    m_button->setAutoFillBackground(true);
    m_button->setFocusPolicy(Qt::NoFocus); // Ctrl+C does it
    m_button->setCursor(Qt::ArrowCursor);
    m_button->setBackgroundRole(QPalette::Base);
    m_button->hide();
    connect(m_button, &QToolButton::clicked, this, &CopyLabel::copy);
    inEachLanguage(*this, [this] { nameButton(); });
}

void CopyLabel::nameButton()
{
    const QString say = tr("Copy");
    m_button->setToolTip(say);
    m_button->setAccessibleName(m_name.isEmpty() ? say : say + QStringLiteral(": ") + m_name);
}

void CopyLabel::showText(const QString& text, const QString& name)
{
    m_whole = text;
    setText(breakable(text));
    setAccessibleName(name.isEmpty() ? text : name);
    setAccessibleDescription(name.isEmpty() ? QString() : text);
    m_name = name;
    nameButton();
}

void CopyLabel::copy() const
{
    QGuiApplication::clipboard()->setText(m_whole);
}

bool CopyLabel::event(QEvent* event)
{
    if (event->type() == QEvent::Enter || event->type() == QEvent::Leave)
        m_button->setVisible(event->type() == QEvent::Enter);
    // The window copies lines of its table by the same keys.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->matches(QKeySequence::Copy)) {
        event->accept();
        return true;
    }
    return QLabel::event(event);
}

void CopyLabel::keyPressEvent(QKeyEvent* event)
{
    if (!event->matches(QKeySequence::Copy)) {
        QLabel::keyPressEvent(event);
        return;
    }
    if (hasSelectedText())
        QGuiApplication::clipboard()->setText(selectedText().remove(breakHere));
    else
        copy();
}

void CopyLabel::resizeEvent(QResizeEvent* event)
{
    QLabel::resizeEvent(event);
    const QSize size = m_button->sizeHint();
    const QRect corner(width() - size.width(), 0, size.width(), std::min(size.height(), height()));
    m_button->setGeometry(QStyle::visualRect(layoutDirection(), rect(), corner));
}

} // namespace deskwarden::ui
