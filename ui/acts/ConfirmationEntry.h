// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>

#include <cstddef>

class QLabel;
class QLineEdit;

namespace deskwarden::ui {

class ReasonField;

/// What every question before an act has in common: a heading, a reason, a number that is typed where much is at stake,
/// and what Enter does in their fields. Thread: GUI. Owner: the dialog; outlived by the widgets.
class ConfirmationEntry final : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        QLabel& title;
        QLabel& who; ///< of one: what it is
        QLabel& countLabel;
        QLineEdit& count;
        ReasonField& reason;
    };

    ConfirmationEntry(const Parts& parts, QObject* parent);

    /// That number, where it has to be typed.
    void ask(std::size_t number, bool isTyped);
    /// Enter confirms: for what hits one, and nobody at work.
    void setByEnter(bool isByEnter) noexcept { m_isByEnter = isByEnter; }
    /// Another field, before the reason.
    void addField(QLineEdit& field);
    /// The number is right, and the reason as it must be.
    [[nodiscard]] bool isFilledIn() const;

signals:
    /// What is filled in, or whether it is right.
    void changed();
    /// By Enter.
    void confirmed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    const Parts m_parts;
    QLineEdit* m_field = nullptr;
    std::size_t m_number = 0;
    bool m_isTyped = false;
    bool m_isByEnter = false;
};

} // namespace deskwarden::ui
