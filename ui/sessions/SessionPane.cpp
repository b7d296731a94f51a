// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/sessions/SessionPane.h"

#include "models/texts/Texts.h"
#include "ui/sessions/FilterBar.h"
#include "ui/sessions/FilterEdit.h"
#include "ui/sessions/SessionDelegate.h"
#include "ui/sessions/SessionView.h"
#include "ui/sessions/StateMessage.h"
#include "ui/sessions/TroubleBanner.h"
#include "ui/widgets/InEachLanguage.h"
#include "ui/widgets/Mnemonics.h"

#include <QSet>
#include <QVBoxLayout>

#include <optional>
#include <utility>

namespace deskwarden::ui {

SessionPane::SessionPane(desk::Console& console, QWidget* parent)
    : QWidget(parent)
    , m_console(console)
    , m_filter(new FilterBar(this))
    , m_notice(new NoticePanel(this))
    , m_trouble(new TroubleBanner(this))
    , m_view(new SessionView(console.sessions(), this))
    , m_message(new StateMessage(m_view->viewport()))
{
    m_notice->setObjectName(QStringLiteral("policyNotice"));
    Mnemonics::leaveOut(*m_filter); // arrows lead along it
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_filter);
    column->addWidget(m_view, 1);
    // Below the table: what comes and goes by itself must not push another line under the mouse.
    column->addWidget(m_trouble);
    column->addWidget(m_notice);
    connect(m_filter, &FilterBar::filterChanged, this, &SessionPane::applyFilter);
    connect(m_filter, &FilterBar::listRequested, this, [this] { goOn(Due::First); });
    connect(m_filter, &FilterBar::allRequested, this, [this] { goOn(Due::All); });
    connect(&console.sessions(), &models::SessionTableModel::arranged, this, &SessionPane::selectDue);
    connect(&console.sessions(), &models::SessionTableModel::arranged, this, &SessionPane::selectWanted);
    m_filter->field().setNames([this] { return names(); });
    connect(m_message, &StateMessage::buttonClicked, this, [this] { cure(m_remedy); });
    connect(m_trouble, &TroubleBanner::remedyRequested, this, &SessionPane::cure);
    // A session that has gone takes its place in the selection along: what was said stays to be read.
    connect(m_view, &SessionView::selectionChangedByRows, this, [this] {
        if (!m_view->isRearranging())
            showPolicy();
    });
    inEachLanguage(*this, [this] {
        showPolicy();
        showState();
    });
}

/// From the field to the list: what was selected before is not what was just looked for, and must not be acted upon.
void SessionPane::goOn(Due due)
{
    m_view->clearSelection();
    m_view->setFocus(Qt::ShortcutFocusReason);
    m_due = due;
    selectDue();
}

void SessionPane::selectDue()
{
    if (m_due == Due::Nothing || m_console.sessions().isBusy())
        return; // what is to be shown is still on its way to the screen
    const Due due = std::exchange(m_due, Due::Nothing);
    if (m_view->model()->rowCount() == 0)
        return;
    if (due == Due::All)
        m_view->selectAll();
    else
        m_view->selectFirst();
}

void SessionPane::showSession(const core::Session& session)
{
    bringForward();
    m_wanted = session;
    if (m_console.sessions().rowOf(session) < 0)
        m_filter->clear();
    selectWanted();
}

void SessionPane::selectWanted()
{
    if (!m_wanted || m_console.sessions().isBusy())
        return;
    const int row = m_console.sessions().rowOf(*std::exchange(m_wanted, std::nullopt));
    if (row < 0) {
        showNotice(NoticePanel::Kind::Hint, tr("This session is gone."));
        return;
    }
    m_view->selectOnly(row);
    m_view->scrollTo(m_view->model()->index(row, 0));
}

