// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/help/ReviewPane.h"

#include "ui/help/SavedText.h"
#include "ui/widgets/NoticePanel.h"

#include <QClipboard>
#include <QFileDialog>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTextCursor>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace deskwarden::ui {

namespace {

constexpr qsizetype reviewPiece = 16 * 1024; // about what one turn of the event loop lays out in time

} // namespace

ReviewPane::ReviewPane(QString fileName, QWidget* parent, core::StartThread start)
    : QWidget(parent)
    , m_fileName(std::move(fileName))
    , m_notice(new NoticePanel(this))
    , m_edit(new QPlainTextEdit(this))
    , m_copy(new QPushButton(tr("&Copy"), this))
    , m_save(new QPushButton(tr("&Save…"), this))
    , m_more(new QTimer(this))
    , m_work(nullptr, std::move(start))
{
    m_notice->setObjectName(QStringLiteral("reviewNotice"));
    m_edit->setObjectName(QStringLiteral("reviewEdit"));
    setFocusProxy(m_edit);
    m_edit->setAccessibleName(tr("What would be given away"));
    m_edit->setReadOnly(true);
    m_edit->setTabChangesFocus(true);
    m_edit->setUndoRedoEnabled(false);
    m_edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_edit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_edit->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_copy->setObjectName(QStringLiteral("reviewCopyButton"));
    m_save->setObjectName(QStringLiteral("reviewSaveButton"));
    for (QPushButton* const button : {m_copy, m_save}) {
        button->setAutoDefault(false);
        button->setEnabled(false);
    }
    auto* const buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_copy);
    buttons->addWidget(m_save);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_edit, 1);
    layout->addWidget(m_notice);
    layout->addLayout(buttons);
    connect(m_more, &QTimer::timeout, this, &ReviewPane::showPiece);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(QString::fromUtf8(m_text)); });
    connect(m_save, &QPushButton::clicked, this, &ReviewPane::chooseFile);
}

void ReviewPane::showText(const QByteArray& text)
{
    clear();
    m_text = text;
    m_more->start(0);
}

void ReviewPane::clear()
{
    m_more->stop();
    m_text.clear();
    m_shown = 0;
    m_edit->clear();
    m_notice->clear();
    m_copy->setEnabled(false);
    m_save->setEnabled(false);
}

/// Whole lines, as a letter may have several bytes; one line may be long.
void ReviewPane::showPiece()
{
    const qsizetype end = m_text.lastIndexOf('\n', std::min(m_shown + reviewPiece, m_text.size() - 1)) + 1;
    const qsizetype next = end > m_shown ? end : m_text.indexOf('\n', m_shown) + 1;
    const qsizetype stop = next > m_shown ? next : m_text.size();
    QTextCursor cursor(m_edit->document());
    cursor.movePosition(QTextCursor::End);
    cursor.insertText(QString::fromUtf8(m_text.mid(m_shown, stop - m_shown)));
    m_shown = stop;
    if (m_shown < m_text.size())
        return;
    m_more->stop();
    m_copy->setEnabled(true);
    m_save->setEnabled(true);
    emit shownWhole();
}

void ReviewPane::chooseFile()
{
    connect(chooseTextFile(*this, m_fileName), &QFileDialog::fileSelected, this, &ReviewPane::write);
}

void ReviewPane::write(const QString& file)
{
    writeText(m_work, *m_notice, file, m_text);
}

} // namespace deskwarden::ui
