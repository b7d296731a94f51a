// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/window/ViewsPanel.h"

#include "ui/sessions/SessionDelegate.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/InEachLanguage.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QSignalBlocker>
#include <QStyle>

#include <algorithm>
#include <cstring>
#include <memory>
#include <tuple>

namespace deskwarden::ui {

namespace {

constexpr int entryRole = Qt::UserRole;
constexpr int mostLines = 12;
constexpr int leftMargin = 6;
constexpr int topMargin = 4;
constexpr int lineGap = 4;

/// All but the number, which comes and goes with each list.
auto lookOf(const ViewsPanel::Entry& entry)
{
    return std::tie(entry.key, entry.text, entry.tip, entry.isChangeable);
}

} // namespace

bool operator==(const ViewsPanel::Entry& left, const ViewsPanel::Entry& right)
{
    return lookOf(left) == lookOf(right) && left.count == right.count && std::strcmp(left.icon, right.icon) == 0;
}

ViewsPanel::ViewsPanel(QWidget* parent)
    : QTreeWidget(parent)
{
    setObjectName(QStringLiteral("viewsTree"));
    inEachLanguage(*this, [this] { setAccessibleName(tr("Views")); });
    setColumnCount(2);
    setHeaderHidden(true);
    header()->setStretchLastSection(false);
    header()->setMinimumSectionSize(0);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    header()->setSectionResizeMode(1, QHeaderView::Fixed);
    setUniformRowHeights(true);
    setRootIsDecorated(false);
    setIndentation(0);
    setFrameShape(NoFrame);
    setIconSize(QSize(16, 16));
    setViewportMargins(leftMargin, topMargin, 0, 0);
    viewport()->setAutoFillBackground(false); // the table is what stands out
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    setTabKeyNavigation(false);
    // A view is shown when it is asked for, not while the arrow keys pass it.
    connect(this, &QTreeWidget::itemClicked, this, [this](const QTreeWidgetItem* item) {
        if (const Entry* const entry = entryOf(item))
            emit chosen(entry->key);
    });
    hide();
}

const ViewsPanel::Entry* ViewsPanel::entryOf(const QTreeWidgetItem* item) const
{
    if (item == nullptr)
        return nullptr;
    const QVariant place = item->data(0, entryRole);
    if (!place.isValid())
        return nullptr;
    const QPoint found = place.toPoint();
    return &m_sections.at(static_cast<std::size_t>(found.x())).entries.at(static_cast<std::size_t>(found.y()));
}

void ViewsPanel::showSection(std::size_t place, const Section& section)
{
    if (m_sections.size() <= place)
        m_sections.resize(place + 1);
    Section& shown = m_sections[place];
    if (section == shown)
        return;
    const bool isBuilt = section.heading == shown.heading &&
                         std::ranges::equal(section.entries, shown.entries,
                                            [](const Entry& a, const Entry& b) { return lookOf(a) == lookOf(b); });
    shown = section;
    if (!isBuilt)
        build();
    showNumbers();
}

void ViewsPanel::build()
{
    const QSignalBlocker blocker(this);
    clear();
    const QSize lineSize(0, std::max(fontMetrics().height(), iconSize().height()) + lineGap);
    for (std::size_t section = 0; section < m_sections.size(); ++section) {
        if (m_sections[section].entries.empty())
            continue;
        auto* const heading = new QTreeWidgetItem(this, {m_sections[section].heading});
        heading->setFlags(Qt::ItemIsEnabled);
        heading->setFirstColumnSpanned(true);
        heading->setSizeHint(0, lineSize);
        heading->setForeground(0, palette().brush(QPalette::PlaceholderText));
        for (std::size_t number = 0; number < m_sections[section].entries.size(); ++number) {
            const Entry& entry = m_sections[section].entries[number];
            auto* const item = new QTreeWidgetItem(this, {entry.text});
            item->setSizeHint(0, lineSize);
            item->setData(0, entryRole, QPoint(static_cast<int>(section), static_cast<int>(number)));
            item->setIcon(0, outlineIcon(entry.icon, Tone::Muted));
            item->setToolTip(0, plainToolTip(entry.tip.isEmpty() ? entry.text : entry.tip));
            item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
            item->setForeground(1, palette().brush(QPalette::PlaceholderText));
        }
    }
    mark(m_marked);
    setVisible(topLevelItemCount() > 0);
    setFixedHeight(sizeHint().height());
}

void ViewsPanel::showNumbers()
{
    const QSignalBlocker blocker(this);
    int widest = 0;
    for (int line = 0; line < topLevelItemCount(); ++line) {
        QTreeWidgetItem* const item = topLevelItem(line);
        const Entry* const entry = entryOf(item);
        if (entry == nullptr)
            continue;
        const QString number = entry->count ? QLocale().toString(static_cast<qulonglong>(*entry->count)) : QString();
        item->setText(1, number);
        widest = std::max(widest, fontMetrics().horizontalAdvance(number));
    }
    const int margin = 2 * (style()->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, this) + 1) + 4;
    setColumnWidth(1, widest + margin);
}

void ViewsPanel::mark(const QString& key)
{
    m_marked = key;
    QTreeWidgetItem* marked = nullptr;
    for (int line = 0; line < topLevelItemCount(); ++line) {
        const Entry* const entry = entryOf(topLevelItem(line));
        if (entry != nullptr && entry->key == key)
            marked = topLevelItem(line);
    }
    setCurrentItem(marked);
    if (marked == nullptr)
        clearSelection();
}

QSize ViewsPanel::sizeHint() const
{
    const int line = topLevelItemCount() > 0 ? sizeHintForRow(0) : 0;
    return {QTreeWidget::sizeHint().width(), line * std::min(topLevelItemCount(), mostLines) + topMargin};
}

void ViewsPanel::changeEvent(QEvent* event)
{
    QTreeWidget::changeEvent(event);
    // Lines are as high as their letters, and of the colours that there were when they were made.
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange ||
        event->type() == QEvent::PaletteChange)
    {
        build();
        showNumbers();
    }
}

void ViewsPanel::keyPressEvent(QKeyEvent* event)
{
    const Entry* const entry = entryOf(currentItem());
    if (entry != nullptr) {
        const QString key = entry->key; // what listens may show others
        switch (event->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Space:
            emit chosen(key);
            return;
        case Qt::Key_F2:
            if (entry->isChangeable)
                emit renameRequested(key);
            return;
        case Qt::Key_Delete:
            if (entry->isChangeable)
                emit removeRequested(key);
            return;
        default:
            break;
        }
    }
    QTreeWidget::keyPressEvent(event);
}

void ViewsPanel::contextMenuEvent(QContextMenuEvent* event)
{
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
    QTreeWidgetItem* const item = isByKey ? currentItem() : itemAt(event->pos());
    const Entry* const entry = entryOf(item);
    if (entry == nullptr)
        return;
    auto* const menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("viewMenuOfEntry"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    emit menuRequested(menu, entry->key);
    menu->popup(isByKey ? viewport()->mapToGlobal(visualItemRect(item).bottomLeft()) : event->globalPos());
}

} // namespace deskwarden::ui
