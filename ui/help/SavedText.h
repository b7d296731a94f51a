// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/widgets/BackgroundWork.h"

#include <QByteArray>
#include <QObject>
#include <QString>

class QFileDialog;
class QWidget;

namespace deskwarden::ui {

class NoticePanel;

/// Asks for the place of a text file; `fileName` is proposed. The dialog is open, and goes by itself. Thread: GUI.
QFileDialog* chooseTextFile(QWidget& parent, const QString& fileName);

/// Writes the text by that work, on another thread, and says in the notice what became of it. Work and notice belong
/// to what shows the text. Thread: GUI.
void writeText(BackgroundWork& work, NoticePanel& notice, const QString& file, QByteArray text);

} // namespace deskwarden::ui
