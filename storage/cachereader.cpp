#include "storage/cachereader.h"

#include "storage/backup.h"
#include "storage/claudecodefacts.h"
#include "storage/claudecodequeries.h"
#include "storage/costfacts.h"
#include "storage/database.h"
#include "storage/factfold.h"
#include "storage/ledgerstore.h"
#include "storage/objectstore.h"
#include "storage/organizationstore.h"
#include "storage/restatements.h"
#include "storage/statusqueries.h"
#include "storage/terms.h"
#include "storage/trackingstore.h"
#include "storage/usagefacts.h"
#include "storage/verify.h"

#include <atomic>
#include <set>

namespace tokenledger {

namespace {

template <typename Facts>
bool knows(Dimension dimension) {
    return columnOf<Facts>(dimension).has_value();
}

QString nullName(Dimension dimension) {
    if (dimension == Dimension::Workspace) return QStringLiteral("(default workspace)");
    if (dimension == Dimension::ApiKey) return QStringLiteral("(console)");
    return QStringLiteral("(none)");
}

}  // namespace

struct CacheReader::Private {
    Private() = default;
    ~Private() {
        if (!db) return;
        db.reset();
        removeEmptyLog(path);
    }
    Private(const Private&) = delete;
    Private& operator=(const Private&) = delete;

    QString path;
    std::unique_ptr<SQLite::Database> db;
    std::atomic<bool> interrupted = false;
    int snapshots = 0;  // open ones; the outermost holds the transaction

    // What is remembered of the tables. Numbers keep their meaning forever, so only what is new is read; names can
    // change.
    std::int64_t seenVersion = -1;
    TermTexts terms;
    QHash<TermId, QString> workspaceNames;
    QHash<TermId, QString> apiKeyNames;
    FactKeys<UsageFacts> usageKeys;
    FactKeys<CostFacts> costKeys;
    FactKeys<ClaudeCodeFacts> claudeCodeKeys;
    FactKeys<ClaudeCodeModelFacts> claudeCodeModelKeys;
    FactKeys<ClaudeCodeToolFacts> claudeCodeToolKeys;

    void refresh() {
        const std::int64_t version = singleInteger(*db, "PRAGMA data_version");
        if (version == seenVersion) return;
        terms.refresh(*db);
        workspaceNames = readNames(*db, ObjectKind::Workspace);
        apiKeyNames = readNames(*db, ObjectKind::ApiKey);
        usageKeys.refresh(*db);
        costKeys.refresh(*db);
        claudeCodeKeys.refresh(*db);
        claudeCodeModelKeys.refresh(*db);
        claudeCodeToolKeys.refresh(*db);
        seenVersion = version;
    }

    /// Asked between two steps of long work, where interrupting a query would hit none.
    Progress untilInterrupted(const Progress& progress) const {
        return [this, progress](int done, int total) { return !interrupted && (!progress || progress(done, total)); };
    }

    /// Runs `work() -> Result<T>` on one state of the cache, with the remembered tables up to date.
    template <typename Work>
    auto ask(const CacheReader& reader, Work work) -> std::invoke_result_t<Work> {
        return guarded(path, [&]() -> std::invoke_result_t<Work> {
            const Snapshot snapshot(reader);
            if (interrupted) return failure(cancelledError());
            refresh();
            auto result = work();
            if (interrupted) return failure(cancelledError());
            return result;
        });
    }

    template <typename Facts>
    Result<std::vector<FactRow<typename Facts::Measures>>> fold(const CacheReader& reader, const FactKeys<Facts>& keys,
                                                                Dataset dataset, const FactQuery& query,
                                                                const char* what) {
        if (auto sound = checkQuery(query, &knows<Facts>, dataset == Dataset::UsageHourly, what); !sound) {
            return failure(sound.error());
        }
        return ask(reader, [&] { return foldFacts<Facts>(*db, dataset, keys, query); });
    }

