// The charts as widgets: what they paint, say and emit.
#include "charts/cacheefficiencychart.h"
#include "charts/costtrendchart.h"
#include "charts/modeldonut.h"

#include <QAccessible>
#include <QApplication>
#include <QContextMenuEvent>
#include <QPainter>
#include <QSignalSpy>
#include <QSvgRenderer>
#include <QTest>
#include <QXmlStreamReader>

#include <set>

using namespace tokenledger;

namespace {

const UtcDay Last = UtcDay::fromDate(2026, 11, 19);
constexpr std::int64_t Dollar = 1'000'000'000;
constexpr int Days = 12;
constexpr int MissingDay = 4;
constexpr int FirstProvisional = 8;

void fillFrame(ChartFrame& frame) {
    frame.title = u"Cost by model"_qs;
    frame.range = {Last - (Days - 1), Last};
    for (const PeriodStart start : periodsIn(frame.range, Interval::Day)) {
        ChartPeriod period{start, {1, 0, 0, 0}, {}};
        const auto index = static_cast<int>(frame.periods.size());
        if (index == MissingDay) period.days = {0, 0, 1, 0};
        if (index >= FirstProvisional) period.days = {0, 1, 0, 0};
        if (index == Days - 1) period.days.unfinishedDays = 1;
        frame.periods.push_back(period);
    }
    frame.gaps = {{{frame.range.first + MissingDay, frame.range.first + MissingDay}, false}};
}

CostTrendData trend() {
    CostTrendData data;
    fillFrame(data);
    data.layers = {{u"claude-sonnet-5-5"_qs, u"Sonnet 5.5"_qs, 1, std::vector<std::int64_t>(Days, 60 * Dollar)},
                   {u"claude-opus-5-5"_qs, u"Opus 5.5"_qs, 0, std::vector<std::int64_t>(Days, 100 * Dollar)},
                   {QString(), u"Search"_qs, -1, std::vector<std::int64_t>(Days, 5 * Dollar + 10'000'000)}};
    data.totalLine = false;
    return data;
}

CacheEfficiencyData cache() {
    CacheEfficiencyData data;
    fillFrame(data);
    data.title = u"Cache efficiency"_qs;
    data.values.assign(Days, {1'600'000, 200'000, 2'000'000});
    return data;
}

ModelDonutData donut() {
    return {u"Model distribution"_qs,
            {},
            {{u"claude-opus-5-5"_qs, u"Opus 5.5"_qs, 0, Money::fromNano(600 * Dollar)},
             {QString(), u"Search"_qs, -1, Money::fromNano(100 * Dollar)},
             {u"claude-sonnet-5-5"_qs, u"Sonnet 5.5"_qs, 1, Money::fromNano(300 * Dollar)}},
            u"30 days"_qs,
            {}};
}

std::set<QRgb> coloursIn(const QImage& image, const QRect& rect) {
    std::set<QRgb> found;
    for (int y = rect.top(); y <= rect.bottom(); ++y)
        for (int x = rect.left(); x <= rect.right(); ++x) found.insert(image.pixel(x, y) | 0xff000000U);
    return found;
}

QImage picture(QWidget& widget) { return widget.grab().toImage().convertToFormat(QImage::Format_RGB32); }

void show(ChartWidget& chart, QSize size) {
    chart.resize(size);
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));
    chart.clearFocus();
}

}  // namespace

class TestChartWidgets : public QObject {
    Q_OBJECT
private slots:
    void finalBarsAreFlatColours_data() {
        QTest::addColumn<Theme>("theme");
        QTest::newRow("light") << Theme::Light;
        QTest::newRow("dark") << Theme::Dark;
    }
    void finalBarsAreFlatColours() {
        QFETCH(Theme, theme);
        const Palette& colours = palette(theme);
        CostTrendChart chart;
        chart.setTheme(theme);
        chart.setData(trend());
        show(chart, {700, 250});
        const QImage image = picture(chart);
        const std::set<QRgb> flat = {colours.models[0].rgb(), colours.models[1].rgb(), colours.otherFill.rgb(),
                                     colours.otherOutline.rgb(), colours.card.rgb()};
        for (int day = 0; day < Days; ++day) {
            const auto found = coloursIn(image, chart.markRect(day).toRect());
            if (day == MissingDay) {
                // no bar: neither model's colour anywhere over the full height, and the stripes are there
                QVERIFY(!found.contains(colours.models[0].rgb()) && !found.contains(colours.models[1].rgb()));
                QVERIFY(found.size() > 2);
            } else if (day < FirstProvisional) {
                QVERIFY2(found == flat, qPrintable(QString::number(found.size())));
            } else {
                QVERIFY2(found.size() > flat.size() + 3, "stripes and a dashed outline add colours");
                QVERIFY(found.contains(colours.text3.rgb()));
            }
        }
    }

