// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/StartThread.h"

#include <QObject>

#include <functional>
#include <stop_token>
#include <thread>

namespace deskwarden::ui {

/// Does one thing at a time on a thread of its own (reading, checking, writing files), and brings what came of it back.
/// Thread: GUI. Owner: a window, as its last member or child, so that what the news touches outlives it. Blocks:
/// start() and the destructor stop what is under way and wait until it has come to its next look at that, or the disk
/// has taken the file.
class BackgroundWork final : public QObject
{
public:
    /// Runs on the other thread; what it returns runs on this one, unless that is nothing.
    using Job = std::function<std::function<void()>(const std::stop_token& stop)>;

    explicit BackgroundWork(QObject* parent = nullptr, core::StartThread startThread = core::startThread);
    BackgroundWork(const BackgroundWork&) = delete;
    BackgroundWork& operator=(const BackgroundWork&) = delete;
    ~BackgroundWork() override = default;

    /// False if no thread is to be had (core::noThread() words it): the job is not done then.
    [[nodiscard]] bool start(Job job);

private:
    const core::StartThread m_startThread;
    std::jthread m_worker;
};

} // namespace deskwarden::ui
