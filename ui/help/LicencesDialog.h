// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDialog>

class QPlainTextEdit;
class QTreeWidget;

namespace deskwarden::ui {

/// The parts of others in the program and in its packages for Windows, with their licences: a list, and below it the
/// licence of the selected part, word for word. All of it is inside the program (resources/licences).
/// Thread: GUI.
class LicencesDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit LicencesDialog(QWidget* parent = nullptr);

private:
    void addParts();
    void showSelected();

    QTreeWidget* m_parts;
    QPlainTextEdit* m_text;
};

} // namespace deskwarden::ui
