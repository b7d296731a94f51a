// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace deskwarden::ui {

class IconLabel;

/// What stands in the middle of an empty table: why it is empty, and a button that helps. It covers its parent.
/// Thread: GUI.
class StateMessage final : public QWidget
{
    Q_OBJECT

public:
    /// Covers the parent, and follows its size. Its parts are named by it, such as "stateMessage", "stateButton".
    explicit StateMessage(QWidget* parent, const QString& name = QStringLiteral("state"));

    /// Plain text throughout; without a label there is no button.
    void showMessage(const char* icon, const QString& title, const QString& text, const QString& buttonLabel = {});
    /// Hidden, it says nothing.
    void forget();
    [[nodiscard]] QString title() const;

signals:
    void buttonClicked();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    IconLabel* m_icon;
    QLabel* m_title;
    QLabel* m_text;
    QPushButton* m_button;
};

} // namespace deskwarden::ui
