// The comparison of an internal tracking with Anthropic's figures: by hand, and that its sums are sums of its days.
#include "app/analysis/trackingmatch.h"

#include <QTest>

#include <limits>
#include <random>

using namespace tokenledger;

namespace {

const UtcDay First = UtcDay::fromDate(2026, 10, 26);  // a Monday

TrackedFigures figures(int day, TermId model, std::optional<std::int64_t> uncached,
                       std::optional<std::int64_t> output) {
    TrackedFigures one{First + day, model, {}};
    one.of[static_cast<std::size_t>(TrackedKind::UncachedInput)] = uncached;
    one.of[static_cast<std::size_t>(TrackedKind::Output)] = output;
    return one;
}

TrackingMatchQuestion question(int days) {
    TrackingMatchQuestion asked;
    asked.range = {First, First + (days - 1)};
    asked.days.assign(static_cast<std::size_t>(days), {true, true, DayState::Final, DayState::Final});
    return asked;
}

std::int64_t& kindOf(TrackedFigures& one, TrackedKind kind) {
    auto& value = one.of[static_cast<std::size_t>(kind)];
    if (!value) value = 0;
    return *value;
}

}  // namespace

class TrackingMatchTest : public QObject {
    Q_OBJECT

private slots:
    void namesWhatIsOnlyOnOneSide() {
        TrackingMatchQuestion asked = question(1);
        asked.internal = {figures(0, 1, 10, 20), figures(0, 2, 0, 5)};
        asked.anthropic = {figures(0, 1, 10, 21), figures(0, 3, 7, 0)};
        const auto result = matchTracking(asked);
        QVERIFY(result);
        QCOMPARE(result->rows.size(), std::size_t{4});
        QVERIFY(result->rows[0].status == TrackingStatus::Exact);
        QVERIFY(result->rows[1].status == TrackingStatus::Investigate);
        QCOMPARE(result->rows[1].difference, std::int64_t{-1});
        QVERIFY(result->rows[2].status == TrackingStatus::OnlyInternal);
        QCOMPARE(result->rows[2].model, TermId{2});
        QVERIFY(result->rows[3].status == TrackingStatus::OnlyAnthropic);
        QVERIFY(result->rows[3].kind == TrackedKind::UncachedInput);
    }

    void kindsThatTheSourceLacksAreNotCompared() {
        TrackingMatchQuestion asked = question(1);
        asked.internal = {figures(0, 1, std::nullopt, 20)};
        asked.anthropic = {figures(0, 1, 10, 20)};
        const auto result = matchTracking(asked);
        QVERIFY(result);
        QCOMPARE(result->rows.size(), std::size_t{1});
        QVERIFY(result->rows[0].kind == TrackedKind::Output);
        QCOMPARE(result->notInSource, (std::vector<TrackedKind>{TrackedKind::UncachedInput, TrackedKind::CacheCreation,
                                                                TrackedKind::CacheRead, TrackedKind::Cost}));
        // One row does not tell what others do: it is left out on both sides.
        asked.internal.push_back(figures(0, 2, 5, 6));
        asked.anthropic.push_back(figures(0, 2, 5, 6));
        asked.byModel = false;
        const auto partly = matchTracking(asked);
        QVERIFY(partly);
        QCOMPARE(partly->unknown, std::int64_t{1});
        QCOMPARE(partly->rows[0].internal, std::int64_t{5});
        QCOMPARE(partly->rows[0].anthropic, std::int64_t{5});
    }

    void unsplitCacheWritesAreComparedAsAWhole() {
        TrackingMatchQuestion asked = question(2);
        TrackedFigures whole{First, 1, {}};
        kindOf(whole, TrackedKind::CacheCreation) = 30;
        TrackedFigures split{First + 1, 1, {}};
        kindOf(split, TrackedKind::CacheCreation5m) = 1;
        kindOf(split, TrackedKind::CacheCreation1h) = 2;
        asked.internal = {whole, split};
        for (int day = 0; day < 2; ++day) {
            TrackedFigures theirs = figures(day, 1, 0, 0);
            kindOf(theirs, TrackedKind::CacheCreation5m) = day == 0 ? 10 : 1;
            kindOf(theirs, TrackedKind::CacheCreation1h) = day == 0 ? 20 : 2;
            kindOf(theirs, TrackedKind::CacheRead) = 0;
            asked.anthropic.push_back(theirs);
        }
        const auto result = matchTracking(asked);
        QVERIFY(result);
        QCOMPARE(result->rows.size(), std::size_t{2});
        for (const TrackingMatchRow& row : result->rows) {
            QVERIFY(row.kind == TrackedKind::CacheCreation);
            QVERIFY(row.status == TrackingStatus::Exact);
        }
        QCOMPARE(result->rows[0].anthropic, std::int64_t{30});
    }

