// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringList>

namespace deskwarden::app {

/// What a shell is told for "--complete servers" or "--complete hosts SERVER": addresses that were used before, latest
/// first, and VM hosts of the server's newest acts (of all servers if none is named). No server is asked. Names come
/// from elsewhere: those with letters that a shell could take for its own are left out.
/// Blocks: while a file is read. Fails: never; what cannot be read offers nothing.
[[nodiscard]] QStringList knownNames(const QString& kind, const QString& server);

/// The answer to arguments that start with --complete.
[[nodiscard]] QStringList completionAnswer(const QStringList& arguments);

} // namespace deskwarden::app
