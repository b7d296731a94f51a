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
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QTimer>
#include <QWidget>

#include <cstdio>
#include <map>
#include <optional>
#include <utility>

namespace {

/// Roles of the activity's model, as models/activity/ActivityModel.h counts them.
constexpr int outcomeRole = Qt::UserRole + 2;
constexpr int idRole = Qt::UserRole + 4;
/// Roles of the heads of batches, as models/activity/ActivityBatches.h counts them.
constexpr int headRole = Qt::UserRole + 100;
constexpr int openRole = Qt::UserRole + 101;
constexpr int sessionColumn = 5;
constexpr int explanationColumn = 4;
/// Columns of the table, as models/table/SessionTableModel.h counts them.
constexpr int hostColumn = 6;
constexpr int numberColumn = 10;

void tell(const char* what, const QString& about = {})
{
    std::fputs((QLatin1String(what) + QLatin1Char(' ') + about + QLatin1Char('\n')).toUtf8().constData(), stdout);
    std::fflush(stdout);
}

} // namespace

/// Does in the real console what a person does: types the password, waits for the list, chooses sessions, confirms.
/// Loaded by the program itself (QT_QPA_GENERIC_PLUGINS), which knows nothing of it. What it sees it tells on stdout, a
/// line each: "belongs-to APPLICATION-ID", "connected NUMBER" for each further server, "refreshed NUMBER", "confirmed",
/// "outcome HOST/ID NUMBER SENTENCE", "finished".
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
        for (const QJsonValue& server : orders.value(QLatin1String("servers")).toArray())
            m_servers << server.toString();
        m_act = orders.value(QLatin1String("act")).toString();
        m_user = orders.value(QLatin1String("user")).toString();
        m_rows = orders.value(QLatin1String("rows")).toInt();
        m_refreshes = orders.value(QLatin1String("refreshes")).toInt();
        m_timer.setInterval(m_rows > 0 ? 50 : 2); // many lines are not looked at all the time
        connect(&m_timer, &QTimer::timeout, this, &ConsoleDriver::step);
        m_timer.start();
    }

private:
    enum class Stage { SigningIn, Adding, Listing, Refreshing, Confirming, Watching, Finished };

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
        if (!std::exchange(m_hasToldName, true))
            tell("belongs-to", QGuiApplication::desktopFileName());
        tellOutcomes();
        switch (m_stage) {
        case Stage::SigningIn:
            signIn();
            break;
        case Stage::Adding:
            add();
            break;
        case Stage::Listing:
            choose();
            break;
        case Stage::Refreshing:
            refresh();
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
        m_stage = Stage::Adding;
    }

    /// The next of the further servers, by the dialog.
    void add()
    {
        auto* const password = find<QLineEdit>("passwordEdit");
        if (password != nullptr && password->isVisible())
            return; // of the one before
        if (m_added == m_servers.size()) {
            m_stage = Stage::Listing;
            return;
        }
        auto* const another = find<QAction>("connectAction");
        if (another == nullptr || !another->isEnabled())
            return;
        another->trigger();
        auto* const address = find<QLineEdit>("addressEdit");
        auto* const user = find<QLineEdit>("userEdit");
        auto* const connectButton = find<QAbstractButton>("connectButton");
        if (address == nullptr || user == nullptr || connectButton == nullptr)
            return;
        address->setText(m_servers.at(m_added));
        user->setText(m_user);
        find<QLineEdit>("passwordEdit")->setText(m_password);
        if (!connectButton->isEnabled())
            return;
        connectButton->click();
        tell("connected", QString::number(++m_added));
    }

    void refresh()
    {
        if (m_refreshed == m_refreshes) {
            tell("finished");
            m_stage = Stage::Finished;
            return;
        }
        if (auto* const again = find<QAction>("refreshAction"); again != nullptr && again->isEnabled()) {
            again->trigger();
            if (++m_refreshed % 20 == 0)
                tell("refreshed", QString::number(m_refreshed));
        }
    }

    void choose()
    {
        auto* const table = find<QAbstractItemView>("sessionTable");
        if (table == nullptr || table->model()->rowCount() == 0 || table->model()->rowCount() < m_rows)
            return;
        if (m_refreshes > 0) {
            m_timer.setInterval(20);
            m_stage = Stage::Refreshing;
            return;
        }
        if (m_rows > 0) {
            table->selectAll();
            startAct();
            return;
        }
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
        startAct();
    }

    void startAct()
    {
        const auto* const window = find<QWidget>("sessionTable")->window();
        if (auto* const act = window->findChild<QAction*>(m_act); act != nullptr && act->isEnabled()) {
            act->trigger();
            m_stage = Stage::Confirming;
        }
    }

    void confirm()
    {
        auto* const button = find<QAbstractButton>("confirmButton");
        auto* const count = find<QLineEdit>("countEdit");
        if (button == nullptr || !button->isVisible() || count == nullptr)
            return;
        if (m_rows > 0) // only the dialog knows how many of the rows can be logged off
            m_expected = find<QLabel>("countLabel")->text().remove(QRegularExpression(QStringLiteral("\\D"))).toInt();
        else
            m_expected = static_cast<int>(m_chosen.size());
        count->setText(QString::number(m_expected));
        if (!button->isEnabled())
            return;
        button->click();
        tell("confirmed");
        m_stage = Stage::Watching;
    }

    void watch()
    {
        if (static_cast<int>(m_told.size()) < m_expected || m_isSomethingOpen)
            return;
        tell("finished");
        m_stage = Stage::Finished;
    }

    void tellOutcomes()
    {
        auto* const activity = find<QAbstractItemView>("activityTable");
        if (activity == nullptr)
            return;
        m_isSomethingOpen = false;
        for (int row = 0; row < activity->model()->rowCount(); ++row) {
            const QModelIndex line = activity->model()->index(row, sessionColumn);
            if (line.data(headRole).toBool()) {
                if (!line.data(openRole).toBool())
                    emit activity->clicked(line.siblingAtColumn(0)); // its lines come with the next step
                m_isSomethingOpen = m_isSomethingOpen || !line.data(openRole).toBool();
                continue;
            }
            const QVariant outcome = line.data(outcomeRole);
            const qulonglong act = line.data(idRole).toULongLong(); // rows move
            m_isSomethingOpen = m_isSomethingOpen || !outcome.isValid();
            if (!outcome.isValid() || m_told.contains(act))
                continue;
            m_told.emplace(act, outcome.toInt());
            tell("outcome", line.data().toString() + QLatin1Char(' ') + QString::number(outcome.toInt()) +
                                QLatin1Char(' ') + line.siblingAtColumn(explanationColumn).data().toString());
        }
    }

    QTimer m_timer;
    bool m_hasToldName = false;
    QString m_password;
    QString m_act; // the name of the action
    QStringList m_chosen;
    QStringList m_servers; // besides the one of the command line
    QString m_user;        // for these
    int m_rows = 0;        // log everybody off, once so many sessions are there
    int m_refreshes = 0;   // ask so often, and do nothing else
    qsizetype m_added = 0;
    int m_refreshed = 0;
    int m_expected = 0;             // outcomes
    bool m_isSomethingOpen = false; // an act that runs, or a batch that is shut
    std::map<qulonglong, int> m_told;
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
