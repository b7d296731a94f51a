// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/sessions/ColumnSizer.h"

#include <QAbstractItemModel>
#include <QDataStream>
#include <QHeaderView>
#include <QIODevice>
#include <QScopedValueRollback>
#include <QTableView>

#include <algorithm>
#include <chrono>
#include <utility>

namespace deskwarden::ui {

namespace {

using enum models::ColumnRoom;

constexpr int saveVersion = 3;
constexpr int sampleRows = 60; ///< beyond those on the screen, spread over the list
constexpr int cellGap = 12;    ///< between the text of a column and the next column
constexpr int spareDigits = 4;
constexpr int mostDigits = 60; ///< a hostile name does not push all else aside

} // namespace

ColumnSizer::ColumnSizer(QTableView& view, std::unique_ptr<ColumnRules> rules)
    : QObject(&view)
    , m_view(view)
    , m_header(*view.horizontalHeader())
    , m_rules(std::move(rules))
    , m_count(static_cast<int>(m_rules->columns().size()))
    , m_choices(m_rules->columns().size())
    , m_own(m_rules->columns().size())
    , m_contents(m_rules->columns().size())
{
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &ColumnSizer::measure);
    connect(&m_header, &QHeaderView::sectionResized, this, &ColumnSizer::noteResize);
    connect(&m_header, &QHeaderView::sectionHandleDoubleClicked, this, [this](int column) {
        m_own.at(static_cast<std::size_t>(column)) = 0;
        fit();
    });
}

const ColumnRules::Column& ColumnSizer::ruleOf(int column) const
{
    return m_rules->columns().at(static_cast<std::size_t>(column));
}

bool ColumnSizer::isWanted(int column) const
{
    return m_choices.at(static_cast<std::size_t>(column)).value_or(m_rules->isUsual(column));
}

void ColumnSizer::choose(int column, bool isWanted)
{
    m_choices.at(static_cast<std::size_t>(column)) = isWanted;
    measure();
}

void ColumnSizer::reset()
{
    std::ranges::fill(m_choices, std::nullopt);
    std::ranges::fill(m_own, 0);
    for (int column = 0; column < m_count; ++column)
        m_header.moveSection(m_header.visualIndex(column), column);
    forgetContents();
    measure();
}

std::vector<ColumnSizer::Choice> ColumnSizer::choices() const
{
    std::vector<Choice> choices;
    for (int place = 0; place < m_count; ++place) {
        const int column = m_header.logicalIndex(place);
        choices.push_back({column, m_choices.at(static_cast<std::size_t>(column))});
    }
    return choices;
}

void ColumnSizer::take(const std::vector<Choice>& choices)
{
    reset();
    int place = 0;
    for (const Choice& choice : choices) {
        if (!ruleOf(choice.column).isAlways)
            m_choices.at(static_cast<std::size_t>(choice.column)) = choice.isShown;
        m_header.moveSection(m_header.visualIndex(choice.column), place++);
    }
    measure();
}

void ColumnSizer::forgetContents()
{
    std::ranges::fill(m_contents, 0);
}

void ColumnSizer::measure()
{
    m_rules->look();
    const int rows = m_view.model()->rowCount();
    const int height = std::max(m_view.verticalHeader()->defaultSectionSize(), 1);
    const int first = std::max(m_view.rowAt(0), 0);
    const int last = std::min(first + m_view.viewport()->height() / height + 1, rows - 1);
    for (int row = first; row <= last; ++row)
        measureRow(row);
    const int step = std::max(rows / sampleRows, 1);
    for (int row = 0; row < rows; row += step)
        measureRow(row);
    fit();
}

void ColumnSizer::measureSoon()
{
    if (!m_soon.isActive())
        m_soon.start(std::chrono::milliseconds(100));
}

