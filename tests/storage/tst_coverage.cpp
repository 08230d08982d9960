// What the cache says about its days: final, provisional, failed or missing, whatever the answers were like.
#include "cachefixture.h"

using namespace tokenledger;
using namespace tokenledger::test;

class CoverageTest : public QObject {
    Q_OBJECT
private slots:
    void daysBecomeFinalAfterThreeDays();
    void aMalformedBucketFailsItsDayOnly();
    void aFailureKeepsWhatIsThere();
    void aBucketThatComesTwiceFailsItsDay();
    void aBucketOfTwoPagesIsWithdrawn();
    void aDayWithoutOneOfItsHoursIsNotWhole();
    void aDayNobodyAskedForIsNotStored();
    void aDayNobodyAskedForInALaterPage();
    void absentDaysFailOnlyWhenOld();
    void pagesOfOneRequestBelongTogether();
    void recordedFailuresSpareWhatCameBefore();
    void aDaySplitBetweenPagesIsThereAtItsEnd();
};

namespace {

const QString Opus = QStringLiteral("claude-opus-5-5");
const QString Haiku = QStringLiteral("claude-haiku-5");
const QString Team = QStringLiteral("wrkspc_1");
const QString Key = QStringLiteral("apikey_1");

FactQuery total(const DateRange& range, std::vector<Dimension> by = {}, Interval interval = Interval::Total) {
    return {range, interval, std::move(by), {}};
}

DayCoverage stateOf(CacheWriter& writer, Dataset dataset, const char* iso) {
    return valueOf(writer.coverage(dataset, {day(iso), day(iso)})).days.front();
}

}  // namespace

void CoverageTest::daysBecomeFinalAfterThreeDays() {
    const CacheFile file;
    const auto writer = file.writer();
    const DateRange asked = days("2026-11-16", "2026-11-17");
    UsagePageBuilder builder;
    builder.bucket(asked.first, {}).bucket(asked.last, {});
    valueOf(writer->storeUsage(builder.page(), asked, true, answered(at("2026-11-20T00:00:00Z"))));
    QCOMPARE(stateOf(*writer, Dataset::Usage, "2026-11-15").state, DayState::Missing);
    QVERIFY(!stateOf(*writer, Dataset::Usage, "2026-11-15").fetchedAt.isValid());
    QCOMPARE(stateOf(*writer, Dataset::Usage, "2026-11-16").state, DayState::Final);
    QCOMPARE(stateOf(*writer, Dataset::Usage, "2026-11-17").state, DayState::Provisional);
    QCOMPARE(stateOf(*writer, Dataset::Usage, "2026-11-17").fetchedAt, at("2026-11-20T00:00:00Z"));
    QCOMPARE(stateOf(*writer, Dataset::Cost, "2026-11-17").state, DayState::Missing);
}

void CoverageTest::aMalformedBucketFailsItsDayOnly() {
    const CacheFile file;
    const auto writer = file.writer();
    const DateRange asked = days("2026-11-01", "2026-11-03");
    CostPageBuilder builder;
    builder.bucket(asked.first, {{Team, QStringLiteral("a"), {}, Opus, 5}});
    builder.malformed(day("2026-11-02"), QStringLiteral("The amount \"12,5\" is not a plain decimal number."));
    builder.bucket(asked.last, {{Team, QStringLiteral("a"), {}, Opus, 7}});
    const StoreResult stored =
        valueOf(writer->storeCost(builder.page(), asked, true, answered(at("2026-11-20T00:00:00Z"))));
    QCOMPARE(stored.rows, 2);
    QCOMPARE(stored.failedDays.size(), 1U);
    QCOMPARE(stored.failedDays[0].first, day("2026-11-02"));
    QVERIFY(stored.failedDays[0].second.contains(QStringLiteral("12,5")));
    const DayCoverage failed = stateOf(*writer, Dataset::Cost, "2026-11-02");
    QCOMPARE(failed.state, DayState::Failed);
    QVERIFY(failed.error.contains(QStringLiteral("12,5")));
    QCOMPARE(stateOf(*writer, Dataset::Cost, "2026-11-03").state, DayState::Final);
    QCOMPARE(costText(*file.reader(), total(asked)), QStringList{QStringLiteral("total | 0.000000012")});
}

