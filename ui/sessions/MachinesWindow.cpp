// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/sessions/MachinesWindow.h"

#include "models/table/CellTexts.h"
#include "models/texts/CountTexts.h"
#include "models/texts/MachineTexts.h"
#include "models/texts/Texts.h"
#include "ui/sessions/MachineActions.h"
#include "ui/widgets/CopyAction.h"
#include "ui/widgets/InEachLanguage.h"
#include "ui/widgets/ListTable.h"
#include "ui/widgets/NoticePanel.h"
#include "ui/widgets/SearchField.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QStatusTipEvent>
#include <QTableView>
#include <QToolBar>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace deskwarden::ui {

namespace {

QString grouped(std::size_t number)
{
    return QLocale().toString(static_cast<qulonglong>(number));
}

/// What is wrong with a list; empty if it is whole and fresh.
QString troubleOf(const management::MachineSnapshot& list, const models::ServerNames& names)
{
    QString trouble;
    if (list.error)
        trouble = models::describe(*list.error).joined();
    else if (list.incomplete)
        trouble = models::codeText(*list.incomplete) + QStringLiteral(": ") + models::codeMeaning(*list.incomplete);
    else
        trouble = models::leftOutMachinesText(list.leftOut);
    return trouble.isEmpty() ? trouble : models::serverText(list.server, names) + QStringLiteral(": ") + trouble;
}

} // namespace

MachinesWindow::MachinesWindow(const desk::ConnectedServers& servers, std::function<models::ServerNames()> names,
                               management::PlanRules rules, QWidget* parent, core::StartThread startThread)
    : QDialog(parent)
    , m_names(std::move(names))
    , m_watch(servers)
    , m_filter(new QLineEdit(this))
    , m_actions(new MachineActions(*this, std::move(rules)))
    , m_table(new QTableView(this))
    , m_hint(new QLabel(this))
    , m_counts(new QLabel(this))
    , m_trouble(new NoticePanel(this))
    , m_work(nullptr, std::move(startThread))
{
    setObjectName(QStringLiteral("machinesWindow"));
    layOut();
    connect(m_filter, &QLineEdit::textChanged, this, &MachinesWindow::arrange);
    connect(m_table->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, &MachinesWindow::arrange);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &MachinesWindow::showChoice);
    connect(m_table, &QTableView::customContextMenuRequested, this, &MachinesWindow::openMenu);
    connect(m_actions, &MachineActions::actChosen, this, &MachinesWindow::actRequested);
    connect(&m_watch, &desk::MachineWatch::listsChanged, this, &MachinesWindow::arrange);
    inEachLanguage(*this, [this] { retranslate(); });
    m_filter->setFocus();
}

void MachinesWindow::layOut()
{
    m_filter->setObjectName(QStringLiteral("machinesFilter"));
    makeSearchField(*m_filter);
    m_counts->setObjectName(QStringLiteral("machinesLabel"));
    m_counts->setTextFormat(Qt::PlainText);
    m_counts->setWordWrap(true);
    m_trouble->setObjectName(QStringLiteral("machinesNotice"));
    m_table->setObjectName(QStringLiteral("machinesTable"));
    m_table->setModel(&m_machines);
    showAsList(*m_table);
    QHeaderView* const header = m_table->horizontalHeader();
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    header->setSortIndicator(static_cast<int>(models::MachineColumn::Machine), Qt::AscendingOrder);
    const int digit = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    constexpr std::array digits{16, 20, 26, 20, 24, 24, 20}; // that of the last one that is shown grows
    for (int column = 0; column < models::machineColumnCount; ++column)
        header->resizeSection(column, digit * digits.at(static_cast<std::size_t>(column)));
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    addCopyAction(*m_table);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_hint->setObjectName(QStringLiteral("machinesHint"));
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    auto* const bar = new QToolBar(this);
    bar->setObjectName(QStringLiteral("machinesToolBar"));
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->setIconSize(QSize(20, 20));
    bar->addActions(m_actions->all());
    inEachLanguage(*bar, [bar] {
        bar->setWindowTitle(tr("What can be done to machines"));
        bar->setAccessibleName(bar->windowTitle());
    });
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton* const close = buttons->button(QDialogButtonBox::Close);
    QPushButton* const again = buttons->addButton(QString(), QDialogButtonBox::ActionRole);
    again->setObjectName(QStringLiteral("refreshMachinesButton"));
    inEachLanguage(*close, [close, again] {
        close->setText(tr("Close"));
        again->setText(tr("&Refresh"));
    });
    for (QPushButton* const button : {close, again})
        button->setAutoDefault(false); // Enter in the filter must close nothing
    connect(again, &QPushButton::clicked, &m_watch, &desk::MachineWatch::refresh);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* const column = new QVBoxLayout(this);
    column->addWidget(m_filter);
    column->addWidget(m_counts);
    column->addWidget(m_trouble);
    column->addWidget(bar);
    column->addWidget(m_table, 1);
    auto* const bottom = new QHBoxLayout;
    bottom->addWidget(m_hint, 1);
    bottom->addWidget(buttons);
    column->addLayout(bottom);
    resize(digit * 140, fontMetrics().height() * 32);
}

/// From the keyboard the menu opens at the current line, wherever the mouse is.
void MachinesWindow::openMenu(const QPoint& place)
{
    auto* const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("machinesMenu"));
    menu->setToolTipsVisible(true);
    menu->addActions(m_actions->all());
    menu->addSeparator();
    menu->addActions(m_table->actions());
    const QModelIndex current = m_table->currentIndex();
    const bool isOnLine = m_table->indexAt(place).isValid() || !current.isValid();
    menu->popup(m_table->viewport()->mapToGlobal(isOnLine ? place : m_table->visualRect(current).bottomLeft()));
}

