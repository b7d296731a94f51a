// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/cli/CliContext.h"
#include "app/FieldRun.h"
#include "app/ProgramVersion.h"
#include "models/texts/Texts.h"

#include <QFile>
#include <QFileInfo>

#include <optional>
#include <string>

namespace deskwarden::app {

namespace {

/// The reason why it could not be saved.
std::optional<QString> save(const QString& file, const QByteArray& report)
{
    QFile saved(file);
    if (!saved.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return saved.errorString();
    if (saved.write(report) == report.size() && saved.flush())
        return std::nullopt;
    const QString problem = saved.errorString();
    saved.remove();
    return problem;
}

} // namespace

ExitCode runReport(const CliContext& context, wsman::WireRecorder& recorder)
{
    const QString& file = context.options.reportFile;
    const QString shownFile = models::plainText(file);
    if (!file.isEmpty() && (QFileInfo::exists(file) || QFileInfo(file).isSymLink())) {
        context.output.note(
            QStringLiteral("deskwarden-cli: %1 is there already: a report goes into a new file.").arg(shownFile));
        return ExitCode::Usage;
    }
    const std::string program = "deskwarden-cli " + std::string(programVersion());
    const auto done = FieldRun({context.connector, context.options.profile, program, context.stop}, recorder).run();
    const QByteArray report = maskedReport(recorder);
    context.output.print(QString::fromUtf8(report.trimmed()));
    if (!file.isEmpty()) {
        if (const auto problem = save(file, report)) {
            context.output.note(
                QStringLiteral("deskwarden-cli: The report could not be saved in %1: %2").arg(shownFile, *problem));
            return ExitCode::NotAllDone;
        }
        context.output.note(
            QStringLiteral("deskwarden-cli: Saved in %1, readable by you alone. Read it before you give "
                           "it away.")
                .arg(shownFile));
    }
    return done ? ExitCode::Done : sayError(context, done.error());
}

} // namespace deskwarden::app
