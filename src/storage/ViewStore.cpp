// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/ViewStore.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <utility>

namespace deskwarden::storage {

namespace {

constexpr JsonListFile::Format viewFormat{"views", 1, 1 << 20, static_cast<int>(ViewStore::mostViews)};
constexpr int mostViewWords = 64;

bool isNamed(const SavedView& view, const QString& name)
{
    return view.name.compare(name, Qt::CaseInsensitive) == 0;
}

core::ManagementError viewProblem(const char* what)
{
    core::ManagementError error;
    error.kind = core::ErrorKind::InvalidInput;
    error.detail = what;
    return error;
}

/// A word that is no text, or longer than any that is written, spoils the view: without it more would be shown.
struct ViewReader
{
    const QJsonObject& object;
    bool isWhole = true;

    QString text(const char* key)
    {
        const QJsonValue value = object.value(QLatin1String(key));
        if (value.isUndefined())
            return {};
        isWhole = isWhole && value.isString() && value.toString().size() <= ViewStore::longestText;
        return value.toString();
    }

    std::optional<QString> textIfThere(const char* key)
    {
        return object.contains(QLatin1String(key)) ? std::optional(text(key)) : std::nullopt;
    }

    QStringList texts(const char* key)
    {
        const QJsonValue value = object.value(QLatin1String(key));
        isWhole = isWhole && (value.isUndefined() || value.isArray()) && value.toArray().size() <= mostViewWords;
        QStringList words;
        for (const QJsonValue& word : value.toArray()) {
            isWhole = isWhole && word.isString() && word.toString().size() <= ViewStore::longestText;
            words << word.toString();
        }
        return words;
    }
};

std::vector<ViewColumn> columnsFrom(const QJsonObject& object)
{
    std::vector<ViewColumn> columns;
    for (const QJsonValue& entry : object.value(QLatin1String("columns")).toArray()) {
        const QJsonObject column = entry.toObject();
        const QJsonValue isShown = column.value(QLatin1String("shown"));
        if (columns.size() < mostViewWords)
            columns.push_back({column.value(QLatin1String("id")).toString(),
                               isShown.isBool() ? std::optional(isShown.toBool()) : std::nullopt});
    }
    return columns;
}

std::optional<SavedView> viewFrom(const QJsonObject& object)
{
    ViewReader read{object};
    SavedView view;
    view.name = read.text("name").simplified();
    view.filter = read.text("filter");
    view.states = read.texts("states");
    view.problems = read.texts("problems");
    view.unusedMinutes = object.value(QLatin1String("unusedMinutes")).toInt();
    view.server = read.textIfThere("server");
    view.user = read.textIfThere("user");
    view.machine = read.textIfThere("machine");
    view.vmHost = read.textIfThere("host");
    view.collection = read.textIfThere("collection");
    view.placeLabel = read.text("place");
    view.columns = columnsFrom(object);
    view.sortColumn = read.text("sort");
    view.isDescending = object.value(QLatin1String("descending")).toBool();
    view.grouping = read.text("group");
    const bool isPossible =
        view.unusedMinutes >= 0 && !view.name.isEmpty() && view.name.size() <= ViewStore::longestName;
    return read.isWhole && isPossible ? std::optional(view) : std::nullopt;
}

QJsonObject toObject(const SavedView& view)
{
    QJsonObject object{{QStringLiteral("name"), view.name}};
    const auto add = [&object](const char* key, const QString& text) {
        if (!text.isEmpty())
            object.insert(QLatin1String(key), text);
    };
    add("filter", view.filter);
    if (!view.states.isEmpty())
        object.insert(QStringLiteral("states"), QJsonArray::fromStringList(view.states));
    if (!view.problems.isEmpty())
        object.insert(QStringLiteral("problems"), QJsonArray::fromStringList(view.problems));
    if (view.unusedMinutes > 0)
        object.insert(QStringLiteral("unusedMinutes"), view.unusedMinutes);
    const auto addPlace = [&object](const char* key, const std::optional<QString>& name) {
        if (name)
            object.insert(QLatin1String(key), *name);
    };
    addPlace("server", view.server);
    addPlace("user", view.user);
    addPlace("machine", view.machine);
    addPlace("host", view.vmHost);
    addPlace("collection", view.collection);
    add("place", view.placeLabel);
    QJsonArray columns;
    for (const ViewColumn& column : view.columns) {
        QJsonObject entry{{QStringLiteral("id"), column.id}};
        if (column.isShown)
            entry.insert(QStringLiteral("shown"), *column.isShown);
        columns.append(entry);
    }
    if (!columns.isEmpty())
        object.insert(QStringLiteral("columns"), columns);
    add("sort", view.sortColumn);
    if (!view.sortColumn.isEmpty())
        object.insert(QStringLiteral("descending"), view.isDescending);
    add("group", view.grouping);
    return object;
}

} // namespace

ViewStore::ViewStore(const QString& file, FileQueue* queue)
    : m_file(file, viewFormat, queue)
{
    bool isDamaged = false;
    for (const QJsonObject& entry : m_file.load()) {
        std::optional<SavedView> view = viewFrom(entry);
        if (view && find(view->name) == nullptr)
            m_views.push_back(*std::move(view));
        else
            isDamaged = true;
    }
    if (!isDamaged)
        return;
    m_file.keepAside(QStringLiteral("a view in it cannot be used"));
    if (!m_views.empty())
        (void)save(); // what was wrong is told already
}

QByteArray ViewStore::written(const SavedView& view)
{
    return QJsonDocument(toObject(view)).toJson(QJsonDocument::Compact);
}

std::optional<SavedView> ViewStore::read(const QByteArray& bytes)
{
    return viewFrom(QJsonDocument::fromJson(bytes).object());
}

const SavedView* ViewStore::find(const QString& name) const
{
    const auto found = std::ranges::find_if(m_views, [&name](const SavedView& view) { return isNamed(view, name); });
    return found == m_views.end() ? nullptr : &*found;
}

core::Result<> ViewStore::put(const SavedView& view)
{
    SavedView kept = view;
    kept.name = view.name.simplified().left(longestName);
    if (kept.name.isEmpty())
        return core::failure(viewProblem("a view needs a name"));
    const auto known =
        std::ranges::find_if(m_views, [&kept](const SavedView& other) { return isNamed(other, kept.name); });
    if (known != m_views.end())
        *known = std::move(kept);
    else if (m_views.size() < mostViews)
        m_views.push_back(std::move(kept));
    else
        return core::failure(viewProblem("there are 50 views already"));
    return save();
}

core::Result<> ViewStore::rename(const QString& from, const QString& to)
{
    const QString name = to.simplified().left(longestName);
    const auto known = std::ranges::find_if(m_views, [&from](const SavedView& view) { return isNamed(view, from); });
    if (known == m_views.end() || name.isEmpty())
        return core::failure(viewProblem("a view needs a name"));
    if (const SavedView* const other = find(name); other != nullptr && other != &*known)
        return core::failure(viewProblem("another view has that name"));
    known->name = name;
    return save();
}

core::Result<> ViewStore::remove(const QString& name)
{
    if (std::erase_if(m_views, [&name](const SavedView& view) { return isNamed(view, name); }) == 0)
        return {};
    return save();
}

core::Result<> ViewStore::save()
{
    std::vector<QJsonObject> entries;
    for (const SavedView& view : m_views)
        entries.push_back(toObject(view));
    return m_file.save(entries);
}

} // namespace deskwarden::storage
