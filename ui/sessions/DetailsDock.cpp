// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/sessions/DetailsDock.h"

#include "models/texts/Texts.h"
#include "ui/widgets/Icons.h"

#include <QClipboard>
#include <QCloseEvent>
#include <QFormLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QMainWindow>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace deskwarden::ui {

namespace {

constexpr std::size_t mostActs = 5;

QLabel* plainLabel(QWidget* parent)
{
    auto* const label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    label->setWordWrap(true);
    return label;
}

} // namespace

DetailsDock::DetailsDock(const models::SessionTableModel& sessions, const models::ActivityModel& activity,
                         QWidget* parent)
    : QDockWidget(tr("Details"), parent)
    , m_sessions(sessions)
    , m_activity(activity)
{
    setObjectName(QStringLiteral("detailsDock"));
    auto* const scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(tr("Details of the selected session"));
    auto* const content = new QWidget(scroll);
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    m_heading = plainLabel(content);
    m_heading->setObjectName(QStringLiteral("detailsHeading"));
    m_heading->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QFont large = m_heading->font();
    large.setPointSizeF(large.pointSizeF() * 1.2);
    large.setWeight(QFont::DemiBold);
    m_heading->setFont(large);
    m_form = new QFormLayout;
    m_form->setHorizontalSpacing(12);
    m_form->setVerticalSpacing(6);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows); // a long name of a host stands below its label
    m_copy = new QPushButton(outlineIcon("copy"), tr("Copy details"), content);
    m_copy->setObjectName(QStringLiteral("copyDetailsButton"));
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(text()); });
    auto* const column = new QVBoxLayout(content);
    column->setContentsMargins(12, 10, 12, 12);
    column->setSpacing(10);
    column->addWidget(m_heading);
    column->addLayout(m_form);
    column->addWidget(m_copy, 0, Qt::AlignLeft);
    column->addStretch();
    scroll->setWidget(content);
    setWidget(scroll);
    setMinimumWidth(fontMetrics().horizontalAdvance(QLatin1Char('0')) * 22);
    showRow(-1, 0);
}

void DetailsDock::openForSelection()
{
    if (!m_opensItself || !isHidden())
        return;
    constexpr int usualWidth = 300;
    auto* const main = qobject_cast<QMainWindow*>(window());
    // In a small window it would leave no room for the table, and is opened by a person only.
    constexpr int tableWidth = 560; // for the columns that are never cut
    if (main != nullptr && main->centralWidget()->width() < usualWidth + tableWidth)
        return;
    show();
    if (main != nullptr)
        main->resizeDocks({this}, {usualWidth}, Qt::Horizontal);
}

void DetailsDock::closeEvent(QCloseEvent* event)
{
    m_opensItself = false;
    QDockWidget::closeEvent(event);
}

void DetailsDock::showEvent(QShowEvent* event)
{
    m_opensItself = true;
    QDockWidget::showEvent(event);
}

DetailsDock::Line& DetailsDock::lineAt(std::size_t number)
{
    while (m_lines.size() <= number) {
        QWidget* const content = m_heading->parentWidget();
        const Line line{plainLabel(content), plainLabel(content)};
        line.label->setForegroundRole(QPalette::PlaceholderText);
        // With the keyboard, too: Tab goes through the texts, Shift with the arrows marks them.
        line.value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        m_lines.push_back(line);
    }
    return m_lines[number];
}

void DetailsDock::showRow(int row, int selectedCount)
{
    if (!isVisible() && !m_shown.empty())
        return;
    if (row < 0) {
        const QString count = QLocale().toString(selectedCount);
        showLines(selectedCount == 0 ? tr("No session selected") : tr("%1 sessions selected").arg(count), {});
        return;
    }
    const core::Session session = m_sessions.sessionAt(row);
    std::vector<models::SessionDetail> lines;
    if (m_notesOn)
        lines = m_notesOn(session);
    for (models::SessionDetail& detail : m_sessions.detailsAt(row))
        lines.push_back(std::move(detail));
    addActs(session, lines);
    const QString account = models::accountText(session);
    showLines(account.isEmpty() ? models::placeText(session.key) : account, lines);
}

void DetailsDock::addActs(const core::Session& session, std::vector<models::SessionDetail>& lines) const
{
    std::size_t acts = 0;
    for (int row = m_activity.rowCount() - 1; row >= 0 && acts < mostActs; --row) {
        const management::ActionRequest& request = m_activity.requestAt(row);
        if (!core::isSameOccupant(request.confirmed, session))
            continue;
        ++acts;
        const management::ActionPhase phase = m_activity.phaseAt(row);
        const management::ActionKind kind = request.action.kind;
        const QString result = phase == management::ActionPhase::Finished
                                   ? models::describe(m_activity.outcomeAt(row), kind, request.confirmed).joined()
                                   : models::phaseName(phase, kind);
        lines.push_back({models::actionName(kind), result});
    }
}

void DetailsDock::showLines(const QString& heading, const std::vector<models::SessionDetail>& lines)
{
    m_heading->setText(heading);
    m_copy->setVisible(!lines.empty());
    if (lines == m_shown)
        return;                      // a text that somebody is marking stays as it is
    while (m_form->rowCount() > 0) { // the labels stay, for the next session
        const QFormLayout::TakeRowResult row = m_form->takeRow(0);
        delete row.labelItem;
        delete row.fieldItem;
    }
    for (std::size_t i = 0; i < std::max(lines.size(), m_lines.size()); ++i) {
        Line& line = lineAt(i);
        const bool isShown = i < lines.size();
        const bool isParagraph = isShown && lines[i].label.isEmpty();
        line.label->setVisible(isShown && !isParagraph);
        line.value->setVisible(isShown);
        if (!isShown)
            continue;
        line.label->setText(lines[i].label);
        line.value->setText(lines[i].value);
        line.value->setAccessibleName(lines[i].label);
        if (isParagraph)
            m_form->addRow(line.value);
        else
            m_form->addRow(line.label, line.value);
    }
    m_shown = lines;
}

QString DetailsDock::text() const
{
    QStringList lines{m_heading->text()};
    for (const models::SessionDetail& line : m_shown)
        lines << (line.label.isEmpty() ? line.value : line.label + QStringLiteral(": ") + line.value);
    return lines.join(QLatin1Char('\n'));
}

} // namespace deskwarden::ui
