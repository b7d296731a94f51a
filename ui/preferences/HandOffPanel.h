// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/acting/Policy.h"

#include <QWidget>

class QPlainTextEdit;

namespace deskwarden::storage {
class Preferences;
} // namespace deskwarden::storage

namespace deskwarden::ui {

class NoticePanel;

/// The person's own programs that take over, one a line. What can be read is kept at once; what cannot is told and not
/// kept. Thread: GUI. The preferences outlive it.
class HandOffPanel final : public QWidget
{
    Q_OBJECT

public:
    HandOffPanel(storage::Preferences& preferences, const management::Policy& policy, QWidget* parent = nullptr);

private:
    void take();
    void say();

    storage::Preferences& m_preferences;
    const bool m_isFixed;
    QPlainTextEdit* m_lines;
    NoticePanel* m_notice;
};

} // namespace deskwarden::ui
