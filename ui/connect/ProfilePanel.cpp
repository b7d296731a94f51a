// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/connect/ProfilePanel.h"

#include "models/texts/Texts.h"
#include "storage/OwnFiles.h"
#include "ui/sessions/SessionDelegate.h"
#include "ui/widgets/Icons.h"

#include <QAction>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QListWidget>
#include <QMenu>
#include <QPainter>
#include <QSignalBlocker>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace deskwarden::ui {

namespace {

constexpr int addressRole = Qt::UserRole;
constexpr int rowMargin = 8;
constexpr qint64 largestImport = 1 << 20;

/// A server's name, and under it in a muted colour its address.
class ProfileDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& /*index*/) const override
    {
        return {option.fontMetrics.averageCharWidth() * 12, 2 * option.fontMetrics.height() + 2 * rowMargin};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyleOptionViewItem row = option;
        initStyleOption(&row, index);
        row.text.clear();
        const QWidget* const widget = option.widget;
        widget->style()->drawControl(QStyle::CE_ItemViewItem, &row, painter, widget);
        const bool isSelected = (option.state & QStyle::State_Selected) != 0;
        QRect line = option.rect.adjusted(rowMargin + 2, rowMargin, -rowMargin, -rowMargin);
        line.setHeight(option.fontMetrics.height());
        painter->save();
        QFont bold = option.font;
        bold.setBold(true);
        painter->setFont(bold);
        painter->setPen(option.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text));
        painter->drawText(line, Qt::AlignLeading | Qt::AlignVCenter,
                          QFontMetrics(bold).elidedText(index.data().toString(), Qt::ElideRight, line.width()));
        line.translate(0, line.height());
        painter->setFont(option.font);
        painter->setPen(option.palette.color(isSelected ? QPalette::HighlightedText : QPalette::PlaceholderText));
        painter->drawText(
            line, Qt::AlignLeading | Qt::AlignVCenter,
            option.fontMetrics.elidedText(index.data(addressRole).toString(), Qt::ElideMiddle, line.width()));
        painter->restore();
    }
};

QString addressText(const core::ServerProfile& profile)
{
    if (profile.address.transport == core::Transport::Demo)
        return profile.address.demoSessions == 1 ? ProfilePanel::tr("1 simulated session")
                                                 : ProfilePanel::tr("%Ln simulated sessions", nullptr,
                                                                    static_cast<int>(profile.address.demoSessions));
    return models::plainText(profile.address.text(), 120);
}

void showIn(QListWidgetItem& item, const core::ServerProfile& profile)
{
    item.setText(profileTitle(profile));
    item.setData(addressRole, addressText(profile));
    item.setData(Qt::AccessibleTextRole, QString(profileTitle(profile) + QStringLiteral(", ") + addressText(profile)));
    item.setToolTip(plainToolTip(profileTitle(profile) + QLatin1Char('\n') + addressText(profile)));
}

} // namespace

core::ServerProfile demonstrationProfile()
{
    core::ServerProfile profile;
    profile.address = core::ServerAddress::parse("demo:500").value();
    return profile;
}

QString profileTitle(const core::ServerProfile& profile)
{
    if (!profile.name.empty())
        return models::plainText(profile.name, 80);
    if (profile.address.transport == core::Transport::Demo)
        return ProfilePanel::tr("Demonstration");
    return models::plainText(profile.address.host, 80);
}

