// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storm/InnerBroker.h"

#include "support/ProgramRun.h"

#include <QJsonDocument>

namespace deskwarden::storm {

InnerBroker::InnerBroker(const simulator::FarmOptions& farm)
    : m_broker(farm)
{
    simulator::ListenerOptions options;
    options.user = support::SimulatorProcess::user().toStdString();
    options.password = core::Secret(support::SimulatorProcess::password().toStdString());
    auto listener = simulator::WsmanListener::start(m_broker, std::move(options));
    if (listener)
        m_listener = *std::move(listener);
    else
        m_problem = QString::fromStdString(listener.error().detail);
}

std::vector<QJsonObject> InnerBroker::journal()
{
    std::vector<QJsonObject> lines;
    for (const std::string& line : m_broker.journal().lines())
        lines.push_back(QJsonDocument::fromJson(QByteArray::fromStdString(line)).object());
    return lines;
}

} // namespace deskwarden::storm