    void barsAreAsHighAsTheirValues() {
        CostTrendData data = trend();
        data.layers[0].values[1] = 140 * Dollar;  // 245.01 in all, and 165.01 on other days
        CostTrendChart chart;
        chart.setData(data);
        show(chart, {700, 250});
        const double ratio = chart.markRect(1).height() / chart.markRect(0).height();
        QVERIFY(std::abs(ratio - 245.01 / 165.01) < 0.01);
        QCOMPARE(chart.markRect(0).bottom(), chart.markRect(1).bottom());
    }

    void lineAndMeanAreDrawn() {
        CostTrendData data = trend();
        CostTrendChart chart;
        chart.setData(data);
        show(chart, {700, 250});
        const QImage before = picture(chart);
        QCOMPARE(chart.keyEntries().size(), std::size_t{2});  // gap, provisional
        data.totalLine = true;
        data.mean = 180 * Dollar;
        data.meanName = u"mean of September"_qs;
        chart.setData(data);
        QVERIFY(picture(chart) != before);
        QCOMPARE(chart.keyEntries().size(), std::size_t{4});
        QCOMPARE(chart.keyEntries()[1].text, u"mean of September"_qs);
        // the mean crosses the missing day; the total line does not
        const QRect gap = chart.markRect(MissingDay).toRect();
        QVERIFY(picture(chart).copy(gap) != before.copy(gap));
        data.mean.reset();
        chart.setData(data);
        QCOMPARE(picture(chart).copy(gap), before.copy(gap));
    }

    void narrowChartsShowLongerPeriods() {
        CostTrendData data;
        data.range = {Last - 364, Last};
        for (const PeriodStart start : periodsIn(data.range, Interval::Day))
            data.periods.push_back({start, {1, 0, 0, 0}, {}});
        data.layers = {{u"claude-opus-5-5"_qs, u"Opus 5.5"_qs, 0, std::vector<std::int64_t>(365, Dollar)}};
        CostTrendChart chart;
        chart.setData(data);
        show(chart, {700, 250});
        QCOMPARE(chart.shownInterval(), Interval::Week);
        QCOMPARE(chart.markCount(), 53);
        QVERIFY(chart.markText(20).contains(u"$7.00"_qs));
        QSignalSpy relaid(&chart, &ChartWidget::layoutChanged);
        chart.resize(1800, 250);
        QTRY_COMPARE(chart.shownInterval(), Interval::Day);
        QCOMPARE(chart.markCount(), 365);
        QVERIFY(!relaid.isEmpty());
    }

