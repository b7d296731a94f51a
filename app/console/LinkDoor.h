// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/ConsoleLink.h"

#include <QObject>
#include <QString>

#include <chrono>
#include <deque>
#include <functional>
#include <memory>

class QLocalServer;
class QLocalSocket;
class QLockFile;
class QTimer;

namespace deskwarden::app {

/// Where links reach a running console: a local socket in a folder that only its user may enter. The first console of a
/// person has it; when that ends, another one takes it over. Whatever comes in is judged as if anybody had written it:
/// one link a connection, no longer than a link may be, few at a time.
/// Thread: GUI. Owner: the program.
class LinkDoor final : public QObject
{
    Q_OBJECT

public:
    using Clock = std::chrono::steady_clock;
    static constexpr int mostCallers = 8;                   ///< at once; more are hung up on
    static constexpr std::size_t mostLinks = 5;             ///< in each span of time
    static constexpr std::chrono::seconds span{10};         ///< after which as many again are taken
    static constexpr std::chrono::seconds callersTime{2};   ///< until a caller must have said it all
    static constexpr std::chrono::seconds takeOverAfter{5}; ///< between tries to get the place of a console that ended

    explicit LinkDoor(
        QString folder, std::function<Clock::time_point()> now = [] { return Clock::now(); });
    ~LinkDoor() override;

    /// From now on links are taken, at once or when no other console takes them any more. Fails: never; without a
    /// place for the socket there are no links.
    void open();
    [[nodiscard]] bool isOpen() const;
    /// The socket's name, for QLocalSocket.
    [[nodiscard]] QString name() const;

    enum class Answer {
        Taken,
        Refused, ///< too many of them, or the running console reads links differently
        Nobody,  ///< no console runs, or it does not answer
    };
    /// Hands a link to the running console. Blocks: up to four seconds where that hangs.
    [[nodiscard]] static Answer handOver(const QString& folder, const core::ConsoleLink& link);

signals:
    void linkArrived(const deskwarden::core::ConsoleLink& link);

private:
    void tryToOpen();
    void takeCallers();
    void listenTo(QLocalSocket& caller);
    [[nodiscard]] bool isTooOften();

    const QString m_folder;
    const std::function<Clock::time_point()> m_now;
    std::unique_ptr<QLockFile> m_lock; ///< held by the console that takes links
    std::unique_ptr<QLocalServer> m_server;
    std::unique_ptr<QTimer> m_again;
    std::deque<Clock::time_point> m_taken; ///< when links were taken last
};

} // namespace deskwarden::app
