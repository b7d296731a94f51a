// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDialog>
#include <QHash>

#include <vector>

class QLabel;
class QLineEdit;
class QTreeWidget;
class QTreeWidgetItem;

namespace deskwarden::ui {

class HelpBrowser;

/// The help, from the same text and pictures that readers find in resources/help, with its contents and a search. Shows
/// only what ships with the program: no link leads out of it.
/// Thread: GUI.
class HelpWindow final : public QDialog
{
    Q_OBJECT

public:
    explicit HelpWindow(QWidget* parent = nullptr);

    /// The window's own help, raised if it is open already, at the section after the mark.
    static void showFor(QWidget& window, const QString& mark);
    /// Scrolls to the heading after the mark; to the beginning if there is none.
    void showTopic(const QString& mark);

private:
    /// From one heading to the next.
    struct Section
    {
        int begin = 0;                   // in the text
        QString words;                   // without accents
        QTreeWidgetItem* item = nullptr; // none for the title above all
    };

    void layOut();
    void readText();
    void listSections();
    void showHeading(std::size_t heading);
    void search(const QString& words);
    void mark(const QStringList& words);
    void showNextMark();
    void followText();

    HelpBrowser* m_text;
    QLineEdit* m_search;
    QTreeWidget* m_contents;
    QLabel* m_nothing;
    std::vector<Section> m_sections; // one for each heading
    QHash<QString, int> m_headings;
    std::size_t m_heading = 0; // the last that was gone to
};

} // namespace deskwarden::ui
