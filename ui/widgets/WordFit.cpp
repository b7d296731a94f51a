// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/WordFit.h"

#include "ui/widgets/Mnemonics.h"

#include <QEvent>
#include <QLayout>
#include <QToolButton>

#include <utility>

namespace deskwarden::ui {

WordFit::WordFit(QWidget& line, Groups groups)
    : QObject(&line)
    , m_line(line)
    , m_groups(std::move(groups))
    , m_measure(std::make_unique<QToolButton>())
{
    line.installEventFilter(this);
}

WordFit::~WordFit() = default;

bool WordFit::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show)
        fit();
    // Afterwards: the buttons do not know their new words yet.
    if (event->type() == QEvent::LanguageChange)
        QMetaObject::invokeMethod(this, &WordFit::fit, Qt::QueuedConnection);
    return QObject::eventFilter(watched, event);
}

int WordFit::widthWith(const QToolButton& button, Qt::ToolButtonStyle look)
{
    m_measure->setFont(button.font());
    m_measure->setIcon(button.icon());
    m_measure->setIconSize(button.iconSize());
    m_measure->setText(button.text());
    m_measure->setMenu(button.menu());
    m_measure->setPopupMode(button.popupMode());
    m_measure->setAutoRaise(button.autoRaise());
    m_measure->setArrowType(button.arrowType());
    m_measure->setToolButtonStyle(look);
    return m_measure->sizeHint().width();
}

void WordFit::fit()
{
    if (m_line.layout() == nullptr)
        return;
    // What the line would take if every button had its words. Its layout is not invalidated first: that asks for one
    // more.
    int needed = m_line.layout()->sizeHint().width();
    std::vector<int> saved;
    for (const std::vector<QToolButton*>& group : m_groups) {
        int inGroup = 0;
        for (const QToolButton* const button : group) {
            if (button->isHidden())
                continue;
            const int withWords = widthWith(*button, Qt::ToolButtonTextBesideIcon);
            needed += withWords - widthWith(*button, button->toolButtonStyle());
            inGroup += withWords - widthWith(*button, Qt::ToolButtonIconOnly);
        }
        saved.push_back(inGroup);
    }
    for (std::size_t i = 0; i < m_groups.size(); ++i) {
        const bool hasWords = needed <= m_line.width();
        if (!hasWords)
            needed -= saved[i];
        for (QToolButton* const button : m_groups[i]) {
            button->setToolButtonStyle(hasWords ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
            // An icon alone says what it means when it is asked.
            QString& given = m_toolTips[button];
            if (button->toolTip().isEmpty() || button->toolTip() == given) {
                given = withoutMnemonic(button->text());
                button->setToolTip(given);
            }
        }
    }
    m_measure->setText({});
}

} // namespace deskwarden::ui
