// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArrayView>
#include <QString>
#include <QStringDecoder>

#include <string_view>

namespace deskwarden::models {

/// UTF-8 of others as it is; a byte that is no text becomes U+FFFD. QString::fromUtf8() would leave out a byte order
/// mark in front, so that the name of somebody else would look the same. Thread: any.
[[nodiscard]] inline QString decodedText(std::string_view utf8)
{
    QStringDecoder decoder(QStringDecoder::Utf8,
                           QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    return decoder(QByteArrayView(utf8.data(), static_cast<qsizetype>(utf8.size())));
}

} // namespace deskwarden::models
