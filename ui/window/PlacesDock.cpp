// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/window/PlacesDock.h"

#include "core/Names.h"
#include "models/table/CellTexts.h"
#include "models/table/NaturalKey.h"
#include "models/texts/Texts.h"
#include "ui/sessions/SessionDelegate.h"
#include "ui/sessions/TableState.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/InEachLanguage.h"
#include "ui/widgets/NoTitle.h"
#include "ui/window/PlaceDelegate.h"
#include "ui/window/ServerSign.h"
#include "ui/window/ViewsPanel.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QLocale>
#include <QMenu>
#include <QSignalBlocker>
#include <QStyle>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <functional>
#include <utility>

namespace deskwarden::ui {

namespace {

constexpr int keyRole = Qt::UserRole;
constexpr int healthRole = Qt::UserRole + 2;
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
    void setName(const QString& name, const QCollator& order)
    {
        m_key = order.sortKey(name); // to compare texts is dear
        setText(0, name);
    }
    bool operator<(const QTreeWidgetItem& other) const override
    {
        const auto& place = static_cast<const PlaceItem&>(other);
        return m_key && place.m_key && m_key->compare(*place.m_key) < 0;
    }

private:
    std::optional<QCollatorSortKey> m_key;
};

QString shortName(const QString& host)
{
    const std::string bytes = host.toStdString();
    return QString::fromStdString(bytes.substr(0, models::shortHostLength(bytes)));
}

QString groupKey(const core::ServerId& server, bool isCollections)
{
    return textOf(server.address) + separator + (isCollections ? QLatin1String("c") : QLatin1String("h"));
}

/// By key: that of a server, and those that begin with it.
template <typename Places>
void forgetThoseOf(const QString& server, Places& places)
{
    places.removeIf([&server](typename Places::iterator entry) {
        return entry.key() == server || entry.key().startsWith(server + separator);
    });
}

/// Has a menu for each line, by mouse and by key.
class PlacesTree final : public QTreeWidget
{
public:
    using PopUp = std::function<void(QTreeWidgetItem* item, const QPoint& position)>;

    PlacesTree(PopUp popUp, QWidget* parent)
        : QTreeWidget(parent)
        , m_popUp(std::move(popUp))
    {}

protected:
    void contextMenuEvent(QContextMenuEvent* event) override
    {
        if (event->reason() == QContextMenuEvent::Keyboard)
            popUpAtCurrent();
        else
            m_popUp(itemAt(event->pos()), event->globalPos());
    }

private:
    void popUpAtCurrent()
    {
        if (currentItem() != nullptr)
            m_popUp(currentItem(), viewport()->mapToGlobal(visualItemRect(currentItem()).bottomLeft()));
    }

    const PopUp m_popUp;
};

models::SessionFilter onServer(const core::ServerId& server)
{
    models::SessionFilter filter;
    filter.server = server;
    return filter;
}

} // namespace

PlacesDock::PlacesDock(models::SessionTableModel& sessions, QWidget* parent)
    : QDockWidget(parent)
    , m_sessions(sessions)
    , m_tree(new PlacesTree([this](QTreeWidgetItem* item, const QPoint& position) { popUpMenu(item, position); }, this))
    , m_views(new ViewsPanel(this))
{
    setObjectName(QStringLiteral("placesDock"));
    m_tree->setObjectName(QStringLiteral("placesTree"));
    inEachLanguage(*this, [this] {
        m_order = models::naturalCollator(QLocale());
        setWindowTitle(tr("Servers"));
        m_tree->setAccessibleName(tr("Servers, collections and VM hosts"));
    });
    m_tree->setColumnCount(2);
    m_tree->setHeaderHidden(true);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    // Not ResizeToContents: the tree would measure all rows again for each number that changes.
    m_tree->header()->setMinimumSectionSize(0);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::Fixed);
    m_tree->setItemDelegate(new PlaceDelegate(m_tree));
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

QTreeWidgetItem* PlacesDock::item(const QString& key, const char* icon, const QString& text, const QString& tip,
                                  std::size_t count)
{
    QTreeWidgetItem*& entry = m_items[key];
    if (entry == nullptr) {
        entry = new PlaceItem;
        entry->setData(0, keyRole, key);
        entry->setIcon(0, outlineIcon(icon, Tone::Muted));
        entry->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        if (!m_places.contains(key))
            entry->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    }
    if (entry->text(0) != text) {
        static_cast<PlaceItem*>(entry)->setName(text, m_order);
        m_isOrderOld = true;
    }
    if (!tip.isNull())
        entry->setToolTip(0, plainToolTip(tip));
    entry->setText(1, QLocale().toString(static_cast<qulonglong>(count)));
    return entry;
}

