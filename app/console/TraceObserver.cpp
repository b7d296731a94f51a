// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/console/TraceObserver.h"

#include "app/FieldRun.h"

#include <QLoggingCategory>
#include <QSysInfo>

#include <utility>

namespace deskwarden::app {

namespace {

Q_LOGGING_CATEGORY(wireLog, "deskwarden.wire")

constexpr wsman::WireRecorder::Limits traceLimits{std::size_t{128} * 1024, std::size_t{2} * 1024 * 1024, 2000};

} // namespace

void TraceObserver::posted(const wsman::WireNote& note)
{
    if (!m_isOn)
        return;
    qCDebug(wireLog).noquote() << wsman::httpLine(note).c_str();
    const std::lock_guard lock(m_mutex);
    if (m_recorder)
        m_recorder->posted(note);
}

void TraceObserver::exchanged(std::string_view envelope, const core::Result<wsman::HttpAnswer>& answer)
{
    if (!m_isOn)
        return;
    const std::lock_guard lock(m_mutex);
    if (m_recorder)
        m_recorder->exchanged(envelope, answer);
}

void TraceObserver::start()
{
    auto recorder = std::make_shared<wsman::WireRecorder>(traceLimits);
    for (const QString& name :
         {QSysInfo::machineHostName(), qEnvironmentVariable("USER"), qEnvironmentVariable("USERNAME")})
        recorder->learn(name.toStdString());
    const std::lock_guard lock(m_mutex);
    m_recorder = std::move(recorder);
    m_isOn = true;
}

desk::ConversationRun TraceObserver::stop()
{
    const std::lock_guard lock(m_mutex);
    m_isOn = false;
    return [heard = std::exchange(m_recorder, nullptr)](const std::stop_token&) {
        return heard ? maskedReport(*heard) : QByteArray();
    };
}

} // namespace deskwarden::app
