// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/acts/MessageEditor.h"

#include "models/texts/MessageRules.h"
#include "models/texts/Texts.h"
#include "storage/Preferences.h"
#include "ui/acts/TemplatesDialog.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/NoticePanel.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>

namespace deskwarden::ui {

namespace {

constexpr int linesOfText = 5;

/// Names come from elsewhere: what they could do to the lines around them is shown instead.
QString shownLines(const QString& text)
{
    QStringList lines = text.split(QLatin1Char('\n'));
    for (QString& line : lines)
        line = models::plainText(line);
    return lines.join(QLatin1Char('\n'));
}

core::SharedString longer(const core::SharedString& left, const core::SharedString& right)
{
    return right.view().size() > left.view().size() ? right : left;
}

QToolButton* stepButton(const char* name, const char* icon, const QString& text, QWidget* parent)
{
    auto* const button = new QToolButton(parent);
    button->setObjectName(QString::fromLatin1(name));
    button->setIcon(outlineIcon(icon));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setToolTip(text);
    button->setAccessibleName(text);
    return button;
}

} // namespace

MessageEditor::MessageEditor(QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
    , m_template(new QComboBox(this))
    , m_edit(new QPushButton(tr("&Edit templates…"), this))
    , m_title(new QLineEdit(this))
    , m_text(new QPlainTextEdit(this))
    , m_count(new QLabel(this))
    , m_previous(stepButton("previousRecipientButton", "chevron-left", tr("What the user before reads"), this))
    , m_next(stepButton("nextRecipientButton", "chevron-right", tr("What the next user reads"), this))
    , m_previewLabel(new QLabel(this))
    , m_preview(new QPlainTextEdit(this))
    , m_notice(new NoticePanel(this))
{
    layOut();
    connect(m_title, &QLineEdit::textChanged, this, &MessageEditor::update);
    connect(m_text, &QPlainTextEdit::textChanged, this, &MessageEditor::update);
    connect(m_template, &QComboBox::activated, this, &MessageEditor::useTemplate);
    connect(m_edit, &QPushButton::clicked, this, &MessageEditor::editTemplates);
    connect(m_previous, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { step(1); });
}

void MessageEditor::layOut()
{
    m_template->setObjectName(QStringLiteral("templateCombo"));
    m_edit->setObjectName(QStringLiteral("editTemplatesButton"));
    m_title->setObjectName(QStringLiteral("messageTitleEdit"));
    m_text->setObjectName(QStringLiteral("messageTextEdit"));
    m_count->setObjectName(QStringLiteral("messageCountLabel"));
    m_previewLabel->setObjectName(QStringLiteral("previewLabel"));
    m_preview->setObjectName(QStringLiteral("messagePreview"));
    m_notice->setObjectName(QStringLiteral("messageNotice"));

    m_template->setPlaceholderText(tr("own text"));
    m_template->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_template->setMinimumContentsLength(22);
    m_template->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_edit->setAutoDefault(false);
    for (QLabel* const label : {m_previewLabel, m_count}) {
        label->setTextFormat(Qt::PlainText);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_preview->setReadOnly(true);
    m_preview->setFrameShape(QFrame::StyledPanel);
    const int height = fontMetrics().lineSpacing() * linesOfText + 16; // its frame and margins
    for (QPlainTextEdit* const edit : {m_text, m_preview}) {
        edit->setTabChangesFocus(true);
        edit->setFixedHeight(height);
        edit->setMinimumWidth(fontMetrics().averageCharWidth() * 30);
    }
    const auto label = [this](const QString& text, QWidget* buddy) {
        auto* const made = new QLabel(text, this);
        made->setBuddy(buddy);
        return made;
    };
    auto* const templates = new QHBoxLayout;
    templates->addWidget(m_template, 1);
    templates->addWidget(m_edit);
    auto* const reader = new QHBoxLayout;
    reader->addWidget(m_previewLabel, 1);
    reader->addWidget(m_previous);
    reader->addWidget(m_next);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->addWidget(label(tr("Tem&plate:"), m_template), 0, 0);
    m_grid->addLayout(templates, 0, 1);
    m_grid->addWidget(label(tr("T&itle:"), m_title), 1, 0);
    m_grid->addWidget(m_title, 1, 1);
    m_grid->addLayout(reader, 1, 2);
    m_grid->addWidget(label(tr("Te&xt:"), m_text), 2, 0, Qt::AlignTop);
    m_grid->addWidget(m_text, 2, 1);
    m_grid->addWidget(m_preview, 2, 2);
    m_grid->addWidget(m_count, 3, 1, 1, 2);
    m_grid->addWidget(m_notice, 4, 0, 1, 3);
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnStretch(2, 1);
    // As the eye goes: what stands beside the templates comes between them and the title.
    setTabOrder(m_title, m_text);
    setTabOrder(m_text, m_previous);
    setTabOrder(m_previous, m_next);
    setTabOrder(m_next, m_preview);
}

void MessageEditor::addBeside(QLayout* layout)
{
    m_grid->addLayout(layout, 0, 2);
}

void MessageEditor::setUp(Purpose purpose, std::span<const core::Session> recipients)
{
    m_purpose = purpose;
    m_recipients.assign(recipients.begin(), recipients.end());
    m_longest = {};
    for (const core::Session& session : recipients) {
        m_longest.userName = longer(m_longest.userName, session.userName);
        m_longest.vmName = longer(m_longest.vmName, session.vmName);
    }
    m_previous->setVisible(m_recipients.size() > 1);
    m_next->setVisible(m_recipients.size() > 1);
    step(0);
}

void MessageEditor::offerTemplates(storage::Preferences& preferences)
{
    m_preferences = &preferences;
    m_all = models::templatesFrom(preferences.value(storage::preference::messageTemplates));
    m_templates = m_purpose == Purpose::Warning ? m_all : models::noteTemplates(m_all);
    m_template->clear();
    showTemplates();
}

void MessageEditor::setMessage(const QString& title, const QString& text)
{
    {
        const QSignalBlocker quietTitle(m_title);
        const QSignalBlocker quietText(m_text);
        m_title->setText(title);
        m_text->setPlainText(text);
    }
    update();
}

void MessageEditor::setFacts(const models::MessageFacts& facts)
{
    m_facts = facts;
    update();
}

QString MessageEditor::title() const
{
    return m_title->text();
}

QString MessageEditor::text() const
{
    return m_text->toPlainText();
}

void MessageEditor::focusTitle()
{
    m_title->setFocus();
}

void MessageEditor::useTemplate(int index)
{
    if (index < 0 || index >= static_cast<int>(m_templates.size()))
        return;
    const models::MessageTemplate chosen = m_templates[static_cast<std::size_t>(index)];
    setMessage(chosen.title, chosen.text);
}

/// The chosen one is the one that the fields hold.
void MessageEditor::showTemplates()
{
    const QSignalBlocker blocker(m_template);
    if (m_template->count() != static_cast<int>(m_templates.size())) {
        m_template->clear();
        for (const models::MessageTemplate& message : m_templates)
            m_template->addItem(models::plainText(message.name, 80));
    }
    const auto held = std::ranges::find_if(m_templates, [this](const models::MessageTemplate& message) {
        return message.title == title() && message.text == text();
    });
    m_template->setCurrentIndex(held == m_templates.end() ? -1 : static_cast<int>(held - m_templates.begin()));
}

void MessageEditor::editTemplates()
{
    auto* const dialog = new TemplatesDialog(m_all.empty() ? models::shippedTemplates() : m_all, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (m_purpose == Purpose::Warning)
        dialog->select(m_template->currentIndex());
    connect(dialog, &TemplatesDialog::saved, this,
            [this](const std::vector<models::MessageTemplate>& templates, int current) {
                m_all = templates;
                m_templates = m_purpose == Purpose::Warning ? m_all : models::noteTemplates(m_all);
                if (m_preferences != nullptr)
                    m_preferences->setValue(storage::preference::messageTemplates, models::keptTemplates(templates));
                m_template->clear();
                if (m_purpose == Purpose::Warning)
                    useTemplate(current);
                showTemplates();
            });
    dialog->open();
}

QString MessageEditor::problem() const
{
    if (m_purpose == Purpose::Note && QString(title() + text()).contains(QLatin1String("{minutes}")))
        return tr("{minutes} is only filled in before a log off.");
    if (const QString wrong = models::templateProblem(title(), text()); !wrong.isEmpty())
        return wrong;
    const QString tooLong =
        models::messageProblem(models::filled(title(), m_longest, m_facts), models::filled(text(), m_longest, m_facts));
    return tooLong.isEmpty() ? QString() : tr("With the longest name filled in: %1").arg(tooLong);
}

void MessageEditor::update()
{
    const QString wrong = problem();
    const QString gap = models::messageGap(title(), text());
    m_isValid = wrong.isEmpty() && gap.isEmpty();
    if (!wrong.isEmpty())
        m_notice->showNotice(NoticePanel::Kind::Failure, wrong);
    else if (!gap.isEmpty())
        m_notice->showNotice(NoticePanel::Kind::Hint, gap);
    else
        m_notice->clear();
    m_count->setText(tr("Title %1 of %2, text %3 of %4 characters, with the longest name filled in")
                         .arg(models::filled(title(), m_longest, m_facts).size())
                         .arg(models::messageTitleLimit)
                         .arg(models::filled(text(), m_longest, m_facts).size())
                         .arg(models::messageTextLimit));
    m_count->setToolTip(m_count->text()); // where it is cut
    showPreview();
    showTemplates();
    emit changed();
}

void MessageEditor::step(int by)
{
    const auto last = static_cast<int>(m_recipients.size()) - 1;
    m_previewed = static_cast<std::size_t>(std::clamp(static_cast<int>(m_previewed) + by, 0, std::max(last, 0)));
    m_previous->setEnabled(m_previewed > 0);
    m_next->setEnabled(static_cast<int>(m_previewed) < last);
    showPreview();
}

void MessageEditor::showPreview()
{
    const core::Session reader = m_recipients.empty() ? core::Session() : m_recipients[m_previewed];
    QString reads = tr("%1 reads:").arg(models::accountText(reader));
    if (m_recipients.size() > 1) {
        const QLocale locale;
        //: Of several people one reads this. %1 of %2 are numbers, %3 is "CORP\anna reads:".
        reads = tr("%1 of %2: %3")
                    .arg(locale.toString(static_cast<qulonglong>(m_previewed + 1)),
                         locale.toString(static_cast<qulonglong>(m_recipients.size())), reads);
    }
    m_previewLabel->setText(reads);
    m_previewLabel->setToolTip(reads); // where it is cut
    m_preview->setAccessibleName(reads);
    m_preview->setPlainText(shownLines(models::filled(title(), reader, m_facts)) + QLatin1Char('\n') +
                            shownLines(models::filled(text(), reader, m_facts)));
}

} // namespace deskwarden::ui
