// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/NoticePanel.h"

#include "ui/widgets/InEachLanguage.h"
#include "ui/widgets/StatusIcon.h"
#include "ui/widgets/Theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QStyle>

#include <algorithm>

namespace deskwarden::ui {

namespace {

Status statusOf(NoticePanel::Kind kind)
{
    switch (kind) {
    case NoticePanel::Kind::Hint:
        return Status::Hint;
    case NoticePanel::Kind::Success:
        return Status::Passed;
    case NoticePanel::Kind::Warning:
        return Status::Warning;
    case NoticePanel::Kind::Failure:
        return Status::Failed;
    }
    return Status::Hint;
}

QString kindText(NoticePanel::Kind kind)
{
    switch (kind) {
    case NoticePanel::Kind::Hint:
        return NoticePanel::tr("Note");
    case NoticePanel::Kind::Success:
        return NoticePanel::tr("In order");
    case NoticePanel::Kind::Warning:
        return NoticePanel::tr("Warning");
    case NoticePanel::Kind::Failure:
        return NoticePanel::tr("Problem");
    }
    return {};
}

QLabel* textLabel(const QString& name, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

NoticePanel::NoticePanel(QWidget* parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_sentence(textLabel(QStringLiteral("sentence"), this))
    , m_nextStep(textLabel(QStringLiteral("nextStep"), this))
{
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(style()->pixelMetric(QStyle::PM_LayoutHorizontalSpacing));
    layout->setVerticalSpacing(2);
    layout->addWidget(m_icon, 0, 0, Qt::AlignTop);
    layout->addWidget(m_sentence, 0, 1);
    layout->addWidget(m_nextStep, 1, 1);
    layout->setColumnStretch(1, 1);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    clear();
    inEachLanguage(*this, [this] {
        nameIt();
        updateLook();
    });
}

void NoticePanel::nameIt()
{
    setAccessibleName(kindText(m_kind) + QStringLiteral(": ") + sentence() + QLatin1Char(' ') + nextStep());
}

void NoticePanel::showNotice(Kind kind, const QString& sentence, const QString& nextStep)
{
    m_kind = kind;
    m_sentence->setText(sentence);
    m_nextStep->setText(nextStep);
    m_nextStep->setVisible(!nextStep.isEmpty());
    nameIt();
    updateLook();
    setVisible(!sentence.isEmpty());
}

void NoticePanel::clear()
{
    showNotice(Kind::Hint, QString());
}

QSize NoticePanel::sizeHint() const
{
    // A label that wraps asks for a square; a sentence reads better, and takes less height, in a long line.
    const int width = 56 * fontMetrics().averageCharWidth();
    return {width, layout()->heightForWidth(isVisible() ? std::max(this->width(), width / 2) : width)};
}

QSize NoticePanel::minimumSizeHint() const
{
    return {24 * fontMetrics().averageCharWidth(), sizeHint().height()};
}

QString NoticePanel::sentence() const
{
    return m_sentence->text();
}

QString NoticePanel::nextStep() const
{
    return m_nextStep->text();
}

void NoticePanel::updateLook()
{
    const int side = fontMetrics().height();
    m_icon->setPixmap(statusIcon(statusOf(m_kind), palette()).pixmap(QSize(side, side), devicePixelRatioF()));
    m_icon->setToolTip(kindText(m_kind));
    QFont font = this->font();
    font.setBold(m_kind == Kind::Warning || m_kind == Kind::Failure);
    m_sentence->setFont(font);
    QPalette colors = palette();
    if (m_kind == Kind::Failure)
        colors.setColor(QPalette::WindowText, toneColor(Tone::Bad, colors));
    m_sentence->setPalette(colors);
    m_sentence->setForegroundRole(m_kind == Kind::Hint ? QPalette::PlaceholderText : QPalette::WindowText);
}

void NoticePanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        updateLook();
    QWidget::changeEvent(event);
}

} // namespace deskwarden::ui