/// A list of machines may name a host in full where that of sessions does not: they are one place.
PlacesDock::Group& PlacesDock::groupOf(Groups& groups, const core::SharedString& name, bool isCollections) const
{
    const auto same = groups.byName.find(name);
    if (same != groups.byName.end() || isCollections || m_what == Counted::Sessions)
        return same != groups.byName.end() ? same->second : groups.byName[name];
    const auto known = std::ranges::find_if(
        groups.byName, [&name](const auto& group) { return core::isSameMachine(group.first.view(), name.view()); });
    return known != groups.byName.end() ? known->second : groups.byName[name];
}

PlacesDock::Groups& PlacesDock::countGroups(const desk::ServerLink& link, bool isCollections)
{
    const core::ServerId& id = link.server();
    Groups& known = m_groups[groupKey(id, isCollections)];
    for (auto& [name, group] : known.byName)
        group.count = 0;
    if (isCollections && link.snapshot() != nullptr) {
        for (const management::CollectionName& collection : link.snapshot()->collections)
            known.byName.try_emplace(collection.alias);
    }
    for (const models::PlaceCount& place : isCollections ? m_counts.collections : m_counts.vmHosts) {
        if (place.server == id && !place.name.isEmpty())
            groupOf(known, place.name, isCollections).count += place.count;
    }
    return known;
}

void PlacesDock::addGroups(QTreeWidgetItem* server, const desk::ServerLink& link, bool isCollections)
{
    const core::ServerId& id = link.server();
    const QString base = groupKey(id, isCollections);
    Groups& groups = countGroups(link, isCollections);
    if (groups.byName.empty())
        return;
    const bool isNew = !m_items.contains(base);
    m_places.insert(base, {onServer(id), server->text(0)});
    const QString kind = isCollections ? tr("Collections") : tr("VM hosts");
    QTreeWidgetItem* const heading =
        item(base, isCollections ? "stack-2" : "server-2", kind, kind, groups.byName.size());
    if (isNew) {
        server->addChild(heading);
        heading->setExpanded(true);
    }
    // A list comes every few seconds, and seldom a host that was in none before; a collection can get another name.
    if (isCollections || groups.named != groups.byName.size())
        nameGroups(heading, id, isCollections, groups);
    for (auto& [name, group] : groups.byName) {
        if (std::exchange(group.shown, group.count) != group.count)
            group.item->setText(1, QLocale().toString(static_cast<qulonglong>(group.count)));
    }
}

void PlacesDock::nameGroups(QTreeWidgetItem* heading, const core::ServerId& server, bool isCollections, Groups& groups)
{
    const QString base = groupKey(server, isCollections);
    QHash<QString, int> shortNames; // how many hosts would go by each
    for (const auto& [name, group] : groups.byName)
        ++shortNames[shortName(textOf(name)).toCaseFolded()];
    m_isOrderOld = false;
    QList<QTreeWidgetItem*> fresh; // put into the tree together
    for (auto& [name, group] : groups.byName) {
        const QString label = isCollections ? models::plainText(m_sessions.collectionName(server, name), 80)
                                            : models::plainText(name, 80);
        models::SessionFilter filter = onServer(server);
        (isCollections ? filter.collection : filter.vmHost) = name.toString();
        const QString key = base + separator + textOf(name);
        m_places.insert(key, {filter, label});
        const QString host = textOf(name);
        const bool isShort = !isCollections && shortNames.value(shortName(host).toCaseFolded()) == 1;
        group.item = item(key, isCollections ? "users" : "device-desktop",
                          isShort ? models::plainText(shortName(host), 80) : label, label, group.count);
        group.shown = group.count;
        if (group.item->parent() == nullptr)
            fresh << group.item;
    }
    groups.named = groups.byName.size();
    heading->addChildren(fresh);
    if (m_isOrderOld)
        heading->sortChildren(0, Qt::AscendingOrder);
}

/// What is said of a server in its line, to the mouse and to screen readers.
void PlacesDock::showSign(QTreeWidgetItem& server, const desk::ServerLink& link,
                          std::chrono::system_clock::time_point now)
{
    const ServerSign sign = serverSign(link, now);
    const core::ServerProfile& profile = link.profile();
    QStringList tip{server.text(0), models::plainText(profile.address.text())};
    if (!profile.user.empty())
        tip << models::plainText(profile.user);
    tip << sign.word;
    tip.removeDuplicates();
    server.setToolTip(0, plainToolTip(tip.join(QLatin1Char('\n'))));
    if (server.data(0, PlaceDelegate::secondLineRole).toString() == sign.line &&
        server.data(0, healthRole) == static_cast<int>(sign.health))
        return;
    if (server.data(0, healthRole) != static_cast<int>(sign.health))
        server.setIcon(0, serverIcon(sign.health));
    server.setData(0, healthRole, static_cast<int>(sign.health));
    server.setData(0, PlaceDelegate::secondLineRole, sign.line);
    // The age alone would be read aloud each second.
    server.setData(0, Qt::AccessibleTextRole, QStringLiteral("%1, %2").arg(server.text(0), sign.word));
    server.setData(0, Qt::AccessibleDescriptionRole, sign.line);
}

