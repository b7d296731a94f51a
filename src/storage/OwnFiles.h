// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QString>

#include <tl/expected.hpp>

#include <optional>

namespace deskwarden::storage {

/// For whom a file is written.
enum class WrittenFor {
    Program, ///< the program's own: only its user may read it, and a link in its place is refused
    Person,  ///< a place that a person has chosen: with the rights that the mask of the program's start gives
};

/// Writes a whole file, or leaves the one that is there as it was: a full disk shows when the bytes are flushed, before
/// the old file is replaced. On Windows, where nothing can be put in the place of a file that another program has open,
/// a file of the program's own is tried again for up to two seconds. Thread: any. Blocks: until the disk has it. Fails:
/// with the system's words.
[[nodiscard]] tl::expected<void, QString> writeWhole(const QString& file, const QByteArray& bytes, WrittenFor whom);

/// A whole file of at most so many bytes; nothing if it is not there. What is no plain file (a pipe whose other end is
/// silent, a folder, a device) or larger is refused without waiting for it. On Windows, where a file cannot be opened
/// while another program replaces it, tries again for up to two seconds. Thread: any. Fails: with the system's words.
[[nodiscard]] tl::expected<std::optional<QByteArray>, QString> readSmall(const QString& file, qint64 most);

enum class FileUse { Read, Write };
/// What speaks against using this file of the program's own: it is a link, a pipe, a folder or, to be written, somebody
/// else's. Nothing if all is well or if it is not there. To be written, it loses the rights of others. Thread: any.
[[nodiscard]] std::optional<QString> whyUnusable(const QString& file, FileUse use);

/// Makes a folder of the program's own and what leads to it, with rights for its user only. Thread: any. Fails: if it
/// cannot be made, is a link, or is somebody else's.
[[nodiscard]] tl::expected<void, QString> makeOwnFolder(const QString& folder);

} // namespace deskwarden::storage
