// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/sessions/MachinesWindow.h"

#include "models/table/CellTexts.h"
#include "models/texts/CountTexts.h"
#include "models/texts/MachineTexts.h"
#include "models/texts/Texts.h"
#include "ui/widgets/CopyAction.h"
#include "ui/widgets/InEachLanguage.h"
#include "ui/widgets/ListTable.h"
#include "ui/widgets/NoticePanel.h"
#include "ui/widgets/SearchField.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QTableView>
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
                               QWidget* parent, core::StartThread startThread)
    : QDialog(parent)
    , m_names(std::move(names))
    , m_watch(servers)
    , m_filter(new QLineEdit(this))
    , m_table(new QTableView(this))
    , m_counts(new QLabel(this))
    , m_trouble(new NoticePanel(this))
    , m_work(nullptr, std::move(startThread))
{
    setObjectName(QStringLiteral("machinesWindow"));
    layOut();
    connect(m_filter, &QLineEdit::textChanged, this, &MachinesWindow::arrange);
    connect(m_table->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, &MachinesWindow::arrange);
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
    addCopyAction(*m_table);
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
    column->addWidget(m_table, 1);
    column->addWidget(buttons);
    resize(digit * 140, fontMetrics().height() * 32);
}

void MachinesWindow::retranslate()
{
    setWindowTitle(tr("Virtual machines"));
    m_table->setAccessibleName(windowTitle());
    m_filter->setPlaceholderText(tr("Find a machine, host, user, state…"));
    m_filter->setAccessibleName(m_filter->placeholderText());
    m_machines.retranslate();
    showCounts();
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

/// The chosen machine stays chosen.
void MachinesWindow::showTable(std::shared_ptr<const models::MachineTable> table)
{
    const QModelIndex current = m_table->currentIndex();
    const auto chosen =
        current.isValid() ? std::optional(m_machines.machineAt(current.row())) : std::optional<core::VirtualDesktop>();
    m_machines.setTable(std::move(table));
    const int row = chosen ? m_machines.rowOf(*chosen) : -1;
    if (row >= 0 && !m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_machines.index(row, current.column()));
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
