// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace deskwarden::storm {

/// A small file system in memory, mounted on a folder, that only this process and what it starts can see; the rest of
/// the machine keeps its own view. Gone with the object.
class PrivateDisk final
{
public:
    PrivateDisk(const QString& folder, qint64 bytes);
    PrivateDisk(const PrivateDisk&) = delete;
    PrivateDisk& operator=(const PrivateDisk&) = delete;
    ~PrivateDisk();

    /// Why there is none, such as that this system lets nobody mount; empty if there is one.
    [[nodiscard]] const QString& problem() const { return m_problem; }
    /// Fills it with a file until so much is left; 0 = to the last byte.
    void leave(qint64 bytes);
    /// Takes that file away.
    void clear();

private:
    [[nodiscard]] QString ballast() const;

    const QString m_folder;
    QString m_problem;
    bool m_isMounted = false;
};

} // namespace deskwarden::storm
