// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/window/StatusStrip.h"

#include "models/texts/CountTexts.h"
#include "models/texts/Texts.h"
#include "ui/sessions/TableState.h"
#include "ui/widgets/ElidedLabel.h"

#include <QLocale>

#include <algorithm>
#include <functional>
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

void StatusStrip::showCounts(const models::SessionCounts& counts)
{
    // The chips above the table count the rare ones.
    std::vector<std::pair<core::ConnectState, std::size_t>> states(counts.all.states.begin(), counts.all.states.end());
    std::ranges::stable_sort(states, std::greater(), [](const auto& state) { return state.second; });
    states.resize(std::min<std::size_t>(states.size(), 4));
    QStringList parts{models::sessionsText(counts.total)};
    for (const auto& [state, count] : states) {
        if (count > 0)
            parts << QStringLiteral("%1 %2").arg(models::stateName(state), grouped(count));
    }
    m_counts->setText(counts.total == 0 ? QString() : parts.join(QStringLiteral(" · ")));
}

void StatusStrip::showSelection(int count)
{
    m_selection->setText(count == 0 ? QString() : tr("%1 selected").arg(grouped(static_cast<std::size_t>(count))));
}

void StatusStrip::showAge(const desk::ConnectedServers::Links& links, std::chrono::system_clock::time_point now)
{
    const management::SessionSnapshot* oldest = nullptr;
    for (const auto& link : links) {
        const management::SessionSnapshot* const list = link->snapshot().get();
        if (list == nullptr || list->health == management::SnapshotHealth::Failed)
            continue;
        if (oldest == nullptr || list->taken < oldest->taken)
            oldest = list;
    }
    if (oldest == nullptr) {
        m_age->clear();
        return;
    }
    const auto age = std::chrono::duration_cast<std::chrono::milliseconds>(now - oldest->taken);
    QString text = tr("List from %1").arg(models::ageText(std::max(age, std::chrono::milliseconds(0))));
    const auto rest = std::chrono::ceil<std::chrono::seconds>(oldest->nextIn - age).count();
    if (oldest->health == management::SnapshotHealth::Fresh && oldest->nextIn.count() > 0 && rest > 0)
        text += QStringLiteral(" · ") + tr("next in %1 s").arg(rest);
    m_age->setText(text);
}

} // namespace deskwarden::ui
