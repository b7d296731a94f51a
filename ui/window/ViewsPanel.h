// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QTreeWidget>

#include <cstddef>
#include <optional>
#include <vector>

class QMenu;

namespace deskwarden::ui {

/// What a person comes back to, below the places: under headings, each with its number of sessions. It is as high as
/// what it holds, up to a limit. Thread: GUI.
class ViewsPanel final : public QTreeWidget
{
    Q_OBJECT

public:
    struct Entry
    {
        QString key; ///< told by the signals; no other entry has it
        const char* icon = "";
        QString text;
        QString tip;
        std::optional<std::size_t> count;
        bool isChangeable = false; ///< it can be renamed and removed
    };
    struct Section
    {
        QString heading;
        std::vector<Entry> entries;
        friend bool operator==(const Section&, const Section&) = default;
    };

    explicit ViewsPanel(QWidget* parent);

    /// In the order of their places; a section without entries has no heading either.
    void showSection(std::size_t place, const Section& section);
    /// This one is shown now; an empty key stands for none.
    void mark(const QString& key);
    [[nodiscard]] QSize sizeHint() const override;

signals:
    void chosen(const QString& key);
    void renameRequested(const QString& key);
    void removeRequested(const QString& key);
    /// The menu of an entry is about to open: to be filled with what can be done with it, while this is told.
    void menuRequested(QMenu* menu, const QString& key);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void build();
    void showNumbers();
    [[nodiscard]] const Entry* entryOf(const QTreeWidgetItem* item) const;

    std::vector<Section> m_sections;
    QString m_marked;
};

bool operator==(const ViewsPanel::Entry& left, const ViewsPanel::Entry& right);

} // namespace deskwarden::ui
