#include "app/cli/commandline.h"
#include "app/cli/keysource.h"
#include "app/core/async.h"
#include "app/sync/ledgerbeginning.h"
#include "app/sync/syncjob.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSocketNotifier>

#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

namespace tokenledger::cli {

namespace {

// Signals reach the event loop through a socket pair: a handler may only write.
int signalPipe[2] = {-1, -1};

void onSignal(int) {
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(signalPipe[0], &byte, 1);
}

struct SyncOptions {
    SyncScope scope;
    bool dryRun = false;
    bool wait = true;
    bool json = false;
    QString progress;
};

Result<std::set<SyncDataset>> datasetsOption(const QCommandLineParser& options) {
    const std::map<QString, SyncDataset> known{{QStringLiteral("usage"), SyncDataset::Usage},
                                               {QStringLiteral("cost"), SyncDataset::Cost},
                                               {QStringLiteral("claude-code"), SyncDataset::ClaudeCode},
                                               {QStringLiteral("organization"), SyncDataset::Organization}};
    std::set<SyncDataset> datasets;
    if (!options.isSet(QStringLiteral("datasets"))) {
        for (const auto& [name, dataset] : known) datasets.insert(dataset);
        return datasets;
    }
    for (const QString& name : options.value(QStringLiteral("datasets")).split(u',')) {
        const auto found = known.find(name.trimmed());
        if (found == known.end()) {
            return failure(
                ErrorKind::Usage,
                QStringLiteral(
                    "--datasets takes usage, cost, claude-code and organization, with commas between; not \"%1\".")
                    .arg(name));
        }
        datasets.insert(found->second);
    }
    return datasets;
}

Result<DateRange> rangeOption(const QCommandLineParser& options, UtcDay today) {
    const auto since = dayOption(options, QStringLiteral("since"));
    if (!since) return failure(since.error());
    const auto until = dayOption(options, QStringLiteral("until"));
    if (!until) return failure(until.error());
    const UtcDay last = until->value_or(today);
    if (last > today) {
        return failure(
            ErrorKind::Usage,
            QStringLiteral("--until %1 lies in the future; today is %2 (UTC).").arg(last.toIso(), today.toIso()));
    }
    const UtcDay first = since->value_or(defaultSyncRange(last).first);
    if (first > last) {
        return failure(ErrorKind::Usage,
                       QStringLiteral("--since %1 is after --until %2.").arg(first.toIso(), last.toIso()));
    }
    return DateRange{first, last};
}

Result<SyncOptions> readOptions(const Context& context) {
    const QCommandLineParser& options = context.options;
    SyncOptions sync;
    const auto range = rangeOption(options, UtcDay::fromDateTime(context.composition.clock().now()));
    if (!range) return failure(range.error());
    sync.scope.days = *range;
    auto datasets = datasetsOption(options);
    if (!datasets) return failure(datasets.error());
    sync.scope.datasets = std::move(*datasets);
    const auto width = choiceOption(options, QStringLiteral("bucket-width"),
                                    {QStringLiteral("1d"), QStringLiteral("1h"), QStringLiteral("1m")});
    if (!width) return failure(width.error());
    sync.scope.width = *bucketWidthFromName(*width);
    const auto progress = choiceOption(options, QStringLiteral("progress"),
                                       {QStringLiteral("text"), QStringLiteral("none"), QStringLiteral("json")});
    if (!progress) return failure(progress.error());
    sync.progress = *progress;
    const auto format =
        choiceOption(options, QStringLiteral("format"), {QStringLiteral("text"), QStringLiteral("json")});
    if (!format) return failure(format.error());
    sync.json = *format == QLatin1String("json");
    sync.scope.full = options.isSet(QStringLiteral("full"));
    sync.dryRun = options.isSet(QStringLiteral("dry-run"));
    sync.wait = !options.isSet(QStringLiteral("no-wait"));
    return sync;
}

std::map<QString, std::int64_t> rowsByName(const SyncSummary& summary) {
    std::map<QString, std::int64_t> rows{{QStringLiteral("usage"), 0},
                                         {QStringLiteral("cost"), 0},
                                         {QStringLiteral("claude_code"), 0},
                                         {QStringLiteral("organization"), 0}};
    for (const auto& [dataset, count] : summary.rows) {
        switch (dataset) {
            case Dataset::Usage:
            case Dataset::UsageHourly:
            case Dataset::UsageMinutely:
                rows[QStringLiteral("usage")] += count;
                break;
            case Dataset::Cost:
                rows[QStringLiteral("cost")] += count;
                break;
            case Dataset::ClaudeCode:
                rows[QStringLiteral("claude_code")] += count;
                break;
            case Dataset::Organization:
                rows[QStringLiteral("organization")] += count;
                break;
        }
    }
    return rows;
}

void printJson(Output& out, const SyncSummary& summary) {
    QJsonObject object;
    if (summary.organization) {
        object[u"organization"] = QJsonObject{{QStringLiteral("id"), summary.organization->id},
                                              {QStringLiteral("name"), summary.organization->name}};
    } else {
        object[u"organization"] = QJsonValue::Null;
    }
    object[u"requests"] = summary.requests;
    object[u"retries"] = summary.retries;
    QJsonObject rows;
    for (const auto& [name, count] : rowsByName(summary)) rows[name] = static_cast<qint64>(count);
    object[u"rows"] = rows;
    QJsonArray failed;
    for (const SyncFailure& failure : summary.failed) {
        failed.append(
            QJsonObject{{QStringLiteral("dataset"), datasetName(failure.dataset)},
                        {QStringLiteral("day"), failure.day ? QJsonValue(failure.day->toIso()) : QJsonValue()},
                        {QStringLiteral("error"), failure.error}});
    }
    object[u"failed"] = failed;
    object[u"notices"] = QJsonArray::fromStringList(summary.notices);
    object[u"elapsed_ms"] = static_cast<qint64>(summary.elapsedMs);
    out.exact(QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
}

void printText(Output& out, const SyncSummary& summary) {
    if (summary.organization) out.line(QStringLiteral("Organization  ") + summary.organization->name);
    out.line(QStringLiteral("Requests      %1 (%2 retries)").arg(summary.requests).arg(summary.retries));
    for (const auto& [name, count] : rowsByName(summary)) {
        out.line(QStringLiteral("Rows          %1 %2").arg(name, -14).arg(count));
    }
    out.line(QStringLiteral("Took          %1 s").arg(static_cast<double>(summary.elapsedMs) / 1000.0, 0, 'f', 1));
}

// Each cause once: a refused dataset fails many days for one reason.
void sayFailures(Output& err, const SyncSummary& summary) {
    std::map<std::pair<QString, QString>, int> causes;
    for (const SyncFailure& failure : summary.failed) {
        // What stopped the sync is said as such.
        if (!failure.day && summary.stoppedBy && failure.error == summary.stoppedBy->message) continue;
        ++causes[{datasetName(failure.dataset), failure.error}];
    }
    for (const auto& [cause, count] : causes) {
        const QString days = count > 1 ? QStringLiteral(" (%1 days)").arg(count) : QString();
        err.line(QStringLiteral("tokenledger-cli: %1: %2").arg(cause.first, cause.second) + days);
    }
    for (const QString& notice : summary.notices) err.line(QStringLiteral("tokenledger-cli: ") + notice);
}

/// How long so many requests take: "They take about 3 h 20 min (the organization's limit of 90 requests an hour)."
QString timeText(int requests, std::optional<int> limit) {
    const QString known = limit ? QStringLiteral("the organization's limit of %1 requests an hour").arg(*limit)
                                : QStringLiteral(
                                      "%1 requests an hour, as is usual; the organization's own limit is not "
                                      "known yet")
                                      .arg(UsualRequestsPerHour);
    const int minutes = minutesAtLimit(requests, {limit, std::nullopt, std::nullopt});
    if (minutes == 0) return QStringLiteral("No pause is needed (%1).").arg(known);
    const QString wait = minutes < 60 ? QStringLiteral("%1 min").arg(minutes)
                                      : QStringLiteral("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
    return QStringLiteral("They take about %1 (%2).").arg(wait, known);
}

void printProgress(Output& err, const SyncProgress& progress, bool json) {
    const QString current = progress.current ? progress.current->describe() : QString();
    if (json) {
        QJsonObject object{{QStringLiteral("done"), progress.requestsDone},
                           {QStringLiteral("planned"), progress.requestsPlanned},
                           {QStringLiteral("current"), current}};
        if (progress.rateLimit.remaining) object[u"remaining_requests"] = *progress.rateLimit.remaining;
        if (progress.pausedUntil) object[u"paused_until"] = toRfc3339(*progress.pausedUntil);
        err.exact(QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
        return;
    }
    if (progress.pausedUntil) {
        err.line(
            QStringLiteral("The organization's request limit is used up. Going on by itself at %1. What came in is "
                           "saved.")
                .arg(toRfc3339(*progress.pausedUntil)));
        return;
    }
    err.line(QStringLiteral("[%1/%2] ").arg(progress.requestsDone + 1).arg(progress.requestsPlanned) + current);
}

// Lives as long as the sync; owns everything that it needs.
class SyncRun : public QObject {
public:
    SyncRun(Context context, SyncOptions options, QObject* parent)
        : QObject(parent),
          m_context(std::move(context)),
          m_options(std::move(options)),
          m_cache(m_context.composition.cachePath(), CacheService::Mode::ReadWrite) {}
    ~SyncRun() override {
        // The job and its client listen to the cache's threads, which the cache joins last.
        m_job.reset();
        m_client.reset();
    }

    void start() {
        findKey(m_context, this, [this](Result<SecretBuffer> key) {
            if (!key) {
                m_context.finish(m_context.complain(key.error()));
                return;
            }
            RetryPolicy policy;
            policy.waitForRateLimit = m_options.wait;
            m_client = m_context.composition.makeClient(std::move(*key), policy);
            whenDone(m_cache.open(), this, [this](const Result<void>& opened) {
                if (!opened) {
                    m_context.finish(m_context.complain(opened.error()));
                    return;
                }
                run();
            });
        });
    }

private:
    void run() {
        m_job = std::make_unique<SyncJob>(*m_client, m_cache, m_context.composition.clock(), m_options.scope,
                                          m_context.composition.setup().sample);
        connect(m_job.get(), &SyncJob::progressed, this, [this](const SyncProgress& progress) {
            if (m_options.progress != QLatin1String("none")) {
                printProgress(m_context.err, progress, m_options.progress == QLatin1String("json"));
            }
        });
        connect(m_job.get(), &SyncJob::finished, this, [this](const SyncSummary& summary) {
            sayFailures(m_context.err, summary);
            if (summary.stoppedBy) m_context.complain(*summary.stoppedBy);
            if (m_options.json) {
                printJson(m_context.out, summary);
            } else {
                printText(m_context.out, summary);
            }
            end(summary);
        });
        watchSignals();
        m_job->start();
    }

    void end(const SyncSummary& summary) {
        const ExitCode code = exitCodeOf(summary);
        if (!m_context.composition.setup().sample || summary.stoppedBy) return m_context.finish(code);
        storeOnce(m_cache, m_context.composition.sampleBeginning(), this, [this, code](const Result<bool>& stored) {
            m_context.finish(stored ? code : m_context.complain(stored.error()));
        });
    }

    void watchSignals() {
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, signalPipe) != 0) return;
        auto* notifier = new QSocketNotifier(signalPipe[1], QSocketNotifier::Read, this);
        connect(notifier, &QSocketNotifier::activated, m_job.get(), [this, notifier] {
            notifier->setEnabled(false);
            m_context.err.line(QStringLiteral("Stopping; what has been fetched is saved."));
            m_job->cancel();
        });
        struct sigaction action = {};
        action.sa_handler = onSignal;
        action.sa_flags = static_cast<int>(SA_RESTART | SA_RESETHAND);  // a second signal ends the program at once
        ::sigaction(SIGINT, &action, nullptr);
        ::sigaction(SIGTERM, &action, nullptr);
    }

    const Context m_context;
    const SyncOptions m_options;
    CacheService m_cache;
    std::unique_ptr<AdminClient> m_client;
    std::unique_ptr<SyncJob> m_job;
};

// The plan needs the cache's coverage only; a cache that does not exist yet is an empty one and is not created.
Outcome dryRun(const Context& context, const SyncOptions& options) {
    SyncState state;
    const QString path = context.composition.cachePath();
    if (QFileInfo::exists(path)) {
        const auto reader = CacheReader::open(path);
        if (!reader) return context.complain(reader.error());
        for (const Dataset dataset :
             {Dataset::Usage, usageDataset(options.scope.width), Dataset::Cost, Dataset::ClaudeCode}) {
            auto coverage = (*reader)->coverage(dataset, options.scope.days);
            if (!coverage) return context.complain(coverage.error());
            state.coverage.push_back(std::move(*coverage));
        }
        auto basis = (*reader)->planBasis();
        if (!basis) return context.complain(basis.error());
        state.basis = std::move(*basis);
    }
    const auto plan = planSync(options.scope, state, UtcDay::fromDateTime(context.composition.clock().now()));
    for (const PlannedRequest& request : plan) context.out.line(request.describe());
    const QString count = plan.size() == 1 ? QStringLiteral("1 request; nothing was sent. ")
                                           : QStringLiteral("%1 requests; nothing was sent. ").arg(plan.size());
    context.err.line(count + timeText(static_cast<int>(plan.size()), state.basis.requestLimit));
    if (options.scope.datasets.contains(SyncDataset::Organization) && state.basis.openWorkspaces.isEmpty()) {
        context.err.line(
            QStringLiteral("The workspaces are not known yet: each takes one more request, for its members."));
    }
    return ExitCode::Done;
}

}  // namespace

Outcome runSync(const Context& context) {
    const auto options = readOptions(context);
    if (!options) return context.complain(options.error());
    if (const auto alone = context.checkNoArguments(QStringLiteral("sync")); !alone) {
        return context.complain(alone.error());
    }
    if (options->dryRun) return dryRun(context, *options);
    auto* run = new SyncRun(context, *options, &context.owner);
    run->start();
    return std::nullopt;
}

}  // namespace tokenledger::cli
