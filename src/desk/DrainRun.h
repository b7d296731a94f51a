// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/acting/Drain.h"
#include "management/acting/GracePeriod.h"
#include "models/texts/MessageTemplate.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <unordered_map>
#include <vector>

namespace deskwarden::desk {

/// What users are told before they are logged off.
struct DrainMessage
{
    models::MessageTemplate words;
    management::GraceOptions options;
};

/// A drain in time: it words the messages, asks for lists if none come, and knows how long everybody still has. The
/// rules are Drain's. What it asks for goes to the grace periods and the runners; lists and reports come back to it.
/// Thread: GUI. Owner: ActDesk until it has ended, and the window that shows it.
class DrainRun final : public QObject
{
    Q_OBJECT

public:
    using Clock = std::function<management::Drain::Time()>;
    using NextId = std::function<std::uint64_t()>;

    DrainRun(management::DrainOptions options, const management::ActionPlan& confirmed,
             const management::PlanRules& rules, std::optional<DrainMessage> message, NextId nextId, Clock now,
             QObject* parent = nullptr);

    void begin();
    void takeList(const management::SessionSnapshot& list);
    void takeReports(const std::vector<management::ActionReport>& reports);
    void setPaused(bool isPaused);
    void retry();
    void stop();

    [[nodiscard]] const management::Drain& drain() const noexcept { return m_drain; }
    /// Until the first of those who were told is logged off; nothing while nobody waits.
    [[nodiscard]] std::optional<std::chrono::milliseconds> timeLeft() const;
    /// The same for one act.
    [[nodiscard]] std::optional<std::chrono::milliseconds> timeLeft(std::uint64_t act) const;
    /// When it began and ended, and now.
    [[nodiscard]] management::Drain::Time now() const { return m_now(); }

signals:
    void warnRequested(const std::vector<deskwarden::management::WarnedAct>& acts,
                       const deskwarden::management::GraceOptions& options);
    void submitRequested(const std::vector<deskwarden::management::ActionRequest>& requests);
    void cancelRequested(const std::vector<std::uint64_t>& acts);
    void listRequested();
    void changed();
    /// Once. Messages to those who were spared may still be on their way.
    void ended();

private:
    void carryOut(const management::Drain::Steps& steps);

    management::Drain m_drain;
    const std::optional<DrainMessage> m_message;
    const NextId m_nextId;
    const Clock m_now;
    std::unordered_map<std::uint64_t, management::Drain::Time> m_due;
    QTimer m_list;
    bool m_isEnded = false;
};

} // namespace deskwarden::desk
