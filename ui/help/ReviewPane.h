// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/widgets/BackgroundWork.h"

#include <QByteArray>
#include <QWidget>

class QPlainTextEdit;
class QPushButton;
class QTimer;

namespace deskwarden::ui {

class NoticePanel;

/// A text that is read before it is given away: it is shown whole, then it can be copied and saved where the person
/// says. Long ones come piece by piece, so that the window is never held.
/// Thread: GUI; another one writes the file.
class ReviewPane final : public QWidget
{
    Q_OBJECT

public:
    /// `fileName` is proposed for what is saved.
    explicit ReviewPane(QString fileName, QWidget* parent = nullptr, core::StartThread start = core::startThread);

    /// In UTF-8.
    void showText(const QByteArray& text);
    void clear();
    [[nodiscard]] const QByteArray& text() const noexcept { return m_text; }
    /// Writes what is shown.
    void write(const QString& file);

signals:
    /// All of it can be read now.
    void shownWhole();

private:
    void showPiece();
    void chooseFile();

    const QString m_fileName;
    NoticePanel* m_notice;
    QPlainTextEdit* m_edit;
    QPushButton* m_copy;
    QPushButton* m_save;
    QTimer* m_more;
    QByteArray m_text;
    qsizetype m_shown = 0;
    BackgroundWork m_work; // last: posts to all above
};

} // namespace deskwarden::ui
