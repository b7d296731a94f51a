// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/ConnectState.h"

#include <QIcon>
#include <QStyledItemDelegate>

#include <map>

namespace deskwarden::ui {

class ChangeFade;

/// Draws a session's cells: the state with its icon, the account before its quieter domain, failures with a sign, rows
/// of a server that could not be asked greyed. Tooltips are plain text, whatever they look like.
/// Thread: GUI.
class SessionDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit SessionDelegate(QObject* parent = nullptr);
    /// Cells that have just changed are tinted; it outlives the delegate's painting.
    void setFade(const ChangeFade* fade) { m_fade = fade; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// How wide the whole cell is, its quieter text included.
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    [[nodiscard]] QIcon iconFor(const QModelIndex& index) const;

    mutable std::map<core::ConnectState, QIcon> m_stateIcons;
    QIcon m_problem;
    QIcon m_busy;
    QIcon m_ghost;
    const ChangeFade* m_fade = nullptr;
};

/// A text from elsewhere as a tooltip: Qt would take some of it for HTML.
[[nodiscard]] QString plainToolTip(const QString& text);

} // namespace deskwarden::ui