std::vector<core::VirtualDesktop> MachinesWindow::chosen() const
{
    std::vector<core::VirtualDesktop> machines;
    QItemSelection selection = m_table->selectionModel()->selection();
    std::ranges::sort(selection, {}, &QItemSelectionRange::top);
    for (const QItemSelectionRange& range : selection) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            machines.push_back(m_machines.machineAt(row));
    }
    return machines;
}

void MachinesWindow::showChoice()
{
    std::vector<core::VirtualDesktop> machines = chosen();
    const std::size_t count = machines.size();
    std::vector<core::ServerId> servers;
    for (const management::MachineSnapshotPointer& list : m_watch.lists())
        servers.push_back(list->server);
    m_actions->show(std::move(machines), servers);
    m_hint->setText(!m_actions->whyNothing().isEmpty() ? m_actions->whyNothing()
                    : count == 0                       ? tr("Select machines to do something to them.")
                                                       : tr("Selected: %1").arg(models::machinesText(count)));
}

/// A window without a status bar says here what its actions do.
bool MachinesWindow::event(QEvent* event)
{
    if (event->type() != QEvent::StatusTip)
        return QDialog::event(event);
    const QString tip = static_cast<QStatusTipEvent*>(event)->tip();
    if (tip.isEmpty())
        showChoice();
    else
        m_hint->setText(tip);
    return true;
}

void MachinesWindow::retranslate()
{
    setWindowTitle(tr("Virtual machines"));
    m_table->setAccessibleName(windowTitle());
    m_filter->setPlaceholderText(tr("Find a machine, host, user, state…"));
    m_filter->setAccessibleName(m_filter->placeholderText());
    m_machines.retranslate();
    showCounts();
    showChoice();
    arrange(); // cells hold words
}

/// Nothing is stopped to begin anew: the window would wait for it.
void MachinesWindow::arrange()
{
    m_isOld = m_isArranging;
    if (m_isArranging)
        return;
    const QHeaderView* const header = m_table->horizontalHeader();
    models::MachineWish wish{m_watch.lists(), m_names(), m_filter->text(),
                             static_cast<models::MachineColumn>(header->sortIndicatorSection()),
                             header->sortIndicatorOrder()};
    m_table->setColumnHidden(static_cast<int>(models::MachineColumn::Server), wish.names.size() < 2);
    m_isArranging = m_work.start([this, wish = std::move(wish)](const std::stop_token& stop) -> std::function<void()> {
        auto table = std::make_shared<const models::MachineTable>(models::arrangeMachines(wish, stop));
        return [this, table = std::move(table)] {
            m_isArranging = false;
            showTable(table);
            if (m_isOld)
                arrange();
        };
    });
    if (!m_isArranging)
        m_trouble->showNotice(NoticePanel::Kind::Failure, models::describe(core::noThread()).joined());
}

/// The chosen machines stay chosen, as far as they are shown.
void MachinesWindow::showTable(std::shared_ptr<const models::MachineTable> table)
{
    const QModelIndex current = m_table->currentIndex();
    const auto marked =
        current.isValid() ? std::optional(m_machines.machineAt(current.row())) : std::optional<core::VirtualDesktop>();
    const std::vector<core::VirtualDesktop> before = chosen();
    m_machines.setTable(std::move(table));
    QItemSelectionModel& selection = *m_table->selectionModel();
    if (const int row = marked ? m_machines.rowOf(*marked) : -1; row >= 0 && !m_table->currentIndex().isValid())
        selection.setCurrentIndex(m_machines.index(row, current.column()), QItemSelectionModel::NoUpdate);
    if (!before.empty() && !selection.hasSelection())
        selection.select(m_machines.selectionOf(before), QItemSelectionModel::ClearAndSelect);
    showChoice();
    showCounts();
    showTrouble();
}

void MachinesWindow::showCounts()
{
    const models::MachineTable& table = m_machines.table();
    if (table.total == 0) {
        m_counts->setText(m_watch.isAsking() ? tr("Asking for the machines…")
                                             : tr("No virtual machines are known. Connect to a broker that has some."));
        return;
    }
    const bool isAll = table.rows.size() == table.total;
    QStringList parts{isAll ? models::machinesText(table.total)
                            : tr("Showing %1 of %2").arg(grouped(table.rows.size()), grouped(table.total))};
    std::vector<std::pair<core::MachineState, std::size_t>> states(table.states.begin(), table.states.end());
    std::ranges::stable_sort(states, std::ranges::greater(), &std::pair<core::MachineState, std::size_t>::second);
    for (const auto& [state, count] : states)
        parts << QStringLiteral("%1 %2").arg(models::machineStateName(state), grouped(count));
    m_counts->setText(parts.join(QStringLiteral(" · ")));
}

void MachinesWindow::showTrouble()
{
    const models::ServerNames names = m_names();
    QStringList troubles;
    for (const management::MachineSnapshotPointer& list : m_watch.lists()) {
        if (const QString trouble = troubleOf(*list, names); !trouble.isEmpty())
            troubles << trouble;
    }
    m_trouble->showNotice(NoticePanel::Kind::Warning, troubles.join(QLatin1Char('\n')));
}

} // namespace deskwarden::ui