void PlacesDock::showTimes(const desk::ConnectedServers::Links& links, std::chrono::system_clock::time_point now)
{
    const QSignalBlocker blocker(m_tree);
    for (const auto& link : links) {
        if (QTreeWidgetItem* const server = m_items.value(textOf(link->server().address)))
            showSign(*server, *link, now);
    }
}

void PlacesDock::popUpMenu(QTreeWidgetItem* item, const QPoint& position)
{
    if (item == nullptr)
        return;
    const Place place = m_places.value(item->data(0, keyRole).toString());
    auto* const menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("placeMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    emit menuRequested(menu, place.filter, place.label);
    menu->popup(position);
}

void PlacesDock::showPlaces(const desk::ConnectedServers::Links& links, std::chrono::system_clock::time_point now,
                            Counted what, const models::PlaceCounts& counts)
{
    const QSignalBlocker blocker(m_tree);
    m_what = what;
    m_counts = counts;
    showNumbersWhole();
    m_places.insert(QString(), {});
    const QString everywhere = what == Counted::Machines ? tr("All machines") : tr("All sessions");
    QTreeWidgetItem* const all = item(QString(), "list-details", everywhere, everywhere, counts.total);
    if (all->treeWidget() == nullptr)
        m_tree->addTopLevelItem(all);
    QStringList servers;
    for (const auto& link : links) {
        const core::ServerId& id = link->server();
        const QString key = textOf(id.address);
        servers << key;
        std::size_t count = 0;
        for (const models::PlaceCount& place : counts.servers) {
            if (place.server == id)
                count = place.count;
        }
        const QString name = m_sessions.serverName(id);
        const bool isNew = !m_items.contains(key);
        m_places.insert(key, {onServer(id), name});
        QTreeWidgetItem* const server = item(key, "circle-dashed", name, {}, count);
        if (isNew) {
            m_tree->addTopLevelItem(server);
            server->setExpanded(true);
        }
        showSign(*server, *link, now);
        addGroups(server, *link, true);
        addGroups(server, *link, false);
    }
    removeAllBut(servers);
    nameChosen();
}

void PlacesDock::removeAllBut(const QStringList& servers)
{
    const QStringList before = std::exchange(m_servers, servers);
    for (const QString& server : before) {
        if (servers.contains(server))
            continue;
        delete m_items.value(server); // with all that stands below it
        forgetThoseOf(server, m_items);
        forgetThoseOf(server, m_places);
        forgetThoseOf(server, m_groups);
    }
}

void PlacesDock::showNumbersWhole()
{
    // No place holds more than all together.
    const QString widest = QLocale().toString(static_cast<qulonglong>(m_counts.total));
    const int margin = 2 * (style()->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, m_tree) + 1) + 4;
    const int width = m_tree->fontMetrics().horizontalAdvance(widest) + margin;
    if (width != m_tree->columnWidth(1))
        m_tree->setColumnWidth(1, width);
}

/// Of the line of this place; that of everywhere is empty.
std::optional<QString> PlacesDock::keyOf(const models::SessionFilter& place) const
{
    const auto isIt = [&place](const Place& known) {
        return known.filter.server == place.server && known.filter.vmHost == place.vmHost &&
               known.filter.collection == place.collection;
    };
    const QTreeWidgetItem* const current = m_tree->currentItem();
    const QString key = current == nullptr ? QString() : current->data(0, keyRole).toString();
    if (current != nullptr && isIt(m_places.value(key))) // several lines can stand for one place
        return key;
    const auto found = std::ranges::find_if(m_places, isIt);
    return found == m_places.end() ? std::nullopt : std::optional(found.key());
}

void PlacesDock::select(const models::SessionFilter& place)
{
    const QSignalBlocker blocker(m_tree);
    m_chosen = place;
    if (place.user || place.machine) // pinned ones stand below
        m_tree->setCurrentItem(nullptr);
    else if (const auto key = keyOf(place))
        m_tree->setCurrentItem(m_items.value(*key));
}

/// Names of servers, and of what the program itself calls one, can be others than when the place was chosen.
void PlacesDock::nameChosen()
{
    if (m_chosen.user || m_chosen.machine)
        return;
    if (const auto key = keyOf(m_chosen); key && !key->isEmpty())
        emit placeNamed(m_places.value(*key).label);
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
