// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/JsonListFile.h"

#include "storage/FileQueue.h"
#include "storage/OwnFiles.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <utility>

namespace deskwarden::storage {

namespace {

core::ManagementError listProblem(const QString& file, const QString& why)
{
    core::ManagementError error;
    error.kind = core::ErrorKind::InvalidInput;
    error.detail = QStringLiteral("The file %1: %2").arg(file, why).toStdString();
    return error;
}

core::Result<> writeList(const QString& file, const QByteArray& bytes)
{
    if (const auto made = makeOwnFolder(QFileInfo(file).absolutePath()); !made)
        return core::failure(listProblem(file, made.error()));
    if (const auto saved = writeWhole(file, bytes, WrittenFor::Program); !saved)
        return core::failure(listProblem(file, saved.error()));
    return {};
}

} // namespace

JsonListFile::JsonListFile(QString file, const Format& format, FileQueue* queue)
    : m_file(std::move(file))
    , m_format(format)
    , m_queue(queue)
{}

std::vector<QJsonObject> JsonListFile::load()
{
    const auto content = readSmall(m_file, m_format.largest);
    if (!content) {
        if (const QFileInfo info(m_file); info.isFile() && info.size() > m_format.largest)
            keepAside(QStringLiteral("it is far too large"));
        else
            m_problem = listProblem(m_file, content.error());
        return {};
    }
    if (!*content)
        return {};
    QJsonParseError parseError;
    const QJsonObject whole = QJsonDocument::fromJson(**content, &parseError).object();
    if (parseError.error != QJsonParseError::NoError) {
        keepAside(parseError.errorString());
        return {};
    }
    if (whole.value(QLatin1String("version")).toInt() > m_format.version) {
        m_isOfLaterVersion = true;
        m_problem =
            listProblem(m_file, QStringLiteral("it is of a later version of the program, and is left as it is"));
        return {};
    }
    const QJsonValue list = whole.value(QLatin1String(m_format.key));
    if (!list.isArray() || whole.value(QLatin1String("version")).toInt() < 1) {
        keepAside(QStringLiteral("it holds no such list"));
        return {};
    }
    std::vector<QJsonObject> entries;
    for (const QJsonValue& entry : list.toArray()) {
        if (entries.size() == static_cast<std::size_t>(m_format.most))
            break;
        entries.push_back(entry.toObject());
    }
    return entries;
}

void JsonListFile::keepAside(const QString& why)
{
    const QString aside = m_file + QStringLiteral(".damaged");
    QFile::remove(aside);
    m_problem = QFile::rename(m_file, aside)
                    ? listProblem(m_file, QStringLiteral("it was damaged (%1), and is kept as %2").arg(why, aside))
                    : listProblem(m_file, QStringLiteral("it is damaged (%1)").arg(why));
}

core::Result<> JsonListFile::save(const std::vector<QJsonObject>& entries, const FileQueue::Written& written) const
{
    const auto tell = [&written](core::Result<> result) {
        if (written)
            written(result);
        return result;
    };
    if (m_isOfLaterVersion)
        return tell(core::failure(*m_problem));
    QJsonArray list;
    for (const QJsonObject& entry : entries)
        list.append(entry);
    const QJsonObject whole{{QStringLiteral("version"), m_format.version}, {QLatin1String(m_format.key), list}};
    const QByteArray bytes = QJsonDocument(whole).toJson();
    if (bytes.size() > m_format.largest)
        return tell(core::failure(listProblem(m_file, QStringLiteral("it would become far too large"))));
    if (m_queue == nullptr)
        return tell(writeList(m_file, bytes));
    m_queue->add(
        m_file, [file = m_file, bytes] { return writeList(file, bytes); }, written);
    return {};
}

} // namespace deskwarden::storage
