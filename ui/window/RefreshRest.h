// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>

#include <functional>

namespace deskwarden::ui {

/// Tells when a menu or a dialog opens, and when the last of them has closed: meanwhile no list may move what somebody
/// is about to choose. A dialog that shows what lists bring is none of these (`listsGoOnBehind`).
/// Thread: GUI. Owner: the window.
class RefreshRest final : public QObject
{
    Q_OBJECT

public:
    using SetResting = std::function<void(bool isResting)>;

    RefreshRest(SetResting setResting, QObject* parent);

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void look();

    const SetResting m_setResting;
    bool m_isResting = false;
    bool m_isDue = false;
};

} // namespace deskwarden::ui
