// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/sessions/DetailsDock.h"

#include "models/table/FrozenTable.h"
#include "models/table/SelectionDetails.h"
#include "models/table/SessionColumn.h"
#include "models/texts/Texts.h"
#include "storage/AuditExport.h"
#include "ui/sessions/SessionDelegate.h"
#include "ui/widgets/ActText.h"
#include "ui/widgets/CopyLabel.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/InEachLanguage.h"
#include "ui/widgets/Mnemonics.h"
#include "ui/widgets/WordFit.h"

#include <QAction>
#include <QClipboard>
#include <QCloseEvent>
#include <QDateTime>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMainWindow>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>
#include <tuple>
#include <utility>

namespace deskwarden::ui {

namespace {

constexpr std::size_t mostActs = 5;
constexpr int longestLabel = 19;          ///< letters on a line
constexpr qsizetype longestOnButton = 40; ///< on a button
// A person who goes along the list with the arrow keys does not want each user looked up.
constexpr std::chrono::milliseconds pauseForNew{80};
constexpr std::chrono::milliseconds pauseForSame{1500};

/// A long label is not to push its value out of the dock. A label that breaks its lines by itself is given too little
/// height by a form.
QString inLines(const QString& text, const QFontMetrics& metrics)
{
    const int room = metrics.averageCharWidth() * longestLabel;
    QString lines;
    QString line;
    for (const QString& word : text.split(u' ')) {
        const QString longer = line.isEmpty() ? word : line + u' ' + word;
        if (!line.isEmpty() && metrics.horizontalAdvance(longer) > room) {
            lines += line + u'\n';
            line = word;
        } else {
            line = longer;
        }
    }
    return lines + line;
}

QLabel* sectionTitle(const QString& text, QWidget* parent)
{
    auto* const title = new QLabel(text, parent);
    QFont font = title->font();
    font.setWeight(QFont::DemiBold);
    title->setFont(font);
    title->setWordWrap(true);
    return title;
}

/// A part below the properties, which comes when there is something to tell.
std::pair<QWidget*, QVBoxLayout*> section(const char* name, const char* title, QWidget* parent)
{
    auto* const part = new QWidget(parent);
    part->setObjectName(QString::fromLatin1(name));
    auto* const column = new QVBoxLayout(part);
    column->setContentsMargins(0, 6, 0, 0);
    column->setSpacing(4);
    QLabel* const heading = sectionTitle({}, part);
    inEachLanguage(*part, [heading, title] { heading->setText(DetailsDock::tr(title)); });
    column->addWidget(heading);
    auto* const lines = new QVBoxLayout;
    lines->setSpacing(2);
    column->addLayout(lines);
    part->hide();
    return {part, lines};
}

void clearLines(QVBoxLayout& layout)
{
    while (QLayoutItem* const item = layout.takeAt(0)) {
        if (item->widget() != nullptr) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
}

QString placeOf(const core::Session& session)
{
    const QString machine = models::plainText(session.vmName, longestOnButton);
    return machine.isEmpty() ? models::placeText(session.key) : machine;
}

/// "26.11.26 09:12 Log off by ada: Done"
QString doneText(const storage::AuditAct& act)
{
    const QDateTime time = QDateTime::fromString(act.intent.time, Qt::ISODateWithMs).toLocalTime();
    const auto kind = storage::actionOf(act.intent);
    const QString what = kind ? models::actionName(*kind) : models::plainText(act.intent.action);
    QString text = DetailsDock::tr("%1 · %2 by %3: %4")
                       .arg(QLocale().toString(time, QLocale::ShortFormat), what,
                            models::plainText(act.intent.operatorName, longestOnButton), outcomeText(act));
    if (!act.intent.reason.isEmpty())
        text += QStringLiteral(" · ") + models::plainText(act.intent.reason, longestOnButton * 2);
    return text;
}

std::vector<models::RowRange> rowsOf(const QItemSelection& selection)
{
    std::vector<models::RowRange> rows;
    for (const QItemSelectionRange& range : selection) {
        if (range.left() == 0)
            rows.push_back({range.top(), range.bottom()});
    }
    return rows;
}

} // namespace

DetailsDock::DetailsDock(desk::Console& console, QWidget* parent, core::StartThread startThread)
    : QDockWidget(parent)
    , m_console(console)
    , m_work(nullptr, std::move(startThread))
{
    setObjectName(QStringLiteral("detailsDock"));
    layOut();
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &DetailsDock::ask);
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
    m_stateIcon = new QLabel(m_state);
    m_stateText = new QLabel(m_state);
    m_stateText->setObjectName(QStringLiteral("detailsState"));
    m_stateText->setTextFormat(Qt::PlainText);
    m_stateText->setWordWrap(true);
    auto* const stateLine = new QHBoxLayout(m_state);
    stateLine->setContentsMargins(0, 0, 0, 0);
    stateLine->addWidget(m_stateIcon, 0, Qt::AlignTop);
    stateLine->addWidget(m_stateText, 1);
    m_acts = new QWidget(content);
    m_acts->setObjectName(QStringLiteral("detailsActs"));
    // Where there is no room for words, the buttons show their icons.
    m_acts->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_form = new QFormLayout;
    m_form->setHorizontalSpacing(12);
    m_form->setVerticalSpacing(6);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows); // a long name of a host stands below its label
    m_copy = new QPushButton(outlineIcon("copy"), QString(), content);
    m_copy->setObjectName(QStringLiteral("copyDetailsButton"));
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(text()); });
    std::tie(m_others, m_otherLines) = section("otherSessions", QT_TR_NOOP("Other sessions of this user"), content);
    Mnemonics::leaveOut(*m_others); // they bear names of users
    std::tie(m_done, m_doneLines) = section("doneToUser", QT_TR_NOOP("What was done to this user"), content);
    auto* const column = new QVBoxLayout(content);
    column->setContentsMargins(12, 10, 12, 12);
    column->setSpacing(10);
    column->addWidget(m_heading);
    column->addWidget(m_state);
    column->addWidget(m_acts);
    column->addLayout(m_form);
    column->addWidget(m_others);
    column->addWidget(m_done);
    column->addWidget(m_copy, 0, Qt::AlignLeading);
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
        m_shown.clear();
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

