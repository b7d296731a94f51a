// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storm/LongShift.h"

#include "storm/InnerBroker.h"
#include "storm/ProcessSize.h"
#include "storm/Text.h"
#include "support/DrivenConsole.h"
#include "support/RoughWire.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <algorithm>
#include <vector>

namespace deskwarden::storm {

using support::DrivenConsole;
using tests::Mishap;
using tests::RoughWire;

namespace {

constexpr int wholeShift = 8 * 3600 / 5; // refreshes
constexpr int shortShift = 60;
constexpr qint64 mostGrowth = 4096; // KB, from the first fifth to the last one

/// The middle one of each kind, from one part of the shift.
ProcessSize middleOf(const std::vector<ProcessSize>& sizes, std::size_t first, std::size_t last)
{
    const auto middle = [&](auto member) {
        std::vector<qint64> values;
        for (std::size_t index = first; index < last; ++index)
            values.push_back(sizes[index].*member);
        std::ranges::sort(values);
        return values[values.size() / 2];
    };
    return {middle(&ProcessSize::kilobytes), static_cast<int>(middle(&ProcessSize::threads)),
            static_cast<int>(middle(&ProcessSize::descriptors))};
}

void compare(const std::vector<ProcessSize>& sizes, Finding& finding)
{
    constexpr std::size_t least = 10;
    if (sizes.size() < least) {
        finding.tally.complain(text("only %1 samples").arg(sizes.size()));
        return;
    }
    const std::size_t fifth = sizes.size() / 5;
    const ProcessSize early = middleOf(sizes, fifth / 2, fifth + fifth / 2);
    const ProcessSize late = middleOf(sizes, sizes.size() - fifth, sizes.size());
    const auto [low, high] = std::ranges::minmax(sizes, {}, &ProcessSize::kilobytes);
    finding.note += text("; KB %1 -> %2 (%3 to %4), threads %5 -> %6, descriptors %7 -> %8")
                        .arg(early.kilobytes)
                        .arg(late.kilobytes)
                        .arg(low.kilobytes)
                        .arg(high.kilobytes)
                        .arg(early.threads)
                        .arg(late.threads)
                        .arg(early.descriptors)
                        .arg(late.descriptors);
    if (late.kilobytes > early.kilobytes + mostGrowth)
        finding.tally.complain(text("memory grows: %1 KB").arg(late.kilobytes - early.kilobytes));
    if (late.threads > early.threads + 1)
        finding.tally.complain(text("threads grow: %1").arg(late.threads - early.threads));
    if (late.descriptors > early.descriptors + 2)
        finding.tally.complain(text("descriptors grow: %1").arg(late.descriptors - early.descriptors));
}

} // namespace

QString LongShift::name() const
{
    return text("long shift, refreshes");
}

Finding LongShift::play(const Strength& strength)
{
    Finding finding;
    simulator::FarmOptions farm;
    farm.sessions = 300;
    farm.seed = strength.seed;
    farm.churnPerSecond = 50; // ten times what changes in five seconds of a real one
    InnerBroker broker(farm);
    if (!broker.problem().isEmpty()) {
        finding.tally.complain(broker.problem());
        return finding;
    }
    RoughWire::Weather weather;
    weather.seed = strength.seed;
    weather.every = 100;
    weather.kinds = {Mishap::DropRequest, Mishap::DropAnswer, Mishap::CutAnswer};
    weather.watched = "FROM Win32_VirtualDesktopSession";
    const RoughWire wire(broker.port(), weather);
    DrivenConsole::Orders orders;
    orders.servers << text("http://127.0.0.1:%1").arg(wire.port());
    const int lists = strength.isShort ? shortShift : wholeShift;
    orders.refreshes = lists * 100; // a click while a list is on its way asks for nothing more
    const QTemporaryDir folder;
    DrivenConsole console(orders, folder.path());
    std::vector<ProcessSize> sizes;
    QElapsedTimer clock;
    clock.start();
    for (int next = 0; console.isRunning() && wire.watched() < lists &&
                       std::chrono::milliseconds(clock.elapsed()) < strength.longest;)
    {
        static_cast<void>(console.lastNumber("refreshed")); // waits a little
        if (wire.watched() < next)
            continue;
        sizes.push_back(ProcessSize::of(console.processId()));
        next += std::max(1, lists / 100);
    }
    finding.tally.acts = wire.watched();
    finding.note = text("%1 of %2 lists in %3 s").arg(wire.watched()).arg(lists).arg(clock.elapsed() / 1000);
    if (wire.watched() < lists)
        finding.tally.complain(text("the console did not come to the end: ") +
                               QString::fromUtf8(console.output().right(300)));
    compare(sizes, finding);
    if (!console.isClosedOrderly())
        finding.tally.complain(text("the console did not close"));
    return finding;
}

} // namespace deskwarden::storm
