// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/sessions/DetailsDock.h"

#include "models/table/FrozenTable.h"
#include "models/table/SelectionDetails.h"
#include "models/table/SessionColumn.h"
#include "models/texts/Texts.h"
#include "ui/sessions/DetailLines.h"
#include "ui/sessions/PersonFindsPanel.h"
#include "ui/sessions/PersonPhoto.h"
#include "ui/sessions/SessionDelegate.h"
#include "ui/widgets/CopyLabel.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/InEachLanguage.h"
#include "ui/widgets/WordFit.h"

#include <QAction>
#include <QClipboard>
#include <QCloseEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMainWindow>
#include <QScrollArea>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>
#include <utility>

namespace deskwarden::ui {

namespace {

constexpr std::size_t mostActs = 5;
constexpr int besideDetails = 12;
// A person who goes along the list with the arrow keys does not want each user looked up.
constexpr std::chrono::milliseconds pauseForNew{80};
constexpr std::chrono::milliseconds pauseForSame{1500};

std::vector<models::RowRange> rowsOf(const QItemSelection& selection)
{
    std::vector<models::RowRange> rows;
    for (const QItemSelectionRange& range : selection) {
        if (range.left() == 0)
            rows.push_back({range.top(), range.bottom()});
    }
    return rows;
}

constexpr int usualWidth = 300;

} // namespace

DetailsDock::DetailsDock(desk::Console& console, QWidget* parent, core::StartThread startThread)
    : QDockWidget(parent)
    , m_console(console)
    , m_startThread(std::move(startThread))
    , m_work(nullptr, m_startThread)
{
    setObjectName(QStringLiteral("detailsDock"));
    layOut();
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &DetailsDock::ask);
    // Queued: the room is known once the window has laid itself out anew.
    connect(
        toggleViewAction(), &QAction::triggered, this,
        [this] {
            if (isVisible() && hasRoom())
                widen();
        },
        Qt::QueuedConnection);
    setMinimumWidth(fontMetrics().horizontalAdvance(QLatin1Char('0')) * 22);
    showSelection(-1, 0, {});
}

void DetailsDock::layOut()
{
    auto* const scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* const content = new QWidget(scroll);
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    m_heading = new CopyLabel(content);
    m_heading->setObjectName(QStringLiteral("detailsHeading"));
    QFont large = m_heading->font();
    large.setPointSizeF(large.pointSizeF() * 1.2);
    large.setWeight(QFont::DemiBold);
    m_heading->setFont(large);
    m_state = new QWidget(content);
    m_stateIcon = new IconLabel(16, m_state);
    m_stateText = new QLabel(m_state);
    m_stateText->setObjectName(QStringLiteral("detailsState"));
    m_stateText->setTextFormat(Qt::PlainText);
    m_stateText->setWordWrap(true);
    auto* const stateLine = new QHBoxLayout(m_state);
    stateLine->setContentsMargins(0, 0, 0, 0);
    stateLine->addWidget(m_stateIcon, 0, Qt::AlignTop);
    stateLine->addWidget(m_stateText, 1);
    m_photo = new PersonPhoto(m_console.people(), content, m_startThread);
    m_acts = new QWidget(content);
    m_acts->setObjectName(QStringLiteral("detailsActs"));
    // Where there is no room for words, the buttons show their icons.
    m_acts->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_lines = new DetailLines(*content);
    auto* const copyLine = new QWidget(content);
    copyLine->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_copy = new QToolButton(copyLine);
    m_copy->setIcon(outlineIcon("copy"));
    m_copy->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_copy->setFocusPolicy(Qt::StrongFocus);
    m_copy->setObjectName(QStringLiteral("copyDetailsButton"));
    auto* const copyRow = new QHBoxLayout(copyLine);
    copyRow->setContentsMargins(0, 0, 0, 0);
    copyRow->addWidget(m_copy);
    copyRow->addStretch();
    new WordFit(*copyLine, {{m_copy}});
    connect(m_copy, &QToolButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(text()); });
    m_finds = new PersonFindsPanel(m_console.sessions(), content);
    connect(m_finds, &PersonFindsPanel::sessionChosen, this, &DetailsDock::sessionChosen);
    auto* const column = new QVBoxLayout(content);
    column->setContentsMargins(besideDetails, 10, besideDetails, 12);
    column->setSpacing(10);
    auto* const words = new QVBoxLayout;
    words->setSpacing(column->spacing());
    words->addWidget(m_heading);
    words->addWidget(m_state);
    auto* const top = new QHBoxLayout;
    top->addLayout(words, 1);
    top->addWidget(m_photo, 0, Qt::AlignTop);
    column->addLayout(top);
    column->addWidget(m_acts);
    column->addLayout(m_lines);
    column->addWidget(m_finds);
    column->addWidget(copyLine);
    column->addStretch();
    scroll->setWidget(content);
    setWidget(scroll);
    inEachLanguage(*this, [this, scroll] {
        setWindowTitle(tr("Details"));
        scroll->setAccessibleName(tr("Details of the selected session"));
        m_copy->setText(tr("Copy details"));
        // Qt names the buttons of the title anew only with them.
        const DockWidgetFeatures usual = features();
        setFeatures(usual ^ DockWidgetVerticalTitleBar);
        setFeatures(usual);
        // All of it is made again with the selection.
        m_lines->forget();
        m_person.reset();
        m_many.clear();
    });
}

