// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/preferences/HandOffPanel.h"

#include "models/texts/HandOffTexts.h"
#include "storage/Preferences.h"
#include "ui/widgets/InEachLanguage.h"
#include "ui/widgets/NoticePanel.h"

#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace deskwarden::ui {

HandOffPanel::HandOffPanel(storage::Preferences& preferences, const management::Policy& policy, QWidget* parent)
    : QWidget(parent)
    , m_preferences(preferences)
    , m_isFixed(policy.forbidsHandOffs || !policy.handOffs.empty())
    , m_lines(new QPlainTextEdit(preferences.value(storage::preference::handOffs), this))
    , m_notice(new NoticePanel(this))
{
    m_lines->setObjectName(QStringLiteral("handOffsEdit"));
    m_lines->setTabChangesFocus(true);
    m_lines->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_lines->setPlaceholderText(QStringLiteral("SSH = konsole -e ssh admin@{vm}"));
    m_lines->setFixedHeight(fontMetrics().lineSpacing() * 5);
    m_lines->setEnabled(!m_isFixed);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_lines);
    column->addWidget(m_notice);
    connect(m_lines, &QPlainTextEdit::textChanged, this, &HandOffPanel::take);
    inEachLanguage(*this, [this] {
        m_lines->setAccessibleName(tr("Programs that take over, one a line"));
        say();
    });
}

void HandOffPanel::take()
{
    if (models::handOffLinesProblem(m_lines->toPlainText()).isEmpty())
        m_preferences.setValue(storage::preference::handOffs, m_lines->toPlainText());
    say();
}

void HandOffPanel::say()
{
    const QString problem = models::handOffLinesProblem(m_lines->toPlainText());
    if (m_isFixed)
        m_notice->showNotice(NoticePanel::Kind::Hint, tr("Policy says which programs may take over."));
    else if (!problem.isEmpty())
        m_notice->showNotice(NoticePanel::Kind::Failure, problem, tr("It is not kept."));
    else
        m_notice->showNotice(NoticePanel::Kind::Hint,
                             tr("One a line: NAME = PROGRAM ARGUMENTS. Filled in are {host}, {vm}, {user}, {session}, "
                                "{client} and {ticket}. Programs are started without a shell."));
}

} // namespace deskwarden::ui
