// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/cli/TerminalInput.h"

#include "app/PasswordLine.h"
#include "models/texts/Texts.h"

#include <QFile>

#include <algorithm>
#include <cstdio>
#include <string_view>

#ifdef _WIN32
#include <io.h>
#include <windows.h>
#else
#include <fcntl.h>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>
#endif

namespace deskwarden::app {

namespace {

#ifdef _WIN32

/// Ctrl-C ends a blocking read of the console by itself.
bool readByte(char& letter, const std::stop_token& stop)
{
    return !stop.stop_requested() && _read(0, &letter, 1) == 1;
}

/// Hides what is typed while it lives.
class EchoOff final
{
public:
    EchoOff()
    {
        GetConsoleMode(m_input, &m_before);
        SetConsoleMode(m_input, m_before & ~static_cast<DWORD>(ENABLE_ECHO_INPUT));
    }
    EchoOff(const EchoOff&) = delete;
    EchoOff& operator=(const EchoOff&) = delete;
    ~EchoOff() { SetConsoleMode(m_input, m_before); }

private:
    HANDLE m_input = GetStdHandle(STD_INPUT_HANDLE);
    DWORD m_before = 0;
};

#else

/// False at the end of the input, and soon after a stop.
bool readByte(char& letter, const std::stop_token& stop)
{
    pollfd input{STDIN_FILENO, POLLIN, 0};
    while (!stop.stop_requested()) {
        if (poll(&input, 1, 100) > 0)
            return read(STDIN_FILENO, &letter, 1) == 1;
    }
    return false;
}

/// Hides what is typed while it lives.
class EchoOff final
{
public:
    EchoOff()
    {
        tcgetattr(STDIN_FILENO, &m_before);
        termios silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    EchoOff(const EchoOff&) = delete;
    EchoOff& operator=(const EchoOff&) = delete;
    ~EchoOff() { tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before); }

private:
    termios m_before{};
};

#endif

/// Byte by byte and around stdio: no copy of the password stays in a buffer, and what follows the line stays unread.
tl::expected<core::Secret, QString> readLine(const std::stop_token& stop)
{
    PasswordLine line;
    char letter = 0;
    while (readByte(letter, stop) && line.take(letter)) {
    }
    if (stop.stop_requested())
        return tl::unexpected<QString>(QStringLiteral("Cancelled."));
    if (line.isEmpty())
        return tl::unexpected<QString>(QStringLiteral("stdin holds no password."));
    if (line.isTooLong())
        return tl::unexpected<QString>(QStringLiteral("The first line of stdin is too long for a password."));
    auto secret = line.password();
    if (!secret)
        return tl::unexpected<QString>(
            QStringLiteral("The first line of stdin is neither UTF-8 nor UTF-16; nothing was sent."));
    return *std::move(secret);
}

void ask(const QString& question)
{
    std::fputs(models::safeLines(question).toUtf8().constData(), stderr);
    std::fflush(stderr);
}

} // namespace

tl::expected<core::Secret, QString> passwordFromStdin(const std::stop_token& stop)
{
    return readLine(stop);
}

tl::expected<core::Secret, QString> passwordFromTerminal(const QString& question, const std::stop_token& stop)
{
    if (!isTerminal())
        return tl::unexpected<QString>(
            QStringLiteral("A password is needed and there is no terminal to ask on: use --password-stdin."));
    ask(question);
    auto secret = [&stop] {
        const EchoOff hidden;
        return readLine(stop);
    }();
    std::fputc('\n', stderr);
    return secret;
}

QString answerFromTerminal(const QString& question, const std::stop_token& stop)
{
    ask(question);
    const auto line = readLine(stop);
    if (!line)
        return {};
    const std::string_view text = line->reveal();
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).trimmed();
}

std::optional<QByteArray> contentOfFile(const QString& file, qsizetype most, const std::stop_token& stop)
{
    const bool isStdin = file == QLatin1String("-");
    QFile opened(file);
#ifdef _WIN32
    static_cast<void>(stop); // Ctrl-C ends the read by itself
    if (!(isStdin ? opened.open(stdin, QIODevice::ReadOnly) : opened.open(QIODevice::ReadOnly)))
        return std::nullopt;
    return opened.read(most);
#else
    // Opening a pipe would wait for its other end.
    const int made = isStdin ? STDIN_FILENO
                             : open(QFile::encodeName(file).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (made < 0 || !opened.open(made, QIODevice::ReadOnly | QIODevice::Unbuffered,
                                 isStdin ? QFileDevice::DontCloseHandle : QFileDevice::AutoCloseHandle))
        return std::nullopt;
    QByteArray content;
    QByteArray piece(1 << 16, '\0');
    pollfd input{made, POLLIN, 0};
    while (content.size() < most) {
        if (stop.stop_requested())
            return std::nullopt;
        if (poll(&input, 1, 100) <= 0)
            continue;
        const auto size =
            read(made, piece.data(), static_cast<std::size_t>(std::min(piece.size(), most - content.size())));
        if (size == 0)
            break;
        if (size > 0)
            content.append(piece.constData(), static_cast<qsizetype>(size));
        else if (errno != EAGAIN && errno != EINTR)
            return std::nullopt;
    }
    return content;
#endif
}

bool isTerminal()
{
#ifdef _WIN32
    return _isatty(0) != 0 && _isatty(2) != 0;
#else
    return isatty(STDIN_FILENO) != 0 && isatty(STDERR_FILENO) != 0;
#endif
}

} // namespace deskwarden::app