void DetailsDock::offerActs(const QList<QAction*>& acts)
{
    auto* const line = new QHBoxLayout(m_acts);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(4);
    WordFit::Groups groups;
    for (QAction* const act : acts) {
        auto* const button = new QToolButton(m_acts);
        button->setObjectName(act->objectName().replace(QStringLiteral("Action"), QStringLiteral("DetailsButton")));
        button->setDefaultAction(act);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        line->addWidget(button);
        groups.insert(groups.begin(), {button}); // the last one gives its words away first
    }
    line->addStretch();
    new WordFit(*m_acts, std::move(groups));
}

/// In a small window it would leave no room for the columns that are never cut.
bool DetailsDock::hasRoom() const
{
    constexpr int tableWidth = 560;
    const auto* const main = qobject_cast<QMainWindow*>(window());
    return main == nullptr || main->centralWidget()->width() + (isVisible() ? width() : 0) >= usualWidth + tableWidth;
}

/// Gives it its usual width when it opens for the first time.
void DetailsDock::widen()
{
    auto* const main = qobject_cast<QMainWindow*>(window());
    if (main == nullptr || std::exchange(m_wasWidened, true))
        return;
    main->resizeDocks({this}, {usualWidth}, Qt::Horizontal);
}

void DetailsDock::openForSelection()
{
    if (m_isAway || !m_opensItself || !isHidden() || !hasRoom())
        return; // a person opens it in a small window
    show();
    widen();
}

void DetailsDock::setAway(bool isAway)
{
    if (m_isAway == isAway)
        return;
    m_isAway = isAway;
    if (isAway)
        m_wasOpen = !isHidden();
    toggleViewAction()->setVisible(!isAway);
    setVisible(!isAway && m_wasOpen);
}

void DetailsDock::shut()
{
    m_wasOpen = false;
    hide();
}

void DetailsDock::closeEvent(QCloseEvent* event)
{
    m_opensItself = false;
    QDockWidget::closeEvent(event);
}

void DetailsDock::resizeEvent(QResizeEvent* event)
{
    QDockWidget::resizeEvent(event);
    m_lines->fitInto(width() - 2 * besideDetails - style()->pixelMetric(QStyle::PM_ScrollBarExtent));
}

void DetailsDock::showEvent(QShowEvent* event)
{
    m_opensItself = true;
    QDockWidget::showEvent(event);
}

void DetailsDock::showSelection(int row, int count, const QItemSelection& selection)
{
    if (!isVisible() && !m_lines->shown().empty())
        return;
    if (row >= 0)
        showOne(row);
    else
        showMany(count, rowsOf(selection));
}

void DetailsDock::showOne(int row)
{
    const core::Session session = m_console.sessions().sessionAt(row);
    const bool isNew = !m_person || !core::isSameOccupant(*m_person, session);
    m_person = session;
    m_many.clear();
    Lines lines = m_console.sessions().detailsAt(row);
    if (m_notesOn) { // behind the sentences that say what the state means, which stands above them
        const Lines notes = m_notesOn(session);
        lines.insert(std::ranges::find_if(lines, [](const auto& line) { return !line.label.isEmpty(); }), notes.begin(),
                     notes.end());
    }
    addActs(session, lines);
    const QString account = models::accountText(session);
    m_photo->showUserOf(session);
    showState(row);
    showLines(account.isEmpty() ? models::placeText(session.key) : account, lines);
    if (isNew)
        m_finds->showFinds({});
    askSoon(isNew);
}

