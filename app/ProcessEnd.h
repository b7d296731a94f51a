// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

namespace deskwarden::app {

/// Ends the program at the end of main(), once all that is to be kept has been written and closed. exit() would run the
/// destructors of libraries: a call that was left behind inside one (a sign-in whose KDC is silent) then crashes, and
/// takes the exit code with it. With such calls only the streams are flushed, and the process ends. Returns `code`
/// otherwise, for main() to return.
[[nodiscard]] int leave(int code, bool areCallsLeftBehind);

} // namespace deskwarden::app
