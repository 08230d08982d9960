// Whatever is asked of the cache equals what was put in, added up by hand: every interval, grouping and filter, over
// random ranges that begin and end inside months.
#include "cachefixture.h"
#include "storage/costfacts.h"
#include "storage/factfold.h"
#include "storage/usagefacts.h"

#include <QDate>

#include <random>

using namespace tokenledger;
using namespace tokenledger::test;

namespace {

/// The period of a day by Qt's calendar: another way than the one under test.
QString periodName(UtcDay when, Interval interval) {
    const QDate date = when.toDate();
    switch (interval) {
        case Interval::Week: {
            int year = 0;
            const int week = date.weekNumber(&year);
            return QStringLiteral("%1-W%2").arg(year).arg(week, 2, 10, QLatin1Char('0'));
        }
        case Interval::Month:
            return date.toString(QStringLiteral("yyyy-MM"));
        case Interval::Total:
            return QStringLiteral("total");
        case Interval::Hour:
        case Interval::Day:
            break;
    }
    return date.toString(Qt::ISODate);
}

QString shownKey(const QString& text) { return text.isEmpty() ? QStringLiteral("-") : text; }

QString usageKey(const UsageInput& row, Dimension dimension) {
    switch (dimension) {
        case Dimension::Workspace:
            return shownKey(row.workspace);
        case Dimension::ApiKey:
            return shownKey(row.apiKey);
        case Dimension::Model:
            return shownKey(row.model);
        case Dimension::ServiceTier:
            return shownKey(row.tier);
        default:
            return shownKey(row.window);
    }
}
QString costKey(const CostInput& row, Dimension dimension) {
    switch (dimension) {
        case Dimension::Workspace:
            return shownKey(row.workspace);
        case Dimension::Description:
            return shownKey(row.description);
        case Dimension::TokenType:
            return shownKey(row.tokenType);
        default:
            return shownKey(row.model);
    }
}

/// What was stored, day by day, as it was given.
template <typename Input>
using Given = std::map<UtcDay, std::vector<Input>>;

struct Filter {
    Dimension dimension;
    QStringList values;  // shown keys
};

template <typename Input, typename Key, typename Values>
QStringList addedUp(const Given<Input>& given, const FactQuery& query, const std::vector<Filter>& filters, Key key,
                    Values values) {
    std::map<QString, std::vector<qint64>> sums;
    for (const auto& [when, rows] : given) {
        if (when < query.range.first || when > query.range.last) continue;
        for (const Input& row : rows) {
            bool wanted = true;
            for (const Filter& filter : filters) wanted = wanted && filter.values.contains(key(row, filter.dimension));
            if (!wanted) continue;
            QStringList cells{periodName(when, query.interval)};
            for (const Dimension dimension : query.by) cells.append(key(row, dimension));
            const std::vector<qint64> more = values(row);
            std::vector<qint64>& sum = sums[cells.join(QStringLiteral(" | "))];
            sum.resize(more.size());
            for (std::size_t i = 0; i < more.size(); ++i) sum[i] += more[i];
        }
    }
    QStringList lines;
    for (const auto& [cells, sum] : sums) {
        QStringList numbers;
        for (const qint64 number : sum) numbers.append(QString::number(number));
        lines.append(cells + QStringLiteral(" | ") + numbers.join(QLatin1Char(' ')));
    }
    lines.sort();
    return lines;
}

std::vector<qint64> usageValues(const UsageInput& row) {
    const UsageMeasures& m = row.measures;
    return {m.uncachedInput, m.cacheCreation5m, m.cacheCreation1h, m.cacheRead, m.output, m.webSearches};
}

}  // namespace

class FactQueriesTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void rangesAreSplitAtMonths_data();
    void rangesAreSplitAtMonths();
    void usageEqualsItsInput_data();
    void usageEqualsItsInput();
    void costEqualsItsInput_data();
    void costEqualsItsInput();
    void rowsComeSortedByPeriodThenKeys();
    void nothingMatchesAnEmptyFilter();
    void hotQueriesUseTheirIndex_data();
    void hotQueriesUseTheirIndex();

