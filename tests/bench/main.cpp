// Measures what the program promises about speed and prints it: JSON to committed rows beside sqlite3's own .import,
// the overview, and the command line as a whole process. With --toy it is a test of counts and sums at a small size.
#include "app/analysis/pricebook.h"
#include "app/api/anthropic/reportparser.h"
#include "app/reports/allocatedcost.h"
#include "app/reports/cachebreakdown.h"
#include "app/reports/costbreakdown.h"
#include "app/reports/organizationview.h"
#include "app/reports/overview.h"
#include "app/reports/usagebreakdown.h"
#include "app/reports/usagedetails.h"
#include "benchdata.h"
#include "storage/cachereader.h"
#include "storage/cachewriter.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>
#include <functional>

using namespace tokenledger;
using namespace tokenledger::bench;

namespace {

QTextStream& out() {
    static QTextStream stream(stdout);
    return stream;
}

template <typename T>
T required(Result<T> result) {
    if (!result) qFatal("%s (%s)", qPrintable(result.error().message), qPrintable(result.error().detail));
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}

void expect(bool holds, const char* what) {
    if (!holds) qFatal("wrong: %s", what);
}

double milliseconds(const QElapsedTimer& timer) { return static_cast<double>(timer.nsecsElapsed()) / 1e6; }

/// First and best of several runs, in milliseconds.
std::pair<double, double> timed(int runs, const std::function<void()>& work) {
    std::vector<double> times;
    for (int run = 0; run < runs; ++run) {
        QElapsedTimer timer;
        timer.start();
        work();
        times.push_back(milliseconds(timer));
    }
    return {times.front(), *std::min_element(times.begin(), times.end())};
}

RequestLogEntry answered(Dataset dataset, UtcDay newest) {
    RequestLogEntry log;
    log.at = (newest + 1).start().addSecs(3600);
    log.dataset = dataset;
    log.request = QStringLiteral("bench");
    log.httpStatus = 200;
    log.outcome = QStringLiteral("ok");
    return log;
}

constexpr DimensionSet UsageGrouping{Dimension::Workspace, Dimension::ApiKey, Dimension::Model, Dimension::ServiceTier,
                                     Dimension::ContextWindow};

/// Rows a second from JSON to committed rows.
double measureUsage(const BenchData& data, CacheWriter& writer, Totals& totals) {
    double parse = 0;
    double store = 0;
    for (const DateRange& span : data.spans(31)) {
        const QByteArray json = data.usageJson(span, totals);
        QElapsedTimer timer;
        timer.start();
        const auto page = required(parseUsagePage(json, BucketWidth::Day, UsageGrouping));
        parse += milliseconds(timer);
        timer.restart();
        const StoreResult stored =
            required(writer.storeUsage(*page, span, true, answered(Dataset::Usage, data.size().range().last)));
        store += milliseconds(timer);
        expect(stored.failedDays.empty(), "no day fails");
    }
    const double rate = static_cast<double>(totals.usageRows) / (parse + store) * 1e3;
    out() << QStringLiteral(
                 "API JSON -> committed rows with rollups: %1 rows in %2 ms (parse %3, store %4): %5 rows/s\n")
                 .arg(totals.usageRows)
                 .arg(parse + store, 0, 'f', 0)
                 .arg(parse, 0, 'f', 0)
                 .arg(store, 0, 'f', 0)
                 .arg(rate, 0, 'f', 0);
    return rate;
}

void measureResync(const BenchData& data, CacheWriter& writer) {
    Totals again;
    const DateRange span = data.spans(31).front();
    const QByteArray json = data.usageJson(span, again);
    const auto [first, best] = timed(3, [&] {
        const auto page = required(parseUsagePage(json, BucketWidth::Day, UsageGrouping));
        required(writer.storeUsage(*page, span, true, answered(Dataset::Usage, data.size().range().last)));
    });
    out() << QStringLiteral("the newest %1 days again, unchanged: %2 rows in %3 ms\n")
                 .arg(span.days())
                 .arg(again.usageRows)
                 .arg(best, 0, 'f', 0);
}

void storeRest(const BenchData& data, CacheWriter& writer, Totals& totals) {
    const UtcDay newest = data.size().range().last;
    for (const DateRange& span : data.spans(31)) {
        const CostPage page = data.costPage(span, totals);
        required(writer.storeCost(page, span, true, answered(Dataset::Cost, newest)));
    }
    required(writer.storeObjects(data.apiKeys(), {answered(Dataset::Organization, newest)}));
    for (UtcDay day = data.size().firstDay; day <= newest; day = day + 1) {
        required(writer.storeClaudeCode(data.claudeCodeDay(day), {answered(Dataset::ClaudeCode, newest)}));
    }
}

/// Rows a second of the sqlite3 shell reading the same rows from a CSV file into a plain table.
double measureShell(const BenchData& data, const QString& folder, std::int64_t rows) {
    const QString csvPath = folder + u"/usage.csv";
    QFile csv(csvPath);
    if (!csv.open(QIODevice::WriteOnly)) qFatal("cannot write the CSV file");
    for (const DateRange& span : data.spans(31)) csv.write(data.usageCsv(span));
    csv.close();
    const auto import = [&](const char* name, const char* constraint) {
        const QString path = folder + QLatin1Char('/') + QLatin1String(name);
        QProcess shell;
        shell.setProgram(QStringLiteral("sqlite3"));
        shell.setArguments(
            {path,
             QStringLiteral("CREATE TABLE usage (bucket TEXT, workspace TEXT, api_key TEXT, model TEXT, tier TEXT, "
                            "context TEXT, uncached INTEGER, created_5m INTEGER, created_1h INTEGER, "
                            "read INTEGER, output INTEGER, searches INTEGER%1)")
                 .arg(QLatin1String(constraint)),
             QStringLiteral(".mode csv"), QStringLiteral(".import %1 usage").arg(csvPath),
             QStringLiteral("SELECT COUNT(*) FROM usage")});
        QElapsedTimer timer;
        timer.start();
        shell.start();
        if (!shell.waitForFinished(-1) || shell.exitCode() != 0) qFatal("the sqlite3 shell failed");
        const double rate = static_cast<double>(rows) / milliseconds(timer) * 1e3;
        expect(shell.readAllStandardOutput().trimmed().toLongLong() == rows, "the shell imports every row");
        return rate;
    };
    const double plain = import("plain.db", "");
    const double keyed = import("keyed.db", ", PRIMARY KEY (bucket, workspace, api_key, model, tier, context)");
    out() << QStringLiteral("sqlite3 shell .import of the same rows as CSV: %1 rows/s (with a primary key: %2)\n")
                 .arg(plain, 0, 'f', 0)
                 .arg(keyed, 0, 'f', 0);
    return plain;
}

struct PictureCase {
    QString name;
    DateRange range;
    Interval interval;
};

std::vector<PictureCase> pictureCases(const DateRange& all) {
    const UtcDay last = all.last;
    return {{QStringLiteral("30 days by day"), {std::max(all.first, last - 29), last}, Interval::Day},
            {QStringLiteral("12 months by week"), {std::max(all.first, last - 364), last}, Interval::Week},
            {QStringLiteral("all by month"), all, Interval::Month},
            {QStringLiteral("all by day"), all, Interval::Day}};
}

void measureCostBreakdown(const CacheReader& reader, const DateRange& all) {
    for (const PictureCase& one : pictureCases(all)) {
        CostBreakdownRequest request;
        request.range = one.range;
        request.interval = one.interval;
        const auto [first, best] = timed(9, [&] { required(buildCostBreakdown(reader, request)); });
        out() << QStringLiteral("cost breakdown, %1: %2 ms (first %3 ms)\n")
                     .arg(one.name)
                     .arg(best, 0, 'f', 1)
                     .arg(first, 0, 'f', 1);
    }
}

void measureUsagePage(const CacheReader& reader, const DateRange& all) {
    const auto print = [](const QString& what, const std::pair<double, double>& times) {
        out() << QStringLiteral("%1: %2 ms (first %3 ms)\n")
                     .arg(what)
                     .arg(times.second, 0, 'f', 1)
                     .arg(times.first, 0, 'f', 1);
    };
    for (const PictureCase& one : pictureCases(all)) {
        for (const Dimension rows : {Dimension::TokenType, Dimension::Workspace, Dimension::ApiKey}) {
            UsageBreakdownRequest request;
            request.range = one.range;
            request.interval = one.interval;
            request.rows = rows;
            print(QStringLiteral("usage by %1, %2").arg(dimensionName(rows), one.name),
                  timed(5, [&] { required(buildUsageBreakdown(reader, request)); }));
        }
        print(QStringLiteral("use of keys, %1").arg(one.name), timed(5, [&] {
                  required(buildUsageDetails(reader, {one.range, {all.last - 6, all.last}, {}, all.last.start()}));
              }));
    }
}

void measureOverview(const CacheReader& reader, const DateRange& all) {
    for (const PictureCase& one : pictureCases(all)) {
        OverviewRequest request;
        request.range = one.range;
        request.interval = one.interval;
        const auto [first, best] = timed(9, [&] { required(buildOverview(reader, request, PriceBook::builtIn())); });
        out() << QStringLiteral("overview, %1: %2 ms (first %3 ms)\n")
                     .arg(one.name)
                     .arg(best, 0, 'f', 1)
                     .arg(first, 0, 'f', 1);
    }
}

void measureCacheBreakdown(const CacheReader& reader, const DateRange& all) {
    for (const PictureCase& one : pictureCases(all)) {
        for (const Dimension by : {Dimension::Workspace, Dimension::ApiKey}) {
            CacheBreakdownRequest request;
            request.range = one.range;
            request.interval = one.interval;
            request.by = {by, Dimension::Model};
            const auto [first, best] =
                timed(5, [&] { required(buildCacheBreakdown(reader, request, PriceBook::builtIn())); });
            out() << QStringLiteral("cache breakdown by %1 and model, %2: %3 ms (first %4 ms)\n")
                         .arg(dimensionName(by), one.name)
                         .arg(best, 0, 'f', 1)
                         .arg(first, 0, 'f', 1);
        }
    }
}

void measureAllocation(const CacheReader& reader, const DateRange& all) {
    for (const PictureCase& one : pictureCases(all)) {
        for (const auto& by : {std::vector{Dimension::ApiKey}, std::vector{Dimension::ApiKey, Dimension::Model}}) {
            std::size_t rows = 0;
            const auto [first, best] = timed(3, [&] {
                auto cost = required(AllocatedCost::open(reader));
                rows = required(cost.read({one.range, one.interval, by, {}})).rows.size();
            });
            out() << QStringLiteral("allocated cost by key%1, %2: %3 ms (first %4 ms), %5 rows\n")
                         .arg(by.size() > 1 ? QStringLiteral(" and model") : QString(), one.name)
                         .arg(best, 0, 'f', 1)
                         .arg(first, 0, 'f', 1)
                         .arg(rows);
        }
    }
}

void measureOrganization(const CacheReader& reader, const DateRange& all) {
    const QDateTime now = (all.last + 1).start();
    const auto [first, best] = timed(9, [&] { required(buildOrganizationView(reader, {all, now})); });
    out() << QStringLiteral("organization, all: %1 ms (first %2 ms)\n").arg(best, 0, 'f', 1).arg(first, 0, 'f', 1);
}

void measureQueries(const CacheReader& reader, const DateRange& all) {
    const auto print = [&](const char* name, FactQuery query) {
        std::size_t rows = 0;
        const auto [first, best] = timed(5, [&] { rows = required(reader.usage(query)).size(); });
        out() << QStringLiteral("usage, %1: %2 ms, %3 rows\n").arg(QLatin1String(name)).arg(best, 0, 'f', 1).arg(rows);
    };
    const DateRange month{std::max(all.first, all.last - 29), all.last};
    print("all, month by API key", {all, Interval::Month, {Dimension::ApiKey}, {}});
    print("all, total", {all, Interval::Total, {}, {}});
    print("all, day by API key", {all, Interval::Day, {Dimension::ApiKey}, {}});
    print("all, day by model", {all, Interval::Day, {Dimension::Model}, {}});
    print("30 days, day by API key", {month, Interval::Day, {Dimension::ApiKey}, {}});
}

void checkSums(const CacheReader& reader, const DateRange& all, const Totals& totals) {
    const CacheStatus status = required(reader.status());
    expect(status.datasets[0].rows == totals.usageRows, "all usage rows are there");
    expect(status.datasets[1].rows == totals.costRows, "all cost rows are there");
    for (const Interval interval : {Interval::Day, Interval::Month, Interval::Total}) {
        for (const std::vector<Dimension>& by :
             {std::vector<Dimension>{}, std::vector{Dimension::ApiKey, Dimension::Model}}) {
            UsageMeasures sum;
            for (const UsageRow& row : required(reader.usage({all, interval, by, {}}))) {
                expect(sum.add(row.measures), "sums fit");
            }
            expect(sum == totals.tokens, "tokens add up under every interval and dimension");
        }
        std::int64_t nano = 0;
        for (const CostRow& row : required(reader.cost({all, interval, {Dimension::Workspace}, {}})))
            nano += row.measures.nano();
        expect(nano == totals.costNano, "amounts add up under every interval");
    }
    const auto overview =
        required(buildOverview(reader, {all, Interval::Month, Comparison::None, {}}, PriceBook::builtIn()));
    expect(overview.spend.nano() == totals.costNano && overview.tokens == totals.tokens, "the overview adds up");
    CostBreakdownRequest bill;
    bill.range = all;
    bill.interval = Interval::Month;
    const auto breakdown = required(buildCostBreakdown(reader, bill));
    expect(breakdown.range.total.nano() == totals.costNano && breakdown.sum.total == breakdown.range.total,
           "the cost breakdown adds up");
    auto allocated = required(AllocatedCost::open(reader));
    std::int64_t ofKeys = 0;
    for (const CostRow& row : required(allocated.read({all, Interval::Month, {Dimension::ApiKey}, {}})).rows)
        ofKeys += row.measures.nano();
    expect(ofKeys == totals.costNano, "the allocated cost adds up to the bill");
    UsageBreakdownRequest used;
    used.range = all;
    used.interval = Interval::Month;
    used.rows = Dimension::ApiKey;
    expect(required(buildUsageBreakdown(reader, used)).sum.tokens == totals.tokens, "the usage breakdown adds up");
    expect(required(reader.verify()).empty(), "the cache is sound");
}

void measureCommandLine(const QString& program, const QString& cache, const DateRange& all) {
    const QStringList arguments{QStringLiteral("report"),     QStringLiteral("cost"),
                                QStringLiteral("--interval"), QStringLiteral("month"),
                                QStringLiteral("--from"),     all.first.toIso(),
                                QStringLiteral("--to"),       all.last.toIso(),
                                QStringLiteral("--cache"),    cache};
    const auto [first, best] = timed(9, [&] {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(program, arguments);
        process.waitForFinished(-1);
        if (process.exitCode() != 0) qFatal("%s", process.readAll().constData());
    });
    out() << QStringLiteral("tokenledger-cli report cost --interval month: %1 ms (first %2 ms)\n")
                 .arg(best, 0, 'f', 1)
                 .arg(first, 0, 'f', 1);
}

}  // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption toy(QStringLiteral("toy"), QStringLiteral("Small size: checks counts and sums."));
    const QCommandLineOption cli(QStringLiteral("cli"), QStringLiteral("Measures this tokenledger-cli too."),
                                 QStringLiteral("PATH"));
    const QCommandLineOption keep(QStringLiteral("keep"), QStringLiteral("Leaves the cache at this path."),
                                  QStringLiteral("PATH"));
    parser.addOptions({toy, cli, keep});
    parser.addHelpOption();
    parser.process(application);

    Size size;
    size.firstDay = UtcDay::fromDate(2025, 11, 1);
    if (parser.isSet(toy)) {
        size.days = 70;
        size.workspaces = 2;
        size.keysPerWorkspace = 3;
        size.models = 3;
    }
    const BenchData data(size);
    const QTemporaryDir folder;
    const QString path = parser.isSet(keep) ? parser.value(keep) : folder.filePath(QStringLiteral("bench.tlcache"));
    if (parser.isSet(keep)) QFile::remove(path);
    Totals totals;
    {
        const auto writer = required(CacheWriter::open(path));
        const double rate = measureUsage(data, *writer, totals);
        const double shell = measureShell(data, folder.path(), totals.usageRows);
        out() << QStringLiteral("ratio to .import: %1\n").arg(rate / shell, 0, 'f', 2);
        measureResync(data, *writer);
        storeRest(data, *writer, totals);
    }
    const auto reader = required(CacheReader::open(path));
    out() << QStringLiteral("cache: %1 usage rows, %2 cost rows, %3 MB\n")
                 .arg(totals.usageRows)
                 .arg(totals.costRows)
                 .arg(QFile(path).size() / 1'000'000);
    measureQueries(*reader, size.range());
    measureOverview(*reader, size.range());
    measureCostBreakdown(*reader, size.range());
    measureUsagePage(*reader, size.range());
    measureCacheBreakdown(*reader, size.range());
    measureAllocation(*reader, size.range());
    measureOrganization(*reader, size.range());
    if (parser.isSet(cli)) measureCommandLine(parser.value(cli), path, size.range());
    QElapsedTimer timer;
    timer.start();
    checkSums(*reader, size.range(), totals);
    out() << QStringLiteral("counts and sums are right (checked with verify in %1 ms)\n")
                 .arg(milliseconds(timer), 0, 'f', 0);
    return 0;
}
