// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/window/ListMenu.h"

#include "models/table/TableText.h"
#include "models/texts/Texts.h"
#include "storage/OwnFiles.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/InEachLanguage.h"
#include "ui/window/ActionSet.h"

#include <QAction>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMainWindow>
#include <QMenu>
#include <QMessageBox>
#include <QStatusBar>
#include <QTableView>

#include <algorithm>
#include <numeric>
#include <utility>

namespace deskwarden::ui {

ListMenu::ListMenu(QMainWindow& window, models::SessionTableModel& sessions, QTableView& view, ActionSet& actions,
                   core::StartThread startThread)
    : QObject(&window)
    , m_window(window)
    , m_sessions(sessions)
    , m_view(view)
    , m_work(nullptr, std::move(startThread))
{
    addToMenus(actions);
    connect(this, &ListMenu::written, this, &ListMenu::tell);
}

void ListMenu::addToMenus(ActionSet& actions)
{
    auto* const copies = new QMenu(&m_window);
    copies->setObjectName(QStringLiteral("copyAsMenu"));
    copies->setIcon(outlineIcon("clipboard-text"));
    const auto addCopy = [this, copies](const char* name, const char* text, models::ListFormat format) {
        QAction* const action = copies->addAction(QString());
        inEachLanguage(*copies, [action, text] { action->setText(tr(text)); });
        action->setObjectName(QString::fromLatin1(name));
        connect(action, &QAction::triggered, this, [this, format] { copyAs(format); });
    };
    addCopy("copyAsTextAction", QT_TR_NOOP("&Text with tabs"), models::ListFormat::Tabs);
    addCopy("copyAsTableAction", QT_TR_NOOP("T&able"), models::ListFormat::Aligned);
    addCopy("copyAsPowerShellAction", QT_TR_NOOP("&PowerShell objects"), models::ListFormat::PowerShell);
    auto* const save = new QAction(outlineIcon("device-floppy"), QString(), this);
    save->setObjectName(QStringLiteral("saveListAction"));
    save->setShortcut(QKeySequence::Save);
    auto* const saveSelected = new QAction(this);
    saveSelected->setObjectName(QStringLiteral("saveSelectedAction"));
    inEachLanguage(m_window, [copies, save, saveSelected] {
        copies->setTitle(tr("Copy &as"));
        save->setText(tr("&Save the list…"));
        save->setStatusTip(tr("Write what is shown to a file, as CSV or JSON"));
        saveSelected->setText(tr("Sa&ve the selected lines…"));
    });
    connect(save, &QAction::triggered, this, [this] { chooseFile(false); });
    connect(saveSelected, &QAction::triggered, this, [this] { chooseFile(true); });
    // The menu that has Copy, but not the context menu, which is made anew each time.
    for (QObject* const holder : actions.copy->associatedObjects()) {
        if (auto* const menu = qobject_cast<QMenu*>(holder)) {
            menu->addMenu(copies);
            menu->addSeparator();
            menu->addActions({save, saveSelected});
            connect(menu, &QMenu::aboutToShow, this, [this, copies, saveSelected] {
                copies->setEnabled(m_sessions.rowCount() > 0);
                saveSelected->setEnabled(m_sessions.sessionCountIn(m_view.selectionModel()->selection()) > 0);
            });
            break;
        }
    }
}

models::ListPart ListMenu::part(bool isSelectionAlone) const
{
    models::ListPart part{m_sessions.frozen(), {}, {}};
    const QHeaderView* const header = m_view.horizontalHeader();
    for (int place = 0; place < header->count(); ++place) {
        const int column = header->logicalIndex(place);
        if (!m_view.isColumnHidden(column))
            part.columns.push_back(static_cast<models::SessionColumn>(column));
    }
    if (!isSelectionAlone) {
        part.rows.resize(static_cast<std::size_t>(part.table.rowCount()));
        std::iota(part.rows.begin(), part.rows.end(), 0);
    } else {
        part.rows = models::rowsOf(m_view.selectionModel()->selection());
    }
    std::erase_if(part.rows, [&part](int row) { return row >= part.table.rowCount() || part.table.isSection(row); });
    return part;
}

void ListMenu::write(const QString& file, bool isSelectionAlone)
{
    const auto format =
        file.endsWith(QLatin1String(".json"), Qt::CaseInsensitive) ? models::ListFormat::Json : models::ListFormat::Csv;
    const bool isStarted = m_work.start(
        [this, file, format, shown = part(isSelectionAlone)](const std::stop_token& stop) -> std::function<void()> {
            const QByteArray bytes = models::listText(shown, format, stop);
            if (stop.stop_requested())
                return {};
            const auto saved = storage::writeWhole(file, bytes, storage::WrittenFor::Person);
            return [this, file, problem = saved ? QString() : saved.error()] { emit written(file, problem); };
        });
    if (!isStarted)
        emit written(file, models::describe(core::noThread()).joined());
}

/// Of what is selected, or of all if nothing is.
void ListMenu::copyAs(models::ListFormat format)
{
    const bool isStarted =
        m_work.start([format, shown = part(m_sessions.sessionCountIn(m_view.selectionModel()->selection()) > 0)](
                         const std::stop_token& stop) -> std::function<void()> {
            const QString text = QString::fromUtf8(models::listText(shown, format, stop));
            if (stop.stop_requested())
                return {};
            return [text] { QGuiApplication::clipboard()->setText(text); };
        });
    if (!isStarted)
        m_window.statusBar()->showMessage(models::describe(core::noThread()).joined(), 10'000);
}

void ListMenu::chooseFile(bool isSelectionAlone)
{
    auto* const chooser = new QFileDialog(&m_window, tr("Save the list"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setNameFilters({tr("Spreadsheet (*.csv)"), tr("JSON (*.json)")});
    chooser->setDefaultSuffix(QStringLiteral("csv"));
    connect(chooser, &QFileDialog::filterSelected, chooser, [chooser](const QString& filter) {
        chooser->setDefaultSuffix(filter.contains(QLatin1String("json")) ? QStringLiteral("json")
                                                                         : QStringLiteral("csv"));
    });
    connect(chooser, &QFileDialog::fileSelected, this,
            [this, isSelectionAlone](const QString& file) { write(file, isSelectionAlone); });
    chooser->open();
}

void ListMenu::tell(const QString& file, const QString& problem)
{
    const QString name = models::plainText(file);
    if (problem.isEmpty()) {
        m_window.statusBar()->showMessage(tr("Saved: %1").arg(name), 10'000);
        return;
    }
    auto* const box = new QMessageBox(QMessageBox::Warning, tr("Save the list"),
                                      tr("%1 could not be written.").arg(name), QMessageBox::Close, &m_window);
    box->setObjectName(QStringLiteral("saveProblemBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(models::plainText(problem));
    box->open();
}

} // namespace deskwarden::ui
