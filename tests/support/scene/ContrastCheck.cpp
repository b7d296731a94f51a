// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/scene/ContrastCheck.h"

#include "support/scene/ShownText.h"
#include "support/scene/ShownWidgets.h"
#include "ui/widgets/Theme.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QCheckBox>
#include <QColor>
#include <QComboBox>
#include <QImage>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QStyleOptionButton>
#include <QTextEdit>
#include <QToolButton>

#include <algorithm>
#include <vector>

namespace deskwarden::support {

namespace {

/// What the pixels of a place say.
class Pixels final
{
public:
    Pixels(const QImage& picture, const QRect& points)
    {
        const qreal scale = picture.devicePixelRatio();
        const QRect place = QRectF(points.topLeft() * scale, points.size() * scale).toAlignedRect() & picture.rect();
        for (int y = place.top(); y <= place.bottom(); ++y) {
            const auto* const line = reinterpret_cast<const QRgb*>(picture.constScanLine(y));
            for (int x = place.left(); x <= place.right(); ++x)
                count(line[x]);
        }
        std::ranges::sort(m_runs, {}, &Run::color);
    }

    [[nodiscard]] bool isEmpty() const noexcept { return m_runs.empty(); }

    /// The colour of most of them.
    [[nodiscard]] QRgb ground() const
    {
        Run most{};
        Run same{};
        for (const Run& run : m_runs) {
            same = {run.color, run.pixels + (run.color == same.color ? same.pixels : 0)};
            if (same.pixels > most.pixels)
                most = same;
        }
        return most.color;
    }

    /// Of the colour that differs most from this one.
    [[nodiscard]] double strongestAgainst(QRgb ground) const
    {
        double strongest = 1;
        QRgb seen = ground;
        for (const Run& run : m_runs) {
            if (run.color != seen)
                strongest = std::max(strongest, ui::contrast(QColor(run.color), QColor(ground)));
            seen = run.color;
        }
        return strongest;
    }

private:
    struct Run
    {
        QRgb color = 0;
        int pixels = 0;
    };

    void count(QRgb color)
    {
        if (m_runs.empty() || m_runs.back().color != color)
            m_runs.push_back({color, 0});
        ++m_runs.back().pixels;
    }

    std::vector<Run> m_runs; ///< of one colour beside each other
};

QString ratioText(double ratio)
{
    return QString::number(ratio, 'f', 1) + QStringLiteral(" : 1");
}

/// A field in which something is typed or chosen: without its edge nobody knows where it is.
bool isField(const QWidget& widget)
{
    if (const auto* const line = qobject_cast<const QLineEdit*>(&widget))
        return line->hasFrame() && qobject_cast<const QAbstractSpinBox*>(line->parentWidget()) == nullptr &&
               qobject_cast<const QComboBox*>(line->parentWidget()) == nullptr;
    if (const auto* const text = qobject_cast<const QPlainTextEdit*>(&widget))
        return !text->isReadOnly() && text->frameShape() != QFrame::NoFrame;
    if (const auto* const text = qobject_cast<const QTextEdit*>(&widget))
        return !text->isReadOnly() && text->frameShape() != QFrame::NoFrame;
    return qobject_cast<const QComboBox*>(&widget) != nullptr ||
           qobject_cast<const QAbstractSpinBox*>(&widget) != nullptr;
}

/// How well the faintest of the four edges of a field is seen against what is outside of it.
double edgeOf(const QWidget& root, const QWidget& field, const QImage& picture)
{
    constexpr int depth = 3;
    const QRect whole = shownPart(root, field, field.rect());
    if (whole.size() != field.size() || whole.width() < 6 * depth || whole.height() < 4 * depth)
        return ContrastCheck::leastOfControl; // cut off by a scroll area
    const QRect inner = whole.adjusted(2 * depth, 2 * depth, -2 * depth, -2 * depth);
    const QPoint middle = inner.center();
    const QRect edges[] = {{middle.x(), whole.top(), 1, depth},
                           {middle.x(), whole.bottom() - depth + 1, 1, depth},
                           {whole.left(), middle.y(), depth, 1},
                           {whole.right() - depth + 1, middle.y(), depth, 1}};
    const QRect outside = whole.adjusted(-2, -2, 2, 2) & root.rect();
    const QRgb ground = Pixels(picture, QRect(outside.topLeft(), QSize(outside.width(), 2))).ground();
    double faintest = 21;
    for (const QRect& edge : edges)
        faintest = std::min(faintest, Pixels(picture, edge).strongestAgainst(ground));
    return faintest;
}

/// The square or circle that is ticked; empty for all else.
QRect indicatorOf(const QWidget& widget)
{
    QStyleOptionButton option;
    option.initFrom(&widget);
    if (qobject_cast<const QCheckBox*>(&widget) != nullptr)
        return widget.style()->subElementRect(QStyle::SE_CheckBoxIndicator, &option, &widget);
    if (qobject_cast<const QRadioButton*>(&widget) != nullptr)
        return widget.style()->subElementRect(QStyle::SE_RadioButtonIndicator, &option, &widget);
    return {};
}

bool isIconAlone(const QWidget& widget)
{
    const auto* const button = qobject_cast<const QAbstractButton*>(&widget);
    // That which clears a field fades in while the picture is taken.
    if (button == nullptr || button->icon().isNull() || button->inherits("QLineEditIconButton"))
        return false;
    const auto* const tool = qobject_cast<const QToolButton*>(button);
    return button->text().isEmpty() || (tool != nullptr && tool->toolButtonStyle() == Qt::ToolButtonIconOnly);
}

QStringList faintControls(QWidget& root, const QImage& picture)
{
    QStringList found;
    for (const QWidget* const widget : shownWidgets(root)) {
        if (!widget->isEnabled() || isPartOfAnother(*widget))
            continue;
        double ratio = ContrastCheck::leastOfControl;
        if (isField(*widget)) {
            ratio = edgeOf(root, *widget, picture);
        } else if (const QRect indicator = indicatorOf(*widget); !indicator.isEmpty()) {
            const Pixels around(picture, shownPart(root, *widget, indicator.adjusted(-2, -2, 2, 2)));
            const QRect part = shownPart(root, *widget, indicator);
            if (part.size() == indicator.size())
                ratio = Pixels(picture, part)
                            .strongestAgainst(
                                Pixels(picture, QRect(part.left(), part.top() - 3, part.width(), 2)).ground());
        } else if (isIconAlone(*widget)) {
            const QRect part = shownPart(root, *widget, widget->rect().adjusted(3, 3, -3, -3));
            const Pixels pixels(picture, part);
            if (part.width() > 8 && part.height() > 8)
                ratio = pixels.strongestAgainst(pixels.ground());
        }
        if (ratio < ContrastCheck::leastOfControl)
            found << describe(*widget) + QStringLiteral(" is seen by %1 only").arg(ratioText(ratio));
    }
    return found;
}

} // namespace

QStringList ContrastCheck::findings(QWidget& root, const QImage& picture) const
{
    QImage image = picture.convertToFormat(QImage::Format_RGB32);
    image.setDevicePixelRatio(picture.devicePixelRatio());
    QStringList found = faintControls(root, image);
    for (const ShownText& shown : shownTexts(root)) {
        const Pixels pixels(image, shown.place);
        if (!shown.isEnabled || pixels.isEmpty() || shown.place.height() < 8)
            continue;
        const double ratio = pixels.strongestAgainst(pixels.ground());
        if (ratio < leastOfText)
            found << describe(*shown.widget, shown.text) + QStringLiteral(" is read by %1 only").arg(ratioText(ratio));
    }
    return found;
}

} // namespace deskwarden::support
