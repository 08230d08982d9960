#include "app/reports/keyfacts.h"

#include <map>

namespace tokenledger {

bool isExpiredKey(const QString& status, const QDateTime& expires, const QDateTime& now) {
    return status == QLatin1String("expired") || (expires.isValid() && expires <= now);
}

bool isActiveKey(const QString& status, const QDateTime& expires, const QDateTime& now) {
    return status == QLatin1String("active") && !isExpiredKey(status, expires, now);
}

std::optional<std::int64_t> keyAge(const QDateTime& created, const QDateTime& now) {
    if (!created.isValid() || !now.isValid() || now < created) return std::nullopt;
    return created.secsTo(now) / SecondsPerDay;
}

Result<LastUses> readLastUses(const CacheReader& cache, const DateRange& days,
                              const std::function<bool(TermId)>& isWanted) {
    // Days of years by key would fill the memory. Months are summed already and say in which one to look.
    const auto months = readLastPeriods(cache, {days.first.firstOfMonth(), days.last.lastOfMonth()}, Interval::Month);
    if (!months) return failure(months.error());
    std::map<UtcDay, std::vector<TermId>> byMonth;
    for (const auto& [key, month] : *months) {
        if (isWanted(key)) byMonth[month].push_back(key);
    }
    LastUses found;
    for (const auto& [month, keys] : byMonth) {
        const auto ofMonth = readLastPeriods(cache, {month, month.lastOfMonth()}, Interval::Day, keys);
        if (!ofMonth) return failure(ofMonth.error());
        found.insert(ofMonth->begin(), ofMonth->end());
    }
    return found;
}

Result<LastUses> readLastPeriods(const CacheReader& cache, const DateRange& days, Interval interval,
                                 const std::vector<TermId>& only) {
    FactQuery query{days, interval, {Dimension::ApiKey}, {}};
    if (!only.empty()) query.where = {{Dimension::ApiKey, only}};
    const auto rows = cache.usage(query);
    if (!rows) return failure(rows.error());
    LastUses last;
    for (const UsageRow& row : *rows) {  // in order of their periods
        const auto tokens = row.measures.totalTokens();
        if (!tokens) return failure(tokens.error());
        if (*tokens > 0) last[row.keys[0]] = UtcDay::fromSeconds(row.period);
    }
    return last;
}

}  // namespace tokenledger
