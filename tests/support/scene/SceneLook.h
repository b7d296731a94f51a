// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "support/PseudoTranslator.h"

#include <QString>
#include <QTranslator>

#include <initializer_list>

namespace deskwarden::support {

/// How the program looks as long as this lives: the colours of a theme ("light", "dark", "contrast"), or, in light
/// colours, a language ("ru", "de", "pseudo", and "en" for none) or written from right to left ("rtl"). Thread: GUI.
class SceneLook final
{
public:
    explicit SceneLook(const QString& look);
    SceneLook(const SceneLook&) = delete;
    SceneLook& operator=(const SceneLook&) = delete;
    ~SceneLook();

    /// The column "look" of a test's table, with a row for each.
    static void addRows(std::initializer_list<const char*> looks = {"light", "dark", "ru"});

private:
    QTranslator m_language;
    PseudoTranslator m_pseudo;
};

} // namespace deskwarden::support
