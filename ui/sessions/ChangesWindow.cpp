// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/sessions/ChangesWindow.h"

#include "ui/sessions/SessionDelegate.h"
#include "ui/widgets/CopyAction.h"
#include "ui/widgets/InEachLanguage.h"
#include "ui/widgets/ListTable.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QHelpEvent>
#include <QLabel>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>

namespace deskwarden::ui {

namespace {

/// Tells a cell that is cut whole in its tip.
class CutTipDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override
    {
        if (event == nullptr || event->type() != QEvent::ToolTip || !index.isValid())
            return QStyledItemDelegate::helpEvent(event, view, option, index);
        const bool isCut = option.rect.width() < sizeHint(option, index).width();
        QToolTip::showText(event->globalPos(), isCut ? plainToolTip(index.data().toString()) : QString(), view);
        return true;
    }
};

} // namespace

ChangesWindow::ChangesWindow(models::ChangeListModel& changes, QWidget* parent)
    : QDialog(parent)
    , m_changes(changes)
    , m_table(new QTableView(this))
    , m_number(new QLabel(this))
{
    setObjectName(QStringLiteral("changesWindow"));
    m_number->setObjectName(QStringLiteral("changesLabel"));
    m_number->setWordWrap(true);
    m_table->setObjectName(QStringLiteral("changesTable"));
    m_table->setModel(&changes);
    m_table->setItemDelegate(new CutTipDelegate(m_table));
    showAsList(*m_table);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    QHeaderView* const header = m_table->horizontalHeader();
    addCopyAction(*m_table);
    const int digit = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    const int digits[] = {11, 28, 30, 16, 24};
    for (int column = 0; column < models::ChangeListModel::columns; ++column)
        header->resizeSection(column, digit * digits[column]);
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton* const close = buttons->button(QDialogButtonBox::Close);
    inEachLanguage(*close, [close] { close->setText(tr("Close")); });
    QPushButton* const go = buttons->addButton(QString(), QDialogButtonBox::ActionRole);
    go->setObjectName(QStringLiteral("showChangedButton"));
    go->setEnabled(false);
    auto* const column = new QVBoxLayout(this);
    column->addWidget(m_number);
    column->addWidget(m_table, 1);
    column->addWidget(buttons);
    resize(digit * 115, fontMetrics().height() * 26);
    const auto ask = [this] {
        if (m_table->currentIndex().isValid())
            emit sessionRequested(m_changes.changeAt(m_table->currentIndex().row()).session);
    };
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(go, &QPushButton::clicked, this, ask);
    connect(m_table, &QTableView::activated, this, ask);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, go,
            [go](const QModelIndex& current) { go->setEnabled(current.isValid()); });
    connect(&changes, &QAbstractItemModel::rowsInserted, this, &ChangesWindow::showNumber);
    connect(&changes, &QAbstractItemModel::rowsRemoved, this, &ChangesWindow::showNumber);
    inEachLanguage(*this, [this, go] {
        setWindowTitle(tr("What changed in the last 10 minutes"));
        m_table->setAccessibleName(windowTitle());
        go->setText(tr("&Show the session"));
        showNumber();
    });
    m_table->setFocus();
}

void ChangesWindow::showNumber()
{
    const int count = m_changes.rowCount();
    if (count == 0)
        m_number->setText(tr("Nothing has changed. What a first list shows was there before."));
    else if (count == 1)
        m_number->setText(tr("1 change. Lists are compared as they come."));
    else
        m_number->setText(tr("%Ln changes, the newest first. Lists are compared as they come.", nullptr, count));
}

} // namespace deskwarden::ui
