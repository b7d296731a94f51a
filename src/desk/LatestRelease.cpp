// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "desk/LatestRelease.h"

#include "storage/RepeatedKey.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

namespace deskwarden::desk {

namespace {

auto malformed(const char* what)
{
    core::ManagementError error;
    error.kind = core::ErrorKind::Malformed;
    error.detail = what;
    return core::failure(std::move(error));
}

} // namespace

core::Result<LatestRelease> readLatestRelease(const QByteArray& content)
{
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(content, &parseError);
    if (parseError.error != QJsonParseError::NoError || !document.isObject())
        return malformed("no JSON object");
    if (storage::repeatedKey(content))
        return malformed("a member is there twice");
    const QJsonObject object = document.object();
    const auto text = [&object](const char* member) {
        return object.value(QLatin1String(member)).toString().toStdString();
    };
    auto version = core::ReleaseVersion::parse(text("version"));
    if (!version)
        return malformed("no version");
    const QDate date = QDate::fromString(object.value(QLatin1String("date")).toString(), Qt::ISODate);
    if (!date.isValid())
        return malformed("no date");
    auto page = core::WebAddress::parse(text("page"));
    if (!page)
        return malformed("no page");
    return LatestRelease{*std::move(version), date, *std::move(page)};
}

} // namespace deskwarden::desk
