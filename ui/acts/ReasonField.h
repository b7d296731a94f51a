// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/acting/Policy.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace deskwarden::storage {
class Preferences;
} // namespace deskwarden::storage

namespace deskwarden::ui {

class NoticePanel;

/// Where the reason or ticket of an act is written. It starts empty, so that no old ticket gets into the record; those
/// of late can be chosen. One that does not look as policy or the person's settings want it is told so.
/// Thread: GUI. The preferences outlive it.
class ReasonField final : public QWidget
{
    Q_OBJECT

public:
    explicit ReasonField(QWidget* parent = nullptr);

    /// What policy wants, and what the person has set for reasons.
    void offer(storage::Preferences& preferences, const management::Policy& policy);
    /// The same without a memory.
    void setPolicy(const management::Policy& policy);
    /// Without the blanks around it.
    [[nodiscard]] QString reason() const;
    void setReason(const QString& reason);
    /// It may go to the record as it is.
    [[nodiscard]] bool isValid() const { return m_isValid; }
    /// Keeps it among those that can be chosen the next time.
    void remember();
    [[nodiscard]] QLineEdit& edit() const;
    /// The one that was used last; may be empty.
    [[nodiscard]] static QString latestTicket(const storage::Preferences& preferences);
    /// `filter` sees the keys first, wherever in the field the focus is.
    void installKeyFilter(QObject* filter);

signals:
    /// The reason, or whether it is valid.
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void validate();
    [[nodiscard]] QString problem() const;

    storage::Preferences* m_preferences = nullptr;
    management::Policy m_policy;
    QString m_pattern; ///< the person's own
    QComboBox* m_combo;
    NoticePanel* m_notice;
    bool m_isValid = true;
};

} // namespace deskwarden::ui
