// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/FilterBar.h"

#include "models/Texts.h"
#include "ui/FlowLayout.h"
#include "ui/Icons.h"
#include "ui/StateChip.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

namespace deskwarden::ui {

namespace {

/// In the order in which the helpdesk asks for them.
constexpr core::ConnectState chipStates[] = {
    core::ConnectState::Active,       core::ConnectState::Disconnected, core::ConnectState::Connected,
    core::ConnectState::ConnectQuery, core::ConnectState::Shadow,       core::ConnectState::Idle,
    core::ConnectState::Listen,       core::ConnectState::Reset,        core::ConnectState::Down,
    core::ConnectState::Init,         core::ConnectState::Absent,
};

QToolButton* textButton(const char* icon, QWidget* parent)
{
    auto* const button = new QToolButton(parent);
    button->setIcon(outlineIcon(icon));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

FilterBar::FilterBar(QWidget* parent)
    : QWidget(parent)
    , m_field(new QLineEdit(this))
    , m_chipRow(new FlowLayout(6))
    , m_place(textButton("x", this))
    , m_summary(new QLabel(this))
    , m_clear(textButton("filter-off", this))
{
    setObjectName(QStringLiteral("filterBar"));
    m_field->setObjectName(QStringLiteral("filterEdit"));
    m_field->setAccessibleName(tr("Filter"));
    m_field->setPlaceholderText(tr("Filter by user, virtual machine, host, client… (%1)")
                                    .arg(QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText)));
    m_field->setClearButtonEnabled(true);
    m_field->setMaxLength(200);
    m_field->addAction(outlineIcon("search", Tone::Muted), QLineEdit::LeadingPosition);
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &FilterBar::apply);

    m_place->setObjectName(QStringLiteral("placeButton"));
    m_place->setToolTip(tr("Show all places again"));
    m_place->hide();
    connect(m_place, &QToolButton::clicked, this, [this] { setPlace({}, {}); });
    m_clear->setObjectName(QStringLiteral("clearFilterButton"));
    m_clear->setText(tr("Clear the filter"));
    m_clear->setAccessibleName(m_clear->text());
    m_clear->hide();
    connect(m_clear, &QToolButton::clicked, this, &FilterBar::clear);
    m_summary->setObjectName(QStringLiteral("filterSummaryLabel"));
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setContentsMargins(0, 5, 0, 0);

    auto* const upper = new QHBoxLayout;
    upper->addWidget(m_field, 1);
    upper->addWidget(m_place);
    upper->addWidget(m_clear);
    addChips();
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 6);
    layout->setSpacing(8);
    layout->addLayout(upper);
    auto* const lower = new QHBoxLayout;
    lower->addLayout(m_chipRow, 1);
    lower->addWidget(m_summary, 0, Qt::AlignTop);
    layout->addLayout(lower);
}

void FilterBar::addChips()
{
    for (const core::ConnectState state : chipStates) {
        auto* const chip = new StateChip(state, this);
        // The two that matter always stand there, so that nothing jumps when the list fills.
        chip->setVisible(state == core::ConnectState::Active || state == core::ConnectState::Disconnected);
        connect(chip, &StateChip::toggled, this, &FilterBar::apply);
        m_chips.push_back(chip);
        m_chipRow->addWidget(chip);
    }
}

void FilterBar::setPlace(const models::SessionFilter& place, const QString& label)
{
    m_filter.server = place.server;
    m_filter.vmHost = place.vmHost;
    m_filter.collection = place.collection;
    m_place->setText(label);
    m_place->setAccessibleName(tr("Only %1. Show all places again").arg(label));
    m_place->setVisible(!label.isEmpty());
    apply();
}

void FilterBar::showCounts(const models::SessionCounts& counts)
{
    for (StateChip* const chip : m_chips) {
        const auto found = counts.states.find(chip->state());
        const std::size_t count = found == counts.states.end() ? 0 : found->second;
        chip->setCount(count);
        const bool isUsual =
            chip->state() == core::ConnectState::Active || chip->state() == core::ConnectState::Disconnected;
        chip->setVisible(isUsual || count > 0 || chip->isChecked());
    }
    const QLocale locale;
    m_summary->setText(m_filter.isEmpty() ? QString()
                                          : tr("Showing %1 of %2")
                                                .arg(locale.toString(static_cast<qulonglong>(counts.visible)),
                                                     locale.toString(static_cast<qulonglong>(counts.total))));
}

void FilterBar::focusField()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void FilterBar::clear()
{
    // The field's own button listens to its signals too, so they are not blocked.
    m_field->clear();
    for (StateChip* const chip : m_chips) {
        const QSignalBlocker blocker(chip);
        chip->setChecked(false);
        chip->update();
    }
    setPlace({}, {});
}

void FilterBar::readFilter()
{
    m_filter.text = m_field->text();
    m_filter.states.clear();
    for (const StateChip* const chip : m_chips) {
        if (chip->isChecked())
            m_filter.states.push_back(chip->state());
    }
}

void FilterBar::apply()
{
    readFilter();
    m_clear->setVisible(!m_filter.isEmpty());
    emit filterChanged(m_filter);
}

bool FilterBar::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const auto* const key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Down || key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            emit listRequested();
            return true;
        }
        if (key->key() == Qt::Key_Escape && !m_field->text().isEmpty()) {
            m_field->clear();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace deskwarden::ui
