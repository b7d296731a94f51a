// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Result.h"
#include "storage/FileQueue.h"

#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace deskwarden::storage {

/// A small file of the program's own that holds a list, as {"version": 1, "views": [{…}, …]}. It is written whole, and
/// only its user may read it. What is damaged is kept aside as FILE.damaged; a file of a later version is left as it
/// is, and nothing is written over it. Thread: one. Blocks: for the disk; with a queue, which then tells what could
/// not be written, only in load(). Fails: InvalidInput with the reason in `detail`.
class JsonListFile final
{
public:
    struct Format
    {
        const char* key; ///< of the list
        int version;
        qint64 largest; ///< bytes
        int most;       ///< entries; the others are left out
    };

    /// A queue outlives it.
    JsonListFile(QString file, const Format& format, FileQueue* queue = nullptr);

    /// The entries that the file has; none if it is not there or cannot be used, which problem() then tells.
    [[nodiscard]] std::vector<QJsonObject> load();
    /// An entry could not be used: the file is kept aside as it was, and what could be read is to be saved again.
    void keepAside(const QString& why);
    [[nodiscard]] const std::optional<core::ManagementError>& problem() const noexcept { return m_problem; }
    /// `written` is called once the disk has them, or could not take them: with a queue later, otherwise at once.
    core::Result<> save(const std::vector<QJsonObject>& entries, const FileQueue::Written& written = {}) const;

private:
    const QString m_file;
    const Format m_format;
    FileQueue* const m_queue;
    bool m_isOfLaterVersion = false;
    std::optional<core::ManagementError> m_problem;
};

} // namespace deskwarden::storage
