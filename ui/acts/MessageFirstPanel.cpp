// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/acts/MessageFirstPanel.h"

#include "models/texts/MessageRules.h"
#include "models/texts/Texts.h"
#include "storage/Preferences.h"
#include "ui/acts/TemplatesDialog.h"
#include "ui/widgets/NoticePanel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace deskwarden::ui {

namespace {

constexpr int linesOfText = 5;

/// Names come from elsewhere: what they could do to the lines around them is shown instead.
QString shown(const QString& text)
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

} // namespace

management::GraceOptions MessageFirst::options() const
{
    return {std::chrono::minutes(minutes), isForTold};
}

MessageFirstPanel::MessageFirstPanel(QWidget* parent)
    : QWidget(parent)
    , m_wanted(new QCheckBox(tr("&Message to the users first"), this))
    , m_body(new QWidget(this))
    , m_template(new QComboBox(m_body))
    , m_edit(new QPushButton(tr("&Edit templates…"), m_body))
    , m_minutes(new QSpinBox(m_body))
    , m_title(new QLineEdit(m_body))
    , m_text(new QPlainTextEdit(m_body))
    , m_previewLabel(new QLabel(m_body))
    , m_preview(new QPlainTextEdit(m_body))
    , m_forTold(new QCheckBox(tr("Log off &only who got the message"), m_body))
    , m_notice(new NoticePanel(m_body))
{
    layOut();
    connect(m_wanted, &QCheckBox::toggled, this, &MessageFirstPanel::update);
    connect(m_title, &QLineEdit::textChanged, this, &MessageFirstPanel::update);
    connect(m_text, &QPlainTextEdit::textChanged, this, &MessageFirstPanel::update);
    connect(m_minutes, &QSpinBox::valueChanged, this, &MessageFirstPanel::update);
    connect(m_forTold, &QCheckBox::toggled, this, &MessageFirstPanel::changed);
    connect(m_template, &QComboBox::activated, this, &MessageFirstPanel::useTemplate);
    connect(m_edit, &QPushButton::clicked, this, &MessageFirstPanel::editTemplates);
    update();
}

void MessageFirstPanel::layOut()
{
    m_wanted->setObjectName(QStringLiteral("messageFirstCheck"));
    m_body->setObjectName(QStringLiteral("messageFirstBody"));
    m_template->setObjectName(QStringLiteral("templateCombo"));
    m_edit->setObjectName(QStringLiteral("editTemplatesButton"));
    m_minutes->setObjectName(QStringLiteral("graceSpin"));
    m_title->setObjectName(QStringLiteral("messageTitleEdit"));
    m_text->setObjectName(QStringLiteral("messageTextEdit"));
    m_previewLabel->setObjectName(QStringLiteral("previewLabel"));
    m_preview->setObjectName(QStringLiteral("messagePreview"));
    m_forTold->setObjectName(QStringLiteral("forToldCheck"));
    m_notice->setObjectName(QStringLiteral("messageFirstNotice"));

    m_template->setPlaceholderText(tr("own text"));
    m_template->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_template->setMinimumContentsLength(16);
    m_template->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_minutes->setRange(0, 1440);
    m_minutes->setSuffix(tr(" min"));
    m_minutes->setSpecialValueText(tr("at once"));
    m_previewLabel->setTextFormat(Qt::PlainText);
    m_previewLabel->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_preview->setReadOnly(true);
    m_preview->setFrameShape(QFrame::StyledPanel);
    m_forTold->setToolTip(tr("Users who may not have got the message are left alone, and the list says so"));
    const int height = fontMetrics().lineSpacing() * linesOfText + 16; // its frame and margins
    for (QPlainTextEdit* const edit : {m_text, m_preview}) {
        edit->setTabChangesFocus(true);
        edit->setFixedHeight(height);
        edit->setMinimumWidth(fontMetrics().averageCharWidth() * 30);
    }
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_wanted);
    column->addWidget(makeBody());
    m_body->hide();
}

QWidget* MessageFirstPanel::makeBody()
{
    const auto label = [this](const QString& text, QWidget* buddy) {
        auto* const made = new QLabel(text, m_body);
        made->setBuddy(buddy);
        return made;
    };
    auto* const templates = new QHBoxLayout;
    templates->addWidget(m_template, 1);
    templates->addWidget(m_edit);
    auto* const time = new QHBoxLayout;
    time->addWidget(label(tr("Log off a&fter:"), m_minutes));
    time->addWidget(m_minutes);
    time->addStretch(1);
    auto* const grid = new QGridLayout(m_body);
    grid->setContentsMargins(style()->pixelMetric(QStyle::PM_IndicatorWidth) + 6, 0, 0, 0);
    grid->addWidget(label(tr("Tem&plate:"), m_template), 0, 0);
    grid->addLayout(templates, 0, 1);
    grid->addLayout(time, 0, 2);
    grid->addWidget(label(tr("T&itle:"), m_title), 1, 0);
    grid->addWidget(m_title, 1, 1);
    grid->addWidget(m_previewLabel, 1, 2);
    grid->addWidget(label(tr("Te&xt:"), m_text), 2, 0, Qt::AlignTop);
    grid->addWidget(m_text, 2, 1);
    grid->addWidget(m_preview, 2, 2);
    grid->addWidget(m_notice, 3, 0, 1, 3);
    grid->addWidget(m_forTold, 4, 0, 1, 3);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    return m_body;
}

