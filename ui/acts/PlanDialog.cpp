// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/acts/PlanDialog.h"

#include "ui/acts/ConfirmationEntry.h"
#include "ui/acts/ReasonField.h"
#include "ui/widgets/CopyAction.h"
#include "ui/widgets/DestructiveButton.h"
#include "ui/widgets/InEachPalette.h"
#include "ui/widgets/ListsGoOn.h"
#include "ui/widgets/ListTable.h"
#include "ui/widgets/NoticePanel.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QScreen>
#include <QTableView>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace deskwarden::ui {

PlanDialog::PlanDialog(QWidget* parent)
    : QDialog(parent)
    , m_title(new QLabel(this))
    , m_who(new QLabel(this))
    , m_consequence(new QLabel(this))
    , m_warning(new NoticePanel(this))
    , m_splits(new QLabel(this))
    , m_tabs(new QTabWidget(this))
    , m_hit(makeTable("hitTable"))
    , m_leftOut(makeTable("leftOutTable"))
    , m_form(new QFormLayout)
    , m_reason(new ReasonField(this))
    , m_countLabel(new QLabel(this))
    , m_count(new QLineEdit(this))
{
    setWindowModality(Qt::WindowModal);
    letListsGoOnBehind(*this);
    setSizeGripEnabled(true);
    m_title->setObjectName(QStringLiteral("titleLabel"));
    m_who->setObjectName(QStringLiteral("whoLabel"));
    m_consequence->setObjectName(QStringLiteral("consequenceLabel"));
    m_warning->setObjectName(QStringLiteral("impactNotice"));
    m_splits->setObjectName(QStringLiteral("splitsLabel"));
    m_tabs->setObjectName(QStringLiteral("listsTabs"));
    m_reason->setObjectName(QStringLiteral("reasonField"));
    m_count->setObjectName(QStringLiteral("countEdit"));
    layOut();
    m_entry = new ConfirmationEntry({*m_title, *m_who, *m_countLabel, *m_count, *m_reason}, this);
    connect(m_confirm, &QPushButton::clicked, this, &PlanDialog::confirm);
    connect(m_entry, &ConfirmationEntry::confirmed, this, &PlanDialog::confirm);
    connect(m_entry, &ConfirmationEntry::changed, this, &PlanDialog::updateButton);
}

QTableView* PlanDialog::makeTable(const char* name)
{
    auto* const table = new QTableView(this);
    table->setObjectName(QString::fromLatin1(name));
    showAsList(*table);
    table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table->setSizeAdjustPolicy(QAbstractScrollArea::AdjustIgnored);
    addCopyAction(*table);
    return table;
}

