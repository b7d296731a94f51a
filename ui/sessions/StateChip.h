// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/ConnectState.h"

#include <QAbstractButton>

#include <cstddef>

class QMenu;

namespace deskwarden::ui {

/// A rounded button that is on or off: a state's icon, its word, and how many sessions, or machines, are in it. With a
/// menu it opens that instead, and what is chosen there switches it. Thread: GUI.
class StateChip final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit StateChip(core::ConnectState state, QWidget* parent = nullptr);
    /// For something else than a state of sessions. `counted` says how many of what there are, such as "3 sessions".
    using Counted = QString (*)(std::size_t count);
    StateChip(const char* name, const QIcon& icon, QWidget* parent = nullptr, Counted counted = nullptr);

    void setWords(const QString& text, const QString& meaning);

    /// Absent for something else.
    [[nodiscard]] core::ConnectState state() const noexcept { return m_state; }
    void setCount(std::size_t count);
    /// The menu is the chip's from now on.
    void setMenu(QMenu* menu);
    [[nodiscard]] QMenu* menu() const noexcept { return m_menu; }
    /// Icon and number only, where a line has no room for words.
    void setWordless(bool isWordless);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void nextCheckState() override;

private:
    [[nodiscard]] QString countText() const;
    [[nodiscard]] QFont countFont() const;
    [[nodiscard]] QString words() const { return m_isWordless ? QString() : text(); }
    void openMenu();

    core::ConnectState m_state = core::ConnectState::Absent;
    const Counted m_counted;
    std::size_t m_count = 0;
    QMenu* m_menu = nullptr;
    bool m_isWordless = false;
};

} // namespace deskwarden::ui
