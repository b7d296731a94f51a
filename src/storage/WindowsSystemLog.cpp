// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/SystemLog.h"

#include <windows.h>

namespace deskwarden::storage {

namespace {

/// The log "Application" of Windows. The sentences of SystemLogMessages.mc are registered by an installation for
/// everybody; without them the viewer shows the text below a general sentence.
class WindowsEventLog final : public SystemLog
{
public:
    WindowsEventLog()
        : m_source(RegisterEventSourceW(nullptr, L"Deskwarden"))
    {}
    ~WindowsEventLog() override
    {
        if (m_source)
            DeregisterEventSource(m_source);
    }

    bool report(Level level, std::uint32_t event, const QString& text, const SystemLogFields&) override
    {
        const std::wstring wide = text.toStdWString();
        const wchar_t* texts = wide.c_str();
        const WORD type = level == Level::Information ? EVENTLOG_INFORMATION_TYPE : EVENTLOG_WARNING_TYPE;
        return m_source && ReportEventW(m_source, type, 0, event, nullptr, 1, 0, &texts, nullptr) != 0;
    }

private:
    const HANDLE m_source;
};

} // namespace

std::unique_ptr<SystemLog> systemLog()
{
    return std::make_unique<WindowsEventLog>();
}

} // namespace deskwarden::storage