void CoverageTest::aFailureKeepsWhatIsThere() {
    const CacheFile file;
    const auto writer = file.writer();
    const DateRange asked = days("2026-11-01", "2026-11-01");
    CostPageBuilder good;
    good.bucket(asked.first, {{Team, QStringLiteral("a"), {}, Opus, 5}});
    valueOf(writer->storeCost(good.page(), asked, true, answered(at("2026-11-20T00:00:00Z"))));
    CostPageBuilder bad;
    bad.malformed(asked.first, QStringLiteral("no amount"));
    valueOf(writer->storeCost(bad.page(), asked, true, answered(at("2026-11-21T00:00:00Z"))));
    const Error refused{ErrorKind::Network, QStringLiteral("No connection."), {}};
    valueOf(writer->recordFailure(Dataset::Cost, asked, refused, answered(at("2026-11-22T00:00:00Z"))));

    const DayCoverage kept = stateOf(*writer, Dataset::Cost, "2026-11-01");
    QCOMPARE(kept.state, DayState::Final);
    QCOMPARE(kept.fetchedAt, at("2026-11-20T00:00:00Z"));
    QCOMPARE(kept.error, QStringLiteral("No connection."));
    const auto reader = file.reader();
    QCOMPARE(costText(*reader, total(asked)), QStringList{QStringLiteral("total | 0.000000005")});
    QCOMPARE(valueOf(reader->asOf()), at("2026-11-20T00:00:00Z"));

    valueOf(writer->storeCost(good.page(), asked, true, answered(at("2026-11-23T00:00:00Z"))));
    QVERIFY(stateOf(*writer, Dataset::Cost, "2026-11-01").error.isEmpty());
}

void CoverageTest::aBucketThatComesTwiceFailsItsDay() {
    const CacheFile file;
    const auto writer = file.writer();
    const DateRange asked = days("2026-11-01", "2026-11-03");
    CostPageBuilder builder;
    builder.bucket(day("2026-11-01"), {{Team, QStringLiteral("a"), {}, Opus, 1}});
    builder.bucket(day("2026-11-02"), {{Team, QStringLiteral("a"), {}, Opus, 2}});
    builder.bucket(day("2026-11-02"), {{Team, QStringLiteral("a"), {}, Opus, 4}});
    const StoreResult stored =
        valueOf(writer->storeCost(builder.page(), asked, false, answered(at("2026-11-20T00:00:00Z"))));
    QCOMPARE(stored.failedDays.size(), 1U);
    QCOMPARE(stateOf(*writer, Dataset::Cost, "2026-11-02").state, DayState::Failed);
    QCOMPARE(costText(*file.reader(), total(asked)), QStringList{QStringLiteral("total | 0.000000001")});

    // The next page repeats that day: it stays failed.
    CostPageBuilder next;
    next.bucket(day("2026-11-02"), {{Team, QStringLiteral("a"), {}, Opus, 8}});
    next.bucket(day("2026-11-03"), {{Team, QStringLiteral("a"), {}, Opus, 16}});
    const StoreResult second =
        valueOf(writer->storeCost(next.page(), asked, true, answered(at("2026-11-20T00:01:00Z"))));
    QCOMPARE(second.failedDays.size(), 1U);
    QCOMPARE(costText(*file.reader(), total(asked)), QStringList{QStringLiteral("total | 0.000000017")});

    UsagePageBuilder shifted;
    shifted.bucket(day("2026-11-01").startSeconds() + 3600, {{Team, Key, Opus, {}, {}, tokens(1)}});
    QCOMPARE(valueOf(writer->storeUsage(shifted.page(), asked, false, answered(at("2026-11-20T00:02:00Z"))))
                 .failedDays.size(),
             1U);
    QCOMPARE(stateOf(*writer, Dataset::Usage, "2026-11-01").state, DayState::Failed);
    QVERIFY(valueOf(file.reader()->verify()).empty());
}

