// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/acts/DrainModel.h"

#include "models/activity/DrainTexts.h"

namespace deskwarden::ui {

using management::DrainedSession;
using management::DrainStage;

DrainModel::DrainModel(const desk::DrainRun& run, QObject* parent)
    : QAbstractTableModel(parent)
    , m_run(run)
    , m_rows(static_cast<int>(run.drain().sessions().size()))
{}

void DrainModel::refresh()
{
    const int rows = static_cast<int>(m_run.drain().sessions().size());
    if (rows > m_rows) {
        beginInsertRows({}, m_rows, rows - 1);
        m_rows = rows;
        endInsertRows();
    }
    if (m_rows > 0)
        emit dataChanged(index(0, 0), index(m_rows - 1, columns - 1));
}

int DrainModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int DrainModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant DrainModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const QString cell = text(m_run.drain().sessions().at(static_cast<std::size_t>(index.row())),
                              static_cast<DrainColumn>(index.column()));
    // Plain text, whatever it looks like.
    return role == Qt::ToolTipRole ? QStringLiteral("<qt>") + cell.toHtmlEscaped() + QStringLiteral("</qt>") : cell;
}

QString DrainModel::text(const DrainedSession& session, DrainColumn column) const
{
    switch (column) {
    case DrainColumn::User: {
        const QString account = models::accountText(session.session);
        return account.isEmpty() ? tr("Nobody") : account;
    }
    case DrainColumn::VirtualMachine:
        return models::plainText(session.session.vmName);
    case DrainColumn::Session:
        return QString::number(session.session.key.sessionId);
    case DrainColumn::Came:
        return session.isNewcomer ? tr("Newcomer") : tr("From the start");
    case DrainColumn::State:
        if (const auto left = m_run.timeLeft(session.report.id); left && session.stage == DrainStage::Open)
            return models::countdownText(*left, management::ActionKind::Logoff);
        return models::stateText(session);
    case DrainColumn::Explanation:
        return models::startingLarge(models::explanationText(session));
    }
    return {};
}

QVariant DrainModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<DrainColumn>(section)) {
    case DrainColumn::User:
        return tr("User");
    case DrainColumn::VirtualMachine:
        return tr("Virtual machine");
    case DrainColumn::Session:
        return tr("Session");
    case DrainColumn::Came:
        return tr("Came");
    case DrainColumn::State:
        return tr("Result");
    case DrainColumn::Explanation:
        return tr("Explanation");
    }
    return {};
}

} // namespace deskwarden::ui
