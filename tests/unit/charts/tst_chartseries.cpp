// The builders behind the charts: buckets, stacks, lines, gaps, label places, slices.
#include "charts/series.h"

#include <QTest>

#include <algorithm>
#include <numeric>

using namespace tokenledger;

namespace {

const UtcDay Last = UtcDay::fromDate(2026, 11, 19);  // a Thursday

ChartPeriod period(PeriodStart start, PeriodState days) { return {start, days, {}}; }

// `count` final days up to Last; layer k has (k + 1) * (day index + 1).
CostTrendData trend(int count, int layers = 2) {
    CostTrendData data;
    data.range = {Last - (count - 1), Last};
    for (const PeriodStart start : periodsIn(data.range, Interval::Day))
        data.periods.push_back(period(start, {1, 0, 0, 0}));
    for (int k = 0; k < layers; ++k) {
        ChartLayer layer{QString::number(k), QString::number(k), k, {}};
        for (int i = 0; i < count; ++i) layer.values.push_back((k + 1) * (i + 1));
        data.layers.push_back(layer);
    }
    return data;
}

PixelScale scale(std::int64_t low, std::int64_t high, double height, double dpr = 1) {
    return {{low, high, high}, 0, height, dpr};
}

double isWholeDevicePixel(double value, double dpr) { return std::abs(value * dpr - std::round(value * dpr)) < 1e-9; }

}  // namespace

class TestSeries : public QObject {
    Q_OBJECT
private slots:
    void stateOfAPeriod() {
        QCOMPARE(period(0, {7, 0, 0, 0}).kind(), PeriodKind::Final);
        QCOMPARE(period(0, {4, 3, 0, 0}).kind(), PeriodKind::Provisional);
        QCOMPARE(period(0, {4, 0, 3, 0}).kind(), PeriodKind::Partial);
        QCOMPARE(period(0, {0, 0, 7, 0}).kind(), PeriodKind::Missing);
        QCOMPARE(period(0, {0, 0, 6, 1}).kind(), PeriodKind::Failed);
        const ChartPeriod today = period(0, {0, 1, 0, 0, 1});
        QCOMPARE(today.kind(), PeriodKind::Running);
        QVERIFY(today.isHatched() && !today.isGap());
        QVERIFY(!period(0, {0, 0, 1, 0}).isHatched() && period(0, {0, 0, 1, 0}).isGap());
        QVERIFY(period(0, {1, 1, 1, 0}).isHatched() && period(0, {1, 1, 1, 0}).isGap());
    }

    void barsNeverGetThinnerThanThreePixels() {
        const CostTrendData data = trend(365);
        QCOMPARE(fittingInterval(data, 2000), Interval::Day);
        QCOMPARE(fittingInterval(data, 365 * 3 / 0.72 + 1), Interval::Day);
        QCOMPARE(fittingInterval(data, 365 * 3 / 0.72 - 1), Interval::Week);
        QCOMPARE(fittingInterval(data, 200), Interval::Month);
        CostTrendData total = trend(1);
        total.interval = Interval::Total;
        QCOMPARE(fittingInterval(total, 1), Interval::Total);
    }

    void rebucketingLosesNothing() {
        CostTrendData data = trend(100);
        data.mean = 1000;
        data.periods[0].days = {0, 0, 1, 0};  // missing: its value must not be read
        data.layers[0].values[0] = 123'456;
        data.periods[99].days = {0, 1, 0, 0, 1};
        const std::int64_t layer0 = 100 * 101 / 2 - 1;
        for (const Interval interval : {Interval::Week, Interval::Month}) {
            const CostTrendData wide = rebucketed(data, interval);
            QCOMPARE(wide.interval, interval);
            const auto& values = wide.layers[0].values;
            QCOMPARE(values.size(), wide.periods.size());
            QCOMPARE(std::accumulate(values.begin(), values.end(), std::int64_t{0}), layer0);
            std::vector<PeriodStart> starts;
            PeriodState sum;
            for (const ChartPeriod& each : wide.periods) {
                starts.push_back(each.start);
                sum.finalDays += each.days.finalDays;
                sum.provisionalDays += each.days.provisionalDays;
                sum.missingDays += each.days.missingDays;
                sum.unfinishedDays += each.days.unfinishedDays;
            }
            QCOMPARE(starts, periodsIn(data.range, interval));
            QCOMPARE(sum, (PeriodState{98, 1, 1, 0, 1}));
            QCOMPARE(wide.periods.front().kind(), PeriodKind::Partial);
            QVERIFY(wide.periods.back().isRunning());
        }
        // the week of Monday 16 Nov: the last four days, indexes 96..99
        QCOMPARE(rebucketed(data, Interval::Week).layers[1].values.back(), 2 * (97 + 98 + 99 + 100));
        QCOMPARE(rebucketed(data, Interval::Week).mean, std::optional<std::int64_t>(7000));
        QVERIFY(!rebucketed(data, Interval::Month).mean);
    }