// The first of the two may have been another day's figures under a wrong time. With pages of one day, too.
void CoverageTest::aBucketOfTwoPagesIsWithdrawn() {
    const CacheFile file;
    const auto writer = file.writer();
    const DateRange asked = days("2026-11-01", "2026-11-02");
    const auto store = [&](const char* which, std::int64_t nano, bool isLast) {
        CostPageBuilder builder;
        builder.bucket(day(which), {{Team, QStringLiteral("a"), {}, Opus, nano}});
        return valueOf(writer->storeCost(builder.page(), asked, isLast, answered(at("2026-11-20T00:00:00Z"))));
    };
    store("2026-11-01", 1, false);
    QCOMPARE(store("2026-11-01", 2, false).failedDays.size(), 1U);
    store("2026-11-02", 4, true);
    const DayCoverage withdrawn = stateOf(*writer, Dataset::Cost, "2026-11-01");
    QCOMPARE(withdrawn.state, DayState::Failed);
    QVERIFY2(withdrawn.error.contains(QStringLiteral("twice")), qPrintable(withdrawn.error));
    QCOMPARE(costText(*file.reader(), total(asked)), QStringList{QStringLiteral("total | 0.000000004")});
    QVERIFY(valueOf(file.reader()->verify()).empty());

    // A request that starts over brings its first pages again, and that is no doubt.
    store("2026-11-01", 8, false);
    writer->beginPages(Dataset::Cost);
    QVERIFY(store("2026-11-01", 16, false).failedDays.empty());
    store("2026-11-02", 32, true);
    QCOMPARE(costText(*file.reader(), total(asked)), QStringList{QStringLiteral("total | 0.000000048")});

    // Of hours, the hour goes and the others stay.
    const auto storeHours = [&](std::int64_t from, std::int64_t to) {
        UsagePageBuilder builder(AllUsageDimensions, BucketWidth::Hour);
        for (std::int64_t hour = from; hour <= to; ++hour) {
            builder.bucket(asked.first.startSeconds() + hour * 3600, {{Team, Key, Opus, {}, {}, tokens(hour + 1)}});
        }
        valueOf(writer->storeUsage(builder.page(), {asked.first, asked.first}, to == 23,
                                   answered(at("2026-11-20T00:00:00Z"))));
    };
    storeHours(0, 11);
    storeHours(11, 23);
    QCOMPARE(stateOf(*writer, Dataset::UsageHourly, "2026-11-01").state, DayState::Failed);
    FactQuery hours = total({asked.first, asked.first});
    hours.interval = Interval::Hour;
    QCOMPARE(valueOf(file.reader()->usage(hours)).size(), 23U);
}

void CoverageTest::aDayWithoutOneOfItsHoursIsNotWhole() {
    const CacheFile file;
    const auto writer = file.writer();
    const UtcDay asked = day("2026-11-01");
    const auto store = [&](std::int64_t leftOut, std::int64_t last, const char* when) {
        UsagePageBuilder builder(AllUsageDimensions, BucketWidth::Hour);
        for (std::int64_t hour = 0; hour <= last; ++hour) {
            if (hour == leftOut) continue;
            builder.bucket(asked.startSeconds() + hour * 3600, {{Team, Key, Opus, {}, {}, tokens(1)}});
        }
        return valueOf(writer->storeUsage(builder.page(), {asked, asked}, true, answered(at(when)))).failedDays.size();
    };
    const auto state = [&] { return stateOf(*writer, Dataset::UsageHourly, "2026-11-01").state; };
    // While the day may still change, what is not ready is no error; but the day is not there as a whole.
    QCOMPARE(store(7, 12, "2026-11-01T13:42:00Z"), 0U);
    QCOMPARE(state(), DayState::Failed);
    QCOMPARE(store(-1, 13, "2026-11-01T13:43:00Z"), 0U);  // the hour that is not over may come or not
    QCOMPARE(state(), DayState::Provisional);
    QCOMPARE(store(-1, 12, "2026-11-01T13:44:00Z"), 0U);
    QCOMPARE(state(), DayState::Provisional);

    const CacheFile other;
    const auto otherWriter = other.writer();
    UsagePageBuilder builder(AllUsageDimensions, BucketWidth::Hour);
    for (std::int64_t hour = 0; hour < 23; ++hour) builder.bucket(asked.startSeconds() + hour * 3600, {});
    const auto stored =
        valueOf(otherWriter->storeUsage(builder.page(), {asked, asked}, true, answered(at("2026-11-20T00:00:00Z"))));
    QCOMPARE(stored.failedDays.size(), 1U);
    QCOMPARE(stateOf(*otherWriter, Dataset::UsageHourly, "2026-11-01").state, DayState::Failed);
}

