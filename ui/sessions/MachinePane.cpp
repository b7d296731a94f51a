// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/sessions/MachinePane.h"

#include "models/table/CellTexts.h"
#include "models/table/FilterPieces.h"
#include "models/texts/CountTexts.h"
#include "models/texts/MachineTexts.h"
#include "models/texts/Texts.h"
#include "ui/sessions/MachineActions.h"
#include "ui/sessions/MachineBar.h"
#include "ui/sessions/MachineView.h"
#include "ui/sessions/StateMessage.h"
#include "ui/sessions/TableState.h"
#include "ui/widgets/FieldProblem.h"
#include "ui/widgets/InEachLanguage.h"
#include "ui/widgets/NoticePanel.h"
#include "ui/widgets/SearchField.h"

#include <QFocusEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <functional>
#include <utility>

namespace deskwarden::ui {

namespace {

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

MachinePane::MachinePane(desk::Console& console, MachineActions& actions, QWidget* parent,
                         core::StartThread startThread)
    : QWidget(parent)
    , m_console(console)
    , m_actions(actions)
    , m_field(new QLineEdit(this))
    , m_bar(new MachineBar(this))
    , m_view(new MachineView(m_machines, this))
    , m_message(new StateMessage(m_view->viewport(), QStringLiteral("machineState")))
    , m_problem(new FieldProblem(*m_field, QStringLiteral("machinesFilterNotice")))
    , m_trouble(new NoticePanel(this))
    , m_hint(new QLabel(this))
    , m_work(nullptr, std::move(startThread))
{
    setObjectName(QStringLiteral("machinePane"));
    layOut();
    connect(m_field, &QLineEdit::textChanged, this, &MachinePane::readFilter);
    connect(m_bar, &MachineBar::marksChanged, this, [this] {
        m_view->startOver();
        arrange();
    });
    connect(m_bar, &MachineBar::placeDropped, this, &MachinePane::placeDropped);
    connect(m_bar, &MachineBar::clearRequested, this, &MachinePane::clearFilter);
    connect(m_message, &StateMessage::buttonClicked, this, &MachinePane::clearFilter);
    connect(&console.servers(), &desk::ConnectedServers::linksChanged, this, &MachinePane::arrange);
    connect(m_view, &MachineView::orderChanged, this, &MachinePane::arrange);
    connect(m_view, &MachineView::choiceChanged, this, &MachinePane::showChoice);
    inEachLanguage(*this, [this] { retranslate(); });
}

void MachinePane::layOut()
{
    m_field->setObjectName(QStringLiteral("machinesFilter"));
    makeSearchField(*m_field);
    m_field->setMaxLength(200);
    m_field->setMinimumWidth(m_field->fontMetrics().horizontalAdvance(QLatin1Char('0')) * 18);
    m_field->installEventFilter(this);
    m_trouble->setObjectName(QStringLiteral("machinesNotice"));
    m_trouble->clear();
    m_hint->setObjectName(QStringLiteral("machinesHint"));
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_hint->setContentsMargins(8, 4, 8, 4);
    m_hint->hide();
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_view, 1);
    // Below the table: what comes and goes by itself must not push another line under the mouse.
    column->addWidget(m_trouble);
    column->addWidget(m_hint);
}

std::vector<management::MachineSnapshotPointer> MachinePane::lists() const
{
    return m_watch == nullptr ? std::vector<management::MachineSnapshotPointer>() : m_watch->lists();
}

void MachinePane::setShown(bool isShown)
{
    if (isShown && m_watch == nullptr) {
        m_watch = std::make_unique<desk::MachineWatch>(m_console.servers());
        connect(m_watch.get(), &desk::MachineWatch::listsChanged, this, &MachinePane::arrange);
    }
    setAsking(isShown);
    m_actions.setShown(isShown);
    showChoice();
    if (isShown)
        arrange();
}

void MachinePane::setAsking(bool isAsking)
{
    if (m_watch != nullptr)
        m_watch->setResting(!isAsking);
}

void MachinePane::refresh()
{
    if (m_watch != nullptr)
        m_watch->refresh();
}

void MachinePane::setPlace(const models::MachinePlace& place, const QString& label)
{
    m_bar->showPlace(label);
    if (m_place == place)
        return;
    m_place = place;
    m_view->startOver();
    arrange();
}

void MachinePane::clearFilter()
{
    m_field->clear();
    m_bar->unmark();
    emit placeDropped();
}

void MachinePane::focusField()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

bool MachinePane::isNarrowed() const
{
    return !m_wanted.terms.empty() || !m_field->text().isEmpty() || m_bar->isAnyMarked() || !m_place.isEmpty();
}

/// As in the filter above the sessions: Enter and Down go on to the list, with Ctrl Enter chooses all of it, and Escape
/// empties the field.
bool MachinePane::eventFilter(QObject* watched, QEvent* event)
{
    const bool isLeft = watched == m_field && event->type() == QEvent::FocusOut;
    // Only the other conditions hold, and an operator who has gone on must be able to see why.
    if (isLeft && !m_unfinished.isEmpty() && static_cast<QFocusEvent*>(event)->reason() != Qt::PopupFocusReason)
        m_problem->say(m_unfinished);
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto* const press = static_cast<QKeyEvent*>(event);
    const bool isEnter = press->key() == Qt::Key_Return || press->key() == Qt::Key_Enter;
    if (press->key() == Qt::Key_Escape && !m_field->text().isEmpty()) {
        m_field->clear();
        return true;
    }
    if (!isEnter && press->key() != Qt::Key_Down)
        return QWidget::eventFilter(watched, event);
    if (!m_unfinished.isEmpty())
        m_problem->say(m_unfinished);
    if (!m_problem->sentence().isEmpty())
        return true; // the list holds more than was meant
    m_isToEnter = true;
    m_isToChooseAll = isEnter && (press->modifiers() & Qt::ControlModifier) != 0;
    // What was chosen before is not what was just looked for, and must not be acted upon.
    m_view->clearSelection();
    if (!m_isArranging)
        enterTable();
    return true;
}

/// Once the list is that of the filter.
void MachinePane::enterTable()
{
    if (!std::exchange(m_isToEnter, false))
        return;
    m_view->enter();
    if (m_isToChooseAll)
        m_view->selectAll();
}

/// What is not finished is only complained of once a person wants to go on.
void MachinePane::readFilter()
{
    const auto filter = models::parseMachineFilter(m_field->text());
    m_unfinished = !filter && filter.error().isUnfinished ? filter.error().sentence : QString();
    m_problem->say(filter || filter.error().isUnfinished ? QString() : filter.error().sentence);
    m_wanted = models::understoodOf(m_field->text(), models::parseMachineFilter);
    m_view->startOver();
    arrange();
}

void MachinePane::showChoice()
{
    std::vector<core::ServerId> servers;
    for (const management::MachineSnapshotPointer& list : lists())
        servers.push_back(list->server);
    std::vector<core::VirtualDesktop> chosen = m_view->chosen();
    m_choice = chosen.size();
    m_actions.show(std::move(chosen), servers);
    m_hint->setText(m_actions.whyNothing());
    m_hint->setHidden(m_hint->text().isEmpty());
    emit choiceChanged();
}

void MachinePane::retranslate()
{
    m_field->setAccessibleName(tr("Filter of the machines"));
    m_field->setPlaceholderText(tr("Find machines, as in: vdi-20 state:off,saved host:hv-12 user:anna"));
    m_field->setToolTip(m_field->placeholderText());
    m_machines.retranslate();
    showChoice();
    arrange(); // cells hold words
}

/// Nothing is stopped to begin anew: the window would wait for it.
void MachinePane::arrange()
{
    if (m_watch == nullptr)
        return;
    m_isOld = m_isArranging;
    if (m_isArranging)
        return;
    const QHeaderView* const header = m_view->horizontalHeader();
    models::MachineWish wish;
    wish.lists = m_watch->lists();
    wish.names = m_console.serverNames();
    wish.filter = m_wanted;
    wish.place = m_place;
    wish.marked = m_bar->marked();
    wish.isTroubled = m_bar->isTroubled();
    wish.column = static_cast<models::MachineColumn>(header->sortIndicatorSection());
    wish.order = header->sortIndicatorOrder();
    wish.grouping = m_view->grouping();
    m_isArranging = m_work.start(
        [this, wish = std::move(wish), before = m_machines.frozen(),
         former = std::exchange(m_former, nullptr)](const std::stop_token& stop) mutable -> std::function<void()> {
            former.reset();
            auto table = std::make_shared<const models::MachineTable>(models::arrangeMachines(wish, stop));
            models::MachineChanges changes = models::changesBetween(*before, *table);
            return [this, table = std::move(table), changes = std::move(changes)] {
                m_isArranging = false;
                showTable(table, changes);
                if (m_isOld)
                    arrange();
            };
        });
    if (!m_isArranging)
        m_trouble->showNotice(NoticePanel::Kind::Failure, models::describe(core::noThread()).joined());
}

void MachinePane::showTable(std::shared_ptr<const models::MachineTable> table, const models::MachineChanges& changes)
{
    m_former = m_machines.frozen();
    m_view->setTable(std::move(table), changes);
    m_bar->showNumbers(m_machines.table(), isNarrowed());
    showEmptiness();
    showTrouble();
    showChoice();
    if (!m_isOld)
        enterTable();
    emit tableChanged();
}

void MachinePane::showEmptiness()
{
    const models::MachineTable& table = m_machines.table();
    if (table.shown > 0) {
        m_message->forget();
    } else if (const auto none = emptyTableState(m_console.links(), {}); none && m_console.links().empty()) {
        m_message->showMessage(none->icon, none->title,
                               tr("Connect to a Remote Desktop Connection Broker to see its virtual machines."));
    } else if (table.total > 0) {
        m_message->showMessage("filter-off", tr("The filter hides everything"),
                               table.total == 1
                                   ? tr("1 machine is there, and does not match it.")
                                   : tr("None of the %Ln machines matches it.", nullptr, static_cast<int>(table.total)),
                               tr("Clear the filter"));
    } else if (m_watch != nullptr && m_watch->isAsking()) {
        m_message->showMessage("hourglass", tr("Asking for the machines…"), {});
    } else {
        m_message->showMessage("mood-empty", tr("No virtual machines"),
                               tr("The broker lists none. To an account without rights on the broker, Windows shows "
                                  "an empty list as well."));
    }
}

void MachinePane::showTrouble()
{
    const models::ServerNames names = m_console.serverNames();
    QStringList troubles;
    for (const management::MachineSnapshotPointer& list : lists()) {
        if (const QString trouble = troubleOf(*list, names); !trouble.isEmpty())
            troubles << trouble;
    }
    m_trouble->showNotice(NoticePanel::Kind::Warning, troubles.join(QLatin1Char('\n')));
}

} // namespace deskwarden::ui
