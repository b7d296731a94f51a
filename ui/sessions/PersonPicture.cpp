// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/sessions/PersonPicture.h"

#include <QBuffer>
#include <QByteArray>
#include <QImageReader>
#include <QSize>

#include <string_view>

namespace deskwarden::ui {

namespace {

constexpr qsizetype mostBytes = 100 * 1024; // as directories' own clients let it be

/// The name of the format; empty for any other. Only these two readers are let near the bytes.
QByteArray formatOf(std::string_view bytes)
{
    using namespace std::string_view_literals;
    if (bytes.starts_with("\xFF\xD8\xFF"sv))
        return QByteArrayLiteral("jpeg");
    return bytes.starts_with("\x89PNG\r\n\x1A\n"sv) ? QByteArrayLiteral("png") : QByteArray();
}

} // namespace

QImage personPicture(const std::string& bytes, int side)
{
    QByteArray data = QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size()));
    const QByteArray format = formatOf(bytes);
    if (format.isEmpty() || data.size() > mostBytes || side <= 0)
        return {};
    QBuffer buffer(&data);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, format);
    reader.setAutoDetectImageFormat(false);
    reader.setAutoTransform(true);
    // What its head says is what it would take.
    const QSize size = reader.size();
    if (size.isEmpty() || size.width() > longestPictureSide || size.height() > longestPictureSide)
        return {};
    reader.setScaledSize(size.scaled(side, side, Qt::KeepAspectRatio).expandedTo({1, 1}));
    QImage picture;
    return reader.read(&picture) ? picture : QImage();
}

} // namespace deskwarden::ui
