// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/acts/DrainWindow.h"

#include "models/activity/DrainTexts.h"
#include "storage/OwnFiles.h"
#include "ui/acts/DrainModel.h"
#include "ui/widgets/CopyAction.h"
#include "ui/widgets/InEachLanguage.h"
#include "ui/widgets/ListTable.h"
#include "ui/widgets/NoticePanel.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QSignalBlocker>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace deskwarden::ui {

namespace {

NoticePanel::Kind kindOf(const management::Drain& drain)
{
    using management::DrainPhase;
    if (drain.trouble() && !drain.isOver())
        return NoticePanel::Kind::Failure;
    switch (drain.phase()) {
    case DrainPhase::Telling:
    case DrainPhase::Waiting:
    case DrainPhase::LoggingOff:
    case DrainPhase::Watching:
    case DrainPhase::Stopping:
        return NoticePanel::Kind::Hint;
    case DrainPhase::NeedsHelp:
    case DrainPhase::Paused:
    case DrainPhase::Offline:
        return NoticePanel::Kind::Warning;
    case DrainPhase::Drained:
        return drain.counts().leftOut == 0 ? NoticePanel::Kind::Success : NoticePanel::Kind::Warning;
    case DrainPhase::Stopped:
        return drain.counts().there == 0 ? NoticePanel::Kind::Hint : NoticePanel::Kind::Warning;
    }
    return NoticePanel::Kind::Hint;
}

} // namespace

DrainWindow::DrainWindow(std::shared_ptr<desk::DrainRun> run, std::function<QString()> serverName, QWidget* parent)
    : QDialog(parent)
    , m_run(std::move(run))
    , m_serverName(std::move(serverName))
    , m_model(new DrainModel(*m_run, this))
    , m_phase(new QLabel(this))
    , m_time(new QLabel(this))
    , m_counts(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_state(new NoticePanel(this))
    , m_trouble(new NoticePanel(this))
    , m_table(new QTableView(this))
{
    setObjectName(QStringLiteral("drainWindow"));
    layOut();
    connect(m_run.get(), &desk::DrainRun::changed, this, &DrainWindow::showState);
    connect(&m_tick, &QTimer::timeout, this, &DrainWindow::showTime);
    m_tick.start(std::chrono::seconds(1));
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &DrainWindow::fitColumns);
}

DrainWindow::~DrainWindow()
{
    m_run->disconnect(this);
}

