// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDialog>

class QTextBrowser;

namespace deskwarden::ui {

/// The help, from the same text that readers find in resources/help. Shows only what ships with the program: no link
/// leads out of it.
/// Thread: GUI.
class HelpWindow final : public QDialog
{
    Q_OBJECT

public:
    explicit HelpWindow(QWidget* parent = nullptr);

    /// The window's own help, raised if it is open already.
    static void showFor(QWidget& window);
    /// Scrolls to a heading: "connecting", "facts", "selecting", "acting", "record", "policy", "codes", "keys"; any
    /// other word shows the beginning.
    void showTopic(const QString& anchor);

private:
    QTextBrowser* m_text;
};

} // namespace deskwarden::ui
