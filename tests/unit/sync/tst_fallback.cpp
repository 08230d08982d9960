// What is asked instead when the server refuses a report for its size, and what is not.
#include "app/sync/fallback.h"

#include <QTest>

using namespace tokenledger;
using Kind = PlannedRequest::Kind;

namespace {

const UtcDay First = UtcDay::fromDate(2026, 11, 1);

PlannedRequest usage(int days) { return PlannedRequest::report(Kind::Usage, {First, First + (days - 1)}); }

Error refusal(int status, const char* words) {
    Error error;
    error.httpStatus = status;
    error.detail = QStringLiteral("HTTP %1; invalid_request_error; %2").arg(status).arg(QLatin1String(words));
    return error;
}

const Error TooManyDimensions = refusal(400, "Cannot specify more than 5 group_by[] dimensions.");

}  // namespace

class TestFallback : public QObject {
    Q_OBJECT
private slots:
    void dropsOneDimensionAfterTheOther();
    void halvesTheDays();
    void leavesOtherRefusalsAlone_data();
    void leavesOtherRefusalsAlone();
};

void TestFallback::dropsOneDimensionAfterTheOther() {
    const PlannedRequest asked = usage(31);
    const auto first = fallbackFor(asked, TooManyDimensions);
    QVERIFY(first && first->instead.size() == 1);
    QCOMPARE(first->instead[0].days, asked.days);
    QCOMPARE(first->instead[0].grouping,
             (DimensionSet{Dimension::Workspace, Dimension::ApiKey, Dimension::Model, Dimension::ServiceTier}));
    QVERIFY2(first->notice.contains(QStringLiteral("without context_window")), qPrintable(first->notice));
    const auto second = fallbackFor(first->instead[0], TooManyDimensions);
    QVERIFY(second.has_value());
    QCOMPARE(second->instead[0].grouping, (DimensionSet{Dimension::Workspace, Dimension::ApiKey, Dimension::Model}));
    QVERIFY(!fallbackFor(second->instead[0], TooManyDimensions));
    QVERIFY(!fallbackFor(PlannedRequest::report(Kind::Cost, *asked.days), TooManyDimensions));
}

void TestFallback::halvesTheDays() {
    for (const Error& error : {refusal(413, ""), refusal(400, "The requested date range is too large"),
                               refusal(400, "Response size exceeds the limit")}) {
        const auto halves = fallbackFor(usage(31), error);
        QVERIFY(halves && halves->instead.size() == 2);
        QCOMPARE(*halves->instead[0].days, (DateRange{First + 15, First + 30}));  // the newer half first
        QCOMPARE(*halves->instead[1].days, (DateRange{First, First + 14}));
        QCOMPARE(halves->instead[0].grouping, UsageGrouping);
        QVERIFY(fallbackFor(PlannedRequest::report(Kind::Cost, {First, First + 1}), error).has_value());
        QVERIFY(!fallbackFor(usage(1), error));  // nothing shorter than a day
    }
}

void TestFallback::leavesOtherRefusalsAlone_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("end before start") << 400
                                      << QByteArray("Invalid date range: ending date must be after starting date");
    QTest::newRow("parameter") << 400 << QByteArray("bucket_width: Input should be '1d'");
    QTest::newRow("forbidden") << 403 << QByteArray("group_by[] and range");
    QTest::newRow("server") << 500 << QByteArray("the range is too large");
}

void TestFallback::leavesOtherRefusalsAlone() {
    QFETCH(int, status);
    QFETCH(QByteArray, words);
    QVERIFY(!fallbackFor(usage(31), refusal(status, words.constData())));
    QVERIFY(!fallbackFor(PlannedRequest::list(ObjectKind::User), refusal(413, "")));
    QVERIFY(!fallbackFor(PlannedRequest::report(Kind::ClaudeCode, {First, First}), refusal(413, "")));
}

QTEST_GUILESS_MAIN(TestFallback)
#include "tst_fallback.moc"
