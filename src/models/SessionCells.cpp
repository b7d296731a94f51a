// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

// What the cells show.

#include "models/FactTexts.h"
#include "models/RowFacts.h"
#include "models/RowMatcher.h"
#include "models/SessionTableModelPrivate.h"
#include "models/Texts.h"

namespace deskwarden::models {

QString SessionTableModel::Private::text(const Row& row, SessionColumn shown) const
{
    const core::Session& session = *row.session;
    switch (shown) {
    case SessionColumn::State:
        return ghostOf(row) == management::GhostSign::None ? stateName(session.state) : ghostStateText(session.state);
    case SessionColumn::User:
        return accountText(session);
    case SessionColumn::VirtualMachine:
        return plainText(session.vmName);
    case SessionColumn::Collection:
        return plainText(collectionText(*names, session.key.server, session.collectionId));
    case SessionColumn::VmHost:
        return plainText(session.key.vmHostName);
    case SessionColumn::Client:
        return plainText(session.clientMachineName);
    case SessionColumn::SessionId:
        return QString::number(session.key.sessionId);
    case SessionColumn::Since:
        return seenText(std::chrono::milliseconds(nowMs() - row.sinceMs), row.seen);
    case SessionColumn::LoggedOn:
        return toldText(loggedOnMs(row), nowMs());
    case SessionColumn::Disconnected:
        return disconnectedText(row, nowMs());
    case SessionColumn::Idle:
        return toldText(idleSinceMs(row), nowMs());
    case SessionColumn::LastResult: {
        const ActNotes::Note* const note = notes.find(row.id);
        return note ? note->text : QString();
    }
    }
    return {};
}

QString SessionTableModel::Private::tip(const Row& row, SessionColumn shown) const
{
    QString tip;
    if (shown == SessionColumn::State) {
        tip = ghostReason(row);
        if (tip.isEmpty())
            tip = stateMeaning(row.session->state);
    } else if (shown == SessionColumn::LastResult) {
        if (const ActNotes::Note* const note = notes.find(row.id)) {
            tip = problemText(note->report, note->kind, *row.session);
            if (tip.isEmpty() && note->report.phase == management::ActionPhase::Finished)
                tip = describe(note->report.outcome, note->kind, *row.session).joined();
        }
    } else if (shown == SessionColumn::Since || shown == SessionColumn::Disconnected) {
        tip = seenTip(row, shown == SessionColumn::Disconnected);
    } else {
        tip = text(row, shown);
    }
    // Qt guesses whether a tip is HTML: it is told, so that a name with a tag in it stays a name.
    return tip.isEmpty() ? tip : QStringLiteral("<qt>") + tip.toHtmlEscaped() + QStringLiteral("</qt>");
}

QVariant SessionTableModel::Private::sortValue(const Row& row, SessionColumn sorted) const
{
    switch (sorted) {
    case SessionColumn::State:
        return static_cast<uint>(row.session->state);
    case SessionColumn::SessionId:
        return row.session->key.sessionId;
    case SessionColumn::Since:
        return static_cast<qlonglong>(-row.sinceMs);
    case SessionColumn::LoggedOn:
        return static_cast<qlonglong>(-loggedOnMs(row));
    case SessionColumn::Disconnected:
        return static_cast<qlonglong>(-disconnectedMs(row));
    case SessionColumn::Idle:
        return static_cast<qlonglong>(-idleSinceMs(row));
    case SessionColumn::User:
    case SessionColumn::VirtualMachine:
    case SessionColumn::Collection:
    case SessionColumn::VmHost:
    case SessionColumn::Client:
    case SessionColumn::LastResult:
        return text(row, sorted);
    }
    return {};
}

} // namespace deskwarden::models