private:
    template <typename T>
    T pick(const std::vector<T>& values) {
        return values[m_random() % values.size()];
    }
    std::vector<UsageInput> randomUsage();
    std::vector<CostInput> randomCost();
    DateRange randomRange();

    const DateRange m_all = days("2025-11-10", "2026-04-20");
    CacheFile m_file;
    Given<UsageInput> m_usage;
    Given<CostInput> m_cost;
    std::mt19937 m_random{20261120};
};

std::vector<UsageInput> FactQueriesTest::randomUsage() {
    std::vector<UsageInput> rows;
    for (std::size_t i = m_random() % 6; i > 0; --i) {
        const auto number = [this] { return static_cast<std::int64_t>(m_random() % 1'000'000); };
        rows.push_back({pick<QString>({QString(), QStringLiteral("wrkspc_1"), QStringLiteral("wrkspc_2")}),
                        pick<QString>({QString(), QStringLiteral("apikey_1"), QStringLiteral("apikey_2"),
                                       QStringLiteral("apikey_3")}),
                        pick<QString>({QStringLiteral("opus"), QStringLiteral("haiku")}),
                        pick<QString>({QStringLiteral("standard"), QStringLiteral("batch")}),
                        QStringLiteral("0-200k"),
                        {number(), number(), number(), number(), number(), number()}});
    }
    return rows;
}

std::vector<CostInput> FactQueriesTest::randomCost() {
    std::vector<CostInput> rows;
    for (std::size_t i = m_random() % 6; i > 0; --i) {
        rows.push_back({pick<QString>({QString(), QStringLiteral("wrkspc_1")}),
                        pick<QString>({QStringLiteral("Opus, \"input\""), QStringLiteral("Haiku = cheap"), QString()}),
                        pick<QString>({QStringLiteral("output_tokens"), QString()}),
                        pick<QString>({QStringLiteral("opus"), QStringLiteral("haiku"), QString()}),
                        static_cast<std::int64_t>(m_random() % 2'000'001) - 1'000'000});
    }
    return rows;
}

DateRange FactQueriesTest::randomRange() {
    const int first = static_cast<int>(m_random() % static_cast<unsigned>(m_all.days()));
    const int length = static_cast<int>(m_random() % static_cast<unsigned>(m_all.days() - first));
    return {m_all.first + first, m_all.first + first + length};
}

void FactQueriesTest::initTestCase() {
    const auto writer = m_file.writer();
    const RequestLogEntry log = answered(at("2026-05-01T00:00:00Z"));
    // Every part of the range is fetched several times, with other figures each time; the last ones count.
    for (int round = 0; round < 30; ++round) {
        DateRange asked = round == 0 ? m_all : randomRange();
        if (round > 0) asked.last = std::min(asked.last, asked.first + 30);
        UsagePageBuilder usage;
        CostPageBuilder cost;
        for (UtcDay when = asked.first; when <= asked.last; when = when + 1) {
            usage.bucket(when, m_usage[when] = randomUsage());
            cost.bucket(when, m_cost[when] = randomCost());
        }
        QVERIFY(valueOf(writer->storeUsage(usage.page(), asked, true, log)).failedDays.empty());
        QVERIFY(valueOf(writer->storeCost(cost.page(), asked, true, log)).failedDays.empty());
    }
    QVERIFY(valueOf(m_file.reader()->verify()).empty());
}

