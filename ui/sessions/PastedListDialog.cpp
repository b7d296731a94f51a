// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/sessions/PastedListDialog.h"

#include "models/texts/Texts.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <system_error>
#include <utility>

namespace deskwarden::ui {

namespace {

constexpr qsizetype longestName = 100;
constexpr int mostProblems = 500;

} // namespace

PastedListDialog::PastedListDialog(std::vector<management::SnapshotPointer> lists, QWidget* parent,
                                   core::StartThread startThread)
    : QDialog(parent)
    , m_lists(std::move(lists))
    , m_startThread(std::move(startThread))
    , m_text(new QPlainTextEdit(this))
    , m_result(new QLabel(this))
    , m_problems(new QPlainTextEdit(this))
    , m_select(new QPushButton(this))
{
    setObjectName(QStringLiteral("pastedListDialog"));
    setWindowTitle(tr("Select from a list"));
    m_pause.setSingleShot(true);
    m_pause.setInterval(std::chrono::milliseconds(150));
    connect(&m_pause, &QTimer::timeout, this, &PastedListDialog::lookUp);
    layOut();
    lookUp();
}

PastedListDialog::~PastedListDialog() = default; // the worker is joined first, being the last member

void PastedListDialog::layOut()
{
    auto* const hint = new QLabel(tr("&Paste users or sessions, one a line or parted by commas: a user's name, "
                                     "DOMAIN\\user, or HOST/ID."),
                                  this);
    hint->setWordWrap(true);
    hint->setBuddy(m_text);
    m_text->setObjectName(QStringLiteral("pastedText"));
    m_text->setAccessibleName(tr("Names of users or sessions"));
    m_text->setPlaceholderText(QStringLiteral("CORP\\anna.fischer\nboris.orlov\nhv-11.corp.example/7"));
    m_text->setTabChangesFocus(true);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        m_select->setEnabled(false);
        m_pause.start();
    });
    m_result->setObjectName(QStringLiteral("pastedResult"));
    m_result->setTextFormat(Qt::PlainText);
    m_result->setWordWrap(true);
    m_problems->setObjectName(QStringLiteral("pastedProblems"));
    m_problems->setAccessibleName(tr("Names that select nothing"));
    m_problems->setReadOnly(true);
    m_problems->setTabChangesFocus(true);
    m_problems->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_problems->hide();

    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    m_select->setObjectName(QStringLiteral("selectPastedButton"));
    m_select->setText(tr("&Select"));
    m_select->setEnabled(false);
    m_select->setDefault(true);
    buttons->addButton(m_select, QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_select, &QPushButton::clicked, this, [this] {
        emit chosen(m_found);
        accept();
    });

    auto* const column = new QVBoxLayout(this);
    column->addWidget(hint);
    column->addWidget(m_text, 3);
    column->addWidget(m_result);
    column->addWidget(m_problems, 2);
    column->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 74, fontMetrics().lineSpacing() * 24);
}

void PastedListDialog::setText(const QString& text)
{
    m_text->setPlainText(text);
    m_text->moveCursor(QTextCursor::End);
}

void PastedListDialog::lookUp()
{
    const int number = ++m_number;
    models::SessionNames names = models::readSessionNames(m_text->toPlainText(), models::BareUsers::Allowed);
    auto look = [this, number, lists = m_lists, names = std::move(names)](const std::stop_token& stop) {
        models::SessionChooser chooser(names);
        for (const management::SnapshotPointer& list : lists) {
            for (const core::Session& session : list->sessions) {
                if (stop.stop_requested())
                    return;
                chooser.offer(session);
            }
        }
        QMetaObject::invokeMethod(
            this, [this, number, choice = chooser.choice(), names] { showChoice(number, choice, names); },
            Qt::QueuedConnection);
    };
    // A hundred thousand sessions take longer to compare than a window may be still. Assigning joins the look-up
    // before.
    try {
        m_worker = m_startThread(std::move(look));
    } catch (const std::system_error&) { // the next text tries again
        m_found.clear();
        m_result->setText(models::describe(core::noThread()).joined());
        m_problems->hide();
        m_select->setEnabled(false);
        m_select->setText(tr("&Select"));
    }
}

void PastedListDialog::showChoice(int number, const models::SessionChoice& choice, const models::SessionNames& names)
{
    if (number != m_number)
        return; // there is a newer text
    QStringList problems;
    for (const models::AmbiguousName& name : choice.ambiguous)
        problems << tr("%1 could mean: %2")
                        .arg(models::plainText(name.name, longestName),
                             models::plainText(name.meanings.join(QStringLiteral(", ")), 300));
    for (const QString& account : choice.accountsWithoutSession)
        problems << tr("%1 has no session").arg(models::plainText(account, longestName));
    for (const models::SessionName& name : choice.unlisted)
        problems << tr("%1/%2 is not listed")
                        .arg(models::plainText(name.vmHostName, longestName), QString::number(name.sessionId));
    for (const models::UnreadableLine& line : names.unreadable)
        problems << tr("Line %1 is no name: %2").arg(line.number).arg(models::plainText(line.text, longestName));
    m_found = choice.found;
    const int found = static_cast<int>(m_found.size());
    const bool isEmpty = names.accounts.isEmpty() && names.keys.empty() && names.unreadable.empty();
    QString result = isEmpty      ? tr("No names yet.")
                     : found == 1 ? tr("1 session found.")
                                  : tr("%Ln sessions found.", nullptr, found);
    if (!problems.isEmpty())
        result += QLatin1Char(' ') +
                  (problems.size() == 1 ? tr("1 name selects nothing:")
                                        : tr("%Ln names select nothing:", nullptr, static_cast<int>(problems.size())));
    m_result->setText(result);
    m_problems->setPlainText(problems.mid(0, mostProblems).join(QLatin1Char('\n')));
    m_problems->setVisible(!problems.isEmpty());
    m_select->setEnabled(found > 0);
    m_select->setText(found == 1  ? tr("&Select 1 session")
                      : found > 0 ? tr("Select %Ln sessions", nullptr, found)
                                  : tr("&Select"));
}

} // namespace deskwarden::ui
