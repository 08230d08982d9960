// The completeness map fits any period into any width: every day is in one square, and squares never share pixels.
#include "charts/completenessmap.h"

#include <QTest>

#include <set>

using namespace tokenledger;

class MapScaleTest : public QObject {
    Q_OBJECT
private slots:
    void fits_data();
    void fits();
    void takesTheFinestScale();
    void aWeekIsAColumn();
    void tellsStatesApart();
    void aMonthShowsItsWorstDay();
    void arrowsWalkTheCalendar();
};

namespace {

const UtcDay First = UtcDay::fromDate(2024, 2, 15);

CompletenessMapData map(int days) {
    CompletenessMapData data;
    data.range = {First, First + (days - 1)};
    data.title = QStringLiteral("Completeness");
    for (const char* name : {"Usage", "Cost"}) {
        MapRow row{QString::fromLatin1(name), QStringLiteral("1 day"), QStringLiteral("1 of 2"), {}};
        row.days.assign(static_cast<std::size_t>(days), MapDay{DayState::Final, true, First.start(), {}});
        data.rows.push_back(row);
    }
    return data;
}

}  // namespace

void MapScaleTest::fits_data() {
    QTest::addColumn<int>("days");
    QTest::addColumn<int>("width");
    for (const int days : {1, 7, 31, 92, 365, 366, 1096, 4000, 20'000}) {
        for (const int width : {300, 612, 912, 1600}) {
            QTest::addRow("%d days in %d pixels", days, width) << days << width;
        }
    }
}

void MapScaleTest::fits() {
    QFETCH(int, days);
    QFETCH(int, width);
    const DateRange range{First, First + (days - 1)};
    const MapScale scale = mapScale(range, width);
    QVERIFY(scale.columns <= width);
    QVERIFY(scale.cell >= 5);
    QVERIFY(scale.pitch > scale.cell);
    UtcDay next = range.first;
    for (int mark = 0; mark < scale.marks(); ++mark) {
        const DateRange here = scale.daysOf(mark);
        QCOMPARE(here.first, next);
        QVERIFY(here.last >= here.first);
        next = here.last + 1;
        const QRectF square = scale.square(mark);
        QVERIFY(square.right() <= width);
        QVERIFY(square.bottom() <= scale.bandHeight());
        QCOMPARE(scale.markAt(square.center()), mark);
        QCOMPARE(scale.markOf(here.first), mark);
        QCOMPARE(scale.markOf(here.last), mark);
    }
    QCOMPARE(next, range.last + 1);
    QCOMPARE(scale.markOf(range.last + 1), -1);
    QCOMPARE(scale.markAt({-1, 2}), -1);
}

void MapScaleTest::takesTheFinestScale() {
    const auto kind = [](int days) { return mapScale({First, First + (days - 1)}, 912).kind; };
    QCOMPARE(kind(31), MapScale::Kind::Days);
    QCOMPARE(kind(92), MapScale::Kind::Days);
    QCOMPARE(kind(365), MapScale::Kind::Weeks);
    QCOMPARE(kind(1000), MapScale::Kind::Weeks);
    QCOMPARE(kind(3650), MapScale::Kind::Months);
}

void MapScaleTest::aWeekIsAColumn() {
    const MapScale scale = mapScale({First, First + 364}, 912);  // begins on a Thursday
    QCOMPARE(scale.square(0).topLeft(), QPointF(0, 3 * scale.pitch));
    QCOMPARE(scale.square(4).topLeft(), QPointF(scale.pitch, 0));
    QCOMPARE(scale.markAt({1, 1}), -1);  // the Monday before the period
}

void MapScaleTest::tellsStatesApart() {
    CompletenessMapData data = map(5);
    const DayState states[] = {DayState::Final, DayState::Provisional, DayState::Missing, DayState::Failed};
    for (std::size_t i = 0; i < 4; ++i) data.rows[1].days[i] = {states[i], true, {}, {}};
    data.rows[1].days[4] = {DayState::Missing, false, {}, {}};
    data.rows[1].days[3].error = QStringLiteral("The server was asleep.");
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
        CompletenessMap chart;
        chart.setTheme(theme);
        chart.resize(1000, 120);
        chart.setData(data);
        const DayMark expected[] = {DayMark::Final, DayMark::Provisional, DayMark::Missing, DayMark::Failed,
                                    DayMark::NotAsked};
        const QImage picture = chart.grab().toImage().convertToFormat(QImage::Format_RGB32);
        std::set<QByteArray> shapes;
        for (int i = 0; i < 5; ++i) {
            const int mark = chart.markOf(1, First + i);
            QCOMPARE(chart.shownAs(mark), expected[i]);
            // In grey, for whoever sees no colours.
            const QImage grey = picture.copy(chart.markRect(mark).toRect()).convertToFormat(QImage::Format_Grayscale8);
            shapes.insert(QByteArray(reinterpret_cast<const char*>(grey.constBits()), grey.sizeInBytes()));
        }
        QCOMPARE(shapes.size(), 5U);
        const QString spoken = chart.markText(chart.markOf(1, First + 3));
        QCOMPARE(spoken, QStringLiteral("Sun 18 Feb 2024: failed. Cost 1 day. The server was asleep."));
        QCOMPARE(chart.keyEntries().size(), 5U);
    }
}

void MapScaleTest::aMonthShowsItsWorstDay() {
    CompletenessMapData data = map(4000);
    data.rows[0].days[100].state = DayState::Provisional;
    data.rows[1].days[100].state = DayState::Missing;
    data.rows[1].days[101].state = DayState::Failed;
    CompletenessMap chart;
    chart.resize(1000, 120);
    chart.setData(data);
    QCOMPARE(chart.shownAs(chart.markOf(0, First + 100)), DayMark::Provisional);
    QCOMPARE(chart.shownAs(chart.markOf(1, First + 100)), DayMark::Failed);
    QCOMPARE(chart.shownAs(chart.markOf(1, First + 1000)), DayMark::Final);
    QVERIFY(chart.markText(chart.markOf(1, First + 100)).contains(QStringLiteral("failed 1 day")));
}

void MapScaleTest::arrowsWalkTheCalendar() {
    CompletenessMap chart;
    chart.resize(1000, 300);
    chart.setData(map(365));
    chart.setCurrentMark(chart.markOf(0, First + 20));
    const auto day = [&chart] { return chart.placeOf(chart.currentMark()).days.first; };
    QTest::keyClick(&chart, Qt::Key_Right);
    QCOMPARE(day(), First + 27);
    QTest::keyClick(&chart, Qt::Key_Up);
    QCOMPARE(day(), First + 26);
    QTest::keyClick(&chart, Qt::Key_PageDown);
    QCOMPARE(chart.placeOf(chart.currentMark()).row, 1U);
    QCOMPARE(day(), First + 26);
    chart.setData(map(30));
    QTest::keyClick(&chart, Qt::Key_Home);
    QCOMPARE(day(), First);
    QTest::keyClick(&chart, Qt::Key_Down);
    QCOMPARE(chart.placeOf(chart.currentMark()).row, 1U);
}

QTEST_MAIN(MapScaleTest)
#include "tst_mapscale.moc"
