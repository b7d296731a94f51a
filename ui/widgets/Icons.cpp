// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/Icons.h"

#include "ui/widgets/ActionLook.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QImageReader>
#include <QLoggingCategory>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>

#include <algorithm>
#include <array>

// Q_INIT_RESOURCE has to stand outside every namespace.
static void loadPictures()
{
    Q_INIT_RESOURCE(deskwarden_icons);
}

namespace deskwarden::ui {

namespace {

constexpr std::array outlineSizes{16, 20, 24, 32, 40, 48, 64, 96, 144};

QImage outline(const QString& name, int wanted)
{
    const auto size = std::ranges::lower_bound(outlineSizes, wanted);
    const int nearest = size == outlineSizes.end() ? outlineSizes.back() : *size;
    const QString file = QStringLiteral(":/icons/%1/%2.png").arg(nearest).arg(name);
    QImage image(file, "png"); // unnamed, every plugin for pictures would be loaded and asked first
    if (image.isNull())
        qWarning("Missing icon %s", qUtf8Printable(file));
    return image;
}

/// Icons that point along the line of reading: the other way round from right to left.
bool hasDirection(const QString& name)
{
    return name == QLatin1String("chevron-right") || name == QLatin1String("logout") ||
           name == QLatin1String("list-details");
}

/// Colours an outline when it is painted, so that it follows the palette.
class OutlineEngine final : public QIconEngine
{
public:
    OutlineEngine(const char* name, Tone tone)
        : m_name(QString::fromLatin1(name))
        , m_tone(tone)
    {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        QPixmap picture = pixmap(rect.size() * ratio, mode, state);
        picture.setDevicePixelRatio(ratio);
        painter->drawPixmap(rect, picture);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State /*state*/) override
    {
        const int side = std::min(size.width(), size.height());
        if (side <= 0)
            return {};
        const QColor color = colorFor(mode);
        const bool isMirrored = QGuiApplication::isRightToLeft() && hasDirection(m_name);
        const QString key =
            QStringLiteral("deskwarden/%1/%2/%3/%4").arg(m_name).arg(side).arg(color.rgba()).arg(isMirrored);
        QPixmap picture;
        if (QPixmapCache::find(key, &picture))
            return picture;
        QImage image = outline(m_name, side);
        if (image.isNull())
            return {};
        if (image.width() != side)
            image = image.scaled(side, side, Qt::KeepAspectRatio, Qt::SmoothTransformation);
        if (isMirrored)
            image = image.mirrored(true, false);
        image = image.convertToFormat(QImage::Format_ARGB32_Premultiplied);
        QPainter painter(&image);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(image.rect(), color);
        painter.end();
        picture = QPixmap::fromImage(std::move(image));
        QPixmapCache::insert(key, picture);
        return picture;
    }

    [[nodiscard]] QIconEngine* clone() const override { return new OutlineEngine(*this); }

private:
    [[nodiscard]] QColor colorFor(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        switch (mode) {
        case QIcon::Disabled:
            return palette.color(QPalette::Disabled, QPalette::WindowText);
        case QIcon::Selected:
            return palette.color(QPalette::HighlightedText);
        case QIcon::Normal:
        case QIcon::Active:
            break;
        }
        return toneColor(m_tone, palette);
    }

    QString m_name;
    Tone m_tone;
};

} // namespace

QIcon outlineIcon(const char* name, Tone tone)
{
    loadPictures();
    return QIcon(new OutlineEngine(name, tone));
}

QIcon applicationIcon()
{
    loadPictures();
    QIcon icon;
    for (const int size : {16, 24, 32, 48, 64, 128, 256})
        icon.addPixmap(QPixmap(QStringLiteral(":/icons/%1/deskwarden.png").arg(size), "png"));
    return icon;
}

QIcon stateIcon(core::ConnectState state)
{
    using enum core::ConnectState;
    switch (state) {
    case Active:
        return outlineIcon("user-check", Tone::Good);
    case Connected:
        return outlineIcon("plug-connected", Tone::Accent);
    case ConnectQuery:
        return outlineIcon("hourglass", Tone::Accent);
    case Shadow:
        return outlineIcon("eye", Tone::Accent);
    case Disconnected:
        return outlineIcon("unlink", Tone::Muted);
    case Idle:
        return outlineIcon("zzz", Tone::Muted);
    case Listen:
        return outlineIcon("ear", Tone::Muted);
    case Reset:
        return outlineIcon("logout", Tone::Warning);
    case Down:
        return outlineIcon("power", Tone::Bad);
    case Init:
        return outlineIcon("loader-2", Tone::Accent);
    case Absent:
        break;
    }
    return outlineIcon("help", Tone::Muted);
}

QIcon actionIcon(management::ActionKind kind)
{
    return outlineIcon(lookOf(kind).icon);
}

QIcon outcomeIcon(management::OutcomeKind kind)
{
    using enum management::OutcomeKind;
    switch (kind) {
    case Done:
        return outlineIcon("circle-check", Tone::Good);
    case AlreadyGone:
        return outlineIcon("circle-check", Tone::Muted);
    case StillSigningOut:
    case StillChanging:
        return outlineIcon("hourglass", Tone::Warning);
    case Skipped:
        return outlineIcon("circle-minus", Tone::Warning);
    case Failed:
        return outlineIcon("circle-x", Tone::Bad);
    case Unknown:
        return outlineIcon("help", Tone::Warning);
    case Cancelled:
        return outlineIcon("ban", Tone::Muted);
    }
    return {};
}

Tone outcomeTone(management::OutcomeKind kind)
{
    using enum management::OutcomeKind;
    switch (kind) {
    case Failed:
        return Tone::Bad;
    case Unknown:
    case StillSigningOut:
    case StillChanging:
    case Skipped:
        return Tone::Warning;
    case Done:
        return Tone::Good;
    case Cancelled:
    case AlreadyGone:
        return Tone::Muted;
    }
    return Tone::Plain;
}

QIcon phaseIcon(management::ActionPhase phase)
{
    using enum management::ActionPhase;
    switch (phase) {
    case Queued:
        return outlineIcon("circle-dashed", Tone::Muted);
    case Told:
        return outlineIcon("hourglass", Tone::Accent);
    case Announced:
        return outlineIcon("circle-dashed", Tone::Accent);
    case Running:
        return outlineIcon("loader-2", Tone::Accent);
    case Verifying:
        return outlineIcon("search", Tone::Accent);
    case Finished:
        return outlineIcon("circle-check", Tone::Muted);
    }
    return {};
}

} // namespace deskwarden::ui
