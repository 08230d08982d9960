#include "storage/coveragestore.h"

#include "storage/claudecodefacts.h"
#include "storage/costfacts.h"
#include "storage/usagefacts.h"

namespace tokenledger {

namespace {

// Stored as numbers: these may be appended to, never reordered.
static_assert(static_cast<int>(Dataset::Usage) == 0 && static_cast<int>(Dataset::UsageHourly) == 1 &&
              static_cast<int>(Dataset::UsageMinutely) == 2 && static_cast<int>(Dataset::Cost) == 3 &&
              static_cast<int>(Dataset::ClaudeCode) == 4 && static_cast<int>(Dataset::Organization) == 5);
static_assert(static_cast<int>(DayState::Missing) == 0 && static_cast<int>(DayState::Provisional) == 1 &&
              static_cast<int>(DayState::Final) == 2 && static_cast<int>(DayState::Failed) == 3);

constexpr std::int64_t Failed = static_cast<std::int64_t>(DayState::Failed);

std::int64_t code(Dataset dataset) { return static_cast<std::int64_t>(dataset); }
std::int64_t number(UtcDay day) { return day.number(); }

/// Spelled out, so that it stays true when dimensions are added to the program.
QString groupingText(DimensionSet grouping) {
    QStringList names;
    for (int i = 0; i < DimensionCount; ++i) {
        const auto dimension = static_cast<Dimension>(i);
        if (grouping.contains(dimension)) names.append(dimensionName(dimension));
    }
    return names.join(u',');
}

}  // namespace

std::int64_t scopeId(SQLite::Database& db, const ScopeKey& key) {
    const QString groupedBy = groupingText(key.grouping);
    const std::string_view source = key.source;
    const std::int64_t width = bucketSeconds(key.width);
    Statement find(db,
                   "SELECT id FROM scope WHERE provider = 'anthropic' AND source = ? AND bucket_width = ? AND "
                   "grouped_by = ?");
    if (find.with(source, width, groupedBy).step()) return find.integer(0);
    Statement insert(db,
                     "INSERT INTO scope (id, provider, source, bucket_width, grouped_by) "
                     "SELECT COALESCE(MAX(id), 0) + 1, 'anthropic', ?, ?, ? FROM scope");
    insert.with(source, width, groupedBy).run();
    return find.with(source, width, groupedBy).step() ? find.integer(0) : 0;
}

std::vector<std::int64_t> scopesOf(SQLite::Database& db, Dataset dataset) {
    std::string_view source = UsageFacts::Source;
    BucketWidth width = BucketWidth::Day;
    if (dataset == Dataset::UsageHourly) width = BucketWidth::Hour;
    if (dataset == Dataset::UsageMinutely) width = BucketWidth::Minute;
    if (dataset == Dataset::Cost) source = CostFacts::Source;
    if (dataset == Dataset::ClaudeCode) source = ClaudeCodeSource;
    Statement find(db, "SELECT id FROM scope WHERE source = ? AND bucket_width = ? ORDER BY id");
    std::vector<std::int64_t> scopes;
    for (find.with(source, bucketSeconds(width)); find.step();) scopes.push_back(find.integer(0));
    return scopes;
}

namespace {

/// The day of a row that was asked for by its day. In a damaged index rows come that were not.
UtcDay dayIn(const DateRange& range, std::int64_t number) {
    if (number < range.first.number() || number > range.last.number()) {
        throw SQLite::Exception("a day that was not asked for", SQLITE_CORRUPT);
    }
    return UtcDay::fromNumber(static_cast<std::int32_t>(number));
}

DayState stateOf(std::int64_t stored) {
    for (const DayState state : {DayState::Missing, DayState::Provisional, DayState::Final, DayState::Failed}) {
        if (stored == static_cast<std::int64_t>(state)) return state;
    }
    throw SQLite::Exception("a day in no known state", SQLITE_CORRUPT);
}

}  // namespace

std::vector<ScopeRun> scopeRuns(SQLite::Database& db, Dataset dataset, const DateRange& range) {
    Statement days(db,
                   "SELECT day, scope FROM coverage WHERE dataset = ? AND day >= ? AND day <= ? AND scope IS NOT NULL "
                   "ORDER BY day");
    std::vector<ScopeRun> runs;
    for (days.with(code(dataset), number(range.first), number(range.last)); days.step();) {
        const UtcDay day = dayIn(range, days.integer(0));
        const std::int64_t scope = days.integer(1);
        // A run does not pass over a day: one that was withdrawn has no scope here, and may still have facts of any.
        if (!runs.empty() && runs.back().scope == scope && runs.back().days.last + 1 == day) {
            runs.back().days.last = day;
        } else {
            runs.push_back({scope, {day, day}});
        }
    }
    return runs;
}

std::vector<StoredDays> countStoredDays(SQLite::Database& db, const DateRange& range,
                                        const std::vector<Dataset>& datasets) {
    std::vector<StoredDays> counts;
    Statement count(db,
                    "SELECT COUNT(*), COALESCE(SUM(fact_rows), 0) FROM coverage WHERE dataset = ? AND day >= ? AND "
                    "day <= ?");
    for (const Dataset dataset : datasets) {
        count.with(code(dataset), number(range.first), number(range.last));
        StoredDays stored{dataset, 0, 0};
        while (count.step()) stored = {dataset, static_cast<int>(count.integer(0)), count.integer(1)};
        counts.push_back(stored);
    }
    return counts;
}

DatasetCoverage readCoverage(SQLite::Database& db, Dataset dataset, const DateRange& range) {
    DatasetCoverage coverage{dataset, {}};
    coverage.days.reserve(static_cast<std::size_t>(range.days()));
    for (UtcDay day = range.first; day <= range.last; day = day + 1) {
        coverage.days.push_back({day, DayState::Missing, {}, {}});
    }
    Statement known(db,
                    "SELECT day, state, fetched_at, error FROM coverage WHERE dataset = ? AND day >= ? AND day <= ? "
                    "ORDER BY day");
    for (known.with(code(dataset), number(range.first), number(range.last)); known.step();) {
        DayCoverage& day = coverage.days[static_cast<std::size_t>(dayIn(range, known.integer(0)) - range.first)];
        day.state = stateOf(known.integer(1));
        day.fetchedAt = QDateTime::fromMSecsSinceEpoch(known.integer(2), Qt::UTC);
        day.error = known.string(3);
    }
    return coverage;
}

CoverageStore::CoverageStore(SQLite::Database& db)
    : m_scope(db, "SELECT scope FROM coverage WHERE dataset = ? AND day = ? AND scope IS NOT NULL"),
      m_state(db, "SELECT state FROM coverage WHERE dataset = ? AND day = ?"),
      m_fetched(db,
                "INSERT INTO coverage (dataset, day, state, fetched_at, request_id, scope, fact_rows, error) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, '') ON CONFLICT (dataset, day) DO UPDATE SET state = excluded.state, "
                "fetched_at = excluded.fetched_at, request_id = excluded.request_id, scope = excluded.scope, "
                "fact_rows = excluded.fact_rows, error = excluded.error"),
      m_failed(db,
               "INSERT INTO coverage (dataset, day, state, fetched_at, request_id, scope, fact_rows, error) "
               "VALUES (?, ?, ?, ?, ?, NULL, 0, ?) ON CONFLICT (dataset, day) DO UPDATE SET error = excluded.error"),
      m_failedAgain(db,
                    "UPDATE coverage SET fetched_at = ?, request_id = ? WHERE dataset = ? AND day = ? AND state = ?"),
      m_withdrawn(db, "UPDATE coverage SET state = ?, scope = NULL, fact_rows = 0 WHERE dataset = ? AND day = ?"),
      m_partly(db, "UPDATE coverage SET scope = ? WHERE dataset = ? AND day = ? AND state = ?"),
      m_rows(db, "UPDATE coverage SET fact_rows = ? WHERE dataset = ? AND day = ? AND scope = ?"),
      m_remove(db, "DELETE FROM coverage WHERE dataset = ? AND day >= ? AND day <= ?") {}

std::optional<std::int64_t> CoverageStore::scopeOf(Dataset dataset, UtcDay day) {
    std::optional<std::int64_t> scope;
    for (m_scope.with(code(dataset), number(day)); m_scope.step();) scope = m_scope.integer(0);
    return scope;
}

bool CoverageStore::isFinal(Dataset dataset, UtcDay day) {
    bool final = false;
    for (m_state.with(code(dataset), number(day)); m_state.step();) {
        final = static_cast<DayState>(m_state.integer(0)) == DayState::Final;
    }
    return final;
}

void CoverageStore::markFetched(const Attempt& attempt, UtcDay day, std::int64_t scope, std::int64_t factRows) {
    const auto state = static_cast<std::int64_t>(stateOfFetchedDay(day, attempt.at));
    m_fetched
        .with(code(attempt.dataset), number(day), state, std::int64_t{attempt.at.toMSecsSinceEpoch()},
              attempt.requestId, scope, factRows)
        .run();
}

void CoverageStore::markFailed(const Attempt& attempt, UtcDay day, const QString& error) {
    const std::int64_t at = attempt.at.toMSecsSinceEpoch();
    m_failed.with(code(attempt.dataset), number(day), Failed, at, attempt.requestId, error).run();
    m_failedAgain.with(at, attempt.requestId, code(attempt.dataset), number(day), Failed).run();
}

void CoverageStore::markWithdrawn(const Attempt& attempt, UtcDay day, const QString& error) {
    m_withdrawn.with(Failed, code(attempt.dataset), number(day)).run();
    markFailed(attempt, day, error);
}

void CoverageStore::markPartly(const Attempt& attempt, UtcDay day, std::int64_t scope, std::int64_t factRows,
                               const QString& error) {
    markFailed(attempt, day, error);
    m_partly.with(scope, code(attempt.dataset), number(day), Failed).run();
    m_rows.with(factRows, code(attempt.dataset), number(day), scope).run();
}

void CoverageStore::remove(Dataset dataset, const DateRange& days) {
    m_remove.with(code(dataset), number(days.first), number(days.last)).run();
}

void appendRequestLog(SQLite::Database& db, const RequestLogEntry& entry, const QStringList& notices) {
    Statement insert(db,
                     "INSERT INTO request_log (at, dataset, request, http_status, outcome, answer_rows, retries, "
                     "duration_ms, request_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    const QString outcome = notices.isEmpty() ? entry.outcome : QString(entry.outcome % u"; " % notices.join(u"; "));
    insert
        .with(std::int64_t{entry.at.toMSecsSinceEpoch()}, code(entry.dataset), entry.request,
              std::int64_t{entry.httpStatus}, outcome, entry.rows, std::int64_t{entry.retries}, entry.durationMs,
              entry.requestId)
        .run();
}

}  // namespace tokenledger
