// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/window/StatusStrip.h"

#include "models/texts/CountTexts.h"
#include "models/texts/MachineTexts.h"
#include "models/texts/Texts.h"
#include "ui/sessions/TableState.h"
#include "ui/widgets/ElidedLabel.h"

#include <QLocale>

#include <algorithm>
#include <functional>
#include <map>
#include <utility>
#include <vector>

namespace deskwarden::ui {

namespace {

ElidedLabel* plainLabel(const char* name, QWidget* parent)
{
    auto* const label = new ElidedLabel(parent);
    label->setObjectName(QString::fromLatin1(name));
    label->setContentsMargins(8, 2, 8, 2);
    return label;
}

QString grouped(std::size_t value)
{
    return QLocale().toString(static_cast<qulonglong>(value));
}

/// The chips above the table count the rare ones.
template <typename State, typename Name>
QString countsText(const QString& all, const std::map<State, std::size_t>& counts, const Name& nameOf)
{
    std::vector<std::pair<State, std::size_t>> states(counts.begin(), counts.end());
    std::ranges::stable_sort(states, std::greater(), [](const auto& state) { return state.second; });
    states.resize(std::min<std::size_t>(states.size(), 4));
    QStringList parts{all};
    for (const auto& [state, count] : states) {
        if (count > 0)
            parts << QStringLiteral("%1 %2").arg(nameOf(state), grouped(count));
    }
    return parts.join(QStringLiteral(" · "));
}

QString selectionText(std::size_t count)
{
    return count == 0 ? QString() : StatusStrip::tr("%1 selected").arg(grouped(count));
}

/// Of the lists that have come, the oldest one; empty if there is none.
template <typename Lists>
QString ageOfOldest(const Lists& lists, std::chrono::system_clock::time_point now)
{
    typename Lists::value_type oldest;
    for (const auto& list : lists) {
        if (list != nullptr && list->health != management::SnapshotHealth::Failed &&
            (oldest == nullptr || list->taken < oldest->taken))
            oldest = list;
    }
    if (oldest == nullptr)
        return {};
    const auto age = std::chrono::duration_cast<std::chrono::milliseconds>(now - oldest->taken);
    QString text = StatusStrip::tr("List from %1").arg(models::ageText(std::max(age, std::chrono::milliseconds(0))));
    const auto rest = std::chrono::ceil<std::chrono::seconds>(oldest->nextIn - age).count();
    if (oldest->health == management::SnapshotHealth::Fresh && oldest->nextIn.count() > 0 && rest > 0)
        text += QStringLiteral(" · ") + StatusStrip::tr("next in %1 s").arg(rest);
    return text;
}

} // namespace

StatusStrip::StatusStrip(QWidget* parent)
    : QStatusBar(parent)
    , m_server(plainLabel("serverLabel", this))
    , m_counts(plainLabel("countsLabel", this))
    , m_selection(plainLabel("selectionLabel", this))
    , m_age(plainLabel("ageLabel", this))
{
    setObjectName(QStringLiteral("statusStrip"));
    setSizeGripEnabled(false);
    // It gives way first where the window is narrow.
    m_counts->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    addWidget(m_server);
    addWidget(m_counts, 1);
    addPermanentWidget(m_selection);
    addPermanentWidget(m_age);
}

void StatusStrip::showServers(const desk::ConnectedServers::Links& links)
{
    if (links.empty()) {
        m_server->setText(tr("Not connected"));
    } else if (links.size() == 1) {
        const core::ServerProfile& profile = links.front()->profile();
        const QString transport = models::transportName(profile.address.transport);
        const QString name = serverName(profile);
        m_server->setText(name == transport ? name : name + QStringLiteral(" · ") + transport);
    } else {
        m_server->setText(tr("%Ln servers", nullptr, static_cast<int>(links.size())));
    }
}

void StatusStrip::show()
{
    const Told& told = m_isOfMachines ? m_ofMachines : m_ofSessions;
    m_counts->setText(told.counts);
    m_selection->setText(told.selection);
    m_age->setText(told.age);
}

void StatusStrip::showPage(bool isMachines)
{
    m_isOfMachines = isMachines;
    show();
}

void StatusStrip::showCounts(const models::SessionCounts& counts)
{
    m_ofSessions.counts = counts.total == 0 ? QString()
                                            : countsText(models::sessionsText(counts.total), counts.all.states,
                                                         [](auto state) { return models::stateName(state); });
    show();
}

void StatusStrip::showMachines(const models::MachineTable& table)
{
    m_ofMachines.counts = table.total == 0 ? QString()
                                           : countsText(models::machinesText(table.total), table.states,
                                                        [](auto state) { return models::machineStateName(state); });
    show();
}

void StatusStrip::showSelection(int count)
{
    m_ofSessions.selection = selectionText(static_cast<std::size_t>(count));
    show();
}

void StatusStrip::showMachineSelection(std::size_t count)
{
    m_ofMachines.selection = selectionText(count);
    show();
}

void StatusStrip::showAge(const desk::ConnectedServers::Links& links, std::chrono::system_clock::time_point now)
{
    std::vector<management::SnapshotPointer> lists;
    for (const auto& link : links)
        lists.push_back(link->snapshot());
    m_ofSessions.age = ageOfOldest(lists, now);
    show();
}

void StatusStrip::showMachineAge(const std::vector<management::MachineSnapshotPointer>& lists,
                                 std::chrono::system_clock::time_point now)
{
    m_ofMachines.age = ageOfOldest(lists, now);
    show();
}

} // namespace deskwarden::ui
