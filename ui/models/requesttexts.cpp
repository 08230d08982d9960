#include "ui/models/requesttexts.h"

#include "app/core/texts.h"
#include "charts/format.h"

#include <QUrl>
#include <QUrlQuery>

namespace tokenledger {

namespace {

constexpr int MsPerSecond = 1'000;
constexpr int SecondsPerMinute = 60;

bool isPurge(const RequestLogEntry& entry) { return entry.request.startsWith(u"purge "); }

/// Days of the year of the request go without it.
QString daysText(const DateRange& days, const QDateTime& at) {
    const int year = at.date().year();
    const bool plain = days.first.toDate().year() == year && days.last.toDate().year() == year;
    return plain ? formatRangeShort(days) : formatRange(days);
}

std::optional<UtcDay> dayOf(const QString& text) {
    if (const auto day = UtcDay::fromIso(text)) return day;
    const auto time = fromRfc3339(text);
    return time ? std::optional(UtcDay::fromDateTime(*time)) : std::nullopt;
}

}  // namespace

QString requestTitle(const RequestLogEntry& entry) {
    if (isPurge(entry)) {
        const auto first = UtcDay::fromIso(QStringView(entry.request).mid(6, 10));
        const auto last = UtcDay::fromIso(QStringView(entry.request).mid(20, 10));
        return first && last ? tr("purge of %1").arg(daysText({*first, *last}, entry.at)) : entry.request;
    }
    const QUrl url(entry.request);
    const QUrlQuery query(url);
    const auto first = dayOf(query.queryItemValue(QStringLiteral("starting_at"), QUrl::FullyDecoded));
    if (first) {
        const auto end = dayOf(query.queryItemValue(QStringLiteral("ending_at"), QUrl::FullyDecoded));
        const DateRange days{*first, end && *end > *first ? *end - 1 : *first};
        return daysText(days, entry.at);
    }
    const QString name = url.path().section(QLatin1Char('/'), -1);
    if (name == u"me") return tr("who the key belongs to");
    if (name == u"workspaces") return tr("workspaces");
    if (name == u"members") return tr("members of %1").arg(url.path().section(QLatin1Char('/'), -2, -2));
    if (name == u"api_keys") return tr("API keys");
    return name.isEmpty() ? entry.request : QString(name).replace(QLatin1Char('_'), QLatin1Char(' '));
}

QString statusTitle(const RequestLogEntry& entry) {
    if (isPurge(entry)) return tr("done");
    if (entry.httpStatus == 0) return isFailure(entry) ? tr("no answer") : tr("ok");
    const bool refused = entry.httpStatus >= 400;
    return isFailure(entry) && !refused ? tr("not usable") : QString::number(entry.httpStatus);
}

QString durationText(std::int64_t milliseconds) {
    const std::int64_t seconds = milliseconds / MsPerSecond;
    if (seconds >= SecondsPerMinute) {
        return tr("%1 min %2 s").arg(seconds / SecondsPerMinute).arg(seconds % SecondsPerMinute);
    }
    if (milliseconds < MsPerSecond) return tr("%1 ms").arg(milliseconds);
    const std::int64_t tenths = (milliseconds + 50) / 100;
    const QString point = QLocale().decimalPoint();
    return tr("%1 s").arg(QString::number(tenths / 10) + point + QString::number(tenths % 10));
}

QString logTime(const QDateTime& time) {
    return formatDay(UtcDay::fromDateTime(time)) + time.toUTC().time().toString(u" HH:mm:ss");
}

QString answerInWords(const RequestLogEntry& entry) {
    const QString when = formatDayWithYear(UtcDay::fromDateTime(entry.at)) + entry.at.toUTC().toString(u" HH:mm:ss");
    if (isPurge(entry)) {
        return tr("%1 UTC, %2 of %3; %4.").arg(when, requestTitle(entry), datasetName(entry.dataset), entry.outcome);
    }
    QString text = tr("Asked %1 UTC for %2, %3: ").arg(when, datasetName(entry.dataset), requestTitle(entry));
    if (!isFailure(entry)) {
        text += entry.rows == 1 ? tr("answered with 1 row") : tr("answered with %1 rows").arg(formatCount(entry.rows));
        if (entry.outcome.size() > 2) text += entry.outcome.mid(2);  // what was noticed, after "ok"
        text += QLatin1Char('.');
    } else {
        text += entry.outcome;
    }
    if (entry.retries > 0)
        text += entry.retries == 1 ? tr(" Tried twice.") : tr(" Tried %1 times.").arg(entry.retries + 1);
    return text;
}

}  // namespace tokenledger
