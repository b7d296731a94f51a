// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/acting/Drain.h"
#include "models/activity/ActReport.h"
#include "models/texts/Texts.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <vector>

namespace deskwarden::models {

// What a drain is called, how it goes, and what is left to write down of it.

[[nodiscard]] QString phaseName(management::DrainPhase phase); ///< "Watching for newcomers"
[[nodiscard]] Sentence describe(const management::Drain& drain);
/// "4 left · 12 gone · 1 newcomer · …"
[[nodiscard]] QString countsText(const management::DrainCounts& counts);
/// "Left out", "Running", "Done", …
[[nodiscard]] QString stateText(const management::DrainedSession& session);
/// Why it is so, and what to do; empty while its act is on its way.
[[nodiscard]] QString explanationText(const management::DrainedSession& session);
/// That nobody is kept from signing in, and what does that.
[[nodiscard]] QString newcomersNotice();

/// Everybody who was acted upon, for the outcome exporters.
[[nodiscard]] std::vector<ToldAct> actsOf(const management::Drain& drain);
/// For a ticket: when, how many, who is still there and why, each outcome. `server` is what people call the one that
/// lists the host; without it the report does not tell.
[[nodiscard]] QString drainReport(const management::Drain& drain, const QString& server = {});
/// The same as HTML, for programs that paste tables.
[[nodiscard]] QString drainReportHtml(const management::Drain& drain, const QString& server = {});
/// Every outcome, one object a line, and the report as the last one.
[[nodiscard]] QByteArray drainLines(const management::Drain& drain);
/// drain, server, VMHostName, start, end, gone, newcomers, remaining, leftOut.
[[nodiscard]] QJsonObject toJson(const management::Drain& drain);

} // namespace deskwarden::models
