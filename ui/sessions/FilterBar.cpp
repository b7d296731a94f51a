// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/sessions/FilterBar.h"

#include "models/texts/Texts.h"
#include "ui/sessions/StateChip.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/Icons.h"

#include <QAction>
#include <QActionGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace deskwarden::ui {

namespace {

/// In the order in which the helpdesk asks for them.
constexpr core::ConnectState chipStates[] = {
    core::ConnectState::Active,       core::ConnectState::Disconnected, core::ConnectState::Connected,
    core::ConnectState::ConnectQuery, core::ConnectState::Shadow,       core::ConnectState::Idle,
    core::ConnectState::Listen,       core::ConnectState::Reset,        core::ConnectState::Down,
    core::ConnectState::Init,         core::ConnectState::Absent,
};

QString unusedText(int minutes)
{
    if (minutes == 0)
        return FilterBar::tr("Any idle time");
    if (minutes < 60)
        return FilterBar::tr("Idle for at least %1 min").arg(minutes);
    return minutes < 24 * 60 ? FilterBar::tr("Idle for at least %1 h").arg(minutes / 60)
                             : FilterBar::tr("Idle for at least %1 d").arg(minutes / 60 / 24);
}

QToolButton* textButton(const char* icon, QWidget* parent)
{
    auto* const button = new QToolButton(parent);
    button->setIcon(outlineIcon(icon));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

FilterBar::FilterBar(QWidget* parent)
    : QWidget(parent)
    , m_field(new QLineEdit(this))
    , m_chipRow(new FlowLayout(6))
    , m_ghosts(new StateChip("ghosts", tr("Ghosts"), outlineIcon("ghost", Tone::Warning),
                             tr("Sessions that are listed and are probably not there any more"), this))
    , m_stuck(new StateChip("stuck", tr("Stuck"), outlineIcon("hourglass", Tone::Bad),
                            tr("Sessions whose logging off does not come to an end"), this))
    , m_several(new StateChip("several", tr("On several machines"), outlineIcon("users-group", Tone::Accent),
                              tr("Users who have sessions on more than one virtual machine"), this))
    , m_unused(textButton("clock-pause", this))
    , m_place(textButton("x", this))
    , m_chosen(textButton("x", this))
    , m_summary(new QLabel(this))
    , m_clear(textButton("filter-off", this))
{
    setObjectName(QStringLiteral("filterBar"));
    m_field->setObjectName(QStringLiteral("filterEdit"));
    m_field->setAccessibleName(tr("Filter"));
    m_field->setPlaceholderText(tr("Filter by user, virtual machine, host, client… (%1)")
                                    .arg(QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText)));
    m_field->setClearButtonEnabled(true);
    m_field->setMaxLength(200);
    m_field->addAction(outlineIcon("search", Tone::Muted), QLineEdit::LeadingPosition);
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &FilterBar::apply);

    m_place->setObjectName(QStringLiteral("placeButton"));
    m_place->setToolTip(tr("Show all places again"));
    m_place->hide();
    connect(m_place, &QToolButton::clicked, this, [this] { setPlace({}, {}); });
    m_chosen->setObjectName(QStringLiteral("chosenButton"));
    m_chosen->setToolTip(tr("Show all sessions again, not only those of the list"));
    m_chosen->hide();
    connect(m_chosen, &QToolButton::clicked, this, [this] { setChosen({}, {}); });
    addUnusedMenu();
    m_clear->setObjectName(QStringLiteral("clearFilterButton"));
    m_clear->setText(tr("Clear the filter"));
    m_clear->setAccessibleName(m_clear->text());
    m_clear->hide();
    connect(m_clear, &QToolButton::clicked, this, &FilterBar::clear);
    m_summary->setObjectName(QStringLiteral("filterSummaryLabel"));
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setContentsMargins(0, 5, 0, 0);

    auto* const upper = new QHBoxLayout;
    upper->addWidget(m_field, 1);
    upper->addWidget(m_unused);
    upper->addWidget(m_place);
    upper->addWidget(m_chosen);
    upper->addWidget(m_clear);
    addChips();
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 6);
    layout->setSpacing(8);
    layout->addLayout(upper);
    auto* const lower = new QHBoxLayout;
    lower->addLayout(m_chipRow, 1);
    lower->addWidget(m_summary, 0, Qt::AlignTop);
    layout->addLayout(lower);
}

void FilterBar::addChips()
{
    for (const core::ConnectState state : chipStates) {
        auto* const chip = new StateChip(state, this);
        // The two that matter always stand there, so that nothing jumps when the list fills.
        chip->setVisible(state == core::ConnectState::Active || state == core::ConnectState::Disconnected);
        connect(chip, &StateChip::toggled, this, &FilterBar::apply);
        m_chips.push_back(chip);
        m_chipRow->addWidget(chip);
    }
    for (StateChip* const chip : {m_ghosts, m_stuck, m_several}) {
        chip->hide();
        connect(chip, &StateChip::toggled, this, &FilterBar::apply);
        m_chipRow->addWidget(chip);
    }
}

