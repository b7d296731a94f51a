// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/HostListModel.h"

#include "models/table/CellTexts.h"
#include "models/table/NaturalKey.h"
#include "models/texts/Texts.h"
#include "models/texts/Translate.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <numeric>
#include <utility>

namespace deskwarden::models {

namespace {

/// A time is one, too: from the left it would touch the numbers beside it.
bool isOfNumbers(int column)
{
    return column != HostListModel::HostColumn && column != HostListModel::ServerColumn;
}

QVariant numberAlignment()
{
    return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
}

} // namespace

HostListModel::HostListModel(QObject* parent)
    : LineModel(parent)
{}

void HostListModel::setHosts(const std::vector<HostsOfServer>& hosts, const ServerNames& names)
{
    std::vector<HostLine> told;
    for (const auto& [server, report] : hosts) {
        for (const management::HostFacts& host : report.hosts)
            told.push_back({host, report.sessions.has_value(), report.machines.has_value(), serverText(server, names)});
    }
    std::vector<HostLine> lines;
    for (const std::size_t place : orderOf(told))
        lines.push_back(std::move(told[place]));
    setLines(std::move(lines), [](const HostLine& left, const HostLine& right) {
        return left.host.name == right.host.name && left.server == right.server;
    });
}

void HostListModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int HostListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

std::optional<qint64> HostListModel::numberOf(const HostLine& line, int column)
{
    const auto counted = [](std::size_t count, bool isKnown) {
        return isKnown ? std::optional(static_cast<qint64>(count)) : std::nullopt;
    };
    const management::HostFacts& host = line.host;
    switch (column) {
    case SessionsColumn:
        return counted(host.sessions, line.hasSessions);
    case InUseColumn:
        return counted(host.inUse, line.hasSessions);
    case PendingColumn:
        return counted(host.pending.value_or(0), host.pending.has_value());
    case LoadColumn:
        return counted(host.load.value_or(0), host.load.has_value());
    case MachinesColumn:
        return counted(host.machines, line.hasMachines);
    case RunningColumn:
        return counted(host.running, line.hasMachines);
    case FailuresColumn:
        return counted(host.failures.value_or(0), host.failures.has_value());
    case LastAnswerColumn:
        if (host.lastAnswer)
            return std::chrono::duration_cast<std::chrono::milliseconds>(host.lastAnswer->time_since_epoch()).count();
        break;
    default:
        break;
    }
    return std::nullopt;
}

QString HostListModel::text(const HostLine& line, int column)
{
    if (column == HostColumn)
        return plainText(line.host.name);
    if (column == ServerColumn)
        return line.server;
    const auto number = numberOf(line, column);
    if (!number)
        return QStringLiteral("\u2013");
    if (column == LastAnswerColumn)
        return QLocale().toString(QDateTime::fromMSecsSinceEpoch(*number), QLocale::ShortFormat);
    return QLocale().toString(*number);
}

QVariant HostListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const HostLine& line = lineAt(index.row());
    const bool isNumber = isOfNumbers(index.column());
    if (role == Qt::DisplayRole)
        return text(line, index.column());
    if (role == Qt::TextAlignmentRole && isNumber)
        return numberAlignment();
    if (role == Qt::AccessibleTextRole && isNumber && !numberOf(line, index.column()))
        return translate("HostListModel", "not known");
    return {};
}

QVariant HostListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && isOfNumbers(section))
        return numberAlignment(); // above its numbers
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const bool isTip = role == Qt::ToolTipRole;
    switch (section) {
    case HostColumn:
        return isTip ? QString() : translate("HostListModel", "VM host");
    case SessionsColumn:
        return isTip ? translate("HostListModel", "Sessions with a user") : translate("HostListModel", "Sessions");
    case InUseColumn:
        return isTip ? translate("HostListModel", "Sessions in which somebody may be working")
                     : translate("HostListModel", "In use");
    case PendingColumn:
        return isTip ? translate("HostListModel", "Connections on their way to the host")
                     : translate("HostListModel", "Pending");
    case LoadColumn:
        return isTip ? translate("HostListModel", "The broker's own indicator, without a unit")
                     : translate("HostListModel", "Load");
    case MachinesColumn:
        return isTip ? QString() : translate("HostListModel", "Machines");
    case RunningColumn:
        return isTip ? translate("HostListModel", "Machines that run") : translate("HostListModel", "Running");
    case LastAnswerColumn:
        return isTip ? translate("HostListModel", "When the host last answered an act, as the record of this computer "
                                                  "tells")
                     : translate("HostListModel", "Last answer");
    case FailuresColumn:
        return isTip ? translate("HostListModel", "Acts of the last hour that failed or whose outcome is not known, as "
                                                  "the record of this computer tells")
                     : translate("HostListModel", "Failed in 1 h");
    case ServerColumn:
        return isTip ? QString() : translate("HostListModel", "Server");
    default:
        return {};
    }
}

void HostListModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= ColumnCount)
        return;
    m_column = column;
    m_order = order;
    reorder(orderOf(lines()));
}

std::vector<std::size_t> HostListModel::orderOf(const std::vector<HostLine>& lines) const
{
    std::vector<std::size_t> places(lines.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    const QCollator collator = naturalCollator(QLocale());
    const bool isName = m_column == HostColumn || m_column == ServerColumn;
    std::ranges::stable_sort(places, [&](std::size_t one, std::size_t other) {
        const HostLine& left = lines[one];
        const HostLine& right = lines[other];
        int compared = 0;
        if (isName) {
            compared = collator.compare(text(left, m_column), text(right, m_column));
        } else {
            const auto number = numberOf(left, m_column);
            const auto against = numberOf(right, m_column);
            if (!number || !against)
                return number.has_value() && !against.has_value();
            compared = *number < *against ? -1 : *number > *against ? 1 : 0;
        }
        if (compared == 0)
            return collator.compare(text(left, HostColumn), text(right, HostColumn)) < 0;
        return m_order == Qt::AscendingOrder ? compared < 0 : compared > 0;
    });
    return places;
}

} // namespace deskwarden::models
