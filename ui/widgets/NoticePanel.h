// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

class QLabel;

namespace deskwarden::ui {

/// A sentence with an icon, and beneath it what to do: hint, success, warning or failure. Empty, it takes no room.
/// The kind is told by icon and, to screen readers, in words; never by colour alone. Text is shown as plain text.
/// Thread: GUI.
class NoticePanel final : public QWidget
{
    Q_OBJECT

public:
    enum class Kind { Hint, Success, Warning, Failure };

    explicit NoticePanel(QWidget* parent = nullptr);

    void showNotice(Kind kind, const QString& sentence, const QString& nextStep = {});
    void clear();
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QString nextStep() const;
    [[nodiscard]] Kind kind() const noexcept { return m_kind; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent* event) override;

private:
    void nameIt();
    void updateLook();

    QLabel* m_icon;
    QLabel* m_sentence;
    QLabel* m_nextStep;
    Kind m_kind = Kind::Hint;
};

} // namespace deskwarden::ui
