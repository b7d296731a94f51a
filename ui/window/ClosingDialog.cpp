// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/window/ClosingDialog.h"

#include "models/texts/Texts.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace deskwarden::ui {

namespace {

int number(std::size_t count) noexcept
{
    return static_cast<int>(count);
}

QString actsText(UnfinishedActs acts)
{
    const QString begun = acts.begun == 1
                              ? ClosingDialog::tr("1 act is being carried out.")
                              : ClosingDialog::tr("%Ln acts are being carried out.", nullptr, number(acts.begun));
    const QString waiting = acts.waiting == 1
                                ? ClosingDialog::tr("1 act has not begun.")
                                : ClosingDialog::tr("%Ln acts have not begun.", nullptr, number(acts.waiting));
    QStringList lines;
    if (acts.begun > 0)
        lines << begun;
    if (acts.waiting > 0)
        lines << waiting;
    if (acts.told > 0) {
        const QString told = acts.told == 1
                                 ? ClosingDialog::tr("1 user was told and waits for the log-off in %1.")
                                 : ClosingDialog::tr("%Ln users were told and wait; the next log-off is in %1.",
                                                     nullptr, number(acts.told));
        lines << told.arg(models::clockText(acts.next));
    }
    if (acts.drains > 0)
        lines << (acts.drains == 1
                      ? ClosingDialog::tr("1 VM host is being drained.")
                      : ClosingDialog::tr("%Ln VM hosts are being drained.", nullptr, number(acts.drains)));
    if (acts.orders > 0)
        lines << (acts.orders == 1
                      ? ClosingDialog::tr("1 act waits for something to happen.")
                      : ClosingDialog::tr("%Ln acts wait for something to happen.", nullptr, number(acts.orders)));
    if (acts.cures > 0)
        lines << ClosingDialog::tr("Ghosts are being cured.");
    return lines.join(QLatin1Char('\n'));
}

} // namespace

ClosingDialog::ClosingDialog(UnfinishedActs acts, QWidget* parent)
    : QDialog(parent)
    , m_atFirst(acts.total())
    , m_title(new QLabel(tr("Not everything has finished"), this))
    , m_acts(new QLabel(this))
    , m_meaning(new QLabel(this))
    , m_progress(new QProgressBar(this))
{
    setObjectName(QStringLiteral("closingDialog"));
    setWindowTitle(tr("Close Deskwarden"));
    setWindowModality(Qt::WindowModal);
    QFont font = m_title->font();
    font.setPointSizeF(font.pointSizeF() * 1.35);
    font.setBold(true);
    m_title->setFont(font);
    m_acts->setObjectName(QStringLiteral("closingActsLabel"));
    m_meaning->setObjectName(QStringLiteral("closingMeaningLabel"));
    QString meaning = tr("Keep running: the window closes by itself when the last act has finished.\n"
                         "Stop: what has not begun is cancelled and never sent. What was sent cannot be called back; "
                         "the audit log has it, and what became of it is looked up after the next start.");
    if (acts.told > 0)
        meaning += QLatin1Char(' ') + tr("Users who were told of a log-off first get a message that it does not come.");
    if (acts.orders > 0)
        meaning += QLatin1Char(' ') + tr("What waits for something to happen is forgotten where it is not kept.");
    m_meaning->setText(meaning);
    for (QLabel* const label : {m_title, m_acts, m_meaning}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_progress->setAccessibleName(tr("Acts that have finished"));
    m_progress->setRange(0, number(m_atFirst));
    m_progress->setTextVisible(false); // the numbers stand above
    m_progress->hide();

    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton* const cancel = buttons->button(QDialogButtonBox::Cancel);
    cancel->setText(tr("Do not close"));
    m_keep = buttons->addButton(tr("&Keep running, then close"), QDialogButtonBox::ActionRole);
    m_stop = buttons->addButton(tr("&Stop and close"), QDialogButtonBox::ActionRole);
    m_keep->setObjectName(QStringLiteral("keepRunningButton"));
    m_stop->setObjectName(QStringLiteral("stopAndCloseButton"));
    cancel->setObjectName(QStringLiteral("doNotCloseButton"));
    for (QPushButton* const button : {m_keep, m_stop})
        button->setAutoDefault(false);
    cancel->setDefault(true);
    cancel->setFocus();
    connect(m_keep, &QPushButton::clicked, this, &ClosingDialog::keepRunning);
    connect(m_stop, &QPushButton::clicked, this, &ClosingDialog::stopRequested);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* const column = new QVBoxLayout(this);
    column->setSpacing(12);
    for (QWidget* const part : {static_cast<QWidget*>(m_title), static_cast<QWidget*>(m_acts),
                                static_cast<QWidget*>(m_progress), static_cast<QWidget*>(m_meaning)})
        column->addWidget(part);
    column->addStretch();
    column->addWidget(buttons);
    showActs(acts);
    const int width = qMax(fontMetrics().averageCharWidth() * 68, sizeHint().width());
    resize(width, column->totalHeightForWidth(width));
}

void ClosingDialog::showActs(UnfinishedActs acts)
{
    m_acts->setText(m_isSayingGoodbye ? tr("Still under way: %L1").arg(number(acts.total())) : actsText(acts));
    setAccessibleDescription(m_acts->text());
    m_progress->setValue(number(m_atFirst > acts.total() ? m_atFirst - acts.total() : 0));
}

void ClosingDialog::keepRunning()
{
    m_title->setText(tr("Closes when all has finished"));
    m_keep->setEnabled(false);
    m_progress->show();
    resize(width(), qMax(height(), layout()->totalHeightForWidth(width())));
    emit finishRequested();
}

void ClosingDialog::sayGoodbye()
{
    m_isSayingGoodbye = true;
    m_title->setText(tr("Closes when the users have been told"));
    m_meaning->setText(
        tr("Everything that had not begun is cancelled. Users who were told of a log-off get a message that it "
           "does not come. Close at once, and those who have not got it yet will wait for nothing."));
    m_keep->hide();
    m_stop->setText(tr("&Close at once"));
    m_atFirst = 0; // how many messages there will be is not known
    m_progress->setRange(0, 0);
    m_progress->show();
    resize(width(), qMax(height(), layout()->totalHeightForWidth(width())));
}

} // namespace deskwarden::ui
