// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/SeenStore.h"

#include "storage/FileQueue.h"
#include "storage/OwnFiles.h"

#include <QCryptographicHash>
#include <QList>

#include <utility>

namespace deskwarden::storage {

namespace {

constexpr char heading[] = "deskwarden-seen 1\n";
constexpr qint64 longestFile = 1 << 20;

QByteArray written(const management::SeenStates& seen)
{
    QByteArray text(heading);
    std::size_t count = 0;
    for (const auto& [identity, state] : seen) {
        if (++count > SeenStore::mostSessions)
            break;
        text += QByteArray::number(static_cast<qulonglong>(identity), 16) + ' ' +
                QByteArray::number(static_cast<uint>(state.state)) + ' ' +
                QByteArray::number(static_cast<qlonglong>(state.sinceMs)) + '\n';
    }
    return text;
}

management::SeenStates readSeen(const QString& file)
{
    management::SeenStates seen;
    const auto content = readSmall(file, longestFile);
    if (!content || !*content || !(*content)->startsWith(heading))
        return seen;
    const QByteArray text = **content;
    for (const QByteArray& line : text.mid(static_cast<qsizetype>(sizeof heading) - 1).split('\n')) {
        const QList<QByteArray> parts = line.split(' ');
        if (parts.size() != 3 || seen.size() == SeenStore::mostSessions)
            continue;
        bool isIdentity = false;
        bool isState = false;
        bool isTime = false;
        const auto identity = static_cast<std::uint64_t>(parts[0].toULongLong(&isIdentity, 16));
        const auto state = static_cast<core::ConnectState>(parts[1].toUInt(&isState));
        const auto since = static_cast<std::int64_t>(parts[2].toLongLong(&isTime));
        if (isIdentity && isState && isTime)
            seen.emplace(identity, management::SeenState{since, state});
    }
    return seen;
}

} // namespace

SeenStore::SeenStore(QString folder, FileQueue* queue)
    : m_folder(std::move(folder))
    , m_queue(queue)
{}

QString SeenStore::fileOf(const core::ServerId& server) const
{
    // A hash, as an address may hold what a file's name must not.
    const QByteArray address = QByteArray::fromStdString(server.address.toString());
    const QByteArray name = QCryptographicHash::hash(address, QCryptographicHash::Sha256).toHex().left(24);
    return m_folder + QLatin1Char('/') + QString::fromLatin1(name) + QStringLiteral(".txt");
}

std::function<management::SeenStates()> SeenStore::reader(const core::ServerId& server) const
{
    if (const auto saved = m_saved.find(server); saved != m_saved.end())
        return [seen = saved->second] { return seen; };
    return [file = fileOf(server)] { return readSeen(file); };
}

void SeenStore::save(const core::ServerId& server, management::SeenStates seen)
{
    // What is not written, for want of room, is learnt anew.
    const auto write = [folder = m_folder, name = fileOf(server), seen]() -> core::Result<> {
        if (makeOwnFolder(folder))
            (void)writeWhole(name, written(seen), WrittenFor::Program);
        return {};
    };
    m_saved.insert_or_assign(server, std::move(seen));
    if (m_queue != nullptr)
        m_queue->add(fileOf(server), write);
    else
        (void)write();
}

} // namespace deskwarden::storage
