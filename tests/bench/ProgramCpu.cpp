// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "bench/ProgramCpu.h"

#include <QTemporaryFile>

#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <vector>

extern char** environ;

namespace deskwarden::bench {

namespace {

double milliseconds(const timeval& time)
{
    return static_cast<double>(time.tv_sec) * 1000.0 + static_cast<double>(time.tv_usec) / 1000.0;
}

} // namespace

std::optional<double> programMilliseconds(const QString& program, const QStringList& arguments, const QByteArray& input,
                                          int lines)
{
    QTemporaryFile in;
    QTemporaryFile out;
    if (!in.open() || !out.open() || in.write(input) != input.size() || !in.flush() || !in.seek(0))
        return std::nullopt;
    std::vector<QByteArray> words{program.toUtf8()};
    for (const QString& argument : arguments)
        words.push_back(argument.toUtf8());
    std::vector<char*> pointers;
    for (QByteArray& word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_adddup2(&files, in.handle(), STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&files, out.handle(), STDOUT_FILENO);
    pid_t child = 0;
    const int failed = posix_spawn(&child, words.front().constData(), &files, nullptr, pointers.data(), environ);
    posix_spawn_file_actions_destroy(&files);
    rusage usage{};
    int status = 0;
    if (failed != 0 || wait4(child, &status, 0, &usage) != child || !WIFEXITED(status) || WEXITSTATUS(status) != 0)
        return std::nullopt;
    if (!out.seek(0) || out.readAll().count('\n') < lines)
        return std::nullopt;
    return milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime);
}

} // namespace deskwarden::bench