void ColumnSizer::measureRow(int row)
{
    if (m_rules->isHeading(row))
        return; // it goes over all columns
    const QFontMetrics metrics = m_view.fontMetrics();
    const int margins = 2 * (m_view.style()->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, &m_view) + 1);
    for (int column = 0; column < m_count; ++column) {
        if (!isWanted(column))
            continue;
        const QString text = m_rules->painted(row, column);
        if (text.isEmpty())
            continue;
        const bool hasIcon = ruleOf(column).hasIcon;
        const int width = metrics.horizontalAdvance(text) + margins + (hasIcon ? 16 + margins : 0) + cellGap;
        int& widest = m_contents.at(static_cast<std::size_t>(column));
        widest = std::max(widest, width);
    }
}

void ColumnSizer::noteResize(int column, int /*before*/, int after)
{
    // The last column takes what is left when another one is resized.
    if (m_isFitting || after == 0 || column == lastShown() || !m_view.isVisible())
        return;
    if (m_header.isSectionHidden(column) || after == wantedWidth(column))
        return;
    m_own.at(static_cast<std::size_t>(column)) = after;
}

int ColumnSizer::lastShown() const
{
    int place = m_header.count() - 1;
    while (place > 0 && m_header.isSectionHidden(m_header.logicalIndex(place)))
        --place;
    return m_header.logicalIndex(place);
}

int ColumnSizer::digits(int count) const
{
    return m_view.fontMetrics().horizontalAdvance(QLatin1Char('0')) * count;
}

int ColumnSizer::contentWidth(int column) const
{
    const int content = std::min(m_contents.at(static_cast<std::size_t>(column)), digits(mostDigits));
    return std::max(content, m_header.minimumSectionSize()); // narrower than that the header makes none
}

int ColumnSizer::leastWidth(int column) const
{
    return std::max(digits(ruleOf(column).leastDigits), m_header.minimumSectionSize());
}

int ColumnSizer::wantedWidth(int column) const
{
    if (const int own = m_own.at(static_cast<std::size_t>(column)); own > 0)
        return own;
    return std::max({leastWidth(column), m_header.sectionSizeHint(column), contentWidth(column)});
}

/// One step of making room after another; what a step has not taken, the next one takes.
int ColumnSizer::narrowedWidth(int column, Narrowing step) const
{
    const models::ColumnRoom room = ruleOf(column).room;
    if (m_own.at(static_cast<std::size_t>(column)) > 0)
        return wantedWidth(column);
    if (room == GivesWay)
        return leastWidth(column);
    if (room == Shrinks)
        return step >= Narrowing::Cells ? leastWidth(column) : wantedWidth(column);
    if (step >= Narrowing::Spare)
        return contentWidth(column);
    return step >= Narrowing::Titles ? std::max(leastWidth(column), contentWidth(column)) : wantedWidth(column);
}

/// Takes columns away, one after another, until the others find room.
void ColumnSizer::makeRoom(int room, models::ColumnRoom kind, Narrowing step, Shown& isShown) const
{
    int need = 0;
    std::vector<int> going;
    for (int column = 0; column < m_count; ++column) {
        const auto number = static_cast<std::size_t>(column);
        if (!isShown.at(number))
            continue;
        need += narrowedWidth(column, step);
        if (ruleOf(column).room == kind && m_own.at(number) == 0)
            going.push_back(column);
    }
    if (kind == GivesWay)
        std::ranges::reverse(going); // of the others the last one tells the most
    for (const int column : going) {
        if (need <= room)
            return;
        isShown.at(static_cast<std::size_t>(column)) = false;
        need -= narrowedWidth(column, step);
    }
}

ColumnSizer::Shown ColumnSizer::columnsThatFit(int room) const
{
    Shown isShown(static_cast<std::size_t>(m_count));
    for (int column = 0; column < m_count; ++column)
        isShown.at(static_cast<std::size_t>(column)) = isWanted(column);
    makeRoom(room, GivesWay, Narrowing::Titles, isShown);
    makeRoom(room, Shrinks, Narrowing::Spare, isShown);
    return isShown;
}

