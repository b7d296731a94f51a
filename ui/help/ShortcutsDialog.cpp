// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/help/ShortcutsDialog.h"

#include "models/texts/FoldedText.h"
#include "ui/widgets/ActionText.h"
#include "ui/widgets/SearchField.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace deskwarden::ui {

ShortcutsDialog::ShortcutsDialog(const QWidget& window, QWidget* parent)
    : QDialog(parent)
    , m_search(new QLineEdit(this))
    , m_keys(new QTreeWidget(this))
{
    setObjectName(QStringLiteral("shortcutsDialog"));
    setWindowTitle(tr("Keyboard shortcuts"));
    m_search->setObjectName(QStringLiteral("searchEdit"));
    m_search->setPlaceholderText(tr("Search the keys"));
    m_search->setAccessibleName(m_search->placeholderText());
    makeSearchField(*m_search);
    m_keys->setObjectName(QStringLiteral("shortcutsTree"));
    m_keys->setAccessibleName(tr("Keyboard shortcuts"));
    m_keys->setHeaderLabels({tr("What it does"), tr("Keys")});
    m_keys->setRootIsDecorated(false);
    m_keys->setUniformRowHeights(true);
    for (const QAction* const action : window.findChildren<QAction*>()) {
        if (action->text().isEmpty() || keysOf(*action).isEmpty())
            continue;
        // Read from the right, Ctrl+/ would become /+Ctrl.
        const QString keys = isRightToLeft() ? QChar(0x200E) + keysOf(*action) : keysOf(*action);
        auto* const line = new QTreeWidgetItem(m_keys, {readableText(action->text()), keys});
        line->setToolTip(0, action->statusTip());
    }
    m_keys->sortItems(0, Qt::AscendingOrder);
    m_keys->header()->setStretchLastSection(false); // or the keys would get what is left, however little that is
    m_keys->resizeColumnToContents(0);
    m_keys->resizeColumnToContents(1);
    const int columns = m_keys->header()->length() + m_keys->verticalScrollBar()->sizeHint().width();
    m_keys->header()->setStretchLastSection(true);
    if (m_keys->topLevelItemCount() > 0)
        m_keys->setCurrentItem(m_keys->topLevelItem(0));
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    auto* const layout = new QVBoxLayout(this);
    layout->addWidget(m_search);
    layout->addWidget(m_keys, 1);
    layout->addWidget(buttons);
    connect(m_search, &QLineEdit::textChanged, this, &ShortcutsDialog::search);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    const int unit = fontMetrics().averageCharWidth();
    resize(std::max(unit * 70, columns + unit * 8), fontMetrics().height() * 26);
}

void ShortcutsDialog::search(const QString& words)
{
    const QString asked = models::withoutAccents(words.trimmed());
    for (int row = 0; row < m_keys->topLevelItemCount(); ++row) {
        QTreeWidgetItem* const line = m_keys->topLevelItem(row);
        line->setHidden(!models::withoutAccents(line->text(0) + QLatin1Char(' ') + line->text(1)).contains(asked));
    }
}

} // namespace deskwarden::ui
