// Read-only view of a cache file. Used in one thread; interrupt() may be called from any.
#pragma once

#include "storage/cachetypes.h"
#include "storage/ledgertypes.h"

#include <memory>

namespace tokenledger {

class CacheReader {
public:
    /// Errors Cache: missing, not a database, corrupt, newer schema, no permission; each in plain words.
    [[nodiscard]] static Result<std::unique_ptr<CacheReader>> open(const QString& path);
    ~CacheReader();

    // Grouped sums, sorted by period, then keys. Only Interval::Hour reads hourly data; all others daily data.
    // A period or combination without facts has no row. Error Cache; Cancelled after interrupt().
    [[nodiscard]] Result<std::vector<UsageRow>> usage(const FactQuery& query) const;
    [[nodiscard]] Result<std::vector<CostRow>> cost(const FactQuery& query) const;
    [[nodiscard]] Result<std::vector<ClaudeCodeRow>> claudeCode(const FactQuery& query) const;
    [[nodiscard]] Result<std::vector<ClaudeCodeModelRow>> claudeCodeModels(const FactQuery& query) const;
    /// As stored, oldest first: nothing is added up.
    [[nodiscard]] Result<std::vector<ClaudeCodeActorRow>> claudeCodeActors(
        const DateRange& range, const std::vector<DimensionFilter>& where) const;
    /// Sums of the range by tool, sorted by term.
    [[nodiscard]] Result<std::vector<ClaudeCodeToolRow>> claudeCodeTools(
        const DateRange& range, const std::vector<DimensionFilter>& where) const;
    /// Distinct user actors with at least one session in the range.
    [[nodiscard]] Result<std::int64_t> claudeCodeActiveUsers(const DateRange& range) const;

    // Dimension values.
    /// The text of a term; empty for NullTerm and NotGroupedTerm.
    [[nodiscard]] QString text(TermId term) const;
    /// The name where one is known, else the id; "(default workspace)", "(console)", "(none)" for null.
    [[nodiscard]] QString displayName(Dimension dimension, TermId term) const;
    /// Values that occur in this dimension's facts (NullTerm included where it occurs).
    [[nodiscard]] Result<std::vector<TermId>> valuesOf(Dimension dimension) const;
    /// Terms whose id or display name equals `value`; an empty value means null.
    [[nodiscard]] Result<std::vector<TermId>> findTerms(Dimension dimension, const QString& value) const;

    [[nodiscard]] Result<DatasetCoverage> coverage(Dataset dataset, const DateRange& range) const;
    /// First and last day with any coverage of these datasets; nothing in an empty cache.
    [[nodiscard]] Result<std::optional<DateRange>> extent() const;
    /// The time of the newest successful fetch of any dataset and day; invalid in an empty cache. How fresh a range is,
    /// coverage() tells.
    [[nodiscard]] Result<QDateTime> asOf() const;
    [[nodiscard]] Result<CacheStatus> status() const;
    /// Oldest first; only what came after the entry of this id.
    [[nodiscard]] Result<std::vector<RequestLogEntry>> requestLog(std::int64_t afterId = 0) const;
    /// Newest first.
    [[nodiscard]] Result<std::vector<RequestLogEntry>> newestRequests(Dataset dataset, int limit) const;
    /// What CacheWriter::purge would take.
    [[nodiscard]] Result<std::vector<StoredDays>> storedDays(const DateRange& range,
                                                             const std::vector<Dataset>& datasets) const;

    /// What changed in days that were final; oldest first.
    [[nodiscard]] Result<std::vector<Restatement>> restatements() const;
    /// What the lists named, by the first field, then id; gone objects included.
    [[nodiscard]] Result<std::vector<StoredObject>> objects(ObjectKind kind) const;
    /// When the lists of a kind were fetched, the oldest of them (members: of workspaces that are not archived);
    /// invalid when one is still to be fetched.
    [[nodiscard]] Result<QDateTime> objectsFetchedAt(ObjectKind kind) const;
    [[nodiscard]] Result<std::vector<ObjectChange>> objectChanges() const;  // oldest first

    [[nodiscard]] Result<PlanBasis> planBasis() const;

    /// The newest version of each of a kind, by name; none that is removed.
    [[nodiscard]] Result<std::vector<Definition>> definitions(const QString& kind) const;
    /// Every version, oldest first; one with an empty body removed it.
    [[nodiscard]] Result<std::vector<Definition>> definitionHistory(const QString& kind, const QString& name) const;
    [[nodiscard]] Result<std::vector<AuditEntry>> auditLog() const;             // oldest first
    [[nodiscard]] Result<std::vector<MonthClose>> closes() const;               // by month, then version
    [[nodiscard]] Result<std::vector<TrackingImport>> trackingImports() const;  // oldest first
    /// Internal trackings that have days, by name.
    [[nodiscard]] Result<QStringList> trackingSources() const;
    /// By day, then model.
    [[nodiscard]] Result<std::vector<TrackingRow>> tracking(const QString& source, const DateRange& days) const;

    // Slow; not for the GUI's reader.
    /// SQLite integrity, foreign keys, every rollup against its facts.
    [[nodiscard]] Result<std::vector<VerifyFinding>> verify(const Progress& progress = {}) const;
    /// Copies the cache as it is at the beginning into a new file, which is there whole or not at all, while a sync may
    /// go on. Never overwrites. Error Usage when the file cannot be made there; Cache when the disk is full or the
    /// like.
    [[nodiscard]] Result<void> backUp(const QString& target, const Progress& progress = {}) const;

    /// Ends the query under way, and every later one, with Cancelled; until resume().
    void interrupt();
    void resume();

    /// While it lives, everything read comes from one state of the cache, whatever a sync commits meanwhile.
    class Snapshot {
    public:
        explicit Snapshot(const CacheReader& reader);
        ~Snapshot();
        Snapshot(const Snapshot&) = delete;
        Snapshot& operator=(const Snapshot&) = delete;

    private:
        const CacheReader& m_reader;
    };

private:
    CacheReader();
    struct Private;
    std::unique_ptr<Private> d;
};

}  // namespace tokenledger
