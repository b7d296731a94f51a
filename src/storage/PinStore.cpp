// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/PinStore.h"

#include "core/Names.h"

#include <algorithm>
#include <array>
#include <utility>

namespace deskwarden::storage {

namespace {

constexpr JsonListFile::Format pinFormat{"names", 1, 8 << 20, static_cast<int>(PinStore::mostNames)};

struct KindWord
{
    const char* word;
    KeptKind kind;
};
constexpr std::array kindWords{KindWord{"user", KeptKind::User}, KindWord{"machine", KeptKind::Machine},
                               KindWord{"host", KeptKind::VmHost}};

std::optional<KeptName> nameFrom(const QJsonObject& object)
{
    const QString kind = object.value(QLatin1String("kind")).toString();
    const auto* const known =
        std::ranges::find_if(kindWords, [&kind](const KindWord& each) { return kind == QLatin1StringView(each.word); });
    const QString name = object.value(QLatin1String("name")).toString();
    const QString note = object.value(QLatin1String("note")).toString();
    if (known == kindWords.end() || name.isEmpty() || name.size() > PinStore::longestName ||
        note.size() > PinStore::longestNote)
        return std::nullopt;
    return KeptName{known->kind, name, object.value(QLatin1String("pinned")).toBool(), note};
}

QJsonObject toObject(const KeptName& kept)
{
    const auto* const known = std::ranges::find(kindWords, kept.kind, &KindWord::kind);
    QJsonObject object{{QStringLiteral("kind"), QLatin1StringView(known->word)},
                       {QStringLiteral("name"), kept.name},
                       {QStringLiteral("pinned"), kept.isPinned}};
    if (!kept.note.isEmpty())
        object.insert(QStringLiteral("note"), kept.note);
    return object;
}

} // namespace

PinStore::PinStore(const QString& file, FileQueue* queue)
    : m_file(file, pinFormat, queue)
{
    bool isDamaged = false;
    for (const QJsonObject& entry : m_file.load()) {
        std::optional<KeptName> kept = nameFrom(entry);
        if (kept && place(kept->kind, kept->name) == m_names.end())
            m_names.push_back(*std::move(kept));
        else
            isDamaged = true;
    }
    if (!isDamaged)
        return;
    m_file.keepAside(QStringLiteral("a name in it cannot be used"));
    if (!m_names.empty())
        (void)save(); // what was wrong is told already
}

std::vector<KeptName>::const_iterator PinStore::place(KeptKind kind, const QString& name) const
{
    const std::string wanted = name.toStdString();
    return std::ranges::find_if(m_names, [kind, &wanted](const KeptName& kept) {
        return kept.kind == kind && core::isSameName(kept.name.toStdString(), wanted);
    });
}

KeptName PinStore::find(KeptKind kind, const QString& name) const
{
    const auto found = place(kind, name);
    return found == m_names.end() ? KeptName{kind, name, false, {}} : *found;
}

core::Result<> PinStore::put(const KeptName& kept)
{
    KeptName whole = kept;
    whole.note = kept.note.trimmed().left(longestNote);
    const auto known = place(kept.kind, kept.name);
    const bool isForgotten = !whole.isPinned && whole.note.isEmpty();
    if (known == m_names.end() && isForgotten)
        return {};
    if (known != m_names.end() && isForgotten) {
        m_names.erase(known);
    } else if (known != m_names.end()) {
        m_names[static_cast<std::size_t>(known - m_names.begin())] = std::move(whole);
    } else {
        if (m_names.size() == mostNames || kept.name.isEmpty() || kept.name.size() > longestName) {
            core::ManagementError error;
            error.kind = core::ErrorKind::InvalidInput;
            error.detail = m_names.size() == mostNames ? "there are 500 names already" : "that is no name";
            return core::failure(error);
        }
        m_names.push_back(std::move(whole));
    }
    return save();
}

core::Result<> PinStore::save()
{
    std::vector<QJsonObject> entries;
    for (const KeptName& kept : m_names)
        entries.push_back(toObject(kept));
    return m_file.save(entries);
}

} // namespace deskwarden::storage
