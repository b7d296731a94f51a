// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

// A working minute: the console's window over the real client, a broker that changes by 5 % a second, a refresh every
// second, somebody who types filters, sorts, scrolls and selects, and a bulk log off under way.

#include "bench/Clocks.h"
#include "bench/ConsoleUnderTest.h"
#include "bench/Topics.h"
#include "bench/Turns.h"
#include "ui/acts/ConfirmationDialog.h"
#include "ui/widgets/Theme.h"

#include <QAction>
#include <QApplication>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QTimer>

#include <array>
#include <cstdio>

namespace deskwarden::bench {

namespace {

constexpr std::chrono::milliseconds beat{10};
constexpr std::chrono::milliseconds stepEvery{150};
constexpr int actsAtStep = 20;

/// How late a timer fires: the wall time for which a thread did not come to its next event.
class Lateness final : public QObject
{
public:
    Lateness()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            const double time = wallTime();
            m_late.push_back(std::max(0.0, time - m_last - static_cast<double>(beat.count())));
            m_last = time;
        });
        m_timer.start(beat);
    }
    [[nodiscard]] const std::vector<double>& late() const { return m_late; }

private:
    QTimer m_timer;
    double m_last = wallTime();
    std::vector<double> m_late;
};

/// The person at the console, one step at a time.
class Person final : public QObject
{
public:
    Person(ui::MainWindow& window, std::uint32_t acts)
        : m_window(window)
        , m_acts(acts)
        , m_table(*window.findChild<QTableView*>(QStringLiteral("sessionTable")))
        , m_field(*window.findChild<QLineEdit*>(QStringLiteral("filterEdit")))
    {}

    void step()
    {
        static constexpr std::array words{"h", "ho", "hos", "host", "", "1", "12", "123", "12", ""};
        ++m_step;
        if (m_step == actsAtStep)
            chooseMany();
        else if (m_step == actsAtStep + 1)
            m_window.findChild<QAction*>(QStringLiteral("logoffAction"))->trigger();
        else if (m_step == actsAtStep + 2)
            confirm();
        else if (m_step % 8 < 4)
            m_field.setText(QString::fromLatin1(words[static_cast<std::size_t>(m_filterStep++) % words.size()]));
        else if (m_step % 8 == 4)
            sortNext();
        else if (m_step % 8 == 5)
            m_table.selectAll();
        else if (m_step % 8 == 6)
            m_table.clearSelection();
        else
            m_table.verticalScrollBar()->setValue(m_step * 977 % std::max(1, m_table.verticalScrollBar()->maximum()));
    }
    [[nodiscard]] std::size_t submitted() const { return m_submitted; }

private:
    void sortNext()
    {
        ++m_sortStep;
        m_table.sortByColumn(m_sortStep % 8, m_sortStep % 2 == 0 ? Qt::AscendingOrder : Qt::DescendingOrder);
    }
    void chooseMany()
    {
        m_field.clear();
        const int rows = std::min(m_table.model()->rowCount(), static_cast<int>(m_acts));
        m_table.selectionModel()->select({m_table.model()->index(0, 0), m_table.model()->index(rows - 1, 0)},
                                         QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    }
    void confirm()
    {
        auto* const dialog = m_window.findChild<ui::ConfirmationDialog*>();
        if (dialog == nullptr)
            return;
        m_submitted = dialog->plan().sessions.size();
        dialog->findChild<QLineEdit*>(QStringLiteral("countEdit"))->setText(QString::number(m_submitted));
        for (QAbstractButton* const button : dialog->findChild<QDialogButtonBox*>()->buttons()) {
            if (dialog->findChild<QDialogButtonBox*>()->buttonRole(button) == QDialogButtonBox::AcceptRole)
                button->click();
        }
    }

    ui::MainWindow& m_window;
    const std::uint32_t m_acts;
    QTableView& m_table;
    QLineEdit& m_field;
    int m_step = 0;
    int m_filterStep = 0;
    int m_sortStep = 0;
    std::size_t m_submitted = 0;
};

void measure(Report& report, std::uint32_t count, const Settings& settings)
{
    const support::SimulatorProcess simulator({QStringLiteral("--sessions"), QString::number(count),
                                               QStringLiteral("--hosts"), QStringLiteral("200"),
                                               QStringLiteral("--churn"), QString::number(count / 20)});
    ConsoleUnderTest console(1);
    Turns turns;
    turns.begin();
    console.connectTo(simulator.address());
    const auto* const table = console.window().findChild<QTableView*>(QStringLiteral("sessionTable"));
    waitFor([&] { return table->model()->rowCount() >= static_cast<int>(count) * 9 / 10; });
    const double filling = turns.longest();

    QProcess control;
    control.start(QCoreApplication::applicationFilePath(),
                  {QStringLiteral("--idle"), QStringLiteral("--seconds"), QString::number(settings.seconds)});
    Person person(console.window(), std::min(settings.acts, count / 2));
    const Lateness lateness;
    QTimer steps;
    QObject::connect(&steps, &QTimer::timeout, &person, [&person] { person.step(); });
    steps.start(stepEvery);
    turns.begin();
    const double end = wallTime() + settings.seconds * 1e3;
    waitFor([&] { return wallTime() >= end; });
    steps.stop();
    const std::vector<double> cpu = turns.cpu();
    control.waitForFinished(10'000);
    const QList<QByteArray> idle = control.readAllStandardOutput().trimmed().split(' ');

    const QString topic = QStringLiteral("minute");
    const double most = count >= 100'000 ? 50 : 16;
    const QString ms = QStringLiteral("ms CPU");
    report.add({topic, QStringLiteral("longest turn while filling"), count, filling, ms, {}, 0, most});
    report.add({topic, QStringLiteral("turn of the GUI thread, p99.9"), count, quantile(cpu, 0.999), ms, {}, 0, most});
    report.add({topic, QStringLiteral("turn of the GUI thread, longest"), count, quantile(cpu, 1), ms, {}, 0, most});
    report.add(
        {topic, QStringLiteral("acts submitted in it"), count, static_cast<double>(person.submitted()), {}, {}, 0});
    if (idle.size() == 2) {
        const QString window = QStringLiteral("idle window");
        report.add({topic, QStringLiteral("timer late, p99.9"), count, quantile(lateness.late(), 0.999),
                    QStringLiteral("ms"), window, idle[0].toDouble()});
        report.add({topic, QStringLiteral("timer late, most"), count, quantile(lateness.late(), 1),
                    QStringLiteral("ms"), window, idle[1].toDouble()});
    }
}

} // namespace

void measureMinute(Report& report, const Settings& settings)
{
    ui::applyTheme(*qApp, ui::ColorScheme::System);
    for (const std::uint32_t count : settings.sessions)
        measure(report, count, settings);
}

int runIdleChild(int seconds)
{
    QWidget window;
    window.show();
    const Lateness lateness;
    QTimer::singleShot(std::chrono::seconds(seconds), qApp, &QCoreApplication::quit);
    const int result = QApplication::exec();
    std::printf("%.3f %.3f\n", quantile(lateness.late(), 0.999), quantile(lateness.late(), 1));
    return result;
}

} // namespace deskwarden::bench
