// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/BackgroundWork.h"

#include <system_error>
#include <utility>

namespace deskwarden::ui {

BackgroundWork::BackgroundWork(QObject* parent, core::StartThread startThread)
    : QObject(parent)
    , m_startThread(std::move(startThread))
{}

bool BackgroundWork::start(Job job)
{
    m_worker = {}; // stops what was under way before, and joins it
    try {
        m_worker = m_startThread([this, job = std::move(job)](const std::stop_token& stop) {
            if (auto news = job(stop))
                QMetaObject::invokeMethod(this, std::move(news), Qt::QueuedConnection);
        });
    } catch (const std::system_error&) {
        return false;
    }
    return true;
}

} // namespace deskwarden::ui
