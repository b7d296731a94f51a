// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/InEachLanguage.h"

#include <QEvent>
#include <QWidget>

#include <utility>

namespace deskwarden::ui {

namespace {

/// A widget tells all its children of a new language, this one too. Thread: GUI. Owner: the widget.
class Speaker final : public QObject
{
public:
    Speaker(QWidget& widget, std::function<void()> say)
        : QObject(&widget)
        , m_say(std::move(say))
    {}

    bool event(QEvent* event) override
    {
        if (event->type() == QEvent::LanguageChange)
            m_say();
        return QObject::event(event);
    }

private:
    std::function<void()> m_say;
};

} // namespace

void inEachLanguage(QWidget& widget, std::function<void()> say)
{
    say();
    new Speaker(widget, std::move(say));
}

} // namespace deskwarden::ui