void PlanDialog::layOut()
{
    for (QLabel* const label : {m_title, m_who, m_consequence, m_splits}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_hit, QString());
    m_tabs->addTab(m_leftOut, QString());
    m_tabs->setMinimumHeight(fontMetrics().height() * 3 / 2 * 8);
    m_hit->setAccessibleName(tr("Everything that is hit"));
    m_leftOut->setAccessibleName(tr("What is left out, with the reason"));
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    auto* const reasonLabel = new QLabel(tr("&Reason or ticket:"), this);
    reasonLabel->setBuddy(m_reason);
    m_form->addRow(reasonLabel, m_reason);
    m_count->setInputMethodHints(Qt::ImhDigitsOnly);
    m_count->setMaxLength(9);
    m_countLabel->setBuddy(m_count);
    m_form->addRow(m_countLabel, m_count);
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_cancel = buttons->button(QDialogButtonBox::Cancel);
    m_cancel->setText(tr("Cancel"));
    m_confirm = buttons->addButton(QString(), QDialogButtonBox::ActionRole);
    m_confirm->setObjectName(QStringLiteral("confirmButton"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* const column = new QVBoxLayout(this);
    for (QWidget* const widget : std::initializer_list<QWidget*>{m_title, m_who, m_consequence, m_warning, m_splits})
        column->addWidget(widget);
    column->addWidget(m_tabs, 1);
    column->addLayout(m_form);
    column->addWidget(buttons);
}

void PlanDialog::addField(QLabel& label, QLineEdit& field)
{
    label.setBuddy(&field);
    m_form->insertRow(0, &label, &field);
    m_entry->addField(field);
    m_field = &field;
}

void PlanDialog::offerTickets(storage::Preferences& preferences, const management::Policy& policy)
{
    m_policy = policy;
    m_reason->offer(preferences, policy);
    updateButton();
}

void PlanDialog::showLists(QAbstractItemModel& hit, QAbstractItemModel& leftOut)
{
    m_hit->setModel(&hit);
    m_leftOut->setModel(&leftOut);
}

void PlanDialog::hideColumn(int column, bool isHidden)
{
    m_hit->setColumnHidden(column, isHidden);
    m_leftOut->setColumnHidden(column, isHidden);
}

/// The rows that are seen first are enough, however many there are.
void PlanDialog::fitColumns()
{
    for (QTableView* const table : {m_hit, m_leftOut}) {
        QHeaderView* const header = table->horizontalHeader();
        header->setStretchLastSection(false); // the last one has the width of its text as well
        header->setResizeContentsPrecision(20);
        table->resizeColumnsToContents();
        const int room = table->fontMetrics().horizontalAdvance(QLatin1Char('n'));
        for (int column = 0; column < header->count(); ++column)
            header->resizeSection(column, std::min(header->sectionSize(column) + 2 * room, 32 * room));
        header->setStretchLastSection(true);
    }
}

void PlanDialog::showQuestion(const PlanQuestion& question)
{
    const bool isFirst = m_question.title.isEmpty();
    m_question = question;
    m_title->setText(question.title);
    setAccessibleDescription(question.title);
    m_who->setText(question.who);
    m_who->setVisible(!question.who.isEmpty());
    m_consequence->setText(question.consequence);
    m_consequence->setVisible(!question.consequence.isEmpty());
    m_splits->setText(question.splits);
    m_splits->setVisible(!question.splits.isEmpty());
    if (question.warning.isEmpty())
        m_warning->clear();
    else
        m_warning->showNotice(NoticePanel::Kind::Warning, question.warning);
    const auto number = [](std::size_t count) { return QLocale().toString(static_cast<qulonglong>(count)); };
    m_tabs->setVisible(question.who.isEmpty() && question.count + question.leftOut > 0);
    m_tabs->setTabText(0, tr("&Hit: %1").arg(number(question.count)));
    m_tabs->setTabText(1, tr("&Left out: %1").arg(number(question.leftOut)));
    m_tabs->setTabVisible(1, question.leftOut > 0);
    if (question.count == 0 && question.leftOut > 0)
        m_tabs->setCurrentIndex(1);
    m_entry->ask(question.count, question.isTyped);
    m_confirm->setText(question.confirmLabel);
    m_confirm->setVisible(question.count > 0);
    if (isFirst && !question.canBeTakenBack)
        inEachPalette(*this, [this] { makeDestructive(*m_confirm); });
    updateButton();
    if (isVisible())
        fitSize();
}

void PlanDialog::setFilledIn(bool isFilledIn)
{
    m_isFilledIn = isFilledIn;
    updateButton();
}

void PlanDialog::updateButton()
{
    m_confirm->setEnabled(m_question.count > 0 && m_isFilledIn && m_entry->isFilledIn());
    m_entry->setByEnter(m_question.isByEnter);
    m_cancel->setDefault(!m_question.isByEnter);
    m_confirm->setDefault(m_question.isByEnter);
}

void PlanDialog::setVisible(bool isShown)
{
    if (isShown && !isVisible()) {
        fitColumns();
        fitSize();
        if (m_field != nullptr)
            m_field->setFocus();
        else if (m_question.isTyped && !m_policy.requiresReason)
            m_count->setFocus();
        else
            m_reason->setFocus();
    }
    QDialog::setVisible(isShown);
}

/// As wide as what is listed, as high as all that is shown.
void PlanDialog::fitSize()
{
    const int margins = layout()->contentsMargins().left() + layout()->contentsMargins().right();
    int wanted = 72 * fontMetrics().averageCharWidth();
    if (!m_tabs->isHidden()) {
        for (const QTableView* const table : {m_hit, m_leftOut})
            wanted = std::max(wanted, table->horizontalHeader()->length() + 4 * fontMetrics().height());
    }
    wanted = std::max(wanted, isVisible() ? width() - margins : 0);
    const int width = std::min(wanted + margins, screen()->availableSize().width() * 9 / 10);
    const int height = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width) : sizeHint().height();
    resize(width, isVisible() ? std::max(height, this->height()) : height);
}

void PlanDialog::confirm()
{
    if (result() == Accepted || !m_confirm->isEnabled())
        return;
    const QString reason = m_reason->reason();
    m_reason->remember();
    accept();
    emit confirmed(reason);
}

} // namespace deskwarden::ui
