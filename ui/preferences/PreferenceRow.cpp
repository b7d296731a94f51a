// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/preferences/PreferenceRow.h"

#include "models/texts/FoldedText.h"
#include "ui/widgets/Icons.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace deskwarden::ui {

namespace {

constexpr int longestPreference = 200;

} // namespace

PreferenceRow::PreferenceRow(PreferenceSpec spec, storage::Preferences& preferences, QWidget* parent)
    : QWidget(parent)
    , m_spec(std::move(spec))
    , m_preferences(preferences)
    , m_editor(makeEditor())
    , m_reset(new QToolButton(this))
{
    const QString name = QString::fromLatin1(m_spec.name()).section(u'/', 1);
    m_editor->setObjectName(name + QStringLiteral("Preference"));
    m_reset->setObjectName(name + QStringLiteral("ResetButton"));
    m_reset->setIcon(outlineIcon("arrow-back-up"));
    m_reset->setAutoRaise(true);
    m_reset->setFocusPolicy(Qt::StrongFocus);
    QSizePolicy kept = m_reset->sizePolicy();
    kept.setRetainSizeWhenHidden(true); // the row must not move when it appears
    m_reset->setSizePolicy(kept);
    connect(m_reset, &QToolButton::clicked, this, &PreferenceRow::reset);

    m_hint = new QLabel(this);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    auto* const layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setVerticalSpacing(2);
    layout->setColumnStretch(0, 1);
    if (std::holds_alternative<storage::FlagKey>(m_spec.choice)) {
        layout->addWidget(m_editor, 0, 0, 1, 2);
    } else {
        m_title = new QLabel(this);
        m_title->setTextFormat(Qt::PlainText);
        m_title->setBuddy(m_editor);
        layout->addWidget(m_title, 0, 0);
        layout->addWidget(m_editor, 0, 1);
    }
    layout->addWidget(m_reset, 0, 2);
    layout->addWidget(m_hint, 1, 0, 1, 2);
    m_editor->setEnabled(!m_spec.fixed);
    showWords();
    showValue();
}

void PreferenceRow::setWords(PreferenceSpec spec)
{
    m_spec = std::move(spec);
    showWords();
}

void PreferenceRow::showWords()
{
    m_editor->setAccessibleName(m_spec.title);
    m_editor->setAccessibleDescription(m_spec.hint);
    m_reset->setToolTip(tr("Back to the default"));
    m_reset->setAccessibleName(tr("%1: back to the default").arg(m_spec.title));
    m_hint->setText(m_spec.fixed ? tr("Fixed by the policy of this computer.") : m_spec.hint);
    if (m_title != nullptr)
        m_title->setText(m_spec.title);
    if (auto* const flag = qobject_cast<QCheckBox*>(m_editor)) {
        flag->setText(m_spec.title);
    } else if (auto* const number = qobject_cast<QSpinBox*>(m_editor)) {
        const auto& choice = std::get<NumberChoice>(m_spec.choice);
        number->setSuffix(choice.suffix);
        number->setSpecialValueText(choice.atLeast);
    } else if (auto* const words = qobject_cast<QComboBox*>(m_editor)) {
        for (const auto& [word, shown] : std::get<WordChoice>(m_spec.choice).words)
            words->setItemText(words->findData(word), shown);
    }
}

