// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/window/PinFlow.h"

#include "models/texts/Texts.h"
#include "storage/PinStore.h"
#include "ui/sessions/FilterBar.h"
#include "ui/sessions/SessionPane.h"
#include "ui/sessions/SessionView.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/InEachLanguage.h"
#include "ui/window/ViewsPanel.h"

#include <QInputDialog>
#include <QLabel>
#include <QMainWindow>
#include <QMenu>
#include <QPlainTextEdit>

#include <algorithm>
#include <array>
#include <utility>

namespace deskwarden::ui {

namespace {

using storage::KeptKind;
using storage::KeptName;

constexpr std::size_t pinsPlace = 1;
constexpr int shownName = 80;
/// Each costs a look at every session; what is pinned beyond has no number.
constexpr std::size_t mostCounted = 50;

struct KindLook
{
    KeptKind kind;
    const char* id;
    const char* icon;
};
constexpr std::array kindLooks{KindLook{KeptKind::User, "User", "user"},
                               KindLook{KeptKind::Machine, "Machine", "device-desktop"},
                               KindLook{KeptKind::VmHost, "Host", "server-2"}};

const KindLook& lookOf(KeptKind kind)
{
    return *std::ranges::find(kindLooks, kind, &KindLook::kind);
}

QString pinText(KeptKind kind)
{
    switch (kind) {
    case KeptKind::User:
        return PinFlow::tr("Pin the &user");
    case KeptKind::Machine:
        return PinFlow::tr("Pin the &machine");
    case KeptKind::VmHost:
        return PinFlow::tr("Pin the VM &host");
    }
    return {};
}

QString noteText(KeptKind kind)
{
    switch (kind) {
    case KeptKind::User:
        return PinFlow::tr("&Note on the user…");
    case KeptKind::Machine:
        return PinFlow::tr("No&te on the machine…");
    case KeptKind::VmHost:
        return PinFlow::tr("N&ote on the VM host…");
    }
    return {};
}

QString noteLabel(KeptKind kind)
{
    switch (kind) {
    case KeptKind::User:
        return PinFlow::tr("Note on the user");
    case KeptKind::Machine:
        return PinFlow::tr("Note on the machine");
    case KeptKind::VmHost:
        return PinFlow::tr("Note on the VM host");
    }
    return {};
}

QString nameIn(KeptKind kind, const core::Session& session)
{
    switch (kind) {
    case KeptKind::User:
        return core::hasUser(session) ? QString::fromStdString(core::accountName(session)) : QString();
    case KeptKind::Machine:
        return QString::fromStdString(session.vmName.toString());
    case KeptKind::VmHost:
        return QString::fromStdString(session.key.vmHostName.toString());
    }
    return {};
}

models::SessionFilter filterOf(const KeptName& kept)
{
    models::SessionFilter filter;
    const std::string name = kept.name.toStdString();
    switch (kept.kind) {
    case KeptKind::User:
        filter.user = name;
        break;
    case KeptKind::Machine:
        filter.machine = name;
        break;
    case KeptKind::VmHost:
        filter.vmHost = name;
        break;
    }
    return filter;
}

QString keyOf(const KeptName& kept)
{
    return QStringLiteral("pin/%1/%2").arg(QLatin1StringView(lookOf(kept.kind).id), kept.name);
}

QString shownText(const KeptName& kept)
{
    return models::plainText(kept.name, shownName);
}

} // namespace

PinFlow::PinFlow(QMainWindow& window, desk::Console& console, SessionPane& pane, ViewsPanel& panel)
    : QObject(&window)
    , m_window(window)
    , m_console(console)
    , m_pane(pane)
    , m_panel(panel)
    , m_menu(new QMenu(&window))
{
    m_menu->setObjectName(QStringLiteral("pinsMenu"));
    for (const KindLook& look : kindLooks)
        addActions(look.kind);
    // First the pins, then the notes.
    for (const Actions& actions : m_actions)
        m_menu->addAction(actions.pin);
    m_menu->addSeparator();
    for (const Actions& actions : m_actions)
        m_menu->addAction(actions.note);
    connect(m_menu, &QMenu::aboutToShow, this, &PinFlow::showRow);
    connect(&m_panel, &ViewsPanel::chosen, this, &PinFlow::showPinned);
    connect(&m_panel, &ViewsPanel::menuRequested, this, &PinFlow::fillEntryMenu);
    connect(&m_panel, &ViewsPanel::removeRequested, this, [this](const QString& key) {
        if (std::optional<KeptName> kept = find(key)) {
            kept->isPinned = false;
            put(*kept);
        }
    });
    connect(&m_console.sessions(), &models::SessionTableModel::countsChanged, this, &PinFlow::showPanel);
    watch();
    showRow();
    inEachLanguage(window, [this] {
        m_menu->setTitle(tr("&Pins and notes"));
        showPanel();
    });
}

void PinFlow::addActions(KeptKind kind)
{
    const KindLook& look = lookOf(kind);
    auto* const pin = new QAction(outlineIcon(look.icon), QString(), this);
    pin->setObjectName(QStringLiteral("pin%1Action").arg(QLatin1StringView(look.id)));
    pin->setCheckable(true);
    connect(pin, &QAction::triggered, this, [this, kind](bool isPinned) {
        if (std::optional<KeptName> kept = ofRow(kind, m_pane.view().chosenRow())) {
            kept->isPinned = isPinned;
            put(*kept);
        }
    });
    auto* const note = new QAction(outlineIcon("clipboard-text"), QString(), this);
    note->setObjectName(QStringLiteral("note%1Action").arg(QLatin1StringView(look.id)));
    inEachLanguage(m_window, [pin, note, kind] {
        pin->setText(pinText(kind));
        pin->setStatusTip(tr("Keep it in the list at the left"));
        note->setText(noteText(kind));
        note->setStatusTip(tr("Write down what you want to know next time; it stays on this computer"));
    });
    connect(note, &QAction::triggered, this, [this, kind] {
        if (const std::optional<KeptName> kept = ofRow(kind, m_pane.view().chosenRow()))
            askNote(*kept);
    });
    m_actions.push_back({kind, pin, note});
}

std::optional<KeptName> PinFlow::ofRow(KeptKind kind, int row) const
{
    const storage::PinStore* const store = m_console.services().pins;
    if (store == nullptr || row < 0)
        return std::nullopt;
    const QString name = nameIn(kind, m_console.sessions().sessionAt(row));
    return name.isEmpty() ? std::nullopt : std::optional(store->find(kind, name));
}

std::optional<KeptName> PinFlow::find(const QString& key) const
{
    const storage::PinStore* const store = m_console.services().pins;
    if (store == nullptr)
        return std::nullopt;
    const auto found =
        std::ranges::find_if(store->names(), [&key](const KeptName& kept) { return keyOf(kept) == key; });
    return found == store->names().end() ? std::nullopt : std::optional(*found);
}

void PinFlow::showRow()
{
    const int row = m_pane.view().chosenRow();
    for (const Actions& actions : m_actions) {
        const std::optional<KeptName> kept = ofRow(actions.kind, row);
        actions.pin->setEnabled(kept.has_value());
        actions.pin->setChecked(kept && kept->isPinned);
        actions.note->setEnabled(kept.has_value());
    }
}

void PinFlow::watch()
{
    std::vector<models::SessionFilter> filters;
    if (const storage::PinStore* const store = m_console.services().pins; store != nullptr) {
        for (const KeptName& kept : store->names()) {
            if (kept.isPinned && filters.size() < mostCounted)
                filters.push_back(filterOf(kept));
        }
    }
    m_console.sessions().setWatched(models::WatchedBy::Pins, std::move(filters));
    showPanel();
}

void PinFlow::showPanel()
{
    ViewsPanel::Section section{tr("Pinned"), {}};
    const storage::PinStore* const store = m_console.services().pins;
    const auto& counts = m_console.sessions().counts().watched[static_cast<std::size_t>(models::WatchedBy::Pins)];
    for (const KeptName& kept : store != nullptr ? store->names() : std::vector<KeptName>()) {
        if (!kept.isPinned)
            continue;
        ViewsPanel::Entry entry;
        entry.key = keyOf(kept);
        entry.icon = lookOf(kept.kind).icon;
        entry.text = shownText(kept);
        if (!kept.note.isEmpty())
            entry.tip =
                entry.text + QStringLiteral(": ") + models::plainText(kept.note, storage::PinStore::longestNote);
        // The numbers of pins that have just changed are still on their way.
        if (section.entries.size() < counts.size())
            entry.count = counts[section.entries.size()];
        entry.isChangeable = true;
        section.entries.push_back(std::move(entry));
    }
    m_panel.showSection(pinsPlace, section);
}

void PinFlow::showPinned(const QString& key)
{
    const std::optional<KeptName> kept = find(key);
    if (!kept)
        return;
    m_pane.filter().showFilter(filterOf(*kept), {}, shownText(*kept));
    m_panel.mark(key);
}

void PinFlow::fillEntryMenu(QMenu* menu, const QString& key)
{
    const std::optional<KeptName> kept = find(key);
    if (!kept)
        return;
    connect(menu->addAction(outlineIcon("eye"), tr("&Show")), &QAction::triggered, this,
            [this, key] { showPinned(key); });
    QAction* const note = menu->addAction(outlineIcon("clipboard-text"), noteText(kept->kind));
    note->setObjectName(QStringLiteral("notePinnedAction"));
    connect(note, &QAction::triggered, this, [this, kept] { askNote(*kept); });
    QAction* const unpin = menu->addAction(tr("&Unpin"));
    unpin->setObjectName(QStringLiteral("unpinAction"));
    unpin->setShortcut(Qt::Key_Delete);
    connect(unpin, &QAction::triggered, this, [this, kept] {
        KeptName loose = *kept;
        loose.isPinned = false;
        put(loose);
    });
}

void PinFlow::askNote(const KeptName& kept)
{
    auto* const dialog = new QInputDialog(&m_window);
    dialog->setObjectName(QStringLiteral("noteDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QInputDialog::UsePlainTextEditForTextInput);
    dialog->setWindowTitle(noteLabel(kept.kind));
    dialog->setLabelText(
        tr("%1\nThe note is kept on this computer, and sent nowhere. An empty one is removed.").arg(shownText(kept)));
    if (auto* const label = dialog->findChild<QLabel*>())
        label->setTextFormat(Qt::PlainText); // it would guess whether a name is HTML
    if (auto* const text = dialog->findChild<QPlainTextEdit*>())
        text->setAccessibleName(noteLabel(kept.kind));
    dialog->setOkButtonText(tr("OK"));
    dialog->setCancelButtonText(tr("Cancel"));
    dialog->setTextValue(kept.note);
    dialog->setAccessibleName(noteLabel(kept.kind));
    connect(dialog, &QInputDialog::textValueSelected, this, [this, kept](const QString& text) {
        // It may have been pinned meanwhile.
        const storage::PinStore* const store = m_console.services().pins;
        KeptName noted = store->find(kept.kind, kept.name);
        noted.note = text;
        put(noted);
    });
    dialog->open();
}

void PinFlow::put(const KeptName& kept)
{
    const core::Result<> done = m_console.services().pins->put(kept);
    watch();
    showRow();
    emit notesChanged();
    if (!done) {
        const models::Sentence said = models::describe(done.error());
        m_pane.showNotice(NoticePanel::Kind::Failure, tr("This could not be saved. %1").arg(said.what), said.nextStep);
    }
}

std::vector<models::SessionDetail> PinFlow::notesOn(const core::Session& session) const
{
    std::vector<models::SessionDetail> lines;
    const storage::PinStore* const store = m_console.services().pins;
    if (store == nullptr)
        return lines;
    for (const KindLook& look : kindLooks) {
        const QString name = nameIn(look.kind, session);
        const QString note = name.isEmpty() ? QString() : store->find(look.kind, name).note;
        if (note.isEmpty())
            continue;
        lines.push_back({noteLabel(look.kind), models::safeLines(note)});
    }
    return lines;
}

} // namespace deskwarden::ui
