#include "app/cli/commandline.h"
#include "storage/cachereader.h"
#include "storage/cachewriter.h"

namespace tokenledger::cli {

namespace {

struct Purge {
    DateRange days;
    std::vector<Dataset> datasets;
};

tl::unexpected<Error> noSuchDataset(const QString& name) {
    return failure(ErrorKind::Usage,
                   QStringLiteral("There is no dataset \"%1\" with days; take usage, usage-1h, usage-1m, cost or "
                                  "claude-code.")
                       .arg(name));
}

Result<std::vector<Dataset>> datasetsOption(const QCommandLineParser& options) {
    std::vector<Dataset> datasets;
    if (!options.isSet(QStringLiteral("datasets"))) {
        for (const Dataset dataset : AllDatasets) {
            if (dataset != Dataset::Organization) datasets.push_back(dataset);
        }
        return datasets;
    }
    for (const QString& name : options.value(QStringLiteral("datasets")).split(u',')) {
        const auto dataset = datasetFromName(name);
        if (!dataset || *dataset == Dataset::Organization) return noSuchDataset(name);
        if (std::find(datasets.begin(), datasets.end(), *dataset) == datasets.end()) datasets.push_back(*dataset);
    }
    return datasets;
}

Result<Purge> readOptions(const Context& context) {
    if (auto alone = context.checkNoArguments(QStringLiteral("purge")); !alone) return failure(alone.error());
    const auto first = dayOption(context.options, QStringLiteral("from"));
    if (!first) return failure(first.error());
    const auto last = dayOption(context.options, QStringLiteral("to"));
    if (!last) return failure(last.error());
    if (!*first || !*last) {
        return failure(ErrorKind::Usage, QStringLiteral("purge wants the first and the last day: --from and --to."));
    }
    if (**last < **first) {
        return failure(ErrorKind::Usage, QStringLiteral("--to lies before --from."));
    }
    auto datasets = datasetsOption(context.options);
    if (!datasets) return failure(datasets.error());
    return Purge{{**first, **last}, *std::move(datasets)};
}

void print(Output& out, const QString& what, const std::vector<StoredDays>& stored) {
    bool any = false;
    for (const StoredDays& one : stored) {
        if (one.days == 0) continue;
        any = true;
        out.line(
            QStringLiteral("%1 %2: days %3, rows %4").arg(what, datasetName(one.dataset)).arg(one.days).arg(one.rows));
    }
    if (!any) out.line(QStringLiteral("The cache holds none of these days."));
}

}  // namespace

Outcome runPurge(const Context& context) {
    const auto purge = readOptions(context);
    if (!purge) return context.complain(purge.error());
    const QString path = context.composition.cachePath();
    const auto reader = CacheReader::open(path);  // does not make a cache where there is none
    if (!reader) return context.complain(reader.error());
    if (!context.options.isSet(QStringLiteral("yes"))) {
        const auto stored = (*reader)->storedDays(purge->days, purge->datasets);
        if (!stored) return context.complain(stored.error());
        print(context.out, QStringLiteral("Would purge"), *stored);
        return context.complain({ErrorKind::Usage,
                                 QStringLiteral("Nothing was purged. Add --yes to take these days out of the cache."),
                                 {}});
    }
    const auto writer = CacheWriter::open(path);
    if (!writer) return context.complain(writer.error());
    const auto gone = (*writer)->purge(purge->days, purge->datasets, context.composition.clock().now());
    if (!gone) return context.complain(gone.error());
    print(context.out, QStringLiteral("Purged"), *gone);
    return ExitCode::Done;
}

}  // namespace tokenledger::cli
