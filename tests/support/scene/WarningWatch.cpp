// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/scene/WarningWatch.h"

#include <mutex>
#include <utility>

namespace deskwarden::support {

namespace {

std::mutex heardMutex;
QStringList& heard()
{
    static QStringList warnings;
    return warnings;
}

} // namespace

std::atomic<WarningWatch*> WarningWatch::s_watch{nullptr};

WarningWatch::WarningWatch()
    : m_usual(nullptr)
{
    Q_ASSERT(s_watch == nullptr);
    s_watch = this;
    m_usual = qInstallMessageHandler(&WarningWatch::hear);
}

WarningWatch::~WarningWatch()
{
    qInstallMessageHandler(m_usual);
    s_watch = nullptr;
}

QStringList WarningWatch::take()
{
    const std::scoped_lock lock(heardMutex);
    return std::exchange(heard(), {});
}

void WarningWatch::hear(QtMsgType type, const QMessageLogContext& context, const QString& text)
{
    const WarningWatch* const watch = s_watch;
    // That the offscreen screen has no window manager is no news.
    const bool isNews = !text.startsWith(QLatin1String("This plugin does not support "));
    if (isNews && (type == QtWarningMsg || type == QtCriticalMsg)) {
        const std::scoped_lock lock(heardMutex);
        heard() << QStringLiteral("Qt warned: ") + text;
    }
    if (isNews && watch != nullptr && watch->m_usual != nullptr)
        watch->m_usual(type, context, text);
}

} // namespace deskwarden::support
