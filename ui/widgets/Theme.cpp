// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/Theme.h"

#include "ui/widgets/FirstPaint.h"
#include "ui/widgets/Icons.h"

#include <QApplication>
#include <QPainter>
#include <QPlainTextEdit>
#include <QProxyStyle>
#include <QSettings>
#include <QStyleOption>
#include <QTextEdit>

#include <algorithm>
#include <array>
#include <cmath>

namespace deskwarden::ui {

namespace {

struct PaletteColors
{
    QRgb window, text, base, alternate, button, muted, disabled, highlight, link, toolTip, toolTipText;
    QRgb light, midlight, mid, dark, shadow;
};

constexpr PaletteColors lightColors{0xf3f4f7, 0x1b2330, 0xffffff, 0xf7f8fb, 0xfbfcfd, 0x5c6778, 0x9aa3b0, 0x2a5ac4,
                                    0x1f4fb8, 0x1b2330, 0xffffff, 0xffffff, 0xe9ebf0, 0xc3c9d3, 0xa9b1bd, 0x6b7480};
constexpr PaletteColors darkColors{0x20242b, 0xe4e8ee, 0x181b21, 0x1c2027, 0x2b3038, 0x9aa5b4, 0x636c79, 0x2a5ac4,
                                   0x8ab2ff, 0x3a414c, 0xf2f4f8, 0x454c58, 0x353b45, 0x15181d, 0x12151a, 0x0b0d10};

constexpr PaletteColors contrastColors{0x000000, 0xffffff, 0x000000, 0x000000, 0x000000, 0xffffff, 0x3ff23f, 0xffff00,
                                       0xffff00, 0x000000, 0xffffff, 0xffffff, 0xffffff, 0xffffff, 0xffffff, 0xffffff};

QPalette paletteOf(const PaletteColors& colors)
{
    QPalette palette;
    palette.setColor(QPalette::Window, QColor(colors.window));
    palette.setColor(QPalette::WindowText, QColor(colors.text));
    palette.setColor(QPalette::Base, QColor(colors.base));
    palette.setColor(QPalette::AlternateBase, QColor(colors.alternate));
    palette.setColor(QPalette::Text, QColor(colors.text));
    palette.setColor(QPalette::Button, QColor(colors.button));
    palette.setColor(QPalette::ButtonText, QColor(colors.text));
    palette.setColor(QPalette::BrightText, QColor(colors.highlight));
    palette.setColor(QPalette::PlaceholderText, QColor(colors.muted));
    palette.setColor(QPalette::Highlight, QColor(colors.highlight));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, QColor(colors.link));
    palette.setColor(QPalette::LinkVisited, QColor(colors.link));
    palette.setColor(QPalette::ToolTipBase, QColor(colors.toolTip));
    palette.setColor(QPalette::ToolTipText, QColor(colors.toolTipText));
    palette.setColor(QPalette::Light, QColor(colors.light));
    palette.setColor(QPalette::Midlight, QColor(colors.midlight));
    palette.setColor(QPalette::Mid, QColor(colors.mid));
    palette.setColor(QPalette::Dark, QColor(colors.dark));
    palette.setColor(QPalette::Shadow, QColor(colors.shadow));
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(colors.disabled));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor(colors.mid));
    return palette;
}

double linear(double channel)
{
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

/// Only palettes made for high contrast put pure white against pure black on a window.
bool isHighContrast(const QPalette& palette)
{
    return contrast(palette.color(QPalette::Window), palette.color(QPalette::WindowText)) > 20.5;
}

/// One that was set here before, and not by the desktop.
bool isOwn(const QPalette& palette)
{
    const auto isLike = [&palette](const QPalette& own) {
        return std::ranges::all_of(std::array{QPalette::Window, QPalette::Text, QPalette::Button, QPalette::Highlight},
                                   [&](QPalette::ColorRole role) { return palette.color(role) == own.color(role); });
    };
    return isLike(lightPalette()) || isLike(darkPalette()) || isLike(highContrastPalette());
}

bool isFramed(const QStyleOption& option)
{
    const auto* const frame = qstyleoption_cast<const QStyleOptionFrame*>(&option);
    return frame != nullptr && frame->lineWidth > 0;
}

/// A field of several lines.
bool isEditor(const QWidget* widget)
{
    const auto* const plain = qobject_cast<const QPlainTextEdit*>(widget);
    const auto* const rich = qobject_cast<const QTextEdit*>(widget);
    return (plain != nullptr && !plain->isReadOnly()) || (rich != nullptr && !rich->isReadOnly());
}

/// Over Fusion's, which is fainter than people need to see where a field is.
void drawEdge(QPainter& painter, const QStyleOption& option, const QRectF& rect, double radius)
{
    if ((option.state & QStyle::State_Enabled) == 0)
        return;
    const bool hasFocus = (option.state & QStyle::State_HasFocus) != 0;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus ? toneColor(Tone::Accent, option.palette) : edgeColor(option.palette));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.restore();
}