void DetailsDock::showMany(int count, std::vector<models::RowRange> rows)
{
    const bool isNew = m_person || rows != m_many;
    const bool areAsMany = !m_many.empty() && count == m_manyCount;
    m_person.reset();
    m_photo->showNobody();
    m_manyCount = count;
    m_many = std::move(rows);
    m_state->hide();
    m_stateText->clear();
    m_acts->setVisible(count > 0);
    m_finds->showFinds({});
    const QString heading = count == 0   ? tr("No session selected")
                            : count == 1 ? tr("1 session selected")
                                         : tr("%Ln sessions selected", nullptr, count);
    // What was counted before stands until it is counted anew, unless the heading gives it the lie.
    showLines(heading, count > 0 && areAsMany ? m_lines->shown() : Lines());
    if (count > 0)
        askSoon(isNew);
}

void DetailsDock::showState(int row)
{
    using models::SessionColumn;
    const models::SessionTableModel& sessions = m_console.sessions();
    const QModelIndex state = sessions.index(row, static_cast<int>(SessionColumn::State));
    const QString time = sessions.index(row, static_cast<int>(SessionColumn::IdleOrGone)).data().toString();
    const bool isGhost = state.data(models::SessionTableModel::IsGhostRole).toBool();
    m_stateIcon->showIcon(isGhost ? outlineIcon("ghost", Tone::Warning) : stateIcon(sessions.sessionAt(row).state));
    m_stateText->setText(time.isEmpty() ? state.data().toString()
                                        : state.data().toString() + QStringLiteral(" · ") + time);
    m_state->show();
    m_acts->show();
}

void DetailsDock::addActs(const core::Session& session, Lines& lines) const
{
    // What has ended stands in the record, with what others did.
    const bool hasRecord = !m_console.services().auditFile.isEmpty();
    const models::ActivityModel& activity = m_console.activity();
    std::size_t acts = 0;
    for (int row = activity.rowCount() - 1; row >= 0 && acts < mostActs; --row) {
        const management::ActionRequest& request = activity.requestAt(row);
        const management::ActionPhase phase = activity.phaseAt(row);
        const bool isFinished = phase == management::ActionPhase::Finished;
        if ((isFinished && hasRecord) || !core::isSameOccupant(request.confirmed, session))
            continue;
        ++acts;
        const management::ActionKind kind = request.action.kind;
        const QString result = isFinished ? models::describe(activity.outcomeAt(row), kind, request.confirmed).joined()
                                          : models::phaseName(phase, kind);
        lines.push_back({models::actionName(kind), result});
    }
}

void DetailsDock::showLines(const QString& heading, const Lines& lines)
{
    m_heading->showText(heading, {});
    m_copy->setVisible(!lines.empty());
    m_lines->showLines(lines);
}

void DetailsDock::askSoon(bool isNew)
{
    if (isNew)
        m_soon.start(pauseForNew);
    else if (!m_soon.isActive())
        m_soon.start(pauseForSame);
}

void DetailsDock::ask()
{
    // Nothing is stopped to begin anew: that would wait for the disk.
    if (m_isReading) {
        m_isOld = true;
        return;
    }
    if (!isVisible() || (!m_person && m_many.empty()))
        return;
    m_isOld = false;
    m_isReading = m_work.start(m_person ? jobForOne() : jobForMany());
}

BackgroundWork::Job DetailsDock::jobForOne()
{
    return [dock = this, session = *m_person, lists = m_console.lists(),
            file = m_console.services().auditFile](const std::stop_token& stop) -> std::function<void()> {
        return [dock, session, finds = findAbout(session, lists, file, stop)] {
            dock->m_isReading = false;
            if (dock->m_isOld)
                dock->ask();
            if (dock->m_person && core::isSameOccupant(*dock->m_person, session))
                dock->m_finds->showFinds(finds);
        };
    };
}

BackgroundWork::Job DetailsDock::jobForMany()
{
    return [dock = this, rows = m_many,
            table = m_console.sessions().frozen()](const std::stop_token& stop) -> std::function<void()> {
        return [dock, lines = models::selectionDetails(table, rows, stop)] {
            dock->m_isReading = false;
            if (dock->m_isOld)
                dock->ask();
            else if (!dock->m_many.empty())
                dock->showLines(dock->m_heading->wholeText(), lines);
        };
    };
}

QString DetailsDock::text() const
{
    QStringList lines{m_heading->wholeText()};
    if (!m_state->isHidden())
        lines << m_stateText->text();
    for (const models::SessionDetail& line : m_lines->shown())
        lines << (line.label.isEmpty() ? line.value : line.label + QStringLiteral(": ") + line.value);
    lines += m_finds->lines();
    return lines.join(QLatin1Char('\n'));
}

} // namespace deskwarden::ui