void CoverageTest::aDayNobodyAskedForIsNotStored() {
    const CacheFile file;
    const auto writer = file.writer();
    CostPageBuilder builder;
    builder.bucket(day("2026-11-01"), {{Team, QStringLiteral("a"), {}, Opus, 1}});
    builder.bucket(day("2026-11-02"), {{Team, QStringLiteral("a"), {}, Opus, 2}});
    const StoreResult stored = valueOf(writer->storeCost(builder.page(), days("2026-11-02", "2026-11-02"), true,
                                                         answered(at("2026-11-20T00:00:00Z"))));
    QCOMPARE(stored.failedDays.size(), 1U);
    QCOMPARE(stored.failedDays[0].first, day("2026-11-01"));
    const auto reader = file.reader();
    QCOMPARE(valueOf(reader->extent()), std::optional(days("2026-11-02", "2026-11-02")));
    QCOMPARE(costText(*reader, total(days("2026-10-01", "2026-11-30"))),
             QStringList{QStringLiteral("total | 0.000000002")});
}

// In a later page, too: the days of the earlier pages stay fetched.
void CoverageTest::aDayNobodyAskedForInALaterPage() {
    const CacheFile file;
    const auto writer = file.writer();
    const DateRange asked = days("2026-11-02", "2026-11-03");
    CostPageBuilder first;
    first.bucket(asked.first, {{Team, QStringLiteral("a"), {}, Opus, 1}});
    valueOf(writer->storeCost(first.page(), asked, false, answered(at("2026-11-20T00:00:00Z"))));
    CostPageBuilder second;
    second.bucket(day("2026-11-01"), {{Team, QStringLiteral("a"), {}, Opus, 4}});
    second.bucket(asked.last, {{Team, QStringLiteral("a"), {}, Opus, 2}});
    const StoreResult stored =
        valueOf(writer->storeCost(second.page(), asked, true, answered(at("2026-11-20T00:01:00Z"))));
    QCOMPARE(stored.failedDays.size(), 1U);
    QCOMPARE(stored.failedDays[0].first, day("2026-11-01"));
    QCOMPARE(stateOf(*writer, Dataset::Cost, "2026-11-01").state, DayState::Missing);
    QCOMPARE(stateOf(*writer, Dataset::Cost, "2026-11-02").state, DayState::Final);
    QCOMPARE(stateOf(*writer, Dataset::Cost, "2026-11-03").state, DayState::Final);
    QCOMPARE(costText(*file.reader(), total(days("2026-10-01", "2026-11-30"))),
             QStringList{QStringLiteral("total | 0.000000003")});
}

void CoverageTest::absentDaysFailOnlyWhenOld() {
    const CacheFile file;
    const auto writer = file.writer();
    const DateRange asked = days("2026-11-14", "2026-11-20");
    CostPageBuilder builder;
    builder.bucket(day("2026-11-15"), {}).bucket(day("2026-11-16"), {});
    const StoreResult stored =
        valueOf(writer->storeCost(builder.page(), asked, true, answered(at("2026-11-20T10:00:00Z"))));
    QCOMPARE(stored.failedDays.size(), 1U);
    QCOMPARE(stateOf(*writer, Dataset::Cost, "2026-11-14").state, DayState::Failed);
    QCOMPARE(stateOf(*writer, Dataset::Cost, "2026-11-15").state, DayState::Final);
    QCOMPARE(stateOf(*writer, Dataset::Cost, "2026-11-16").state, DayState::Final);
    QCOMPARE(stateOf(*writer, Dataset::Cost, "2026-11-17").state, DayState::Missing);
    QCOMPARE(stateOf(*writer, Dataset::Cost, "2026-11-20").state, DayState::Missing);
}

void CoverageTest::pagesOfOneRequestBelongTogether() {
    const CacheFile file;
    const auto writer = file.writer();
    const DateRange asked = days("2026-10-01", "2026-10-04");
    CostPageBuilder first;
    first.bucket(day("2026-10-01"), {}).bucket(day("2026-10-02"), {});
    valueOf(writer->storeCost(first.page(), asked, false, answered(at("2026-11-20T10:00:00Z"))));
    CostPageBuilder second;
    second.bucket(day("2026-10-03"), {}).bucket(day("2026-10-04"), {});
    const StoreResult stored =
        valueOf(writer->storeCost(second.page(), asked, true, answered(at("2026-11-20T10:00:02Z"))));
    QVERIFY(stored.failedDays.empty());
    for (const DayCoverage& one : valueOf(writer->coverage(Dataset::Cost, asked)).days)
        QCOMPARE(one.state, DayState::Final);

    // The same request anew, from its first page: nothing of the last time counts.
    CostPageBuilder again;
    again.bucket(day("2026-10-01"), {});
    QCOMPARE(
        valueOf(writer->storeCost(again.page(), asked, true, answered(at("2026-11-21T10:00:00Z")))).failedDays.size(),
        3U);

    // Begun, given up, begun anew: the days of the first attempt must come again.
    valueOf(writer->storeCost(first.page(), asked, false, answered(at("2026-11-22T10:00:00Z"))));
    QCOMPARE(
        valueOf(writer->storeCost(again.page(), asked, true, answered(at("2026-11-22T11:00:00Z")))).failedDays.size(),
        3U);
}

