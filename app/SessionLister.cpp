// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/SessionLister.h"

#include "management/ErrorRules.h"
#include "management/RdmsSchema.h"
#include "management/SessionMapping.h"
#include "models/Texts.h"

#include <QStringList>

#include <algorithm>

namespace deskwarden::app {

namespace {

QString rawText(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

bool isSameText(const QString& left, const QString& right)
{
    return left.compare(right, Qt::CaseInsensitive) == 0;
}

} // namespace

SessionLister::SessionLister(const CliContext& context, management::ManagementConnection& connection)
    : m_context(context)
    , m_connection(connection)
{}

void SessionLister::readCollectionNames()
{
    const management::Query query{m_context.options.profile.nameSpace,
                                  "SELECT * FROM " + std::string(management::collectionClass)};
    const auto sink = [this](std::vector<core::Instance>&& batch) {
        for (const core::Instance& instance : batch) {
            const core::Value* alias = instance.find("Alias");
            const core::Value* name = instance.find("Name");
            if (alias != nullptr && name != nullptr && !name->text().isEmpty())
                m_collectionNames.insert(rawText(alias->text().view()).toLower(), rawText(name->text().view()));
        }
    };
    if (!m_connection.enumerate(query, sink, listLimits(m_context)))
        m_collectionNames.clear();
}

core::Result<management::EnumerationEnd> SessionLister::list(const SessionSelection& selection, const Sink& sink)
{
    const core::ServerId server = m_context.options.profile.address.id();
    const management::ClassSchema* schema = management::findClass(management::sessionClass);
    const auto take = [&](std::vector<core::Instance>&& batch) {
        for (core::Instance& instance : batch) {
            if (schema != nullptr)
                management::applySchema(instance, *schema);
            const auto session = management::toSession(instance, server, m_pool);
            if (!session)
                ++m_unreadable;
            else if (!m_listed.insert(session->key).second)
                continue; // it came before the list had to be asked for anew
            if (session ? matches(selection, *session) : selection.isEmpty())
                sink(session ? *session : core::Session(), instance);
        }
    };
    const management::Query query{m_context.options.profile.nameSpace,
                                  "SELECT * FROM " + std::string(management::sessionClass)};
    auto end = m_connection.enumerate(query, take, listLimits(m_context));
    for (unsigned repeats = 0; !end && management::mayListAnew(end.error(), repeats); ++repeats) {
        m_unreadable = 0;
        end = m_connection.enumerate(query, take, listLimits(m_context));
    }
    return end;
}

QString SessionLister::collectionOf(const core::Session& session) const
{
    const QString alias = rawText(session.collectionId.view());
    return m_collectionNames.value(alias.toLower(), alias);
}

bool SessionLister::matches(const SessionSelection& selection, const core::Session& session) const
{
    const auto& states = selection.states;
    if (!states.empty() && std::ranges::find(states, session.state) == states.end())
        return false;
    const QString host = rawText(session.key.vmHostName.view());
    if (!selection.hosts.isEmpty() &&
        std::ranges::none_of(selection.hosts, [&host](const QString& asked) { return isSameText(asked, host); }))
        return false;
    const QString alias = rawText(session.collectionId.view());
    const QString name = collectionOf(session);
    const auto isCollection = [&](const QString& asked) { return isSameText(asked, alias) || isSameText(asked, name); };
    if (!selection.collections.isEmpty() && std::ranges::none_of(selection.collections, isCollection))
        return false;
    return matchesText(selection.text, session);
}

/// As models::RowMatcher decides for the console's filter field: every word must occur in some column, whatever its
/// case.
bool SessionLister::matchesText(const QString& text, const core::Session& session) const
{
    if (text.isEmpty())
        return true;
    const QStringList columns{models::stateName(session.state),          models::plainText(core::accountName(session)),
                              models::plainText(session.vmName),         models::plainText(collectionOf(session)),
                              models::plainText(session.key.vmHostName), models::plainText(session.clientMachineName),
                              QString::number(session.key.sessionId)};
    const QStringList words = text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::ranges::all_of(words, [&columns](const QString& word) {
        return std::ranges::any_of(
            columns, [&word](const QString& column) { return column.contains(word, Qt::CaseInsensitive); });
    });
}

} // namespace deskwarden::app
