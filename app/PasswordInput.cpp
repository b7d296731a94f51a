// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/PasswordInput.h"

#include <cstdio>
#include <string>

#ifdef _WIN32
#include <io.h>
#include <windows.h>
#else
#include <termios.h>
#include <unistd.h>
#endif

namespace deskwarden::app {

namespace {

constexpr std::size_t longestPassword = 4096;

#ifdef _WIN32

long readByte(char& letter)
{
    return _read(0, &letter, 1);
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

long readByte(char& letter)
{
    return read(STDIN_FILENO, &letter, 1);
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
tl::expected<core::Secret, QString> readLine()
{
    std::string line;
    line.reserve(longestPassword + 1); // no reallocation leaves a copy behind
    char letter = 0;
    bool hasLine = false;
    while (line.size() <= longestPassword && readByte(letter) == 1) {
        hasLine = true;
        if (letter == '\n')
            break;
        line += letter;
    }
    if (line.ends_with('\r'))
        line.pop_back();
    const bool isTooLong = line.size() > longestPassword;
    core::Secret secret(line);
    core::wipe(line);
    if (!hasLine)
        return tl::unexpected<QString>(QStringLiteral("stdin holds no password."));
    if (isTooLong)
        return tl::unexpected<QString>(QStringLiteral("The first line of stdin is too long for a password."));
    return secret;
}

} // namespace

tl::expected<core::Secret, QString> passwordFromStdin()
{
    return readLine();
}

tl::expected<core::Secret, QString> passwordFromTerminal(const QString& question)
{
    if (!isTerminal())
        return tl::unexpected<QString>(
            QStringLiteral("A password is needed and there is no terminal to ask on: use --password-stdin."));
    std::fputs(question.toLocal8Bit().constData(), stderr);
    std::fflush(stderr);
    auto secret = [] {
        const EchoOff hidden;
        return readLine();
    }();
    std::fputc('\n', stderr);
    return secret;
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
