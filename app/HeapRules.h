// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

namespace deskwarden::app {

/// Called before anything big is allocated: the lists of a hundred thousand sessions go back to the system when they
/// are freed, each as a whole. Left to itself, glibc keeps ever bigger blocks once it has seen one freed, and rows that
/// came later pin them. Does nothing where the C library is another. Source: mallopt(3), M_MMAP_THRESHOLD.
void returnBigBlocks() noexcept;

} // namespace deskwarden::app
