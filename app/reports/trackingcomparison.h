// What an internal tracking counted beside what Anthropic reports, from the cache; and its requests and failures, which
// Anthropic does not report. Built in the reader's thread.
#pragma once

#include "app/analysis/trackingmatch.h"
#include "app/core/completeness.h"
#include "app/finance/trackingformat.h"
#include "app/reports/table.h"
#include "storage/cachereader.h"

#include <map>

namespace tokenledger {

struct TrackingComparisonRequest {
    QString source;  // empty: the only one there is
    DateRange range;
    Interval interval = Interval::Day;
    bool byModel = true;
    bool byKind = true;
    std::vector<TermId> models = {};  // only these; empty: all
    friend bool operator==(const TrackingComparisonRequest&, const TrackingComparisonRequest&) = default;
};

struct TrackingComparison {
    QString source;
    MatchLimits limits;
    bool costIsEstimate = false;  // the source reckons its costs itself
    TrackingMatch match;
    std::map<TermId, QString> models;  // as they are shown
    Completeness usage;
    Completeness cost;
    QDateTime asOf;
    QDateTime importedAt;  // of the newest import of these days

    [[nodiscard]] bool hasDifference() const;
    /// What was not compared, and why; plain sentences.
    [[nodiscard]] QStringList notes() const;
};

/// Error Usage where there is no such source, none at all, or several to choose from; tooLarge().
[[nodiscard]] Result<TrackingComparison> compareTracking(const CacheReader& cache,
                                                         const TrackingComparisonRequest& request);

/// How a source was read the last time; nothing: never.
[[nodiscard]] Result<std::optional<TrackingFormat>> rememberedFormat(const CacheReader& cache, const QString& source);

/// Days of a source that an import brought, and when the newest of these imports was made.
[[nodiscard]] std::map<UtcDay, QDateTime> importedDays(const std::vector<TrackingImport>& imports,
                                                       const QString& source, const DateRange& range);

/// Requests of a range as one source counted them. `judged`: those of days and models that also tell the successful.
struct TrackedRequests {
    QString source;
    std::optional<std::int64_t> requests;
    std::int64_t judged = 0;
    std::int64_t successful = 0;
    int days = 0;  // of the range that were imported

    /// Successful by all that can be judged; nothing where there is none.
    [[nodiscard]] std::optional<Ratio> successRate() const;
};
/// One entry a source that has days in the range and counts requests, by name. `models`: only these; empty: all.
[[nodiscard]] Result<std::vector<TrackedRequests>> trackedRequests(const CacheReader& cache, const DateRange& range,
                                                                   const std::vector<TermId>& models);

}  // namespace tokenledger
