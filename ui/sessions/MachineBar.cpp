// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/sessions/MachineBar.h"

#include "models/texts/CountTexts.h"
#include "models/texts/MachineTexts.h"
#include "models/texts/Texts.h"
#include "ui/sessions/StateChip.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/InEachLanguage.h"

#include <QAction>
#include <QLocale>
#include <QMenu>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>
#include <array>

namespace deskwarden::ui {

namespace {

using core::MachineState;

/// The other states stand in a menu.
constexpr std::array machineChipStates{MachineState::Running, MachineState::Off, MachineState::Saved,
                                       MachineState::Paused};

std::size_t machinesIn(const std::map<MachineState, std::size_t>& counts, MachineState state)
{
    const auto found = counts.find(state);
    return found == counts.end() ? 0 : found->second;
}

MachineState machineStateOf(const QAction* action)
{
    return static_cast<MachineState>(action->data().toUInt());
}

} // namespace

MachineBar::MachineBar(QWidget* parent)
    : ChipLine(QStringLiteral("machine"), parent)
    , m_trouble(new StateChip("troubledMachines", outlineIcon("alert-triangle", Tone::Bad), this, models::machinesText))
    , m_more(new StateChip("moreMachines", outlineIcon("circle-dashed", Tone::Muted), this, models::machinesText))
    , m_place(textButton("x", this))
    , m_clear(textButton("filter-off", this))
{
    addChips();
    m_place->setObjectName(QStringLiteral("machinePlaceButton"));
    connect(m_place, &QToolButton::clicked, this, &MachineBar::placeDropped);
    m_clear->setObjectName(QStringLiteral("clearMachineFilterButton"));
    m_clear->setToolButtonStyle(Qt::ToolButtonIconOnly);
    connect(m_clear, &QToolButton::clicked, this, &MachineBar::clearRequested);
    for (QWidget* const widget : line())
        lead(*widget);
    inEachLanguage(*this, [this] { retranslate(); });
}

void MachineBar::addChips()
{
    for (const MachineState state : machineChipStates) {
        const QByteArray name = QByteArray(core::name(state).data()) + "Machine";
        auto* const chip = new StateChip(name.constData(), machineStateIcon(state), this, models::machinesText);
        connect(chip, &StateChip::toggled, this, &MachineBar::marksChanged);
        m_chips.push_back({state, chip});
    }
    connect(m_trouble, &StateChip::toggled, this, &MachineBar::marksChanged);
    m_more->setMenu(new QMenu(this));
    m_more->menu()->setObjectName(QStringLiteral("moreMachinesMenu"));
    for (const MachineState state : models::machineStates()) {
        if (std::ranges::find(machineChipStates, state) != machineChipStates.end())
            continue;
        QAction* const action = m_more->menu()->addAction(machineStateIcon(state), QString());
        action->setObjectName(
            QStringLiteral("%1MachinesFilterAction").arg(QString::fromUtf8(core::name(state).data()).toLower()));
        action->setCheckable(true);
        action->setData(static_cast<uint>(state));
        connect(action, &QAction::triggered, this, [this] {
            showMenu();
            emit marksChanged();
        });
        m_states.push_back(action);
    }
}

std::vector<MachineState> MachineBar::marked() const
{
    std::vector<MachineState> marked;
    for (const Marked& entry : m_chips) {
        if (entry.chip->isChecked())
            marked.push_back(entry.state);
    }
    for (const QAction* const action : m_states) {
        if (action->isChecked())
            marked.push_back(machineStateOf(action));
    }
    return marked;
}

bool MachineBar::isTroubled() const
{
    return m_trouble->isChecked();
}

void MachineBar::unmark()
{
    if (!isAnyMarked())
        return;
    {
        const QSignalBlocker blocker(this);
        for (const Marked& entry : m_chips)
            entry.chip->setChecked(false);
        m_trouble->setChecked(false);
        for (QAction* const action : m_states)
            action->setChecked(false);
    }
    showMenu();
    emit marksChanged();
}

void MachineBar::showPlace(const QString& label)
{
    m_placeLabel = label;
    m_place->setText(models::plainText(label, 40).replace(u'&', QStringLiteral("&&"))); // no key of the button
    m_place->setAccessibleName(tr("Only %1. Show all places again").arg(label));
    m_place->setVisible(!label.isEmpty());
    arrange();
}

void MachineBar::showNumbers(const models::MachineTable& table, bool isNarrowed)
{
    m_counts = table.inPlace;
    for (const Marked& entry : m_chips)
        entry.chip->setCount(machinesIn(m_counts, entry.state));
    m_trouble->setCount(table.troubled);
    showMenu();
    m_clear->setVisible(isNarrowed);
    const auto grouped = [](std::size_t number) { return QLocale().toString(static_cast<qulonglong>(number)); };
    if (isNarrowed)
        setSum(tr("Showing %1 of %2").arg(grouped(table.shown), grouped(table.total)));
    else
        setSum(table.total == 0 ? QString() : models::machinesText(table.total));
    arrange();
}

void MachineBar::showMenu()
{
    std::size_t others = 0;
    bool isAny = false;
    for (QAction* const action : m_states) {
        const std::size_t count = machinesIn(m_counts, machineStateOf(action));
        action->setText(QStringLiteral("%1 (%2)").arg(models::machineStateName(machineStateOf(action)),
                                                      QLocale().toString(static_cast<qulonglong>(count))));
        isAny = isAny || action->isChecked();
        others += count;
    }
    m_more->setCount(others);
    m_more->setChecked(isAny);
}

std::vector<QWidget*> MachineBar::line() const
{
    std::vector<QWidget*> widgets;
    for (const Marked& entry : m_chips)
        widgets.push_back(entry.chip);
    widgets.insert(widgets.end(), {m_trouble, m_more, m_place, m_clear});
    return widgets;
}

void MachineBar::retranslate()
{
    for (const Marked& entry : m_chips)
        entry.chip->setWords(models::machineStateName(entry.state), models::machineStateMeaning(entry.state));
    m_trouble->setWords(tr("Problems"),
                        tr("Machines that somebody should look after: their state is not known, or they are off, saved "
                           "or paused while a session is listed on them"));
    m_more->setWords(tr("More"), tr("Machines on their way into another state, or of a state that is not known"));
    m_place->setToolTip(tr("Show all places again"));
    m_clear->setToolTip(tr("Clear the filter"));
    m_clear->setAccessibleName(m_clear->toolTip());
    showPlace(m_placeLabel);
    showMenu();
    arrange();
}

QIcon machineStateIcon(MachineState state)
{
    switch (state) {
    case MachineState::Running:
        return outlineIcon("player-play", Tone::Good);
    case MachineState::Off:
        return outlineIcon("power", Tone::Muted);
    case MachineState::Paused:
        return outlineIcon("player-pause", Tone::Muted);
    case MachineState::Saved:
        return outlineIcon("zzz", Tone::Muted);
    case MachineState::Starting:
    case MachineState::Saving:
    case MachineState::Stopping:
    case MachineState::Pausing:
    case MachineState::Resuming:
        return outlineIcon("loader-2", Tone::Muted);
    case MachineState::Unknown:
        break;
    }
    return outlineIcon("help", Tone::Bad);
}

} // namespace deskwarden::ui