void FilterBar::addUnusedMenu()
{
    using std::chrono::minutes;
    auto* const menu = new QMenu(m_unused);
    menu->setObjectName(QStringLiteral("unusedMenu"));
    auto* const group = new QActionGroup(menu);
    for (const int least : {0, 15, 60, 240, 720, 1440, 4320}) {
        QAction* const action = menu->addAction(unusedText(least));
        action->setObjectName(QStringLiteral("unused%1Action").arg(least));
        action->setCheckable(true);
        action->setChecked(least == 0);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, least] {
            showUnused(least == 0 ? std::nullopt : std::optional(minutes(least)));
            apply();
        });
    }
    m_unused->setObjectName(QStringLiteral("unusedButton"));
    m_unused->setMenu(menu);
    m_unused->setPopupMode(QToolButton::InstantPopup);
    m_unused->setToolTip(
        tr("Show only sessions that nobody has used for a while: idle as the broker tells, or else seen "
           "disconnected from here"));
    showUnused(std::nullopt);
}

void FilterBar::showUnused(std::optional<std::chrono::minutes> least)
{
    m_filter.unusedFor = least;
    m_unused->setText(unusedText(least ? static_cast<int>(least->count()) : 0));
    m_unused->setAccessibleName(tr("Filter by use: %1").arg(m_unused->text()));
    const auto name = QStringLiteral("unused%1Action").arg(least ? least->count() : 0);
    if (auto* const action = m_unused->menu()->findChild<QAction*>(name))
        action->setChecked(true);
}

void FilterBar::setChosen(std::shared_ptr<const models::ChosenSessions> chosen, const QString& label)
{
    m_filter.chosen = std::move(chosen);
    m_chosen->setText(label);
    m_chosen->setAccessibleName(tr("Only %1. Show all sessions again").arg(label));
    m_chosen->setVisible(m_filter.chosen != nullptr);
    apply();
}

void FilterBar::setMarks(const models::SessionFilter& marks)
{
    const auto set = [](StateChip* chip, bool isOn) {
        const QSignalBlocker blocker(chip);
        chip->setChecked(isOn);
        chip->setVisible(chip->isVisible() || isOn);
        chip->update();
    };
    for (StateChip* const chip : m_chips)
        set(chip, std::ranges::find(marks.states, chip->state()) != marks.states.end());
    set(m_ghosts, marks.isGhost);
    set(m_stuck, marks.isStuck);
    set(m_several, marks.isUserOnSeveral);
    showUnused(marks.unusedFor);
    m_filter.chosen = nullptr;
    m_chosen->hide();
    apply();
}

void FilterBar::setWords(const QString& words)
{
    m_field->setText(words);
}

void FilterBar::setPlace(const models::SessionFilter& place, const QString& label)
{
    m_filter.server = place.server;
    m_filter.vmHost = place.vmHost;
    m_filter.collection = place.collection;
    m_place->setText(models::plainText(label, 40).replace(u'&', QStringLiteral("&&"))); // no key of the button
    m_place->setAccessibleName(tr("Only %1. Show all places again").arg(label));
    m_place->setVisible(!label.isEmpty());
    apply();
}

void FilterBar::showCounts(const models::SessionCounts& counts)
{
    for (StateChip* const chip : m_chips) {
        const auto found = counts.states.find(chip->state());
        const std::size_t count = found == counts.states.end() ? 0 : found->second;
        chip->setCount(count);
        const bool isUsual =
            chip->state() == core::ConnectState::Active || chip->state() == core::ConnectState::Disconnected;
        chip->setVisible(isUsual || count > 0 || chip->isChecked());
    }
    const auto show = [](StateChip* chip, std::size_t count) {
        chip->setCount(count);
        chip->setVisible(count > 0 || chip->isChecked());
    };
    show(m_ghosts, counts.ghosts);
    show(m_stuck, counts.stuck);
    show(m_several, counts.usersOnSeveral);
    const QLocale locale;
    m_summary->setText(m_filter.isEmpty() ? QString()
                                          : tr("Showing %1 of %2")
                                                .arg(locale.toString(static_cast<qulonglong>(counts.visible)),
                                                     locale.toString(static_cast<qulonglong>(counts.total))));
}

void FilterBar::focusField()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void FilterBar::clear()
{
    // The field's own button listens to its signals too, so they are not blocked.
    m_field->clear();
    setMarks({});
    setPlace({}, {});
}

void FilterBar::readFilter()
{
    m_filter.text = m_field->text();
    m_filter.states.clear();
    for (const StateChip* const chip : m_chips) {
        if (chip->isChecked())
            m_filter.states.push_back(chip->state());
    }
    m_filter.isGhost = m_ghosts->isChecked();
    m_filter.isStuck = m_stuck->isChecked();
    m_filter.isUserOnSeveral = m_several->isChecked();
}

void FilterBar::apply()
{
    readFilter();
    m_clear->setVisible(!m_filter.isEmpty());
    emit filterChanged(m_filter);
}

bool FilterBar::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const auto* const key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Down || key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            emit listRequested();
            return true;
        }
        if (key->key() == Qt::Key_Escape && !m_field->text().isEmpty()) {
            m_field->clear();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace deskwarden::ui
