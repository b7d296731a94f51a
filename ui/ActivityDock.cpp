// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/ActivityDock.h"

#include "models/TableText.h"
#include "ui/ActivityDelegate.h"
#include "ui/Icons.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QScrollBar>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace deskwarden::ui {

namespace {

constexpr int columnWidths[models::activityColumnCount] = {9, 11, 19, 12, 22, 14, 28, 40, 40};

QToolButton* commandButton(const char* name, const char* icon, const QString& text, QWidget* parent)
{
    auto* const button = new QToolButton(parent);
    button->setObjectName(QString::fromLatin1(name));
    button->setIcon(outlineIcon(icon));
    button->setText(text);
    button->setAccessibleName(text);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

ActivityDock::ActivityDock(models::ActivityModel& activity, QWidget* parent)
    : QDockWidget(tr("Activity"), parent)
    , m_activity(activity)
    , m_table(new QTableView(this))
    , m_summary(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_cancel(commandButton("cancelQueuedButton", "player-stop", tr("Cancel what waits"), this))
    , m_retry(commandButton("retryButton", "refresh", tr("Retry failed…"), this))
    , m_copy(commandButton("copyForTicketButton", "clipboard-text", tr("Copy for ticket"), this))
    , m_clear(commandButton("clearFinishedButton", "trash", tr("Clear finished"), this))
    , m_details(new QLabel(this))
{
    setObjectName(QStringLiteral("activityDock"));
    setUpTable();
    m_details->setObjectName(QStringLiteral("activityDetailsLabel"));
    m_details->setTextFormat(Qt::PlainText);
    m_details->setWordWrap(true);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_details->setContentsMargins(8, 4, 8, 6);
    m_details->hide();
    connect(m_cancel, &QToolButton::clicked, this, &ActivityDock::cancelRequested);
    connect(m_retry, &QToolButton::clicked, this, &ActivityDock::retryRequested);
    connect(m_copy, &QToolButton::clicked, this, &ActivityDock::copyForTicket);
    connect(m_clear, &QToolButton::clicked, &m_activity, &models::ActivityModel::clearFinished);
    connect(&m_activity, &models::ActivityModel::progressChanged, this, &ActivityDock::updateProgress);
    connect(&m_activity, &QAbstractItemModel::rowsRemoved, this, &ActivityDock::updateProgress);

    auto* const body = new QWidget(this);
    auto* const layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(m_table, 1);
    layout->addWidget(m_details);
    setWidget(body);
    updateProgress();
}

QWidget* ActivityDock::makeHead()
{
    m_summary->setObjectName(QStringLiteral("activitySummaryLabel"));
    m_summary->setTextFormat(Qt::PlainText);
    m_progress->setObjectName(QStringLiteral("activityProgress"));
    m_progress->setAccessibleName(tr("Progress of the activity"));
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(fontMetrics().averageCharWidth() * 20, 8);
    auto* const head = new QWidget(this);
    auto* const row = new QHBoxLayout(head);
    row->setContentsMargins(8, 4, 4, 4);
    // It gives way first where the window is narrow.
    m_summary->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(m_summary, 1);
    row->addWidget(m_progress);
    row->addSpacing(8);
    for (QToolButton* const button : {m_cancel, m_retry, m_copy, m_clear})
        row->addWidget(button);
    return head;
}

void ActivityDock::setUpTable()
{
    m_table->setObjectName(QStringLiteral("activityTable"));
    m_table->setAccessibleName(tr("Activity"));
    m_table->setModel(&m_activity);
    m_table->setItemDelegate(new ActivityDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(std::max(fontMetrics().height() + 8, 24));
    QHeaderView* const header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setTextElideMode(Qt::ElideRight);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setStretchLastSection(true);
    const int digit = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    for (int column = 0; column < models::activityColumnCount; ++column)
        m_table->setColumnWidth(column, std::max(header->sectionSizeHint(column), digit * columnWidths[column]));
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ActivityDock::showDetails);
    connect(&m_activity, &QAbstractItemModel::dataChanged, this, &ActivityDock::showDetails);
    // The newest line is shown, unless the person has scrolled away.
    connect(&m_activity, &QAbstractItemModel::rowsAboutToBeInserted, m_table, [this] {
        const QScrollBar* const bar = m_table->verticalScrollBar();
        if (bar->value() == bar->maximum())
            QMetaObject::invokeMethod(m_table, &QTableView::scrollToBottom, Qt::QueuedConnection);
    });
}

bool ActivityDock::hasTableFocus() const
{
    return m_table->hasFocus();
}

void ActivityDock::selectAll()
{
    m_table->selectAll();
}

void ActivityDock::copyForTicket()
{
    if (m_activity.rowCount() > 0) {
        QGuiApplication::clipboard()->setText(
            models::copyTable(m_activity, m_table->selectionModel()->selection(), models::TableFormat::TabSeparated));
    }
}

QByteArray ActivityDock::saveColumns() const
{
    return m_table->horizontalHeader()->saveState();
}

void ActivityDock::restoreColumns(const QByteArray& saved)
{
    m_table->horizontalHeader()->restoreState(saved);
}

void ActivityDock::updateProgress()
{
    const models::ActivityProgress& progress = m_activity.progress();
    const bool isEmpty = progress.total == 0;
    const bool isRunning = progress.finished < progress.total;
    const auto number = [](std::size_t value) { return QLocale().toString(static_cast<qulonglong>(value)); };
    QStringList parts;
    if (isEmpty)
        parts << tr("Nothing was done yet.");
    else if (isRunning)
        parts << tr("%1 of %2 finished").arg(number(progress.finished), number(progress.total));
    else
        parts << tr("All %1 finished").arg(number(progress.total));
    if (progress.good > 0)
        parts << tr("%1 done").arg(number(progress.good));
    if (progress.bad > 0)
        parts << tr("%1 not done").arg(number(progress.bad));
    if (progress.unknown > 0)
        parts << tr("%1 unknown").arg(number(progress.unknown));
    m_summary->setText(parts.join(QStringLiteral(" · ")));
    m_summary->setToolTip(m_summary->text()); // where it is cut
    m_progress->setVisible(isRunning);
    m_progress->setRange(0, static_cast<int>(progress.total));
    m_progress->setValue(static_cast<int>(progress.finished));
    m_cancel->setEnabled(isRunning);
    m_retry->setEnabled(progress.bad > 0);
    m_copy->setEnabled(!isEmpty);
    m_clear->setEnabled(progress.finished > 0);
    showDetails();
}

void ActivityDock::showDetails()
{
    const QModelIndex current = m_table->currentIndex();
    QStringList parts;
    if (current.isValid()) {
        for (const models::ActivityColumn column :
             {models::ActivityColumn::Explanation, models::ActivityColumn::NextStep})
            parts << current.siblingAtColumn(static_cast<int>(column)).data().toString();
    }
    const QString text = parts.join(QLatin1Char(' ')).trimmed();
    m_details->setText(text);
    m_details->setVisible(!text.isEmpty());
}

} // namespace deskwarden::ui