/// Fusion everywhere, without the desktop's own pictures on buttons, which would not match ours.
class ConsoleStyle final : public QProxyStyle
{
public:
    ConsoleStyle()
        : QProxyStyle(QStringLiteral("Fusion"))
    {}

    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* returned) const override
    {
        // Etched, what is off in a dark menu looks as if it were written twice.
        if (hint == SH_DialogButtonBox_ButtonsHaveIcons || hint == SH_EtchDisabledText)
            return 0;
        return QProxyStyle::styleHint(hint, option, widget, returned);
    }

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override
    {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        const bool isField = element == PE_PanelLineEdit && isFramed(*option);
        if (isField || element == PE_IndicatorCheckBox || (element == PE_Frame && isEditor(widget)))
            drawEdge(*painter, *option, QRectF(option->rect), element == PE_PanelLineEdit ? 2.0 : 0.0);
        else if (element == PE_IndicatorRadioButton)
            drawEdge(*painter, *option, QRectF(option->rect), option->rect.width() / 2.0);
    }

    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override
    {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        if (control == CC_ComboBox || control == CC_SpinBox)
            drawEdge(*painter, *option, QRectF(option->rect), 2.0);
    }

    /// Qt's own are read from ten files, or looked for in every folder of every theme: 8,000 calls to the system.
    QIcon standardIcon(StandardPixmap picture, const QStyleOption* option, const QWidget* widget) const override
    {
        if (picture == SP_LineEditClearButton || picture == SP_TitleBarCloseButton)
            return outlineIcon("x", Tone::Muted);
        if (picture == SP_ToolBarHorizontalExtensionButton)
            return outlineIcon("chevron-right");
        return QProxyStyle::standardIcon(picture, option, widget);
    }
};

bool isSystemDark(const QPalette& palette)
{
#ifdef Q_OS_WIN
    // Qt 6.4 gives a light palette to programs on a dark Windows.
    const QSettings personalize(
        QStringLiteral("HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize"),
        QSettings::NativeFormat);
    if (personalize.contains(QStringLiteral("AppsUseLightTheme")))
        return personalize.value(QStringLiteral("AppsUseLightTheme")).toInt() == 0;
#endif
    return isDark(palette);
}

} // namespace

void applyTheme(QApplication& application, ColorScheme scheme)
{
    if (isOwn(QApplication::palette()))
        QApplication::setPalette(QPalette()); // back to the desktop's
    const QPalette system = QApplication::palette();
    QApplication::setStyle(new ConsoleStyle);
    if (scheme == ColorScheme::HighContrast) {
        QApplication::setPalette(highContrastPalette());
    } else if (scheme == ColorScheme::System && isHighContrast(system)) {
        if (QApplication::palette() != system) // else it stays the desktop's, which follows it by itself
            QApplication::setPalette(system);
    } else {
        const bool dark = scheme == ColorScheme::Dark || (scheme == ColorScheme::System && isSystemDark(system));
        QApplication::setPalette(dark ? darkPalette() : lightPalette());
    }
    // Reading the picture in all its sizes takes as long as the start of an empty window.
    if (QGuiApplication::windowIcon().isNull())
        new FirstPaint(&application, [] { QGuiApplication::setWindowIcon(applicationIcon()); });
}

ColorScheme colorSchemeFromName(const QString& name)
{
    if (name == QLatin1String("light"))
        return ColorScheme::Light;
    if (name == QLatin1String("contrast"))
        return ColorScheme::HighContrast;
    return name == QLatin1String("dark") ? ColorScheme::Dark : ColorScheme::System;
}

QPalette lightPalette()
{
    return paletteOf(lightColors);
}

QPalette darkPalette()
{
    return paletteOf(darkColors);
}

QPalette highContrastPalette()
{
    QPalette palette = paletteOf(contrastColors);
    palette.setColor(QPalette::HighlightedText, Qt::black);
    return palette;
}

bool isDark(const QPalette& palette)
{
    return luminance(palette.color(QPalette::Window)) < luminance(palette.color(QPalette::WindowText));
}

QColor toneColor(Tone tone, const QPalette& palette)
{
    const QColor text = palette.color(QPalette::Text);
    if (isHighContrast(palette))
        return text;
    const bool dark = isDark(palette);
    switch (tone) {
    case Tone::Plain:
        return text;
    case Tone::Accent:
        return QColor(dark ? 0x7fabff : 0x1f5bd0);
    case Tone::Good:
        return QColor(dark ? 0x5fcf86 : 0x12783a);
    case Tone::Warning:
        return QColor(dark ? 0xf0b84c : 0x9a5b00);
    case Tone::Bad:
        return QColor(dark ? 0xff8078 : 0xc02a20);
    case Tone::Muted:
        return palette.color(QPalette::PlaceholderText);
    }
    return text;
}

QColor edgeColor(const QPalette& palette)
{
    const QColor text = palette.color(QPalette::Active, QPalette::WindowText);
    if (isHighContrast(palette))
        return text;
    const QColor ground = palette.color(QPalette::Active, QPalette::Window);
    constexpr float share = 0.54F;
    const auto mixed = [](float from, float to) { return from + (to - from) * share; };
    return QColor::fromRgbF(mixed(ground.redF(), text.redF()), mixed(ground.greenF(), text.greenF()),
                            mixed(ground.blueF(), text.blueF()));
}

double contrast(const QColor& left, const QColor& right)
{
    const double one = luminance(left);
    const double other = luminance(right);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

} // namespace deskwarden::ui