void FactQueriesTest::rangesAreSplitAtMonths_data() {
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("last");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* first, const char* last, const char* expected) {
        QTest::newRow(name) << QString::fromLatin1(first) << QString::fromLatin1(last) << QString::fromLatin1(expected);
    };
    row("inside a month", "2026-11-02", "2026-11-29", "d 2026-11-02 2026-11-29");
    row("a whole month", "2026-02-01", "2026-02-28", "M 2026-02-01 2026-02-28");
    row("a whole leap month", "2028-02-01", "2028-02-29", "M 2028-02-01 2028-02-29");
    row("almost a leap month", "2028-02-01", "2028-02-28", "d 2028-02-01 2028-02-28");
    row("two edges", "2026-10-31", "2026-12-01",
        "d 2026-10-31 2026-10-31, M 2026-11-01 2026-11-30, d 2026-12-01 2026-12-01");
    row("across months without a whole one", "2026-10-31", "2026-11-29", "d 2026-10-31 2026-11-29");
    row("a year", "2026-01-01", "2026-12-31", "M 2026-01-01 2026-12-31");
    row("one day", "2026-12-31", "2026-12-31", "d 2026-12-31 2026-12-31");
}

void FactQueriesTest::rangesAreSplitAtMonths() {
    QFETCH(QString, first);
    QFETCH(QString, last);
    QFETCH(QString, expected);
    QStringList parts;
    for (const RangePart& part : splitAtMonths({*UtcDay::fromIso(first), *UtcDay::fromIso(last)})) {
        parts.append(QStringLiteral("%1 %2 %3")
                         .arg(part.wholeMonths ? QStringLiteral("M") : QStringLiteral("d"), part.days.first.toIso(),
                              part.days.last.toIso()));
    }
    QCOMPARE(parts.join(QStringLiteral(", ")), expected);
}

void FactQueriesTest::usageEqualsItsInput_data() {
    QTest::addColumn<int>("interval");
    for (const Interval interval : {Interval::Day, Interval::Week, Interval::Month, Interval::Total}) {
        QTest::newRow(qPrintable(intervalName(interval))) << static_cast<int>(interval);
    }
}

void FactQueriesTest::usageEqualsItsInput() {
    QFETCH(int, interval);
    const auto reader = m_file.reader();
    const std::vector<std::vector<Dimension>> groupings = {{},
                                                           {Dimension::Model},
                                                           {Dimension::ApiKey},
                                                           {Dimension::ServiceTier, Dimension::Workspace},
                                                           {Dimension::Model, Dimension::ApiKey, Dimension::Workspace}};
    const std::vector<std::vector<Filter>> filters = {
        {},
        {{Dimension::Model, {QStringLiteral("opus")}}},
        {{Dimension::Workspace, {QStringLiteral("-"), QStringLiteral("wrkspc_2")}},
         {Dimension::ServiceTier, {QStringLiteral("batch")}}},
        {{Dimension::ApiKey, {QStringLiteral("apikey_3")}}}};
    for (int round = 0; round < 60; ++round) {
        FactQuery query{randomRange(), static_cast<Interval>(interval), pick(groupings), {}};
        const std::vector<Filter> filter = pick(filters);
        for (const Filter& one : filter) {
            DimensionFilter terms{one.dimension, {}};
            for (const QString& value : one.values) {
                const QString text = value == QLatin1String("-") ? QString() : value;
                for (const TermId term : valueOf(reader->findTerms(one.dimension, text))) terms.anyOf.push_back(term);
            }
            query.where.push_back(terms);
        }
        QStringList found = usageText(*reader, query);
        found.sort();
        QCOMPARE(found, addedUp(m_usage, query, filter, usageKey, usageValues));
    }
}

void FactQueriesTest::costEqualsItsInput_data() { usageEqualsItsInput_data(); }