void DetailsDock::openForSelection()
{
    if (!m_opensItself || !isHidden())
        return;
    constexpr int usualWidth = 300;
    auto* const main = qobject_cast<QMainWindow*>(window());
    // In a small window it would leave no room for the table, and is opened by a person only.
    constexpr int tableWidth = 560; // for the columns that are never cut
    if (main != nullptr && main->centralWidget()->width() < usualWidth + tableWidth)
        return;
    show();
    if (main != nullptr)
        main->resizeDocks({this}, {usualWidth}, Qt::Horizontal);
}

void DetailsDock::closeEvent(QCloseEvent* event)
{
    m_opensItself = false;
    QDockWidget::closeEvent(event);
}

void DetailsDock::showEvent(QShowEvent* event)
{
    m_opensItself = true;
    QDockWidget::showEvent(event);
}

DetailsDock::Line& DetailsDock::lineAt(std::size_t number)
{
    while (m_lines.size() <= number) {
        QWidget* const content = m_heading->parentWidget();
        const Line line{new QLabel(content), new CopyLabel(content)};
        line.label->setTextFormat(Qt::PlainText);
        line.label->setAlignment(Qt::AlignLeading | Qt::AlignTop);
        line.label->setForegroundRole(QPalette::PlaceholderText);
        m_lines.push_back(line);
    }
    return m_lines[number];
}

void DetailsDock::showSelection(int row, int count, const QItemSelection& selection)
{
    if (!isVisible() && !m_shown.empty())
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
    Lines lines;
    if (m_notesOn)
        lines = m_notesOn(session);
    for (models::SessionDetail& detail : m_console.sessions().detailsAt(row))
        lines.push_back(std::move(detail));
    addActs(session, lines);
    const QString account = models::accountText(session);
    showState(row);
    showLines(account.isEmpty() ? models::placeText(session.key) : account, lines);
    if (isNew)
        showFinds({});
    askSoon(isNew);
}

