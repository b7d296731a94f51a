// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/acts/OrdersWindow.h"

#include "models/activity/OrderTexts.h"
#include "ui/sessions/SessionDelegate.h"
#include "ui/widgets/InEachLanguage.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace deskwarden::ui {

namespace {

enum OrderColumn { WhatColumn, StateColumn, UntilColumn, orderColumns };

} // namespace

OrdersWindow::OrdersWindow(desk::StandingRun& run, QWidget* parent)
    : QDialog(parent)
    , m_run(run)
    , m_list(new QTreeWidget(this))
{
    setObjectName(QStringLiteral("ordersWindow"));
    m_list->setObjectName(QStringLiteral("ordersList"));
    m_list->setColumnCount(orderColumns);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setAllColumnsShowFocus(true);
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_cancel = buttons->addButton(QString(), QDialogButtonBox::ActionRole);
    m_cancel->setObjectName(QStringLiteral("cancelOrdersButton"));
    m_clear = buttons->addButton(QString(), QDialogButtonBox::ActionRole);
    m_clear->setObjectName(QStringLiteral("clearOrdersButton"));
    auto* const column = new QVBoxLayout(this);
    column->addWidget(m_list, 1);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_run.cancel(selected()); });
    connect(m_clear, &QPushButton::clicked, &m_run, &desk::StandingRun::forgetEnded);
    connect(&m_run, &desk::StandingRun::changed, this, [this] { fill(false); });
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, [this] { m_cancel->setEnabled(!selected().empty()); });
    inEachLanguage(*this, [this, buttons] {
        setWindowTitle(tr("What waits"));
        m_list->setAccessibleName(tr("What waits for an event"));
        m_list->setHeaderLabels({tr("As soon as"), tr("State"), tr("Until")});
        buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
        m_cancel->setText(tr("Cancel the &selected"));
        m_clear->setText(tr("Clear &ended"));
        fill(true);
    });
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(WhatColumn, QHeaderView::Stretch);
    resize(fontMetrics().averageCharWidth() * 120, fontMetrics().height() * 22);
}

/// Lines keep their place and their selection while only their state changes.
void OrdersWindow::fill(bool isAnew)
{
    const auto& orders = m_run.orders().orders();
    bool isSame = !isAnew && m_list->topLevelItemCount() == static_cast<int>(orders.size());
    for (int line = 0; isSame && line < m_list->topLevelItemCount(); ++line)
        isSame = m_list->topLevelItem(line)->data(WhatColumn, Qt::UserRole).toULongLong() ==
                 orders[static_cast<std::size_t>(line)].order.id;
    if (!isSame)
        m_list->clear();
    bool isAnyOver = false;
    int line = 0;
    for (const management::OrderState& state : orders) {
        if (!isSame)
            new QTreeWidgetItem(m_list);
        QTreeWidgetItem* const item = m_list->topLevelItem(line++);
        item->setData(WhatColumn, Qt::UserRole, QVariant::fromValue<qulonglong>(state.order.id));
        item->setText(WhatColumn, models::orderText(state.order));
        item->setText(StateColumn, models::orderStateText(state));
        item->setText(UntilColumn, models::orderEndText(state.order));
        for (int place = 0; place < orderColumns; ++place)
            item->setToolTip(place, plainToolTip(item->text(place)));
        isAnyOver = isAnyOver || state.stage == management::OrderStage::Over;
    }
    m_clear->setEnabled(isAnyOver);
    m_cancel->setEnabled(!selected().empty());
}

/// Those of the selected lines that are not over.
std::vector<std::uint64_t> OrdersWindow::selected() const
{
    std::vector<std::uint64_t> chosen;
    for (const QTreeWidgetItem* const item : m_list->selectedItems()) {
        const std::uint64_t id = item->data(WhatColumn, Qt::UserRole).toULongLong();
        const management::OrderState* const state = m_run.orders().find(id);
        if (state != nullptr && state->stage != management::OrderStage::Over)
            chosen.push_back(id);
    }
    return chosen;
}

} // namespace deskwarden::ui
