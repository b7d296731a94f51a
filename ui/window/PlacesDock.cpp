// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/window/PlacesDock.h"

#include "models/table/CellTexts.h"
#include "models/texts/Texts.h"
#include "ui/sessions/SessionDelegate.h"
#include "ui/sessions/TableState.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/NoTitle.h"
#include "ui/window/ViewsPanel.h"

#include <QCollator>
#include <QHeaderView>
#include <QLocale>
#include <QSignalBlocker>
#include <QStyle>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace deskwarden::ui {

namespace {

constexpr int keyRole = Qt::UserRole;
constexpr QLatin1Char separator('\n');

QString textOf(const core::SharedString& text)
{
    const std::string_view view = text.view();
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

/// Sorts "hv-2" before "hv-10".
class PlaceItem final : public QTreeWidgetItem
{
public:
    using QTreeWidgetItem::QTreeWidgetItem;

    bool operator<(const QTreeWidgetItem& other) const override
    {
        QCollator natural;
        natural.setNumericMode(true);
        natural.setCaseSensitivity(Qt::CaseInsensitive);
        return natural.compare(text(0), other.text(0)) < 0;
    }
};

QString shortName(const QString& host)
{
    const std::string bytes = host.toStdString();
    return QString::fromStdString(bytes.substr(0, models::shortHostLength(bytes)));
}

models::SessionFilter onServer(const core::ServerId& server)
{
    models::SessionFilter filter;
    filter.server = server;
    return filter;
}

} // namespace

PlacesDock::PlacesDock(models::SessionTableModel& sessions, QWidget* parent)
    : QDockWidget(tr("Servers"), parent)
    , m_sessions(sessions)
    , m_tree(new QTreeWidget(this))
    , m_views(new ViewsPanel(this))
{
    setObjectName(QStringLiteral("placesDock"));
    m_tree->setObjectName(QStringLiteral("placesTree"));
    m_tree->setAccessibleName(tr("Servers, collections and VM hosts"));
    m_tree->setColumnCount(2);
    m_tree->setHeaderHidden(true);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    // Not ResizeToContents: the tree would measure all rows again for each number that changes.
    m_tree->header()->setMinimumSectionSize(0);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::Fixed);
    m_tree->setUniformRowHeights(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->viewport()->setAutoFillBackground(false); // the table is what stands out
    m_tree->setIndentation(16);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &PlacesDock::chooseCurrent);
    auto* const content = new QWidget(this);
    auto* const column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tree, 1);
    column->addWidget(m_views);
    setWidget(content);
    // The tree says itself what it is, and the menu hides it.
    setTitleBarWidget(new NoTitle(this));
    setFeatures(DockWidgetClosable);
    setMinimumWidth(fontMetrics().horizontalAdvance(QLatin1Char('0')) * 18);
}

QTreeWidgetItem* PlacesDock::item(QTreeWidgetItem* parent, const QString& key, const char* icon, const QString& text,
                                  std::size_t count)
{
    QTreeWidgetItem*& entry = m_items[key];
    if (entry == nullptr) {
        entry = parent == nullptr ? new PlaceItem(m_tree) : new PlaceItem(parent);
        entry->setData(0, keyRole, key);
        entry->setIcon(0, outlineIcon(icon, Tone::Muted));
        entry->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        entry->setForeground(1, palette().brush(QPalette::PlaceholderText));
        if (!m_places.contains(key))
            entry->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    }
    m_isOrderOld = m_isOrderOld || entry->text(0) != text;
    entry->setText(0, text);
    entry->setToolTip(0, plainToolTip(text));
    entry->setText(1, QLocale().toString(static_cast<qulonglong>(count)));
    m_seen[key] = true;
    return entry;
}