QWidget* PreferenceRow::makeEditor()
{
    if (std::holds_alternative<storage::FlagKey>(m_spec.choice)) {
        auto* const box = new QCheckBox(this);
        connect(box, &QCheckBox::toggled, this, [this](bool isOn) {
            m_preferences.setValue(std::get<storage::FlagKey>(m_spec.choice), isOn);
            tell();
        });
        return box;
    }
    if (const auto* const number = std::get_if<NumberChoice>(&m_spec.choice)) {
        auto* const box = new QSpinBox(this);
        box->setRange(number->key.least, number->key.most);
        box->setKeyboardTracking(false); // "1" on the way to "10" is no wish
        connect(box, &QSpinBox::valueChanged, this, [this](int value) {
            m_preferences.setValue(std::get<NumberChoice>(m_spec.choice).key, value);
            tell();
        });
        return box;
    }
    if (const auto* const text = std::get_if<TextChoice>(&m_spec.choice)) {
        auto* const edit = new QLineEdit(this);
        edit->setMaxLength(longestPreference);
        edit->setPlaceholderText(text->example);
        connect(edit, &QLineEdit::textChanged, this, [this](const QString& written) {
            m_preferences.setValue(std::get<TextChoice>(m_spec.choice).key, written.trimmed());
            tell();
        });
        return edit;
    }
    auto* const box = new QComboBox(this);
    for (const auto& [word, shown] : std::get<WordChoice>(m_spec.choice).words)
        box->addItem(shown, word);
    connect(box, &QComboBox::activated, this, [this, box](int index) {
        m_preferences.setValue(std::get<WordChoice>(m_spec.choice).key, box->itemData(index).toString());
        tell();
    });
    return box;
}

void PreferenceRow::showValue()
{
    const QSignalBlocker blocker(m_editor);
    if (auto* const flag = qobject_cast<QCheckBox*>(m_editor))
        flag->setChecked(m_spec.fixed.value_or(m_preferences.value(std::get<storage::FlagKey>(m_spec.choice))));
    else if (auto* const number = qobject_cast<QSpinBox*>(m_editor))
        number->setValue(m_preferences.value(std::get<NumberChoice>(m_spec.choice).key));
    else if (auto* const words = qobject_cast<QComboBox*>(m_editor))
        words->setCurrentIndex(
            std::max(0, words->findData(m_preferences.value(std::get<WordChoice>(m_spec.choice).key))));
    else if (auto* const text = qobject_cast<QLineEdit*>(m_editor))
        text->setText(m_spec.fixed ? std::get<TextChoice>(m_spec.choice).ofPolicy
                                   : m_preferences.value(std::get<TextChoice>(m_spec.choice).key));
    m_reset->setVisible(!m_spec.fixed && !isDefault());
}

bool PreferenceRow::isDefault() const
{
    if (const auto* const flag = std::get_if<storage::FlagKey>(&m_spec.choice))
        return m_preferences.value(*flag) == flag->fallback;
    if (const auto* const number = std::get_if<NumberChoice>(&m_spec.choice))
        return m_preferences.value(number->key) == number->key.fallback;
    const auto* const text = std::get_if<TextChoice>(&m_spec.choice);
    const storage::TextKey& key = text != nullptr ? text->key : std::get<WordChoice>(m_spec.choice).key;
    return m_preferences.value(key) == QLatin1String(key.fallback);
}

void PreferenceRow::reset()
{
    if (isDefault() || m_spec.fixed)
        return;
    if (const auto* const flag = std::get_if<storage::FlagKey>(&m_spec.choice))
        m_preferences.setValue(*flag, flag->fallback);
    else if (const auto* const number = std::get_if<NumberChoice>(&m_spec.choice))
        m_preferences.setValue(number->key, number->key.fallback);
    else if (const auto* const words = std::get_if<WordChoice>(&m_spec.choice))
        m_preferences.setValue(words->key, QString::fromLatin1(words->key.fallback));
    else if (const auto* const text = std::get_if<TextChoice>(&m_spec.choice))
        m_preferences.setValue(text->key, QString::fromLatin1(text->key.fallback));
    showValue();
    m_editor->setFocus(); // the button has gone
    tell();
}

bool PreferenceRow::mentions(const QString& words) const
{
    const QString said = models::withoutAccents(m_spec.title + u' ' + m_spec.hint + u' ' + pageTitle(m_spec.page));
    return std::ranges::all_of(words.split(u' ', Qt::SkipEmptyParts),
                               [&said](const QString& word) { return said.contains(models::withoutAccents(word)); });
}

void PreferenceRow::tell()
{
    m_reset->setVisible(!m_spec.fixed && !isDefault());
    emit changed(m_spec.name());
}

} // namespace deskwarden::ui
