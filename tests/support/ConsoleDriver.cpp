// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QGenericPlugin>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QTimer>
#include <QWidget>

#include <cstdio>
#include <map>
#include <optional>

namespace {

/// Roles of the activity's model, as models/ActivityModel.h counts them.
constexpr int outcomeRole = Qt::UserRole + 2;
constexpr int sessionColumn = 4;
constexpr int explanationColumn = 7;
/// Columns of the table, as models/SessionTableModel.h counts them.
constexpr int hostColumn = 4;
constexpr int numberColumn = 6;

void tell(const char* what, const QString& about = {})
{
    std::fputs((QLatin1String(what) + QLatin1Char(' ') + about + QLatin1Char('\n')).toUtf8().constData(), stdout);
    std::fflush(stdout);
}

} // namespace

/// Does in the real console what a person does: types the password, waits for the list, chooses sessions, confirms.
/// Loaded by the program itself (QT_QPA_GENERIC_PLUGINS), which knows nothing of it. What it sees it tells on stdout, a
/// line each: "confirmed", "outcome HOST/ID NUMBER SENTENCE",
/// "finished".
class ConsoleDriver final : public QObject
{
    Q_OBJECT

public:
    ConsoleDriver()
    {
        const QJsonObject orders = QJsonDocument::fromJson(qgetenv("DESKWARDEN_TEST_ORDERS")).object();
        m_password = orders.value(QLatin1String("password")).toString();
        for (const QJsonValue& session : orders.value(QLatin1String("sessions")).toArray())
            m_chosen << session.toString();
        m_timer.setInterval(2);
        connect(&m_timer, &QTimer::timeout, this, &ConsoleDriver::step);
        m_timer.start();
    }

private:
    enum class Stage { SigningIn, Listing, Confirming, Watching, Finished };

    template <typename Widget>
    static Widget* find(const char* name)
    {
        for (const QWidget* const window : QApplication::topLevelWidgets()) {
            if (auto* const found = window->findChild<Widget*>(QString::fromLatin1(name)))
                return found;
        }
        return nullptr;
    }

    void step()
    {
        tellOutcomes();
        switch (m_stage) {
        case Stage::SigningIn:
            signIn();
            break;
        case Stage::Listing:
            choose();
            break;
        case Stage::Confirming:
            confirm();
            break;
        case Stage::Watching:
            watch();
            break;
        case Stage::Finished:
            break;
        }
    }

    void signIn()
    {
        auto* const password = find<QLineEdit>("passwordEdit");
        auto* const connectButton = find<QAbstractButton>("connectButton");
        if (password == nullptr || !password->isVisible() || connectButton == nullptr)
            return;
        password->setText(m_password);
        if (!connectButton->isEnabled())
            return;
        connectButton->click();
        m_stage = Stage::Listing;
    }

    void choose()
    {
        auto* const table = find<QAbstractItemView>("sessionTable");
        if (table == nullptr || table->model()->rowCount() == 0)
            return;
        if (m_chosen.isEmpty()) {
            m_stage = Stage::Watching;
            return;
        }
        QItemSelection rows;
        qsizetype found = 0;
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            const auto cell = [&](int column) { return table->model()->index(row, column).data().toString(); };
            if (!m_chosen.contains(cell(hostColumn) + QLatin1Char('/') + cell(numberColumn)))
                continue;
            rows.select(table->model()->index(row, 0), table->model()->index(row, numberColumn));
            ++found;
        }
        if (found < m_chosen.size())
            return; // the rest is on its way
        table->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        if (auto* const logoff = find<QAction>("logoffAction"); logoff != nullptr && logoff->isEnabled()) {
            logoff->trigger();
            m_stage = Stage::Confirming;
        }
    }

    void confirm()
    {
        auto* const button = find<QAbstractButton>("confirmButton");
        auto* const count = find<QLineEdit>("countEdit");
        if (button == nullptr || !button->isVisible() || count == nullptr)
            return;
        count->setText(QString::number(m_chosen.size()));
        if (!button->isEnabled())
            return;
        button->click();
        tell("confirmed");
        m_stage = Stage::Watching;
    }

    void watch()
    {
        const auto* const activity = find<QAbstractItemView>("activityTable");
        if (static_cast<qsizetype>(m_told.size()) < m_chosen.size() ||
            static_cast<int>(m_told.size()) < activity->model()->rowCount())
            return;
        tell("finished");
        m_stage = Stage::Finished;
    }

    void tellOutcomes()
    {
        const auto* const activity = find<QAbstractItemView>("activityTable");
        if (activity == nullptr)
            return;
        for (int row = 0; row < activity->model()->rowCount(); ++row) {
            const QModelIndex line = activity->model()->index(row, sessionColumn);
            const QVariant outcome = line.data(outcomeRole);
            if (!outcome.isValid() || m_told.contains(row))
                continue;
            m_told.emplace(row, outcome.toInt());
            tell("outcome", line.data().toString() + QLatin1Char(' ') + QString::number(outcome.toInt()) +
                                QLatin1Char(' ') + line.siblingAtColumn(explanationColumn).data().toString());
        }
    }

    QTimer m_timer;
    QString m_password;
    QStringList m_chosen;
    std::map<int, int> m_told;
    Stage m_stage = Stage::SigningIn;
};

class ConsoleDriverPlugin final : public QGenericPlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID QGenericPluginFactoryInterface_iid FILE "ConsoleDriver.json")

public:
    QObject* create(const QString& /*name*/, const QString& /*orders*/) override { return new ConsoleDriver; }
};

#include "ConsoleDriver.moc"
