// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/AuditWindow.h"

#include "models/TableText.h"
#include "models/Texts.h"
#include "storage/AuditDatabase.h"
#include "storage/AuditExport.h"
#include "ui/NoticePanel.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSaveFile>
#include <QTableView>
#include <QVBoxLayout>

#include <array>
#include <utility>

namespace deskwarden::ui {

namespace {

using storage::AuditAct;
using storage::AuditDatabase;
using storage::AuditVerdict;

constexpr std::size_t mostActs = 10'000;

QString outcomeText(const AuditAct& act)
{
    using enum management::OutcomeKind;
    if (!act.outcome)
        return AuditWindow::tr("In flight");
    for (const management::OutcomeKind kind :
         std::array{Done, AlreadyGone, StillSigningOut, Skipped, Failed, Unknown, Cancelled})
    {
        if (act.outcome->outcome == QLatin1String(management::symbol(kind)))
            return models::outcomeName(kind);
    }
    return models::plainText(act.outcome->outcome);
}

QString codeOf(const AuditAct& act)
{
    if (act.outcome && act.outcome->returnValue)
        return models::codeText(*act.outcome->returnValue);
    return act.outcome && act.outcome->status != 0 ? models::codeText(act.outcome->status) : QString();
}

QList<QStandardItem*> rowOf(const AuditAct& act)
{
    const storage::AuditRecord& intent = act.intent;
    const core::Session session = storage::sessionOf(intent);
    const auto kind = storage::actionOf(intent);
    QList<QStandardItem*> row;
    for (const QString& text :
         {QString::number(intent.id), intent.time, models::plainText(intent.operatorName),
          models::plainText(intent.machine), kind ? models::actionName(*kind) : models::plainText(intent.action),
          models::accountText(session), models::plainText(session.vmName), models::placeText(session.key),
          outcomeText(act), codeOf(act), models::plainText(intent.reason), models::plainText(intent.server)})
        row << new QStandardItem(text);
    return row;
}

QString damageText(const AuditVerdict& verdict)
{
    using enum AuditVerdict::Damage;
    const auto record = static_cast<qlonglong>(verdict.recordId);
    switch (verdict.damage) {
    case None:
        return AuditWindow::tr("All %1 records are as they were written.").arg(verdict.checked);
    case Changed:
        return AuditWindow::tr("Record %1 was changed.").arg(record);
    case Reordered:
        return AuditWindow::tr("Record %1 does not follow the one before it.").arg(record);
    case Removed:
        return AuditWindow::tr("Records before record %1 were removed.").arg(record);
    case TailCut:
        return AuditWindow::tr("The log should go on to record %1, and ends before it.").arg(record);
    case HeadMissing:
        return AuditWindow::tr("The file with the head of the log is missing.");
    }
    return {};
}

} // namespace

AuditWindow::AuditWindow(QString file, QWidget* parent)
    : QDialog(parent)
    , m_file(std::move(file))
    , m_table(new QTableView(this))
    , m_notice(new NoticePanel(this))
{
    setObjectName(QStringLiteral("auditWindow"));
    setWindowTitle(tr("Audit log"));
    m_acts.setHorizontalHeaderLabels({tr("Record"), tr("Time (UTC)"), tr("Operator"), tr("Computer"), tr("Action"),
                                      tr("User"), tr("Virtual machine"), tr("Session (host/ID)"), tr("Result"),
                                      tr("Code"), tr("Reason"), tr("Server")});
    m_shown.setSourceModel(&m_acts);
    m_shown.setFilterKeyColumn(-1);
    m_shown.setFilterCaseSensitivity(Qt::CaseInsensitive);
    layOut();
    load();
}

void AuditWindow::layOut()
{
    m_table->setObjectName(QStringLiteral("auditTable"));
    m_table->setAccessibleName(tr("Audit log"));
    m_table->setModel(&m_shown);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setAlternatingRowColors(true);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setHighlightSections(false);

    auto* const filter = new QLineEdit(this);
    filter->setObjectName(QStringLiteral("auditFilter"));
    filter->setClearButtonEnabled(true);
    filter->setPlaceholderText(tr("Filter: user, host, result, reason…"));
    filter->setAccessibleName(tr("Filter of the audit log"));
    connect(filter, &QLineEdit::textChanged, &m_shown, &QSortFilterProxyModel::setFilterFixedString);

    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    QPushButton* const check = buttons->addButton(tr("&Verify"), QDialogButtonBox::ActionRole);
    check->setObjectName(QStringLiteral("verifyButton"));
    QPushButton* const keep = buttons->addButton(tr("&Save as CSV…"), QDialogButtonBox::ActionRole);
    QPushButton* const again = buttons->addButton(tr("&Refresh"), QDialogButtonBox::ActionRole);
    connect(check, &QPushButton::clicked, this, &AuditWindow::verify);
    connect(keep, &QPushButton::clicked, this, &AuditWindow::save);
    connect(again, &QPushButton::clicked, this, &AuditWindow::load);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* const column = new QVBoxLayout(this);
    column->addWidget(filter);
    column->addWidget(m_notice);
    column->addWidget(m_table, 1);
    column->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 150, fontMetrics().lineSpacing() * 34);
}

void AuditWindow::load()
{
    m_notice->clear();
    m_acts.setRowCount(0);
    if (!QFileInfo::exists(m_file)) {
        m_notice->showNotice(NoticePanel::Kind::Hint, tr("Nothing was done yet."));
        return;
    }
    const auto acts = AuditDatabase::open(m_file, AuditDatabase::Access::ReadOnly)
                          .and_then([](const std::unique_ptr<AuditDatabase>& log) { return log->acts({}); });
    if (!acts) {
        m_notice->showNotice(NoticePanel::Kind::Failure, tr("The audit log cannot be read."),
                             models::plainText(acts.error().detail));
        return;
    }
    for (auto act = acts->rbegin(); act != acts->rend(); ++act) {
        if (m_acts.rowCount() == static_cast<int>(mostActs))
            break;
        m_acts.appendRow(rowOf(*act));
    }
    m_table->resizeColumnsToContents();
}

void AuditWindow::verify()
{
    const auto verdict = AuditDatabase::open(m_file, AuditDatabase::Access::ReadOnly)
                             .and_then([](const std::unique_ptr<AuditDatabase>& log) { return log->verify(); });
    if (!verdict)
        m_notice->showNotice(NoticePanel::Kind::Failure, tr("The audit log cannot be read."),
                             models::plainText(verdict.error().detail));
    else if (verdict->damage == AuditVerdict::Damage::None)
        m_notice->showNotice(NoticePanel::Kind::Success, damageText(*verdict));
    else
        m_notice->showNotice(NoticePanel::Kind::Failure, damageText(*verdict),
                             tr("Keep a copy of the log and of its head, and tell whoever is responsible."));
}

QByteArray AuditWindow::csv() const
{
    return models::copyTable(m_shown, {}, models::TableFormat::Csv).toUtf8();
}

void AuditWindow::save()
{
    auto* const dialog = new QFileDialog(this, tr("Save as CSV"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& name) {
        QSaveFile file(name);
        const QByteArray bytes = csv();
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
            m_notice->showNotice(NoticePanel::Kind::Failure,
                                 tr("%1 could not be written.").arg(models::plainText(name)), file.errorString());
    });
    dialog->open();
}

} // namespace deskwarden::ui
