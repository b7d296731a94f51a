// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/Mnemonics.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QGroupBox>
#include <QKeySequence>
#include <QLabel>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSet>
#include <QTabBar>
#include <QToolBar>
#include <QToolButton>

#include <algorithm>
#include <functional>
#include <map>
#include <utility>

namespace deskwarden::ui {

namespace {

constexpr const char* leftOut = "leftOutOfMnemonics";

/// A text that can have a letter, wherever it stands.
struct LetterPlace
{
    QString text;
    std::function<void(const QString&)> write;
    bool isSeen = true;
    QString wanted = {};
};

using LetterPlaces = std::vector<LetterPlace>;

/// Where the mark stands; -1: nowhere. Two of them are one that is shown.
qsizetype markIn(const QString& text)
{
    for (qsizetype at = 0; at + 1 < text.size(); ++at) {
        if (text.at(at) != u'&')
            continue;
        if (text.at(at + 1) != u'&')
            return at;
        ++at;
    }
    return -1;
}

QChar letterOf(const QString& text)
{
    const qsizetype mark = markIn(text);
    return mark < 0 ? QChar() : text.at(mark + 1).toUpper();
}

QString unmarked(const QString& text)
{
    const qsizetype mark = markIn(text);
    return mark < 0 ? text : QString(text).remove(mark, 1);
}

/// The beginnings of words first: they are found at once.
QString marked(const QString& plain, const QSet<QChar>& taken)
{
    for (const bool isAnywhere : {false, true}) {
        for (qsizetype at = 0; at < plain.size(); ++at) {
            const QChar letter = plain.at(at);
            const bool isBeginning = at == 0 || !plain.at(at - 1).isLetterOrNumber();
            if (letter.isLetter() && (isAnywhere || isBeginning) && !taken.contains(letter.toUpper()))
                return QString(plain).insert(at, u'&');
        }
    }
    return plain;
}

/// One that was given a letter of this text may have another one.
void takeFromAnother(LetterPlace& place, std::map<QChar, LetterPlace*>& given, QSet<QChar>& taken)
{
    const QString plain = place.wanted;
    for (qsizetype at = 0; at < plain.size(); ++at) {
        const auto found = given.find(plain.at(at).toUpper());
        if (found == given.end())
            continue;
        const QString moved = marked(unmarked(found->second->wanted), taken);
        const QChar letter = letterOf(moved);
        if (letter.isNull())
            continue;
        LetterPlace& other = *found->second;
        other.wanted = moved;
        given[letter] = &other;
        taken.insert(letter);
        place.wanted = QString(plain).insert(at, u'&');
        return;
    }
}

/// What is seen goes before what is hidden, and what has a letter before what has none.
void assignLetters(LetterPlaces& places, QSet<QChar> taken)
{
    std::stable_partition(places.begin(), places.end(), [](const LetterPlace& place) { return place.isSeen; });
    std::vector<LetterPlace*> without;
    QSet<QChar> takenBySeen = taken;
    for (LetterPlace& place : places) {
        const QChar letter = letterOf(place.text);
        if (letter.isNull() || taken.contains(letter)) {
            without.push_back(&place);
            continue;
        }
        taken.insert(letter);
        if (place.isSeen)
            takenBySeen.insert(letter);
    }
    // Short words have the fewest letters to choose from.
    std::stable_sort(without.begin(), without.end(), [](const LetterPlace* left, const LetterPlace* right) {
        return std::pair(!left->isSeen, left->text.size()) < std::pair(!right->isSeen, right->text.size());
    });
    std::map<QChar, LetterPlace*> given;
    for (LetterPlace* const place : without) {
        place->wanted = marked(unmarked(place->text), taken);
        if (letterOf(place->wanted).isNull() && place->isSeen)
            place->wanted = marked(place->wanted, takenBySeen); // what is hidden gets another one when it comes
        if (letterOf(place->wanted).isNull())
            takeFromAnother(*place, given, taken);
        const QChar letter = letterOf(place->wanted);
        if (letter.isNull())
            continue;
        taken.insert(letter);
        takenBySeen.insert(letter);
        given[letter] = place;
    }
    for (const LetterPlace* const place : without) {
        if (place->wanted != place->text)
            place->write(place->wanted);
    }
}

bool isLeftOut(const QWidget& widget)
{
    for (const QWidget* at = &widget; at != nullptr && !at->isWindow(); at = at->parentWidget()) {
        if (at->property(leftOut).toBool())
            return true;
    }
    return false;
}

bool hasWords(const QAbstractButton& button)
{
    if (const auto* const tool = qobject_cast<const QToolButton*>(&button))
        return tool->defaultAction() == nullptr && tool->toolButtonStyle() != Qt::ToolButtonIconOnly;
    return qobject_cast<const QPushButton*>(&button) != nullptr || qobject_cast<const QCheckBox*>(&button) != nullptr ||
           qobject_cast<const QRadioButton*>(&button) != nullptr;
}

void addTabs(QTabBar& tabs, bool isSeen, LetterPlaces& places)
{
    for (int tab = 0; tab < tabs.count(); ++tab)
        places.push_back({tabs.tabText(tab), [&tabs, tab](const QString& text) { tabs.setTabText(tab, text); },
                          isSeen && tabs.isTabVisible(tab)});
}

LetterPlaces placesIn(const QWidget& window)
{
    LetterPlaces places;
    for (QWidget* const widget : window.findChildren<QWidget*>()) {
        if (widget->window() != &window || isLeftOut(*widget))
            continue;
        const bool isSeen = widget->isVisibleTo(&window);
        if (auto* const button = qobject_cast<QAbstractButton*>(widget)) {
            if (hasWords(*button) && !button->text().isEmpty())
                places.push_back({button->text(), [button](const QString& text) { button->setText(text); }, isSeen});
        } else if (auto* const label = qobject_cast<QLabel*>(widget)) {
            if (label->buddy() != nullptr && !label->text().isEmpty())
                places.push_back({label->text(), [label](const QString& text) { label->setText(text); }, isSeen});
        } else if (auto* const box = qobject_cast<QGroupBox*>(widget)) {
            if (box->isCheckable())
                places.push_back({box->title(), [box](const QString& text) { box->setTitle(text); }, isSeen});
        } else if (auto* const tabs = qobject_cast<QTabBar*>(widget)) {
            addTabs(*tabs, isSeen, places);
        }
    }
    return places;
}

} // namespace

QString withoutMnemonic(const QString& text)
{
    return unmarked(text).replace(QLatin1String("&&"), QLatin1String("&"));
}

void setReadText(QAbstractButton& button, const QString& text)
{
    if (unmarked(button.text()) != unmarked(text))
        button.setText(text);
}

Mnemonics::Mnemonics(QObject* parent)
    : QObject(parent)
{
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &Mnemonics::assignDue);
    qApp->installEventFilter(this);
}

