#include "app/session.h"

#include "app/core/systemuser.h"

#include <atomic>

namespace tokenledger {

namespace {

/// Counts the pictures of one kind that were asked for; only the newest is worth making.
using Generation = std::shared_ptr<std::atomic<int>>;

}  // namespace

struct Session::Private {
    Private(Kind sessionKind, Clock& sessionClock, const PriceBook& priceBook, MakeClient make, QString path);

    Kind kind;
    Clock& clock;
    const PriceBook& prices;
    MakeClient makeClient;
    std::function<LedgerBeginning()> beginning;
    std::unique_ptr<CacheService> cache;
    std::optional<Error> writeProblem;
    Generation overviewGeneration = std::make_shared<std::atomic<int>>(0);
    Generation breakdownGeneration = std::make_shared<std::atomic<int>>(0);
    Generation usageGeneration = std::make_shared<std::atomic<int>>(0);
    Generation usageDetailsGeneration = std::make_shared<std::atomic<int>>(0);
    Generation cacheGeneration = std::make_shared<std::atomic<int>>(0);
    Generation activityGeneration = std::make_shared<std::atomic<int>>(0);
    Generation organizationGeneration = std::make_shared<std::atomic<int>>(0);
    bool keyHeldForThisRunOnly = false;
    std::unique_ptr<AdminClient> client;
    std::unique_ptr<SyncJob> job;
};

namespace {

CacheService::Mode modeOf(Session::Kind kind) {
    return kind == Session::Kind::ReadOnly ? CacheService::Mode::ReadOnly : CacheService::Mode::ReadWrite;
}

template <typename Picture, typename Build>
auto unlessSuperseded(const Generation& latest, Build build) {
    return [latest, generation = ++*latest, build = std::move(build)](const CacheReader& reader) -> Result<Picture> {
        if (generation != latest->load()) {
            return failure(ErrorKind::Cancelled, QStringLiteral("A newer picture was asked for."));
        }
        return build(reader);
    };
}

}  // namespace

Session::Private::Private(Kind sessionKind, Clock& sessionClock, const PriceBook& priceBook, MakeClient make,
                          QString path)
    : kind(sessionKind),
      clock(sessionClock),
      prices(priceBook),
      makeClient(std::move(make)),
      cache(std::make_unique<CacheService>(std::move(path), modeOf(sessionKind))) {}

Session::Session(Kind kind, QString cachePath, Clock& clock, const PriceBook& prices, MakeClient makeClient,
                 QObject* parent)
    : QObject(parent), d(std::make_unique<Private>(kind, clock, prices, std::move(makeClient), std::move(cachePath))) {}

Session::~Session() {
    // The job may be waiting on the cache's threads: it goes first, then the client, then the cache joins its threads.
    d->job.reset();
    d->client.reset();
}

Session::Kind Session::kind() const { return d->kind; }
QString Session::cachePath() const { return d->cache->path(); }
Clock& Session::clock() const { return d->clock; }
const PriceBook& Session::prices() const { return d->prices; }
bool Session::keyIsHeldForThisRunOnly() const { return d->keyHeldForThisRunOnly; }
void Session::setKeyIsHeldForThisRunOnly(bool held) { d->keyHeldForThisRunOnly = held; }

void Session::setBeginning(std::function<LedgerBeginning()> beginning) { d->beginning = std::move(beginning); }

void Session::open() {
    if (d->writeProblem) {
        d->cache = std::make_unique<CacheService>(cachePath(), modeOf(d->kind));
        d->writeProblem.reset();
    }
    whenDone(d->cache->open(), this, [this](const Result<void>& result) {
        if (result) {
            emit opened();
        } else if (d->cache->mode() == CacheService::Mode::ReadOnly) {
            emit openFailed(result.error());
        } else {
            openToRead(result.error());
        }
    });
}

void Session::openToRead(const Error& writeProblem) {
    d->cache = std::make_unique<CacheService>(cachePath(), CacheService::Mode::ReadOnly);
    whenDone(d->cache->open(), this, [this, writeProblem](const Result<void>& result) {
        if (!result) {
            emit openFailed(writeProblem);
            return;
        }
        d->writeProblem = writeProblem;
        emit opened();
    });
}

const std::optional<Error>& Session::writeProblem() const { return d->writeProblem; }

CacheService& Session::cache() const { return *d->cache; }

Author Session::author() const { return {d->clock.now(), systemUserName()}; }

QFuture<Result<void>> Session::noteKeyChange(const QString& profile, const QString& what) {
    AuditEntry entry;
    entry.author = author();
    entry.action = QStringLiteral("key");
    entry.subject = profile;
    entry.detail = what;
    return cache().write([entry](CacheWriter& writer) { return writer.recordAudit(entry); });
}

QFuture<Result<CacheStatus>> Session::status() {
    return d->cache->read([](const CacheReader& reader) { return reader.status(); });
}

QFuture<Result<std::optional<DateRange>>> Session::extent() {
    return d->cache->read([](const CacheReader& reader) { return reader.extent(); });
}

QFuture<Result<Overview>> Session::overview(const OverviewRequest& request) {
    return d->cache->read(unlessSuperseded<Overview>(
        d->overviewGeneration,
        [request, &prices = d->prices](const CacheReader& reader) { return buildOverview(reader, request, prices); }));
}

QFuture<Result<CostBreakdown>> Session::costBreakdown(const CostBreakdownRequest& request) {
    return d->cache->read(unlessSuperseded<CostBreakdown>(
        d->breakdownGeneration, [request](const CacheReader& reader) { return buildCostBreakdown(reader, request); }));
}

QFuture<Result<UsageBreakdown>> Session::usageBreakdown(const UsageBreakdownRequest& request) {
    return d->cache->read(unlessSuperseded<UsageBreakdown>(
        d->usageGeneration, [request](const CacheReader& reader) { return buildUsageBreakdown(reader, request); }));
}

QFuture<Result<UsageDetails>> Session::usageDetails(const UsageDetailsRequest& request) {
    return d->cache->read(unlessSuperseded<UsageDetails>(
        d->usageDetailsGeneration,
        [request](const CacheReader& reader) { return buildUsageDetails(reader, request); }));
}

QFuture<Result<CacheBreakdown>> Session::cacheBreakdown(const CacheBreakdownRequest& request) {
    return d->cache->read(
        unlessSuperseded<CacheBreakdown>(d->cacheGeneration, [request, &prices = d->prices](const CacheReader& reader) {
            return buildCacheBreakdown(reader, request, prices);
        }));
}

QFuture<Result<ClaudeCodeActivity>> Session::claudeCodeActivity(const ClaudeCodeActivityRequest& request) {
    return d->cache->read(unlessSuperseded<ClaudeCodeActivity>(
        d->activityGeneration,
        [request](const CacheReader& reader) { return buildClaudeCodeActivity(reader, request); }));
}

QFuture<Result<OrganizationView>> Session::organization(const OrganizationRequest& request) {
    return d->cache->read(unlessSuperseded<OrganizationView>(
        d->organizationGeneration,
        [request](const CacheReader& reader) { return buildOrganizationView(reader, request); }));
}

QFuture<Result<Table>> Session::report(const ReportRequest& request) {
    return d->cache->read(
        [request, &prices = d->prices](const CacheReader& reader) { return runReport(reader, request, prices); });
}

QFuture<Result<DataHealth>> Session::dataHealth(const DateRange& range) {
    return d->cache->read([range](const CacheReader& reader) { return buildDataHealth(reader, range); });
}

QFuture<Result<SyncLog>> Session::syncLog(std::shared_ptr<const SyncLog> known, const LogOrder& order) {
    return d->cache->read(
        [known = std::move(known), order](const CacheReader& reader) { return readSyncLog(reader, known, order); });
}

Progress Session::taskProgress() {
    // Called in the cache's thread, which ends before this object does.
    return [this](int done, int total) {
        QMetaObject::invokeMethod(this, [this, done, total] { emit taskProgressed(done, total); });
        return true;
    };
}

QFuture<Result<std::vector<VerifyFinding>>> Session::verify() {
    return d->cache->readApart([told = taskProgress()](const CacheReader& reader) { return reader.verify(told); });
}

QFuture<Result<void>> Session::backUp(const QString& target) {
    return d->cache->readApart(
        [target, told = taskProgress()](const CacheReader& reader) { return reader.backUp(target, told); });
}

void Session::stopTask() { d->cache->interruptApart(); }

QFuture<Result<std::vector<StoredDays>>> Session::storedDays(const DateRange& range,
                                                             const std::vector<Dataset>& datasets) {
    return d->cache->read([range, datasets](const CacheReader& reader) { return reader.storedDays(range, datasets); });
}

QFuture<Result<std::vector<StoredDays>>> Session::purge(const DateRange& range, const std::vector<Dataset>& datasets) {
    auto purged = d->cache->write(
        [range, datasets, now = d->clock.now()](CacheWriter& writer) { return writer.purge(range, datasets, now); });
    whenDone(purged, this, [this](const Result<std::vector<StoredDays>>& gone) {
        if (gone) emit cacheChanged();
    });
    return purged;
}

QFuture<Result<std::vector<Session::FilterValue>>> Session::filterValues(Dimension dimension) {
    return d->cache->read([dimension](const CacheReader& reader) -> Result<std::vector<FilterValue>> {
        const auto terms = reader.valuesOf(dimension);
        if (!terms) return failure(terms.error());
        std::vector<FilterValue> values;
        values.reserve(terms->size());
        for (const TermId term : *terms)
            values.push_back({term, reader.text(term), reader.displayName(dimension, term)});
        std::sort(values.begin(), values.end(),
                  [](const FilterValue& a, const FilterValue& b) { return a.name.localeAwareCompare(b.name) < 0; });
        return values;
    });
}

bool Session::canSync() const { return d->kind != Kind::ReadOnly && d->makeClient && !d->writeProblem; }
bool Session::isSyncing() const { return d->job != nullptr; }

void Session::startSync(const SyncScope& scope) {
    if (!canSync() || isSyncing()) return;
    d->client = d->makeClient();
    d->job = std::make_unique<SyncJob>(*d->client, *d->cache, d->clock, scope, d->kind == Kind::Sample);
    connect(d->job.get(), &SyncJob::progressed, this, &Session::syncProgressed);
    connect(d->job.get(), &SyncJob::cacheChanged, this, &Session::cacheChanged);
    connect(d->job.get(), &SyncJob::finished, this, [this](const SyncSummary& summary) {
        // The job is on the stack here: it is let go once this signal has been delivered.
        d->job.release()->deleteLater();
        d->client.release()->deleteLater();
        endSync(summary);
    });
    d->job->start();
}

void Session::endSync(const SyncSummary& summary) {
    emit syncFinished(summary);
    if (!d->beginning || summary.stoppedBy) return;
    storeOnce(*d->cache, d->beginning(), this, [this](const Result<bool>& stored) {
        if (stored && *stored) emit cacheChanged();
    });
}

void Session::cancelSync() {
    if (d->job) d->job->cancel();
}

}  // namespace tokenledger
