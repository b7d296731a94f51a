// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "desk/LatestRelease.h"
#include "fuzz/Targets.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace deskwarden::fuzz {

namespace {

QByteArray written(const desk::LatestRelease& release)
{
    return QJsonDocument(QJsonObject{{QStringLiteral("version"), QString::fromStdString(release.version.text())},
                                     {QStringLiteral("date"), release.date.toString(Qt::ISODate)},
                                     {QStringLiteral("page"), QString::fromStdString(release.page.text())}})
        .toJson();
}

void checkRelease(const QByteArray& content)
{
    const auto release = desk::readLatestRelease(content);
    if (!release) {
        demand(release.error().kind == core::ErrorKind::Malformed && !release.error().detail.empty(),
               "a refused file says what is wrong with it");
        return;
    }
    demand(release->date.isValid(), "a release has its day");
    demand(release->page.text().starts_with("https://") && release->page.text().size() <= core::WebAddress::longest,
           "the page is one of the web, and short");
    demand(release->version.text().size() <= core::ReleaseVersion::longest, "a version is short");
    const auto again = desk::readLatestRelease(written(*release));
    demand(again.has_value() && *again == *release, "what is told of a release is written and read back");
    demand(release->version == again->version && !(release->version < again->version),
           "no version is newer than itself");
}

} // namespace

/// What the project says of its newest version.
void readReleases(std::string_view bytes)
{
    const QByteArray content(bytes.data(), static_cast<qsizetype>(bytes.size()));
    checkRelease(content);
    // The same bytes as one member among good ones, which a fuzzer would have to find first.
    for (const char* const member : {"version", "date", "page"}) {
        QJsonObject whole{{QStringLiteral("version"), QStringLiteral("1.0.0")},
                          {QStringLiteral("date"), QStringLiteral("2026-12-01")},
                          {QStringLiteral("page"), QStringLiteral("https://example.com/")}};
        whole.insert(QLatin1String(member), QString::fromUtf8(content));
        checkRelease(QJsonDocument(whole).toJson());
    }
}

} // namespace deskwarden::fuzz