    void cacheRebucketsSums() {
        CacheEfficiencyData data;
        data.range = {Last - 13, Last};
        for (const PeriodStart start : periodsIn(data.range, Interval::Day)) {
            data.periods.push_back(period(start, {1, 0, 0, 0}));
            data.values.push_back({10, 1, 20});
        }
        const CacheEfficiencyData weeks = rebucketed(data, Interval::Week);
        QCOMPARE(weeks.periods.size(), std::size_t{3});  // Friday to Sunday, a week, Monday to Thursday
        QCOMPARE(weeks.values[0].read, 30);
        QCOMPARE(weeks.values[1].written, 7);
        QCOMPARE(weeks.values[2].totalInput, 80);
        QVERIFY(!isWhole(weeks, 0) && isWhole(weeks, 1) && !isWhole(weeks, 2));
    }

    void stackFollowsThePalette() {
        const ChartLayer none{QString(), u"Search"_qs, -1, {1, 1}};
        const ChartLayer teal{u"h"_qs, u"Haiku 4.5"_qs, 6, {2, 2}};
        const ChartLayer blue{u"o"_qs, u"Opus 5.5"_qs, 0, {3, 3}};
        const ChartLayer unknown1{u"x"_qs, u"x"_qs, -1, {4, 4}};
        const ChartLayer unknown2{u"y"_qs, u"y"_qs, -1, {5, 6}};
        const auto layers = stackedLayers({none, teal, unknown1, blue});
        QStringList names;
        for (const ChartLayer& layer : layers) names.append(layer.name);
        QCOMPARE(names, (QStringList{u"Opus 5.5"_qs, u"Haiku 4.5"_qs, u"x"_qs, u"Search"_qs}));
        const auto merged = stackedLayers({unknown1, none, unknown2});
        QCOMPARE(merged.size(), std::size_t{2});
        QCOMPARE(merged[0].name, u"2 others"_qs);
        QCOMPARE(merged[0].values, (std::vector<std::int64_t>{9, 10}));
    }

    void totalsAndExtentLeaveGapsOut() {
        CostTrendData data = trend(3);
        data.layers[1].values = {-7, 5, 1000};
        data.periods[2].days = {0, 0, 0, 1};
        const auto totals = totalsOf(data);
        QCOMPARE(totals[0], std::optional<std::int64_t>(-6));
        QCOMPARE(totals[1], std::optional<std::int64_t>(7));
        QVERIFY(!totals[2]);
        QCOMPARE(stackExtent(data).low, -7);
        QCOMPARE(stackExtent(data).high, 7);
        data.mean = 40;
        QCOMPARE(stackExtent(data).high, 40);
    }

    void barsFallOnDevicePixels_data() {
        QTest::addColumn<double>("dpr");
        QTest::newRow("100 %") << 1.0;
        QTest::newRow("125 %") << 1.25;
        QTest::newRow("150 %") << 1.5;
        QTest::newRow("200 %") << 2.0;
    }
    void barsFallOnDevicePixels() {
        QFETCH(double, dpr);
        for (const int count : {1, 7, 30, 90, 150}) {
            const PeriodGrid grid{39, 634, count, dpr};
            QVERIFY(grid.barWidth() >= 3 - 1e-9);
            for (int i = 0; i < count; ++i) {
                QVERIFY(isWholeDevicePixel(grid.barLeft(i), dpr));
                QVERIFY(isWholeDevicePixel(grid.barLeft(i) + grid.barWidth(), dpr));
                QVERIFY(isWholeDevicePixel(grid.edge(i), dpr));
                QCOMPARE(grid.periodAt(grid.centre(i)), i);
                if (i > 0) QVERIFY(grid.barLeft(i) > grid.barLeft(i - 1) + grid.barWidth() - 1 / dpr);
            }
        }
        QCOMPARE((PeriodGrid{39, 634, 30, dpr}.periodAt(38)), -1);
        QCOMPARE((PeriodGrid{39, 634, 30, dpr}.periodAt(674)), -1);
    }

