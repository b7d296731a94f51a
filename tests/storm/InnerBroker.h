// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "simulator/SimulatedBroker.h"
#include "simulator/WsmanListener.h"

#include <QJsonObject>
#include <QString>

#include <memory>
#include <vector>

namespace deskwarden::storm {

/// A simulated broker inside this process, over HTTP with Basic and the account of SimulatorProcess: two hundred of
/// them would be too many processes.
class InnerBroker final
{
public:
    explicit InnerBroker(const simulator::FarmOptions& farm);

    /// Empty if it serves.
    [[nodiscard]] const QString& problem() const { return m_problem; }
    [[nodiscard]] std::uint16_t port() const { return m_listener->port(); }
    [[nodiscard]] QString address() const { return QString::fromStdString(m_listener->address()); }
    [[nodiscard]] std::vector<QJsonObject> journal();

private:
    simulator::SimulatedBroker m_broker;
    std::unique_ptr<simulator::WsmanListener> m_listener; // serves m_broker
    QString m_problem;
};

} // namespace deskwarden::storm
