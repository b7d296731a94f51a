// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/sessions/MachinesWindow.h"

#include "models/table/CellTexts.h"
#include "models/table/MachineFilter.h"
#include "models/texts/CountTexts.h"
#include "models/texts/MachineTexts.h"
#include "models/texts/Texts.h"
#include "ui/sessions/MachineActions.h"
#include "ui/sessions/MachineView.h"
#include "ui/widgets/InEachLanguage.h"
#include "ui/widgets/NoticePanel.h"
#include "ui/widgets/SearchField.h"

#include <QAction>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QStatusTipEvent>
#include <QToolBar>
#include <QVBoxLayout>

#include <algorithm>
#include <functional>
#include <memory>
#include <utility>

namespace deskwarden::ui {

namespace {

QString groupingName(models::MachineGrouping grouping)
{
    switch (grouping) {
    case models::MachineGrouping::None:
        return MachinesWindow::tr("Not at all");
    case models::MachineGrouping::Host:
        return MachinesWindow::tr("By VM host");
    case models::MachineGrouping::Collection:
        return MachinesWindow::tr("By collection");
    case models::MachineGrouping::State:
        return MachinesWindow::tr("By state");
    case models::MachineGrouping::Owner:
        return MachinesWindow::tr("By owner");
    }
    return {};
}

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
    , m_groupLabel(new QLabel(this))
    , m_grouping(new QComboBox(this))
    , m_table(new MachineView(m_machines, this))
    , m_hint(new QLabel(this))
    , m_counts(new QLabel(this))
    , m_problem(new NoticePanel(this))
    , m_trouble(new NoticePanel(this))
    , m_work(nullptr, std::move(startThread))
{
    setObjectName(QStringLiteral("machinesWindow"));
    layOut();
    connect(m_filter, &QLineEdit::textChanged, this, &MachinesWindow::readFilter);
    connect(m_grouping, &QComboBox::currentIndexChanged, this, &MachinesWindow::arrange);
    connect(m_table->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, &MachinesWindow::arrange);
    connect(m_table, &MachineView::choiceChanged, this, &MachinesWindow::showChoice);
    connect(m_table, &MachineView::menuRequested, this, &MachinesWindow::openMenu);
    connect(m_actions, &MachineActions::actChosen, this, &MachinesWindow::actRequested);
    connect(m_actions, &MachineActions::cureChosen, this, &MachinesWindow::cureRequested);
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
    m_problem->setObjectName(QStringLiteral("machinesFilterNotice"));
    m_problem->clear();
    m_trouble->setObjectName(QStringLiteral("machinesNotice"));
    m_filter->installEventFilter(this);
    m_groupLabel->setBuddy(m_grouping);
    m_grouping->setObjectName(QStringLiteral("machinesGrouping"));
    for (const models::MachineGrouping grouping : models::machineGroupings)
        m_grouping->addItem(QString(), static_cast<int>(grouping));
    auto* const find = new QAction(this); // its text is never shown: the field is
    find->setObjectName(QStringLiteral("findMachinesAction"));
    find->setShortcut(QKeySequence::Find);
    connect(find, &QAction::triggered, this, [this] {
        m_filter->setFocus(Qt::ShortcutFocusReason);
        m_filter->selectAll();
    });
    addAction(find);
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
    auto* const top = new QHBoxLayout;
    top->addWidget(m_filter, 1);
    top->addWidget(m_groupLabel);
    top->addWidget(m_grouping);
    column->addLayout(top);
    column->addWidget(m_problem);
    column->addWidget(m_counts);
    column->addWidget(m_trouble);
    column->addWidget(bar);
    column->addWidget(m_table, 1);
    auto* const bottom = new QHBoxLayout;
    bottom->addWidget(m_hint, 1);
    bottom->addWidget(buttons);
    column->addLayout(bottom);
    resize(fontMetrics().horizontalAdvance(QLatin1Char('0')) * 140, fontMetrics().height() * 32);
}

void MachinesWindow::openMenu(const QPoint& place)
{
    auto* const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("machinesMenu"));
    menu->setToolTipsVisible(true);
    menu->addActions(m_actions->all());
    menu->addSeparator();
    menu->addActions(m_table->actions());
    menu->popup(place);
}

std::vector<core::VirtualDesktop> MachinesWindow::chosen() const
{
    return m_table->chosen();
}

/// As in the filter above the sessions: Enter and Down go on to the list, with Ctrl Enter chooses all of it, and Escape
/// empties the field before it closes the window.
bool MachinesWindow::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_filter || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const auto* const press = static_cast<QKeyEvent*>(event);
    const bool isEnter = press->key() == Qt::Key_Return || press->key() == Qt::Key_Enter;
    if (press->key() == Qt::Key_Escape && !m_filter->text().isEmpty()) {
        m_filter->clear();
        return true;
    }
    if (!isEnter && press->key() != Qt::Key_Down)
        return QDialog::eventFilter(watched, event);
    if (!m_unfinished.isEmpty()) {
        m_problem->showNotice(NoticePanel::Kind::Warning, m_unfinished);
        return true;
    }
    m_isToEnter = true;
    m_isToChooseAll = isEnter && (press->modifiers() & Qt::ControlModifier) != 0;
    if (!m_isArranging)
        enterTable();
    return true;
}

/// Once the list is that of the filter.
void MachinesWindow::enterTable()
{
    if (!std::exchange(m_isToEnter, false))
        return;
    m_table->enter();
    if (m_isToChooseAll)
        m_table->selectAll();
}

/// What is not finished leaves the list as it was, and is only complained of once a person wants to go on.
void MachinesWindow::readFilter()
{
    const auto filter = models::parseMachineFilter(m_filter->text());
    m_unfinished = !filter && filter.error().isUnfinished ? filter.error().sentence : QString();
    if (filter || filter.error().isUnfinished)
        m_problem->clear();
    else
        m_problem->showNotice(NoticePanel::Kind::Warning, filter.error().sentence);
    m_filter->setAccessibleDescription(m_problem->sentence());
    if (!filter)
        return;
    m_wanted = *filter;
    arrange();
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
    m_filter->setPlaceholderText(tr("Find machines, as in: vdi-20 state:off,saved host:hv-12 user:anna"));
    m_filter->setAccessibleName(m_filter->placeholderText());
    m_groupLabel->setText(tr("&Group:"));
    for (int item = 0; item < m_grouping->count(); ++item)
        m_grouping->setItemText(item,
                                groupingName(static_cast<models::MachineGrouping>(m_grouping->itemData(item).toInt())));
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
    models::MachineWish wish{m_watch.lists(),
                             m_names(),
                             m_wanted,
                             static_cast<models::MachineColumn>(header->sortIndicatorSection()),
                             header->sortIndicatorOrder(),
                             static_cast<models::MachineGrouping>(m_grouping->currentData().toInt())};
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

void MachinesWindow::showTable(std::shared_ptr<const models::MachineTable> table)
{
    m_table->setTable(std::move(table));
    showCounts();
    showTrouble();
    if (!m_isOld)
        enterTable();
}

void MachinesWindow::showCounts()
{
    const models::MachineTable& table = m_machines.table();
    if (table.total == 0) {
        m_counts->setText(m_watch.isAsking() ? tr("Asking for the machines…")
                                             : tr("No virtual machines are known. Connect to a broker that has some."));
        return;
    }
    const bool isAll = table.shown == table.total;
    QStringList parts{isAll ? models::machinesText(table.total)
                            : tr("Showing %1 of %2").arg(grouped(table.shown), grouped(table.total))};
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