void FactQueriesTest::costEqualsItsInput() {
    QFETCH(int, interval);
    const auto reader = m_file.reader();
    const std::vector<std::vector<Dimension>> groupings = {{},
                                                           {Dimension::Model},
                                                           {Dimension::Workspace, Dimension::Model},
                                                           {Dimension::Description, Dimension::TokenType}};
    for (int round = 0; round < 60; ++round) {
        const FactQuery query{randomRange(), static_cast<Interval>(interval), pick(groupings), {}};
        QStringList found;
        for (const CostRow& row : valueOf(reader->cost(query))) {
            QStringList cells{periodLabel(row.period, query.interval)};
            for (std::size_t i = 0; i < query.by.size(); ++i) cells.append(shownKey(reader->text(row.keys[i])));
            cells.append(QString::number(row.measures.nano()));
            found.append(cells.join(QStringLiteral(" | ")));
        }
        found.sort();
        const auto nano = [](const CostInput& row) { return std::vector<qint64>{row.nano}; };
        QCOMPARE(found, addedUp(m_cost, query, {}, costKey, nano));
    }
}

void FactQueriesTest::rowsComeSortedByPeriodThenKeys() {
    const auto reader = m_file.reader();
    for (const Interval interval : {Interval::Day, Interval::Week, Interval::Month, Interval::Total}) {
        const auto rows = valueOf(reader->usage({m_all, interval, {Dimension::Model, Dimension::ApiKey}, {}}));
        QVERIFY(rows.size() > 1);
        QVERIFY(std::is_sorted(rows.begin(), rows.end(), [](const UsageRow& a, const UsageRow& b) {
            return std::tie(a.period, a.keys) < std::tie(b.period, b.keys);
        }));
    }
}

void FactQueriesTest::nothingMatchesAnEmptyFilter() {
    QVERIFY(valueOf(m_file.reader()->usage({m_all, Interval::Total, {}, {{Dimension::Model, {}}}})).empty());
    QVERIFY(valueOf(m_file.reader()->findTerms(Dimension::Model, QStringLiteral("no such model"))).empty());
}

void FactQueriesTest::hotQueriesUseTheirIndex_data() {
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("plan");
    const auto row = [](const char* sql, const char* plan) {
        QTest::newRow(plan) << QString::fromLatin1(sql) << QString::fromLatin1(plan);
    };
    row(UsageFacts::FactsBetween,
        "SEARCH usage_fact USING PRIMARY KEY (scope=? AND bucket_start>? AND bucket_start<?)");
    row(UsageFacts::FactsOfBucket, "SEARCH usage_fact USING PRIMARY KEY (scope=? AND bucket_start=?)");
    row(UsageFacts::DayRollups[0].between, "SEARCH usage_day USING PRIMARY KEY (day>? AND day<?)");
    row(UsageFacts::DayRollups[1].between, "SEARCH usage_api_key_day USING PRIMARY KEY (day>? AND day<?)");
    row(UsageFacts::MonthsBetween, "SEARCH usage_month USING PRIMARY KEY (month>? AND month<?)");
    row(UsageFacts::SumsOfMonth, "SEARCH usage_month USING PRIMARY KEY (month=?)");
    row(CostFacts::FactsBetween, "SEARCH cost_fact USING PRIMARY KEY (scope=? AND bucket_start>? AND bucket_start<?)");
    row(CostFacts::DayRollups[0].between, "SEARCH cost_workspace_day USING PRIMARY KEY (day>? AND day<?)");
    row(CostFacts::DayRollups[1].between, "SEARCH cost_day USING PRIMARY KEY (day>? AND day<?)");
    row(CostFacts::MonthsBetween, "SEARCH cost_month USING PRIMARY KEY (month>? AND month<?)");
}

/// One step, and neither a whole-table scan nor a sort beside it.
void FactQueriesTest::hotQueriesUseTheirIndex() {
    QFETCH(QString, sql);
    QFETCH(QString, plan);
    SQLite::Database db(m_file.path().toStdString(), SQLite::OPEN_READONLY);
    Statement explain(db, qPrintable(QStringLiteral("EXPLAIN QUERY PLAN ") + sql));
    QStringList steps;
    while (explain.step()) steps.append(explain.string(3));
    QCOMPARE(steps, QStringList{plan});
}

QTEST_GUILESS_MAIN(FactQueriesTest)
#include "tst_factqueries.moc"
