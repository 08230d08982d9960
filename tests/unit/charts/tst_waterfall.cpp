// The waterfall: where its bars begin and end, what it paints and says.
#include "charts/waterfall.h"

#include <QSignalSpy>
#include <QTest>

#include <limits>

using namespace tokenledger;

namespace {

constexpr std::int64_t Dollar = 1'000'000'000;

WaterfallStep step(const QString& label, std::int64_t nano, bool total = false) {
    return {label, label.toLower(), Money::fromNano(nano), total, {}};
}

WaterfallData reconcile() {
    WaterfallData data;
    data.title = u"Where it comes from"_qs;
    data.steps = {step(u"Priority"_qs, 1250 * Dollar), step(u"Unpriced"_qs, 152'010'000'000),
                  step(u"Late"_qs, -6'380'000'000), step(u"Rounding"_qs, 0),
                  step(u"Difference"_qs, 1'395'630'000'000, true)};
    return data;
}

}  // namespace

class TestWaterfall : public QObject {
    Q_OBJECT
private slots:
    void barsBeginWhereTheOneBeforeEnded() {
        const std::vector<WaterfallBar> bars = waterfallBars(reconcile().steps);
        const std::vector<WaterfallBar> expected = {{0, 1'250'000'000'000},
                                                    {1'250'000'000'000, 1'402'010'000'000},
                                                    {1'402'010'000'000, 1'395'630'000'000},
                                                    {1'395'630'000'000, 1'395'630'000'000},
                                                    {0, 1'395'630'000'000}};
        QVERIFY(bars == expected);
        const Extent extent = waterfallExtent(bars);
        QCOMPARE(extent.low, std::int64_t{0});
        QCOMPARE(extent.high, std::int64_t{1'402'010'000'000});
    }

    void aTotalAtTheBeginningIsWhatTheOthersGoOnFrom() {
        const auto bars = waterfallBars(
            {step(u"Before"_qs, 100, true), step(u"Price"_qs, -30), step(u"Fall"_qs, -90), step(u"Now"_qs, -20, true)});
        const std::vector<WaterfallBar> expected = {{0, 100}, {100, 70}, {70, -20}, {0, -20}};
        QVERIFY(bars == expected);
        QCOMPARE(waterfallExtent(bars).low, std::int64_t{-20});
    }

    void whatDoesNotFitEndsAtTheLargestAmount() {
        constexpr std::int64_t Most = std::numeric_limits<std::int64_t>::max();
        QCOMPARE(waterfallBars({step(u"A"_qs, Most), step(u"B"_qs, 5)})[1].to, Most);
        QCOMPARE(waterfallBars({step(u"A"_qs, -Most), step(u"B"_qs, -5)})[1].to,
                 std::numeric_limits<std::int64_t>::min());
    }

    void barsAreAsHighAsTheirAmounts() {
        Waterfall chart;
        chart.setData(reconcile());
        chart.resize(640, 210);
        chart.show();
        QVERIFY(QTest::qWaitForWindowExposed(&chart));
        QCOMPARE(chart.markCount(), 5);
        const double all = chart.markRect(4).height();
        QVERIFY(std::abs(chart.markRect(0).height() - all * 1250 / 1395.63) < 1.5);
        QCOMPARE(chart.markRect(0).bottom(), chart.markRect(4).bottom());
        QCOMPARE(chart.markRect(1).bottom(), chart.markRect(0).top());
        QVERIFY(chart.markRect(3).height() >= 1);  // also nothing has its place
        const QImage image = chart.grab().toImage().convertToFormat(QImage::Format_RGB32);
        const auto colourOf = [&](int mark) { return image.pixelColor(chart.markRect(mark).center().toPoint()); };
        const Palette& colours = palette(Theme::Light);
        QCOMPARE(colourOf(0), colours.family[2]);
        QCOMPARE(colourOf(2), colours.family[5]);
        QCOMPARE(colourOf(4), colours.text2);
    }

    void everyStepIsSpoken() {
        Waterfall chart;
        chart.setData(reconcile());
        chart.resize(640, 210);
        QCOMPARE(chart.accessibleName(), u"Where it comes from"_qs);
        QCOMPARE(chart.markText(0), u"Priority: +$1,250.00. priority"_qs);
        QCOMPARE(chart.markText(2), u"Late: −$6.38. up to here $1,395.63. late"_qs);
        QCOMPARE(chart.markText(4), u"Difference: $1,395.63. difference"_qs);
        QCOMPARE(chart.markValue(2), u"-6.38"_qs);
    }

    void keysWalkAndEnterActivates() {
        Waterfall chart;
        chart.setData(reconcile());
        chart.resize(640, 210);
        chart.show();
        QVERIFY(QTest::qWaitForWindowExposed(&chart));
        QSignalSpy activated(&chart, &Waterfall::stepActivated);
        QTest::keyClick(&chart, Qt::Key_Home);
        QTest::keyClick(&chart, Qt::Key_Right);
        QCOMPARE(chart.currentMark(), 1);
        QTest::keyClick(&chart, Qt::Key_Return);
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated.front().front().toInt(), 1);
        QTest::mouseClick(&chart, Qt::LeftButton, {}, chart.markRect(3).center().toPoint());
        QCOMPARE(activated.back().front().toInt(), 3);
    }

    void nothingIsASentence() {
        Waterfall chart;
        chart.resize(640, 210);
        chart.setData({u"Empty"_qs, {}, {step(u"A"_qs, 0)}, u"The same to the cent"_qs});
        const QImage one = chart.grab().toImage();
        chart.setData({u"Empty"_qs, {}, {step(u"A"_qs, 0)}, {}});
        QVERIFY(chart.grab().toImage() != one);
        QVERIFY(!chart.renderToSvg({600, 260}).isEmpty());
    }
};

QTEST_MAIN(TestWaterfall)
#include "tst_waterfall.moc"
