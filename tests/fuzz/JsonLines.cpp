// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/texts/JsonLines.h"

#include "fuzz/Bytes.h"
#include "fuzz/Targets.h"
#include "models/texts/JsonWriter.h"

#include <QJsonDocument>
#include <QVariantMap>

#include <algorithm>
#include <bit>
#include <cmath>
#include <memory>
#include <string>
#include <utility>

namespace deskwarden::fuzz {

namespace {

constexpr int deepest = 4;

core::Instance instanceFrom(Bytes& bytes, int depth);

core::Value valueFrom(Bytes& bytes, int depth)
{
    switch (bytes.byte() % (depth < deepest ? 9 : 7)) {
    case 0:
        return {};
    case 1:
        return core::Value((bytes.byte() & 1U) != 0);
    case 2:
        return core::Value(static_cast<std::int64_t>(bytes.number()));
    case 3:
        return core::Value(bytes.number());
    case 4:
        return core::Value(std::bit_cast<double>(bytes.number()));
    case 5:
        return core::Value(core::SharedString(bytes.text()));
    case 6:
        return core::Value(core::DateTime{core::SharedString(bytes.text())});
    case 7: {
        core::ValueArray values;
        for (int left = bytes.byte() % 5; left > 0; --left)
            values.push_back(valueFrom(bytes, depth + 1));
        return core::Value(std::move(values));
    }
    default:
        return core::Value(instanceFrom(bytes, depth + 1));
    }
}

core::Instance instanceFrom(Bytes& bytes, int depth)
{
    std::vector<core::Property> properties;
    for (int left = bytes.byte() % 9; left > 0 && !bytes.empty(); --left) {
        core::SharedString name(bytes.text());
        properties.push_back({std::move(name), valueFrom(bytes, depth)});
    }
    return {core::SharedString("Any"), std::move(properties)};
}

/// What a reader with doubles makes of a number: it must be the very one.
void checkNumbers(const core::Instance& instance, const QJsonObject& read)
{
    for (const core::Property& property : instance.properties()) {
        const bool isUnique = std::ranges::count(instance.properties(), property.name, &core::Property::name) == 1;
        const std::string_view name = property.name.view();
        if (!isUnique || !std::ranges::all_of(name, [](char c) { return c >= ' ' && c <= '~'; }))
            continue;
        const QJsonValue value = read.value(QLatin1String(name.data(), static_cast<qsizetype>(name.size())));
        const auto& written = property.value.variant();
        if (const auto* number = std::get_if<std::int64_t>(&written))
            demand(value.isString() ? value.toString() == QString::number(*number)
                                    : static_cast<std::int64_t>(value.toDouble()) == *number,
                   "a signed number is read back");
        else if (const auto* size = std::get_if<std::uint64_t>(&written))
            demand(value.isString() ? value.toString() == QString::number(*size)
                                    : static_cast<std::uint64_t>(value.toDouble()) == *size,
                   "a number is read back");
        else if (const auto* real = std::get_if<double>(&written))
            demand(value.isString() != std::isfinite(*real) && (value.isString() || value.toDouble() == *real),
                   "a fraction is read back");
    }
}

QByteArray bytesOf(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

QJsonObject readBack(const QByteArray& line)
{
    demand(line.endsWith('\n') && line.count('\n') == 1, "one object is one line");
    demand(std::none_of(line.begin(), line.end() - 1, [](char c) { return static_cast<unsigned char>(c) < ' '; }),
           "no control character leaves unescaped");
    QJsonParseError error{};
    const QJsonDocument read = QJsonDocument::fromJson(line, &error);
    demand(error.error == QJsonParseError::NoError && read.isObject(), "a line is JSON");
    return read.object();
}

} // namespace

/// The lines of --json, for any instance and any session.
void writeJsonLines(std::string_view bytes)
{
    Bytes made(bytes);
    const core::Instance instance = instanceFrom(made, 0);
    core::Session session;
    session.key.vmHostName = core::SharedString(made.text());
    session.key.sessionId = static_cast<std::uint32_t>(made.number());
    session.userName = core::SharedString(made.text());
    session.clientMachineName = core::SharedString(made.left());
    models::JsonWriter writer;
    const QByteArray line = bytesOf(writer.line(instance));
    demand(bytesOf(writer.line(instance)) == line, "a row after its like is written alike");
    checkNumbers(instance, readBack(line));
    const QJsonObject object = models::toJson(session);
    // As maps: Qt reads a large fraction without decimals as a whole number, and sorts what it has read otherwise.
    demand(readBack(models::jsonLine(object)).toVariantMap() == object.toVariantMap(), "a line is read back");
}

} // namespace deskwarden::fuzz
