// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/audit/AuditWindow.h"

#include "models/table/CellTexts.h"
#include "models/texts/Texts.h"
#include "storage/AuditDatabase.h"
#include "storage/AuditExport.h"
#include "storage/OwnFiles.h"
#include "ui/widgets/ActText.h"
#include "ui/widgets/CopyAction.h"
#include "ui/widgets/InEachLanguage.h"
#include "ui/widgets/ListTable.h"
#include "ui/widgets/NoticePanel.h"
#include "ui/widgets/SearchField.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace deskwarden::ui {

namespace {

using storage::AuditAct;
using storage::AuditDatabase;
using storage::AuditVerdict;

constexpr int mostActs = 10'000;
constexpr qsizetype longestReason = 4000;

QString codeOf(const AuditAct& act)
{
    if (act.outcome && act.outcome->returnValue)
        return models::codeText(*act.outcome->returnValue);
    return act.outcome && act.outcome->status != 0 ? models::codeText(act.outcome->status) : QString();
}

/// "2026-11-23 01:57:22" of "2026-11-23T01:57:22.117Z": the heading says that it is UTC.
QString shownTime(const QString& time)
{
    return time.size() > 19 ? time.left(10) + QLatin1Char(' ') + time.mid(11, 8) : time;
}

models::AuditLine lineOf(const AuditAct& act, const models::ServerNames& names)
{
    const storage::AuditRecord& intent = act.intent;
    const core::Session session = storage::sessionOf(intent);
    const auto kind = storage::actionOf(intent);
    models::AuditLine line;
    line.cells = {QString::number(intent.id),
                  shownTime(intent.time),
                  models::plainText(intent.operatorName),
                  models::plainText(intent.machine),
                  kind ? models::actionName(*kind) : models::plainText(intent.action),
                  models::accountText(session),
                  models::plainText(session.vmName),
                  models::placeText(session.key, kind),
                  outcomeText(act),
                  codeOf(act),
                  models::plainText(intent.reason, longestReason),
                  models::serverText(session.key.server, names),
                  models::plainText(intent.server)};
    for (const QString& cell : line.cells)
        line.folded += cell.toLower() + QLatin1Char('\n');
    return line;
}

struct AuditPage
{
    std::shared_ptr<models::AuditLines> lines = std::make_shared<models::AuditLines>();
    std::optional<storage::AuditRecord> checkpoint;
};

core::Result<AuditPage> readPage(const QString& file, const models::ServerNames& names, const std::stop_token& stop)
{
    auto log = AuditDatabase::open(file, AuditDatabase::Access::ReadOnly);
    if (!log)
        return core::failure(std::move(log).error());
    auto checkpoint = (*log)->checkpoint();
    if (!checkpoint)
        return core::failure(std::move(checkpoint).error());
    const auto acts = (*log)->newestActs(mostActs, stop);
    if (!acts)
        return core::failure(acts.error());
    AuditPage page;
    page.checkpoint = *std::move(checkpoint);
    for (auto act = acts->rbegin(); act != acts->rend() && !stop.stop_requested(); ++act)
        page.lines->push_back(lineOf(*act, names));
    return page;
}

core::Result<AuditVerdict> check(const QString& file, const std::stop_token& stop)
{
    return AuditDatabase::open(file, AuditDatabase::Access::ReadOnly)
        .and_then([&stop](const std::unique_ptr<AuditDatabase>& log) { return log->verify(stop); });
}

QString checkpointText(const storage::AuditRecord& checkpoint)
{
    return AuditWindow::tr("Records up to %1 were removed by age. Checkpoint record %2 of %3 signs them off: it holds "
                           "the hash of the last one, so that Verify can go on from there.")
        .arg(QLocale().toString(static_cast<qlonglong>(checkpoint.intentId)),
             QLocale().toString(static_cast<qlonglong>(checkpoint.id)), shownTime(checkpoint.time));
}

QString damageText(const AuditVerdict& verdict)
{
    using enum AuditVerdict::Damage;
    const auto record = static_cast<qlonglong>(verdict.recordId);
    switch (verdict.damage) {
    case None:
        return verdict.checked == 1 ? AuditWindow::tr("1 record is there, as it was written.")
                                    : AuditWindow::tr("All %Ln records are as they were written.", nullptr,
                                                      static_cast<int>(verdict.checked));
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

QString acknowledgedText(const storage::AuditRecord& seen)
{
    AuditVerdict verdict;
    verdict.damage = storage::damageOf(seen);
    verdict.recordId = seen.intentId;
    return damageText(verdict) + QLatin1Char(' ') +
           AuditWindow::tr("%1 acknowledged it on %2 (UTC).")
               .arg(models::plainText(seen.operatorName), shownTime(seen.time));
}

} // namespace

AuditWindow::AuditWindow(QString file, QWidget* parent, core::StartThread startThread, models::ServerNames names)
    : QDialog(parent)
    , m_file(std::move(file))
    , m_names(std::move(names))
    , m_table(new QTableView(this))
    , m_notice(new NoticePanel(this))
    , m_checkpoint(new QLabel(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Close, this))
    , m_column(new QVBoxLayout(this))
    , m_work(nullptr, std::move(startThread))
{
    setObjectName(QStringLiteral("auditWindow"));
    m_notice->setObjectName(QStringLiteral("auditNotice"));
    layOut();
    inEachLanguage(*this, [this] {
        setWindowTitle(tr("Audit log"));
        m_table->setAccessibleName(tr("Audit log"));
        load(); // what was read holds sentences
        if (m_verdict)
            showVerdict(*m_verdict);
    });
}

AuditWindow::~AuditWindow() = default; // the worker is joined first, being the last member

void AuditWindow::layOut()
{
    m_table->setObjectName(QStringLiteral("auditTable"));
    m_table->setModel(&m_acts);
    showAsList(*m_table);
    m_table->horizontalHeader()->setResizeContentsPrecision(50); // not all ten thousand
    addCopyAction(*m_table);

    auto* const filter = new QLineEdit(this);
    filter->setObjectName(QStringLiteral("auditFilter"));
    makeSearchField(*filter);
    connect(filter, &QLineEdit::textChanged, &m_acts, &models::AuditTableModel::setFilter);

    QPushButton* const close = m_buttons->button(QDialogButtonBox::Close);
    QPushButton* const check = m_buttons->addButton(QString(), QDialogButtonBox::ActionRole);
    check->setObjectName(QStringLiteral("verifyButton"));
    QPushButton* const keep = m_buttons->addButton(QString(), QDialogButtonBox::ActionRole);
    QPushButton* const again = m_buttons->addButton(QString(), QDialogButtonBox::ActionRole);
    inEachLanguage(*close, [=] {
        filter->setPlaceholderText(tr("Filter: user, host, result, reason…"));
        filter->setAccessibleName(tr("Filter of the audit log"));
        close->setText(tr("Close"));
        check->setText(tr("&Verify"));
        keep->setText(tr("&Save as CSV…"));
        again->setText(tr("&Refresh"));
    });
    connect(check, &QPushButton::clicked, this, &AuditWindow::verify);
    connect(keep, &QPushButton::clicked, this, &AuditWindow::save);
    connect(again, &QPushButton::clicked, this, &AuditWindow::load);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    m_column->addWidget(filter);
    m_column->addWidget(m_notice);
    m_column->addWidget(m_table, 1);
    m_checkpoint->setObjectName(QStringLiteral("checkpointLabel"));
    m_checkpoint->setTextFormat(Qt::PlainText);
    m_checkpoint->setWordWrap(true);
    m_checkpoint->hide();
    m_column->addWidget(m_checkpoint);
    m_column->addWidget(m_buttons);
    resize(fontMetrics().averageCharWidth() * 150, fontMetrics().lineSpacing() * 34);
}

void AuditWindow::offerRotation(storage::Preferences& preferences)
{
    auto* const days = new QSpinBox(this);
    days->setObjectName(QStringLiteral("auditDaysSpin"));
    days->setRange(storage::preference::auditDays.least, storage::preference::auditDays.most);
    days->setValue(preferences.value(storage::preference::auditDays));
    auto* const label = new QLabel(this);
    label->setBuddy(days);
    auto* const hint = new QLabel(this);
    inEachLanguage(*days, [days, label, hint] {
        days->setSpecialValueText(tr("for ever"));
        days->setSuffix(tr(" days"));
        label->setText(tr("&Keep acts:"));
        hint->setText(tr("Older acts are removed at the next start. A checkpoint record then signs off what was "
                         "removed, so that the rest can still be verified."));
    });
    hint->setWordWrap(true);
    hint->setForegroundRole(QPalette::PlaceholderText);
    connect(days, &QSpinBox::valueChanged, this,
            [&preferences](int value) { preferences.setValue(storage::preference::auditDays, value); });
    auto* const row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(days);
    row->addWidget(hint, 1);
    m_column->insertLayout(m_column->count() - 1, row);
}

void AuditWindow::offerAcknowledgement(storage::AuditLog& log)
{
    m_acknowledge = m_buttons->addButton(QString(), QDialogButtonBox::ActionRole);
    m_acknowledge->setObjectName(QStringLiteral("acknowledgeButton"));
    inEachLanguage(*m_acknowledge, [this] {
        m_acknowledge->setText(tr("&Acknowledge the damage"));
        m_acknowledge->setToolTip(tr("Records that you have seen it, so that acts can be done again. The damage stays "
                                     "to be seen."));
    });
    m_acknowledge->hide();
    connect(m_acknowledge, &QPushButton::clicked, this, [this, &log] {
        m_acknowledge->hide();
        work(tr("The audit log cannot be read."), [this, &log](const std::stop_token& stop) -> std::function<void()> {
            return [this, done = log.acknowledge({}, stop)] {
                if (done)
                    verify();
                else
                    showVerdict(done);
            };
        });
    });
}

void AuditWindow::work(const QString& failed, BackgroundWork::Job job)
{
    if (!m_work.start(std::move(job)))
        m_notice->showNotice(NoticePanel::Kind::Failure, failed, models::describe(core::noThread()).joined());
}

void AuditWindow::load()
{
    m_notice->clear();
    if (!QFileInfo::exists(m_file)) {
        m_notice->showNotice(NoticePanel::Kind::Hint, tr("Nothing was done yet."));
        return;
    }
    work(tr("The audit log cannot be read."),
         [this, file = m_file, names = m_names](const std::stop_token& stop) -> std::function<void()> {
             const auto page = readPage(file, names, stop);
             if (stop.stop_requested())
                 return {};
             if (!page) {
                 return [this, detail = models::plainText(page.error().detail)] {
                     m_notice->showNotice(NoticePanel::Kind::Failure, tr("The audit log cannot be read."), detail);
                 };
             }
             return [this, lines = page->lines,
                     rotated = page->checkpoint ? checkpointText(*page->checkpoint) : QString()] {
                 m_checkpoint->setText(rotated);
                 m_checkpoint->setVisible(!rotated.isEmpty());
                 showLines(lines);
             };
         });
}

void AuditWindow::showLines(std::shared_ptr<const models::AuditLines> lines)
{
    m_acts.setLines(std::move(lines));
    m_table->resizeColumnsToContents();
    // As if the table had got the keyboard after its lines, whichever came first.
    m_table->selectionModel()->setCurrentIndex(m_acts.index(0, 0), QItemSelectionModel::NoUpdate);
}

void AuditWindow::verify()
{
    work(tr("The audit log cannot be read."),
         [this, file = m_file](const std::stop_token& stop) -> std::function<void()> {
             auto found = check(file, stop);
             if (stop.stop_requested())
                 return {};
             return [this, verdict = std::move(found)] { showVerdict(verdict); };
         });
}

void AuditWindow::showVerdict(const core::Result<AuditVerdict>& verdict)
{
    m_verdict = verdict;
    const bool isDamaged = verdict && verdict->damage != AuditVerdict::Damage::None;
    if (m_acknowledge != nullptr)
        m_acknowledge->setVisible(isDamaged);
    if (!verdict)
        m_notice->showNotice(NoticePanel::Kind::Failure, tr("The audit log cannot be read."),
                             models::plainText(verdict.error().detail));
    else if (isDamaged)
        m_notice->showNotice(
            NoticePanel::Kind::Failure, damageText(*verdict),
            m_acknowledge == nullptr
                ? tr("Nothing is done while the log is damaged. Keep a copy of it and of its head, and report it.")
                : tr("Nothing is done while the log is damaged. Keep a copy of it and of its head, and report it. Then "
                     "acknowledge the damage, so that acts can be done again."));
    else if (verdict->acknowledgements.empty())
        m_notice->showNotice(NoticePanel::Kind::Success, damageText(*verdict));
    else
        m_notice->showNotice(NoticePanel::Kind::Failure,
                             tr("The log was damaged. Since that was acknowledged, its records are as they were "
                                "written."),
                             acknowledgedText(verdict->acknowledgements.back()));
}

QByteArray AuditWindow::csv() const
{
    return models::AuditTableModel::csv(*m_acts.lines(), m_acts.shown());
}

void AuditWindow::save()
{
    auto* const dialog = new QFileDialog(this, tr("Save as CSV"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& name) {
        const QString failed = tr("%1 could not be written.").arg(models::plainText(name));
        work(failed,
             [this, name, failed, lines = m_acts.lines(),
              shown = m_acts.shown()](const std::stop_token&) -> std::function<void()> {
                 const QByteArray bytes = models::AuditTableModel::csv(*lines, shown);
                 const auto saved = storage::writeWhole(name, bytes, storage::WrittenFor::Person);
                 if (saved)
                     return {};
                 return [this, failed, why = saved.error()] {
                     m_notice->showNotice(NoticePanel::Kind::Failure, failed, why);
                 };
             });
    });
    dialog->open();
}

} // namespace deskwarden::ui
