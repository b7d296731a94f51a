// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/cli/MachineLister.h"

#include "management/seam/ListAnew.h"
#include "management/seam/RdmsSchema.h"
#include "management/sessions/CollectionNames.h"
#include "management/sessions/KnownNames.h"
#include "models/texts/DecodedText.h"
#include "models/texts/MachineTexts.h"
#include "models/texts/Texts.h"

#include <algorithm>
#include <utility>

namespace deskwarden::app {

namespace {

bool isAmong(const QStringList& asked, const QString& name)
{
    return asked.contains(name, Qt::CaseInsensitive);
}

QString decoded(const core::SharedString& text)
{
    return models::decodedText(text.view());
}

} // namespace

MachineLister::MachineLister(const CliContext& context, management::ManagementConnection& connection)
    : m_context(context)
    , m_connection(connection)
    , m_rows(context.options.profile.address.id(), m_pool)
{}

core::Result<> MachineLister::list()
{
    const management::ClassSchema* schema = management::findClass(management::virtualDesktopClass);
    const auto take = [&](std::vector<core::Instance>&& batch) {
        for (core::Instance& instance : batch) {
            if (!m_rows.add(instance))
                continue;
            if (schema != nullptr)
                management::applySchema(instance, *schema);
            m_instances.push_back(std::move(instance));
        }
    };
    const auto forget = [this] {
        m_rows.clear();
        m_instances.clear();
    };
    const management::Query query{m_context.options.profile.nameSpace,
                                  management::selectAll(management::virtualDesktopClass)};
    auto end = management::listAnew([&] { return m_connection.enumerate(query, take, listLimits(m_context)); }, forget);
    if (!end)
        return core::failure(std::move(end).error());
    m_incomplete = end->incomplete;
    readCollectionNames();
    return {};
}

void MachineLister::readCollectionNames()
{
    const auto names =
        management::askCollectionNames(m_connection, m_context.options.profile.nameSpace, listLimits(m_context));
    if (!names)
        return; // the aliases stand
    for (const auto& [alias, name] : *names)
        m_collectionNames.insert(decoded(alias).toLower(), decoded(name));
}

QString MachineLister::collectionOf(const core::VirtualDesktop& machine) const
{
    const QString alias = decoded(machine.collectionAlias);
    return m_collectionNames.value(alias.toLower(), alias);
}

bool MachineLister::isSelected(const core::VirtualDesktop& machine) const
{
    const std::vector<core::MachineState>& states = m_context.options.machineStates;
    const SessionSelection& selection = m_context.options.selection;
    if (!states.empty() && std::ranges::find(states, machine.state) == states.end())
        return false;
    if (!selection.hosts.isEmpty() && !isAmong(selection.hosts, decoded(machine.hostName)))
        return false;
    return selection.collections.isEmpty() || isAmong(selection.collections, decoded(machine.collectionAlias)) ||
           isAmong(selection.collections, collectionOf(machine));
}

void MachineLister::say(const QString& sentence) const
{
    m_context.output.note(QStringLiteral("deskwarden-cli: ") + sentence);
}

void MachineLister::sayIncomplete() const
{
    if (m_incomplete)
        say(models::codeMeaning(*m_incomplete) + QLatin1Char(' ') + models::codeNextStep(*m_incomplete));
    if (m_rows.leftOut().isAny())
        say(models::leftOutMachinesText(m_rows.leftOut()));
}

bool MachineLister::knowsAllSelected()
{
    const SessionSelection& selection = m_context.options.selection;
    management::KnownNames hosts;
    management::KnownNames collections;
    QStringList collectionNames;
    for (const core::VirtualDesktop& machine : machines()) {
        hosts.add(machine.hostName.view());
        collections.add(machine.collectionAlias.view());
    }
    for (auto name = m_collectionNames.begin(); name != m_collectionNames.end(); ++name) {
        collections.add(name.key().toStdString());
        collections.add(name.value().toStdString());
        collectionNames << name.value();
    }
    const auto isKnown = [](const management::KnownNames& known, const QString& name) {
        return known.knows(name.toStdString());
    };
    if (!std::ranges::all_of(selection.hosts, [&](const QString& host) { return isKnown(hosts, host); }))
        (void)management::addJoinedNodes(hosts, m_connection, m_context.options.profile.nameSpace,
                                         listLimits(m_context)); // a host without machines is known, too
    bool knowsAll = true;
    const auto tell = [&](const QString& sentence, const QString& name, const management::KnownNames& known) {
        knowsAll = false;
        say(sentence.arg(models::plainText(name), models::alikeText(known.near(name.toStdString()))).trimmed());
    };
    for (const QString& host : selection.hosts) {
        if (!isKnown(hosts, host))
            tell(QStringLiteral("--host: the server knows no VM host \"%1\". %2"), host, hosts);
    }
    for (const QString& collection : selection.collections) {
        if (!isKnown(collections, collection) && !isAmong(collectionNames, collection))
            tell(QStringLiteral("--collection: the server knows no collection \"%1\". %2"), collection, collections);
    }
    return knowsAll;
}

} // namespace deskwarden::app
