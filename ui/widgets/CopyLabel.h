// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QLabel>

class QToolButton;

namespace deskwarden::ui {

/// A plain text that can be marked, and copied as a whole: by a button while the mouse is over it, or by Ctrl+C where
/// nothing of it is marked. A word that is wider than the label is broken.
/// Thread: GUI.
class CopyLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit CopyLabel(QWidget* parent);

    /// `name`: what the text is, for people who do not see it.
    void showText(const QString& text, const QString& name);
    [[nodiscard]] const QString& wholeText() const noexcept { return m_whole; }

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void nameButton();

    void copy() const;

    QString m_whole;
    QString m_name;
    QToolButton* m_button;
};

} // namespace deskwarden::ui