    void daysThatCannotBeComparedAreMarked() {
        TrackingMatchQuestion asked = question(4);
        asked.days[1].usage = DayState::Provisional;
        asked.days[2].usage = DayState::Missing;
        asked.days[3].imported = false;
        for (int day = 0; day < 4; ++day) {
            asked.internal.push_back(figures(day, 1, 1, 10));
            asked.anthropic.push_back(figures(day, 1, 1, 99));
        }
        const auto days = matchTracking(asked);
        QVERIFY(days);
        QCOMPARE(days->rows.size(), std::size_t{4});  // two kinds of two days
        QVERIFY(days->rows[1].status == TrackingStatus::Investigate);
        QVERIFY(days->rows[3].status == TrackingStatus::Provisional);
        QCOMPARE(days->rows[3].difference, std::int64_t{-89});
        QCOMPARE(days->provisional, 1);
        QCOMPARE(days->notFetched, 1);
        QCOMPARE(days->notImported, 1);
        asked.interval = Interval::Total;
        const auto total = matchTracking(asked);
        QVERIFY(total);
        QCOMPARE(total->rows.size(), std::size_t{2});
        QCOMPARE(total->rows[1].anthropic, std::int64_t{99});
        QCOMPARE(total->rows[1].daysCompared, 1);
        QCOMPARE(total->rows[1].daysLeftOut, 3);
        // An import from before the day was over is a part of it.
        asked.days[0].importedWhole = false;
        const auto early = matchTracking(asked);
        QVERIFY(early && early->rows[1].status == TrackingStatus::Provisional);
    }

    void tokensAndDollarsHaveNoSum() {
        TrackingMatchQuestion asked = question(1);
        asked.byKind = false;
        TrackedFigures ours = figures(0, 1, 10, 20);
        kindOf(ours, TrackedKind::Cost) = 1'000'000'000;
        asked.internal = {ours};
        asked.anthropic = {ours};
        const auto result = matchTracking(asked);
        QVERIFY(result);
        QCOMPARE(result->rows.size(), std::size_t{1});
        QCOMPARE(result->rows[0].internal, std::int64_t{30});
    }

    void sumsThatDoNotFit() {
        TrackingMatchQuestion asked = question(2);
        asked.interval = Interval::Total;
        const std::int64_t most = std::numeric_limits<std::int64_t>::max();
        asked.internal = {figures(0, 1, most, 0), figures(1, 1, 1, 0)};
        const auto result = matchTracking(asked);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Usage);
    }

    void sumsOfDaysAreSumsOfEveryInterval() {
        std::mt19937 dice(20261120);
        for (int round = 0; round < 50; ++round) {
            TrackingMatchQuestion asked = question(40);
            for (TrackedDay& day : asked.days) {
                day.imported = dice() % 5 != 0;
                day.usage = static_cast<DayState>(dice() % 4);
            }
            for (int day = 0; day < 40; ++day) {
                for (TermId model = 1; model <= 3; ++model) {
                    const auto value = [&]() { return std::optional<std::int64_t>(dice() % 1000); };
                    if (dice() % 4 != 0) asked.internal.push_back(figures(day, model, value(), value()));
                    if (dice() % 4 != 0) asked.anthropic.push_back(figures(day, model, value(), value()));
                }
            }
            // By hand, over the days that both sides have for good.
            std::int64_t ours = 0;
            std::int64_t theirs = 0;
            const auto sum = [&asked](const std::vector<TrackedFigures>& list) {
                std::int64_t total = 0;
                for (const TrackedFigures& one : list) {
                    const TrackedDay& day = asked.days[static_cast<std::size_t>(one.day - First)];
                    if (!day.imported || day.usage != DayState::Final) continue;
                    for (const auto& value : one.of) total += value.value_or(0);
                }
                return total;
            };
            ours = sum(asked.internal);
            theirs = sum(asked.anthropic);
            for (const Interval interval : {Interval::Day, Interval::Week, Interval::Month, Interval::Total}) {
                for (const bool byModel : {false, true}) {
                    asked.interval = interval;
                    asked.byModel = byModel;
                    asked.byKind = round % 2 == 0;
                    const auto result = matchTracking(asked);
                    QVERIFY(result);
                    std::int64_t internal = 0;
                    std::int64_t anthropic = 0;
                    for (const TrackingMatchRow& row : result->rows) {
                        QCOMPARE(row.difference, row.internal - row.anthropic);
                        if (row.status == TrackingStatus::Provisional) continue;
                        internal += row.internal;
                        anthropic += row.anthropic;
                    }
                    QCOMPARE(internal, ours);
                    QCOMPARE(anthropic, theirs);
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(TrackingMatchTest)
#include "tst_trackingmatch.moc"