ProfilePanel::ProfilePanel(QWidget* parent)
    : QWidget(parent)
    , m_list(new QListWidget(this))
{
    m_list->setObjectName(QStringLiteral("profileList"));
    m_list->setAccessibleName(tr("Servers"));
    m_list->setItemDelegate(new ProfileDelegate(m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_list, 1);
    addActions();
    fill(-1);
    setFixedWidth(std::max(fontMetrics().averageCharWidth() * 30, 180));
    // Not the current row: that is given to the list with the focus, when nobody has chosen.
    connect(m_list, &QListWidget::itemSelectionChanged, this, &ProfilePanel::showCurrent);
}

void ProfilePanel::addActions()
{
    const auto make = [this](const char* name, const char* icon, const QString& text) {
        auto* const action = new QAction(outlineIcon(icon), text, this);
        action->setObjectName(QString::fromLatin1(name));
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        return action;
    };
    QAction* const add = make("addProfileAction", "plus", tr("New server"));
    QAction* const save = make("saveProfileAction", "device-floppy", tr("Keep what is typed"));
    save->setShortcut(QKeySequence::Save);
    save->setShortcutContext(Qt::WindowShortcut);
    m_duplicate = make("duplicateProfileAction", "copy", tr("Duplicate"));
    m_duplicate->setShortcut(Qt::CTRL | Qt::Key_D);
    m_remove = make("removeProfileAction", "trash", tr("Remove from the list"));
    m_remove->setShortcut(QKeySequence::Delete);
    m_up = make("moveUpAction", "arrow-up", tr("Move up"));
    m_up->setShortcut(Qt::ALT | Qt::Key_Up);
    m_down = make("moveDownAction", "arrow-down", tr("Move down"));
    m_down->setShortcut(Qt::ALT | Qt::Key_Down);
    auto* const import = new QAction(tr("Import…"), this);
    import->setObjectName(QStringLiteral("importProfilesAction"));
    m_export = new QAction(tr("Export without passwords…"), this);
    m_export->setObjectName(QStringLiteral("exportProfilesAction"));
    connect(add, &QAction::triggered, this, [this] {
        fill(-1);
        emit newRequested();
    });
    connect(save, &QAction::triggered, this, &ProfilePanel::saveRequested);
    connect(m_duplicate, &QAction::triggered, this, &ProfilePanel::duplicate);
    connect(m_remove, &QAction::triggered, this, &ProfilePanel::removeCurrent);
    connect(m_up, &QAction::triggered, this, [this] { move(-1); });
    connect(m_down, &QAction::triggered, this, [this] { move(1); });
    connect(import, &QAction::triggered, this, &ProfilePanel::importFile);
    connect(m_export, &QAction::triggered, this, &ProfilePanel::exportFile);

    const QList<QAction*> all{add, save, m_duplicate, m_remove, m_up, m_down};
    m_list->addActions(all + QList<QAction*>{import, m_export});
    auto* const row = new QHBoxLayout;
    row->setSpacing(0);
    const auto addButton = [this, row](const QString& name) {
        auto* const button = new QToolButton(this);
        button->setObjectName(name);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        row->addWidget(button);
        return button;
    };
    for (QAction* const action : all) {
        QToolButton* const button = addButton(action->objectName().chopped(6) + QStringLiteral("Button"));
        button->setDefaultAction(action);
        button->setAccessibleName(action->text());
    }
    auto* const menu = new QMenu(this);
    menu->addActions({import, m_export});
    QToolButton* const more = addButton(QStringLiteral("moreProfilesButton"));
    more->setIcon(outlineIcon("dots"));
    more->setToolTip(tr("Import and export"));
    more->setAccessibleName(more->toolTip());
    more->setMenu(menu);
    more->setPopupMode(QToolButton::InstantPopup);
    row->addStretch(1);
    layout()->addItem(row);
}

int ProfilePanel::current() const
{
    const int row = selectedRow();
    return static_cast<std::size_t>(row) < m_servers.size() ? row : -1;
}

int ProfilePanel::selectedRow() const
{
    const QList<QListWidgetItem*> selected = m_list->selectedItems();
    return selected.isEmpty() ? -1 : m_list->row(selected.front());
}

void ProfilePanel::fill(int row)
{
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    for (const storage::KnownServer& server : m_servers)
        showIn(*new QListWidgetItem(m_list), server.profile);
    showIn(*new QListWidgetItem(m_list), demonstrationProfile());
    m_list->setCurrentRow(row);
    enableActions();
}

void ProfilePanel::enableActions()
{
    m_export->setEnabled(!m_servers.empty());
    const bool isKept = current() >= 0;
    m_duplicate->setEnabled(isKept);
    m_remove->setEnabled(isKept);
    m_up->setEnabled(current() > 0);
    m_down->setEnabled(isKept && static_cast<std::size_t>(current()) + 1 < m_servers.size());
}

void ProfilePanel::setServers(std::vector<storage::KnownServer> servers)
{
    const int row = current();
    const auto chosen = row < 0 ? core::ServerProfile() : m_servers[static_cast<std::size_t>(row)].profile;
    m_servers = std::move(servers);
    fill(-1);
    if (row >= 0)
        select(chosen);
}

void ProfilePanel::select(const core::ServerProfile& profile)
{
    const auto found = std::ranges::find_if(m_servers, [&profile](const storage::KnownServer& server) {
        return server.profile.address == profile.address && server.profile.name == profile.name;
    });
    int row = static_cast<int>(found - m_servers.begin());
    if (found == m_servers.end() && profile.address != demonstrationProfile().address)
        row = -1;
    fill(row);
}

void ProfilePanel::showCurrent()
{
    const int row = selectedRow();
    enableActions();
    if (row >= 0)
        emit chosen(current() < 0 ? demonstrationProfile() : m_servers[static_cast<std::size_t>(row)].profile);
}

void ProfilePanel::showTyped(const core::ServerProfile& profile)
{
    if (current() < 0 || profile.address.transport == core::Transport::Demo)
        return;
    core::ServerProfile& shown = m_servers[static_cast<std::size_t>(current())].profile;
    if (shown.address != profile.address && profile.name.empty())
        return;
    shown = profile;
    showIn(*m_list->item(current()), shown);
}

void ProfilePanel::keep(const core::ServerProfile& profile)
{
    const bool isOther =
        current() < 0 || m_servers[static_cast<std::size_t>(current())].profile.address != profile.address;
    if (isOther) {
        m_servers.insert(m_servers.begin(), {profile, {}});
        fill(0);
    }
    emit edited();
}

void ProfilePanel::add(const std::vector<core::ServerProfile>& profiles)
{
    const int row = selectedRow();
    auto place = m_servers.begin() + (current() + 1);
    for (const core::ServerProfile& profile : profiles) {
        const auto isThere = [&profile](const storage::KnownServer& known) {
            return known.profile.address == profile.address;
        };
        if (std::ranges::none_of(m_servers, isThere))
            place = m_servers.insert(place, {profile, {}}) + 1;
    }
    fill(row);
    emit edited();
}

void ProfilePanel::duplicate()
{
    const int row = current();
    if (row < 0)
        return;
    storage::KnownServer copy = m_servers[static_cast<std::size_t>(row)];
    copy.profile.name = tr("%1 (copy)").arg(profileTitle(copy.profile)).toStdString();
    copy.lastUsed = {};
    m_servers.insert(m_servers.begin() + row + 1, copy);
    fill(row + 1);
    emit edited();
    emit chosen(copy.profile);
}

void ProfilePanel::removeCurrent()
{
    const int row = current();
    if (row < 0)
        return;
    const core::ServerProfile gone = m_servers[static_cast<std::size_t>(row)].profile;
    m_servers.erase(m_servers.begin() + row);
    fill(-1); // what is typed stays, so that it can be kept again
    emit edited();
    emit removed(gone);
}

void ProfilePanel::move(int places)
{
    const int row = current();
    const int target = row + places;
    if (row < 0 || target < 0 || static_cast<std::size_t>(target) >= m_servers.size())
        return;
    std::swap(m_servers[static_cast<std::size_t>(row)], m_servers[static_cast<std::size_t>(target)]);
    fill(target);
    emit edited();
}

void ProfilePanel::importFile()
{
    auto* const chooser = new QFileDialog(this, tr("Import servers"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFile);
    chooser->setNameFilters({tr("Servers (*.json)"), tr("All files (*)")});
    connect(chooser, &QFileDialog::fileSelected, this, &ProfilePanel::take);
    chooser->open();
}

void ProfilePanel::take(const QString& file)
{
    work([this, file](const std::stop_token&) -> std::function<void()> {
        auto bytes = storage::readSmall(file, largestImport);
        return [this, file, read = std::move(bytes)] {
            if (read && *read)
                merge(file, **read);
            else
                emit problemFound(tr("%1 cannot be read.").arg(models::plainText(file)));
        };
    });
}

void ProfilePanel::work(BackgroundWork::Job job)
{
    if (!m_work.start(std::move(job)))
        emit problemFound(models::describe(core::noThread()).joined());
}

void ProfilePanel::merge(const QString& file, const QByteArray& bytes)
{
    auto read = storage::ServerProfileStore::imported(bytes);
    if (!read) {
        emit problemFound(
            tr("%1 is no list of servers: %2").arg(models::plainText(file), models::plainText(read.error().detail)));
        return;
    }
    for (storage::KnownServer& server : *read) {
        const auto isSame = [&server](const storage::KnownServer& known) {
            return known.profile.address == server.profile.address && known.profile.name == server.profile.name;
        };
        if (const auto known = std::ranges::find_if(m_servers, isSame); known != m_servers.end())
            known->profile = std::move(server.profile);
        else
            m_servers.push_back(std::move(server));
    }
    fill(selectedRow());
    emit edited();
}

void ProfilePanel::exportFile()
{
    auto* const chooser = new QFileDialog(this, tr("Export servers"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setDefaultSuffix(QStringLiteral("json"));
    connect(chooser, &QFileDialog::fileSelected, this, [this](const QString& file) {
        work([this, file, bytes = storage::ServerProfileStore::exported(m_servers)](
                 const std::stop_token&) -> std::function<void()> {
            const auto saved = storage::writeWhole(file, bytes, storage::WrittenFor::Person);
            if (saved)
                return {};
            return [this, file, why = saved.error()] {
                emit problemFound(tr("%1 could not be written: %2").arg(models::plainText(file), why));
            };
        });
    });
    chooser->open();
}

} // namespace deskwarden::ui
