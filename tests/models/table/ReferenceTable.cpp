// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ReferenceTable.h"

#include "models/table/TextRanks.h"
#include "models/texts/Texts.h"
#include "support/Sessions.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <tuple>

namespace deskwarden::tests {

using models::SessionColumn;

namespace {

int collate(const core::SharedString& left, const core::SharedString& right)
{
    static const QCollator collator = models::naturalCollator(QLocale());
    return collator.compare(QString::fromStdString(left.toString()), QString::fromStdString(right.toString()));
}

QString folded(const core::SharedString& text)
{
    QString folded = QString::fromStdString(text.toString());
    for (QChar& c : folded) {
        if (c.unicode() < 128)
            c = c.toLower();
    }
    return folded;
}

QString personOf(const core::Session& session)
{
    return folded(session.domainName) + u'\\' + folded(session.userName);
}

bool isBaseBefore(const ReferenceTable::Line& a, const ReferenceTable::Line& b)
{
    const core::Session& left = a.session;
    const core::Session& right = b.session;
    if (left.key.server != right.key.server)
        return left.key.server < right.key.server;
    const core::SharedString leftHost(folded(left.key.vmHostName).toStdString());
    const core::SharedString rightHost(folded(right.key.vmHostName).toStdString());
    if (const int compared = collate(leftHost, rightHost); compared != 0)
        return compared < 0;
    if (leftHost != rightHost)
        return leftHost < rightHost;
    if (left.key.sessionId != right.key.sessionId)
        return left.key.sessionId < right.key.sessionId;
    const auto parts = [](const core::Session& s) {
        return std::tuple(folded(s.userName).toStdString(), folded(s.domainName).toStdString(),
                          folded(s.vmName).toStdString());
    };
    return parts(left) < parts(right);
}

} // namespace

const ReferenceTable::Note* ReferenceTable::noteOf(const core::Session& session) const
{
    for (const auto& [subject, note] : m_notes) {
        if (core::isSameOccupant(subject, session))
            return &note;
    }
    return nullptr;
}

void ReferenceTable::submit(const management::ActionRequest& request)
{
    const bool isListed = std::ranges::any_of(
        m_lines, [&](const Line& line) { return core::isSameOccupant(line.session, request.confirmed); });
    const Note* const known = noteOf(request.confirmed);
    if (!isListed || (known && known->isGone))
        return;
    std::erase_if(m_notes, [&](const auto& item) { return core::isSameOccupant(item.first, request.confirmed); });
    const QString queued = models::phaseName(management::ActionPhase::Queued, request.action.kind);
    m_notes.push_back({request.confirmed, Note{request.id, queued, false, false, 0, 0}});
}

void ReferenceTable::report(const management::ActionReport& report, management::ActionKind kind, std::int64_t nowMs)
{
    for (auto& [session, note] : m_notes) {
        if (note.request != report.id)
            continue;
        note.text = models::lastResultText(report, kind);
        if (report.phase != management::ActionPhase::Finished)
            continue;
        note.request = 0;
        note.isStuck = report.outcome.kind == management::OutcomeKind::StillSigningOut;
        const bool isOut =
            kind == management::ActionKind::Logoff && report.outcome.kind == management::OutcomeKind::Done;
        if (isOut || report.outcome.kind == management::OutcomeKind::AlreadyGone) {
            note.isGone = true;
            note.goneMs = nowMs;
            note.goneSequence = m_sources.at(session.key.server)->sequence;
        }
    }
}

void ReferenceTable::setSources(const std::map<core::ServerId, management::SnapshotPointer>& sources)
{
    std::vector<Line> lines;
    for (const auto& [server, snapshot] : sources) {
        const auto old = m_sources.find(server);
        const bool wasWhole = old != m_sources.end() && (old->second->health == management::SnapshotHealth::Fresh ||
                                                         old->second->health == management::SnapshotHealth::Stale);
        const std::int64_t taken =
            std::chrono::duration_cast<std::chrono::milliseconds>(snapshot->taken.time_since_epoch()).count();
        for (const core::Session& session : snapshot->sessions) {
            const auto isSame = [&](const Line& line) { return core::isSameOccupant(line.session, session); };
            if (std::ranges::any_of(lines, isSame))
                continue;
            Line line{session, taken, wasWhole};
            if (const auto known = std::ranges::find_if(m_lines, isSame); known != m_lines.end()) {
                const bool isSameState = known->session.state == session.state;
                line.sinceMs = isSameState ? known->sinceMs : taken;
                line.isSinceExact = isSameState ? known->isSinceExact : true;
            }
            lines.push_back(line);
        }
    }
    std::ranges::stable_sort(lines, isBaseBefore);
    m_lines = std::move(lines);
    m_machinesOf.clear();
    for (const Line& line : m_lines)
        m_machinesOf[personOf(line.session)].insert(folded(line.session.vmName) + u'@' +
                                                    folded(line.session.key.vmHostName));
    m_sources = sources;
    std::erase_if(m_notes, [this](const auto& item) {
        const auto line = std::ranges::find_if(
            m_lines, [&](const Line& known) { return core::isSameOccupant(known.session, item.first); });
        return line == m_lines.end() || (item.second.isGone && !isGone(line->session));
    });
}

bool ReferenceTable::isGone(const core::Session& session) const
{
    const Note* const note = noteOf(session);
    if (note == nullptr || !note->isGone)
        return false;
    const management::SessionSnapshot& list = *m_sources.at(session.key.server);
    const std::int64_t taken =
        std::chrono::duration_cast<std::chrono::milliseconds>(list.taken.time_since_epoch()).count();
    const bool isLater = list.sequence < note->goneSequence || list.sequence >= note->goneSequence + 2;
    return !(isLater && taken > note->goneMs);
}

int ReferenceTable::compareGroups(const Line& left, const Line& right, models::SessionGrouping grouping) const
{
    using models::SessionGrouping;
    const core::Session& one = left.session;
    const core::Session& other = right.session;
    const auto sign = [](bool isLess, bool isMore) { return isLess ? -1 : isMore ? 1 : 0; };
    const auto blankLast = [&sign](const core::SharedString& a, const core::SharedString& b) {
        return sign(!a.isEmpty() && b.isEmpty(), a.isEmpty() && !b.isEmpty());
    };
    const auto byServer = [&] { return sign(one.key.server < other.key.server, other.key.server < one.key.server); };
    const auto inTurn = [](std::initializer_list<int> comparisons) {
        for (const int compared : comparisons) {
            if (compared != 0)
                return compared;
        }
        return 0;
    };
    switch (grouping) {
    case SessionGrouping::None:
        return 0;
    case SessionGrouping::Collection: {
        const core::SharedString& a = one.collectionId;
        const core::SharedString& b = other.collectionId;
        const auto name = [&](const Line& line) {
            return core::SharedString(text(line, SessionColumn::Collection).toStdString());
        };
        return inTurn({blankLast(a, b), collate(name(left), name(right)), byServer(), sign(a < b, b < a)});
    }
    case SessionGrouping::VmHost: {
        const core::SharedString a(folded(one.key.vmHostName).toStdString());
        const core::SharedString b(folded(other.key.vmHostName).toStdString());
        return inTurn({blankLast(a, b), byServer(), collate(a, b), sign(a < b, b < a)});
    }
    case SessionGrouping::User: {
        const bool isOne = core::hasUser(one);
        const bool isOther = core::hasUser(other);
        if (!isOne || !isOther)
            return sign(isOne && !isOther, isOther && !isOne);
        return inTurn({collate(one.userName, other.userName), collate(one.domainName, other.domainName),
                       sign(personOf(one).toStdString() < personOf(other).toStdString(),
                            personOf(other).toStdString() < personOf(one).toStdString())});
    }
    case SessionGrouping::State:
        return sign(one.state < other.state, other.state < one.state);
    }
    return 0;
}

std::vector<ReferenceTable::Line> ReferenceTable::grouped(std::vector<Line> lines,
                                                          models::SessionGrouping grouping) const
{
    std::ranges::stable_sort(
        lines, [&](const Line& left, const Line& right) { return compareGroups(left, right, grouping) < 0; });
    return lines;
}

bool ReferenceTable::isSameGroup(const Line& left, const Line& right, models::SessionGrouping grouping) const
{
    return compareGroups(left, right, grouping) == 0;
}

QString ReferenceTable::heading(const Line& line, models::SessionGrouping grouping) const
{
    using models::SessionGrouping;
    const auto named = [](const QString& name, const char* none) {
        return name.isEmpty() ? QString::fromLatin1(none) : name;
    };
    const QString server =
        m_sources.size() > 1 ? QStringLiteral(" \u2013 ") + text(line, SessionColumn::Server) : QString();
    switch (grouping) {
    case SessionGrouping::None:
        return {};
    case SessionGrouping::Collection:
        return named(text(line, SessionColumn::Collection), "No collection") + server;
    case SessionGrouping::VmHost:
        return text(line, SessionColumn::VmHost) + server;
    case SessionGrouping::User:
        return named(text(line, SessionColumn::User), "Nobody");
    case SessionGrouping::State:
        return text(line, SessionColumn::State);
    }
    return {};
}

QString ReferenceTable::text(const Line& line, SessionColumn column) const
{
    const core::Session& session = line.session;
    switch (column) {
    case SessionColumn::State:
        return models::stateName(session.state);
    case SessionColumn::User:
        return models::accountText(session);
    case SessionColumn::Name: // these brokers have no directory
        return {};
    case SessionColumn::VirtualMachine:
        return models::plainText(session.vmName);
    case SessionColumn::Collection: {
        const auto name = m_names.find(session.collectionId.toString());
        return name == m_names.end() ? models::plainText(session.collectionId) : models::plainText(name->second);
    }
    case SessionColumn::VmHost:
        return models::plainText(session.key.vmHostName);
    case SessionColumn::Client:
        return models::plainText(session.clientMachineName);
    case SessionColumn::SessionId:
        return QString::number(session.key.sessionId);
    case SessionColumn::Server:
        return QString::fromStdString(session.key.server.address.toString()).remove(QStringLiteral("http://"));
    case SessionColumn::IdleOrGone:
    case SessionColumn::Since:
    case SessionColumn::LoggedOn:
    case SessionColumn::Disconnected:
    case SessionColumn::Idle:
        return {};
    case SessionColumn::LastResult: {
        const Note* const note = noteOf(session);
        return note ? note->text : QString();
    }
    }
    return {};
}

namespace {

/// Without the marks of letters that are not Cyrillic.
QString stripped(const QString& text)
{
    QString plain;
    for (const QChar letter : text.normalized(QString::NormalizationForm_D)) {
        if (letter.category() != QChar::Mark_NonSpacing ||
            (!plain.isEmpty() && plain.back().script() == QChar::Script_Cyrillic))
            plain += letter;
    }
    return plain;
}

bool hasWord(const QString& text, const QString& word)
{
    const QRegularExpression whole(
        QStringLiteral("(?<![\\pL\\pN\\pM])%1(?![\\pL\\pN\\pM])").arg(QRegularExpression::escape(word)),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return text.contains(whole);
}

} // namespace

bool ReferenceTable::matches(const Line& line, const models::SessionFilter& filter) const
{
    return isInPlace(line, filter) && hasState(line, filter) && hasProblem(line, filter);
}

bool ReferenceTable::hasState(const Line& line, const models::SessionFilter& filter) const
{
    return filter.states.empty() || std::ranges::find(filter.states, line.session.state) != filter.states.end();
}

bool ReferenceTable::isOnSeveral(const Line& line) const
{
    const auto known = m_machinesOf.find(personOf(line.session));
    return !line.session.userName.isEmpty() && known != m_machinesOf.end() && known->second.size() > 1;
}

bool ReferenceTable::isStuck(const Line& line) const
{
    const Note* const note = noteOf(line.session);
    const bool isLong = m_nowMs - line.sinceMs >= 120'000;
    return line.session.state == core::ConnectState::Down ||
           (line.session.state == core::ConnectState::Reset && isLong) || (note != nullptr && note->isStuck);
}

bool ReferenceTable::hasProblem(const Line& line, const models::SessionFilter& filter) const
{
    if (!filter.isStuck && !filter.isBroken && !filter.isUserOnSeveral && !filter.isGhost)
        return true; // no problem is asked for
    return (filter.isStuck && isStuck(line)) || (filter.isBroken && line.session.state == core::ConnectState::Down) ||
           (filter.isUserOnSeveral && isOnSeveral(line));
}

models::StateCounts ReferenceTable::inPlace(const models::SessionFilter& filter) const
{
    models::StateCounts counts;
    for (const Line& line : m_lines) {
        if (isGone(line.session) || !isInPlace(line, filter))
            continue;
        const bool isBroken = line.session.state == core::ConnectState::Down;
        ++counts.sessions;
        ++counts.states[line.session.state];
        counts.stuck += isStuck(line) ? 1U : 0U;
        counts.broken += isBroken ? 1U : 0U;
        counts.usersOnSeveral += isOnSeveral(line) ? 1U : 0U;
        counts.problems += isStuck(line) || isBroken || isOnSeveral(line) ? 1U : 0U;
    }
    return counts;
}

bool ReferenceTable::isInPlace(const Line& line, const models::SessionFilter& filter) const
{
    const core::Session& session = line.session;
    if (filter.server && session.key.server != *filter.server)
        return false;
    const QString account = QString::fromStdString(core::accountName(session));
    if (filter.user && (!core::hasUser(session) ||
                        folded(core::SharedString(account.toStdString())) != folded(core::SharedString(*filter.user))))
        return false;
    if (filter.machine && folded(session.vmName) != folded(core::SharedString(*filter.machine)))
        return false;
    if (filter.vmHost && folded(session.key.vmHostName) != folded(core::SharedString(*filter.vmHost)))
        return false;
    if (filter.collection && session.collectionId.view() != *filter.collection)
        return false;
    const QStringList words = filter.text.split(u' ', Qt::SkipEmptyParts);
    return std::ranges::all_of(words, [&](const QString& word) { return holds(line, word); }) &&
           std::ranges::all_of(filter.query.terms, [&](const models::FilterTerm& term) { return meets(line, term); });
}

bool ReferenceTable::holds(const Line& line, const QString& word) const
{
    for (int column = 0; column < models::sessionColumnCount; ++column) {
        if (static_cast<SessionColumn>(column) == SessionColumn::Server)
            continue;
        const QString cell = text(line, static_cast<SessionColumn>(column));
        if (cell.contains(word, Qt::CaseInsensitive) || stripped(cell).contains(word, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

bool ReferenceTable::meets(const Line& line, const models::FilterTerm& term) const
{
    const core::Session& session = line.session;
    if (term.field == models::FilterField::Word)
        return holds(line, term.texts.front()) != term.isNegated;
    if (term.field == models::FilterField::State) {
        return session.state != core::ConnectState::Absent &&
               (std::ranges::find(term.states, session.state) != term.states.end()) != term.isNegated;
    }
    // the random farm asks for hosts and users, and for nothing else
    if (term.field == models::FilterField::Host)
        return hasWord(text(line, SessionColumn::VmHost), term.texts.front()) != term.isNegated;
    return !session.userName.isEmpty() &&
           hasWord(text(line, SessionColumn::User), term.texts.front()) != term.isNegated;
}

bool ReferenceTable::isBlank(const Line& line, SessionColumn column) const
{
    if (column == SessionColumn::User)
        return line.session.userName.isEmpty();
    if (column == SessionColumn::Disconnected || column == SessionColumn::IdleOrGone)
        return line.session.state != core::ConnectState::Disconnected;
    return column != SessionColumn::Since && text(line, column).isEmpty();
}

int ReferenceTable::compare(const Line& left, const Line& right, SessionColumn column) const
{
    const auto order = [](auto a, auto b) { return a < b ? -1 : (b < a ? 1 : 0); };
    const core::Session& a = left.session;
    const core::Session& b = right.session;
    const auto shared = [](const QString& value) { return core::SharedString(value.toStdString()); };
    switch (column) {
    case SessionColumn::State:
        return order(static_cast<std::uint32_t>(a.state), static_cast<std::uint32_t>(b.state));
    case SessionColumn::User:
        if (const int users = collate(a.userName, b.userName); users != 0)
            return users;
        return collate(a.domainName, b.domainName);
    case SessionColumn::Name:
        return 0;
    case SessionColumn::VirtualMachine:
        return collate(a.vmName, b.vmName);
    case SessionColumn::Collection:
    case SessionColumn::LastResult:
        return collate(shared(text(left, column)), shared(text(right, column)));
    case SessionColumn::VmHost:
        return collate(a.key.vmHostName, b.key.vmHostName);
    case SessionColumn::Client:
        return collate(a.clientMachineName, b.clientMachineName);
    case SessionColumn::SessionId:
        return order(a.key.sessionId, b.key.sessionId);
    case SessionColumn::Server:
        return order(a.key.server, b.key.server);
    case SessionColumn::Since:
        return order(right.sinceMs, left.sinceMs);
    case SessionColumn::LoggedOn:
    case SessionColumn::Idle:
        return 0;                   // these brokers tell no times
    case SessionColumn::IdleOrGone: // these brokers tell no times
    case SessionColumn::Disconnected: {
        const auto since = [](const Line& line) {
            return line.session.state == core::ConnectState::Disconnected ? line.sinceMs : 0;
        };
        return order(since(right), since(left));
    }
    }
    return 0;
}

std::vector<ReferenceTable::Line> ReferenceTable::shown(const models::SessionFilter& filter, SessionColumn column,
                                                        Qt::SortOrder order) const
{
    std::vector<Line> lines;
    for (const Line& line : m_lines) {
        if (!isGone(line.session) && matches(line, filter))
            lines.push_back(line);
    }
    std::ranges::stable_sort(lines, [&](const Line& left, const Line& right) {
        if (isBlank(left, column) || isBlank(right, column))
            return !isBlank(left, column);
        const int compared = compare(left, right, column);
        return order == Qt::AscendingOrder ? compared < 0 : compared > 0;
    });
    return lines;
}

std::size_t ReferenceTable::total() const
{
    return static_cast<std::size_t>(
        std::ranges::count_if(m_lines, [this](const Line& line) { return !isGone(line.session); }));
}

core::ServerId RandomFarm::server(std::uint32_t number) const
{
    return core::ServerId{core::SharedString("http://broker" + std::to_string(number))};
}

core::Session RandomFarm::someSession(std::uint32_t server)
{
    constexpr std::array hosts{"HV1", "HV2", "HV10", "hv2", "H\u00E4user3"};
    core::Session made;
    made.key = {this->server(server), core::SharedString(hosts[below(hosts.size())]), below(40)};
    change(made);
    return made;
}

void RandomFarm::change(core::Session& session)
{
    constexpr std::array users{"anna",          "Anna",  "user2", "user10", "\u0410\u043D\u043D\u0430",
                               "evil\u202Egnp", "=cmd()"};
    constexpr std::array domains{"CORP", "corp", "LAB"};
    constexpr std::array collections{"Pool2", "Pool10", "Staff"};
    session.userName = chance(15) ? core::SharedString() : core::SharedString(users[below(users.size())]);
    session.domainName = session.userName.isNull() ? core::SharedString() : core::SharedString(domains[below(3)]);
    session.vmName = core::SharedString("VDI-" + std::to_string(below(30)));
    session.collectionId = chance(5) ? core::SharedString() : core::SharedString(collections[below(3)]);
    session.clientMachineName = chance(20) ? core::SharedString() : core::SharedString("PC" + std::to_string(below(9)));
    session.state = chance(3)   ? static_cast<core::ConnectState>(42)
                    : chance(3) ? core::ConnectState::Absent
                                : any<core::ConnectState>();
}

management::SnapshotPointer RandomFarm::next(std::uint32_t server, std::uint32_t churnPercent)
{
    std::vector<core::Session>& sessions = m_sessions[server];
    if (sessions.empty() || chance(3)) {
        sessions.clear();
        for (std::uint32_t i = below(150); i > 0; --i)
            sessions.push_back(someSession(server));
    }
    std::erase_if(sessions, [&](const core::Session&) { return chance(churnPercent); });
    for (std::uint32_t i = churnPercent > 0 ? below(churnPercent * 2) : 0; i > 0; --i)
        sessions.push_back(someSession(server));
    for (core::Session& session : sessions) {
        if (chance(churnPercent / 2))
            change(session); // the same key, somebody else
        else if (chance(churnPercent))
            session.state = any<core::ConnectState>();
    }
    if (chance(30))
        std::ranges::shuffle(sessions, m_random);
    using management::SnapshotHealth;
    SnapshotHealth health = chance(50) ? SnapshotHealth::Fresh : any<SnapshotHealth>();
    if (health == SnapshotHealth::Failed) // says that there never was a list
        sessions.clear();
    ++m_time;
    return snapshot(this->server(server).address.view(), ++m_sequence[server], sessions, health,
                    std::chrono::system_clock::time_point{std::chrono::hours(400'000)} +
                        std::chrono::seconds(10 * m_time));
}

models::SessionFilter RandomFarm::filter()
{
    constexpr std::array texts{"",        "a",          "ANNA", "corp\\a",      "vdi-1 pc", "hv1",
                               "disc",    "pool1",      "202e", "\u0410\u043D", "12",       "queued",
                               "unknown", "\u00C4user", "7 =",  "zzz"};
    models::SessionFilter filter;
    filter.text = QString::fromUtf8(texts[below(texts.size())]);
    constexpr std::array queries{"host:hv2", "-state:active", "user:anna -vdi", "state:disc -1", "-user:ANNA host:HV1"};
    if (chance(25))
        filter.query = *models::parseFilter(QString::fromUtf8(queries[below(queries.size())]));
    if (chance(20))
        filter.states = {any<core::ConnectState>(), any<core::ConnectState>(), core::ConnectState::Active};
    filter.isStuck = chance(10);
    filter.isBroken = chance(10);
    filter.isUserOnSeveral = chance(10);
    if (chance(15))
        filter.server = server(below(3));
    if (chance(15))
        filter.vmHost = "hv2";
    if (chance(15))
        filter.collection = "Pool10";
    if (chance(8))
        filter.user = "corp\\ANNA";
    if (chance(8))
        filter.machine = "vdi-1";
    return filter;
}

} // namespace deskwarden::tests
