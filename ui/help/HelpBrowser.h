// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QTextBrowser>

namespace deskwarden::ui {

/// Shows the help with its pictures, none wider than the window. It takes pictures from the program alone: it fetches
/// nothing, and no link leads anywhere. Thread: GUI.
class HelpBrowser final : public QTextBrowser
{
    Q_OBJECT

public:
    explicit HelpBrowser(QWidget* parent = nullptr);

    void showMarkdown(const QString& markdown);
    /// A picture of the help; nothing for anything else.
    QVariant loadResource(int type, const QUrl& name) override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void layOutTables();
    void fitPictures();

    int m_fittedWidth = 0;
};

} // namespace deskwarden::ui
