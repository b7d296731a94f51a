// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/acting/GhostCure.h"

#include <QObject>
#include <QTimer>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace deskwarden::desk {

/// A cure of ghosts in time. The rules are GhostCure's; what it hands out goes to the runners, and reports come back to
/// it. Thread: GUI. Owner: ActDesk until it has ended, and what shows it.
class CureRun final : public QObject
{
    Q_OBJECT

public:
    using Clock = std::function<management::GhostCure::Time()>;
    using NextId = std::function<std::uint64_t()>;

    CureRun(std::vector<management::Ghost> ghosts, management::CureOptions options, std::string reason, NextId nextId,
            Clock now, QObject* parent = nullptr);

    void begin();
    void takeReports(const std::vector<management::ActionReport>& reports);
    /// Begins nothing more; what is under way is finished by the runner.
    void stop();

    [[nodiscard]] const management::GhostCure& cure() const noexcept { return m_cure; }
    [[nodiscard]] bool isStopping() const noexcept { return m_isStopping; }
    /// Some ghost there is not over yet.
    [[nodiscard]] bool isOn(const core::ServerId& server) const;

signals:
    void submitRequested(const std::vector<deskwarden::management::ActionRequest>& requests);
    void changed();
    /// Once.
    void ended();

private:
    void carryOut(const std::vector<management::ActionRequest>& acts);

    management::GhostCure m_cure;
    const Clock m_now;
    QTimer m_due;
    bool m_isStopping = false;
    bool m_isEnded = false;
};

} // namespace deskwarden::desk
