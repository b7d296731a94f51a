// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/acts/TemplatesDialog.h"

#include "models/texts/MessageRules.h"
#include "models/texts/Texts.h"
#include "ui/widgets/NoticePanel.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace deskwarden::ui {

namespace {

constexpr int longestName = 60;

/// One sentence about what is wrong with it; empty if nothing is.
QString problemOf(const models::MessageTemplate& message)
{
    if (message.name.trimmed().isEmpty())
        return TemplatesDialog::tr("The template needs a name.");
    const QString gap = models::messageGap(message.title, message.text);
    return gap.isEmpty() ? models::templateProblem(message.title, message.text) : gap;
}

} // namespace

TemplatesDialog::TemplatesDialog(std::vector<models::MessageTemplate> templates, QWidget* parent)
    : QDialog(parent)
    , m_templates(std::move(templates))
    , m_list(new QListWidget(this))
    , m_name(new QLineEdit(this))
    , m_title(new QLineEdit(this))
    , m_text(new QPlainTextEdit(this))
    , m_notice(new NoticePanel(this))
    , m_remove(new QPushButton(tr("&Remove"), this))
{
    setObjectName(QStringLiteral("templatesDialog"));
    setWindowTitle(tr("Templates of messages"));
    setWindowModality(Qt::WindowModal);
    layOut();
    connect(m_list, &QListWidget::currentRowChanged, this, &TemplatesDialog::showCurrent);
    connect(m_name, &QLineEdit::textChanged, this, &TemplatesDialog::takeFields);
    connect(m_title, &QLineEdit::textChanged, this, &TemplatesDialog::takeFields);
    connect(m_text, &QPlainTextEdit::textChanged, this, &TemplatesDialog::takeFields);
    connect(m_remove, &QPushButton::clicked, this, &TemplatesDialog::remove);
    connect(m_save, &QPushButton::clicked, this, &TemplatesDialog::save);
    fillList(0);
    m_list->setFocus();
}

void TemplatesDialog::layOut()
{
    m_list->setObjectName(QStringLiteral("templateList"));
    m_list->setAccessibleName(tr("Templates"));
    m_name->setObjectName(QStringLiteral("templateNameEdit"));
    m_name->setMaxLength(longestName);
    m_title->setObjectName(QStringLiteral("templateTitleEdit"));
    m_text->setObjectName(QStringLiteral("templateTextEdit"));
    m_text->setTabChangesFocus(true);
    m_remove->setObjectName(QStringLiteral("removeTemplateButton"));
    auto* const add = new QPushButton(tr("&Add"), this);
    auto* const reset = new QPushButton(tr("Reset a&ll"), this);
    add->setObjectName(QStringLiteral("addTemplateButton"));
    reset->setObjectName(QStringLiteral("resetTemplatesButton"));
    reset->setToolTip(tr("Brings back the templates that come with the program, and nothing else"));
    connect(add, &QPushButton::clicked, this, &TemplatesDialog::add);
    connect(reset, &QPushButton::clicked, this, &TemplatesDialog::reset);
    auto* const changes = new QHBoxLayout;
    for (QPushButton* const button : {add, m_remove, reset}) {
        button->setAutoDefault(false);
        changes->addWidget(button);
    }
    auto* const left = new QVBoxLayout;
    left->addWidget(m_list, 1);
    left->addLayout(changes);

    const auto label = [this](const QString& text, QWidget* buddy) {
        auto* const made = new QLabel(text, this);
        made->setBuddy(buddy);
        return made;
    };
    auto* const places = new QLabel(tr("What is filled in: {user} the user's name, {vm} the virtual machine, {minutes} "
                                       "the time until the log-off, {ticket} the reason or ticket."),
                                    this);
    places->setTextFormat(Qt::PlainText);
    places->setWordWrap(true);
    auto* const fields = new QGridLayout;
    fields->addWidget(label(tr("&Name:"), m_name), 0, 0);
    fields->addWidget(m_name, 0, 1);
    fields->addWidget(label(tr("T&itle:"), m_title), 1, 0);
    fields->addWidget(m_title, 1, 1);
    fields->addWidget(label(tr("Te&xt:"), m_text), 2, 0, Qt::AlignTop);
    fields->addWidget(m_text, 2, 1);
    fields->addWidget(places, 3, 1);
    fields->addWidget(m_notice, 4, 1);
    fields->setRowStretch(2, 1);

    auto* const body = new QHBoxLayout;
    body->addLayout(left, 2);
    body->addLayout(fields, 3);
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
    m_save = buttons->addButton(tr("&Save"), QDialogButtonBox::ActionRole);
    m_save->setObjectName(QStringLiteral("saveTemplatesButton"));
    m_save->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* const column = new QVBoxLayout(this);
    column->addLayout(body, 1);
    column->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 104, fontMetrics().lineSpacing() * 20);
}