void Mnemonics::leaveOut(QWidget& widget)
{
    widget.setProperty(leftOut, true);
}

void Mnemonics::assign(QWidget& window)
{
    QSet<QChar> taken;
    if (const auto* const main = qobject_cast<QMainWindow*>(&window); main != nullptr && main->menuWidget() != nullptr)
    {
        for (const QAction* const menu : main->menuWidget()->actions())
            taken.insert(letterOf(menu->text()));
    }
    LetterPlaces places = placesIn(window);
    assignLetters(places, std::move(taken));
}

void Mnemonics::assign(QMenu& menu)
{
    LetterPlaces places;
    for (QAction* const action : menu.actions()) {
        if (!action->isSeparator() && !action->text().isEmpty())
            places.push_back(
                {action->text(), [action](const QString& text) { action->setText(text); }, action->isVisible()});
    }
    assignLetters(places, {});
}

bool Mnemonics::eventFilter(QObject* watched, QEvent* event)
{
    const QEvent::Type type = event->type();
    // With another language the texts come without the letters that were given to them.
    if ((type != QEvent::Show && type != QEvent::LayoutRequest && type != QEvent::ActionChanged &&
         type != QEvent::LanguageChange) ||
        !watched->isWidgetType())
        return false;
    auto& widget = *static_cast<QWidget*>(watched);
    if (auto* const menu = qobject_cast<QMenu*>(&widget)) {
        if (type == QEvent::Show)
            assign(*menu);
        else if (type == QEvent::ActionChanged && menu->isVisible())
            assignSoon(*menu);
    } else if (type == QEvent::Show && widget.isWindow()) {
        assign(widget);
    } else if (type != QEvent::ActionChanged && widget.window()->isVisible()) {
        assignSoon(*widget.window());
    }
    return false;
}

void Mnemonics::assignSoon(QWidget& widget)
{
    if (std::ranges::find(m_due, &widget, [](const QPointer<QWidget>& due) { return due.data(); }) == m_due.end())
        m_due.emplace_back(&widget);
    m_soon.start(0);
}

void Mnemonics::assignDue()
{
    for (const QPointer<QWidget>& due : std::exchange(m_due, {})) {
        if (auto* const menu = qobject_cast<QMenu*>(due.data()))
            assign(*menu);
        else if (due != nullptr)
            assign(*due);
    }
}

} // namespace deskwarden::ui
