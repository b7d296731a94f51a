// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/cli/CliContext.h"
#include "core/Names.h"
#include "core/StatusCode.h"
#include "models/texts/JsonLines.h"
#include "models/texts/Texts.h"

#include <QJsonObject>

#include <algorithm>
#include <optional>

namespace deskwarden::app {

namespace {

QString word(core::StatusFamily family)
{
    switch (family) {
    case core::StatusFamily::Return:
        return QStringLiteral("return");
    case core::StatusFamily::Win32:
        return QStringLiteral("win32");
    case core::StatusFamily::Wmi:
        return QStringLiteral("wmi");
    case core::StatusFamily::HResult:
        return QStringLiteral("hresult");
    case core::StatusFamily::WinRm:
        return QStringLiteral("winrm");
    }
    return {};
}

QString word(core::StatusMeaning meaning)
{
    switch (meaning) {
    case core::StatusMeaning::Accepted:
        return QStringLiteral("accepted");
    case core::StatusMeaning::Failed:
        return QStringLiteral("failed");
    case core::StatusMeaning::Gone:
        return QStringLiteral("gone");
    case core::StatusMeaning::Unknown:
        return QStringLiteral("unknown");
    case core::StatusMeaning::Pending:
        return QStringLiteral("pending");
    case core::StatusMeaning::Incomplete:
        return QStringLiteral("incomplete");
    }
    return {};
}

void printCode(const CliOptions& options, Output& output, std::uint32_t value, const core::StatusCode* known)
{
    const QString meaning = models::codeMeaning(value);
    const QString nextStep = models::codeNextStep(value);
    if (!options.isJson) {
        output.gatherText(models::codeText(value) + QStringLiteral(": ") + meaning +
                          (nextStep.isEmpty() ? QString() : QLatin1Char(' ') + nextStep));
        return;
    }
    const auto text = [known](QString present) { return known ? QJsonValue(present) : QJsonValue(QJsonValue::Null); };
    const QString symbol =
        known ? QString::fromUtf8(known->symbol.data(), static_cast<qsizetype>(known->symbol.size())) : QString();
    output.gather(models::jsonLine({{QStringLiteral("code"), static_cast<double>(value)},
                                    {QStringLiteral("hex"), QString::fromStdString(core::hexText(value))},
                                    {QStringLiteral("symbol"), text(symbol)},
                                    {QStringLiteral("family"), text(known ? word(known->family) : QString())},
                                    {QStringLiteral("outcome"), text(known ? word(known->meaning) : QString())},
                                    {QStringLiteral("message"), meaning},
                                    {QStringLiteral("remedy"), nextStep}}));
}

std::optional<std::uint32_t> numberFrom(const QString& text, int base)
{
    bool isNumber = false;
    const qlonglong number = text.toLongLong(&isNumber, base);
    if (!isNumber || number < std::numeric_limits<std::int32_t>::min() ||
        number > std::numeric_limits<std::uint32_t>::max())
        return std::nullopt;
    return static_cast<std::uint32_t>(number);
}

/// Decimal, hexadecimal with or without 0x, or the minus number as which some tools show an HRESULT. What could be both
/// is what is known, decimal first.
std::optional<std::uint32_t> numberFrom(const QString& text)
{
    if (text.startsWith(QLatin1String("0x"), Qt::CaseInsensitive))
        return numberFrom(text.mid(2), 16);
    const auto decimal = numberFrom(text, 10);
    const auto hexadecimal = text.startsWith(u'-') || text.startsWith(u'+') ? std::nullopt : numberFrom(text, 16);
    if (!decimal || (hexadecimal && !core::findStatusCode(*decimal) && core::findStatusCode(*hexadecimal)))
        return hexadecimal;
    return decimal;
}

} // namespace

ExitCode runCodes(const CliOptions& options, Output& output)
{
    const auto codes = core::knownStatusCodes();
    if (options.argument.isEmpty()) {
        for (const core::StatusCode& code : codes)
            printCode(options, output, code.value, &code);
        output.flush();
        return ExitCode::Done;
    }
    const std::string name = options.argument.toStdString();
    const auto named = std::ranges::find_if(
        codes, [&name](const core::StatusCode& code) { return core::isSameName(code.symbol, name); });
    if (named != codes.end()) {
        printCode(options, output, named->value, &*named);
        output.flush();
        return ExitCode::Done;
    }
    const auto number = numberFrom(options.argument);
    if (!number) {
        output.note(
            QStringLiteral("deskwarden-cli: \"%1\" is no code: give it in decimal, in hexadecimal, or by its name.")
                .arg(models::plainText(options.argument)));
        return ExitCode::Usage;
    }
    printCode(options, output, *number, core::findStatusCode(*number));
    output.flush();
    return ExitCode::Done;
}

} // namespace deskwarden::app
