// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/sessions/DetailLines.h"

#include "ui/widgets/CopyLabel.h"

#include <QLabel>

#include <algorithm>

namespace deskwarden::ui {

namespace {

constexpr int shortestValue = 10; ///< digits beside it
constexpr int betweenLabelAndValue = 12;

/// A long label is not to push its value out of the dock. A label that breaks its lines by itself is given too little
/// height by a form.
QString inLines(const QString& text, const QFontMetrics& metrics, int letters)
{
    const int room = metrics.averageCharWidth() * letters;
    QString lines;
    QString line;
    for (const QString& word : text.split(u' ')) {
        const QString longer = line.isEmpty() ? word : line + u' ' + word;
        if (!line.isEmpty() && metrics.horizontalAdvance(longer) > room) {
            lines += line + u'\n';
            line = word;
        } else {
            line = longer;
        }
    }
    return lines + line;
}

} // namespace

DetailLines::DetailLines(QWidget& content, int labelLetters)
    : m_labelLetters(labelLetters)
    , m_content(content)
{
    setHorizontalSpacing(betweenLabelAndValue);
    setVerticalSpacing(6);
    setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    setRowWrapPolicy(QFormLayout::WrapLongRows); // a long name of a host stands below its label
}

void DetailLines::fitInto(int width)
{
    const QFontMetrics metrics = m_content.fontMetrics();
    const int sideBySide = metrics.averageCharWidth() * m_labelLetters + betweenLabelAndValue +
                           metrics.horizontalAdvance(QLatin1Char('0')) * shortestValue;
    setRowWrapPolicy(width < sideBySide ? QFormLayout::WrapAllRows : QFormLayout::WrapLongRows);
    m_room = width - metrics.averageCharWidth() * m_labelLetters - betweenLabelAndValue;
    if (sentences(m_shown) != m_isBelow)
        layRows();
}

std::vector<bool> DetailLines::sentences(const Lines& lines) const
{
    constexpr int mostLines = 2; // side by side
    const QFontMetrics metrics = m_content.fontMetrics();
    std::vector<bool> isSentence;
    for (const models::SessionDetail& line : lines) {
        const QStringList parts = line.value.split(u'\n');
        isSentence.push_back(std::ranges::any_of(parts, [&](const QString& part) {
            return m_room > 0 && part.contains(u' ') && metrics.horizontalAdvance(part) > mostLines * m_room;
        }));
    }
    return isSentence;
}

DetailLines::Line& DetailLines::lineAt(std::size_t number)
{
    while (m_lines.size() <= number) {
        const Line line{new QLabel(&m_content), new CopyLabel(&m_content)};
        line.label->setTextFormat(Qt::PlainText);
        line.label->setAlignment(Qt::AlignLeading | Qt::AlignTop);
        line.label->setForegroundRole(QPalette::PlaceholderText);
        m_lines.push_back(line);
    }
    return m_lines[number];
}

void DetailLines::showLines(const Lines& lines)
{
    if (lines == m_shown)
        return;
    for (std::size_t i = 0; i < std::max(lines.size(), m_lines.size()); ++i) {
        Line& line = lineAt(i);
        const bool isShown = i < lines.size();
        const bool isParagraph = isShown && lines[i].label.isEmpty();
        line.label->setVisible(isShown && !isParagraph);
        line.value->setVisible(isShown);
        if (!isShown) {
            line.label->clear();
            line.value->showText({}, {});
            continue;
        }
        line.label->setText(inLines(lines[i].label, m_content.fontMetrics(), m_labelLetters));
        line.value->showText(lines[i].value, lines[i].label);
    }
    m_shown = lines;
    layRows();
}

void DetailLines::layRows()
{
    while (rowCount() > 0) { // the labels stay, for the next session
        const QFormLayout::TakeRowResult row = takeRow(0);
        delete row.labelItem;
        delete row.fieldItem;
    }
    m_isBelow = sentences(m_shown);
    for (std::size_t i = 0; i < m_shown.size(); ++i) {
        const Line& line = m_lines[i];
        const bool isParagraph = m_shown[i].label.isEmpty();
        if (isParagraph || m_isBelow[i]) {
            if (!isParagraph)
                addRow(line.label);
            addRow(line.value);
        } else {
            addRow(line.label, line.value);
        }
    }
}

} // namespace deskwarden::ui