    /// The terms of a dimension in the combinations of one kind of fact; of those in use, or of all ever seen.
    template <typename Facts>
    void collect(const FactKeys<Facts>& keys, Dimension dimension, bool inUse, std::set<TermId>& found) {
        const auto column = columnOf<Facts>(dimension);
        if (!column) return;
        const auto take = [&](std::int64_t id) {
            if (keys.contains(id)) found.insert(keys[static_cast<KeyId>(id)][*column]);
        };
        if (inUse) {
            for (Statement used(*db, Facts::KeysInUse); used.step();) take(used.integer(0));
        } else {
            for (KeyId id = 1; id <= keys.size(); ++id) take(id);
        }
        found.erase(NotGroupedTerm);
    }
    std::set<TermId> valuesOf(Dimension dimension, bool inUse) {
        std::set<TermId> found;
        collect(usageKeys, dimension, inUse, found);
        collect(costKeys, dimension, inUse, found);
        collect(claudeCodeKeys, dimension, inUse, found);
        collect(claudeCodeModelKeys, dimension, inUse, found);
        return found;
    }
    const QHash<TermId, QString>& namesOf(Dimension dimension) const {
        static const QHash<TermId, QString> none;
        if (dimension == Dimension::Workspace) return workspaceNames;
        if (dimension == Dimension::ApiKey) return apiKeyNames;
        return none;
    }
};

CacheReader::CacheReader() : d(std::make_unique<Private>()) {}
CacheReader::~CacheReader() = default;

Result<std::unique_ptr<CacheReader>> CacheReader::open(const QString& path) {
    auto db = openReadOnly(path);
    if (!db) return failure(db.error());
    std::unique_ptr<CacheReader> reader(new CacheReader);
    reader->d->path = path;
    reader->d->db = std::move(*db);
    // Reads the names at once, so that displayName() knows them without a query before it. Damage in them is not a
    // reason to stay shut, for verify() is to tell what is damaged; every query meets it again and says so.
    if (auto read = reader->d->ask(*reader, []() -> Result<void> { return {}; });
        !read && read.error().kind != ErrorKind::Cache && read.error().kind != ErrorKind::Damaged) {
        return failure(read.error());
    }
    return reader;
}

Result<std::vector<UsageRow>> CacheReader::usage(const FactQuery& query) const {
    const Dataset dataset = query.interval == Interval::Hour ? Dataset::UsageHourly : Dataset::Usage;
    return d->fold(*this, d->usageKeys, dataset, query, "Usage");
}

Result<std::vector<CostRow>> CacheReader::cost(const FactQuery& query) const {
    return d->fold(*this, d->costKeys, Dataset::Cost, query, "Cost");
}

Result<std::vector<ClaudeCodeRow>> CacheReader::claudeCode(const FactQuery& query) const {
    return d->fold(*this, d->claudeCodeKeys, Dataset::ClaudeCode, query, "Claude Code");
}

Result<std::vector<ClaudeCodeModelRow>> CacheReader::claudeCodeModels(const FactQuery& query) const {
    return d->fold(*this, d->claudeCodeModelKeys, Dataset::ClaudeCode, query, "Claude Code");
}

Result<std::vector<ClaudeCodeActorRow>> CacheReader::claudeCodeActors(const DateRange& range,
                                                                      const std::vector<DimensionFilter>& where) const {
    const FactQuery query{range, Interval::Day, {}, where};
    if (auto sound = checkQuery(query, &knows<ClaudeCodeFacts>, false, "Claude Code"); !sound) {
        return failure(sound.error());
    }
    return d->ask(*this, [&] { return readClaudeCodeActors(*d->db, d->claudeCodeKeys, query); });
}

Result<std::vector<ClaudeCodeToolRow>> CacheReader::claudeCodeTools(const DateRange& range,
                                                                    const std::vector<DimensionFilter>& where) const {
    const FactQuery query{range, Interval::Total, {}, where};
    if (auto sound = checkQuery(query, &knows<ClaudeCodeToolFacts>, false, "Claude Code"); !sound) {
        return failure(sound.error());
    }
    return d->ask(*this, [&] { return readClaudeCodeTools(*d->db, d->claudeCodeToolKeys, query); });
}

Result<std::int64_t> CacheReader::claudeCodeActiveUsers(const DateRange& range) const {
    return d->ask(*this, [&]() -> Result<std::int64_t> {
        std::set<TermId> users;
        forEachFact<ClaudeCodeFacts>(*d->db, Dataset::ClaudeCode, range, [&](const Statement& fact) {
            const std::int64_t id = fact.integer(1);
            if (fact.integer(2) <= 0 || !d->claudeCodeKeys.contains(id)) return;
            const FactKey<ClaudeCodeFacts>& key = d->claudeCodeKeys[static_cast<KeyId>(id)];
            const bool isUser = key[ActorTypeColumn] == static_cast<TermId>(ClaudeCodeRecord::ActorType::User);
            if (isUser) users.insert(key[*columnOf<ClaudeCodeFacts>(Dimension::User)]);
        });
        return static_cast<std::int64_t>(users.size());
    });
}

QString CacheReader::text(TermId term) const { return d->terms.text(term); }

QString CacheReader::displayName(Dimension dimension, TermId term) const {
    if (term == NullTerm) return nullName(dimension);
    if (term == NotGroupedTerm) return QStringLiteral("(not grouped)");
    const QString name = d->namesOf(dimension).value(term);
    return name.isEmpty() ? d->terms.text(term) : name;
}

Result<std::vector<TermId>> CacheReader::valuesOf(Dimension dimension) const {
    return d->ask(*this, [&]() -> Result<std::vector<TermId>> {
        const std::set<TermId> found = d->valuesOf(dimension, true);
        return std::vector<TermId>(found.begin(), found.end());
    });
}

Result<std::vector<TermId>> CacheReader::findTerms(Dimension dimension, const QString& value) const {
    return d->ask(*this, [&]() -> Result<std::vector<TermId>> {
        if (value.isEmpty()) return std::vector{NullTerm};
        std::set<TermId> candidates = d->valuesOf(dimension, false);
        // An object without any use is known by its name too.
        for (auto named = d->namesOf(dimension).keyBegin(); named != d->namesOf(dimension).keyEnd(); ++named) {
            candidates.insert(*named);
        }
        std::vector<TermId> found;
        for (const TermId term : candidates) {
            if ((term > 0 && d->terms.text(term) == value) || displayName(dimension, term) == value)
                found.push_back(term);
        }
        return found;
    });
}

Result<DatasetCoverage> CacheReader::coverage(Dataset dataset, const DateRange& range) const {
    return d->ask(*this, [&]() -> Result<DatasetCoverage> { return readCoverage(*d->db, dataset, range); });
}

Result<std::optional<DateRange>> CacheReader::extent() const {
    return d->ask(*this, [&]() -> Result<std::optional<DateRange>> { return readExtent(*d->db); });
}

Result<QDateTime> CacheReader::asOf() const {
    return d->ask(*this, [&]() -> Result<QDateTime> { return readAsOf(*d->db); });
}

Result<CacheStatus> CacheReader::status() const {
    return d->ask(*this, [&]() -> Result<CacheStatus> { return readStatus(*d->db, d->path); });
}

Result<std::vector<RequestLogEntry>> CacheReader::requestLog(std::int64_t afterId) const {
    return d->ask(*this, [&]() -> Result<std::vector<RequestLogEntry>> { return readRequestLog(*d->db, afterId); });
}

Result<std::vector<RequestLogEntry>> CacheReader::newestRequests(Dataset dataset, int limit) const {
    return d->ask(*this,
                  [&]() -> Result<std::vector<RequestLogEntry>> { return readNewestRequests(*d->db, dataset, limit); });
}

Result<std::vector<StoredDays>> CacheReader::storedDays(const DateRange& range,
                                                        const std::vector<Dataset>& datasets) const {
    return d->ask(*this, [&]() -> Result<std::vector<StoredDays>> { return countStoredDays(*d->db, range, datasets); });
}

Result<void> CacheReader::backUp(const QString& target, const Progress& progress) const {
    const Snapshot snapshot(*this);
    return backUpCache(*d->db, d->path, target, d->untilInterrupted(progress));
}

Result<std::vector<Restatement>> CacheReader::restatements() const {
    return d->ask(*this, [&]() -> Result<std::vector<Restatement>> {
        std::vector<std::pair<std::int64_t, Restatement>> entries;
        readRestatements(*d->db, d->usageKeys, Dataset::Usage, entries);
        readRestatements(*d->db, d->costKeys, Dataset::Cost, entries);
        readRestatements(*d->db, d->claudeCodeKeys, Dataset::ClaudeCode, entries);
        std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        std::vector<Restatement> restatements;
        restatements.reserve(entries.size());
        for (auto& [number, entry] : entries) restatements.push_back(std::move(entry));
        return restatements;
    });
}

Result<std::vector<StoredObject>> CacheReader::objects(ObjectKind kind) const {
    return d->ask(*this, [&]() -> Result<std::vector<StoredObject>> { return readObjects(*d->db, kind); });
}

Result<QDateTime> CacheReader::objectsFetchedAt(ObjectKind kind) const {
    return d->ask(*this, [&]() -> Result<QDateTime> { return readObjectsTime(*d->db, kind); });
}

Result<PlanBasis> CacheReader::planBasis() const {
    return d->ask(*this, [&]() -> Result<PlanBasis> {
        return PlanBasis{readOpenWorkspaces(*d->db), readRequestLimit(*d->db)};
    });
}

Result<std::vector<ObjectChange>> CacheReader::objectChanges() const {
    return d->ask(*this, [&]() -> Result<std::vector<ObjectChange>> { return readObjectChanges(*d->db); });
}

Result<std::vector<Definition>> CacheReader::definitions(const QString& kind) const {
    return d->ask(*this, [&]() -> Result<std::vector<Definition>> { return readDefinitions(*d->db, kind); });
}

Result<std::vector<Definition>> CacheReader::definitionHistory(const QString& kind, const QString& name) const {
    return d->ask(*this,
                  [&]() -> Result<std::vector<Definition>> { return readDefinitionHistory(*d->db, kind, name); });
}

Result<std::vector<AuditEntry>> CacheReader::auditLog() const {
    return d->ask(*this, [&]() -> Result<std::vector<AuditEntry>> { return readAuditLog(*d->db); });
}

Result<std::vector<MonthClose>> CacheReader::closes() const {
    return d->ask(*this, [&]() -> Result<std::vector<MonthClose>> { return readCloses(*d->db); });
}

Result<std::vector<TrackingImport>> CacheReader::trackingImports() const {
    return d->ask(*this, [&]() -> Result<std::vector<TrackingImport>> { return readTrackingImports(*d->db); });
}

Result<QStringList> CacheReader::trackingSources() const {
    return d->ask(*this, [&]() -> Result<QStringList> { return readTrackingSources(*d->db); });
}

Result<std::vector<TrackingRow>> CacheReader::tracking(const QString& source, const DateRange& days) const {
    return d->ask(*this, [&]() -> Result<std::vector<TrackingRow>> { return readTracking(*d->db, source, days); });
}

Result<std::vector<VerifyFinding>> CacheReader::verify(const Progress& progress) const {
    // Not through ask(): damage is what it looks for, and reading the key tables would stop at it.
    return guarded(d->path, [&]() -> Result<std::vector<VerifyFinding>> {
        const Snapshot snapshot(*this);
        return verifyCache(*d->db, d->untilInterrupted(progress));
    });
}

void CacheReader::interrupt() {
    d->interrupted = true;
    sqlite3_interrupt(d->db->getHandle());
}

void CacheReader::resume() { d->interrupted = false; }

CacheReader::Snapshot::Snapshot(const CacheReader& reader) : m_reader(reader) {
    // Nothing is locked before the first read, and a BEGIN does not fail: what could go wrong shows in that read.
    if (m_reader.d->snapshots++ == 0) sqlite3_exec(m_reader.d->db->getHandle(), "BEGIN", nullptr, nullptr, nullptr);
}

CacheReader::Snapshot::~Snapshot() {
    if (--m_reader.d->snapshots == 0) sqlite3_exec(m_reader.d->db->getHandle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

}  // namespace tokenledger