    void segmentsAreApartByOnePixel() {
        const auto layer = [](int k, std::int64_t value) { return ChartLayer{QString::number(k), {}, k, {value}}; };
        // 100 units on 100 px: heights 40, 0.4 (left out), 10, 2
        const std::vector<ChartLayer> layers = {layer(0, 400), layer(1, 4), layer(2, 100), layer(3, 20)};
        const auto segments = stackSegments(layers, 0, scale(0, 1000, 100));
        QCOMPARE(segments.size(), std::size_t{3});
        QCOMPARE(segments[0].layer, 0);
        QCOMPARE(segments[0].bottom, 100.0);
        QCOMPARE(segments[0].top, 61.0);  // gives its top pixel to the line between
        QCOMPARE(segments[1].layer, 2);
        QCOMPARE(segments[1].bottom, 60.0);
        QCOMPARE(segments[1].top, 51.0);  // 404 + 100 -> 50, less the line towards the thinner one
        QCOMPARE(segments[2].layer, 3);
        QCOMPARE(segments[2].bottom, 50.0);
        QCOMPARE(segments[2].top, 48.0);  // 524: what was left out still counts
    }

    void creditsHangBelowTheBaseLine() {
        const std::vector<ChartLayer> layers = {
            {u"a"_qs, {}, 0, {300}}, {u"b"_qs, {}, 1, {-200}}, {u"c"_qs, {}, 2, {-100}}};
        const auto segments = stackSegments(layers, 0, scale(-500, 500, 100));
        QCOMPARE(segments.size(), std::size_t{3});
        QCOMPARE(segments[0].bottom, 50.0);
        QCOMPARE(segments[0].top, 20.0);
        QCOMPARE(segments[1].top, 50.0);
        QCOMPARE(segments[1].bottom, 69.0);
        QCOMPARE(segments[2].top, 70.0);
        QCOMPARE(segments[2].bottom, 80.0);
    }

    void linesBreakAndChangeStyle() {
        // present: 0 1 2 . 4 5 6 7; provisional from 6
        const auto runs = lineRuns({true, true, true, false, true, true, true, true},
                                   {false, false, false, false, false, false, true, true});
        QCOMPARE(runs.size(), std::size_t{3});
        QCOMPARE(runs[0].periods, (std::vector<int>{0, 1, 2}));
        QVERIFY(!runs[0].provisional);
        QCOMPARE(runs[1].periods, (std::vector<int>{4, 5}));
        QCOMPARE(runs[2].periods, (std::vector<int>{5, 6, 7}));  // dashed from the last final point on
        QVERIFY(runs[2].provisional);
        QVERIFY(lineRuns({false, false}, {false, false}).empty());
        QCOMPARE(lineRuns({true, false, true}, {false, false, true}).size(), std::size_t{2});
    }

