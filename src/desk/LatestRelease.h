// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/ReleaseVersion.h"
#include "core/Result.h"
#include "core/WebAddress.h"

#include <QByteArray>
#include <QDate>

namespace deskwarden::desk {

/// What the project says of its newest version, in a file beside it (latest.json):
/// {"version": "0.2.0", "date": "2026-12-01", "page": "https://…"}. More members may follow in later versions.
struct LatestRelease
{
    core::ReleaseVersion version;
    QDate date;
    core::WebAddress page; ///< where it can be had

    friend bool operator==(const LatestRelease&, const LatestRelease&) = default;
};

/// Fails: Malformed, with what is wrong in `detail`. All three members must be there, each once.
[[nodiscard]] core::Result<LatestRelease> readLatestRelease(const QByteArray& content);

} // namespace deskwarden::desk