    void keyboardWalkSpeaksValues() {
        CostTrendChart chart;
        chart.setData(trend());
        show(chart, {700, 250});
        QCOMPARE(chart.accessibleName(), u"Cost by model"_qs);
        QSignalSpy moved(&chart, &ChartWidget::currentMarkChanged);
        QTest::keyClick(&chart, Qt::Key_End);
        QCOMPARE(chart.currentMark(), Days - 1);
        QCOMPARE(chart.accessibleDescription(),
                 u"Thu 19 Nov 2026: $165.01. Search $5.01, Sonnet 5.5 $60.00, Opus 5.5 $100.00. "
                 u"provisional: fetched before it was over"_qs);
        QTest::keyClick(&chart, Qt::Key_Right);  // stays at the end
        QCOMPARE(moved.size(), 1);
        QTest::keyClick(&chart, Qt::Key_Left);
        QVERIFY(chart.accessibleDescription().startsWith(u"Wed 18 Nov 2026: $165.01"_qs));
        QVERIFY(chart.accessibleDescription().endsWith(u"provisional: may still change"_qs));
        chart.setCurrentMark(MissingDay);
        QCOMPARE(chart.accessibleDescription(), u"Thu 12 Nov 2026. not fetched yet: no data, not zero"_qs);
        QTest::keyClick(&chart, Qt::Key_Home);
        QVERIFY(chart.accessibleDescription().endsWith(u"final"_qs));

        QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(&chart);
        QVERIFY(spoken);
        QCOMPARE(spoken->role(), QAccessible::Chart);
        QCOMPARE(spoken->text(QAccessible::Value), chart.accessibleDescription());

        QSignalSpy activated(&chart, &CostTrendChart::slotActivated);
        QTest::keyClick(&chart, Qt::Key_Return);
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated[0][0].value<PeriodStart>(), (Last - (Days - 1)).startSeconds());
    }

    void clicksActivate() {
        CostTrendChart chart;
        chart.setData(trend());
        show(chart, {700, 250});
        QSignalSpy activated(&chart, &CostTrendChart::slotActivated);
        QSignalSpy layer(&chart, &CostTrendChart::layerActivated);
        QTest::mouseClick(&chart, Qt::LeftButton, {}, chart.markRect(2).center().toPoint());
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated[0][0].value<PeriodStart>(), (Last - (Days - 3)).startSeconds());
        // the labels at the right stand beside their segments: the lowest one is Opus
        const QRectF last = chart.markRect(Days - 2);
        QTest::mouseClick(&chart, Qt::LeftButton, {},
                          QPoint(chart.width() - 20, static_cast<int>(last.bottom() - last.height() * 0.3)));
        QCOMPARE(layer.size(), 1);
        QCOMPARE(layer[0][0].toString(), u"claude-opus-5-5"_qs);
    }

    void labelsStandInTheStacksOrder() {
        CostTrendData data = trend();
        data.layers[2] = {u"claude-haiku-5-5"_qs, u"Haiku 5.5"_qs, 2, std::vector<std::int64_t>(Days, 40 * Dollar)};
        // Sonnet, in the middle of the stack, is not used any more.
        for (int day = 3; day < Days; ++day) data.layers[0].values[static_cast<std::size_t>(day)] = 0;
        CostTrendChart chart;
        chart.setData(data);
        show(chart, {700, 250});
        QSignalSpy layer(&chart, &CostTrendChart::layerActivated);
        for (int y = chart.height() - 1; y >= 0; y -= 4)
            QTest::mouseClick(&chart, Qt::LeftButton, {}, QPoint(chart.width() - 20, y));
        QStringList upwards;
        for (const QList<QVariant>& click : layer) {
            const QString id = click[0].toString();
            if (upwards.isEmpty() || upwards.last() != id) upwards.append(id);
        }
        QCOMPARE(upwards, (QStringList{u"claude-opus-5-5"_qs, u"claude-sonnet-5-5"_qs, u"claude-haiku-5-5"_qs}));
    }

    void selectionFadesTheOthers() {
        CostTrendChart chart;
        chart.setData(trend());
        show(chart, {700, 250});
        const QRgb blue = palette(Theme::Light).models[0].rgb();
        chart.setSelected((Last - (Days - 3)).startSeconds());
        const QImage image = picture(chart);
        QVERIFY(coloursIn(image, chart.markRect(2).toRect()).contains(blue));
        QVERIFY(!coloursIn(image, chart.markRect(1).toRect()).contains(blue));
    }

    void dimmingFadesEverything() {
        CostTrendChart chart;
        chart.setData(trend());
        show(chart, {700, 250});
        const QRgb blue = palette(Theme::Light).models[0].rgb();
        QVERIFY(coloursIn(picture(chart), chart.rect()).contains(blue));
        chart.setDimmed(true);
        QVERIFY(!coloursIn(picture(chart), chart.rect()).contains(blue));
        chart.setDimmed(false);
        QVERIFY(coloursIn(picture(chart), chart.rect()).contains(blue));
    }

    void donutListsAndSpeaks() {
        ModelDonut chart;
        chart.setData(donut());
        show(chart, {400, 246});
        const Palette& colours = palette(Theme::Light);
        const auto found = coloursIn(picture(chart), chart.rect());
        QVERIFY(found.contains(colours.models[0].rgb()) && found.contains(colours.models[1].rgb()) &&
                found.contains(colours.otherFill.rgb()));
        QCOMPARE(chart.markCount(), 3);
        QTest::keyClick(&chart, Qt::Key_Home);
        QCOMPARE(chart.accessibleDescription(), u"Opus 5.5: $600.00. 60.0\u00a0% of $1,000.00"_qs);
        QTest::keyClick(&chart, Qt::Key_Down);
        QTest::keyClick(&chart, Qt::Key_Down);
        QVERIFY(chart.accessibleDescription().startsWith(u"Search: $100.00"_qs));  // no model: last
        QSignalSpy activated(&chart, &ModelDonut::layerActivated);
        QTest::mouseClick(&chart, Qt::LeftButton, {}, chart.markRect(1).center().toPoint());
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated[0][0].toString(), u"claude-sonnet-5-5"_qs);
        // on the ring, at its right edge: the first slice
        QTest::mouseClick(&chart, Qt::LeftButton, {}, QPoint(124 - 10, 123));
        QCOMPARE(activated.size(), 2);
        QCOMPARE(activated[1][0].toString(), u"claude-opus-5-5"_qs);
    }

    void donutListGoesBelowInATallCard() {
        ModelDonut chart;
        chart.setData(donut());
        show(chart, {380, 246});
        QVERIFY(chart.markRect(0).left() > 124);
        chart.resize(380, 380);
        QTRY_VERIFY(chart.markRect(0).left() < 124);
        QVERIFY(chart.markRect(0).top() > 140);
    }

    void cacheChartDrawsBothPanes() {
        CacheEfficiencyChart chart;
        chart.setData(cache());
        show(chart, {560, 240});
        const Palette& colours = palette(Theme::Light);
        const QImage image = picture(chart);
        for (int day = 0; day < Days; ++day) {
            const auto found = coloursIn(image, chart.markRect(day).toRect());
            QCOMPARE(found.contains(colours.family[2].rgb()), day != MissingDay);
            QCOMPARE(found.contains(colours.family[1].rgb()), day != MissingDay);
        }
        QTest::keyClick(&chart, Qt::Key_Home);
        QCOMPARE(
            chart.accessibleDescription(),
            u"Sun 8 Nov 2026: hit ratio 80.0\u00a0%. read 1,600,000, written 200,000, total input 2,000,000. final"_qs);
        chart.setCurrentMark(MissingDay);
        QVERIFY(chart.accessibleDescription().contains(u"no data, not zero"_qs));
    }

    void emptyChartsSaySo() {
        CostTrendChart trendChart;
        ModelDonut donutChart;
        CacheEfficiencyChart cacheChart;
        trendChart.setData({});
        donutChart.setData({});
        cacheChart.setData({});
        CostTrendData zero = trend();
        for (ChartLayer& layer : zero.layers) layer.values.assign(Days, 0);
        CostTrendChart zeroChart;
        zeroChart.setData(zero);
        QCOMPARE(zeroChart.keyEntries().size(), std::size_t{0});
        for (ChartWidget* chart :
             std::initializer_list<ChartWidget*>{&trendChart, &donutChart, &cacheChart, &zeroChart}) {
            show(*chart, {400, 240});
            const QRect middle(chart->width() / 4, chart->height() / 3, chart->width() / 2, chart->height() / 3);
            QVERIFY(coloursIn(picture(*chart), middle).size() > 1);
            QTest::keyClick(chart, Qt::Key_Left);
        }
        QCOMPARE(trendChart.markCount(), 0);
        QCOMPARE(trendChart.currentMark(), -1);
    }

    void picturesForFiles() {
        CostTrendChart trendChart;
        ModelDonut donutChart;
        CacheEfficiencyChart cacheChart;
        trendChart.setData(trend());
        donutChart.setData(donut());
        cacheChart.setData(cache());
        for (const ChartWidget* chart :
             std::initializer_list<const ChartWidget*>{&trendChart, &donutChart, &cacheChart}) {
            const QImage image = chart->renderToImage({640, 320}, 2);  // never shown on screen
            QCOMPARE(image.size(), QSize(1280, 640));
            QCOMPARE(image.pixel(0, 0) | 0xff000000U, palette(Theme::Light).card.rgb());
            QVERIFY(coloursIn(image, QRect(32, 0, 300, 80)).contains(palette(Theme::Light).text1.rgb()));  // its title
            QVERIFY(coloursIn(image, QRect(32, 80, 1216, 560)).size() > 10);
        }
        const QImage image = trendChart.renderToImage({640, 320}, 2);
        QVERIFY(coloursIn(image, QRect(32, 80, 1216, 560)).contains(palette(Theme::Light).models[0].rgb()));
    }

    void drawingsKeepLinesAndText() {
        CostTrendChart trendChart;
        ModelDonut donutChart;
        CacheEfficiencyChart cacheChart;
        trendChart.setData(trend());
        donutChart.setData(donut());
        cacheChart.setData(cache());
        for (const ChartWidget* chart :
             std::initializer_list<const ChartWidget*>{&trendChart, &donutChart, &cacheChart}) {
            const QByteArray svg = chart->renderToSvg({640, 320});
            QVERIFY(!svg.contains("<image"));  // nothing was painted into pixels
            QSet<QString> words;
            QXmlStreamReader reader(svg);
            while (!reader.atEnd()) {
                reader.readNext();
                if (!reader.isStartElement()) continue;
                const QXmlStreamAttributes attributes = reader.attributes();
                if (reader.name() == u"svg") QCOMPARE(attributes.value(u"viewBox"_qs).toString(), u"0 0 640 320"_qs);
                if (attributes.hasAttribute(u"font-family"_qs))
                    QVERIFY(attributes.value(u"font-family"_qs).contains(u"sans-serif"));
                if (reader.name() == u"text") words.insert(reader.readElementText().trimmed());
            }
            QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
            QVERIFY(words.contains(chart->accessibleName()));  // its title
            QVERIFY(words.size() > 4);
        }
        QVERIFY(trendChart.renderToSvg({640, 320}).contains(palette(Theme::Light).models[0].name().toLatin1()));
    }

    void stripesStayInsideTheirBarsInDrawings() {
        // SVG as Qt writes it knows no clipping.
        CostTrendChart chart;
        chart.setData(trend());
        const QImage painted = chart.renderToImage({640, 320});
        QImage drawn(640, 320, QImage::Format_RGB32);
        QPainter painter(&drawn);
        QSvgRenderer(chart.renderToSvg({640, 320})).render(&painter, QRectF(0, 0, 640, 320));
        painter.end();
        int different = 0;
        for (int y = 60; y < 280; ++y) {
            for (int x = 80; x < 400; ++x) {
                const QColor a = painted.pixelColor(x, y);
                const QColor b = drawn.pixelColor(x, y);
                const int apart =
                    std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) + std::abs(a.blue() - b.blue());
                different += apart > 150 ? 1 : 0;
            }
        }
        QVERIFY2(different < 320 * 220 / 100, qPrintable(QString::number(different)));
    }

    void marksAnswerKeysAndMenus() {
        CostTrendChart chart;
        chart.setData(trend());
        show(chart, {700, 250});
        QSignalSpy whys(&chart, &ChartWidget::whyWanted);
        QSignalSpy menus(&chart, &ChartWidget::menuWanted);
        chart.setFocus();
        QTest::keyClick(&chart, Qt::Key_Question, Qt::ShiftModifier);
        QCOMPARE(whys.size(), 0);  // of no mark
        QTest::keyClick(&chart, Qt::Key_End);
        QTest::keyClick(&chart, Qt::Key_PageUp);
        QCOMPARE(chart.currentMark(), Days - 1 - 7);
        QTest::keyClick(&chart, Qt::Key_PageUp);
        QCOMPARE(chart.currentMark(), 0);
        QTest::keyClick(&chart, Qt::Key_PageDown);
        QCOMPARE(chart.currentMark(), 7);
        QTest::keyClick(&chart, Qt::Key_Question, Qt::ShiftModifier);
        QCOMPARE(whys.front().front().toInt(), 7);
        QContextMenuEvent wanted(QContextMenuEvent::Keyboard, {}, {});
        QApplication::sendEvent(&chart, &wanted);
        QCOMPARE(menus.back().front().toInt(), 7);
        QVERIFY(chart.rect().contains(chart.mapFromGlobal(menus.back().back().toPoint())));
        QContextMenuEvent beside(QContextMenuEvent::Mouse, {2, 2}, chart.mapToGlobal(QPoint(2, 2)));
        QApplication::sendEvent(&chart, &beside);
        QCOMPARE(menus.back().front().toInt(), -1);
        QCOMPARE(chart.markValue(0), u"165.01"_qs);
        QCOMPARE(chart.markValue(MissingDay), QString());
        QCOMPARE(chart.markTitle(0), u"Sun 8 Nov 2026"_qs);
        QCOMPARE(chart.markDays(2), std::optional(DateRange{Last - 9, Last - 9}));
        CacheEfficiencyChart ratio;
        ratio.setData(cache());
        show(ratio, {700, 250});
        QCOMPARE(ratio.markValue(0), u"0.800000"_qs);
        ModelDonut shares;
        shares.setData(donut());
        show(shares, {400, 240});
        QCOMPARE(shares.markValue(0), u"600.00"_qs);
        QCOMPARE(shares.markIds(2), QStringList{QString()});
        QVERIFY(shares.canActivate(2));
    }

    void tipsShowExactValues() {
        QWidget window;
        window.resize(900, 400);
        CostTrendChart chart(&window);
        chart.setGeometry(0, 0, 700, 250);
        chart.setData(trend());
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        const auto tip = [&window]() -> QWidget* {
            for (QWidget* child : window.findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly))
                if (child->inherits("tokenledger::TipCard") && child->isVisible()) return child;
            return nullptr;
        };
        QVERIFY(!tip());
        QTest::mouseMove(&chart, chart.markRect(3).center().toPoint());
        QTRY_VERIFY(tip());
        QVERIFY(window.rect().contains(tip()->geometry()));
        QVERIFY(!tip()->geometry().intersects(chart.markRect(3).toRect()));
        chart.hide();
        QVERIFY(!tip());
    }
};

QTEST_MAIN(TestChartWidgets)
#include "tst_chartwidgets.moc"
