// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QLocale>

class QApplication;

namespace deskwarden::storage {
class Preferences;
} // namespace deskwarden::storage

namespace deskwarden::ui {

/// What was chosen; with the territory of the system where that speaks the language, as dates depend on it.
[[nodiscard]] QLocale localeFor(const storage::Preferences& preferences);

/// Makes the program speak the locale's language from now on, instead of what it spoke before: our own texts, Qt's
/// where they are installed, dates and numbers. What is on the screen already comes to know of it by
/// QEvent::LanguageChange. False if there is no translation; English needs none, and says true. Thread: GUI. Owner: the
/// application owns what is loaded.
bool installTranslations(QApplication& application, const QLocale& locale);

} // namespace deskwarden::ui
