// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/window/ViewFlow.h"

#include "models/texts/Texts.h"
#include "ui/sessions/FilterBar.h"
#include "ui/sessions/SessionPane.h"
#include "ui/sessions/SessionView.h"
#include "ui/sessions/ViewFilter.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/InEachLanguage.h"
#include "ui/window/ViewsPanel.h"

#include <QInputDialog>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>
#include <utility>

namespace deskwarden::ui {

namespace {

constexpr std::size_t panelPlace = 0;

/// A menu takes & for the mark of a key.
QString menuText(const QString& name)
{
    return models::plainText(name, storage::ViewStore::longestName).replace(u'&', QStringLiteral("&&"));
}

} // namespace

ViewFlow::ViewFlow(QMainWindow& window, desk::Console& console, SessionPane& pane, ViewsPanel& panel)
    : QObject(&window)
    , m_window(window)
    , m_console(console)
    , m_pane(pane)
    , m_panel(panel)
    , m_menu(new QMenu(&window))
{
    m_menu->setObjectName(QStringLiteral("viewsMenu"));
    m_menu->setIcon(outlineIcon("eye"));
    connect(&m_panel, &ViewsPanel::chosen, this, &ViewFlow::showView);
    connect(&m_panel, &ViewsPanel::renameRequested, this, &ViewFlow::askNewName);
    connect(&m_panel, &ViewsPanel::removeRequested, this, &ViewFlow::askRemoval);
    connect(&m_panel, &ViewsPanel::menuRequested, this, &ViewFlow::fillEntryMenu);
    connect(&m_pane, &SessionPane::filtered, this, &ViewFlow::noteFilter);
    connect(&m_console.sessions(), &models::SessionTableModel::countsChanged, this, &ViewFlow::showPanel);
    inEachLanguage(window, [this] {
        m_menu->setTitle(tr("Vie&ws"));
        read(); // what the program brings along has names as well
    });
}

void ViewFlow::read()
{
    m_known.clear();
    for (const ShippedView& shipped : shippedViews()) // what is shown stays it in another language
        m_known.push_back({QStringLiteral("shipped/") + shipped.id, shipped.view, filterOf(shipped.view), false});
    if (const storage::ViewStore* const store = m_console.services().views; store != nullptr) {
        for (const storage::SavedView& view : store->views())
            m_known.push_back({QStringLiteral("own/") + view.name, view, filterOf(view), true});
    }
    std::vector<models::SessionFilter> watched;
    for (const Known& known : m_known) {
        if (known.filter)
            watched.push_back(*known.filter);
    }
    m_console.sessions().setWatched(models::WatchedBy::Views, std::move(watched));
    fillMenu();
    showPanel();
}

void ViewFlow::showPanel()
{
    ViewsPanel::Section section{tr("Views"), {}};
    const auto& counts = m_console.sessions().counts().watched[static_cast<std::size_t>(models::WatchedBy::Views)];
    std::size_t number = 0;
    for (const Known& known : m_known) {
        ViewsPanel::Entry entry;
        entry.key = known.key;
        entry.icon = known.isOwn ? "eye" : known.view.problems.isEmpty() ? "clock-pause" : "ghost";
        entry.text = models::plainText(known.view.name, storage::ViewStore::longestName);
        if (known.filter) {
            // The numbers of a list of views that has just changed are still on their way.
            if (number < counts.size())
                entry.count = counts[number];
            ++number;
        } else {
            entry.icon = "alert-triangle";
            entry.tip = tr("%1: this version of Deskwarden does not understand a part of the view.").arg(entry.text);
        }
        entry.isChangeable = known.isOwn;
        section.entries.push_back(std::move(entry));
    }
    m_panel.showSection(panelPlace, section);
}

void ViewFlow::fillMenu()
{
    m_menu->clear();
    QAction* const save = m_menu->addAction(outlineIcon("device-floppy"), tr("&Save this view…"));
    save->setObjectName(QStringLiteral("saveViewAction"));
    save->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S));
    save->setStatusTip(tr("Keep filter, columns and sorting under a name"));
    save->setEnabled(m_console.services().views != nullptr);
    connect(save, &QAction::triggered, this, [this] {
        const Known* const shown = find(m_shown);
        askName(tr("Save this view"), tr("Name of the view. A view of that name is replaced."),
                shown != nullptr && shown->isOwn ? shown->view.name : QString(),
                [this](const QString& name) { saveAs(name); });
    });
    m_menu->addSeparator();
    for (const Known& known : m_known) {
        QAction* const action = m_menu->addAction(menuText(known.view.name));
        action->setObjectName(QStringLiteral("showViewAction")); // the palette knows views by it
        action->setEnabled(known.filter.has_value());
        // Queued: the menu must not lose its entries while one of them is being chosen.
        connect(
            action, &QAction::triggered, this, [this, key = known.key] { showView(key); }, Qt::QueuedConnection);
    }
}

void ViewFlow::fillEntryMenu(QMenu* menu, const QString& key)
{
    const Known* const known = find(key);
    if (known == nullptr)
        return;
    QAction* const show = menu->addAction(outlineIcon("eye"), tr("&Show"));
    show->setEnabled(known->filter.has_value());
    connect(show, &QAction::triggered, this, [this, key] { showView(key); });
    if (!known->isOwn)
        return;
    menu->addSeparator();
    QAction* const update = menu->addAction(outlineIcon("device-floppy"), tr("&Update to what is shown now"));
    update->setObjectName(QStringLiteral("updateViewAction"));
    connect(update, &QAction::triggered, this, [this, name = known->view.name] { saveAs(name); });
    QAction* const rename = menu->addAction(tr("&Rename…"));
    rename->setObjectName(QStringLiteral("renameViewAction"));
    rename->setShortcut(Qt::Key_F2);
    connect(rename, &QAction::triggered, this, [this, key] { askNewName(key); });
    QAction* const remove = menu->addAction(outlineIcon("trash"), tr("Re&move…"));
    remove->setObjectName(QStringLiteral("removeViewAction"));
    remove->setShortcut(Qt::Key_Delete);
    connect(remove, &QAction::triggered, this, [this, key] { askRemoval(key); });
}