void CoverageTest::recordedFailuresSpareWhatCameBefore() {
    const CacheFile file;
    const auto writer = file.writer();
    const DateRange asked = days("2026-10-01", "2026-10-03");
    CostPageBuilder first;
    first.bucket(day("2026-10-01"), {});
    valueOf(writer->storeCost(first.page(), asked, false, answered(at("2026-11-20T10:00:00Z"))));
    const Error error{ErrorKind::BadResponse, QStringLiteral("The answer was cut off."), {}};
    RequestLogEntry log = answered(at("2026-11-20T10:01:00Z"), Dataset::Cost);
    log.httpStatus = 500;
    valueOf(writer->recordFailure(Dataset::Cost, asked, error, log));
    QCOMPARE(stateOf(*writer, Dataset::Cost, "2026-10-01").error, QString());
    QCOMPARE(stateOf(*writer, Dataset::Cost, "2026-10-01").state, DayState::Final);
    const DayCoverage failed = stateOf(*writer, Dataset::Cost, "2026-10-02");
    QCOMPARE(failed.state, DayState::Failed);
    QCOMPARE(failed.error, QStringLiteral("The answer was cut off."));
    QCOMPARE(failed.fetchedAt, at("2026-11-20T10:01:00Z"));
    const DatasetStatus status = valueOf(file.reader()->status()).datasets[1];
    QCOMPARE(status.dataset, Dataset::Cost);
    QCOMPARE(status.failedDays, 2);
    QCOMPARE(status.finalThrough, std::optional(day("2026-10-01")));
    QCOMPARE(status.lastSyncedAt, at("2026-11-20T10:00:00Z"));
}

void CoverageTest::aDaySplitBetweenPagesIsThereAtItsEnd() {
    const CacheFile file;
    const auto writer = file.writer();
    const DateRange asked = days("2026-11-01", "2026-11-01");
    const auto hours = [&](int from, int to) {
        UsagePageBuilder builder(AllUsageDimensions, BucketWidth::Hour);
        for (int hour = from; hour < to; ++hour) {
            builder.bucket(asked.first.startSeconds() + hour * 3600, {{Team, Key, Opus, {}, {}, tokens(1)}});
        }
        return builder;
    };
    const UsagePageBuilder morning = hours(0, 12);
    const UsagePageBuilder evening = hours(12, 24);
    const StoreResult half =
        valueOf(writer->storeUsage(morning.page(), asked, false, answered(at("2026-11-20T10:00:00Z"))));
    QVERIFY(half.failedDays.empty());
    QCOMPARE(stateOf(*writer, Dataset::UsageHourly, "2026-11-01").state, DayState::Failed);
    QVERIFY(valueOf(file.reader()->verify()).empty());
    valueOf(writer->storeUsage(evening.page(), asked, true, answered(at("2026-11-20T10:00:01Z"))));
    QCOMPARE(stateOf(*writer, Dataset::UsageHourly, "2026-11-01").state, DayState::Final);
    QCOMPARE(valueOf(file.reader()->usage(total(asked, {}, Interval::Hour))).size(), 24U);
    QVERIFY(valueOf(file.reader()->verify()).empty());

    // A malformed hour in the first half is not forgotten when the second arrives.
    UsagePageBuilder broken(AllUsageDimensions, BucketWidth::Hour);
    broken.malformed(asked.first.startSeconds(), QStringLiteral("tokens missing"));
    valueOf(writer->storeUsage(broken.page(), asked, false, answered(at("2026-11-21T10:00:00Z"))));
    const StoreResult rest =
        valueOf(writer->storeUsage(evening.page(), asked, true, answered(at("2026-11-21T10:00:01Z"))));
    QCOMPARE(rest.failedDays.size(), 1U);
    QCOMPARE(stateOf(*writer, Dataset::UsageHourly, "2026-11-01").error, QStringLiteral("tokens missing"));
    QCOMPARE(stateOf(*writer, Dataset::UsageHourly, "2026-11-01").state, DayState::Final);
}

QTEST_GUILESS_MAIN(CoverageTest)
#include "tst_coverage.moc"
