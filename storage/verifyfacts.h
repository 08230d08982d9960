// Facts against everything that was computed from them: rollups, coverage, sums over tools and models. Computed anew
// from the facts alone, and compared in both directions.
#pragma once

#include "app/core/texts.h"
#include "storage/coveragestore.h"
#include "storage/factkeys.h"

#include <map>

namespace tokenledger {

/// Collects findings; of each check only so many, for one lost table would otherwise give a million.
class Findings {
public:
    void add(const char* check, const QString& message) {
        const int count = ++m_counts[QLatin1String(check)];
        if (count <= PerCheck) m_findings.push_back({QString::fromLatin1(check), message});
    }
    [[nodiscard]] std::vector<VerifyFinding> take() {
        for (auto count = m_counts.cbegin(); count != m_counts.cend(); ++count) {
            if (count.value() <= PerCheck) continue;
            m_findings.push_back(
                {count.key(), tokenledger::tr("And %1 more of the same kind.").arg(count.value() - PerCheck)});
        }
        return std::move(m_findings);
    }

private:
    static constexpr int PerCheck = 20;
    QHash<QString, int> m_counts;
    std::vector<VerifyFinding> m_findings;
};

/// Which grouping a day's figures come from, of every covered day.
[[nodiscard]] std::map<std::int64_t, std::int64_t> scopeOfDays(SQLite::Database& db, Dataset dataset);
void verifyClaudeCode(SQLite::Database& db, Findings& findings);

inline const DateRange EveryDay{UtcDay::fromNumber(-1'000'000), UtcDay::fromNumber(1'000'000)};

/// Sums by (day or month, key).
template <typename Facts>
using SumsByKey = std::map<std::pair<std::int64_t, std::int64_t>, std::pair<std::int64_t, FactValues<Facts>>>;

template <typename Facts>
[[nodiscard]] bool addSum(SumsByKey<Facts>& sums, std::int64_t when, std::int64_t key,
                          const FactValues<Facts>& values) {
    auto& [count, sum] = sums[{when, key}];
    ++count;
    return addTo(sum, values);
}

template <typename Facts>
void compareRollup(SQLite::Database& db, const char* sql, const char* period, bool counted, SumsByKey<Facts> expected,
                   Findings& findings) {
    const QString name = QLatin1String(Facts::Name) % u" by " % QLatin1String(period);
    const auto report = [&](std::int64_t when, std::int64_t key, const QString& what) {
        findings.add(qPrintable(name),
                     tr("The %1 sum of %2 for combination %3 %4.")
                         .arg(QLatin1String(period), UtcDay::fromNumber(static_cast<std::int32_t>(when)).toIso())
                         .arg(key)
                         .arg(what));
    };
    std::map<std::pair<std::int64_t, std::int64_t>, std::int64_t> storedCounts;
    if constexpr (Facts::HasRollups) {
        if (counted) {
            for (Statement all(db, Facts::MonthFacts); all.step();)
                storedCounts[{all.integer(0), all.integer(1)}] = all.integer(2);
        }
    }
    Statement rollup(db, sql);
    rollup.with(std::int64_t{EveryDay.first.number()}, std::int64_t{EveryDay.last.number()});
    while (rollup.step()) {
        const std::int64_t when = rollup.integer(0);
        const std::int64_t key = rollup.integer(1);
        const auto found = expected.find({when, key});
        if (found == expected.end()) {
            report(when, key, tr("is there without any facts"));
            continue;
        }
        if (found->second.second != valuesAt<Facts>(rollup, 2)) {
            report(when, key, tr("differs from the sum of its facts"));
        } else if (counted && storedCounts[{when, key}] != found->second.first) {
            report(when, key, tr("counts another number of facts than there are"));
        }
        expected.erase(found);
    }
    for (const auto& [where, sum] : expected) report(where.first, where.second, tr("is missing"));
}

/// The combination that a day rollup keeps of each, by number; 0: there is none, so the day's sum must be missing.
template <typename Facts>
[[nodiscard]] std::vector<std::int64_t> keptKeys(const FactKeys<Facts>& keys,
                                                 const std::map<FactKey<Facts>, std::int64_t>& idOfKey,
                                                 const DayRollup<Facts::Columns.size()>& rollup) {
    std::vector<std::int64_t> kept(static_cast<std::size_t>(keys.size()) + 1);
    for (KeyId id = 1; id <= keys.size(); ++id) {
        const auto found = idOfKey.find(keptBy<Facts>(rollup, keys[id]));
        kept[static_cast<std::size_t>(id)] = found == idOfKey.end() ? 0 : found->second;
    }
    return kept;
}

template <typename Facts>
void verifyRollups(SQLite::Database& db, Dataset dataset, Findings& findings) {
    constexpr std::size_t Rollups = Facts::DayRollups.size();
    FactKeys<Facts> keys;
    keys.refresh(db);
    std::map<FactKey<Facts>, std::int64_t> idOfKey;
    for (KeyId id = 1; id <= keys.size(); ++id) idOfKey.emplace(keys[id], id);
    std::array<std::vector<std::int64_t>, Rollups> dayKeys;
    for (std::size_t i = 0; i < Rollups; ++i) dayKeys[i] = keptKeys<Facts>(keys, idOfKey, Facts::DayRollups[i]);

    const auto shownScopes = scopeOfDays(db, dataset);
    std::array<SumsByKey<Facts>, Rollups> days;
    SumsByKey<Facts> months;
    bool fits = true;
    Statement facts(db, Facts::FactsBetween);
    for (const std::int64_t scope : scopesOf(db, dataset)) {
        facts.with(scope, EveryDay.first.startSeconds(), EveryDay.last.startSeconds());
        while (facts.step()) {
            const UtcDay day = UtcDay::fromSeconds(facts.integer(0));
            const auto shown = shownScopes.find(day.number());
            const std::int64_t key = facts.integer(1);
            if (shown == shownScopes.end() || shown->second != scope || !keys.contains(key)) continue;
            const FactValues<Facts> values = valuesAt<Facts>(facts, 2);
            for (std::size_t i = 0; i < Rollups; ++i) {
                fits = addSum<Facts>(days[i], day.number(), dayKeys[i][static_cast<std::size_t>(key)], values) && fits;
            }
            fits = addSum<Facts>(months, day.firstOfMonth().number(), key, values) && fits;
        }
    }
    if (!fits) findings.add(Facts::Name, tr("The facts of a day or month are too large to add up."));
    for (std::size_t i = 0; i < Rollups; ++i) {
        const auto& rollup = Facts::DayRollups[i];
        compareRollup<Facts>(db, rollup.between, rollup.name, false, std::move(days[i]), findings);
    }
    compareRollup<Facts>(db, Facts::MonthsBetween, "month", true, std::move(months), findings);
}

/// Every fact belongs to a covered day, and coverage counts the facts of its day.
template <typename Facts>
void verifyCoverage(SQLite::Database& db, Dataset dataset, Findings& findings) {
    std::map<std::pair<std::int64_t, std::int64_t>, std::int64_t> counts;  // by scope and day
    Statement facts(db, Facts::FactsBetween);
    for (const std::int64_t scope : scopesOf(db, dataset)) {
        facts.with(scope, EveryDay.first.startSeconds(), EveryDay.last.startSeconds());
        while (facts.step()) ++counts[{scope, UtcDay::fromSeconds(facts.integer(0)).number()}];
    }
    const auto shownScopes = scopeOfDays(db, dataset);
    const auto dayText = [](std::int64_t day) { return UtcDay::fromNumber(static_cast<std::int32_t>(day)).toIso(); };
    for (const auto& [where, count] : counts) {
        if (shownScopes.contains(where.second)) continue;
        findings.add("coverage", tr("%1 has %2 facts for %3, but that day is not marked as fetched.")
                                     .arg(datasetName(dataset))
                                     .arg(count)
                                     .arg(dayText(where.second)));
    }
    Statement covered(db, "SELECT day, scope, fact_rows FROM coverage WHERE dataset = ? AND scope IS NOT NULL");
    for (covered.with(static_cast<std::int64_t>(dataset)); covered.step();) {
        const auto found = counts.find({covered.integer(1), covered.integer(0)});
        const std::int64_t count = found == counts.end() ? 0 : found->second;
        if (count == covered.integer(2)) continue;
        findings.add("coverage", tr("%1 should have %2 facts for %3, but has %4.")
                                     .arg(datasetName(dataset))
                                     .arg(covered.integer(2))
                                     .arg(dayText(covered.integer(0)))
                                     .arg(count));
    }
}

}  // namespace tokenledger
