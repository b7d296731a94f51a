// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

// As many entries of a directory as sessions: names arrive beside the table, by the console's own way, and how long one
// turn holds the GUI thread while they do. Then the palette looks for a name.

#include "bench/Clocks.h"
#include "bench/Farm.h"
#include "bench/Topics.h"
#include "bench/Turns.h"
#include "desk/PeopleCache.h"
#include "models/table/SessionTableModel.h"
#include "support/FakeDirectory.h"
#include "ui/palette/SessionStock.h"

#include <QDeadlineTimer>
#include <QHeaderView>
#include <QTableView>
#include <QTimer>

#include <chrono>
#include <cstdio>
#include <memory>
#include <set>
#include <string>

namespace deskwarden::bench {

namespace {

class PeopleBesideATable final
{
public:
    PeopleBesideATable(Report& report, std::uint32_t count)
        : m_report(report)
        , m_count(count)
        , m_farm(count)
        , m_directory(std::make_shared<support::FakeDirectory>())
        , m_cache([directory = m_directory](const core::ServerProfile&, const core::Secret&) {
            return core::Result<management::DirectoryConnector>(directory->connector());
        })
    {
        std::set<std::string> users;
        for (const core::Session& session : m_farm.sessions()) {
            users.insert(session.userName.toString());
            m_directory->add(session.userName.toString(), "Full Name of " + session.userName.toString());
        }
        m_users = users.size();
        m_profile.address = *core::ServerAddress::parse("http://broker");
        m_profile.directory.address = "corp.example";
        m_view.setSelectionBehavior(QAbstractItemView::SelectRows);
        m_view.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
        m_view.resize(1200, 800);
        m_view.setModel(&m_model);
        m_view.show();
        QObject::connect(&m_cache, &desk::PeopleCache::learnt, &m_model,
                         [this](const core::ServerId& server, const models::PersonNamesPointer& names) {
                             m_names = names;
                             m_model.setPersonNames(server, names);
                         });
    }

    void run()
    {
        m_cache.open(m_profile, {});
        const auto list = listOfTheServer();
        m_model.applySnapshot(list);
        (void)tests::settle(m_model);
        m_turns.drain();
        m_turns.begin();
        const Stopwatch watch;
        m_cache.take(list);
        if (!waitForNames())
            std::fprintf(stderr, "bench: not all names came\n");
        (void)tests::settle(m_model);
        m_turns.drain();
        addTurn(QStringLiteral("all names arrive"));
        m_report.add({QStringLiteral("people shown"),
                      QStringLiteral("all names arrive"),
                      m_count,
                      watch.cost().wall,
                      QStringLiteral("ms"),
                      {},
                      0});
        m_turns.begin();
        m_model.sort(static_cast<int>(models::SessionColumn::Name), Qt::DescendingOrder);
        (void)tests::settle(m_model);
        m_turns.drain();
        addTurn(QStringLiteral("sort by name"));
        look(list);
    }

private:
    [[nodiscard]] management::SnapshotPointer listOfTheServer()
    {
        auto list = std::make_shared<management::SessionSnapshot>(*m_farm.snapshot());
        list->server = m_profile.address.id();
        std::vector<core::Session> sessions = m_farm.sessions();
        for (core::Session& session : sessions)
            session.key.server = list->server;
        list->sessions = management::SessionList(std::move(sessions));
        return list;
    }
    [[nodiscard]] bool waitForNames()
    {
        const QDeadlineTimer deadline(std::chrono::minutes(2));
        QTimer ticking;
        ticking.start(10);
        while ((!m_names || m_names->size() < m_users) && !deadline.hasExpired())
            QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
        return m_names && m_names->size() == m_users;
    }
    void addTurn(const QString& what)
    {
        const double most = m_count >= 100'000 ? 50 : 16;
        m_report.add(
            {QStringLiteral("people turn"), what, m_count, m_turns.longest(), QStringLiteral("ms CPU"), {}, 0, most});
    }
    /// For one letter of the palette, on a thread that is not the window's.
    void look(const management::SnapshotPointer& list)
    {
        const ui::PaletteQuery query(QStringLiteral("name user99"));
        const ui::SessionStock named({list}, {}, {}, m_model.personNames(), {});
        const ui::SessionStock nameless({list}, {}, {});
        const Stopwatch watch;
        const std::size_t found = named.find(query, {}).total;
        const double cost = watch.cost().cpu;
        const Stopwatch plainWatch;
        (void)nameless.find(query, {});
        m_report.add({QStringLiteral("people"), QStringLiteral("palette, a full name"), m_count, cost,
                      QStringLiteral("ms CPU"), QStringLiteral("without names"), plainWatch.cost().cpu});
        if (found == 0)
            std::fprintf(stderr, "bench: the palette finds no name\n");
    }

    Report& m_report;
    const std::uint32_t m_count;
    Farm m_farm;
    std::size_t m_users = 0;
    Turns m_turns;
    core::ServerProfile m_profile;
    models::SessionTableModel m_model{[] { return std::chrono::system_clock::now(); }};
    QTableView m_view;
    models::PersonNamesPointer m_names;
    std::shared_ptr<support::FakeDirectory> m_directory;
    desk::PeopleCache m_cache; // last: tells of names until it ends
};

} // namespace

void measurePeople(Report& report, const Settings& settings)
{
    for (const std::uint32_t count : settings.sessions)
        PeopleBesideATable(report, count).run();
}

} // namespace deskwarden::bench
