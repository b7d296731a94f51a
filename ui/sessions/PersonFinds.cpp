// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/sessions/PersonFinds.h"

#include "core/Names.h"
#include "storage/AuditDatabase.h"

#include <QFileInfo>

#include <algorithm>

namespace deskwarden::ui {

namespace {

constexpr std::size_t listedBetweenLooks = 1024; ///< at whether it is to stop

bool isSamePerson(const core::Session& left, const core::Session& right)
{
    return core::isSameName(left.userName.view(), right.userName.view()) &&
           core::isSameName(left.domainName.view(), right.domainName.view());
}

} // namespace

PersonFinds findAbout(const core::Session& session, const std::vector<management::SnapshotPointer>& lists,
                      const QString& auditFile, const std::stop_token& stop)
{
    PersonFinds finds;
    if (!core::hasUser(session))
        return finds;
    std::size_t looked = 0;
    for (const management::SnapshotPointer& list : lists) {
        for (const core::Session& other : list->sessions) {
            if (++looked % listedBetweenLooks == 0 && stop.stop_requested())
                return finds;
            if (!isSamePerson(session, other) || other.key == session.key)
                continue;
            ++finds.otherCount;
            if (finds.others.size() < PersonFinds::mostSessions)
                finds.others.push_back(other);
        }
    }
    if (auditFile.isEmpty() || !QFileInfo::exists(auditFile))
        return finds;
    const auto acts =
        storage::AuditDatabase::open(auditFile, storage::AuditDatabase::Access::ReadOnly)
            .and_then([&](const std::unique_ptr<storage::AuditDatabase>& log) {
                return log->newestActsOn(QString::fromUtf8(session.userName.view().data(),
                                                           static_cast<qsizetype>(session.userName.view().size())),
                                         QString::fromUtf8(session.domainName.view().data(),
                                                           static_cast<qsizetype>(session.domainName.view().size())),
                                         PersonFinds::mostActs, stop);
            });
    if (acts)
        finds.acts = *acts;
    return finds;
}

} // namespace deskwarden::ui
