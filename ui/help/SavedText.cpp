// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/help/SavedText.h"

#include "models/texts/Texts.h"
#include "storage/OwnFiles.h"
#include "ui/widgets/NoticePanel.h"

#include <QCoreApplication>
#include <QFileDialog>

#include <utility>

namespace deskwarden::ui {

namespace {

QString sayOfSaving(const char* text)
{
    return QCoreApplication::translate("SavedText", text);
}

void tellSaved(NoticePanel& notice, const QString& file, const QString& problem)
{
    const QString name = models::plainText(file);
    if (problem.isEmpty())
        notice.showNotice(NoticePanel::Kind::Success,
                          sayOfSaving(QT_TRANSLATE_NOOP("SavedText", "Saved as %1.")).arg(name));
    else
        notice.showNotice(NoticePanel::Kind::Failure,
                          sayOfSaving(QT_TRANSLATE_NOOP("SavedText", "%1 could not be written: %2"))
                              .arg(name, models::plainText(problem)));
}

} // namespace

QFileDialog* chooseTextFile(QWidget& parent, const QString& fileName)
{
    auto* const chooser = new QFileDialog(&parent, sayOfSaving(QT_TRANSLATE_NOOP("SavedText", "Save what is shown")));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setNameFilter(sayOfSaving(QT_TRANSLATE_NOOP("SavedText", "Text (*.txt)")));
    chooser->setDefaultSuffix(QStringLiteral("txt"));
    chooser->selectFile(fileName);
    chooser->open();
    return chooser;
}

void writeText(BackgroundWork& work, NoticePanel& notice, const QString& file, QByteArray text)
{
    const bool isStarted =
        work.start([&notice, file, bytes = std::move(text)](const std::stop_token&) -> std::function<void()> {
            const auto saved = storage::writeWhole(file, bytes, storage::WrittenFor::Person);
            return [&notice, file, problem = saved ? QString() : saved.error()] { tellSaved(notice, file, problem); };
        });
    if (!isStarted)
        notice.showNotice(NoticePanel::Kind::Failure, models::describe(core::noThread()).joined());
}

} // namespace deskwarden::ui