void PlacesDock::addGroups(QTreeWidgetItem* server, const core::ServerId& id, bool isCollections)
{
    const QString base = textOf(id.address) + separator + (isCollections ? QLatin1String("c") : QLatin1String("h"));
    const auto& groups = isCollections ? m_sessions.counts().collections : m_sessions.counts().vmHosts;
    QTreeWidgetItem* heading = nullptr;
    QHash<QString, int> shortNames; // how many hosts would go by each
    for (const models::GroupCount& group : groups) {
        if (!isCollections && group.server == id)
            ++shortNames[shortName(textOf(group.name)).toCaseFolded()];
    }
    for (const models::GroupCount& group : groups) {
        if (group.server != id || group.name.isEmpty())
            continue;
        if (heading == nullptr) {
            const bool isNew = !m_items.contains(base);
            m_places.insert(base, {onServer(id), server->text(0)});
            m_isOrderOld = isNew;
            const auto isShown = [&id](const models::GroupCount& one) {
                return one.server == id && !one.name.isEmpty();
            };
            heading = item(server, base, isCollections ? "stack-2" : "server-2",
                           isCollections ? tr("Collections") : tr("VM hosts"),
                           static_cast<std::size_t>(std::ranges::count_if(groups, isShown)));
            if (isNew)
                heading->setExpanded(true);
        }
        const QString label = isCollections ? models::plainText(m_sessions.collectionName(id, group.name), 80)
                                            : models::plainText(group.name, 80);
        models::SessionFilter filter = onServer(id);
        (isCollections ? filter.collection : filter.vmHost) = group.name.toString();
        const QString key = base + separator + textOf(group.name);
        m_places.insert(key, {filter, label});
        const QString host = textOf(group.name);
        const bool isShort = !isCollections && shortNames.value(shortName(host).toCaseFolded()) == 1;
        item(heading, key, isCollections ? "users" : "device-desktop",
             isShort ? models::plainText(shortName(host), 80) : label, group.sessions)
            ->setToolTip(0, plainToolTip(label));
    }
    if (heading != nullptr && m_isOrderOld)
        heading->sortChildren(0, Qt::AscendingOrder);
}

void PlacesDock::showPlaces(const desk::ConnectedServers::Links& links)
{
    const QSignalBlocker blocker(m_tree);
    showNumbersWhole();
    m_seen.clear();
    m_places.insert(QString(), {});
    item(nullptr, QString(), "list-details", tr("All sessions"), m_sessions.counts().total);
    for (const auto& link : links) {
        const core::ServerId& id = link->server();
        const QString key = textOf(id.address);
        std::size_t sessions = 0;
        for (const models::GroupCount& group : m_sessions.counts().servers) {
            if (group.server == id)
                sessions = group.sessions;
        }
        const QString name = serverName(link->profile());
        const bool isNew = !m_items.contains(key);
        m_places.insert(key, {onServer(id), name});
        QTreeWidgetItem* const server = item(nullptr, key, "plug-connected", name, sessions);
        if (isNew)
            server->setExpanded(true);
        addGroups(server, id, true);
        addGroups(server, id, false);
    }
    // Children come after their parents in no particular order: take the parents last, so that nothing is deleted
    // twice.
    QList<QString> gone;
    for (auto entry = m_items.cbegin(); entry != m_items.cend(); ++entry) {
        if (!m_seen.contains(entry.key()))
            gone << entry.key();
    }
    std::ranges::sort(
        gone, [](const QString& left, const QString& right) { return left.count(separator) > right.count(separator); });
    for (const QString& key : std::as_const(gone)) {
        delete m_items.take(key);
        m_places.remove(key);
    }
}

void PlacesDock::showNumbersWhole()
{
    // No place holds more than all together.
    const QString widest = QLocale().toString(static_cast<qulonglong>(m_sessions.counts().total));
    const int margin = 2 * (style()->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, m_tree) + 1) + 4;
    const int width = m_tree->fontMetrics().horizontalAdvance(widest) + margin;
    if (width != m_tree->columnWidth(1))
        m_tree->setColumnWidth(1, width);
}

void PlacesDock::select(const models::SessionFilter& place)
{
    const QSignalBlocker blocker(m_tree);
    if (place.user || place.machine) { // pinned ones stand below
        m_tree->setCurrentItem(nullptr);
        return;
    }
    const auto isIt = [&place](const Place& known) {
        return known.filter.server == place.server && known.filter.vmHost == place.vmHost &&
               known.filter.collection == place.collection;
    };
    QTreeWidgetItem* const current = m_tree->currentItem();
    if (current != nullptr && isIt(m_places.value(current->data(0, keyRole).toString())))
        return;
    for (auto entry = m_places.cbegin(); entry != m_places.cend(); ++entry) {
        if (isIt(entry.value()))
            m_tree->setCurrentItem(m_items.value(entry.key()));
    }
}

void PlacesDock::chooseCurrent()
{
    const QTreeWidgetItem* const current = m_tree->currentItem();
    if (current == nullptr)
        return;
    const Place place = m_places.value(current->data(0, keyRole).toString());
    emit placeChosen(place.filter, place.label);
}

} // namespace deskwarden::ui
