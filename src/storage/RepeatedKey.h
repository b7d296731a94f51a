// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace deskwarden::storage {

/// The first key that one object of this JSON text has twice, however it is written (RFC 8259, section 4: what such a
/// text means is nobody's to say). The text is well-formed.
[[nodiscard]] std::optional<QString> repeatedKey(const QByteArray& json);

} // namespace deskwarden::storage
