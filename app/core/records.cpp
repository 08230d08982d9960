#include "app/core/records.h"

namespace tokenledger {

QString datasetName(Dataset dataset) {
    switch (dataset) {
        case Dataset::Usage:
            return QStringLiteral("usage");
        case Dataset::UsageHourly:
            return QStringLiteral("usage-1h");
        case Dataset::UsageMinutely:
            return QStringLiteral("usage-1m");
        case Dataset::Cost:
            return QStringLiteral("cost");
        case Dataset::ClaudeCode:
            return QStringLiteral("claude-code");
        case Dataset::Organization:
            return QStringLiteral("organization");
    }
    return {};
}

std::optional<Dataset> datasetFromName(QStringView name) {
    for (const Dataset dataset : AllDatasets) {
        if (datasetName(dataset) == name) return dataset;
    }
    return std::nullopt;
}

std::int64_t bucketSeconds(BucketWidth width) {
    switch (width) {
        case BucketWidth::Minute:
            return 60;
        case BucketWidth::Hour:
            return 3600;
        case BucketWidth::Day:
            break;
    }
    return SecondsPerDay;
}

QString bucketWidthName(BucketWidth width) {
    switch (width) {
        case BucketWidth::Minute:
            return QStringLiteral("1m");
        case BucketWidth::Hour:
            return QStringLiteral("1h");
        case BucketWidth::Day:
            break;
    }
    return QStringLiteral("1d");
}

std::optional<BucketWidth> bucketWidthFromName(QStringView name) {
    for (const BucketWidth width : {BucketWidth::Minute, BucketWidth::Hour, BucketWidth::Day}) {
        if (bucketWidthName(width) == name) return width;
    }
    return std::nullopt;
}

Dataset usageDataset(BucketWidth width) {
    switch (width) {
        case BucketWidth::Minute:
            return Dataset::UsageMinutely;
        case BucketWidth::Hour:
            return Dataset::UsageHourly;
        case BucketWidth::Day:
            break;
    }
    return Dataset::Usage;
}

QString dayStateName(DayState state) {
    switch (state) {
        case DayState::Missing:
            return QStringLiteral("missing");
        case DayState::Provisional:
            return QStringLiteral("provisional");
        case DayState::Final:
            return QStringLiteral("final");
        case DayState::Failed:
            return QStringLiteral("failed");
    }
    return {};
}

DayState stateOfFetchedDay(UtcDay day, const QDateTime& fetchedAt) {
    const std::int64_t end = (day + 1).startSeconds();
    return fetchedAt.toSecsSinceEpoch() >= end + FinalAfterSeconds ? DayState::Final : DayState::Provisional;
}

}  // namespace tokenledger
