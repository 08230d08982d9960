#include "ui/healthtexts.h"

#include "app/core/texts.h"
#include "charts/format.h"

#include <map>

namespace tokenledger {

namespace {

// Short names, because lupdate takes the class of a qualified return type for that of the function.
using NoticeContent = Notice::Content;

QString daysText(int days) { return days == 1 ? tr("1 day") : tr("%1 days").arg(formatCount(days)); }

QString timeText(const QDateTime& time) {
    return formatDay(UtcDay::fromDateTime(time)) + QLatin1Char(' ') + formatTime(time);
}

const DayCoverage& dayOf(const DatasetDays& dataset, const DateRange& range, UtcDay day) {
    return dataset.days[static_cast<std::size_t>(day - range.first)];
}

NoticeContent dayDetail(const DatasetDays& dataset, const DayCoverage& day) {
    Notice::Content content;
    content.kind = Notice::Kind::Plain;
    content.icon = QStringLiteral("info");
    const QString title = datasetTitle(dataset.dataset) + QStringLiteral(", ") +
                          formatPeriod(day.day.startSeconds(), Interval::Day, {day.day, day.day});
    const QString fetched = day.fetchedAt.isValid() ? timeText(day.fetchedAt) : QString();
    switch (day.state) {
        case DayState::Final:
            content.icon = QStringLiteral("check");
            content.claim = tr("%1: final.").arg(title);
            content.reason = tr("Fetched %1, at least 72 hours after the day ended.").arg(fetched);
            break;
        case DayState::Provisional:
            content.icon = QStringLiteral("clock");
            content.claim = tr("%1: provisional.").arg(title);
            content.reason = tr("Fetched %1; it may still change until %2.")
                                 .arg(fetched, timeText((day.day + 1).start().addSecs(FinalAfterSeconds)));
            content.action = tr("Fetch again");
            break;
        case DayState::Failed:
            content.kind = Notice::Kind::PlainBad;
            content.icon = QStringLiteral("error");
            content.claim = tr("%1: failed.").arg(title);
            content.reason = tr("%1 Last tried %2.").arg(day.error, fetched);
            content.action = tr("Retry this day");
            return content;
        case DayState::Missing:
            content.claim =
                dataset.wasAskedFor(day.day) ? tr("%1: missing.").arg(title) : tr("%1: not asked for.").arg(title);
            content.reason = tr("This day was never fetched. It is a gap, not a zero.");
            content.action = tr("Fetch this day");
            break;
    }
    if (!day.error.isEmpty()) content.reason += tr(" The last attempt failed: %1").arg(day.error);
    return content;
}

}  // namespace

QString datasetTitle(Dataset dataset) {
    switch (dataset) {
        case Dataset::Usage:
            return tr("Messages usage");
        case Dataset::UsageHourly:
            return tr("Messages usage by hour");
        case Dataset::UsageMinutely:
            return tr("Messages usage by minute");
        case Dataset::Cost:
            return tr("Cost report");
        case Dataset::ClaudeCode:
            return tr("Claude Code");
        case Dataset::Organization:
            break;
    }
    return tr("Organization");
}

QString datasetWidth(Dataset dataset) {
    if (dataset == Dataset::UsageHourly) return tr("1 hour");
    if (dataset == Dataset::UsageMinutely) return tr("1 minute");
    return tr("1 day");
}

QString healthSentence(const DataHealth& health) {
    const int failed = health.failedDays();
    const int missing = health.missingDays();
    if (failed == 0 && missing == 0) {
        return health.provisionalDays() > 0 ? tr("Every day is there; the newest may still change.")
                                            : tr("Every day is there and final.");
    }
    const QString failedText = failed == 1 ? tr("1 day failed") : tr("%1 days failed").arg(formatCount(failed));
    const QString missingText =
        missing == 1 ? tr("1 day was never fetched") : tr("%1 days were never fetched").arg(formatCount(missing));
    if (failed == 0) return missingText + QLatin1Char('.');
    if (missing == 0) return tr("%1; tried again at each sync.").arg(failedText);
    return tr("%1, %2.").arg(failedText, missingText);
}

CompletenessMapData mapData(const DataHealth& health) {
    CompletenessMapData data;
    data.range = health.range;
    data.title = tr("Completeness");
    for (const DatasetDays& dataset : health.datasets) {
        MapRow row;
        row.name = dataset.isOptional() ? datasetTitle(Dataset::Usage) : datasetTitle(dataset.dataset);
        row.width = datasetWidth(dataset.dataset);
        row.count =
            tr("%1 of %2").arg(formatCount(dataset.completeness.finalDays), formatCount(dataset.completeness.days()));
        row.days.reserve(dataset.days.size());
        for (const DayCoverage& day : dataset.days) {
            row.days.push_back({day.state, dataset.wasAskedFor(day.day), day.fetchedAt, day.error});
        }
        data.rows.push_back(std::move(row));
    }
    return data;
}

NoticeContent daysDetail(const DatasetDays& dataset, const DateRange& days, const DateRange& range) {
    if (days.first == days.last) return dayDetail(dataset, dayOf(dataset, range, days.first));
    std::map<DayState, int> counts;
    int asked = 0;
    for (UtcDay day = days.first; day <= days.last; day = day + 1) {
        if (!dataset.wasAskedFor(day)) continue;
        ++counts[dayOf(dataset, range, day).state];
        ++asked;
    }
    Notice::Content content;
    const bool failed = counts[DayState::Failed] > 0;
    content.kind = failed ? Notice::Kind::PlainBad : Notice::Kind::Plain;
    content.icon = failed ? QStringLiteral("error") : QStringLiteral("info");
    content.claim = datasetTitle(dataset.dataset) + QStringLiteral(", ") + formatRange(days) + QLatin1Char(':');
    content.reason = tr("%1 of %2 final").arg(formatCount(counts[DayState::Final]), daysText(asked));
    const std::pair<DayState, QString> others[] = {{DayState::Provisional, tr(", %1 provisional")},
                                                   {DayState::Missing, tr(", %1 missing")},
                                                   {DayState::Failed, tr(", %1 failed")}};
    for (const auto& [state, text] : others) {
        if (counts[state] > 0) content.reason += text.arg(formatCount(counts[state]));
    }
    content.reason += QLatin1Char('.');
    if (failed || counts[DayState::Missing] > 0) content.action = tr("Fetch what is not there");
    return content;
}

NoticeContent noDaysDetail() {
    return {Notice::Kind::Plain,
            QStringLiteral("info"),
            {},
            tr("Choose a square, with the mouse or the arrow keys, to see when its day was fetched."),
            {},
            {}};
}

QString storedInWords(const std::vector<StoredDays>& stored) {
    QStringList parts;
    for (const StoredDays& one : stored) {
        if (one.days == 0) continue;
        const QString rows = one.rows == 1 ? tr("1 row") : tr("%1 rows").arg(formatCount(one.rows));
        parts.append(tr("%1 %2, %3").arg(datasetTitle(one.dataset), daysText(one.days), rows));
    }
    return parts.join(QStringLiteral("; "));
}

QString sizeText(std::int64_t bytes) {
    constexpr std::int64_t Kilo = 1'000;
    if (bytes < Kilo * Kilo) return tr("%1 kB").arg(formatCount((bytes + Kilo / 2) / Kilo));
    const std::int64_t tenths = (bytes + 50 * Kilo) / (100 * Kilo);
    return tr("%1 MB").arg(formatCount(tenths / 10) + QLocale().decimalPoint() + QString::number(tenths % 10));
}

QString datasetFacts(const DatasetStatus& status) {
    if (!status.lastSyncedAt.isValid()) return tr("not fetched yet");
    const QString rows = status.rows == 1 ? tr("1 row") : tr("%1 rows").arg(formatCount(status.rows));
    const QString day = formatDay(UtcDay::fromDateTime(status.lastSyncedAt));
    return tr("%1 · as of %2 %3").arg(rows, day, formatTime(status.lastSyncedAt).left(5));
}

}  // namespace tokenledger