void MessageFirstPanel::offer(storage::Preferences& preferences, std::span<const core::Session> sessions)
{
    namespace key = storage::preference;
    m_preferences = &preferences;
    m_first = sessions.empty() ? core::Session() : sessions.front();
    for (const core::Session& session : sessions) {
        m_longest.userName = longer(m_longest.userName, session.userName);
        m_longest.vmName = longer(m_longest.vmName, session.vmName);
    }
    m_templates = models::templatesFrom(preferences.value(key::messageTemplates));
    const QString title = preferences.value(key::messageTitle);
    const QString text = preferences.value(key::messageText);
    const bool isFirstTime = title.isEmpty() || text.isEmpty();
    const std::array quiet{QSignalBlocker(m_title), QSignalBlocker(m_text), QSignalBlocker(m_minutes),
                           QSignalBlocker(m_forTold), QSignalBlocker(m_wanted)};
    m_title->setText(isFirstTime ? m_templates.front().title : title);
    m_text->setPlainText(isFirstTime ? m_templates.front().text : text);
    m_minutes->setValue(preferences.value(key::graceMinutes));
    m_forTold->setChecked(preferences.value(key::onlyTold));
    m_wanted->setChecked(preferences.value(key::messageFirst));
    update();
}

void MessageFirstPanel::forbid(const QString& why)
{
    m_wanted->setChecked(false);
    m_wanted->setEnabled(false);
    m_wanted->setToolTip(why);
    m_wanted->setText(tr("Message to the users first (policy forbids messages)"));
}

void MessageFirstPanel::setTicket(const QString& ticket)
{
    m_ticket = ticket;
    update();
}

void MessageFirstPanel::remember()
{
    namespace key = storage::preference;
    if (m_preferences == nullptr || !m_wanted->isEnabled())
        return;
    m_preferences->setValue(key::messageFirst, m_wanted->isChecked());
    const auto chosen = choice();
    if (!chosen)
        return;
    m_preferences->setValue(key::messageTitle, chosen->title);
    m_preferences->setValue(key::messageText, chosen->text);
    m_preferences->setValue(key::graceMinutes, chosen->minutes);
    m_preferences->setValue(key::onlyTold, chosen->isForTold);
}

std::optional<MessageFirst> MessageFirstPanel::choice() const
{
    if (!m_wanted->isChecked())
        return std::nullopt;
    return MessageFirst{m_title->text().trimmed(), m_text->toPlainText(), m_minutes->value(), m_forTold->isChecked()};
}

void MessageFirstPanel::useTemplate(int index)
{
    if (index < 0 || index >= static_cast<int>(m_templates.size()))
        return;
    const models::MessageTemplate chosen = m_templates[static_cast<std::size_t>(index)];
    m_title->setText(chosen.title);
    m_text->setPlainText(chosen.text);
}

/// The chosen one is the one that the fields hold.
void MessageFirstPanel::showTemplates()
{
    const QSignalBlocker blocker(m_template);
    if (m_template->count() != static_cast<int>(m_templates.size())) {
        m_template->clear();
        for (const models::MessageTemplate& message : m_templates)
            m_template->addItem(models::plainText(message.name, 80));
    }
    const auto held = std::ranges::find_if(m_templates, [this](const models::MessageTemplate& message) {
        return message.title == m_title->text() && message.text == m_text->toPlainText();
    });
    m_template->setCurrentIndex(held == m_templates.end() ? -1 : static_cast<int>(held - m_templates.begin()));
}

void MessageFirstPanel::editTemplates()
{
    auto* const dialog = new TemplatesDialog(m_templates, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->select(m_template->currentIndex());
    connect(dialog, &TemplatesDialog::saved, this,
            [this](const std::vector<models::MessageTemplate>& templates, int current) {
                m_templates = templates;
                if (m_preferences != nullptr)
                    m_preferences->setValue(storage::preference::messageTemplates, models::keptTemplates(templates));
                m_template->clear();
                useTemplate(current);
                showTemplates();
            });
    dialog->open();
}

QString MessageFirstPanel::problem() const
{
    const QString title = m_title->text();
    const QString text = m_text->toPlainText();
    if (const QString wrong = models::templateProblem(title, text); !wrong.isEmpty())
        return wrong;
    const models::MessageFacts facts{m_minutes->value(), m_ticket};
    const QString tooLong =
        models::messageProblem(models::filled(title, m_longest, facts), models::filled(text, m_longest, facts));
    return tooLong.isEmpty() ? QString() : tr("With the longest name filled in: %1").arg(tooLong);
}

void MessageFirstPanel::update()
{
    const bool isWanted = m_wanted->isChecked();
    m_body->setVisible(isWanted);
    m_isValid = true;
    if (isWanted)
        showMessage();
    emit changed();
}

void MessageFirstPanel::showMessage()
{
    const QString wrong = problem();
    const QString gap = models::messageGap(m_title->text(), m_text->toPlainText());
    m_isValid = wrong.isEmpty() && gap.isEmpty();
    if (!wrong.isEmpty())
        m_notice->showNotice(NoticePanel::Kind::Failure, wrong);
    else if (!gap.isEmpty())
        m_notice->showNotice(NoticePanel::Kind::Hint, gap);
    else
        m_notice->clear();
    const models::MessageFacts facts{m_minutes->value(), m_ticket};
    m_previewLabel->setText(tr("%1 reads:").arg(models::accountText(m_first)));
    m_preview->setAccessibleName(m_previewLabel->text());
    m_preview->setPlainText(shown(models::filled(m_title->text(), m_first, facts)) + QLatin1Char('\n') +
                            shown(models::filled(m_text->toPlainText(), m_first, facts)));
    showTemplates();
}

/// Enter in a field must neither confirm nor throw away what was typed: it goes on to the next one.
void MessageFirstPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        focusNextChild();
    else
        QWidget::keyPressEvent(event);
}

} // namespace deskwarden::ui
