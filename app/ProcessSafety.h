// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

namespace deskwarden::app {

/// Called first in every program: passwords are in its memory, so no core file is written, no other process of the
/// same user may read it, and variables by which libraries would write secrets to files are forgotten. What files and
/// folders it makes are its user's alone from the first moment on, whatever mask it was started with. A closed pipe is
/// an error of the write instead of the end of the program, which may be in the middle of acts that must be reported.
/// The program takes all the descriptors that it may have, because each connection needs some, and an act whose outcome
/// finds none left is not recorded to its end. Standard streams that are closed are filled, or the next file or socket
/// would become one of them: reading finds an end, writing an error.
void protectProcess() noexcept;

} // namespace deskwarden::app