models::FilterNames SessionPane::names() const
{
    const models::SessionTableModel& sessions = m_console.sessions();
    const models::SessionCounts& counts = sessions.counts();
    models::FilterNames names;
    // Two servers may have hosts and collections of one name.
    QSet<QString> seen;
    const auto add = [&seen](QStringList& list, const QString& name) {
        if (!name.isEmpty() && !seen.contains(name)) {
            seen.insert(name);
            list << name;
        }
    };
    for (const models::GroupCount& host : counts.vmHosts)
        add(names.hosts, models::plainText(host.name));
    seen.clear();
    for (const models::GroupCount& collection : counts.collections)
        add(names.collections, models::plainText(sessions.collectionName(collection.server, collection.name)));
    for (const models::GroupCount& server : counts.servers)
        names.servers << sessions.serverName(server.server);
    return names;
}

void SessionPane::showNotice(NoticePanel::Kind kind, const QString& sentence, const QString& nextStep)
{
    m_notice->showNotice(kind, sentence, nextStep);
}

void SessionPane::showRefusal(desk::CloseRefusal refusal)
{
    switch (refusal) {
    case desk::CloseRefusal::UsersWereTold:
        showNotice(NoticePanel::Kind::Warning, tr("Users of this server were told that they will be logged off."),
                   tr("Cancel that in Activity, so that they are told, or wait until it is done."));
        break;
    case desk::CloseRefusal::HostIsBeingDrained:
        showNotice(NoticePanel::Kind::Warning, tr("A VM host of this server is being drained."),
                   tr("Stop the drain first, or wait until it has ended."));
        break;
    case desk::CloseRefusal::WavesGoOn:
        showNotice(NoticePanel::Kind::Warning, tr("Acts on this server go in waves."),
                   tr("Stop the waves in Activity, or wait until they have ended."));
        break;
    case desk::CloseRefusal::GhostsAreBeingCured:
        showNotice(NoticePanel::Kind::Warning, tr("Ghosts on this server are being cured."),
                   tr("Stop that in Activity, or wait until it has ended."));
        break;
    }
}

void SessionPane::showLeftBehind(std::size_t acts)
{
    showNotice(NoticePanel::Kind::Warning,
               acts == 1 ? tr("1 act was in flight when the program last ended.")
                         : tr("%Ln acts were in flight when the program last ended.", nullptr, static_cast<int>(acts)),
               tr("What became of them is being looked up; see Activity."));
}

/// Read-only by policy is said all the time; what was said about one act goes with the next step.
void SessionPane::showPolicy()
{
    const management::Policy& policy = m_console.services().rules.policy;
    const models::Sentence sentence = models::describe(policy);
    if (sentence.what.isEmpty())
        m_notice->clear();
    else
        m_notice->showNotice(NoticePanel::Kind::Warning, sentence.what, sentence.nextStep);
    m_notice->setToolTip(plainToolTip(models::plainText(policy.problem, 500)));
}

void SessionPane::showState()
{
    const auto& links = m_console.links();
    const models::SessionCounts& counts = m_console.sessions().counts();
    m_filter->showCounts(counts);
    showTrouble();
    // What was said still holds until the rows that are on their way have come.
    if (m_console.sessions().isBusy() && !links.empty() && !m_message->isHidden() && counts.visible == 0 &&
        m_remedy == Remedy::None)
        return;
    const std::optional<TableState> empty = emptyTableState(links, counts);
    m_remedy = empty ? empty->remedy : Remedy::None;
    if (empty)
        m_message->showMessage(empty->icon, empty->title, empty->text, empty->remedyLabel);
    else
        m_message->forget();
}

void SessionPane::showTrouble()
{
    const std::optional<TableState> trouble = listTrouble(m_console.links(), m_console.services().now());
    m_passive = trouble ? trouble->server : core::ServerId();
    m_trouble->showTrouble(trouble);
}

void SessionPane::applyFilter(const models::SessionFilter& filter)
{
    m_view->startOver();
    m_console.sessions().setFilter(filter);
    emit filtered(filter);
}

void SessionPane::cure(Remedy remedy)
{
    switch (remedy) {
    case Remedy::None:
        break;
    case Remedy::Connect:
        emit connectionRequested();
        break;
    case Remedy::Refresh:
        m_console.servers().refresh();
        break;
    case Remedy::ClearFilter:
        m_filter->clear();
        break;
    case Remedy::SwitchBroker:
        emit switchRequested(m_passive);
        break;
    }
}

} // namespace deskwarden::ui
