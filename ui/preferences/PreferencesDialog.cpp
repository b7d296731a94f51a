// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/preferences/PreferencesDialog.h"

#include "models/texts/FoldedText.h"
#include "ui/preferences/HandOffPanel.h"
#include "ui/preferences/KeptPasswordsPanel.h"
#include "ui/preferences/PreferenceRow.h"
#include "ui/widgets/ContentScrollArea.h"
#include "ui/widgets/InEachLanguage.h"
#include "ui/widgets/SearchField.h"
#include "ui/widgets/Theme.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace deskwarden::ui {

PreferencesDialog::PreferencesDialog(storage::Preferences& preferences, const management::Policy& policy,
                                     QWidget* parent)
    : QDialog(parent)
    , m_preferences(preferences)
    , m_search(new QLineEdit(this))
    , m_nothing(new QLabel(this))
{
    setObjectName(QStringLiteral("preferencesDialog"));
    m_search->setObjectName(QStringLiteral("searchEdit"));
    makeSearchField(*m_search);
    connect(m_search, &QLineEdit::textChanged, this, &PreferencesDialog::search);
    m_nothing->setObjectName(QStringLiteral("nothingLabel"));
    m_nothing->setTextFormat(Qt::PlainText);
    m_nothing->hide();

    auto* const content = new QWidget(this);
    auto* const pages = new QVBoxLayout(content);
    pages->setSpacing(12);
    m_content = pages;
    addPages(*pages, policy);
    pages->addWidget(m_nothing);
    pages->addStretch(1);
    auto* const area = new ContentScrollArea(this);
    area->setWidget(content);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);

    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_resetAll = buttons->addButton(QString(), QDialogButtonBox::ResetRole);
    inEachLanguage(*m_resetAll, [this] { m_resetAll->setText(tr("&All to their defaults")); });
    m_resetAll->setObjectName(QStringLiteral("resetAllButton"));
    // Enter in the search must close nothing.
    m_resetAll->setAutoDefault(false);
    QPushButton* const close = buttons->button(QDialogButtonBox::Close);
    inEachLanguage(*close, [close] { close->setText(tr("Close")); });
    close->setAutoDefault(false);
    connect(m_resetAll, &QPushButton::clicked, this, &PreferencesDialog::resetAll);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* const layout = new QVBoxLayout(this);
    layout->addWidget(m_search);
    layout->addWidget(area, 1);
    layout->addWidget(buttons);
    inEachLanguage(*this, [this, area, policy] {
        showWords(policy);
        area->setAccessibleName(windowTitle());
    });
    showResetAll();
    m_search->setFocus();
    // Wide enough for most hints to take one line, and low enough for a small screen.
    resize(fontMetrics().averageCharWidth() * 95, fontMetrics().height() * 36);
}

void PreferencesDialog::addPages(QVBoxLayout& pages, const management::Policy& policy)
{
    QVBoxLayout* page = nullptr;
    for (PreferenceSpec& spec : preferenceSpecs(policy)) {
        const bool isNew = m_rows.empty() || m_rows.back()->spec().page != spec.page;
        if (isNew) {
            auto* const box = new QGroupBox(this);
            page = new QVBoxLayout(box);
            page->setSpacing(10);
            pages.addWidget(box);
            m_pages.push_back(box);
        }
        auto* const row = new PreferenceRow(std::move(spec), m_preferences, m_pages.back());
        connect(row, &PreferenceRow::changed, this, &PreferencesDialog::changed);
        connect(row, &PreferenceRow::changed, this, &PreferencesDialog::showResetAll);
        page->addWidget(row);
        m_rows.push_back(row);
    }
}

void PreferencesDialog::showWords(const management::Policy& policy)
{
    setWindowTitle(tr("Preferences"));
    m_nothing->setText(tr("No setting has these words."));
    m_search->setPlaceholderText(tr("Search the settings"));
    m_search->setAccessibleName(m_search->placeholderText());
    std::vector<PreferenceSpec> specs = preferenceSpecs(policy);
    for (std::size_t place = 0; place < m_rows.size(); ++place) {
        if (auto* const box = qobject_cast<QGroupBox*>(m_rows[place]->parentWidget()))
            box->setTitle(pageTitle(specs[place].page));
        m_rows[place]->setWords(std::move(specs[place]));
    }
}

void PreferencesDialog::offerPasswords(storage::CredentialStore& store,
                                       const std::vector<storage::KnownServer>& servers)
{
    addBox(*new KeptPasswordsPanel(store, servers, this), QT_TR_NOOP("Kept passwords"));
}

void PreferencesDialog::offerHandOffs(const management::Policy& policy)
{
    addBox(*new HandOffPanel(m_preferences, policy, this), QT_TR_NOOP("Programs that take over"));
}

void PreferencesDialog::addBox(QWidget& panel, const char* title)
{
    auto* const box = new QGroupBox(this);
    inEachLanguage(*box, [box, title] { box->setTitle(tr(title)); });
    auto* const layout = new QVBoxLayout(box);
    layout->addWidget(&panel);
    m_content->insertWidget(m_content->indexOf(m_nothing), box);
    // Found by its own words, as a page of settings is.
    connect(m_search, &QLineEdit::textChanged, box, [this, box](const QString& words) {
        const bool isMeant = models::withoutAccents(box->title()).contains(models::withoutAccents(words.trimmed()));
        box->setVisible(isMeant);
        m_nothing->setVisible(m_nothing->isVisible() && !isMeant);
    });
}

void PreferencesDialog::search(const QString& words)
{
    bool isAnyShown = false;
    for (QWidget* const page : m_pages) {
        bool isPageShown = false;
        for (PreferenceRow* const row : m_rows) {
            if (row->parentWidget() != page)
                continue;
            row->setVisible(row->mentions(words));
            isPageShown = isPageShown || row->mentions(words);
        }
        page->setVisible(isPageShown);
        isAnyShown = isAnyShown || isPageShown;
    }
    m_nothing->setVisible(!isAnyShown);
}

void PreferencesDialog::resetAll()
{
    for (PreferenceRow* const row : m_rows)
        row->reset();
    m_search->setFocus();
}

void PreferencesDialog::showResetAll()
{
    m_resetAll->setEnabled(!std::ranges::all_of(m_rows, [](const PreferenceRow* row) { return row->isDefault(); }));
}

} // namespace deskwarden::ui
