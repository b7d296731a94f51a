// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QImage>

#include <string>

namespace deskwarden::ui {

inline constexpr int longestPictureSide = 1024; ///< pixels of a photo that is taken at all

/// A person's photo, made to fit into a square of so many pixels. The bytes were written by others: nothing but a JPEG
/// or a PNG is read, and none that would need much memory. Null: it is none, or broken.
/// Thread: any; takes some milliseconds.
[[nodiscard]] QImage personPicture(const std::string& bytes, int side);

} // namespace deskwarden::ui
