// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/acting/GracePeriod.h"
#include "management/acting/Waves.h"

#include <QObject>
#include <QTimer>

#include <cstdint>
#include <functional>
#include <optional>
#include <unordered_map>
#include <vector>

namespace deskwarden::desk {

/// A bulk that goes in waves, in time. The rules are Waves'; what it hands out goes to the grace periods and the
/// runners, and lists and reports come back to it.
/// Thread: GUI. Owner: ActDesk until it has ended, and what shows it.
class WaveRun final : public QObject
{
    Q_OBJECT

public:
    using Clock = std::function<management::Waves::Time()>;

    /// With `grace` the users of each wave are told first; without it the messages of the acts are not looked at.
    WaveRun(std::vector<management::WarnedAct> acts, std::optional<management::GraceOptions> grace,
            const management::WaveOptions& options, Clock now, QObject* parent = nullptr);

    void begin();
    void takeList(const management::SessionSnapshot& list);
    void takeReports(const std::vector<management::ActionReport>& reports);
    void goOn();
    void stop();
    /// Those of the acts that no wave has taken yet.
    void cancel(const std::vector<std::uint64_t>& acts);

    [[nodiscard]] const management::Waves& waves() const noexcept { return m_waves; }

signals:
    void submitRequested(const std::vector<deskwarden::management::ActionRequest>& requests);
    void warnRequested(const std::vector<deskwarden::management::WarnedAct>& acts,
                       const deskwarden::management::GraceOptions& options);
    void cancelRequested(const std::vector<std::uint64_t>& acts);
    /// About acts that no runner has.
    void reportsArrived(const std::vector<deskwarden::management::ActionReport>& reports);
    void listRequested();
    void changed();
    /// By itself; waves().trouble() says why.
    void paused();
    /// Once.
    void ended();

private:
    void carryOut(const management::Waves::Steps& steps);
    void wait();

    management::Waves m_waves;
    const std::optional<management::GraceOptions> m_grace;
    const Clock m_now;
    std::unordered_map<std::uint64_t, management::WarnedAct> m_warned; ///< by the act; empty without messages
    QTimer m_due;
    QTimer m_list; ///< while it watches
    bool m_isPaused = false;
    bool m_isEnded = false;
};

} // namespace deskwarden::desk
