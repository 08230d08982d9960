// Which day of which dataset is there, since when and from which grouping: shared by writer and reader.
#pragma once

#include "storage/cachetypes.h"
#include "storage/statement.h"

namespace tokenledger {

/// How facts are addressed: who said it, in which report, cut into which buckets and grouped how.
struct ScopeKey {
    const char* source = nullptr;
    BucketWidth width = BucketWidth::Day;
    DimensionSet grouping;
};

/// The number of a scope; given when it is new.
[[nodiscard]] std::int64_t scopeId(SQLite::Database& db, const ScopeKey& key);

/// Consecutive days whose figures come from one grouping.
struct ScopeRun {
    std::int64_t scope = 0;
    DateRange days;
};

/// The runs of a dataset that hold facts, oldest first. A day's facts under any other grouping are not to be read:
/// they are the same tokens again.
[[nodiscard]] std::vector<ScopeRun> scopeRuns(SQLite::Database& db, Dataset dataset, const DateRange& range);

[[nodiscard]] DatasetCoverage readCoverage(SQLite::Database& db, Dataset dataset, const DateRange& range);

/// Every grouping that a dataset's report was ever fetched with, at its bucket width.
[[nodiscard]] std::vector<std::int64_t> scopesOf(SQLite::Database& db, Dataset dataset);

/// What coverage knows of these days, dataset by dataset.
[[nodiscard]] std::vector<StoredDays> countStoredDays(SQLite::Database& db, const DateRange& range,
                                                      const std::vector<Dataset>& datasets);

/// A successful or failed attempt, as coverage keeps it.
struct Attempt {
    Dataset dataset = Dataset::Usage;
    QDateTime at;
    QString requestId;
};

class CoverageStore {
public:
    explicit CoverageStore(SQLite::Database& db);

    /// The grouping that this day's figures come from until now.
    [[nodiscard]] std::optional<std::int64_t> scopeOf(Dataset dataset, UtcDay day);
    [[nodiscard]] bool isFinal(Dataset dataset, UtcDay day);
    /// The day was answered: provisional or final by the time of the fetch.
    void markFetched(const Attempt& attempt, UtcDay day, std::int64_t scope, std::int64_t factRows);
    /// The day failed. With figures from an earlier attempt it keeps these, their state and their time, and notes the
    /// error; without, it becomes Failed.
    void markFailed(const Attempt& attempt, UtcDay day, const QString& error);
    /// Like markFailed for a day whose figures have been taken away: it is Failed whatever it was before.
    void markWithdrawn(const Attempt& attempt, UtcDay day, const QString& error);
    /// Like markFailed for a day of which some buckets did arrive: what there is stays readable.
    void markPartly(const Attempt& attempt, UtcDay day, std::int64_t scope, std::int64_t factRows,
                    const QString& error);
    /// The days become missing.
    void remove(Dataset dataset, const DateRange& days);

private:
    Statement m_scope;
    Statement m_state;
    Statement m_fetched;
    Statement m_failed;
    Statement m_failedAgain;
    Statement m_withdrawn;
    Statement m_partly;
    Statement m_rows;
    Statement m_remove;
};

void appendRequestLog(SQLite::Database& db, const RequestLogEntry& entry, const QStringList& notices = {});

}  // namespace tokenledger
