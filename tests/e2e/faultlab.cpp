#include "tests/e2e/faultlab.h"

#include "app/api/networktransport.h"
#include "app/core/async.h"
#include "app/export/tablewriter.h"
#include "app/reports/report.h"
#include "tests/e2e/reportexpectation.h"

#include <QDir>
#include <QEventLoop>
#include <QFileInfo>
#include <QTimer>

#include <algorithm>

namespace tokenledger::test {

namespace {

using Rows = FaultLab::Rows;
using RowsByPeriod = FaultLab::RowsByPeriod;

constexpr int MaxComplaints = 5;
constexpr std::chrono::milliseconds AllPatience{60'000};
const std::vector<std::pair<QString, Dataset>> DayReports = {
    {QStringLiteral("cost"), Dataset::Cost},
    {QStringLiteral("usage"), Dataset::Usage},
    {QStringLiteral("claude-code"), Dataset::ClaudeCode},
    {QStringLiteral("claude-code-models"), Dataset::ClaudeCode}};

const ReportShape& shapeOf(const QString& report) {
    const auto& shapes = reportShapes();
    return *std::find_if(shapes.begin(), shapes.end(), [&](const ReportShape& shape) { return shape.name == report; });
}

Wanted wantedOf(const ReportShape& shape, const DateRange& days, const QString& interval, bool finest) {
    Wanted wanted;
    wanted.report = shape.name;
    wanted.from = days.first.toIso();
    wanted.to = days.last.toIso();
    wanted.interval = interval;
    if (finest) wanted.by = shape.dimensions;
    wanted.ids = finest;
    return wanted;
}

RowsByPeriod byPeriod(const Rows& rows) {
    RowsByPeriod periods;
    for (const QStringList& row : rows) periods[row.front()].push_back(row);
    return periods;
}

/// The report as the program makes it. Of the cache report only what needs no prices, as expectedRows() has it.
Rows shownRows(const CacheReader& reader, const Wanted& wanted) {
    ReportRequest request;
    request.report = wanted.report;
    request.range = {*UtcDay::fromIso(wanted.from), *UtcDay::fromIso(wanted.to)};
    request.interval = *intervalFromName(wanted.interval);
    for (const QString& name : wanted.by) request.by.push_back(*dimensionFromName(name));
    request.ids = wanted.ids;
    const auto table = runReport(reader, request, PriceBook::builtIn());
    if (!table) qFatal("%s: %s", qPrintable(wanted.report), qPrintable(table.error().message));
    Rows rows;
    for (const auto& cells : table->rows) {
        QStringList row;
        for (const Cell& cell : cells) row << cellText(cell);
        rows.push_back(wanted.report == u"cache" ? row.mid(0, wanted.by.size() + 5) : row);
    }
    std::sort(rows.begin(), rows.end());
    return rows;
}

void complain(Verdict& verdict, const QString& text) {
    if (verdict.complaints.size() < MaxComplaints) verdict.complaints << text;
}

void compare(const QString& what, const Rows& shown, const Rows& expected, Verdict& verdict) {
    if (shown == expected) return;
    Rows lost;
    Rows doubled;
    std::set_difference(expected.begin(), expected.end(), shown.begin(), shown.end(), std::back_inserter(lost));
    std::set_difference(shown.begin(), shown.end(), expected.begin(), expected.end(), std::back_inserter(doubled));
    verdict.lost += static_cast<int>(lost.size());
    verdict.doubled += static_cast<int>(doubled.size());
    complain(verdict, what + u": " + difference(shown, expected));
}

const Rows& rowsOf(const RowsByPeriod& periods, const QString& period) {
    static const Rows None;
    const auto found = periods.find(period);
    return found == periods.end() ? None : found->second;
}

/// Of each list what tells its objects and their changes apart.
FaultLab::Lists listsOf(const FakeData& data) {
    FaultLab::Lists lists;
    for (const auto& it : data.workspaces) lists[QStringLiteral("workspaces")].push_back({it.id, it.name});
    for (const auto& it : data.keys) lists[QStringLiteral("api-keys")].push_back({it.id, it.name, it.status});
    for (const auto& it : data.users) lists[QStringLiteral("users")].push_back({it.id, it.name, it.email, it.role});
    for (const auto& it : data.invites) lists[QStringLiteral("invites")].push_back({it.id, it.email, it.status});
    for (const auto& it : data.members) {
        lists[QStringLiteral("members of ") + it.workspace].push_back({it.workspace, it.user, it.role});
    }
    for (auto& [name, rows] : lists) std::sort(rows.begin(), rows.end());
    return lists;
}

/// The same of what is shown as listed.
FaultLab::Lists shownLists(const CacheReader& reader) {
    const std::vector<std::pair<QString, std::vector<std::size_t>>> columns = {{QStringLiteral("workspaces"), {0, 1}},
                                                                               {QStringLiteral("api-keys"), {0, 1, 2}},
                                                                               {QStringLiteral("users"), {0, 1, 2, 3}},
                                                                               {QStringLiteral("invites"), {0, 1, 3}},
                                                                               {QStringLiteral("members"), {0, 2, 4}}};
    FaultLab::Lists lists;
    for (const auto& [report, shown] : columns) {
        ReportRequest request;
        request.report = report;
        const auto table = runReport(reader, request, PriceBook::builtIn());
        if (!table) qFatal("%s: %s", qPrintable(report), qPrintable(table.error().message));
        for (const auto& cells : table->rows) {
            if (cellText(cells[cells.size() - 2]) != u"yes") continue;
            QStringList row;
            for (const std::size_t column : shown) row << cellText(cells[column]);
            lists[report == u"members" ? QString(u"members of " + row.front()) : report].push_back(row);
        }
    }
    for (auto& [name, rows] : lists) std::sort(rows.begin(), rows.end());
    return lists;
}

bool isShown(DayState state) { return state == DayState::Provisional || state == DayState::Final; }

DatasetCoverage coverageOf(const CacheReader& reader, Dataset dataset, const DateRange& days) {
    const auto coverage = reader.coverage(dataset, days);
    if (!coverage) qFatal("coverage: %s", qPrintable(coverage.error().message));
    return *coverage;
}

}  // namespace

void HastyClock::after(std::chrono::milliseconds /*delay*/, QObject* context, std::function<void()> then) {
    if (whenWaiting) whenWaiting();
    QTimer::singleShot(0, context, std::move(then));
}

/// What the server had at a sync, and the rows that reports must make of it.
struct FaultLab::Version {
    QDateTime at;
    FakeData data;
    std::map<QString, RowsByPeriod> days;  // by report
    RowsByPeriod hours;                    // of usage
    Lists lists;
};

FaultLab::FaultLab() { forgetCache(); }

FaultLab::~FaultLab() = default;

void FaultLab::forgetCache() {
    // In memory where that can be: these tests are about what is written, not about the disk.
    const QString memory = QStringLiteral("/dev/shm");
    const QString folder = QFileInfo(memory).isWritable() ? memory : QDir::tempPath();
    m_folder = std::make_unique<QTemporaryDir>(folder + QStringLiteral("/tokenledger-faults-XXXXXX"));
    m_versions.clear();
}

void FaultLab::setNow(const QDateTime& now) {
    clock.present = now;
    server.now = now;
}

SyncSummary FaultLab::sync(std::chrono::milliseconds patience) {
    auto version = std::make_unique<Version>();
    version->at = clock.present;
    version->data = server.data;
    for (const auto& [report, dataset] : DayReports) {
        version->days[report] =
            byPeriod(expectedRows(server.data, wantedOf(shapeOf(report), scope.days, QStringLiteral("day"), true)));
    }
    version->hours = byPeriod(expectedRows(
        server.data, wantedOf(shapeOf(QStringLiteral("usage")), scope.days, QStringLiteral("hour"), true)));
    version->lists = listsOf(server.data);
    if (versionAt(version->at) != nullptr) qFatal("Each sync needs a time of its own.");
    m_versions.push_back(std::move(version));

    // A server that has gone away comes back after the client has waited twice.
    clock.whenWaiting = [this, waits = 0]() mutable {
        if (!server.isListening() && ++waits == 2) server.listenAgain();
    };
    server.forgetRequests();
    NetworkTransport transport(patience, NetworkTransport::DefaultMaxBody, 2 * patience);
    CacheService cache(cachePath(), CacheService::Mode::ReadWrite);
    AdminClient client(transport, clock, server.url(), SecretBuffer::take(QByteArray(AdminKey)));
    SyncJob job(client, cache, clock, scope, false);
    std::optional<SyncSummary> summary;
    QEventLoop loop;
    connect(&job, &SyncJob::finished, &loop, [&](const SyncSummary& done) {
        summary = done;
        loop.quit();
    });
    connect(&server, &FakeAdminServer::requested, &job, [&](int count) {
        if (count == cancelAt) job.cancel();
    });
    whenDone(cache.open(), &job, [&](const Result<void>& opened) {
        if (!opened) qFatal("%s", qPrintable(opened.error().message));
        job.start();
    });
    loop.exec();
    clock.whenWaiting = nullptr;
    return *summary;
}

SyncSummary FaultLab::cleanSync() {
    server.clearFaults();
    server.listenAgain();
    cancelAt = 0;
    return sync(AllPatience);
}

const FaultLab::Version* FaultLab::versionAt(const QDateTime& at) const {
    const auto found = std::find_if(m_versions.begin(), m_versions.end(), [&](const auto& v) { return v->at == at; });
    return found == m_versions.end() ? nullptr : found->get();
}

/// Fetched days are as they were when they were fetched; of any other day nothing is shown.
void FaultLab::judgeDay(const QString& report, const DayCoverage& day, const RowsByPeriod& shown,
                        Verdict& verdict) const {
    const QString name = day.day.toIso();
    const Version* version = isShown(day.state) ? versionAt(day.fetchedAt) : nullptr;
    if (isShown(day.state) && version == nullptr) {
        complain(verdict, QStringLiteral("%1 of %2 was fetched when no sync ran").arg(name, report));
        return;
    }
    compare(QStringLiteral("%1 of %2 (%3)").arg(name, report, dayStateName(day.state)), rowsOf(shown, name),
            version == nullptr ? Rows() : rowsOf(version->days.at(report), name), verdict);
}

/// Of a day that only came in part, its hours may be of several syncs; each is one of theirs, or is not shown.
void FaultLab::judgeHours(const DayCoverage& day, const RowsByPeriod& shown, Verdict& verdict) const {
    const Version* version = isShown(day.state) && day.error.isEmpty() ? versionAt(day.fetchedAt) : nullptr;
    for (int hour = 0; hour < 24; ++hour) {
        const QString name = periodOf(day.day.startSeconds() + hour * 3600, QStringLiteral("hour"));
        const Rows& rows = rowsOf(shown, name);
        const bool isOfSomeSync = std::any_of(m_versions.begin(), m_versions.end(),
                                              [&](const auto& some) { return rowsOf(some->hours, name) == rows; });
        if (version == nullptr && (rows.empty() || isOfSomeSync)) continue;
        const Version& expected = version == nullptr ? *m_versions.back() : *version;
        compare(QStringLiteral("%1 (%2)").arg(name, dayStateName(day.state)), rows, rowsOf(expected.hours, name),
                verdict);
    }
}

void FaultLab::judgeLists(const Lists& shown, Verdict& verdict) const {
    for (const auto& [name, rows] : shown) {
        const bool isOfSomeSync = std::any_of(m_versions.begin(), m_versions.end(),
                                              [&](const auto& some) { return rowsOf(some->lists, name) == rows; });
        if (!isOfSomeSync) compare(name, rows, rowsOf(m_versions.back()->lists, name), verdict);
    }
}

Verdict FaultLab::judge() {
    Verdict verdict;
    const auto reader = CacheReader::open(cachePath());
    if (!reader) qFatal("%s", qPrintable(reader.error().message));
    const auto finest = [&](const QString& report, const QString& interval) {
        return byPeriod(shownRows(**reader, wantedOf(shapeOf(report), scope.days, interval, true)));
    };
    for (const auto& [report, dataset] : DayReports) {
        const RowsByPeriod shown = finest(report, QStringLiteral("day"));
        for (const DayCoverage& day : coverageOf(**reader, dataset, scope.days).days) {
            judgeDay(report, day, shown, verdict);
        }
    }
    if (scope.width == BucketWidth::Hour) {
        const RowsByPeriod shown = finest(QStringLiteral("usage"), QStringLiteral("hour"));
        for (const DayCoverage& day : coverageOf(**reader, Dataset::UsageHourly, scope.days).days) {
            judgeHours(day, shown, verdict);
        }
    }
    judgeLists(shownLists(**reader), verdict);
    const auto findings = (*reader)->verify();
    if (!findings) qFatal("%s", qPrintable(findings.error().message));
    for (const VerifyFinding& finding : *findings) complain(verdict, finding.check + u": " + finding.message);
    return verdict;
}

Verdict FaultLab::judgeWhole() {
    Verdict verdict = judge();
    const auto reader = CacheReader::open(cachePath());
    if (!reader) qFatal("%s", qPrintable(reader.error().message));
    std::vector<Dataset> datasets{Dataset::Cost, Dataset::Usage, Dataset::ClaudeCode};
    if (scope.width == BucketWidth::Hour) datasets.push_back(Dataset::UsageHourly);
    for (const Dataset dataset : datasets) {
        for (const DayCoverage& day : coverageOf(**reader, dataset, scope.days).days) {
            if (isShown(day.state)) continue;
            complain(verdict, day.day.toIso() + u" of " + datasetName(dataset) + u" is not there: " + day.error);
        }
    }
    const Lists lists = shownLists(**reader);
    for (const auto& [name, rows] : listsOf(server.data)) compare(name, rowsOf(lists, name), rows, verdict);
    for (const auto& [name, rows] : lists) compare(name, rows, rowsOf(listsOf(server.data), name), verdict);
    for (const ReportShape& shape : reportShapes()) {
        for (const QString& interval : shape.intervals) {
            if (interval == u"hour" && scope.width != BucketWidth::Hour) continue;
            for (const bool isFinest : {false, true}) {
                const Wanted wanted = wantedOf(shape, scope.days, interval, isFinest);
                // A total without rows is a row of zeros; that is for the tests of reports.
                const Rows expected = expectedRows(server.data, wanted);
                if (expected.empty()) continue;
                compare(shape.name + u" by " + interval, shownRows(**reader, wanted), expected, verdict);
            }
        }
    }
    return verdict;
}

}  // namespace tokenledger::test
