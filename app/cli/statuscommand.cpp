#include "app/cli/commandline.h"
#include "storage/cachereader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tokenledger::cli {

namespace {

QString dayText(const std::optional<UtcDay>& day) { return day ? day->toIso() : QStringLiteral("-"); }
QJsonValue dayJson(const std::optional<UtcDay>& day) { return day ? QJsonValue(day->toIso()) : QJsonValue(); }

void printJson(Output& out, const CacheStatus& status, const QStringList& profiles) {
    QJsonArray datasets;
    for (const DatasetStatus& dataset : status.datasets) {
        const QString synced = toRfc3339(dataset.lastSyncedAt);
        datasets.append(
            QJsonObject{{QStringLiteral("dataset"), datasetName(dataset.dataset)},
                        {QStringLiteral("first_day"), dayJson(dataset.firstDay)},
                        {QStringLiteral("last_day"), dayJson(dataset.lastDay)},
                        {QStringLiteral("final_through"), dayJson(dataset.finalThrough)},
                        {QStringLiteral("rows"), static_cast<qint64>(dataset.rows)},
                        {QStringLiteral("missing_days"), dataset.missingDays},
                        {QStringLiteral("failed_days"), dataset.failedDays},
                        {QStringLiteral("last_synced_at"), synced.isEmpty() ? QJsonValue() : QJsonValue(synced)}});
    }
    QJsonValue organization;
    if (status.organization) {
        organization = QJsonObject{{QStringLiteral("id"), status.organization->id},
                                   {QStringLiteral("name"), status.organization->name}};
    }
    const QJsonObject object{{QStringLiteral("organization"), organization},
                             {QStringLiteral("cache_path"), status.path},
                             {QStringLiteral("cache_size_bytes"), static_cast<qint64>(status.sizeBytes)},
                             {QStringLiteral("schema_version"), status.schemaVersion},
                             {QStringLiteral("sample"), status.sample},
                             {QStringLiteral("profiles"), QJsonArray::fromStringList(profiles)},
                             {QStringLiteral("datasets"), datasets}};
    out.exact(QJsonDocument(object).toJson(QJsonDocument::Indented));
}

void printText(Output& out, const CacheStatus& status, const QStringList& profiles) {
    out.line(QStringLiteral("Organization    ") +
             (status.organization ? status.organization->name : QStringLiteral("not known yet")) +
             (status.sample ? QStringLiteral(" (sample, invented data)") : QString()));
    out.line(QStringLiteral("Cache           ") + status.path);
    if (!profiles.isEmpty()) out.line(QStringLiteral("Profiles        ") + profiles.join(QStringLiteral(", ")));
    out.line(QStringLiteral("Size            %1 MB").arg(static_cast<double>(status.sizeBytes) / 1e6, 0, 'f', 1));
    out.line(QStringLiteral("Schema version  %1").arg(status.schemaVersion));
    out.line();
    const auto line = [&out](const QStringList& cells, const QString& last) {
        out.line(QStringLiteral("%1%2%3%4%5%6%7%8")
                     .arg(cells[0], -14)
                     .arg(cells[1], -12)
                     .arg(cells[2], -12)
                     .arg(cells[3], -15)
                     .arg(cells[4], 11)
                     .arg(cells[5], 9)
                     .arg(cells[6], 8)
                     .arg(QStringLiteral("  ") + last));
    };
    line({QStringLiteral("dataset"), QStringLiteral("first day"), QStringLiteral("last day"),
          QStringLiteral("final through"), QStringLiteral("rows"), QStringLiteral("missing"), QStringLiteral("failed")},
         QStringLiteral("last synced (UTC)"));
    for (const DatasetStatus& dataset : status.datasets) {
        const QString synced = toRfc3339(dataset.lastSyncedAt);
        line({datasetName(dataset.dataset), dayText(dataset.firstDay), dayText(dataset.lastDay),
              dayText(dataset.finalThrough), QString::number(dataset.rows), QString::number(dataset.missingDays),
              QString::number(dataset.failedDays)},
             synced.isEmpty() ? QStringLiteral("never") : synced);
    }
}

}  // namespace

Outcome runStatus(const Context& context) {
    if (const auto alone = context.checkNoArguments(QStringLiteral("status")); !alone) {
        return context.complain(alone.error());
    }
    const auto format =
        choiceOption(context.options, QStringLiteral("format"), {QStringLiteral("text"), QStringLiteral("json")});
    if (!format) return context.complain(format.error());
    const auto reader = CacheReader::open(context.composition.cachePath());
    if (!reader) return context.complain(reader.error());
    const auto status = (*reader)->status();
    if (!status) return context.complain(status.error());
    const QStringList profiles = context.composition.profiles().names();
    if (*format == QLatin1String("json")) {
        printJson(context.out, *status, profiles);
    } else {
        printText(context.out, *status, profiles);
    }
    return ExitCode::Done;
}

}  // namespace tokenledger::cli
