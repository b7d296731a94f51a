// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/sessions/HostsWindow.h"

#include "models/table/CellTexts.h"
#include "models/texts/CountTexts.h"
#include "models/texts/Texts.h"
#include "ui/widgets/CopyAction.h"
#include "ui/widgets/InEachLanguage.h"
#include "ui/widgets/ListTable.h"
#include "ui/widgets/NoticePanel.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <utility>
#include <vector>

namespace deskwarden::ui {

HostsWindow::HostsWindow(const desk::ConnectedServers& servers, std::function<models::ServerNames()> names,
                         const QString& auditFile, desk::HostsRun::Clock now, QWidget* parent)
    : QDialog(parent)
    , m_names(std::move(names))
    , m_run(servers, auditFile, std::move(now))
    , m_hostTable(new QTableView(this))
    , m_nodeTable(new QTableView(this))
    , m_hostsLabel(new QLabel(this))
    , m_nodesLabel(new QLabel(this))
    , m_trouble(new NoticePanel(this))
{
    setObjectName(QStringLiteral("hostsWindow"));
    layOut();
    connect(&m_run, &desk::HostsRun::changed, this, &HostsWindow::showHosts);
    inEachLanguage(*this, [this] { retranslate(); });
    m_hostTable->setFocus();
}

void HostsWindow::layOut()
{
    m_hostTable->setObjectName(QStringLiteral("hostsTable"));
    m_nodeTable->setObjectName(QStringLiteral("nodesTable"));
    m_hostsLabel->setObjectName(QStringLiteral("hostsLabel"));
    m_nodesLabel->setObjectName(QStringLiteral("nodesLabel"));
    m_trouble->setObjectName(QStringLiteral("hostsNotice"));
    m_hostTable->setModel(&m_hosts);
    m_nodeTable->setModel(&m_nodes);
    for (QTableView* const table : {m_hostTable, m_nodeTable}) {
        showAsList(*table);
        table->setSelectionMode(QAbstractItemView::ExtendedSelection);
        addCopyAction(*table);
    }
    m_hostTable->horizontalHeader()->setSortIndicator(models::HostListModel::HostColumn, Qt::AscendingOrder);
    m_hostTable->setSortingEnabled(true);
    for (QLabel* const label : {m_hostsLabel, m_nodesLabel}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton* const close = buttons->button(QDialogButtonBox::Close);
    QPushButton* const again = buttons->addButton(QString(), QDialogButtonBox::ActionRole);
    again->setObjectName(QStringLiteral("refreshHostsButton"));
    inEachLanguage(*close, [close, again] {
        close->setText(tr("Close"));
        again->setText(tr("&Refresh"));
    });
    for (QPushButton* const button : {close, again})
        button->setAutoDefault(false);
    connect(again, &QPushButton::clicked, &m_run, &desk::HostsRun::refresh);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* const column = new QVBoxLayout(this);
    column->addWidget(m_hostsLabel);
    column->addWidget(m_trouble);
    column->addWidget(m_hostTable, 3);
    column->addWidget(m_nodesLabel);
    column->addWidget(m_nodeTable, 2);
    column->addWidget(buttons);
    const int digit = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    const int hostDigits[] = {28, 12, 12, 12, 10, 17, 13, 19, 16, 20};
    for (int section = 0; section < models::HostListModel::ColumnCount; ++section)
        m_hostTable->horizontalHeader()->resizeSection(section, digit * hostDigits[section]);
    const int nodeDigits[] = {34, 44, 36, 14, 20};
    for (int section = 0; section < models::NodeListModel::ColumnCount; ++section)
        m_nodeTable->horizontalHeader()->resizeSection(section, digit * nodeDigits[section]);
    resize(digit * 145, fontMetrics().height() * 32);
}

void HostsWindow::retranslate()
{
    setWindowTitle(tr("VM hosts"));
    m_hostTable->setAccessibleName(windowTitle());
    m_nodeTable->setAccessibleName(tr("Servers of the deployment"));
    m_hosts.retranslate();
    m_nodes.retranslate();
    showHosts(); // cells hold words
}

void HostsWindow::showHosts()
{
    const models::ServerNames names = m_names();
    std::vector<models::HostsOfServer> told;
    for (const auto& [server, hosts] : m_run.hosts()) {
        if (hosts.connected)
            told.emplace_back(server, hosts.report);
    }
    m_hosts.setHosts(told, names);
    m_nodes.setHosts(told, names);
    m_hostTable->setColumnHidden(models::HostListModel::ServerColumn, names.size() < 2);
    m_nodeTable->setColumnHidden(models::NodeListModel::ServerColumn, names.size() < 2);
    const auto hosts = static_cast<std::size_t>(m_hosts.rowCount());
    if (hosts > 0 && !m_hostTable->currentIndex().isValid()) // an operator who comes by keyboard starts on a row
        m_hostTable->selectionModel()->setCurrentIndex(m_hosts.index(0, 0), QItemSelectionModel::NoUpdate);
    m_hostsLabel->setText(hosts > 0          ? models::hostsText(hosts)
                          : m_run.isAsking() ? tr("Asking for the VM hosts\u2026")
                          : told.empty()     ? tr("No VM hosts are known. Connect to a broker that has some.")
                                             : tr("The brokers tell of no VM hosts."));
    const int nodes = m_nodes.rowCount();
    m_nodesLabel->setText(nodes == 1 ? tr("1 server in the deployment:")
                                     : tr("%Ln servers in the deployment:", nullptr, nodes));
    m_nodesLabel->setVisible(nodes > 0);
    m_nodeTable->setVisible(nodes > 0);
    m_trouble->showNotice(NoticePanel::Kind::Warning, troubles().join(QLatin1Char('\n')));
}

/// What could not be read, with its server.
QStringList HostsWindow::troubles() const
{
    const models::ServerNames names = m_names();
    QStringList lines;
    for (const auto& [server, hosts] : m_run.hosts()) {
        const auto tell = [&lines, &names, &server = server](const QString& what, const auto& part) {
            if (!part)
                lines << models::serverText(server, names) + QStringLiteral(": ") + what + QStringLiteral(" ") +
                             models::describe(part.error()).joined();
        };
        tell(tr("The broker could not be asked."), hosts.connected);
        if (!hosts.connected)
            continue;
        tell(tr("The sessions are not known."), hosts.report.sessions);
        tell(tr("The machines are not known."), hosts.report.machines);
        tell(tr("The load of the hosts is not known."), hosts.report.loads);
        tell(tr("The servers of the deployment are not known."), hosts.report.nodes);
        tell(tr("Last answers and failures are not known."), hosts.acts);
    }
    return lines;
}

} // namespace deskwarden::ui
