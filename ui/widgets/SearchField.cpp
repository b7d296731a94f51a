// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/SearchField.h"

#include "ui/widgets/Icons.h"
#include "ui/widgets/InEachLanguage.h"

#include <QAction>
#include <QCoreApplication>
#include <QLineEdit>

namespace deskwarden::ui {

void makeSearchField(QLineEdit& field)
{
    const auto text = [](const char* english) {
        return QCoreApplication::translate("deskwarden::ui::SearchField", english);
    };
    field.setClearButtonEnabled(true);
    QAction* const picture = field.addAction(outlineIcon("search", Tone::Muted), QLineEdit::LeadingPosition);
    // Qt gives it no words.
    auto* const clear = field.findChild<QAction*>(QStringLiteral("_q_qlineeditclearaction"));
    inEachLanguage(field, [text, clear, picture] {
        if (clear != nullptr)
            clear->setText(text(QT_TRANSLATE_NOOP("deskwarden::ui::SearchField", "Clear")));
        picture->setText(text(QT_TRANSLATE_NOOP("deskwarden::ui::SearchField", "Search")));
    });
}

} // namespace deskwarden::ui