const ViewFlow::Known* ViewFlow::find(const QString& key) const
{
    const auto found = std::ranges::find(m_known, key, &Known::key);
    return found == m_known.end() ? nullptr : &*found;
}

void ViewFlow::showView(const QString& key)
{
    const Known* const known = find(key);
    if (known == nullptr)
        return;
    if (!known->filter) {
        m_pane.showNotice(NoticePanel::Kind::Warning,
                          tr("This version of Deskwarden does not understand a part of the view."),
                          tr("Nothing was changed. Save the view anew, or remove it."));
        return;
    }
    const storage::SavedView view = known->view;
    m_pane.bringForward();
    m_pane.filter().showFilter(*known->filter, view.filter, view.placeLabel);
    m_pane.view().showView(view);
    m_shown = key;
    m_panel.mark(key);
}

/// What was changed by hand is no longer the view.
void ViewFlow::noteFilter(const models::SessionFilter& filter)
{
    const Known* const shown = find(m_shown);
    if (shown == nullptr || filter == shown->filter)
        return;
    m_shown.clear();
    m_panel.mark({});
}

void ViewFlow::keep()
{
    storage::SavedView view = current();
    view.name = m_shown.isEmpty() ? QStringLiteral("-") : m_shown.left(storage::ViewStore::longestName);
    m_console.services().preferences.setValue(storage::preference::lastView, storage::ViewStore::written(view));
}

void ViewFlow::restore(const std::function<bool(const core::ServerId& server)>& isThere)
{
    auto view = storage::ViewStore::read(m_console.services().preferences.value(storage::preference::lastView));
    if (!view)
        return;
    if (view->server && !isThere({core::SharedString(view->server->toStdString())})) {
        view->server.reset();
        view->vmHost.reset();
        view->collection.reset();
    }
    const auto filter = filterOf(*view);
    if (!filter)
        return;
    m_pane.filter().showFilter(*filter, view->filter, view->placeLabel);
    if (const Known* const known = find(view->name); known != nullptr && known->filter == filter) {
        m_shown = known->key;
        m_panel.mark(m_shown);
    }
}

storage::SavedView ViewFlow::current() const
{
    const FilterBar& bar = m_pane.filter();
    storage::SavedView view = viewOf(bar.filter(), bar.typed(), bar.placeLabel());
    m_pane.view().describe(view);
    return view;
}

void ViewFlow::saveAs(const QString& name)
{
    storage::SavedView view = current();
    view.name = name;
    settle(m_console.services().views->put(view));
    m_shown = QStringLiteral("own/") + name.simplified().left(storage::ViewStore::longestName);
    m_panel.mark(m_shown);
}

void ViewFlow::settle(const core::Result<>& done)
{
    read();
    if (!done) {
        const models::Sentence said = models::describe(done.error());
        m_pane.showNotice(NoticePanel::Kind::Failure, tr("The view could not be saved. %1").arg(said.what),
                          said.nextStep);
    }
}

void ViewFlow::askName(const QString& title, const QString& label, const QString& name,
                       const std::function<void(const QString& name)>& then)
{
    auto* const dialog = new QInputDialog(&m_window);
    dialog->setObjectName(QStringLiteral("viewNameDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setInputMode(QInputDialog::TextInput);
    dialog->setWindowTitle(title);
    dialog->setLabelText(label);
    dialog->setOkButtonText(tr("OK"));
    dialog->setCancelButtonText(tr("Cancel"));
    dialog->setTextValue(name);
    if (auto* const field = dialog->findChild<QLineEdit*>()) {
        field->setMaxLength(storage::ViewStore::longestName);
        field->setAccessibleName(label);
    }
    connect(dialog, &QInputDialog::textValueSelected, this, [then](const QString& given) {
        if (!given.simplified().isEmpty())
            then(given);
    });
    dialog->open();
}

void ViewFlow::askNewName(const QString& key)
{
    const Known* const known = find(key);
    if (known == nullptr || !known->isOwn)
        return;
    const QString old = known->view.name;
    askName(tr("Rename the view"), tr("New name of the view"), old,
            [this, old](const QString& name) { settle(m_console.services().views->rename(old, name)); });
}

void ViewFlow::askRemoval(const QString& key)
{
    const Known* const known = find(key);
    if (known == nullptr || !known->isOwn)
        return;
    auto* const box = new QMessageBox(QMessageBox::Question, tr("Remove the view"),
                                      tr("Remove the view “%1”? Sessions are not touched.")
                                          .arg(models::plainText(known->view.name, storage::ViewStore::longestName)),
                                      QMessageBox::Cancel, &m_window);
    box->setObjectName(QStringLiteral("removeViewBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    QPushButton* const remove = box->addButton(tr("&Remove"), QMessageBox::AcceptRole);
    remove->setObjectName(QStringLiteral("removeViewButton"));
    connect(remove, &QPushButton::clicked, this,
            [this, name = known->view.name] { settle(m_console.services().views->remove(name)); });
    box->open();
}

} // namespace deskwarden::ui
