// What the Admin API says, as plain values: produced by app/api, stored by storage. No JSON, no SQL.
#pragma once

#include "app/core/dimension.h"
#include "app/core/measures.h"
#include "app/core/period.h"
#include "app/core/termpool.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace tokenledger {

enum class Dataset : std::uint8_t { Usage, UsageHourly, UsageMinutely, Cost, ClaudeCode, Organization };
inline constexpr std::array<Dataset, 6> AllDatasets = {Dataset::Usage, Dataset::UsageHourly, Dataset::UsageMinutely,
                                                       Dataset::Cost,  Dataset::ClaudeCode,  Dataset::Organization};
/// "usage", "usage-1h", "usage-1m", "cost", "claude-code", "organization".
[[nodiscard]] QString datasetName(Dataset dataset);
[[nodiscard]] std::optional<Dataset> datasetFromName(QStringView name);

enum class BucketWidth : std::uint8_t { Minute, Hour, Day };
[[nodiscard]] std::int64_t bucketSeconds(BucketWidth width);
[[nodiscard]] QString bucketWidthName(BucketWidth width);  // "1m", "1h", "1d"
[[nodiscard]] std::optional<BucketWidth> bucketWidthFromName(QStringView name);
[[nodiscard]] Dataset usageDataset(BucketWidth width);

/// A time bucket of a report page: rows [firstRow, firstRow + rowCount) of the page. With an error the bucket was
/// malformed: it has no rows and its days count as failed, while the page's other buckets are kept.
struct Bucket {
    std::int64_t start = 0;  // seconds since the epoch, aligned to the bucket width
    std::size_t firstRow = 0;
    std::size_t rowCount = 0;
    QString error;  // empty: the bucket is sound
};

struct UsageRecord {
    PoolTerm workspace = PoolNotGrouped;
    PoolTerm apiKey = PoolNotGrouped;
    PoolTerm model = PoolNotGrouped;
    PoolTerm serviceTier = PoolNotGrouped;
    PoolTerm contextWindow = PoolNotGrouped;
    UsageMeasures measures;
};

struct CostRecord {
    PoolTerm workspace = PoolNotGrouped;
    PoolTerm description = PoolNotGrouped;
    PoolTerm costType = PoolNotGrouped;
    PoolTerm tokenType = PoolNotGrouped;
    PoolTerm model = PoolNotGrouped;
    PoolTerm serviceTier = PoolNotGrouped;
    PoolTerm contextWindow = PoolNotGrouped;
    PoolTerm inferenceGeo = PoolNotGrouped;
    Money amount;
};

/// One page of a report. Move-only (it owns its dictionary); shared between threads as shared_ptr<const ...>.
template <typename Record>
struct ReportPage {
    BucketWidth width = BucketWidth::Day;
    DimensionSet grouping;
    TermPool terms;
    std::vector<Record> rows;
    std::vector<Bucket> buckets;  // oldest first; an empty period is a bucket without rows
    QString nextPage;             // empty: this was the last page
    QStringList notices;          // for the log: amounts that were finer than a nano-dollar, and the like
};
using UsagePage = ReportPage<UsageRecord>;
using CostPage = ReportPage<CostRecord>;

struct ClaudeCodeRecord {
    enum class ActorType : std::uint8_t { User, ApiKey };  // an API actor is a key's name: not an id, not unique
    struct ToolUse {
        std::string tool;
        std::int64_t accepted = 0;
        std::int64_t rejected = 0;
    };
    struct ModelUse {
        std::string model;
        ClaudeCodeModelMeasures measures;
    };
    ActorType actorType = ActorType::User;
    std::string actor;
    std::string terminal;
    std::string customerType;
    std::optional<std::string> subscriptionType;
    std::int64_t sessions = 0;
    std::int64_t linesAdded = 0;
    std::int64_t linesRemoved = 0;
    std::int64_t commits = 0;
    std::int64_t pullRequests = 0;
    std::vector<ToolUse> tools;
    std::vector<ModelUse> models;
};

/// All records of one day, from all its pages.
struct ClaudeCodeDay {
    UtcDay day;
    std::vector<ClaudeCodeRecord> rows;
    QStringList notices;
};
struct ClaudeCodePage {
    std::vector<ClaudeCodeRecord> rows;
    QString organizationId;  // whose records they are; empty where none says
    QString nextPage;
    QStringList notices;
};

struct Organization {
    QString id;
    QString name;
};

enum class DayState : std::uint8_t { Missing, Provisional, Final, Failed };
[[nodiscard]] QString dayStateName(DayState state);

/// A day is final when it was fetched at least this long after it ended.
inline constexpr std::int64_t FinalAfterSeconds = 72 * 3600;
[[nodiscard]] DayState stateOfFetchedDay(UtcDay day, const QDateTime& fetchedAt);

/// What the request log keeps of one HTTP request (its retries included). Never the key.
struct RequestLogEntry {
    QDateTime at;
    Dataset dataset = Dataset::Organization;
    QString request;  // path and query without page tokens
    int httpStatus = 0;
    QString outcome;  // "ok", or the plain sentence of the error
    std::int64_t rows = 0;
    int retries = 0;
    std::int64_t durationMs = 0;
    QString requestId;
    std::int64_t id = 0;  // of the stored entry, growing; 0 before it is stored
};

}  // namespace tokenledger
