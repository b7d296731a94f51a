// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QRect>
#include <QString>

#include <vector>

class QWidget;

namespace deskwarden::support {

/// A text on a picture. Thread: GUI.
struct ShownText
{
    enum class From { Program, Person, Cell }; ///< Person: typed, or a document; Cell: often what a server told
    QWidget* widget;
    QString text;
    QRect place; ///< in points of the picture; around the text and nothing else as far as that is known
    From from = From::Program;
    bool isEnabled = true;
};

/// All texts that are painted on a picture of `root`, except those inside documents.
[[nodiscard]] std::vector<ShownText> shownTexts(QWidget& root);
/// Without the marks of mnemonics.
[[nodiscard]] QString withoutMnemonic(const QString& text);

} // namespace deskwarden::support