void DetailsDock::showMany(int count, std::vector<models::RowRange> rows)
{
    const bool isNew = m_person || rows != m_many;
    const bool wasMany = !m_many.empty();
    m_person.reset();
    m_many = std::move(rows);
    m_state->hide();
    m_stateText->clear();
    m_acts->setVisible(count > 0);
    showFinds({});
    const QString heading =
        count == 0 ? tr("No session selected") : tr("%1 sessions selected").arg(QLocale().toString(count));
    // What was counted before stands until it is counted anew.
    showLines(heading, count > 0 && wasMany ? Lines(m_shown) : Lines());
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
    const QIcon icon = isGhost ? outlineIcon("ghost", Tone::Warning) : stateIcon(sessions.sessionAt(row).state);
    m_stateIcon->setPixmap(icon.pixmap(QSize(16, 16), devicePixelRatioF()));
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
    if (lines == m_shown)
        return;                      // a text that somebody is marking stays as it is
    while (m_form->rowCount() > 0) { // the labels stay, for the next session
        const QFormLayout::TakeRowResult row = m_form->takeRow(0);
        delete row.labelItem;
        delete row.fieldItem;
    }
    for (std::size_t i = 0; i < std::max(lines.size(), m_lines.size()); ++i) {
        Line& line = lineAt(i);
        const bool isShown = i < lines.size();
        const bool isParagraph = isShown && lines[i].label.isEmpty();
        line.label->setVisible(isShown && !isParagraph);
        line.value->setVisible(isShown);
        if (!isShown) {
            line.label->clear();
            line.value->showText({}, {});
            continue;
        }
        line.label->setText(inLines(lines[i].label, fontMetrics()));
        line.value->showText(lines[i].value, lines[i].label);
        if (isParagraph)
            m_form->addRow(line.value);
        else
            m_form->addRow(line.label, line.value);
    }
    m_shown = lines;
}

void DetailsDock::showFinds(const PersonFinds& finds)
{
    m_findLines.clear();
    showOthers(finds);
    clearLines(*m_doneLines);
    for (const storage::AuditAct& act : finds.acts) {
        auto* const line = new CopyLabel(m_done);
        line->showText(doneText(act), {});
        m_doneLines->addWidget(line);
        m_findLines << line->wholeText();
    }
    m_done->setVisible(!finds.acts.empty());
}

void DetailsDock::showOthers(const PersonFinds& finds)
{
    clearLines(*m_otherLines);
    for (const core::Session& other : finds.others) {
        const QString text = QStringLiteral("%1 · %2").arg(placeOf(other), models::stateName(other.state));
        const QString whole = text + QStringLiteral(" · ") + models::placeText(other.key) + QStringLiteral(" · ") +
                              m_console.sessions().serverName(other.key.server);
        auto* const button = new QToolButton(m_others);
        button->setObjectName(QStringLiteral("otherSessionButton"));
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setIcon(stateIcon(other.state));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setText(QString(text).replace(u'&', QStringLiteral("&&")));
        button->setToolTip(plainToolTip(whole));
        button->setAccessibleName(tr("Select %1").arg(whole));
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // a long name is cut, and whole in its tip
        connect(
            button, &QToolButton::clicked, this, [this, other] { emit sessionChosen(other); }, Qt::QueuedConnection);
        m_otherLines->addWidget(button);
        m_findLines << whole;
    }
    if (finds.otherCount > finds.others.size()) {
        auto* const more = new QLabel(
            tr("and %1 more").arg(QLocale().toString(static_cast<qulonglong>(finds.otherCount - finds.others.size()))),
            m_others);
        m_otherLines->addWidget(more);
        m_findLines << more->text();
    }
    m_others->setVisible(!finds.others.empty());
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
                dock->showFinds(finds);
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
    for (const models::SessionDetail& line : m_shown)
        lines << (line.label.isEmpty() ? line.value : line.label + QStringLiteral(": ") + line.value);
    lines += m_findLines;
    return lines.join(QLatin1Char('\n'));
}

} // namespace deskwarden::ui
