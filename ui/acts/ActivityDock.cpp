// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/acts/ActivityDock.h"

#include "models/table/TableText.h"
#include "models/texts/Texts.h"
#include "storage/OwnFiles.h"
#include "ui/acts/ActivityDelegate.h"
#include "ui/acts/ActivityStrip.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/NoTitle.h"
#include "ui/widgets/WordFit.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMainWindow>
#include <QMenu>
#include <QMimeData>
#include <QScrollBar>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <memory>
#include <numeric>
#include <utility>

namespace deskwarden::ui {

namespace {

constexpr std::array outcomeKinds{
    management::OutcomeKind::Done,     management::OutcomeKind::AlreadyGone, management::OutcomeKind::StillSigningOut,
    management::OutcomeKind::Skipped,  management::OutcomeKind::Failed,      management::OutcomeKind::Unknown,
    management::OutcomeKind::Cancelled};
constexpr int columnWidths[models::activityColumnCount] = {9, 16, 19, 12, 22, 25, 28, 40, 40};

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

QToolButton* commandButton(const char* name, const char* icon, const QString& text, QWidget* parent)
{
    auto* const button = new QToolButton(parent);
    button->setObjectName(QString::fromLatin1(name));
    button->setIcon(outlineIcon(icon));
    button->setText(text);
    button->setAccessibleName(text);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

ActivityDock::ActivityDock(models::ActivityModel& activity, QWidget* parent)
    : QDockWidget(tr("Activity"), parent)
    , m_activity(activity)
    , m_table(new QTableView(this))
    , m_strip(new ActivityStrip(this))
    , m_openAction(new QAction(tr("&Activity"), this))
    , m_body(new QWidget(this))
    , m_filter(new QComboBox(this))
    , m_pause(commandButton("pauseButton", "player-pause", tr("Pause"), this))
    , m_cancel(commandButton("cancelQueuedButton", "player-stop", tr("Cancel what waits"), this))
    , m_cancelSelected(new QAction(tr("Cancel the &selected"), this))
    , m_retry(commandButton("retryButton", "refresh", tr("Retry failed…"), this))
    , m_lookAgain(commandButton("lookAgainButton", "eye", tr("Look again"), this))
    , m_copy(commandButton("copyForTicketButton", "clipboard-text", tr("Copy for ticket"), this))
    , m_clear(commandButton("clearFinishedButton", "trash", tr("Clear finished"), this))
    , m_details(new QLabel(this))
{
    setObjectName(QStringLiteral("activityDock"));
    // By itself the proxy would put in and take out thousands of lines one by one.
    m_filtered.setDynamicSortFilter(false);
    m_filterAgain.setSingleShot(true);
    connect(&m_filterAgain, &QTimer::timeout, &m_filtered, &QSortFilterProxyModel::invalidate);
    connect(&m_activity, &QAbstractItemModel::dataChanged, this, [this] {
        if (m_table->model() == &m_filtered)
            m_filterAgain.start(0);
    });
    setUpTable();
    m_details->setObjectName(QStringLiteral("activityDetailsLabel"));
    m_details->setTextFormat(Qt::PlainText);
    m_details->setWordWrap(true);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_details->setContentsMargins(8, 4, 8, 6);
    m_details->hide();
    connect(m_cancel, &QToolButton::clicked, this, &ActivityDock::cancelRequested);
    connect(m_retry, &QToolButton::clicked, this, &ActivityDock::retryRequested);
    m_pause->setCheckable(true);
    m_pause->setToolTip(tr("Begin nothing new until this is released; what runs is finished"));
    m_lookAgain->setToolTip(tr("Look what became of the acts whose outcome is unknown; nothing is repeated"));
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
    layout->addWidget(m_table, 1);
    layout->addWidget(m_details);
    auto* const whole = new QWidget(this);
    auto* const column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_strip);
    column->addWidget(m_body, 1);
    setWidget(whole);
    shut();
    updateProgress();
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
    m_clear->setToolTip(m_clear->text());
    m_filter->setObjectName(QStringLiteral("outcomeFilter"));
    m_filter->setAccessibleName(tr("Show only these outcomes"));
    m_filter->addItem(tr("All"), -1);
    for (const management::OutcomeKind kind : outcomeKinds)
        m_filter->addItem(models::outcomeName(kind), static_cast<int>(kind));
    connect(m_filter, &QComboBox::currentIndexChanged, this, &ActivityDock::useFilter);
    row->addWidget(m_filter);
    for (QToolButton* const button : {m_pause, m_cancel, m_retry, m_lookAgain, m_copy, m_clear})
        row->addWidget(button);
    row->addStretch(1);
    new WordFit(*head, {{m_cancel, m_lookAgain}, {m_retry, m_copy}});
    return head;
}

void ActivityDock::setUpTable()
{
    m_table->setObjectName(QStringLiteral("activityTable"));
    m_table->setAccessibleName(tr("Activity"));
    useFilter();
    m_table->setItemDelegate(new ActivityDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(std::max(fontMetrics().height() + 8, 24));
    QHeaderView* const header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setTextElideMode(Qt::ElideRight);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setStretchLastSection(true);
    const int digit = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    for (int column = 0; column < models::activityColumnCount; ++column)
        m_table->setColumnWidth(column, std::max(header->sectionSizeHint(column), digit * columnWidths[column]));
    connect(&m_activity, &QAbstractItemModel::dataChanged, this, &ActivityDock::showDetails);
    // The newest line is shown, unless the person has scrolled away.
    connect(&m_activity, &QAbstractItemModel::rowsAboutToBeInserted, m_table, [this] {
        const QScrollBar* const bar = m_table->verticalScrollBar();
        if (bar->value() == bar->maximum())
            QMetaObject::invokeMethod(m_table, &QTableView::scrollToBottom, Qt::QueuedConnection);
    });
}

bool ActivityDock::hasTableFocus() const
{
    return m_table->hasFocus();
}

void ActivityDock::selectAll()
{
    m_table->selectAll();
}

/// Acts are few or many, outcomes seven: without a filter the table reads the model itself, which costs nothing.
void ActivityDock::useFilter()
{
    const int outcome = m_filter->currentData().isValid() ? m_filter->currentData().toInt() : -1;
    if (outcome >= 0) {
        m_filtered.setSourceModel(nullptr); // begun anew, not line by line from what was chosen before
        m_filtered.setFilterRole(models::ActivityModel::OutcomeRole);
        m_filtered.setFilterRegularExpression(QStringLiteral("^%1$").arg(outcome));
        m_filtered.setSourceModel(&m_activity);
    }
    QAbstractItemModel* const wanted = outcome >= 0 ? static_cast<QAbstractItemModel*>(&m_filtered) : &m_activity;
    if (wanted != m_table->model()) {
        const std::unique_ptr<QItemSelectionModel> before(m_table->selectionModel());
        m_table->setModel(wanted);
        connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ActivityDock::showDetails);
    }
    showDetails();
}

/// By its ranges: asked row by row, thousands of scattered rows would take a second.
std::vector<int> ActivityDock::selectedRows() const
{
    std::vector<bool> isChosen(static_cast<std::size_t>(m_table->model()->rowCount()));
    for (const QItemSelectionRange& range : m_table->selectionModel()->selection())
        std::fill_n(isChosen.begin() + range.top(), range.height(), true);
    std::vector<int> rows;
    for (std::size_t row = 0; row < isChosen.size(); ++row) {
        if (isChosen[row])
            rows.push_back(static_cast<int>(row));
    }
    return rows;
}

std::vector<models::ToldAct> ActivityDock::chosenActs() const
{
    const QAbstractItemModel* const shown = m_table->model();
    std::vector<int> rows = selectedRows();
    if (rows.empty()) {
        rows.resize(static_cast<std::size_t>(shown->rowCount()));
        std::iota(rows.begin(), rows.end(), 0);
    }
    std::vector<models::ToldAct> acts;
    acts.reserve(rows.size());
    for (const int row : rows) {
        const int line = shown == &m_filtered ? m_filtered.mapToSource(shown->index(row, 0)).row() : row;
        acts.push_back({m_activity.requestAt(line), m_activity.outcomeAt(line),
                        m_activity.phaseAt(line) == management::ActionPhase::Finished});
    }
    return acts;
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
    const auto add = [this, menu](const char* name, const QString& text, const auto& action) {
        QAction* const entry = menu->addAction(text, this, action);
        entry->setObjectName(QString::fromLatin1(name));
    };
    add("copyPowerShellAction", tr("Copy as &PowerShell"), [this] { copyAsPowerShell(); });
    add("saveCsvAction", tr("Save as &CSV…"), [this] {
        save(tr("Save as CSV"), QStringLiteral("csv"), [this] {
            return models::copyTable(*m_table->model(), m_table->selectionModel()->selection(),
                                     models::TableFormat::Csv)
                .toUtf8();
        });
    });
    add("saveJsonAction", tr("Save as &JSON…"), [this] {
        save(tr("Save as JSON"), QStringLiteral("json"), [this] { return models::outcomeLines(chosenActs()); });
    });
    m_copy->setMenu(menu);
    m_copy->setPopupMode(QToolButton::MenuButtonPopup);
}

void ActivityDock::addCancelMenu()
{
    m_cancel->setToolTip(tr("Cancel what has not begun; who was told of a log-off is told that it does not come"));
    m_cancelSelected->setObjectName(QStringLiteral("cancelSelectedAction"));
    m_cancelSelected->setShortcut(Qt::Key_Delete);
    m_cancelSelected->setShortcutContext(Qt::WidgetShortcut);
    connect(m_cancelSelected, &QAction::triggered, this, &ActivityDock::cancelSelected);
    auto* const menu = new QMenu(m_cancel);
    menu->addAction(m_cancelSelected);
    menu->addAction(tr("Cancel &all that waits"), this, &ActivityDock::cancelRequested);
    m_cancel->setMenu(menu);
    m_cancel->setPopupMode(QToolButton::MenuButtonPopup);
    auto* const copy = new QAction(m_copy->text(), m_table);
    connect(copy, &QAction::triggered, this, &ActivityDock::copyForTicket);
    m_table->addActions({m_cancelSelected, copy});
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void ActivityDock::cancelSelected()
{
    std::vector<std::uint64_t> acts;
    for (const int row : selectedRows()) {
        const QModelIndex index = m_table->model()->index(row, 0);
        const int phase = index.data(models::ActivityModel::PhaseRole).toInt();
        if (phase != static_cast<int>(management::ActionPhase::Finished))
            acts.push_back(index.data(models::ActivityModel::IdRole).toULongLong());
    }
    if (!acts.empty())
        emit cancelSelectedRequested(acts);
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
        const auto saved = storage::writeWhole(name, content(), storage::WrittenFor::Person);
        if (!saved) {
            m_details->setText(tr("%1 could not be written: %2").arg(models::plainText(name), saved.error()));
            m_details->show();
        }
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
    m_pause->setText(m_pause->isChecked() ? tr("Resume") : tr("Pause"));
    m_retry->setEnabled(progress.bad > 0);
    m_lookAgain->setEnabled(progress.unknown > 0);
    m_copy->setEnabled(!isEmpty);
    m_clear->setEnabled(progress.finished > 0);
    showDetails();
}

void ActivityDock::showDetails()
{
    const QModelIndex current = m_table->currentIndex();
    QStringList parts;
    if (current.isValid()) {
        for (const models::ActivityColumn column :
             {models::ActivityColumn::Explanation, models::ActivityColumn::NextStep})
            parts << current.siblingAtColumn(static_cast<int>(column)).data().toString();
    }
    const QString text = parts.join(QLatin1Char(' ')).trimmed();
    m_details->setText(text);
    m_details->setVisible(!text.isEmpty());
}

} // namespace deskwarden::ui