void TemplatesDialog::select(int index)
{
    if (index >= 0)
        m_list->setCurrentRow(index);
}

void TemplatesDialog::fillList(int current)
{
    {
        const QSignalBlocker blocker(m_list);
        m_list->clear();
        for (const models::MessageTemplate& message : m_templates)
            m_list->addItem(models::plainText(message.name, 80));
        m_list->setCurrentRow(std::min(current, m_list->count() - 1));
    }
    showCurrent();
}

void TemplatesDialog::showCurrent()
{
    const int row = m_list->currentRow();
    const bool isAny = row >= 0;
    m_isFilling = true;
    const models::MessageTemplate shown =
        isAny ? m_templates.at(static_cast<std::size_t>(row)) : models::MessageTemplate();
    m_name->setText(shown.name);
    m_title->setText(shown.title);
    m_text->setPlainText(shown.text);
    m_isFilling = false;
    for (QWidget* const field :
         {static_cast<QWidget*>(m_name), static_cast<QWidget*>(m_title), static_cast<QWidget*>(m_text)})
        field->setEnabled(isAny);
    validate();
}

void TemplatesDialog::takeFields()
{
    const int row = m_list->currentRow();
    if (m_isFilling || row < 0)
        return;
    models::MessageTemplate& message = m_templates.at(static_cast<std::size_t>(row));
    const QString name = m_name->text();
    message = models::completed(m_title->text(), m_text->toPlainText());
    message.title = m_title->text(); // also when it is empty
    message.name = name;
    m_list->item(row)->setText(models::plainText(name, 80));
    validate();
}

void TemplatesDialog::add()
{
    models::MessageTemplate message;
    message.name = tr("New template");
    m_templates.push_back(std::move(message));
    fillList(static_cast<int>(m_templates.size()) - 1);
    m_name->setFocus();
    m_name->selectAll();
}

void TemplatesDialog::remove()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    m_templates.erase(m_templates.begin() + row);
    fillList(row);
    m_list->setFocus();
}

void TemplatesDialog::reset()
{
    m_templates = models::shippedTemplates();
    fillList(0);
}

/// Of the shown one first, then of the others, by their names.
void TemplatesDialog::validate()
{
    const int row = m_list->currentRow();
    m_remove->setEnabled(row >= 0 && m_templates.size() > 1);
    QString problem;
    if (row >= 0)
        problem = problemOf(m_templates.at(static_cast<std::size_t>(row)));
    for (const models::MessageTemplate& message : m_templates) {
        if (const QString other = problem.isEmpty() ? problemOf(message) : QString(); !other.isEmpty())
            problem = tr("%1: %2").arg(models::plainText(message.name), other);
    }
    if (problem.isEmpty())
        m_notice->clear();
    else
        m_notice->showNotice(NoticePanel::Kind::Failure, problem);
    m_save->setEnabled(problem.isEmpty());
}

void TemplatesDialog::save()
{
    if (result() == Accepted || !m_save->isEnabled())
        return;
    const int row = m_list->currentRow();
    accept();
    emit saved(m_templates, row);
}

} // namespace deskwarden::ui
