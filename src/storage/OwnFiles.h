// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QString>

#include <tl/expected.hpp>

#include <optional>

class QFile;

namespace deskwarden::storage {

/// For whom a file is written.
enum class WrittenFor {
    Program, ///< the program's own: only its user may read it, and a link in its place is refused
    Person,  ///< a place that a person has chosen: with the rights that are usual there
};

/// Writes a whole file, or leaves the one that is there as it was: a full disk shows when the bytes are flushed, before
/// the old file is replaced. On Windows, where nothing can be put in the place of a file that another program has open,
/// a file of the program's own is tried again for up to two seconds. Thread: any. Blocks: until the disk has it. Fails:
/// with the system's words.
[[nodiscard]] tl::expected<void, QString> writeWhole(const QString& file, const QByteArray& bytes, WrittenFor whom);

/// Opens for reading. On Windows, where a file cannot be opened while another program replaces it, tries again for up
/// to two seconds. Thread: any. Blocks: as long. Fails: with file's error.
[[nodiscard]] bool openForReading(QFile& file);

enum class FileUse { Read, Write };
/// What speaks against using this file of the program's own: it is a link, a pipe, a folder or, to be written, somebody
/// else's. Nothing if all is well or if it is not there. To be written, it loses the rights of others. Thread: any.
[[nodiscard]] std::optional<QString> whyUnusable(const QString& file, FileUse use);

/// Makes a folder of the program's own, with rights for its user only, and what leads to it. Thread: any. Fails: if it
/// cannot be made, is a link, or is somebody else's.
[[nodiscard]] tl::expected<void, QString> makeOwnFolder(const QString& folder);

} // namespace deskwarden::storage
