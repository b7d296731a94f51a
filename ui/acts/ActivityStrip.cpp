// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/acts/ActivityStrip.h"

#include "models/texts/Texts.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/InEachLanguage.h"
#include "ui/widgets/InEachPalette.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QProgressBar>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace deskwarden::ui {

namespace {

constexpr int stripHeight = 30;

QString grouped(std::size_t number)
{
    return QLocale().toString(static_cast<qulonglong>(number));
}

} // namespace

ActivityStrip::ActivityStrip(QWidget* parent)
    : QWidget(parent)
    , m_toggle(new QToolButton(this))
    , m_summary(new ElidedLabel(this))
    , m_progress(new QProgressBar(this))
{
    using enum management::OutcomeKind;
    setObjectName(QStringLiteral("activityStrip"));
    setFixedHeight(std::max(stripHeight, fontMetrics().height() + 10));
    m_toggle->setObjectName(QStringLiteral("activityToggle"));
    m_toggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_toggle->setCheckable(true);
    m_toggle->setAutoRaise(true);
    m_toggle->setFocusPolicy(Qt::TabFocus);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_toggle->setFont(bold);
    connect(m_toggle, &QToolButton::clicked, this, &ActivityStrip::openRequested);
    m_summary->setObjectName(QStringLiteral("activitySummaryLabel"));
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    m_summary->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_progress->setObjectName(QStringLiteral("activityProgress"));
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(fontMetrics().averageCharWidth() * 16, 8);

    auto* const line = new QHBoxLayout(this);
    line->setContentsMargins(4, 0, 8, 0);
    line->setSpacing(4);
    line->addWidget(m_toggle);
    constexpr std::array<std::pair<management::OutcomeKind, const char*>, 8> order{
        {{Failed, "failedCountLabel"},
         {Unknown, "unknownCountLabel"},
         {StillSigningOut, "stillSigningOutCountLabel"},
         {StillChanging, "stillChangingCountLabel"},
         {Skipped, "skippedCountLabel"},
         {Done, "doneCountLabel"},
         {AlreadyGone, "alreadyGoneCountLabel"},
         {Cancelled, "cancelledCountLabel"}}};
    for (std::size_t i = 0; i < order.size(); ++i) {
        Count& count = m_counts.at(i);
        count = {order.at(i).first, new IconLabel(16, this), new QLabel(this)};
        count.icon->showIcon(outcomeIcon(count.kind));
        count.text->setObjectName(QString::fromLatin1(order.at(i).second));
        count.text->setTextFormat(Qt::PlainText);
        count.text->setContentsMargins(0, 0, 8, 0);
        line->addWidget(count.icon);
        line->addWidget(count.text);
    }
    line->addWidget(m_summary, 1);
    line->addWidget(m_progress);
    inEachLanguage(*this, [this] {
        m_toggle->setText(tr("Activity"));
        m_progress->setAccessibleName(tr("Progress of the activity"));
        setOpen(m_toggle->isChecked());
    });
    inEachPalette(*this, [this] {
        for (const Count& count : m_counts) {
            QPalette colors = palette();
            colors.setColor(QPalette::WindowText, toneColor(outcomeTone(count.kind), palette()));
            count.text->setPalette(colors);
        }
    });
}

void ActivityStrip::setOpen(bool isOpen)
{
    m_toggle->setChecked(isOpen);
    m_toggle->setIcon(outlineIcon(isOpen ? "chevron-down" : "chevron-right"));
    m_toggle->setToolTip(isOpen ? tr("Hide what was done") : tr("Show what was done"));
    m_toggle->setAccessibleName(m_toggle->toolTip());
}

void ActivityStrip::showProgress(const models::ActivityModel& activity, const QString& waiting)
{
    const models::ActivityProgress& progress = activity.progress();
    QStringList parts;
    const bool isRunning = progress.finished < progress.total;
    if (progress.total == 0)
        parts << tr("Nothing was done yet.");
    else if (isRunning)
        parts << tr("%1 of %2 finished").arg(grouped(progress.finished), grouped(progress.total));
    else
        parts << (progress.total == 1 ? tr("1 act has finished")
                                      : tr("All %Ln acts have finished", nullptr, static_cast<int>(progress.total)));
    QStringList heard = parts;
    if (!waiting.isEmpty())
        parts << waiting;
    m_summary->setText(parts.join(QStringLiteral(" · ")));
    m_progress->setVisible(isRunning);
    m_progress->setRange(0, static_cast<int>(progress.total));
    m_progress->setValue(static_cast<int>(progress.finished));
    for (const Count& count : m_counts) {
        const std::size_t acts = activity.finishedAs(count.kind);
        //: How many acts have ended in one way. %1 is a number, %2 the way: 15 failed.
        count.text->setText(tr("%1 %2").arg(grouped(acts), models::outcomeName(count.kind).toLower()));
        QFont weighty = font();
        weighty.setWeight(count.kind == management::OutcomeKind::Failed ? QFont::DemiBold : QFont::Normal);
        count.text->setFont(weighty);
        count.icon->setVisible(acts > 0);
        count.text->setVisible(acts > 0);
        if (acts > 0)
            heard << count.text->text();
    }
    announce(heard.join(QStringLiteral(", ")), !isRunning);
    if (m_summary->accessibleDescription() != waiting)
        m_summary->setAccessibleDescription(waiting);
}

/// A screen reader is told what came of acts, wherever the focus is: the numbers as they change, and that all have
/// ended.
void ActivityStrip::announce(const QString& state, bool isOver)
{
    if (m_summary->accessibleName() == state)
        return;
    m_summary->setAccessibleName(state); // which tells that the name has changed
    if (!isOver)
        return;
    QAccessibleEvent event(m_summary, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void ActivityStrip::paintEvent(QPaintEvent* event)
{
    QWidget::paintEvent(event);
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawLine(rect().topLeft(), rect().topRight());
}

void ActivityStrip::mouseReleaseEvent(QMouseEvent* event)
{
    QWidget::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        emit openRequested(!m_toggle->isChecked());
}

} // namespace deskwarden::ui
