// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/console/LogHandler.h"

#include <atomic>

namespace deskwarden::app {

namespace {

// Qt calls a plain function, which can find its way by these alone.
std::atomic<models::LogRing*> logRing = nullptr;
std::atomic<QtMessageHandler> usualHandler = nullptr;

models::LogLevel levelOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return models::LogLevel::Debug;
    case QtInfoMsg:
        return models::LogLevel::Information;
    case QtWarningMsg:
        return models::LogLevel::Warning;
    case QtCriticalMsg:
    case QtFatalMsg:
        break;
    }
    return models::LogLevel::Error;
}

void takeMessage(QtMsgType type, const QMessageLogContext& context, const QString& text)
{
    const QString category = QString::fromLatin1(context.category != nullptr ? context.category : "default");
    const bool isOwn = category.startsWith(QLatin1String("deskwarden."));
    if (models::LogRing* const ring = logRing)
        ring->add(levelOf(type), category, text);
    const bool isPrinted = !isOwn || (type != QtDebugMsg && type != QtInfoMsg);
    if (const QtMessageHandler usual = usualHandler; usual != nullptr && isPrinted)
        usual(type, context, text);
}

} // namespace

LogHandler::LogHandler(models::LogRing& ring)
{
    logRing = &ring;
    usualHandler = qInstallMessageHandler(&takeMessage);
}

LogHandler::~LogHandler()
{
    qInstallMessageHandler(usualHandler);
    logRing = nullptr;
}

} // namespace deskwarden::app