    void thinningKeepsExtremes() {
        std::vector<QPointF> points;
        for (int i = 0; i < 10'000; ++i) points.emplace_back(i / 100.0, (i * 7919) % 1000);
        points[5'050].setY(5'000);
        points[5'051].setY(-5'000);
        const auto kept = thinned(points, 1);
        QVERIFY(kept.size() <= 4 * 100);
        QVERIFY(std::is_sorted(kept.begin(), kept.end(), [](QPointF a, QPointF b) { return a.x() < b.x(); }));
        QVERIFY(std::find(kept.begin(), kept.end(), points[5'050]) != kept.end());
        QVERIFY(std::find(kept.begin(), kept.end(), points[5'051]) != kept.end());
        QCOMPARE(kept.front(), points.front());
        QCOMPARE(kept.back(), points.back());
        const std::vector<QPointF> few = {{0.5, 1}, {1.5, 2}};
        QCOMPARE(thinned(few, 1), few);
    }

    void labelsBelongToTheLastWholePeriod() {
        CostTrendData data = trend(10);
        QCOMPARE(anchorPeriod(data), 9);
        data.periods[9].days = {0, 1, 0, 0, 1};  // fetched before it was over
        QCOMPARE(anchorPeriod(data), 8);
        data.periods[8].days = {0, 0, 1, 0};
        QCOMPARE(anchorPeriod(data), 7);
        QCOMPARE(anchorPeriod(data, [](int period) { return period == 9 || period < 3; }), 2);
        QCOMPARE(anchorPeriod(data, [](int period) { return period == 9; }), 9);
        QCOMPARE(anchorPeriod(data, [](int period) { return period == 8; }), -1);
    }

    void gapsGetANote() {
        CostTrendData data = trend(10);
        data.gaps = {{{Last - 9, Last - 7}, false}, {{Last - 2, Last - 2}, true}, {{Last - 1, Last}, false}};
        auto notes = notesOf(data);
        QCOMPARE(notes.size(), std::size_t{3});
        QCOMPARE(notes[0].title, u"Not fetched yet: 10 Nov \u2013 12 Nov 2026"_qs);
        QVERIFY(notes[0].text.startsWith(u"newest first"_qs));
        QCOMPARE(notes[1].title, u"Fetching failed: 17 Nov 2026"_qs);
        QVERIFY(!notes[2].text.startsWith(u"newest first"_qs));
        data.notes.push_back({NoteKind::Gap, {Last - 2, Last - 2}, u"17 Nov: malformed record"_qs, {}});
        notes = notesOf(data);
        QCOMPARE(notes.size(), std::size_t{3});
        QCOMPARE(notes[0].title, u"17 Nov: malformed record"_qs);
    }

    void gapsNameTheirDaysInLongerPeriods() {
        CostTrendData data = trend(100);
        data.gaps = {{{Last - 40, Last - 39}, false}};
        data.periods[59].days = data.periods[60].days = {0, 0, 1, 0};
        const CostTrendData months = rebucketed(data, Interval::Month);
        QCOMPARE(notesOf(months).size(), std::size_t{1});
        QCOMPARE(notesOf(months).front().title, u"Not fetched yet: 10 Oct \u2013 11 Oct 2026"_qs);
    }

    void labelsKeepTheirDistance() {
        const auto places = spreadLabels({90, 60, 58, 57}, 0, 100, 15);
        QCOMPARE(places, (std::vector<double>{90, 60, 45, 30}));
        const auto pushedDown = spreadLabels({90, 12, 11, 10}, 0, 100, 15);  // no room above
        QCOMPARE(pushedDown, (std::vector<double>{90, 30, 15, 0}));
        QVERIFY(spreadLabels({1, 2, 3}, 0, 20, 15).empty());
        QVERIFY(spreadLabels({}, 0, 20, 15).empty());
    }

    void donutHasGaps() {
        const auto entry = [](const QString& id, std::int64_t amount) {
            return DonutEntry{id, id, id.isEmpty() ? -1 : 0, Money::fromNano(amount)};
        };
        const auto entries =
            donutOrder({entry({}, 900), entry(u"small"_qs, 100), entry(u"credit"_qs, -50), entry(u"large"_qs, 1000)});
        QStringList order;
        for (const DonutEntry& each : entries) order.append(each.id);
        QCOMPARE(order, (QStringList{u"large"_qs, u"small"_qs, u"credit"_qs, QString()}));
        QCOMPARE(donutTotal(entries), Money::fromNano(1950));
        const auto slices = donutSlices(entries, 0.9, 0.6);
        QCOMPARE(slices.size(), std::size_t{3});  // credits are listed, not drawn
        QVERIFY(std::abs(slices[0].span - (180 - 0.9)) < 1e-9);
        QVERIFY(std::abs(slices[1].start - (180 + 0.45)) < 1e-9);
        QVERIFY(std::abs(slices[2].start + slices[2].span + 0.45 - 360) < 1e-9);
        // a slice of 0.1 % is thinner than the gap: the list names it, the ring leaves its place empty
        const auto tiny = donutSlices({entry(u"a"_qs, 999), entry(u"b"_qs, 1)}, 0.9, 0.6);
        QCOMPARE(tiny.size(), std::size_t{1});
        QVERIFY(tiny[0].span < 360 * 0.999);
        const auto single = donutSlices({entry(u"a"_qs, 5)}, 0.9, 0.6);
        QCOMPARE(single[0].span, 360.0);
        QVERIFY(donutSlices({entry(u"a"_qs, -5)}, 0.9, 0.6).empty());
    }
};

QTEST_GUILESS_MAIN(TestSeries)
#include "tst_chartseries.moc"
