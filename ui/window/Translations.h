// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QLocale>

class QCoreApplication;

namespace deskwarden::ui {

/// Makes the program speak the locale's language: our own texts, and Qt's where they are installed. False if there is
/// no translation; English needs none, and says true. Call it before the first widget.
/// Thread: GUI. Owner: the application owns what is loaded.
bool installTranslations(QCoreApplication& application, const QLocale& locale);

} // namespace deskwarden::ui
