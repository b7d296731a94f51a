// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDialog>

class QLineEdit;
class QTreeWidget;

namespace deskwarden::ui {

/// The keys of a window, made from its actions, to be searched.
/// Thread: GUI.
class ShortcutsDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit ShortcutsDialog(const QWidget& window, QWidget* parent = nullptr);

private:
    void search(const QString& words);

    QLineEdit* m_search;
    QTreeWidget* m_keys;
};

} // namespace deskwarden::ui
