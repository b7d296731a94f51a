// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/acts/ActivityDock.h"

#include "models/table/TableText.h"
#include "models/texts/Texts.h"
#include "storage/OwnFiles.h"
#include "ui/acts/ActivityReason.h"
#include "ui/acts/ActivityStrip.h"
#include "ui/acts/ActivityTable.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/InEachLanguage.h"
#include "ui/widgets/Mnemonics.h"
#include "ui/widgets/NoTitle.h"
#include "ui/widgets/WordFit.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMainWindow>
#include <QMenu>
#include <QMimeData>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace deskwarden::ui {

namespace {

constexpr std::array outcomeKinds{
    management::OutcomeKind::Done,      management::OutcomeKind::AlreadyGone,  management::OutcomeKind::StillSigningOut,
    management::OutcomeKind::Skipped,   management::OutcomeKind::Failed,       management::OutcomeKind::Unknown,
    management::OutcomeKind::Cancelled, management::OutcomeKind::StillChanging};
constexpr int reasonWidth = 34; ///< in letters, beside the table
constexpr int narrowest = 90;   ///< in letters: below that the reason stands under the table

/// Both forms of a ticket, each written when somebody pastes it: thousands of lines take a while.
class TicketData final : public QMimeData
{
public:
    explicit TicketData(std::vector<models::ToldAct> acts)
        : m_acts(std::move(acts))
    {}
    [[nodiscard]] QStringList formats() const override
    {
        return {QStringLiteral("text/plain"), QStringLiteral("text/html")};
    }
    [[nodiscard]] bool hasFormat(const QString& type) const override { return formats().contains(type); }

protected:
    [[nodiscard]] QVariant retrieveData(const QString& type, QMetaType /*wanted*/) const override
    {
        if (type == QLatin1String("text/plain"))
            return models::ticketText(m_acts);
        return type == QLatin1String("text/html") ? QVariant(models::ticketHtml(m_acts)) : QVariant();
    }

private:
    const std::vector<models::ToldAct> m_acts;
};

QToolButton* commandButton(const char* name, const char* icon, const char* text, QWidget* parent)
{
    auto* const button = new QToolButton(parent);
    button->setObjectName(QString::fromLatin1(name));
    button->setIcon(outlineIcon(icon));
    inEachLanguage(*button, [button, text] {
        button->setText(ActivityDock::tr(text));
        button->setAccessibleName(button->text());
    });
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

ActivityDock::ActivityDock(models::ActivityModel& activity, QWidget* parent)
    : QDockWidget(parent)
    , m_activity(activity)
    , m_batches(activity)
    , m_table(new ActivityTable(m_batches, this))
    , m_strip(new ActivityStrip(this))
    , m_openAction(new QAction(this))
    , m_body(new QWidget(this))
    , m_filter(new QComboBox(this))
    , m_pause(commandButton("pauseButton", "player-pause", QT_TR_NOOP("Pause"), this))
    , m_cancel(commandButton("cancelQueuedButton", "player-stop", QT_TR_NOOP("Cancel what waits"), this))
    , m_cancelSelected(new QAction(this))
    , m_retry(commandButton("retryButton", "refresh", QT_TR_NOOP("Retry failed…"), this))
    , m_lookAgain(commandButton("lookAgainButton", "eye", QT_TR_NOOP("Look again"), this))
    , m_copy(commandButton("copyForTicketButton", "clipboard-text", QT_TR_NOOP("Copy for ticket"), this))
    , m_clear(commandButton("clearFinishedButton", "trash", QT_TR_NOOP("Clear finished"), this))
    , m_reason(new ActivityReason(this))
    , m_sides(new QHBoxLayout)
{
    setObjectName(QStringLiteral("activityDock"));
    m_table->setObjectName(QStringLiteral("activityTable"));
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ActivityDock::updateProgress);
    connect(&m_activity, &QAbstractItemModel::dataChanged, this, &ActivityDock::showDetails);
    connect(m_reason, &ActivityReason::nextCallerRequested, this, &ActivityDock::copyForNextCaller);
    connect(&m_batches, &models::ActivityBatches::arranged, this, &ActivityDock::updateProgress);
    connect(m_cancel, &QToolButton::clicked, this, &ActivityDock::cancelRequested);
    connect(m_retry, &QToolButton::clicked, this, &ActivityDock::retry);
    m_pause->setCheckable(true);
    connect(m_pause, &QToolButton::toggled, this, &ActivityDock::pauseRequested);
    connect(m_pause, &QToolButton::toggled, this, &ActivityDock::updateProgress);
    connect(m_lookAgain, &QToolButton::clicked, this, &ActivityDock::lookAgainRequested);
    addOutputMenu();
    addCancelMenu();
    connect(m_copy, &QToolButton::clicked, this, &ActivityDock::copyForTicket);
    connect(m_clear, &QToolButton::clicked, &m_activity, &models::ActivityModel::clearFinished);
    connect(&m_activity, &models::ActivityModel::progressChanged, this, &ActivityDock::updateProgress);
    connect(&m_activity, &models::ActivityModel::countdownChanged, this, &ActivityDock::updateProgress);
    connect(&m_activity, &QAbstractItemModel::rowsRemoved, this, &ActivityDock::updateProgress);

    setTitleBarWidget(new NoTitle(this)); // the strip is the title
    setFeatures(NoDockWidgetFeatures);
    m_openAction->setObjectName(QStringLiteral("openActivityAction"));
    m_openAction->setCheckable(true);
    connect(m_openAction, &QAction::triggered, this, &ActivityDock::setOpen);
    connect(m_strip, &ActivityStrip::openRequested, this, &ActivityDock::setOpen);
    auto* const layout = new QVBoxLayout(m_body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    m_sides->setSpacing(0);
    m_sides->addWidget(m_table, 3);
    m_sides->addWidget(m_reason, 1);
    layout->addLayout(m_sides, 1);
    auto* const whole = new QWidget(this);
    auto* const column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_strip);
    column->addWidget(m_body, 1);
    setWidget(whole);
    shut();
    inEachLanguage(*this, [this] { retranslate(); });
}

void ActivityDock::setOpen(bool isOpen)
{
    isOpen ? open() : shut();
}

void ActivityDock::open()
{
    if (isOpen())
        return;
    constexpr int mostPercent = 35;
    m_body->show();
    m_strip->setOpen(true);
    m_openAction->setChecked(true);
    setMaximumHeight(QWIDGETSIZE_MAX);
    if (auto* const main = qobject_cast<QMainWindow*>(window())) {
        const int most = main->height() * mostPercent / 100;
        main->resizeDocks({this}, {std::min(m_height, most)}, Qt::Vertical);
    }
}

void ActivityDock::shut()
{
    if (isOpen() && isVisible())
        m_height = height();
    m_body->hide();
    m_strip->setOpen(false);
    m_openAction->setChecked(false);
    setMaximumHeight(m_strip->height());
}

bool ActivityDock::isOpen() const
{
    return !m_body->isHidden();
}

void ActivityDock::addBar(QWidget* bar)
{
    static_cast<QBoxLayout*>(m_body->layout())->insertWidget(1, bar); // below the buttons
}

void ActivityDock::setPaused(bool isPaused)
{
    m_pause->setChecked(isPaused);
}

void ActivityDock::resume()
{
    m_pause->setChecked(false);
}

QWidget* ActivityDock::makeHead()
{
    auto* const head = new QWidget(this);
    // It takes what width there is: its buttons lose their words then.
    head->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    auto* const row = new QHBoxLayout(head);
    row->setContentsMargins(4, 0, 4, 2);
    row->setSpacing(2);
    // What has an icon that everybody knows needs no words beside it.
    for (QToolButton* const button : {m_pause, m_clear})
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    m_filter->setObjectName(QStringLiteral("outcomeFilter"));
    m_filter->addItem(QString(), -1);
    for (const management::OutcomeKind kind : outcomeKinds)
        m_filter->addItem(QString(), static_cast<int>(kind));
    connect(m_filter, &QComboBox::currentIndexChanged, this, &ActivityDock::useFilter);
    row->addWidget(m_filter);
    for (QToolButton* const button : {m_pause, m_cancel, m_retry, m_lookAgain, m_copy, m_clear})
        row->addWidget(button);
    row->addStretch(1);
    new WordFit(*head, {{m_cancel, m_lookAgain}, {m_retry, m_copy}});
    return head;
}

void ActivityDock::resizeEvent(QResizeEvent* event)
{
    QDockWidget::resizeEvent(event);
    const int letter = fontMetrics().averageCharWidth();
    const bool isNarrow = width() < narrowest * letter;
    m_sides->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_reason->setMinimumWidth(isNarrow ? 0 : reasonWidth * letter);
    m_reason->setMaximumHeight(isNarrow ? fontMetrics().lineSpacing() * 4 : QWIDGETSIZE_MAX);
}

bool ActivityDock::hasTableFocus() const
{
    return m_table->hasFocus();
}

void ActivityDock::selectAll()
{
    m_table->selectAll();
}

void ActivityDock::useFilter()
{
    const int outcome = m_filter->currentData().toInt();
    m_batches.setFilter(outcome < 0 ? std::nullopt : std::optional(static_cast<management::OutcomeKind>(outcome)));
}

void ActivityDock::retry()
{
    if (const auto failed = m_batches.failedOf(m_table->currentBatch()); !failed.empty())
        emit retryRequested(failed);
}

/// What is selected, else the whole current batch.
std::vector<int> ActivityDock::chosenLines() const
{
    std::vector<int> lines = m_table->selectedLines();
    return lines.empty() ? m_batches.linesOf(m_table->currentBatch()) : lines;
}

models::ToldAct ActivityDock::toldAt(int line) const
{
    return {m_activity.requestAt(line), m_activity.outcomeAt(line),
            m_activity.phaseAt(line) == management::ActionPhase::Finished, m_activity.timeAt(line),
            m_activity.serverName(m_activity.requestAt(line).confirmed.key.server)};
}

std::vector<models::ToldAct> ActivityDock::chosenActs() const
{
    std::vector<models::ToldAct> acts;
    for (const int line : chosenLines())
        acts.push_back(toldAt(line));
    return acts;
}

void ActivityDock::copyForNextCaller()
{
    if (const QString text = models::nextCallerText(chosenActs()); !text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

void ActivityDock::copyForTicket()
{
    std::vector<models::ToldAct> acts = chosenActs();
    if (acts.empty())
        return;
    QGuiApplication::clipboard()->setMimeData(new TicketData(std::move(acts))); // the clipboard owns it
}

void ActivityDock::copyAsPowerShell()
{
    if (const std::vector<models::ToldAct> acts = chosenActs(); !acts.empty())
        QGuiApplication::clipboard()->setText(models::powerShellFor(acts));
}

void ActivityDock::addOutputMenu()
{
    auto* const menu = new QMenu(m_copy);
    const auto add = [this, menu](const char* name, const char* text, const auto& action) {
        QAction* const entry = menu->addAction(QString(), this, action);
        inEachLanguage(*menu, [entry, text] { entry->setText(tr(text)); });
        entry->setObjectName(QString::fromLatin1(name));
    };
    add("copyNextCallerAction", QT_TR_NOOP("Copy for the &next caller"), [this] { copyForNextCaller(); });
    add("copyPowerShellAction", QT_TR_NOOP("Copy as &PowerShell"), [this] { copyAsPowerShell(); });
    add("saveCsvAction", QT_TR_NOOP("Save as &CSV…"), [this] {
        save(tr("Save as CSV"), QStringLiteral("csv"), [this] {
            QItemSelection lines;
            for (const int line : chosenLines())
                lines.merge(
                    QItemSelection(m_activity.index(line, 0), m_activity.index(line, models::activityColumnCount - 1)),
                    QItemSelectionModel::Select);
            return models::copyTable(m_activity, lines, models::TableFormat::Csv).toUtf8();
        });
    });
    add("saveJsonAction", QT_TR_NOOP("Save as &JSON…"), [this] {
        save(tr("Save as JSON"), QStringLiteral("json"), [this] { return models::outcomeLines(chosenActs()); });
    });
    m_copy->setMenu(menu);
    m_copy->setPopupMode(QToolButton::MenuButtonPopup);
}

void ActivityDock::addCancelMenu()
{
    m_cancelSelected->setObjectName(QStringLiteral("cancelSelectedAction"));
    m_cancelSelected->setShortcut(Qt::Key_Delete);
    m_cancelSelected->setShortcutContext(Qt::WidgetShortcut);
    connect(m_cancelSelected, &QAction::triggered, this, &ActivityDock::cancelSelected);
    auto* const menu = new QMenu(m_cancel);
    menu->addAction(m_cancelSelected);
    QAction* const all = menu->addAction(QString(), this, &ActivityDock::cancelRequested);
    m_cancel->setMenu(menu);
    m_cancel->setPopupMode(QToolButton::MenuButtonPopup);
    auto* const copy = new QAction(m_table);
    inEachLanguage(*m_table, [all, copy] {
        all->setText(tr("Cancel &all that waits"));
        copy->setText(tr("Copy for ticket"));
    });
    connect(copy, &QAction::triggered, this, &ActivityDock::copyForTicket);
    m_table->addActions({m_cancelSelected, copy});
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void ActivityDock::cancelSelected()
{
    std::vector<std::uint64_t> acts;
    for (const int line : m_table->selectedLines()) {
        if (m_activity.phaseAt(line) != management::ActionPhase::Finished)
            acts.push_back(m_activity.requestAt(line).id);
    }
    if (!acts.empty())
        emit cancelSelectedRequested(acts);
}

void ActivityDock::retranslate()
{
    setWindowTitle(tr("Activity"));
    m_table->setAccessibleName(tr("Activity"));
    m_openAction->setText(tr("&Activity"));
    m_cancelSelected->setText(tr("Cancel the &selected"));
    m_pause->setToolTip(tr("Begin nothing new until this is released; what runs is finished"));
    m_cancel->setToolTip(tr("Cancel what has not begun; who was told of a log-off is told that it does not come"));
    m_lookAgain->setToolTip(tr("Look what became of the acts whose outcome is unknown; nothing is repeated"));
    m_clear->setToolTip(tr("Clear finished"));
    m_filter->setAccessibleName(tr("Show only these outcomes"));
    m_filter->setItemText(0, tr("All"));
    for (int item = 1; item < m_filter->count(); ++item)
        m_filter->setItemText(
            item, models::outcomeName(static_cast<management::OutcomeKind>(m_filter->itemData(item).toInt())));
    updateProgress();
}

QString ActivityDock::waitingText() const
{
    const models::Countdown countdown = m_activity.countdown();
    if (countdown.waiting == 0)
        return {};
    const QString time = models::clockText(countdown.next);
    return countdown.waiting == 1
               ? tr("1 user told, log-off in %1").arg(time)
               : tr("%Ln users told, the next log-off in %1", nullptr, static_cast<int>(countdown.waiting)).arg(time);
}

void ActivityDock::save(const QString& title, const QString& suffix, const std::function<QByteArray()>& content)
{
    auto* const dialog = new QFileDialog(this, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(QStringLiteral("deskwarden.") + suffix);
    connect(dialog, &QFileDialog::fileSelected, this, [this, content](const QString& name) {
        const bool isStarted = m_work.start([this, name, bytes = content()](const std::stop_token&) {
            const auto saved = storage::writeWhole(name, bytes, storage::WrittenFor::Person);
            return saved ? std::function<void()>() : [this, name, problem = saved.error()] {
                m_reason->say(tr("%1 could not be written: %2").arg(models::plainText(name), problem));
            };
        });
        if (!isStarted)
            m_reason->say(models::describe(core::noThread()).joined());
    });
    dialog->open();
}

QByteArray ActivityDock::saveColumns() const
{
    return m_table->horizontalHeader()->saveState();
}

void ActivityDock::restoreColumns(const QByteArray& saved)
{
    m_table->horizontalHeader()->restoreState(saved);
    m_table->setColumnHidden(static_cast<int>(models::ActivityColumn::NextStep), true); // earlier versions showed it
}

void ActivityDock::updateProgress()
{
    const models::ActivityProgress& progress = m_activity.progress();
    const bool isEmpty = progress.total == 0;
    const bool isRunning = progress.finished < progress.total;
    m_strip->showProgress(m_activity, waitingText());
    m_cancel->setEnabled(isRunning);
    m_cancelSelected->setEnabled(isRunning);
    m_pause->setEnabled(isRunning || m_pause->isChecked());
    setReadText(*m_pause, m_pause->isChecked() ? tr("Resume") : tr("Pause"));
    const std::size_t failed = failedOfCurrent();
    const QString retry =
        failed == 0 ? tr("Retry failed…") : tr("Retry %Ln failed…", nullptr, static_cast<int>(failed));
    setReadText(*m_retry, retry);
    m_retry->setAccessibleName(retry);
    m_retry->setEnabled(failed > 0);
    m_lookAgain->setEnabled(progress.unknown > 0);
    m_copy->setEnabled(!isEmpty);
    m_clear->setEnabled(progress.finished > 0);
    showDetails();
}

std::size_t ActivityDock::failedOfCurrent() const
{
    const models::ActivityBatch* const batch = m_batches.find(m_table->currentBatch());
    return batch == nullptr ? 0 : batch->endedAs(management::OutcomeKind::Failed);
}

void ActivityDock::showDetails()
{
    const QModelIndex current = m_table->currentIndex();
    const int line = current.isValid() ? m_batches.lineAt(current.row()) : -1;
    m_reason->show(line >= 0 ? std::optional(toldAt(line)) : std::nullopt);
}

} // namespace deskwarden::ui