void DrainWindow::layOut()
{
    const QString host = models::plainText(m_run->drain().options().vmHostName, 80);
    auto* const title = new QLabel(this);
    auto* const server = new QLabel(this);
    QFont font = title->font();
    font.setPointSizeF(font.pointSizeF() * 1.35);
    font.setBold(true);
    title->setFont(font);
    font.setPointSizeF(this->font().pointSizeF() * 1.1);
    m_phase->setFont(font);
    m_phase->setObjectName(QStringLiteral("drainPhaseLabel"));
    m_state->setObjectName(QStringLiteral("drainState"));
    m_time->setObjectName(QStringLiteral("drainTimeLabel"));
    m_counts->setObjectName(QStringLiteral("drainCountsLabel"));
    for (QLabel* const label : {title, server, m_phase, m_counts}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_time->setTextFormat(Qt::PlainText);
    m_progress->setTextVisible(false);
    auto* const newcomers = new NoticePanel(this);
    newcomers->setObjectName(QStringLiteral("drainNewcomersNotice"));
    m_table->setObjectName(QStringLiteral("drainTable"));
    m_table->setModel(m_model);
    showAsList(*m_table);
    addCopyAction(*m_table);

    auto* const times = new QHBoxLayout;
    times->addWidget(m_counts, 1);
    times->addWidget(m_time);
    auto* const column = new QVBoxLayout(this);
    column->addWidget(title);
    column->addWidget(server);
    column->addSpacing(fontMetrics().height() / 2);
    column->addWidget(m_phase);
    column->addWidget(m_state);
    column->addWidget(m_progress);
    column->addLayout(times);
    column->addWidget(m_table, 1);
    column->addWidget(m_trouble);
    column->addWidget(newcomers);
    column->addWidget(makeButtons());
    inEachLanguage(*this, [this, host, title, server, newcomers] {
        setWindowTitle(tr("Drain of %1").arg(host));
        title->setText(tr("Drain of VM host %1").arg(host));
        server->setText(tr("Listed by %1").arg(m_serverName()));
        m_progress->setAccessibleName(tr("Sessions that have gone"));
        newcomers->showNotice(NoticePanel::Kind::Hint, models::newcomersNotice());
        m_table->setAccessibleName(tr("Sessions on the host and what became of them"));
        showState();
        fitColumns();
    });
    const QSize room = screen()->availableSize() * 9 / 10;
    resize(std::min(fontMetrics().averageCharWidth() * 130, room.width()),
           std::min(fontMetrics().height() * 36, room.height()));
}

/// Wide enough for what each holds now, and for a countdown that is still to come.
void DrainWindow::fitColumns()
{
    const QAbstractItemView& view = *m_table; // whose hint is public
    const int countdown = fontMetrics().horizontalAdvance(
        models::countdownText(std::chrono::minutes(59), management::ActionKind::Logoff));
    for (int column = 0; column < DrainModel::columns - 1; ++column) {
        const bool isState = column == static_cast<int>(DrainColumn::State);
        const int content = std::max({view.sizeHintForColumn(column), isState ? countdown : 0,
                                      m_table->horizontalHeader()->sectionSizeHint(column)});
        m_table->setColumnWidth(
            column, std::min(content + fontMetrics().averageCharWidth() * 2, fontMetrics().averageCharWidth() * 40));
    }
}

QWidget* DrainWindow::makeButtons()
{
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton* const close = buttons->button(QDialogButtonBox::Close);
    inEachLanguage(*close, [close] { close->setText(tr("Close")); });
    const auto add = [buttons](const char* name, const char* text, const char* hint) {
        QPushButton* const button = buttons->addButton(QString(), QDialogButtonBox::ActionRole);
        button->setObjectName(QString::fromLatin1(name));
        inEachLanguage(*button, [button, text, hint] {
            button->setText(tr(text));
            button->setToolTip(tr(hint));
        });
        button->setAutoDefault(false);
        return button;
    };
    m_pause = add("drainPauseButton", QT_TR_NOOP("&Pause"), QT_TR_NOOP("Begins nothing new, here and in Activity"));
    m_pause->setCheckable(true);
    m_stop = add("drainStopButton", QT_TR_NOOP("&Stop"),
                 QT_TR_NOOP("Cancels what has not begun; who was told of a log-off is told that it does not come"));
    m_retry = add("drainRetryButton", QT_TR_NOOP("&Retry"), QT_TR_NOOP("Tries again to log off who is left"));
    QPushButton* const copy = add("drainCopyButton", QT_TR_NOOP("&Copy for ticket"), QT_TR_NOOP("Copies the report"));
    QPushButton* const save = add("drainSaveButton", QT_TR_NOOP("S&ave…"), QT_TR_NOOP("Writes the report into a file"));
    connect(m_pause, &QPushButton::toggled, this, [this](bool isPaused) {
        m_run->setPaused(isPaused);
        emit pauseRequested(isPaused);
    });
    connect(m_stop, &QPushButton::clicked, m_run.get(), &desk::DrainRun::stop);
    connect(m_retry, &QPushButton::clicked, m_run.get(), &desk::DrainRun::retry);
    connect(copy, &QPushButton::clicked, this, &DrainWindow::copyForTicket);
    connect(save, &QPushButton::clicked, this, &DrainWindow::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    return buttons;
}

void DrainWindow::showState()
{
    const management::Drain& drain = m_run->drain();
    const models::Sentence sentence = models::describe(drain);
    m_phase->setText(models::phaseName(drain.phase()));
    m_state->showNotice(kindOf(drain), sentence.what, sentence.nextStep);
    setAccessibleDescription(m_phase->text() + QStringLiteral(": ") + sentence.what);
    const management::DrainCounts counts = drain.counts();
    m_counts->setText(models::countsText(counts));
    m_progress->setRange(0, std::max(static_cast<int>(counts.there + counts.gone), 1));
    m_progress->setValue(drain.phase() == management::DrainPhase::Drained ? m_progress->maximum()
                                                                          : static_cast<int>(counts.gone));
    const bool isGoingOn = !drain.isOver() && drain.phase() != management::DrainPhase::Stopping;
    const QSignalBlocker silently(m_pause);
    m_pause->setChecked(drain.isPaused());
    m_pause->setText(drain.isPaused() ? tr("&Resume") : tr("&Pause"));
    m_pause->setEnabled(isGoingOn);
    m_stop->setEnabled(isGoingOn);
    m_retry->setEnabled(drain.canRetry());
    m_model->refresh();
    showTime();
}

void DrainWindow::showTime()
{
    const auto left = m_run->timeLeft();
    m_time->setText(left ? tr("Next log-off in %1").arg(models::clockText(*left)) : QString());
    if (left)
        m_model->refresh();
}

void DrainWindow::copyForTicket()
{
    auto* const mime = new QMimeData;
    mime->setText(models::drainReport(m_run->drain(), m_serverName()));
    mime->setHtml(models::drainReportHtml(m_run->drain(), m_serverName()));
    QGuiApplication::clipboard()->setMimeData(mime);
}

void DrainWindow::save()
{
    auto* const dialog = new QFileDialog(this, tr("Save the report"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Text (*.txt)"), tr("JSON (*.json)")});
    dialog->setDefaultSuffix(QStringLiteral("txt"));
    dialog->selectFile(QStringLiteral("drain.txt"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& name) {
        const management::Drain& drain = m_run->drain();
        const bool isJson = name.endsWith(QLatin1String(".json"), Qt::CaseInsensitive);
        const QByteArray bytes =
            isJson ? models::drainLines(drain) : models::drainReport(drain, m_serverName()).toUtf8();
        m_trouble->clear();
        const bool isStarted = m_work.start([this, name, bytes](const std::stop_token&) {
            const auto saved = storage::writeWhole(name, bytes, storage::WrittenFor::Person);
            return saved ? std::function<void()>() : [this, name, problem = saved.error()] {
                m_trouble->showNotice(NoticePanel::Kind::Failure,
                                      tr("%1 could not be written: %2").arg(models::plainText(name), problem));
            };
        });
        if (!isStarted)
            m_trouble->showNotice(NoticePanel::Kind::Failure, models::describe(core::noThread()).joined());
    });
    dialog->open();
}

} // namespace deskwarden::ui