ColumnSizer::Widths ColumnSizer::widthsFor(int room, const Shown& isShown) const
{
    Widths widths(static_cast<std::size_t>(m_count));
    int tooMuch = -room;
    for (int column = 0; column < m_count; ++column) {
        const auto number = static_cast<std::size_t>(column);
        widths.at(number) = isShown.at(number) ? wantedWidth(column) : 0;
        tooMuch += widths.at(number);
    }
    for (const Narrowing step : {Narrowing::Cuttable, Narrowing::Titles, Narrowing::Cells, Narrowing::Spare}) {
        while (tooMuch > 0) { // the widest first
            int widest = -1;
            int most = 0;
            for (int column = 0; column < m_count; ++column) {
                const auto number = static_cast<std::size_t>(column);
                const int spare = isShown.at(number) ? widths.at(number) - narrowedWidth(column, step) : 0;
                if (spare > most) {
                    most = spare;
                    widest = column;
                }
            }
            if (widest < 0)
                break;
            const int taken = std::min({tooMuch, most, 16});
            widths.at(static_cast<std::size_t>(widest)) -= taken;
            tooMuch -= taken;
        }
    }
    for (int column = 0; column < m_count; ++column) {
        const auto number = static_cast<std::size_t>(column);
        if (tooMuch < 0 && ruleOf(column).takesSpare && m_own.at(number) == 0)
            widths.at(number) += std::min(-tooMuch, digits(spareDigits)); // the rest falls to the last column
    }
    return widths;
}

void ColumnSizer::fit()
{
    const int room = m_view.viewport()->width();
    if (room <= 0 || m_isFitting)
        return;
    const QScopedValueRollback<bool> guard(m_isFitting, true);
    const Shown isShown = columnsThatFit(room);
    const Widths widths = widthsFor(room, isShown);
    for (int column = 0; column < m_count; ++column) {
        const auto number = static_cast<std::size_t>(column);
        if (m_view.isColumnHidden(column) == isShown.at(number))
            m_view.setColumnHidden(column, !isShown.at(number));
        if (isShown.at(number) && m_view.columnWidth(column) != widths.at(number))
            m_view.setColumnWidth(column, widths.at(number));
    }
}

QByteArray ColumnSizer::save() const
{
    QByteArray saved;
    QDataStream stream(&saved, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << saveVersion;
    for (int column = 0; column < m_count; ++column) {
        const auto number = static_cast<std::size_t>(column);
        const std::optional<bool>& choice = m_choices.at(number);
        stream << QByteArray(ruleOf(column).id) << (choice ? (*choice ? 1 : 0) : -1) << m_own.at(number)
               << m_header.visualIndex(column);
    }
    return saved;
}

bool ColumnSizer::restore(const QByteArray& saved)
{
    QDataStream stream(saved);
    stream.setVersion(QDataStream::Qt_6_4);
    int version = 0;
    stream >> version;
    if (version != saveVersion)
        return false;
    std::vector<int> places(static_cast<std::size_t>(m_count));
    for (int column = 0; column < m_count; ++column) {
        const auto number = static_cast<std::size_t>(column);
        QByteArray id;
        int choice = -1;
        stream >> id >> choice >> m_own.at(number) >> places.at(number);
        const bool isMine = stream.status() == QDataStream::Ok && id == ruleOf(column).id;
        const bool isPossible =
            m_own.at(number) >= 0 && m_own.at(number) < 10'000 && places.at(number) >= 0 && places.at(number) < m_count;
        if (!isMine || !isPossible) {
            reset();
            return false;
        }
        if (!ruleOf(column).isAlways && choice >= 0)
            m_choices.at(number) = choice != 0;
    }
    for (int place = 0; place < m_count; ++place) {
        const auto column = static_cast<int>(std::ranges::find(places, place) - places.begin());
        if (column < m_count)
            m_header.moveSection(m_header.visualIndex(column), place);
    }
    fit();
    return true;
}

} // namespace deskwarden::ui
