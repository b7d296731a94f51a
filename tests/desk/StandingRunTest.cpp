// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "desk/StandingRun.h"

#include "support/Sessions.h"

#include <QTest>

using namespace deskwarden;
using namespace std::chrono_literals;
using desk::StandingRun;
using management::OrderEnd;
using management::OrderStage;
using management::OutcomeKind;

namespace {

using Ids = std::vector<std::uint64_t>;
using Time = management::StandingOrders::Time;

constexpr const char* orderBroker = "http://broker";

/// A run over one user who was away, with a disk that says when it has something.
class OrderDesk final : public QObject
{
public:
    OrderDesk()
    {
        connect(&run, &StandingRun::submitRequested, this, [this](const auto& requests) {
            for (const management::ActionRequest& request : requests)
                submitted.push_back(request.id);
        });
        connect(&run, &StandingRun::cancelRequested, this, [this](const Ids& acts) { cancelled = acts; });
        run.keepWith([this](auto done) { waiting.push_back(std::move(done)); });
    }
    /// "Message her when she is back."
    void give(bool isKept)
    {
        management::StandingOrder order;
        order.event = management::AwaitedEvent::UserBack;
        order.session = tests::session(orderBroker, "HV1", 3, "ann");
        order.action.kind = management::ActionKind::Message;
        order.action.text = "Please call back.";
        order.until = now + 1h;
        order.isAway = true;
        order.isKept = isKept;
        QVERIFY(run.add(std::move(order)));
    }
    void comeBack()
    {
        now += 1min;
        run.takeList(*tests::snapshot(orderBroker, ++m_lists, {tests::session(orderBroker, "HV1", 3, "ann")},
                                      management::SnapshotHealth::Fresh, now));
    }
    /// The disk has everything that it was given, or could take none of it.
    void answer(const core::Result<>& result)
    {
        for (const auto& done : std::exchange(waiting, {}))
            done(result);
    }
    [[nodiscard]] const management::OrderState& order() const { return run.orders().orders().front(); }

    Time now{500'000h};
    Ids submitted;
    Ids cancelled;
    std::vector<std::function<void(const core::Result<>&)>> waiting;

private:
    std::uint64_t m_next = 1;
    std::uint64_t m_lists = 0;

public:
    StandingRun run{{}, [this] { return m_next++; }, [this] { return now; }};
};

} // namespace

/// When the act of an order begins.
class StandingRunTest final : public QObject
{
    Q_OBJECT

private slots:
    void whatIsNotKeptBeginsAtOnce()
    {
        OrderDesk desk;
        desk.give(false);
        desk.comeBack();
        QCOMPARE(desk.submitted.size(), std::size_t{1});
        QVERIFY(desk.waiting.empty());
    }

    void whatIsKeptBeginsWhenTheDiskKnows()
    {
        OrderDesk desk;
        desk.give(true);
        desk.comeBack();
        QVERIFY(desk.submitted.empty());
        QCOMPARE(desk.waiting.size(), std::size_t{1});
        desk.comeBack();
        QCOMPARE(desk.waiting.size(), std::size_t{1}); // it is on its way
        desk.answer({});
        QCOMPARE(desk.submitted, Ids{desk.order().act});
        desk.answer({});
        QCOMPARE(desk.submitted.size(), std::size_t{1});
    }

    void whatTheDiskDoesNotTakeIsNotDone()
    {
        OrderDesk desk;
        desk.give(true);
        desk.comeBack();
        desk.answer(core::failure(core::ErrorKind::InvalidInput, "no space left"));
        QVERIFY(desk.submitted.empty());
        QVERIFY(desk.order().stage == OrderStage::Over);
        QVERIFY(desk.order().outcome->kind == OutcomeKind::Failed);
        QCOMPARE(QString::fromStdString(desk.order().outcome->error->detail), QStringLiteral("no space left"));
    }

    void whatIsCalledBackMeanwhileNeverBegins()
    {
        OrderDesk desk;
        desk.give(true);
        desk.comeBack();
        desk.run.cancelAll();
        QVERIFY(desk.order().end == OrderEnd::Cancelled);
        QVERIFY(desk.cancelled.empty()); // nobody else has it
        desk.answer({});
        QVERIFY(desk.submitted.empty());
    }

    void whatIsTooLateMeanwhileNeverBegins()
    {
        OrderDesk desk;
        desk.give(true);
        desk.comeBack();
        desk.now += 2h;
        desk.answer({});
        QVERIFY(desk.submitted.empty());
        QVERIFY(desk.order().end == OrderEnd::Expired);
    }

    void anAnswerToARunThatIsGoneIsNoHarm()
    {
        std::vector<std::function<void(const core::Result<>&)>> waiting;
        {
            OrderDesk desk;
            desk.give(true);
            desk.comeBack();
            waiting = desk.waiting;
        }
        QCOMPARE(waiting.size(), std::size_t{1});
        waiting.front()({});
    }
};

QTEST_GUILESS_MAIN(StandingRunTest)
#include "StandingRunTest.moc"
