// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/preferences/PreferenceSpec.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace deskwarden::ui {

/// One setting: its name, what it is set to, what it does, and a button back to its default. A change is kept at once.
/// Thread: GUI. The preferences outlive it.
class PreferenceRow final : public QWidget
{
    Q_OBJECT

public:
    PreferenceRow(PreferenceSpec spec, storage::Preferences& preferences, QWidget* parent = nullptr);

    [[nodiscard]] const PreferenceSpec& spec() const noexcept { return m_spec; }
    [[nodiscard]] bool isDefault() const;
    /// Whether every word is in what the row says, in any case and with or without accents.
    [[nodiscard]] bool mentions(const QString& words) const;
    void reset();
    /// The same setting in another language.
    void setWords(PreferenceSpec spec);
    /// The widget that holds the value.
    [[nodiscard]] QWidget* editor() const noexcept { return m_editor; }

signals:
    void changed(const char* name);

private:
    void showWords();
    [[nodiscard]] QWidget* makeEditor();
    void showValue();
    void tell();

    PreferenceSpec m_spec;
    storage::Preferences& m_preferences;
    QWidget* m_editor;
    QToolButton* m_reset;
    QLabel* m_hint;
    QLabel* m_title = nullptr; ///< none beside what says it itself
};

} // namespace deskwarden::ui
