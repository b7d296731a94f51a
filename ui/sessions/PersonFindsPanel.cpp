// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/sessions/PersonFindsPanel.h"

#include "models/table/SessionTableModel.h"
#include "models/texts/Texts.h"
#include "storage/AuditExport.h"
#include "ui/sessions/SessionDelegate.h"
#include "ui/widgets/ActText.h"
#include "ui/widgets/CopyLabel.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/InEachLanguage.h"
#include "ui/widgets/Mnemonics.h"

#include <QDateTime>
#include <QLabel>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

#include <tuple>
#include <utility>

namespace deskwarden::ui {

namespace {

constexpr qsizetype longestOnButton = 40; ///< letters

QLabel* sectionTitle(const QString& text, QWidget* parent)
{
    auto* const title = new QLabel(text, parent);
    QFont font = title->font();
    font.setWeight(QFont::DemiBold);
    title->setFont(font);
    title->setWordWrap(true);
    return title;
}

/// A part below the properties, which comes when there is something to tell.
std::pair<QWidget*, QVBoxLayout*> section(const char* name, const char* title, QWidget* parent)
{
    auto* const part = new QWidget(parent);
    part->setObjectName(QString::fromLatin1(name));
    auto* const column = new QVBoxLayout(part);
    column->setContentsMargins(0, 6, 0, 0);
    column->setSpacing(4);
    QLabel* const heading = sectionTitle({}, part);
    inEachLanguage(*part, [heading, title] { heading->setText(PersonFindsPanel::tr(title)); });
    column->addWidget(heading);
    auto* const lines = new QVBoxLayout;
    lines->setSpacing(2);
    column->addLayout(lines);
    part->hide();
    return {part, lines};
}

void clearLines(QVBoxLayout& layout)
{
    while (QLayoutItem* const item = layout.takeAt(0)) {
        if (item->widget() != nullptr) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
}

QString placeOf(const core::Session& session)
{
    const QString machine = models::plainText(session.vmName, longestOnButton);
    return machine.isEmpty() ? models::placeText(session.key) : machine;
}

/// "26.11.26 09:12 Log off by ada: Done"
QString doneText(const storage::AuditAct& act)
{
    const QDateTime time = QDateTime::fromString(act.intent.time, Qt::ISODateWithMs).toLocalTime();
    const auto kind = storage::actionOf(act.intent);
    const QString what = kind ? models::actionName(*kind) : models::plainText(act.intent.action);
    QString text = PersonFindsPanel::tr("%1 · %2 by %3: %4")
                       .arg(QLocale().toString(time, QLocale::ShortFormat), what,
                            models::plainText(act.intent.operatorName, longestOnButton), outcomeText(act));
    if (!act.intent.reason.isEmpty())
        text += QStringLiteral(" · ") + models::plainText(act.intent.reason, longestOnButton * 2);
    return text;
}

} // namespace

PersonFindsPanel::PersonFindsPanel(const models::SessionTableModel& sessions, QWidget* parent)
    : QWidget(parent)
    , m_sessions(sessions)
{
    std::tie(m_others, m_otherLines) = section("otherSessions", QT_TR_NOOP("Other sessions of this user"), this);
    Mnemonics::leaveOut(*m_others); // they bear names of users
    std::tie(m_done, m_doneLines) = section("doneToUser", QT_TR_NOOP("What was done to this user"), this);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(m_others);
    column->addWidget(m_done);
    hide();
}

void PersonFindsPanel::showFinds(const PersonFinds& finds)
{
    m_lines.clear();
    showOthers(finds);
    clearLines(*m_doneLines);
    for (const storage::AuditAct& act : finds.acts) {
        auto* const line = new CopyLabel(m_done);
        line->showText(doneText(act), {});
        m_doneLines->addWidget(line);
        m_lines << line->wholeText();
    }
    m_done->setVisible(!finds.acts.empty());
    setVisible(!finds.others.empty() || !finds.acts.empty());
}

void PersonFindsPanel::showOthers(const PersonFinds& finds)
{
    clearLines(*m_otherLines);
    for (const core::Session& other : finds.others) {
        const QString text = QStringLiteral("%1 · %2").arg(placeOf(other), models::stateName(other.state));
        const QString whole = text + QStringLiteral(" · ") + models::placeText(other.key) + QStringLiteral(" · ") +
                              m_sessions.serverName(other.key.server);
        auto* const button = new QToolButton(m_others);
        button->setObjectName(QStringLiteral("otherSessionButton"));
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setIcon(stateIcon(other.state));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setText(QString(text).replace(u'&', QStringLiteral("&&")));
        button->setToolTip(plainToolTip(whole));
        button->setAccessibleName(tr("Select %1").arg(whole));
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // a long name is cut, and whole in its tip
        connect(
            button, &QToolButton::clicked, this, [this, other] { emit sessionChosen(other); }, Qt::QueuedConnection);
        m_otherLines->addWidget(button);
        m_lines << whole;
    }
    if (finds.otherCount > finds.others.size()) {
        auto* const more = new QLabel(
            tr("and %1 more").arg(QLocale().toString(static_cast<qulonglong>(finds.otherCount - finds.others.size()))),
            m_others);
        m_otherLines->addWidget(more);
        m_lines << more->text();
    }
    m_others->setVisible(!finds.others.empty());
}

} // namespace deskwarden::ui
